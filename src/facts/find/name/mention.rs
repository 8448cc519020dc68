//! Mentions: the tagger's spans without articles and titles, and a way to read the tokens around them.

use std::ops::Range;

use super::doubt;
use crate::facts::analysis::Token;
use crate::facts::gazetteer::{Flags, Gazetteer};
use crate::facts::lexicon::{Words, words};
use crate::facts::tag::form::{phrase_key, word_key};
use crate::facts::{Analysis, Case, Key, NameKind, Shape, Tag};
use crate::text::Span;

/// One place where a name stands.
#[expect(clippy::struct_excessive_bools, reason = "each is a trait of its own")]
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// The title before it that was taken off.
    pub(super) title: Range<usize>,
    /// Its words.
    pub(super) keys: Vec<Key>,
    /// What the tagger took it for.
    pub(super) kind: NameKind,
    /// How well each kind fits.
    pub(super) scores: [i32; 5],
    /// Whether it stands in running text.
    pub(super) prose: bool,
    /// Whether it is one word of capitals.
    pub(super) is_acronym: bool,
    /// What the lists say of the whole.
    pub(super) flags: Flags,
    /// Whether the tagger marked it; else its words were marked elsewhere.
    pub(super) tagged: bool,
    /// Whether it is the office of a person: `the Foreign Secretary`.
    pub(super) is_office: bool,
}

/// The analysis with the word lists.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    /// The analysis.
    pub(super) analysis: &'a Analysis<'a>,
    lists: Gazetteer<'a>,
}

impl<'a> Reader<'a> {
    /// Over an analysis.
    pub(super) fn new(analysis: &'a Analysis<'a>) -> Self {
        Self {
            analysis,
            lists: analysis.lists,
        }
    }

    /// A token, if there is one of that number.
    pub(super) fn token(&self, i: usize) -> Option<&'a Token> {
        self.analysis.tokens.get(i)
    }

    /// The words of a token; empty where there is none.
    pub(super) fn word(&self, i: usize) -> &'a str {
        self.token(i).map_or("", |t| self.analysis.word(t))
    }

    /// The part of speech of a token.
    pub(super) fn tag(&self, i: usize) -> Tag {
        self.analysis.tags.get(i).copied().unwrap_or_default()
    }

    /// What the lists say of a token.
    pub(super) fn flags(&self, i: usize) -> Flags {
        match self.token(i) {
            Some(token) if token.shape == Shape::Word => self.lists.word(word_key(self.word(i))),
            _ => Flags::default(),
        }
    }

    /// What the lists say of a phrase.
    pub(super) fn phrase(&self, tokens: &Range<usize>) -> Flags {
        let mut words = tokens.clone().map(|i| word_key(self.word(i)));
        let first = words.next().unwrap_or(0);
        self.lists.word(words.fold(first, phrase_key))
    }

    /// Whether a token begins with or holds a capital.
    pub(super) fn is_large(&self, i: usize) -> bool {
        self.token(i)
            .is_some_and(|t| t.shape == Shape::Word && t.case != Case::Lower)
    }

    /// The text from the first of the tokens to the last.
    pub(super) fn span(&self, tokens: &Range<usize>) -> Span {
        let first = self.token(tokens.start);
        let last = tokens.end.checked_sub(1).and_then(|i| self.token(i));
        match (first, last) {
            (Some(a), Some(b)) => a.span.to(b.span),
            _ => Span::default(),
        }
    }

    /// A mention at these tokens.
    pub(super) fn mention(&self, tokens: Range<usize>, kind: NameKind, prose: bool) -> Mention {
        let keys = tokens
            .clone()
            .filter_map(|i| self.token(i))
            .map(|t| t.key)
            .collect();
        let one = tokens.len() == 1;
        let upper = |t: &Token| matches!(t.case, Case::Upper | Case::Mixed);
        let letters = self
            .word(tokens.start)
            .chars()
            .filter(|c| c.is_alphabetic())
            .count();
        Mention {
            is_acronym: one
                && (2..=7).contains(&letters)
                && self.token(tokens.start).is_some_and(upper),
            flags: self.phrase(&tokens),
            title: tokens.start..tokens.start,
            tokens,
            keys,
            kind,
            scores: [0; 5],
            prose,
            tagged: true,
            is_office: false,
        }
    }
}

/// Forms of address, which only persons have.
static ADDRESS: Words = words!("mr mrs ms miss dr prof");

