//! The article in plain lines, for those who listen to it and for terminals that cannot move a cursor.
//!
//! Everything that the panes show by place and colour is said in words here: which section of how many, what kind of
//! block, which facts stand in a paragraph, how far the reading has come. Takes an article and a view, gives
//! [`Saying`]s; no row is wrapped and no width is known here.

mod blocks;
mod help;
mod why;

pub use blocks::block;
pub use help::{help, is_said};
pub use why::why;

use super::listing::is_listed;
use super::{Density, Entry, View, listing};
use crate::article::{Article, note_with};
use crate::document::{BlockKind, SectionId};
use crate::facts::FactId;
use crate::text::{Pos, Span};

/// Bytes of English text that are heard in a minute: 170 words of 6 bytes, as audio books are read.
const BYTES_PER_MINUTE: usize = 170 * 6;

/// One thing said: a line, however long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saying {
    /// The words, without controls.
    pub text: String,
    /// Whether its blanks and its length must stay as they are: code.
    pub verbatim: bool,
}

impl From<String> for Saying {
    fn from(text: String) -> Self {
        Self {
            text,
            verbatim: false,
        }
    }
}

/// A slice on one line.
pub(crate) fn words(article: &Article, span: Span) -> String {
    let words = article.document.slice(span).split_whitespace();
    words.collect::<Vec<_>>().join(" ")
}

/// A number of things, in words: `1 fact`, `3 facts`.
pub(super) fn count(number: usize, thing: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{plural}")
}

/// Title, source and size of the article, as it begins.
pub fn greeting(article: &Article) -> Vec<Saying> {
    let meta = article.document.meta();
    let title = if meta.title.is_empty() {
        &meta.source
    } else {
        &meta.title
    };
    let mut lines = vec![title.clone().into()];
    let byline = meta.byline.as_ref().map(|by| format!("By {by}."));
    let date = meta.published.map(|date| format!("Published {date}."));
    let said: Vec<_> = byline.into_iter().chain(date).collect();
    if !said.is_empty() {
        lines.push(said.join(" ").into());
    }
    let sections = article.document.outline().sections().len();
    lines.push(format!("{}, {}.", count(sections, "section"), time(article, Pos(0))).into());
    lines
}

/// How long the rest of the article takes to be heard.
fn time(article: &Article, from: Pos) -> String {
    let rest = article.index.body_end().get().saturating_sub(from.get());
    format!(
        "about {}",
        count(rest.div_ceil(BYTES_PER_MINUTE).max(1), "minute")
    )
}

/// How much of the article lies before a place, in percent.
pub fn percent(article: &Article, at: Pos) -> u64 {
    let end = article.index.body_end().get() as u64;
    (at.get() as u64 * 100)
        .checked_div(end)
        .map_or(100, |percent| percent.min(100))
}

/// Where a place is: percent, section, facts, time.
pub fn position(article: &Article, at: Pos) -> Saying {
    let outline = article.document.outline();
    let section = outline.section_at(at);
    let facts = &article.findings.facts;
    let passed = facts.partition_point(|fact| fact.span.start < at);
    let text = format!(
        "{} percent, {} left. {} Passed {passed} of {}.",
        percent(article, at),
        time(article, at),
        self::section(article, section),
        count(facts.len(), "fact"),
    );
    text.into()
}

/// A section by number and title, with its facts.
pub fn section(article: &Article, id: SectionId) -> String {
    let sections = article.document.outline().sections();
    let level = sections.get(id.get()).map_or(0, |s| s.depth);
    let deep = match level {
        0 => String::new(),
        n => format!(", level {}", n + 1),
    };
    let facts = article.index.facts_in_section(id) as usize;
    let facts = match facts {
        0 => String::new(),
        n => format!(" {}.", count(n, "fact")),
    };
    format!(
        "Section {} of {}{deep}: {}.{facts}",
        id.get() + 1,
        sections.len(),
        title(article, id),
    )
}

/// The words that stand for a section, without the full stop that may end them.
fn title(article: &Article, id: SectionId) -> String {
    let title = article.section_name(id);
    title.trim_end_matches('.').to_owned()
}

/// All sections, a line each.
pub fn outline(article: &Article) -> Vec<Saying> {
    let sections = article.document.outline().sections().len();
    (0..sections)
        .map(|number| section(article, SectionId::new(number)).into())
        .collect()
}

/// A fact on one line: its number, its kind, what it says and what it is about.
fn fact_line(article: &Article, view: &View, id: FactId) -> String {
    let Some(fact) = article.fact(id) else {
        return String::new();
    };
    let note = note_with(&article.document, fact, view.glyphs);
    let who = match note.who.as_str() {
        "" => String::new(),
        who => format!("{who}: "),
    };
    let detail = match note.detail.as_str() {
        "" => String::new(),
        detail => format!(", {detail}"),
    };
    let times = match fact.mentions.len() {
        0 | 1 => String::new(),
        n => format!(", said {n} times"),
    };
    let conflict = if fact.conflicts.is_empty() {
        ""
    } else {
        ", another number contradicts it"
    };
    format!(
        "{}, {}: {who}{}{detail}{times}{conflict}",
        id.get() + 1,
        fact.kind.name(),
        note.words
    )
}

