//! Which nodes of a page are the article: `dom_smoothie`, a port of Mozilla's Readability, decides.
//!
//! It works on a copy of the tree and keeps the numbers of the nodes, so that its answer can be read as a set of
//! nodes of the page as it was: the walk over the page then knows of every text whether it was kept, in the order of
//! the page and with the structure that the page has.

use dom_query::{Document, NodeId};
use dom_smoothie::{Config, Readability};
use rustc_hash::FxHashSet;

/// Pages with more elements than this are not worth scoring: the time is quadratic in places.
const ELEMENTS: usize = 150_000;

/// What extraction found.
pub(super) struct Extract {
    nodes: FxHashSet<NodeId>,
    /// The author's line, when it was found in the body of the page.
    pub byline: Option<String>,
}

impl Extract {
    /// Whether a text or an image belongs to the article.
    pub(super) fn holds(&self, node: NodeId) -> bool {
        self.nodes.contains(&node)
    }
}

/// Finds the article; none where the page has none.
pub(super) fn article(page: &Document) -> Option<Extract> {
    if page.tree.len() > ELEMENTS {
        return None;
    }
    let config = Config {
        max_elements_to_parse: ELEMENTS,
        // Nobody reads the tree's attributes or the metadata afterwards.
        keep_classes: true,
        disable_json_ld: true,
        ..Config::default()
    };
    let mut readability = Readability::with_document(page.clone(), None, Some(config)).ok()?;
    let article = readability.parse().ok()?;
    let content = readability.doc.select_single("#readability-page-1");
    let root = content.nodes().first()?;
    Some(Extract {
        nodes: root.descendants_it().map(|node| node.id).collect(),
        byline: article.byline,
    })
}
