//! Which nodes of a page are the article: `dom_smoothie`, a port of Mozilla's Readability, decides.
//!
//! It works on a copy of the tree and keeps the numbers of the nodes, so that its answer can be read as a set of
//! nodes of the page as it was: the walk over the page then knows of every text whether it was kept, in the order of
//! the page and with the structure that the page has.

use dom_query::{Document, NodeId};
use dom_smoothie::{Article, Config, ParsePolicy, Readability, ReadabilityError};
use rustc_hash::FxHashSet;

/// Pages with more elements than this are not worth scoring: the time is quadratic in places.
const ELEMENTS: usize = 150_000;

/// An article of so many characters, found in the first way, is the one: `dom_smoothie` tries the next only when one
/// has fewer than half of that before the last touches.
const SURE: usize = 1000;

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
    // The first of four ways is nearly always the one that is taken. Tried alone it needs one copy of the tree less.
    let first = read(page, |readability| {
        readability.parse_with_policy(ParsePolicy::Strict)
    });
    first
        .filter(|(_, length)| *length >= SURE)
        .or_else(|| read(page, Readability::parse))
        .map(|(extract, _)| extract)
}

/// What one way of reading finds, and how long it is in characters.
fn read(
    page: &Document,
    parse: impl Fn(&mut Readability) -> Result<Article, ReadabilityError>,
) -> Option<(Extract, usize)> {
    let config = Config {
        max_elements_to_parse: ELEMENTS,
        // Nobody reads the tree's attributes or the metadata afterwards.
        keep_classes: true,
        disable_json_ld: true,
        ..Config::default()
    };
    let mut readability = Readability::with_document(page.clone(), None, Some(config)).ok()?;
    let article = parse(&mut readability).ok()?;
    let content = readability.doc.select_single("#readability-page-1");
    let root = content.nodes().first()?;
    let extract = Extract {
        nodes: root.descendants_it().map(|node| node.id).collect(),
        byline: article.byline,
    };
    Some((extract, root.normalized_char_count()))
}