/// The mentions that the tagger marked, in order.
pub(super) fn collect(reader: &Reader<'_>) -> Vec<Mention> {
    let mut out = Vec::new();
    let mut sentences = reader.analysis.sentences.iter().peekable();
    for name in &reader.analysis.names {
        while sentences
            .next_if(|s| s.tokens.end <= name.tokens.start)
            .is_some()
        {}
        let prose = sentences.peek().is_some_and(|s| s.prose);
        let mut tokens = name.tokens.start as usize..name.tokens.end as usize;
        tokens = bare(reader, tokens);
        let addressed = tokens.len() > 1
            && reader
                .token(tokens.start)
                .is_some_and(|t| ADDRESS.has(t.key));
        let kind = if addressed {
            NameKind::Person
        } else {
            name.kind
        };
        let title = if kind == NameKind::Person {
            title(reader, &tokens)
        } else {
            tokens.start..tokens.start
        };
        tokens.start = title.end;
        if tokens.is_empty()
            || is_no_name(reader, &tokens)
            || is_currency(reader, &tokens)
            || doubt::is_none(reader, &tokens, kind)
        {
            continue;
        }
        let mut mention = reader.mention(tokens, kind, prose);
        mention.title = title;
        mention.scores = name.scores;
        match out.last_mut() {
            Some(before) if is_nickname(reader, before, &mention) => {
                let tokens = before.tokens.start..mention.tokens.end;
                let (title, scores) = (before.title.clone(), before.scores);
                *before = reader.mention(tokens, NameKind::Person, prose);
                before.title = title;
                before.scores = scores;
            }
            _ => out.push(mention),
        }
    }
    out
}

/// Whether two mentions are parts of one name with a nickname in quotation marks between: `Julia "Butterfly" Hill`.
/// The nickname itself may be the first of them.
fn is_nickname(reader: &Reader<'_>, before: &Mention, after: &Mention) -> bool {
    let quote = |i: usize| matches!(reader.word(i), "\"" | "“" | "”" | "'" | "‘" | "’");
    let (end, start) = (before.tokens.end, after.tokens.start);
    before.kind == NameKind::Person
        && after.kind == NameKind::Person
        && (3..=4).contains(&start.saturating_sub(end))
        && quote(end)
        && quote(start - 1)
        && (end + 1..start - 1).all(|i| reader.is_large(i))
}

/// Whether the words name no single thing: a people or its language (`French`), a title without a name.
fn is_no_name(reader: &Reader<'_>, tokens: &Range<usize>) -> bool {
    let flags = reader.phrase(tokens);
    let real = Flags::COUNTRY
        .with(Flags::PLACE)
        .with(Flags::STATE)
        .with(Flags::ORGANIZATION)
        .with(Flags::GIVEN);
    let people = flags.has(Flags::DEMONYM)
        && (!flags.has(real)
            || (tokens.len() == 1 && flags.country() != 0 && !flags.has(Flags::COUNTRY)));
    let office = Flags::TITLE.with(Flags::ROLE);
    let title = tokens
        .clone()
        .all(|i| reader.flags(i).has(office) || reader.word(i) == ".")
        || flags.has(office);
    people || (title && !flags.has(real.with(Flags::SURNAME))) || is_i(reader, tokens)
}

/// Whether the words are the pronoun, alone or run together with a verb (`I’ll`), or the number of a chapter (`III`).
fn is_i(reader: &Reader<'_>, tokens: &Range<usize>) -> bool {
    let first = reader.word(tokens.start);
    let pronoun = first
        .strip_prefix('I')
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['\'', '’', '.']));
    let verb = reader.word(tokens.start + 1).starts_with(['\'', '’']);
    let number = first.len() > 1 && first.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    (pronoun && (tokens.len() == 1 || tokens.len() == 2 && verb)) || (number && tokens.len() == 1)
}

/// Whether the words only say whose money it is: `US$ 40 billion`.
fn is_currency(reader: &Reader<'_>, tokens: &Range<usize>) -> bool {
    reader
        .token(tokens.end)
        .is_some_and(|t| !t.spaced && reader.analysis.word(t) == "$")
}

/// Without an article in front and a possessive behind.
fn bare(reader: &Reader<'_>, mut tokens: Range<usize>) -> Range<usize> {
    let article = Key::of("the");
    let small = |i: usize| {
        matches!(
            reader.tag(i),
            Tag::Adp | Tag::Sconj | Tag::Cconj | Tag::Pron | Tag::Aux
        ) && reader.flags(i).names() == 0
            && reader.is_large(i + 1)
    };
    while tokens.len() > 1
        && (reader.token(tokens.start).is_some_and(|t| t.key == article) || small(tokens.start))
    {
        tokens.start += 1;
    }
    while tokens.len() > 1
        && reader
            .token(tokens.end - 1)
            .is_some_and(|t| t.shape == Shape::Possessive)
    {
        tokens.end -= 1;
    }
    tokens
}

/// The title at the start of a name, if more follows it.
fn title(reader: &Reader<'_>, tokens: &Range<usize>) -> Range<usize> {
    let mut end = tokens.start;
    while end + 1 < tokens.end {
        let longest = (end + 1..tokens.end)
            .rev()
            .take(4)
            .find(|&e| e - end <= 4 && reader.phrase(&(end..e)).has(Flags::TITLE));
        match longest {
            // `Justice Party`, `Major League` are no persons; a given name is no title.
            Some(e) if !reader.flags(end).has(Flags::GIVEN) || e - end > 1 => {
                end = e;
                if reader.word(end) == "." && end + 1 < tokens.end {
                    end += 1;
                }
            }
            _ => break,
        }
    }
    tokens.start..end
}
