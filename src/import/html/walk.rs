//! From the tree of a page to drafts: one walk in the order of reading.
//!
//! Takes a tree and what of it is kept; gives blocks with their marks. Text that is not kept becomes folded drafts in
//! its place. Scripts, styles, templates and hidden elements give nothing. Does not judge what is boilerplate.

mod inline;
mod place;

use dom_query::{Element, NodeData, NodeId, NodeRef};
use rustc_hash::FxHashMap;

use self::place::{digits_at_end, is_note, is_notes, kind_at};
use super::list::List;
use super::names::{self, Role};
use super::pen::{Fresh, Pens};
use super::{media, table, tidy};
use crate::document::{BlockKind, MarkKind};
use crate::import::draft::Draft;

/// How links and ids are spelled, so that links within a document find their places.
#[derive(Clone, Copy, Debug)]
pub(in crate::import) enum Links<'a> {
    /// A page: as they stand.
    Page,
    /// A page as extraction alone gives it, for measuring: formulas stay the pictures that they are there.
    Extracted,
    /// A file of a book.
    Chapter {
        /// Its path in the book.
        path: &'a str,
        /// Whether what is hidden is shown, because a script would show it.
        reveal: bool,
    },
}

/// Where in the structure the walk stands.
#[expect(
    clippy::struct_excessive_bools,
    reason = "four independent properties of a place"
)]
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    /// Inside a heading of this level.
    pub heading: Option<u8>,
    /// How many lists are open.
    pub lists: u8,
    /// How many quotations are open.
    pub quotes: u8,
    /// What was opened last.
    pub inner: Inner,
    /// White space stays.
    pub pre: bool,
    /// Everything goes into one block.
    pub flat: bool,
    /// In a part of the page beside the article.
    pub aside: bool,
    /// In the element that the page calls the content of its article.
    pub body: bool,
    /// In a list of notes.
    pub notes: bool,
    /// Figures are written high.
    pub raised: bool,
}

/// The innermost container.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Inner {
    #[default]
    Page,
    Item,
    Quote,
    Note,
    Caption,
}

/// The walk over one tree.
pub(super) struct Walker<'a> {
    pub pens: Pens,
    keep: &'a dyn Fn(NodeId) -> bool,
    links: Links<'a>,
    pub lists: Vec<List>,
    /// What stands before the item whose text has not begun.
    pub marker: Option<String>,
    /// What the note is called.
    pub label: String,
    hints: Vec<String>,
    /// What class and id of elements were found to name: pages say the same again and again.
    named: FxHashMap<String, Named>,
    /// The image whose caption is being written.
    pub image: Option<BlockKind>,
    /// How much text the page shows, in bytes, once it was asked.
    length: Option<usize>,
    /// The element that the page calls its main part.
    main: Option<NodeId>,
    /// The element that the page calls the content of its article.
    body: Option<NodeId>,
}

/// The hint of a heading that stands in an item of a list.
pub(super) const LISTED: &str = "in-a-list ";

/// What class and id of an element name.
#[derive(Clone, Copy, Debug)]
struct Named {
    aside: bool,
    caption: bool,
}

/// Walks over `root`. `keep` says of a text or an image whether it belongs to the article.
pub(in crate::import) fn walk(
    root: NodeRef<'_>,
    links: Links<'_>,
    keep: &dyn Fn(NodeId) -> bool,
) -> Vec<Draft> {
    let mut walker = Walker {
        pens: Pens::default(),
        keep,
        links,
        lists: Vec::new(),
        marker: None,
        label: String::new(),
        hints: Vec::new(),
        named: FxHashMap::default(),
        image: None,
        length: None,
        main: None,
        body: None,
    };
    if let Links::Page = links {
        let parts = place::parts(root);
        walker.body = parts.body.map(|body| body.id);
        let main = parts.main.filter(|main| walker.holds_much(*main));
        walker.main = main.map(|main| main.id);
    }
    let place = Place {
        aside: walker.main.is_some(),
        ..Place::default()
    };
    walker.children(root, place);
    let mut drafts = walker.pens.finish();
    for draft in &mut drafts {
        tidy::tidy(draft);
    }
    drafts
}

