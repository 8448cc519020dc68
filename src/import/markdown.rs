//! Markdown to a [`Document`]: `CommonMark` with tables, task lists, footnotes, strikethrough, definition lists and
//! front matter.
//!
//! Every block has the bytes that it stands at in the file, and every text leads back to its own. HTML inside goes
//! through the walker of pages. Scripts and comments show nothing.

mod front;
mod head;
mod inline;
mod slug;

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::html::bullet;
use crate::document::{BlockKind, Builder, Document, MarkKind, Meta};
use crate::text::{Pos, Span};

/// Imports a Markdown text.
pub(super) fn import(text: &str, meta: Meta, warning: Option<String>) -> Document {
    let mut builder = Builder::new(meta);
    builder.set_base(None);
    if let Some(warning) = warning {
        builder.warn(warning);
    }
    let body = front::read(text, &mut builder.meta);
    head::read(text.get(body..).unwrap_or_default(), &mut builder.meta);
    let mut writer = Writer {
        text,
        builder,
        quotes: 0,
        lists: Vec::new(),
        inner: vec![Inner::Page],
        marker: None,
        leaf: None,
        begun: None,
        marks: Vec::new(),
        heading: None,
        alt: None,
        images: Vec::new(),
        html: None,
        mute: None,
        slugs: slug::Slugs::default(),
        cells: 0,
        column: 0,
    };
    let rest = text.get(body..).unwrap_or_default();
    for (event, range) in Parser::new_ext(rest, options()).into_offset_iter() {
        writer.event(event, range.start + body..range.end + body);
    }
    writer.close();
    writer.builder.finish()
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
}

/// The language of a code block: the first word after the fence.
fn language(kind: &CodeBlockKind<'_>) -> Option<String> {
    let CodeBlockKind::Fenced(info) = kind else {
        return None;
    };
    let word = info.split([' ', ',', '\t']).next()?;
    let word = word.trim_matches(['{', '}', '.']);
    (!word.is_empty()).then(|| word.to_owned())
}

/// What a block stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Inner {
    Page,
    Quote,
    Item,
    Note(String),
}

/// One open list: the next number and the sign after it; no number for bullets.
#[derive(Debug)]
struct List {
    next: Option<u64>,
    sign: char,
}

/// The heading that is being written.
#[derive(Debug)]
struct Heading {
    id: Option<String>,
    words: String,
}

/// Writes events into a builder.
struct Writer<'t> {
    text: &'t str,
    builder: Builder,
    quotes: u8,
    lists: Vec<List>,
    inner: Vec<Inner>,
    /// The marker of an item whose text has not begun.
    marker: Option<(String, usize)>,
    /// The kind and source of the block that is open or to be opened.
    leaf: Option<(BlockKind, Span)>,
    /// Where the text of the open block began and ended in the source, when no leaf gives it.
    begun: Option<Range<usize>>,
    marks: Vec<(Pos, MarkKind)>,
    heading: Option<Heading>,
    /// The words of an image that is open.
    alt: Option<(String, String, String)>,
    images: Vec<(BlockKind, String, Span)>,
    html: Option<(String, Range<usize>)>,
    /// The element inside a paragraph whose text never shows.
    mute: Option<&'static str>,
    slugs: slug::Slugs,
    cells: usize,
    /// The column of the next character in code.
    column: usize,
}

