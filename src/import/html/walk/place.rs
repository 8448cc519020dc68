//! What a place in a page makes of the blocks that begin there.

use dom_query::{Element, NodeRef};

use super::{Inner, Place, Walker, attribute};
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
    )
}

pub(super) fn digits_at_end(id: &str) -> String {
    let start = id.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    id.get(start..).unwrap_or_default().to_owned()
}

impl Walker<'_> {
    /// Whether an element holds more than half of the text of the page: then it stands beside nothing, whatever it
    /// is called (`content-sidebar-wrap`). O(nodes of the element), and once O(nodes).
    pub(super) fn holds_most(&mut self, node: NodeRef<'_>) -> bool {
        let all = *self.length.get_or_insert_with(|| {
            let root = node.ancestors_it(None).last();
            root.map_or(0, shown)
        });
        shown(node) * 2 > all
    }
}

/// How much text a node shows, in bytes, white space and what is hidden by its element left out. O(nodes).
fn shown(node: NodeRef<'_>) -> usize {
    let mut sum = 0;
    let mut child = node.first_child();
    while let Some(node) = child {
        child = node.next_sibling();
        if node.is_text() {
            sum += node.text().trim().len();
        } else if node
            .element_ref()
            .is_some_and(|element| names::role(&element.name.local) != Role::Hidden)
        {
            sum += shown(node);
        }
    }
    sum
}
