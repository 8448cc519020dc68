//! Which nodes of a page are the article: `dom_smoothie`, a port of Mozilla's Readability, decides.
//!
//! It works on a copy of the tree and keeps the numbers of the nodes, so that its answer can be read as a set of
//! nodes of the page as it was: the walk over the page then knows of every text whether it was kept, in the order of
//! the page and with the structure that the page has.

use dom_query::{Document, NodeId};
use dom_smoothie::{Article, Config, ParsePolicy, Readability, ReadabilityError};
use rustc_hash::{FxBuildHasher, FxHashSet};

use super::walk;

/// Pages with more elements than this are not worth scoring: the time is quadratic in places.
const ELEMENTS: usize = 150_000;

/// From so many nodes on a copy of the tree is worth sparing.
const MANY: usize = 20_000;
/// An article with fewer characters makes `dom_smoothie` try other ways.
const ENOUGH: usize = 500;

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
    // The first of four ways is nearly always the one that is taken: tried alone it needs one copy of the tree less.
    // What is done to the article after its characters were counted leaves no more of them.
    let first = (page.tree.len() >= MANY)
        .then(|| {
            read(page, |readability| {
                readability.parse_with_policy(ParsePolicy::Strict)
            })
        })
        .flatten();
    let (extract, _) = first
        .filter(|(_, enough)| *enough)
        .or_else(|| read(page, Readability::parse))?;
    Some(extract)
}

/// What one way of reading finds, and whether that is surely [`ENOUGH`].
fn read(
    page: &Document,
    parse: impl Fn(&mut Readability) -> Result<Article, ReadabilityError>,
) -> Option<(Extract, bool)> {
    let config = Config {
        max_elements_to_parse: ELEMENTS,
        char_threshold: ENOUGH,
        // Nobody reads the tree's attributes or the metadata afterwards.
        keep_classes: true,
        disable_json_ld: true,
        ..Config::default()
    };
    let mut readability = Readability::with_document(page.clone(), None, Some(config)).ok()?;
    let article = parse(&mut readability).ok()?;
    let content = readability.doc.select_single("#readability-page-1");
    let mut found = Extract {
        nodes: FxHashSet::with_capacity_and_hasher(page.tree.len(), FxBuildHasher),
        byline: article.byline,
    };
    let mut length = 0;
    for node in content.nodes().first()?.descendants_it() {
        found.nodes.insert(node.id);
        if length < ENOUGH {
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
            length += walk::read(node, letters).unwrap_or_default();
        }
    }
    Some((found, length >= ENOUGH))
}
