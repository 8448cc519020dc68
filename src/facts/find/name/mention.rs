//! Mentions: the tagger's spans without articles and titles, and a way to read the tokens around them.

use std::ops::Range;

use super::{doubt, split};
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
    /// Whether it stands in running text.
    pub(super) prose: bool,
    /// Whether it is one word of capitals.
    pub(super) is_acronym: bool,
    /// Whether all its words are in capitals.
    pub(super) is_capitals: bool,
    /// What the lists say of the whole.
    pub(super) flags: Flags,
    /// Whether the tagger marked it; else its words were marked elsewhere.
    pub(super) tagged: bool,
    /// Whether it is the office of a person: `the Foreign Secretary`.
    pub(super) is_office: bool,
    /// By how much the tagger preferred its kind; 0 where something else told it.
    pub(super) margin: i32,
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

    /// What the lists say of a word that need not stand in the text.
    pub(super) fn says(&self, word: &str) -> Flags {
        self.lists.word(word_key(word))
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
            (Some(a), Some(b)) => a.span().to(b.span()),
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
            is_capitals: tokens.clone().all(|i| {
                self.token(i)
                    .is_some_and(|t| t.case != Case::Title || t.span().len() == 1)
            }),
            flags: self.phrase(&tokens),
            title: tokens.start..tokens.start,
            tokens,
            keys,
            kind,
            prose,
            tagged: true,
            is_office: false,
            margin: 0,
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
        let sentence = sentences.peek();
        let prose = sentence.is_some_and(|s| s.prose);
        let first = sentence.map(|s| s.tokens.start as usize);
        let tokens = name.tokens.start as usize..name.tokens.end as usize;
        split::parts(reader, tokens, name.kind, |tokens, kind| {
            let tokens = bare(reader, tokens, first);
            let Some(mut mention) = read(reader, tokens, kind, prose) else {
                return;
            };
            if mention.kind == name.kind {
                mention.margin = name.margin;
            }
            match out.last_mut() {
                Some(before) if is_nickname(reader, before, &mention) => {
                    let tokens = before.tokens.start..mention.tokens.end;
                    let title = before.title.clone();
                    *before = reader.mention(tokens, NameKind::Person, prose);
                    before.title = title;
                }
                _ => out.push(mention),
            }
        });
    }
    out
}

/// The mention at some tokens without its title, if it is one.
fn read(
    reader: &Reader<'_>,
    mut tokens: Range<usize>,
    mut kind: NameKind,
    prose: bool,
) -> Option<Mention> {
    let addressed = tokens.len() > 1
        && reader
            .token(tokens.start)
            .is_some_and(|t| ADDRESS.has(t.key));
    if addressed {
        kind = NameKind::Person;
    }
    // "the CEO of Brook Mills": only what follows is a body
    let led = kind == NameKind::Organization
        && tokens.len() > 2
        && reader.word(tokens.start + 1) == "of"
        && reader.flags(tokens.start).has(Flags::ROLE)
        && reader.is_large(tokens.start + 2);
    if led {
        tokens.start += 2;
    }
    let mut title = tokens.start..tokens.start;
    if kind == NameKind::Person {
        title = self::title(reader, &tokens);
        let suffix = |i: usize| matches!(reader.word(i), "II" | "III" | "IV" | "Jr" | "Sr");
        if title.end + 1 < tokens.end && suffix(tokens.end) {
            tokens.end += 1;
        }
    }
    tokens.start = title.end;
    if tokens.is_empty()
        || is_no_name(reader, &tokens)
        || is_currency(reader, &tokens)
        || split::is_piece_of_title(reader, &tokens)
        || doubt::is_none(reader, &tokens, kind)
    {
        return None;
    }
    if kind == NameKind::Other {
        kind = split::listed(reader, &tokens);
    }
    kind = told(reader, &tokens, kind).unwrap_or(kind);
    let mut mention = reader.mention(tokens, kind, prose);
    mention.title = title;
    Some(mention)
}

/// Words that begin the name of a place, before its own: `Castle Dracula`.
static SPOTS: Words =
    words!("castle mount mt lake fort cape hotel port villa château camp isle loch");

