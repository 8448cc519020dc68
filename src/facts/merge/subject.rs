//! What a number or a time is about, as far as it can be compared: the head noun and the words that narrow it.

use crate::facts::lexicon::{Words, words};
use crate::facts::{Candidate, Key, Sentences, Shape, Unit, Value};
use crate::text::Span;

/// Words after which a noun phrase has said its head.
static ENDS: Words = words!(
    "of in on at for from to by with without who which that where when as than and or but into over \
     under between among against during is are was were has have had will would can could may"
);

/// Words that do not narrow what is counted.
static LOOSE: Words = words!(
    "the a an this that these those its his her their our my your some any all about around nearly \
     almost over under roughly approximately more less fewer than least most up to only just at as many \
     much several other new such own total whole"
);

/// Pronouns that begin what is said of a time.
static PRONOUNS: Words = words!("i he she it we they you who there one");

/// The thing that is counted, measured or dated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Subject {
    /// The head noun, in the singular.
    pub(super) head: Option<Key>,
    /// Other words before the head, in the singular, sorted.
    pub(super) rest: Vec<Key>,
}

impl Subject {
    /// Nothing that the text says.
    pub(super) const NONE: Self = Self {
        head: None,
        rest: Vec::new(),
    };

    /// The subject of a candidate: what its finder says, or else its unit of words.
    pub(super) fn of(analysis: &Sentences<'_>, candidate: &Candidate) -> Self {
        let unit = match &candidate.value {
            Value::Number(number) => match number.unit {
                Some(Unit::Words(span)) => Some(span),
                _ => None,
            },
            _ => None,
        };
        candidate
            .subject
            .or(unit)
            .map_or_else(Self::default, |span| Self::at(analysis, span))
    }

    /// The subject that the words of a span name.
    pub(super) fn at(analysis: &Sentences<'_>, span: Span) -> Self {
        let mut keys = Vec::new();
        for token in analysis.tokens_in(span) {
            let word = token.shape == Shape::Word;
            if (!word && token.shape != Shape::Possessive || ENDS.has(token.key))
                && !keys.is_empty()
            {
                break;
            }
            // what a pronoun stands for is not known here
            if word && keys.is_empty() && PRONOUNS.has(token.key) {
                return Self::default();
            }
            if word && !LOOSE.has(token.key) && !ENDS.has(token.key) {
                keys.push(singular(analysis.word(&token)));
            }
        }
        let head = keys.pop();
        keys.sort_unstable();
        Self { head, rest: keys }
    }

    /// Whether both narrow the head in the same way, or one does not narrow it.
    pub(super) fn fits(&self, other: &Self) -> bool {
        self.rest == other.rest || self.rest.is_empty() || other.rest.is_empty()
    }
}

/// The key of a noun in the singular, by spelling: `cities` as `city`, `boxes` as `box`, `troops` as `troop`.
pub(in crate::facts) fn singular(word: &str) -> Key {
    let word = word.to_lowercase();
    let one = match word.as_str() {
        "people" | "persons" => "person",
        "men" => "man",
        "women" => "woman",
        "children" => "child",
        "lives" => "life",
        "feet" => "foot",
        other => {
            if let Some(stem) = other.strip_suffix("ies").filter(|s| s.len() >= 2) {
                return Key::of(&format!("{stem}y"));
            }
            let es = ["ches", "shes", "sses", "xes", "zes"];
            if es.iter().any(|end| other.ends_with(end)) {
                other.strip_suffix("es").unwrap_or(other)
            } else if other.len() > 3 && !other.ends_with("ss") && !other.ends_with("us") {
                other.strip_suffix('s').unwrap_or(other)
            } else {
                other
            }
        }
    };
    Key::of(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_have_the_key_of_their_singular() {
        for (many, one) in [
            ("troops", "troop"),
            ("cities", "city"),
            ("Boxes", "box"),
            ("churches", "church"),
            ("people", "person"),
            ("women", "woman"),
            ("glass", "glass"),
            ("status", "status"),
        ] {
            assert_eq!(singular(many), singular(one), "{many}");
        }
    }
}
