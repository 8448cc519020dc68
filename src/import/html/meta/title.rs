//! The title of a page, without the name of its site.

use dom_query::NodeRef;

use super::{Facts, line, plain};

/// What stands between a title and the name of a site.
const BREAKS: &[&str] = &[
    " | ", " - ", " – ", " — ", " » ", " :: ", " · ", " • ", " / ", " : ",
];

/// Finds the title: the heading that the page's other titles share words with, else one of those.
pub(super) fn find(facts: &Facts<'_>, site: Option<&str>) -> Option<String> {
    let head = facts.page.select_single("head title");
    let head = head
        .nodes()
        .first()
        .map(|node| line(*node))
        .filter(|t| !t.is_empty());
    let tags = facts.tag(&[
        "og:title",
        "twitter:title",
        "parsely-title",
        "sailthru.title",
        "dc.title",
        "title",
        "headline",
    ]);
    let linked = facts
        .linked
        .title
        .clone()
        .filter(|t| site.is_none_or(|site| plain(site) != plain(t)));
    let (headings, inside): (Vec<String>, Vec<bool>) = facts
        .page
        .select("h1")
        .nodes()
        .iter()
        .take(20)
        .map(|node| (line(*node), stands_inside(*node)))
        .unzip();
    let others = [linked.as_deref(), tags, head.as_deref()];
    let heading = the_heading(&headings, &inside, &others, site);
    let found = heading
        .map(str::to_owned)
        .or(linked.clone())
        .or_else(|| tags.map(str::to_owned))
        .or(head.clone())?;
    Some(without_site(&found, site, &headings))
}

/// Whether a heading stands in the part of the page that holds its text, not in a bar over it.
fn stands_inside(heading: NodeRef<'_>) -> bool {
    let mut around = heading.ancestors_it(None);
    around.any(|node| node.has_name("main") || node.has_name("article"))
}

/// The level-1 heading that shares the most words with the titles that the page gives elsewhere. Of headings of which
/// every word is in such a title, one inside the text goes before the name of the whole site or book over it.
fn the_heading<'h>(
    headings: &'h [String],
    inside: &[bool],
    others: &[Option<&str>],
    site: Option<&str>,
) -> Option<&'h str> {
    let others: Vec<String> = others.iter().flatten().map(|title| plain(title)).collect();
    let site = site.map(plain).unwrap_or_default();
    let mut best: Option<((bool, usize), &str)> = None;
    for (heading, inside) in headings.iter().zip(inside) {
        let words = plain(heading);
        let count = words.split(' ').filter(|w| !w.is_empty()).count();
        if count == 0 || words == site || heading.len() > 300 {
            continue;
        }
        let shared = others
            .iter()
            .map(|title| {
                words
                    .split(' ')
                    .filter(|word| title.split(' ').any(|w| w == *word))
                    .count()
            })
            .max()
            .unwrap_or_default();
        let related = shared * 3 >= count || others.is_empty();
        let rank = (*inside && shared == count, shared);
        if related && best.is_none_or(|(most, _)| rank > most) {
            best = Some((rank, heading));
        }
    }
    best.map(|(_, heading)| heading)
}

/// Takes the name of the site off either end.
fn without_site(title: &str, site: Option<&str>, headings: &[String]) -> String {
    let whole = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let site = site.map(plain).unwrap_or_default();
    for sign in BREAKS {
        let Some((front, back)) = whole.rsplit_once(sign) else {
            continue;
        };
        let is_site =
            |part: &str| !site.is_empty() && (plain(part) == site || site.contains(&plain(part)));
        let is_title = |part: &str| headings.iter().any(|h| plain(h) == plain(part));
        if is_site(back) || (is_title(front) && !front.is_empty()) {
            return front.to_owned();
        }
        if let Some((front, back)) = whole.split_once(sign)
            && (is_site(front) || is_title(back))
        {
            return back.to_owned();
        }
    }
    whole
}
