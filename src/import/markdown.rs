//! Markdown to a [`Document`]: `CommonMark` with tables, task lists, footnotes, strikethrough, definition lists and
//! front matter.
//!
//! Every block has the bytes that it stands at in the file, and every text leads back to its own. HTML inside goes
//! through the walker of pages. Scripts and comments show nothing.

mod badge;
mod block;
mod front;
mod head;
mod html;
mod inline;
mod slug;
mod title;

use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::document::{Align, BlockKind, Builder, Document, MarkKind, Meta};
use crate::import::html::Loss;
use crate::text::{Pos, Span};

/// Imports a Markdown text. `folder` is the name of the folder that its file lies in.
pub(super) fn import(
    text: &str,
    meta: Meta,
    folder: Option<&str>,
    warning: Option<String>,
) -> Document {
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
        tags: Vec::new(),
        badges: Vec::new(),
        links: Vec::new(),
        heading: None,
        alt: None,
        images: Vec::new(),
        html: None,
        loss: Loss::default(),
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
    writer.fold_badges();
    if let Some(said) = writer.loss.sentence() {
        writer.builder.warn(said);
    }
    let mut document = writer.builder.finish();
    if document.meta().title.is_empty()
        && let Some(title) = title::find(&document, folder)
    {
        document.entitle(&title);
    }
    document
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

/// On which side a column stands.
const fn align(alignment: Alignment) -> Align {
    match alignment {
        Alignment::None => Align::Unsaid,
        Alignment::Left => Align::Left,
        Alignment::Center => Align::Middle,
        Alignment::Right => Align::Right,
    }
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
    /// What its picture shows, for a heading that is nothing else.
    shows: Option<(String, Range<usize>)>,
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
    /// The elements that are open inside a paragraph.
    tags: Vec<html::Tag>,
    /// Badges that wait for the next block.
    badges: Vec<badge::Badge>,
    /// Where the links lead that are open.
    links: Vec<String>,
    heading: Option<Heading>,
    /// The words of an image that is open.
    alt: Option<(String, String, String)>,
    images: Vec<(BlockKind, String, Span)>,
    html: Option<(String, Range<usize>)>,
    /// What was left out of the HTML.
    loss: Loss,
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
                self.fold_badges();
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
                    shows: None,
                });
            }
            Tag::BlockQuote(alert) => self.quotation(alert, range.start),
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
            Tag::Item => self.item(range.start),
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
            Tag::Table(columns) => {
                self.close();
                let table = BlockKind::Table {
                    header_rows: 1,
                    align: columns.iter().copied().map(align).collect(),
                };
                self.leaf = Some((table, source));
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
                // What the link is on may be a badge, which opens no block.
                let target = dest_url.to_string();
                self.links.push(target.clone());
                self.marks
                    .push((self.builder.here(), MarkKind::Link(target)));
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
            TagEnd::Link => {
                self.links.pop();
                self.close_mark();
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => self.close_mark(),
            TagEnd::Image => self.end_image(range),
            _ => {}
        }
    }
}