impl Writer<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Html(html) => {
                let (text, whole) = self
                    .html
                    .get_or_insert_with(|| (String::new(), range.clone()));
                text.push_str(&html);
                whole.end = range.end;
            }
            Event::InlineHtml(html) => self.inline_html(&html, range),
            _ if self.mute.is_some() => {}
            Event::Text(text) => self.push(&text, range),
            Event::Code(code) | Event::InlineMath(code) | Event::DisplayMath(code) => {
                self.code(&code, range);
            }
            Event::FootnoteReference(label) => self.reference(&label, range),
            Event::SoftBreak => self.push_for(" ", range),
            Event::HardBreak => self.push_for("\n", range),
            Event::Rule => {
                self.close();
                let span = Span::new(range.start, range.end).trim(self.text);
                self.builder.open(BlockKind::Rule, Some(span));
                self.builder
                    .push(span.slice(self.text), Some(span.start.get()));
                self.builder.close();
            }
            Event::TaskListMarker(done) => {
                if let Some((marker, _)) = &mut self.marker {
                    if done { "☑" } else { "☐" }.clone_into(marker);
                }
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        let source = Span::new(range.start, range.end).trim(self.text);
        match tag {
            Tag::Paragraph => {
                self.close();
                self.leaf = Some((self.kind(), source));
            }
            Tag::Heading { level, id, .. } => {
                self.close();
                self.leaf = Some((BlockKind::Heading { level: level as u8 }, source));
                self.heading = Some(Heading {
                    id: id.map(|id| id.to_string()),
                    words: String::new(),
                });
            }
            Tag::BlockQuote(_) => {
                self.close();
                self.quotes = self.quotes.saturating_add(1);
                self.inner.push(Inner::Quote);
            }
            Tag::CodeBlock(kind) => {
                self.close();
                let language = language(&kind);
                self.leaf = Some((BlockKind::Code { language }, source));
            }
            Tag::List(first) => {
                self.close();
                let sign = self.sign(range.start, first.is_some());
                self.lists.push(List { next: first, sign });
            }
            Tag::Item => {
                self.close();
                self.inner.push(Inner::Item);
                let depth = u8::try_from(self.lists.len()).unwrap_or(u8::MAX);
                let marker = match self.lists.last_mut() {
                    Some(List {
                        next: Some(next),
                        sign,
                    }) => {
                        *next = next.saturating_add(1);
                        format!("{}{sign}", next.saturating_sub(1))
                    }
                    _ => bullet(depth).to_owned(),
                };
                self.marker = Some((marker, range.start));
            }
            Tag::FootnoteDefinition(label) => {
                self.close();
                self.builder.anchor(format!("#fn:{label}"));
                self.inner.push(Inner::Note(label.to_string()));
            }
            Tag::DefinitionListTitle => {
                self.close();
                self.leaf = Some((self.kind(), source));
                self.ensure_open(range.start);
                self.marks.push((self.builder.here(), MarkKind::Strong));
            }
            Tag::DefinitionListDefinition => {
                self.close();
                self.lists.push(List {
                    next: None,
                    sign: '.',
                });
                self.inner.push(Inner::Item);
                self.marker = Some((String::new(), range.start));
            }
            Tag::Table(_) => {
                self.close();
                self.leaf = Some((BlockKind::Table { header_rows: 1 }, source));
                self.ensure_open(range.start);
            }
            Tag::TableHead => self.cells = 0,
            Tag::TableRow => {
                self.cells = 0;
                self.builder.push("\n", None);
            }
            Tag::TableCell => {
                if self.cells > 0 {
                    self.builder.push("\t", None);
                }
                self.cells += 1;
            }
            Tag::HtmlBlock => {
                self.close();
                self.html = Some((String::new(), range));
            }
            Tag::Emphasis => self.open_mark(MarkKind::Emphasis, range.start),
            Tag::Strong => self.open_mark(MarkKind::Strong, range.start),
            Tag::Strikethrough => self.open_mark(MarkKind::Strike, range.start),
            Tag::Link { dest_url, .. } => {
                self.open_mark(MarkKind::Link(dest_url.to_string()), range.start);
            }
            Tag::Image {
                dest_url, title, ..
            } => {
                if self.alt.is_none() {
                    self.alt = Some((dest_url.to_string(), title.to_string(), String::new()));
                }
            }
            Tag::DefinitionList | Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::Table => self.close(),
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quotes = self.quotes.saturating_sub(1);
                self.inner.pop();
            }
            TagEnd::List(_) => {
                self.close();
                self.lists.pop();
            }
            TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.close();
                self.marker = None;
                self.inner.pop();
            }
            TagEnd::DefinitionListTitle => {
                self.close_mark();
                self.close();
            }
            TagEnd::DefinitionListDefinition => {
                self.close();
                self.marker = None;
                self.inner.pop();
                self.lists.pop();
            }
            TagEnd::HtmlBlock => self.end_html(),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => {
                self.close_mark();
            }
            TagEnd::Image => self.end_image(range),
            _ => {}
        }
    }

    /// The kind of a block at this place.
    fn kind(&mut self) -> BlockKind {
        match self.inner.last() {
            Some(Inner::Quote) => BlockKind::Quotation {
                depth: self.quotes.saturating_sub(1),
            },
            Some(Inner::Item) => BlockKind::ListItem {
                depth: u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX),
                marker: String::new(),
            },
            Some(Inner::Note(label)) => BlockKind::Footnote {
                label: label.clone(),
            },
            Some(Inner::Page) | None => BlockKind::Paragraph,
        }
    }

    /// The sign after the number of an ordered list.
    fn sign(&self, start: usize, ordered: bool) -> char {
        let rest = self.text.get(start..).unwrap_or_default().trim_start();
        let sign = rest
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .chars()
            .next();
        sign.filter(|c| ordered && matches!(c, '.' | ')'))
            .unwrap_or('.')
    }

    /// Opens the block that the next text belongs to.
    fn ensure_open(&mut self, at: usize) {
        if self.begun.is_some() {
            return;
        }
        let (mut kind, source) = match self.leaf.take() {
            Some((kind, source)) => (kind, Some(source)),
            None => (self.kind(), None),
        };
        let mut from = at;
        if let BlockKind::ListItem { marker: sign, .. } = &mut kind
            && let Some((marker, start)) = self.marker.take()
        {
            *sign = marker;
            from = start;
        }
        self.begun = Some(from..source.map_or(at, |s| s.end.get()));
        self.column = 0;
        self.builder.open(kind, source);
    }

    /// Ends the open block.
    fn close(&mut self) {
        self.leaf = None;
        if let Some(begun) = self.begun.take() {
            self.builder
                .set_source(Span::new(begun.start, begun.end).trim(self.text));
        }
        self.builder.close();
        for (kind, caption, source) in std::mem::take(&mut self.images) {
            self.builder.open(kind, Some(source));
            self.builder.push(&caption, None);
            self.builder.close();
        }
    }
}
