//! From the tree of a page to drafts: one walk in the order of reading.
//!
//! Takes a tree and what of it is kept; gives blocks with their marks. Text that is not kept becomes folded drafts in
//! its place. Scripts, styles, templates and hidden elements give nothing. Does not judge what is boilerplate.

use dom_query::{Element, NodeId, NodeRef};

use super::names::{self, Role};
use super::pen::{Fresh, Pens};
use super::{media, table};
use crate::document::{BlockKind, MarkKind};
use crate::import::draft::Draft;

/// How links and ids are spelled, so that links within a document find their places.
#[derive(Clone, Copy, Debug)]
pub(in crate::import) enum Links<'a> {
    /// A page: as they stand.
    Page,
    /// A file of a book, by its path in the book.
    Chapter(&'a str),
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
    /// In a list of notes.
    pub notes: bool,
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

/// One open list.
#[derive(Debug)]
struct List {
    /// The number of the next item; none for bullets.
    next: Option<i64>,
    style: Style,
}

/// How the items of a list are numbered.
#[derive(Clone, Copy, Debug)]
enum Style {
    Decimal,
    Lower,
    Upper,
    RomanLower,
    RomanUpper,
}

/// The walk over one tree.
pub(super) struct Walker<'a> {
    pub pens: Pens,
    keep: &'a dyn Fn(NodeId) -> bool,
    links: Links<'a>,
    lists: Vec<List>,
    marker: Option<String>,
    label: String,
    hints: Vec<String>,
    /// The image whose caption is being written.
    pub image: Option<BlockKind>,
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
        image: None,
    };
    walker.children(root, Place::default());
    let mut drafts = walker.pens.finish();
    for draft in &mut drafts {
        tidy(draft);
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
            hint: hints
                .iter()
                .rev()
                .take(2)
                .fold(String::new(), |all, h| all + h + " "),
        };
        if place.pre {
            pens.verbatim(text, keep, fresh);
        } else {
            pens.words(text, keep, fresh);
        }
    }

    fn node(&mut self, node: NodeRef<'_>, place: Place) {
        if node.is_element() {
            self.element(node, place);
        } else if node.is_text() {
            let keep = self.keeps(node);
            let text = node.text();
            self.write(&text, keep, place);
        }
    }

    fn element(&mut self, node: NodeRef<'_>, mut place: Place) {
        let Some(element) = node.element_ref() else {
            return;
        };
        let name: &str = &element.name.local;
        let role = names::role(name);
        if role == Role::Hidden {
            return;
        }
        let class = attribute(&element, "class").unwrap_or_default();
        if names::is_hidden(
            attribute(&element, "hidden").is_some(),
            attribute(&element, "style"),
            attribute(&element, "aria-hidden"),
            class,
        ) {
            return;
        }
        if let Some(id) = attribute(&element, "id").or_else(|| attribute(&element, "name")) {
            self.anchor(id);
        }
        if role == Role::Inline {
            self.inline(node, &element, place);
            return;
        }
        let mut hint = class.to_ascii_lowercase();
        if let Some(id) = attribute(&element, "id") {
            hint.push(' ');
            hint.push_str(&id.to_ascii_lowercase());
        }
        place.aside |= names::is_landmark(name, attribute(&element, "role").unwrap_or_default())
            || (!matches!(name, "body" | "html" | "main" | "article") && names::names_aside(&hint));
        place.notes |= is_notes(&element, &hint);
        self.hints.push(hint);
        self.block(node, &element, place);
        self.hints.pop();
    }

    fn block(&mut self, node: NodeRef<'_>, element: &Element, mut place: Place) {
        self.boundary(place);
        let name: &str = &element.name.local;
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.bytes().last().map_or(2, |b| b.saturating_sub(b'0'));
                self.children(
                    node,
                    Place {
                        heading: Some(level),
                        flat: true,
                        ..place
                    },
                );
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
                place.quotes += 1;
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
            _ if !place.flat && self.hints.last().is_some_and(|h| names::names_caption(h)) => {
                media::caption(self, node, place);
            }
            _ => self.children(node, place),
        }
        self.boundary(place);
    }

    fn list(&mut self, node: NodeRef<'_>, element: &Element, mut place: Place) {
        let ordered = &*element.name.local == "ol";
        let start = attribute(element, "start").and_then(|n| n.trim().parse().ok());
        let style = match attribute(element, "type").map(str::trim) {
            Some("a") => Style::Lower,
            Some("A") => Style::Upper,
            Some("i") => Style::RomanLower,
            Some("I") => Style::RomanUpper,
            _ => Style::Decimal,
        };
        self.lists.push(List {
            next: ordered.then(|| start.unwrap_or(1)),
            style,
        });
        place.lists = place.lists.saturating_add(1);
        self.children(node, place);
        self.lists.pop();
    }

    fn item(&mut self, node: NodeRef<'_>, element: &Element, mut place: Place) {
        let value = attribute(element, "value").and_then(|n| n.trim().parse().ok());
        let marker = match self.lists.last_mut() {
            Some(List {
                next: Some(next),
                style,
            }) => {
                let number = value.unwrap_or(*next);
                *next = number.saturating_add(1);
                numbered(number, *style)
            }
            _ => bullet(place.lists).to_owned(),
        };
        place.inner = Inner::Item;
        place.lists = place.lists.max(1);
        if place.notes {
            marker.trim_end_matches('.').clone_into(&mut self.label);
            place.inner = Inner::Note;
        }
        self.marker = Some(marker);
        self.children(node, place);
        self.marker = None;
    }

    fn inline(&mut self, node: NodeRef<'_>, element: &Element, place: Place) {
        let name: &str = &element.name.local;
        let mark = match name {
            "br" => {
                match (place.pre, place.flat) {
                    (true, _) => self.write("\n", self.keeps(node), place),
                    (_, true) => self.pens.space(),
                    _ => self.pens.line_break(),
                }
                return;
            }
            "img" | "image" => {
                media::image(self, node, element, place);
                return;
            }
            "wbr" => return,
            "q" => {
                self.write("“", self.first_text_kept(node), place);
                self.children(node, place);
                self.write("”", self.first_text_kept(node), place);
                return;
            }
            "b" | "strong" => Some(MarkKind::Strong),
            "i" | "em" | "cite" | "dfn" | "var" => Some(MarkKind::Emphasis),
            "s" | "del" | "strike" => Some(MarkKind::Strike),
            "code" | "kbd" | "samp" | "tt" if !place.pre => Some(MarkKind::Code),
            "a" => attribute(element, "href").and_then(|href| self.link(href)),
            _ => None,
        };
        if let Some(mark) = mark {
            self.pens.open_mark(mark);
            self.children(node, place);
            self.pens.close_mark();
        } else {
            self.children(node, place);
        }
    }

    fn first_text_kept(&self, node: NodeRef<'_>) -> bool {
        node.descendants_it()
            .find(NodeRef::is_text)
            .is_none_or(|text| self.keeps(text))
    }

    fn anchor(&mut self, id: &str) {
        let name = match self.links {
            Links::Page => format!("#{id}"),
            Links::Chapter(path) => format!("{path}#{id}"),
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
            Links::Page => href.to_owned(),
            Links::Chapter(path) => crate::import::epub::resolve(path, href),
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

/// The kind of a block that begins at a place.
fn kind_at(
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

/// The bullet of a list at a depth, from 1.
pub(in crate::import) fn bullet(depth: u8) -> &'static str {
    match depth {
        0 | 1 => "•",
        2 => "◦",
        _ => "▪",
    }
}

fn numbered(number: i64, style: Style) -> String {
    let letter = |base: u8| {
        let place = u8::try_from(number - 1).ok().filter(|n| *n < 26);
        place.map_or_else(|| number.to_string(), |n| char::from(base + n).to_string())
    };
    let text = match style {
        Style::Decimal => number.to_string(),
        Style::Lower => letter(b'a'),
        Style::Upper => letter(b'A'),
        Style::RomanLower => roman(number).to_ascii_lowercase(),
        Style::RomanUpper => roman(number),
    };
    text + "."
}

fn roman(number: i64) -> String {
    const PARTS: [(i64, &str); 9] = [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..400).contains(&number) {
        return number.to_string();
    }
    let mut rest = number;
    let mut out = String::new();
    for (value, letters) in PARTS {
        while rest >= value {
            out.push_str(letters);
            rest -= value;
        }
    }
    out
}

/// Whether an element holds the notes of a text.
fn is_notes(element: &Element, hint: &str) -> bool {
    let role = attribute(element, "role").unwrap_or_default();
    let kind = attribute(element, "epub:type").unwrap_or_default();
    hint.split_whitespace()
        .any(|word| word == "footnotes" || word == "endnotes")
        || role == "doc-endnotes"
        || matches!(kind, "footnotes" | "endnotes" | "rearnotes")
}

/// Whether an element is one note.
fn is_note(element: &Element) -> bool {
    matches!(
        attribute(element, "role"),
        Some("doc-footnote" | "doc-endnote")
    ) || matches!(
        attribute(element, "epub:type"),
        Some("footnote" | "endnote" | "rearnote")
    )
}

fn digits_at_end(id: &str) -> String {
    let start = id.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    id.get(start..).unwrap_or_default().to_owned()
}

/// Takes off what ends a block on a page but is not its text: signs that link to a heading or back from a note.
fn tidy(draft: &mut Draft) {
    let linked = draft.marks.last().is_some_and(|(from, _, kind)| {
        let text = draft.text.get(*from..).unwrap_or_default();
        matches!(kind, MarkKind::Link(_)) && text.chars().all(|c| !c.is_alphanumeric())
    });
    let signs: &[char] = match draft.kind {
        BlockKind::Heading { .. } if linked => &['¶', '#', '§', '🔗', ' ', '\u{a0}'],
        BlockKind::Heading { .. } => &['¶', '🔗', ' ', '\u{a0}'],
        BlockKind::Footnote { .. } => &['↩', '↑', '⏎', '^', '\u{fe0e}', ' ', '\u{a0}'],
        _ => &[' ', '\n', '\u{a0}'],
    };
    if !matches!(draft.kind, BlockKind::Code { .. } | BlockKind::Table { .. }) {
        let kept = draft.text.trim_end_matches(signs).len();
        if kept > 0 || !matches!(draft.kind, BlockKind::Heading { .. }) {
            draft.text.truncate(kept);
        }
    }
    let len = draft.text.len();
    for (from, to, _) in &mut draft.marks {
        *from = (*from).min(len);
        *to = (*to).min(len);
    }
    draft.marks.retain(|(from, to, _)| from < to);
    for (at, _) in &mut draft.anchors {
        *at = (*at).min(len);
    }
}