impl Walker<'_> {
    /// Whether a node belongs to the article.
    pub(super) fn keeps(&self, node: NodeRef<'_>) -> bool {
        (self.keep)(node.id)
    }

    /// Walks over the children of a node.
    pub(super) fn children(&mut self, node: NodeRef<'_>, place: Place) {
        let mut child = node.first_child();
        while let Some(node) = child {
            self.node(node, place);
            child = node.next_sibling();
        }
    }

    /// Ends the block, or only the word where everything goes into one block.
    pub(super) fn boundary(&mut self, place: Place) {
        if place.flat {
            self.pens.space();
        } else {
            self.pens.flush();
        }
    }

    /// Writes text at a place.
    pub(super) fn write(&mut self, text: &str, keep: bool, place: Place) {
        let Self {
            pens,
            marker,
            label,
            hints,
            image,
            ..
        } = self;
        let fresh = || Fresh {
            kind: kind_at(place, marker, label, image),
            aside: place.aside,
            body: place.body,
            hint: hints.iter().rev().take(2).fold(
                // A heading in a list is told from one over a part of the text.
                if place.heading.is_some() && place.lists > 0 {
                    String::from(LISTED)
                } else {
                    String::new()
                },
                |all, h| all + h + " ",
            ),
        };
        if place.raised {
            pens.words(&place::raise(text), keep, fresh);
        } else if place.pre {
            pens.verbatim(text, keep, fresh);
        } else {
            pens.words(text, keep, fresh);
        }
    }

    fn node(&mut self, node: NodeRef<'_>, place: Place) {
        if let Some(element) = node.element_ref() {
            self.element(node, &element, place);
        } else {
            read(node, |text| self.write(text, self.keeps(node), place));
        }
    }

    fn element(&mut self, node: NodeRef<'_>, element: &Element, mut place: Place) {
        let name: &str = &element.name.local;
        let role = names::role(name);
        if role == Role::Hidden {
            return;
        }
        let class = attribute(element, "class").unwrap_or_default();
        let reveal = matches!(self.links, Links::Chapter { reveal: true, .. });
        if !reveal
            && names::is_hidden(
                attribute(element, "hidden").is_some(),
                attribute(element, "style"),
                attribute(element, "aria-hidden"),
                class,
            )
        {
            return;
        }
        if let Some(id) = attribute(element, "id").or_else(|| attribute(element, "name")) {
            self.anchor(id);
        }
        if role == Role::Inline {
            self.inline(node, element, place);
            return;
        }
        let mut hint = class.to_ascii_lowercase();
        if let Some(id) = attribute(element, "id") {
            hint.push(' ');
            hint.push_str(&id.to_ascii_lowercase());
        }
        let role = attribute(element, "role").unwrap_or_default();
        let named = self.named(&hint);
        place.body |= self.body == Some(node.id);
        if self.main == Some(node.id) {
            place.aside = false;
        }
        place.aside |= names::is_landmark(name, role);
        if !place.aside && named.aside && names::is_container(name) {
            place.aside = !self.holds_most(node) || names::names_others(&hint);
        }
        place.notes |= is_notes(element, &hint);
        self.hints.push(hint);
        self.block(node, element, place, named);
        self.hints.pop();
    }

    /// What class and id of an element name.
    fn named(&mut self, hint: &str) -> Named {
        if let Some(named) = self.named.get(hint) {
            return *named;
        }
        let named = Named {
            aside: names::names_aside(hint),
            caption: names::names_caption(hint),
        };
        self.named.insert(hint.to_owned(), named);
        named
    }

    fn block(&mut self, node: NodeRef<'_>, element: &Element, mut place: Place, named: Named) {
        self.boundary(place);
        let name: &str = &element.name.local;
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.bytes().last().map_or(2, |b| b.saturating_sub(b'0'));
                let place = Place {
                    heading: Some(level),
                    flat: true,
                    ..place
                };
                match media::pictured(node) {
                    Some((image, shows)) => self.write(&shows, self.keeps(image), place),
                    None => self.children(node, place),
                }
            }
            "hr" if !place.flat => self.pens.add(Draft {
                fold: !self.keeps(node),
                ..Draft::new(BlockKind::Rule)
            }),
            "pre" | "listing" | "xmp" | "plaintext" if !place.flat => {
                media::code(self, node, place);
            }
            "table" if !place.flat => table::table(self, node, place),
            "figure" if !place.flat => media::figure(self, node, place),
            "blockquote" => {
                place.quotes = place.quotes.saturating_add(1);
                place.inner = Inner::Quote;
                self.children(node, place);
            }
            "ul" | "ol" | "menu" | "dir" => self.list(node, element, place),
            "li" => self.item(node, element, place),
            "dl" => self.children(node, place),
            "dt" | "summary" => {
                self.pens.open_mark(MarkKind::Strong);
                self.children(node, place);
                self.boundary(place);
                self.pens.close_mark();
            }
            "dd" => {
                self.marker = Some(String::new());
                place.inner = Inner::Item;
                place.lists = place.lists.saturating_add(1);
                self.children(node, place);
            }
            _ if is_note(element) => {
                self.label = attribute(element, "id")
                    .map(digits_at_end)
                    .unwrap_or_default();
                place.inner = Inner::Note;
                self.children(node, place);
            }
            _ if !place.flat && named.caption => {
                media::caption(self, node, place);
            }
            _ => self.children(node, place),
        }
        self.boundary(place);
    }

    fn anchor(&mut self, id: &str) {
        let name = match self.links {
            Links::Page | Links::Extracted => format!("#{id}"),
            Links::Chapter { path, .. } => format!("{path}#{id}"),
        };
        self.pens.anchor(name);
    }

    /// The mark of a link, where it leads somewhere.
    fn link(&self, href: &str) -> Option<MarkKind> {
        let href = href.trim();
        let scheme = href.split([':', '/', '#', '?']).next().unwrap_or_default();
        if href.is_empty() || href == "#" || scheme.eq_ignore_ascii_case("javascript") {
            return None;
        }
        Some(MarkKind::Link(match self.links {
            Links::Page | Links::Extracted => href.to_owned(),
            Links::Chapter { path, .. } => crate::import::epub::resolve(path, href),
        }))
    }
}

/// The value of an attribute.
pub(super) fn attribute<'e>(element: &'e Element, name: &str) -> Option<&'e str> {
    element
        .attrs
        .iter()
        .find(|a| &*a.name.local == name)
        .map(|a| &*a.value)
}

/// Reads a text where it stands, without a copy; none where the node is no text.
pub(super) fn read<R>(node: NodeRef<'_>, of: impl FnOnce(&str) -> R) -> Option<R> {
    node.query_or(None, |node| match &node.data {
        NodeData::Text { contents } => Some(of(contents)),
        _ => None,
    })
}
