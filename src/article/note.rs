//! A fact as a person would note it: a glyph, the words, and a few words of context. All of them are slices of the
//! article with punctuation between.

use crate::document::Document;
use crate::facts::{Approx, Change, Fact, Kind, Period, Stance, Value};
use crate::text::Span;

/// A fact on one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// What it says.
    pub words: String,
    /// What it is about, who says so, when: empty when there is no more to say.
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
        (Kind::Place, false) => "⌖",
        (Kind::Place, true) => "p",
        (Kind::Event, false) => "✦",
        (Kind::Event, true) => "e",
        (Kind::Quote, false) => "❝",
        (Kind::Quote, true) => "\"",
        (Kind::Claim, false) => "›",
        (Kind::Claim, true) => ">",
        (Kind::Definition, false) => "≡",
        (Kind::Definition, true) => "=",
        (Kind::List, false) => "⋮",
        (Kind::List, true) => ":",
    }
}

/// Writes a fact down. O(its text).
pub fn note(document: &Document, fact: &Fact) -> Note {
    let words = |span: Span| one_line(document.slice(span));
    let about = fact
        .subject
        .filter(|s| !s.overlaps(fact.span))
        .map(words)
        .unwrap_or_default();
    match &fact.value {
        Value::Number(number) => {
            let mut context = Vec::new();
            match number.change {
                Some(Change::Up) if number.approx == Approx::Exact => context.push("up".to_owned()),
                Some(Change::Down) if number.approx == Approx::Exact => {
                    context.push("down".to_owned());
                }
                _ => {}
            }
            if !about.is_empty() {
                context.push(about);
            }
            Note {
                words: words(fact.span),
                detail: context.join(" · "),
            }
        }
        Value::Time(period) => {
            let date = match period {
                Some(Period::Date(date)) => date.clone(),
                Some(Period::Range(from, to)) => {
                    format!(
                        "{} to {}",
                        from.as_deref().unwrap_or("…"),
                        to.as_deref().unwrap_or("…")
                    )
                }
                None => String::new(),
            };
            Note {
                words: words(fact.span),
                detail: join(&date, &about),
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
            }
        }
        Value::Quote { speaker, .. } => Note {
            words: format!("“{}”", words(fact.span)),
            detail: speaker.map(words).unwrap_or_default(),
        },
        Value::Claim {
            speaker,
            cue,
            stance,
            ..
        } => {
            let who = speaker.map(words).unwrap_or_default();
            let cue = words(*cue);
            let source = if cue.contains(&who) || who.is_empty() {
                cue
            } else {
                format!("{who} {cue}")
            };
            let doubt = if *stance == Stance::Asserted { "" } else { "?" };
            Note {
                words: words(fact.span),
                detail: format!("{source}{doubt}"),
            }
        }
        Value::Definition { short, long } => Note {
            words: words(*short),
            detail: words(*long),
        },
        Value::List { items, .. } => Note {
            words: words(fact.span),
            detail: items
                .iter()
                .map(|&i| words(i))
                .collect::<Vec<_>>()
                .join(" · "),
        },
    }
}

/// Two pieces of context, either of which may be empty.
fn join(a: &str, b: &str) -> String {
    match (a.is_empty(), b.is_empty()) {
        (false, false) => format!("{a} · {b}"),
        _ => format!("{a}{b}"),
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
