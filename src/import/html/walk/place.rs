//! What a place in a page makes of the blocks that begin there.

use dom_query::{Element, NodeRef};

use super::{Inner, Place, Walker, attribute, read};
use crate::document::BlockKind;
use crate::import::html::names::{self, Role};

/// The kind of a block that begins at a place.
pub(super) fn kind_at(
    place: Place,
    marker: &mut Option<String>,
    label: &str,
    image: &mut Option<BlockKind>,
) -> BlockKind {
    if let Some(level) = place.heading {
        return BlockKind::Heading { level };
    }
    match place.inner {
        Inner::Caption => image.take().unwrap_or(BlockKind::Image {
            target: String::new(),
            alt: String::new(),
            size: None,
        }),
        Inner::Note => BlockKind::Footnote {
            label: label.to_owned(),
        },
        Inner::Item => BlockKind::ListItem {
            depth: place.lists.saturating_sub(1),
            marker: marker.take().unwrap_or_default(),
        },
        Inner::Quote => BlockKind::Quotation {
            depth: place.quotes.saturating_sub(1),
        },
        Inner::Page => BlockKind::Paragraph,
    }
}

/// Whether an element holds the notes of a text.
pub(super) fn is_notes(element: &Element, hint: &str) -> bool {
    let role = attribute(element, "role").unwrap_or_default();
    let kind = attribute(element, "epub:type").unwrap_or_default();
    hint.split_whitespace()
        .any(|word| word == "footnotes" || word == "endnotes")
        || role == "doc-endnotes"
        || matches!(kind, "footnotes" | "endnotes" | "rearnotes")
}

/// Whether an element is one note.
pub(super) fn is_note(element: &Element) -> bool {
    matches!(
        attribute(element, "role"),
        Some("doc-footnote" | "doc-endnote")
    ) || matches!(
        attribute(element, "epub:type"),
        Some("footnote" | "endnote" | "rearnote")
    ) || attribute(element, "class").is_some_and(|class| class == "footnote")
}

pub(super) fn digits_at_end(id: &str) -> String {
    let start = id.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    id.get(start..).unwrap_or_default().to_owned()
}

/// Figures and signs, and how they are written high.
const RAISED: [(char, char); 14] = [
    ('0', '⁰'),
    ('1', '¹'),
    ('2', '²'),
    ('3', '³'),
    ('4', '⁴'),
    ('5', '⁵'),
    ('6', '⁶'),
    ('7', '⁷'),
    ('8', '⁸'),
    ('9', '⁹'),
    ('+', '⁺'),
    ('-', '⁻'),
    ('−', '⁻'),
    ('n', 'ⁿ'),
];

/// Whether an element holds nothing but a figure that can be written high: `m2` is no place to stand in a text for
/// square metres, and the number of a note is no part of the year before it.
pub(super) fn is_figure(node: NodeRef<'_>) -> bool {
    let text = node.text();
    let text = text.trim();
    (1..=12).contains(&text.len())
        && text
            .chars()
            .all(|c| RAISED.iter().any(|(low, _)| *low == c))
}

/// A figure, written high.
pub(super) fn raise(text: &str) -> String {
    let high = |c: char| {
        RAISED
            .iter()
            .find(|(low, _)| *low == c)
            .map_or(c, |(_, high)| *high)
    };
    text.chars().map(high).collect()
}

/// What a page calls its parts.
#[derive(Debug, Default)]
pub(super) struct Parts<'a> {
    /// The main part, where it calls only one so.
    pub main: Option<NodeRef<'a>>,
    /// The content of the article, where it calls only one element so.
    pub body: Option<NodeRef<'a>>,
}

/// Classes of the content of an article.
const BODIES: [&str; 12] = [
    "entry-content",
    "post-content",
    "article-content",
    "article-body",
    "article__body",
    "article__content",
    "articlebody",
    "story-body",
    "post-body",
    "post__content",
    "blog-content",
    "post-entry",
];

/// Whether a class names the content of an article. Asked of every container: most have none of these.
fn names_body(class: &str) -> bool {
    ["body", "content", "entry"]
        .iter()
        .any(|part| class.contains(part))
        && class
            .split_ascii_whitespace()
            .any(|word| BODIES.contains(&word))
}

/// Finds the parts of a page. O(nodes).
pub(super) fn parts(root: NodeRef<'_>) -> Parts<'_> {
    let mut parts = Parts::default();
    let (mut mains, mut bodies) = (0, 0);
    for node in root.descendants_it() {
        let Some(element) = node.element_ref() else {
            continue;
        };
        let name: &str = &element.name.local;
        if !matches!(name, "main" | "div" | "section" | "article" | "td") {
            continue;
        }
        let outside = |part: &Option<NodeRef<'_>>| {
            part.is_none_or(|part| node.ancestors_it(None).all(|above| above.id != part.id))
        };
        let (mut main, mut body) = (name == "main", false);
        for attribute in &element.attrs {
            let value: &str = &attribute.value;
            match &*attribute.name.local {
                "class" => body |= names_body(value),
                "role" => main |= value == "main",
                "itemprop" => body |= value == "articleBody",
                _ => {}
            }
        }
        if main && outside(&parts.main) {
            mains += 1;
            parts.main = Some(node);
        }
        if body && outside(&parts.body) {
            bodies += 1;
            parts.body = Some(node);
        }
    }
    Parts {
        main: parts.main.filter(|_| mains == 1),
        body: parts.body.filter(|_| bodies == 1),
    }
}

impl Walker<'_> {
    /// Whether an element holds a third of the text of the page. O(nodes of the element), and once O(nodes).
    pub(super) fn holds_much(&mut self, node: NodeRef<'_>) -> bool {
        let all = self.length(node);
        shown(node) * 3 > all
    }

    /// How much text the page shows, in bytes.
    fn length(&mut self, node: NodeRef<'_>) -> usize {
        *self.length.get_or_insert_with(|| {
            let root = node.ancestors_it(None).last();
            root.map_or(0, shown)
        })
    }

    /// Whether an element holds more than half of the text of the page: then it stands beside nothing, whatever it
    /// is called (`content-sidebar-wrap`). O(nodes of the element), and once O(nodes).
    pub(super) fn holds_most(&mut self, node: NodeRef<'_>) -> bool {
        let all = self.length(node);
        shown(node) * 2 > all
    }
}

/// How much text a node shows, in bytes, white space and what is hidden by its element left out. O(nodes).
fn shown(node: NodeRef<'_>) -> usize {
    let mut sum = 0;
    let mut child = node.first_child();
    while let Some(node) = child {
        child = node.next_sibling();
        if let Some(bytes) = read(node, |text| text.trim().len()) {
            sum += bytes;
        } else if node
            .element_ref()
            .is_some_and(|element| names::role(&element.name.local) != Role::Hidden)
        {
            sum += shown(node);
        }
    }
    sum
}