/// Ranks that are named with what they are held of: `King of Bohemia`.
static RANKS: Words = words!(
    "king queen prince princess duke duchess earl count countess emperor empress sultan archbishop bishop"
);

/// Words that end the name of a street, and those that do so behind the number of a house: `12 Orchard Lane`.
static STREETS: Words = words!("street avenue boulevard highway expressway turnpike parkway");
static LANES: Words = words!(
    "road lane drive court place terrace square crescent close row hill st st. ave ave. rd rd. blvd blvd. dr dr. ln ln."
);

/// Whether the words name a street.
fn is_street(reader: &Reader<'_>, tokens: &Range<usize>) -> bool {
    let before = tokens.start.checked_sub(1).and_then(|i| reader.token(i));
    let housed = before.is_some_and(|t| t.shape == Shape::Number);
    let last = tokens.end.checked_sub(1).and_then(|i| reader.token(i));
    last.is_some_and(|t| STREETS.has(t.key) || housed && LANES.has(t.key))
}

/// The kind that the first or last words of a longer name tell.
fn told(reader: &Reader<'_>, tokens: &Range<usize>, kind: NameKind) -> Option<NameKind> {
    let first = reader.token(tokens.start).filter(|_| tokens.len() > 1)?;
    if kind == NameKind::Person && is_street(reader, tokens) {
        return Some(NameKind::Place);
    }
    if SPOTS.has(first.key) && tokens.len() == 2 && reader.is_large(tokens.start + 1) {
        return Some(NameKind::Place);
    }
    let rank = RANKS.has(first.key) && tokens.len() > 2 && reader.word(tokens.start + 1) == "of";
    rank.then_some(NameKind::Person)
}

/// Whether two mentions are parts of one name with a nickname in quotation marks between: `Julia "Butterfly" Hill`.
/// The nickname itself may be the first of them.
fn is_nickname(reader: &Reader<'_>, before: &Mention, after: &Mention) -> bool {
    let quote = |i: usize| matches!(reader.word(i), "\"" | "“" | "”" | "'" | "‘" | "’");
    let (end, start) = (before.tokens.end, after.tokens.start);
    (before.kind == NameKind::Person || after.kind == NameKind::Person)
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

/// Prepositions that open a sentence with a capital.
static OPENING: Words = words!(
    "near around along across inside outside towards toward despite unlike after before since during until amid among \
     above below behind beneath beside between beyond over throughout within without from with at in on by"
);

/// Without an article in front and a possessive behind.
fn bare(reader: &Reader<'_>, mut tokens: Range<usize>, first: Option<usize>) -> Range<usize> {
    let article = Key::of("the");
    let small = |i: usize| {
        matches!(
            reader.tag(i),
            Tag::Adp | Tag::Sconj | Tag::Cconj | Tag::Pron | Tag::Aux
        ) && reader.flags(i).names() == 0
            && reader.is_large(i + 1)
            || first == Some(i) && reader.token(i).is_some_and(|t| OPENING.has(t.key))
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

/// The token that says what a longer name names: the last, or the one before `of`.
pub(super) fn head(reader: &Reader<'_>, tokens: &Range<usize>) -> Option<usize> {
    let link = tokens
        .clone()
        .skip(1)
        .find(|&i| matches!(reader.word(i), "of" | "for" | "on"));
    link.unwrap_or(tokens.end).checked_sub(1)
}

/// Whether a mention is a common word after an article, which says only what kind of thing is meant: `the League`.
pub(super) fn is_general(reader: &Reader<'_>, mention: &Mention) -> bool {
    let before = mention.tokens.start.checked_sub(1);
    let article = before.is_some_and(|i| {
        matches!(
            reader.word(i),
            "the" | "The" | "this" | "This" | "our" | "its" | "their"
        )
    });
    article && has_head(reader, mention)
}

/// Whether the first word of a mention is a common one that heads names: `League`, `River`.
pub(super) fn has_head(reader: &Reader<'_>, mention: &Mention) -> bool {
    let heads = Flags::ORGANIZATION_HEAD
        .with(Flags::PLACE_HEAD)
        .with(Flags::EVENT_HEAD);
    let flags = reader.flags(mention.tokens.start);
    flags.has(heads) && flags.class() != 0
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