/// A fact with the sentence that says it, and its section when that is another one than that of `from`.
pub fn fact(article: &Article, view: &View, id: FactId, from: Pos) -> Vec<Saying> {
    let Some(found) = article.fact(id) else {
        return Vec::new();
    };
    let mention = found.mention(view.mention);
    let sentence = if found.sentence.covers(mention) {
        found.sentence
    } else {
        article.sentence_at(mention.start)
    };
    let section_of = |pos| article.document.section_at(pos);
    let mut lines = vec![
        format!("Fact {}.", fact_line(article, view, id)).into(),
        format!("Sentence: {}", words(article, sentence)).into(),
    ];
    for &other in &found.conflicts {
        if let Some(fact) = article.fact(other) {
            let (words, number) = (words(article, fact.span), other.get() + 1);
            lines.push(format!("Otherwise: {words}, fact {number}.").into());
        }
    }
    if section_of(from) != section_of(mention.start) {
        lines.push(section(article, section_of(mention.start)).into());
    }
    lines
}

/// The facts that a view lists, with headings where it has some.
pub fn facts(article: &Article, view: &View) -> Vec<Saying> {
    let entries = listing(article, view);
    let listed = entries
        .iter()
        .filter(|entry| matches!(entry, Entry::Fact(_)));
    let (listed, all) = (listed.count(), article.findings.facts.len());
    let which = if !view.filter.is_empty() {
        format!(" for {}", view.filter)
    } else if view.density != Density::All && listed < all {
        format!(", the key ones of {all}")
    } else {
        String::new()
    };
    let how_many = match listed {
        0 => "No facts".to_owned(),
        n => count(n, "fact"),
    };
    let mut lines = vec![format!("{how_many}{which}.").into()];
    lines.extend(entries.into_iter().map(|entry| match entry {
        Entry::Notes => "Your notes.".to_owned().into(),
        Entry::Note(id) => {
            let note = view.notes.iter().find(|note| note.id == id);
            let said = note.map_or_else(String::new, |note| {
                let words = note.words(&article.document);
                if note.is_written() {
                    format!("Note: {}. About: {words}", note.text)
                } else {
                    format!("Highlight: {words}")
                }
            });
            said.into()
        }
        Entry::Section(id) => format!("Section {}: {}.", id.get() + 1, title(article, id)).into(),
        Entry::Kind(kind) => format!("Kind: {}.", kind.name()).into(),
        Entry::Fact(id) => fact_line(article, view, id).into(),
    }));
    lines
}

/// The marked facts that begin in a part of the text, on one line; none where there are none.
fn facts_in(article: &Article, view: &View, span: Span) -> Option<Saying> {
    if view.density == Density::Off {
        return None;
    }
    let mut ids: Vec<FactId> = Vec::new();
    for (mention, id) in article.index.mentions_in(span) {
        let first = article.fact(id).is_some_and(|fact| fact.span == mention);
        if first && !ids.contains(&id) && is_listed(article, view, id) {
            ids.push(id);
        }
    }
    let said: Vec<_> = ids
        .into_iter()
        .filter_map(|id| {
            let words = words(article, article.fact(id)?.span);
            let short = match words.char_indices().nth(50) {
                Some((end, _)) => format!("{} and so on", words.get(..end)?.trim_end()),
                None => words,
            };
            Some(format!("{}, {short}", id.get() + 1))
        })
        .collect();
    match said.as_slice() {
        [] => None,
        [one] => Some(format!("Fact {one}.").into()),
        many => Some(format!("Facts {}.", many.join("; ")).into()),
    }
}

/// Where a place stands, for whoever quotes it: title, section, date, file and line.
pub fn source(article: &Article, at: Pos) -> Saying {
    let meta = article.document.meta();
    let section = title(article, article.document.section_at(at));
    let line = article.line(at).map(|line| format!(", line {line}"));
    let date = meta.published.map(|date| date.to_string());
    let mut parts = vec![meta.title.clone()];
    parts.extend((section != meta.title).then_some(section));
    parts.extend(date);
    parts.push(format!("{}{}", meta.source, line.unwrap_or_default()));
    parts.retain(|part| !part.is_empty());
    format!("Source: {}.", parts.join(", ")).into()
}

/// What is known about the document.
pub fn details(article: &Article) -> Vec<Saying> {
    let document = &article.document;
    let meta = document.meta();
    let hidden = document.blocks().iter();
    let hidden = hidden.filter(|b| b.kind == BlockKind::Boilerplate).count();
    let mut lines = greeting(article);
    lines.push(format!("Read from {}.", meta.source).into());
    lines.push(format!("About {} words.", document.text().len() / 6).into());
    lines.push(format!("{}.", count(article.findings.facts.len(), "fact")).into());
    if hidden > 0 {
        lines.push(format!("{} no part of the article left out.", count(hidden, "part")).into());
    }
    lines.extend(article.warnings().map(|w| format!("Note: {w}").into()));
    lines
}
