//! A fact as a person would note it: a glyph, the words, and a few words of context. All of them are slices of the
//! article with punctuation between.

mod period;

use crate::document::Document;
use crate::facts::{Approx, Change, Fact, Kind, Value};
use crate::layout::Glyphs;
use crate::text::Span;

/// A fact on one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// Who says it, for quotations and claims; empty otherwise.
    pub who: String,
    /// What it says.
    pub words: String,
    /// What it is about, when: empty when there is no more to say.
    pub detail: String,
}

/// The sign of a kind, one column wide; in ASCII a letter or sign where `ascii` is asked for.
pub const fn glyph(kind: Kind, ascii: bool) -> &'static str {
    match (kind, ascii) {
        (Kind::Quantity, _) => "#",
        (Kind::Percent, _) => "%",
        (Kind::Money, _) => "$",
        (Kind::Time, false) => "◷",
        (Kind::Time, true) => "t",
        (Kind::Person, _) => "@",
        (Kind::Organization, false) => "⌂",
        (Kind::Organization, true) => "o",
        (Kind::Place, false) => "◎",
        (Kind::Place, true) => "p",
        (Kind::Event, false) => "✦",
        (Kind::Event, true) => "e",
        (Kind::Quote, false) => "❝",
        (Kind::Quote, true) => "\"",
        (Kind::Claim, false) => "›",
        (Kind::Claim, true) => ">",
        (Kind::Definition, false) => "≡",
        (Kind::Definition, true) => "=",
        (Kind::List, false) => "∷",
        (Kind::List, true) => ":",
        (Kind::Statement, false) => "∴",
        (Kind::Statement, true) => "*",
    }
}

/// Writes a fact down. O(its text).
pub fn note(document: &Document, fact: &Fact) -> Note {
    note_with(document, fact, Glyphs::Unicode)
}

/// Writes a fact down with punctuation of the signs that may be used. O(its text).
pub fn note_with(document: &Document, fact: &Fact, glyphs: Glyphs) -> Note {
    let signs = Signs::of(glyphs);
    let join = |a: &str, b: &str| join(a, b, signs.dot);
    let words = |span: Span| one_line(document.slice(span));
    let about = fact
        .subject
        .filter(|s| !s.overlaps(fact.span))
        .map(words)
        .filter(|about| !words(fact.span).ends_with(about.as_str()))
        .unwrap_or_default();
    match &fact.value {
        Value::Number(number) => {
            let change = match number.change {
                // "loss", "increase": the noun says it
                _ if turns(&about) => "",
                Some(Change::Up) if number.approx == Approx::Exact => "up",
                Some(Change::Down) if number.approx == Approx::Exact => "down",
                _ => "",
            };
            Note {
                words: words(fact.span),
                detail: join(&join(change, &about), &held(document, fact, signs.dot)),
                ..Note::default()
            }
        }
        Value::Time(period) => {
            let words = words(fact.span);
            let date = period.as_ref().map(period::in_words).unwrap_or_default();
            // `January 2024` needs no date beside it; the 1800s are too much for "the early 19th century".
            let date = if period::is_said(&words, &date) || period::is_part(&words) {
                String::new()
            } else {
                date
            };
            Note {
                words,
                detail: join(&date, &about),
                ..Note::default()
            }
        }
        Value::Name {
            canonical,
            role,
            acronym,
        } => {
            let role = role.map(words).unwrap_or_default();
            let acronym = acronym.map(words).unwrap_or_default();
            Note {
                words: words(*canonical),
                detail: join(&acronym, &role),
                ..Note::default()
            }
        }
        Value::Quote { speaker, .. } => Note {
            who: speaker.map(words).unwrap_or_default(),
            words: format!("{}{}{}", signs.opening, words(fact.span), signs.closing),
            detail: unnamed(document, fact),
        },
        Value::Claim { speaker, cue, .. } => {
            let (who, cue) = (speaker.map(words).unwrap_or_default(), words(*cue));
            let who = if who.is_empty() || cue.contains(&who) {
                cue
            } else {
                join_words(&who, &cue)
            };
            Note {
                who,
                words: words(fact.span),
                detail: unnamed(document, fact),
            }
        }
        Value::Statement => Note {
            words: words(fact.span),
            ..Note::default()
        },
        Value::Definition { short, long } => Note {
            words: words(*short),
            detail: words(*long),
            ..Note::default()
        },
        Value::List { items, .. } => {
            let first = items.first().map_or(fact.span.end, |item| item.start);
            let announced = Span {
                start: fact.span.start,
                end: first,
            }
            .trim(document.text());
            let announced = words(announced);
            // Without an announcement the items are the fact.
            let (head, detail) = match announced.trim_end_matches([':', ' ', '-', '—']) {
                "" => (words(fact.span), String::new()),
                head => {
                    let items: Vec<_> = items.iter().map(|&i| words(i)).collect();
                    (head.to_owned(), items.join(signs.dot))
                }
            };
            Note {
                words: head,
                detail,
                ..Note::default()
            }
        }
    }
}

/// Whether the last of some words tells by itself which way a number goes.
fn turns(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or_default();
    [
        "increase",
        "decrease",
        "rise",
        "fall",
        "drop",
        "decline",
        "loss",
        "losses",
        "gain",
        "gains",
        "growth",
        "cut",
        "cuts",
        "reduction",
        "surge",
        "plunge",
        "jump",
    ]
    .contains(&last)
}

/// Where and when a number holds, when what it is about does not say so.
fn held(document: &Document, fact: &Fact, dot: &str) -> String {
    let said =
        |span: &Span| fact.subject.is_some_and(|s| s.covers(*span)) || fact.span.covers(*span);
    let words = |span: Option<Span>| {
        span.filter(|s| !said(s))
            .map(|s| one_line(document.slice(s)))
            .unwrap_or_default()
    };
    join(&words(fact.place), &words(fact.when), dot)
}

/// The punctuation of a note.
#[derive(Clone, Copy, Debug)]
struct Signs {
    dot: &'static str,
    opening: &'static str,
    closing: &'static str,
}

impl Signs {
    const fn of(glyphs: Glyphs) -> Self {
        match glyphs {
            Glyphs::Unicode => Self {
                dot: " · ",
                opening: "“",
                closing: "”",
            },
            Glyphs::Ascii => Self {
                dot: " - ",
                opening: "\"",
                closing: "\"",
            },
        }
    }
}

/// By what words a source asked not to be named, where they stand apart from it.
fn unnamed(document: &Document, fact: &Fact) -> String {
    let (speaker, cue) = match &fact.value {
        Value::Claim { speaker, cue, .. } => (*speaker, Some(*cue)),
        Value::Quote { speaker, cue } => (*speaker, *cue),
        _ => (None, None),
    };
    let told = fact.unnamed(document.text());
    let apart = told.filter(|_| told != speaker && told != cue);
    apart
        .map(|s| document.slice(s).to_owned())
        .unwrap_or_default()
}

/// Two pieces of context, either of which may be empty.
fn join(a: &str, b: &str, dot: &str) -> String {
    match (a.is_empty(), b.is_empty()) {
        (false, false) => format!("{a}{dot}{b}"),
        _ => format!("{a}{b}"),
    }
}

/// Source and cue of a claim in the order of speech: `officials assert`, but `according to officials`.
fn join_words(who: &str, cue: &str) -> String {
    if cue.ends_with(" to") || cue.ends_with(" by") {
        format!("{cue} {who}")
    } else {
        format!("{who} {cue}")
    }
}

/// A slice on one line.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}
