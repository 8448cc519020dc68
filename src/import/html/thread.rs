//! The posts of a thread: a discussion, a question with its answers.
//!
//! Extraction takes the longest post of a thread for the article and cuts the others. Where a page says that it is a
//! thread (by its address, JSON-LD or microdata), what it repeats under the names that posts have is kept: who wrote
//! each, when, and what. Tools, signatures and the numbers about a member are left to be folded.

use dom_query::{Document as Page, NodeId, NodeRef};
use rustc_hash::{FxHashMap, FxHashSet};

use super::names::{self, Role};
use super::walk::attribute;

/// Words in the class of a post.
const POST: [&str; 7] = [
    "post", "message", "comment", "reply", "answer", "question", "msg",
];

/// Words that the class of what stands at a post and is not what was written is made of.
const BESIDE: [&str; 34] = [
    "profile",
    "avatar",
    "userinfo",
    "userdetails",
    "signature",
    "badge",
    "badges",
    "reaction",
    "reactions",
    "control",
    "controls",
    "action",
    "actions",
    "actionbar",
    "button",
    "buttons",
    "share",
    "edit",
    "report",
    "vote",
    "votes",
    "voting",
    "menu",
    "tools",
    "toolbar",
    "stats",
    "rank",
    "pagination",
    "pagelinks",
    "pager",
    "flair",
    "dropdown",
    "popup",
    "comments",
];

/// Words in the class of the name of who wrote a post.
const NAME: [&str; 4] = ["username", "author", "nickname", "user-name"];

/// The deepest element that is looked into.
const DEEP: usize = 512;

/// The texts and images of the posts of a thread; none where fewer than two are found. O(nodes).
pub(super) fn posts(page: &Page) -> Option<FxHashSet<NodeId>> {
    let mut groups: FxHashMap<String, Vec<NodeRef<'_>>> = FxHashMap::default();
    gather(page.root(), &mut Vec::new(), &mut groups, 0);
    let groups = groups.into_values().filter(|posts| posts.len() > 1);
    let size = |posts: &[NodeRef<'_>]| posts.iter().map(|post| post.text().trim().len()).sum();
    let posts = groups
        .map(|posts| (size(&posts), posts))
        .max_by_key(|(size, _): &(usize, _)| *size)
        .map(|(_, posts)| posts)?;
    let mut nodes = FxHashSet::default();
    for post in posts {
        nodes.insert(post.id);
        collect(post, false, &mut nodes, 0);
    }
    Some(nodes)
}

/// Sorts the elements that are named like posts by their names; one inside another of the same name is a part of it.
fn gather<'a>(
    node: NodeRef<'a>,
    open: &mut Vec<String>,
    groups: &mut FxHashMap<String, Vec<NodeRef<'a>>>,
    depth: usize,
) {
    if depth > DEEP {
        return;
    }
    let mut child = node.first_child();
    while let Some(node) = child {
        child = node.next_sibling();
        let Some(element) = node.element_ref() else {
            continue;
        };
        let name: &str = &element.name.local;
        if names::role(name) == Role::Hidden {
            continue;
        }
        let holds = matches!(
            name,
            "div" | "li" | "article" | "section" | "table" | "tr" | "td"
        );
        let class = attribute(&element, "class").unwrap_or_default();
        let post = holds.then(|| named(class)).flatten();
        let post = post.filter(|post| !open.contains(post));
        if let Some(post) = &post {
            groups.entry(post.clone()).or_default().push(node);
            open.push(post.clone());
        }
        gather(node, open, groups, depth + 1);
        if post.is_some() {
            open.pop();
        }
    }
}

/// The name of a post in a class. A question is of the kind of its answers.
fn named(class: &str) -> Option<String> {
    class.split_whitespace().find_map(|word| {
        let word = word.to_ascii_lowercase();
        let word = word.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-' || c == '_');
        let is_post = POST.iter().any(|post| word.contains(post));
        is_post.then(|| if word == "question" { "answer" } else { word }.to_owned())
    })
}

/// Collects the texts and images of a post. `beside`: only names of people.
fn collect(node: NodeRef<'_>, beside: bool, nodes: &mut FxHashSet<NodeId>, depth: usize) {
    if depth > DEEP {
        return;
    }
    let mut child = node.first_child();
    while let Some(node) = child {
        child = node.next_sibling();
        let Some(element) = node.element_ref() else {
            if !beside {
                nodes.insert(node.id);
            }
            continue;
        };
        let class = attribute(&element, "class")
            .unwrap_or_default()
            .to_ascii_lowercase();
        let is_name = NAME.iter().any(|word| class.contains(word))
            || matches!(attribute(&element, "itemprop"), Some("name" | "author"));
        let name: &str = &element.name.local;
        let mut words = class.split(|c: char| !c.is_ascii_alphanumeric());
        let inside = words.any(|word| BESIDE.contains(&word)) || matches!(name, "nav" | "footer");
        // What others remarked at a post is no post.
        if class.split_whitespace().any(|word| word == "comments") {
            continue;
        }
        let beside = (beside || inside) && !is_name;
        if !beside {
            nodes.insert(node.id);
        }
        collect(node, beside, nodes, depth + 1);
    }
}
