//! Sentence boundaries, decided on tokens.
//!
//! Takes the tokens of one block, gives ranges that partition them. A sentence ends behind `.`, `!`, `?`, `…` and their
//! kin in other scripts, with the closing marks that stand behind them, when what follows can open one; behind an
//! abbreviation only before a word that opens a sentence; at a line break before a new start. Colons and semicolons do
//! not end one, and neither does a mark inside a quotation that its speaker follows. Each decision looks at a few
//! tokens round the place; nothing is learned from a corpus.

use std::ops::Range;

use super::super::lexicon::abbreviation::{ABBREVIATIONS, OPENERS, SAYING, Stop};
use super::{Case, Key, Shape, Token};
use crate::text::Span;

/// Calls `emit` with the token range and span of each sentence among `tokens[from..]`.
pub(super) fn cut(
    text: &str,
    tokens: &[Token],
    from: usize,
    mut emit: impl FnMut(Range<u32>, Span),
) {
    let row = Row { text, tokens };
    let mut start = from;
    let mut at = from;
    while at < tokens.len() {
        let end = row.end_at(start, at).or_else(|| row.overlong(start, at));
        if let Some(end) = end {
            if let (Some(a), Some(b)) = (tokens.get(start), tokens.get(end - 1)) {
                emit(index(start)..index(end), a.span().to(b.span()));
            }
            start = end;
            at = end;
        } else {
            at += 1;
        }
    }
}

/// The most tokens of a sentence: from here on it ends at the next comma or semicolon, and at twice as many anywhere.
/// What looks round inside a sentence stays linear in the text that way; the longest sentences of law have about as many.
const LONGEST: usize = 500;

/// A token index as it is stored.
fn index(i: usize) -> u32 {
    u32::try_from(i).unwrap_or(u32::MAX)
}

/// What a token does at the end of a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// `.`
    Stop,
    /// `!`, `?`
    Cry,
    /// `...`, `…`
    Dots,
    /// `。` and other marks that end a sentence whatever follows.
    Sure,
}

/// The tokens of a text, to look around in.
struct Row<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl Row<'_> {
    fn word(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| t.span().slice(self.text))
    }

    /// Where a sentence that began at `start` and has grown too long is cut behind the token `at`.
    fn overlong(&self, start: usize, at: usize) -> Option<usize> {
        let length = at - start + 1;
        let pause = matches!(self.word(at), "," | ";");
        (length >= LONGEST && (pause || length >= 2 * LONGEST)).then_some(at + 1)
    }

    /// If a sentence that began at `start` ends with the token `at` (and closing marks behind it): where the next begins.
    fn end_at(&self, start: usize, at: usize) -> Option<usize> {
        let token = self.tokens.get(at)?;
        let mark = match token.shape {
            Shape::Sign => mark(self.word(at)),
            Shape::Word if self.word(at).ends_with('.') => Some(Mark::Stop),
            _ => None,
        };
        let Some(mark) = mark else {
            return self.at_break(at).then_some(at + 1);
        };
        let end = self.closing(at + 1, mark);
        let Some(next) = self.tokens.get(end) else {
            return Some(end);
        };
        let quoted = (at + 1..end).any(|i| is_quote(self.word(i)));
        let ends = mark == Mark::Sure
            || self.breaks_before(end)
            || self.opens(end, next)
                && !(quoted && is_dash(self.word(end)))
                && match mark {
                    Mark::Cry if quoted => !self.speaks(end),
                    Mark::Cry => self.word(end) != "(" || self.is_aside(end),
                    Mark::Stop if token.shape == Shape::Word => self.after_abbreviation(at, end),
                    Mark::Stop => !self.is_list_mark(start, at) && !self.is_number_point(at, end),
                    Mark::Dots | Mark::Sure => true,
                };
        ends.then_some(end)
    }

    /// Past the marks that close the sentence with the token before `at`: further marks, quotes, brackets, notes `[5]`.
    fn closing(&self, mut at: usize, mark_: Mark) -> usize {
        while let Some(token) = self.tokens.get(at) {
            let word = self.word(at);
            let close = match word {
                ")" | "]" | "}" | "”" | "’" | "»" | "›" | "」" | "』" | "）" | "】" => {
                    !token.spaced || matches!(word, "»" | "›")
                }
                "\"" | "'" => !token.spaced && !self.glued(at + 1),
                "[" if self.note(at) > 0 => {
                    at += self.note(at) - 1;
                    true
                }
                "." if mark_ != Mark::Sure => {
                    !token.spaced
                        || self.word(at - 1) == "." && self.word(at + 1) == "."
                        || self.word(at.wrapping_sub(2)) == "." && self.word(at - 1) == "."
                }
                _ => token.shape == Shape::Sign && !token.spaced && mark(word).is_some(),
            };
            if !close {
                break;
            }
            at += 1;
        }
        at
    }

    /// Whether the token at `at` stands right behind the one before it and is a word.
    fn glued(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|t| !t.spaced && matches!(t.shape, Shape::Word | Shape::Number))
    }

    /// How many tokens a note mark such as `[5]` or `[1-3]` at `at` has; 0 where none stands.
    fn note(&self, at: usize) -> usize {
        let inner = (at + 1..at + 9)
            .map_while(|i| self.tokens.get(i))
            .take_while(|t| {
                t.shape == Shape::Number || matches!(t.span().slice(self.text), "," | "-" | "–")
            })
            .count();
        if inner > 0 && self.word(at) == "[" && self.word(at + 1 + inner) == "]" {
            inner + 2
        } else {
            0
        }
    }

    /// Whether a line break that starts something new stands behind a token that is no mark.
    fn at_break(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else {
            return false;
        };
        if at + 1 >= self.tokens.len() {
            return true;
        }
        self.breaks_before(at + 1)
            && !(token.shape == Shape::Sign && matches!(self.word(at), "," | "-" | "–" | "(" | "“"))
    }

    /// Whether a line break before `at` starts something new: the next line begins with a capital, a number or a sign.
    fn breaks_before(&self, at: usize) -> bool {
        let (Some(before), Some(token)) = (
            at.checked_sub(1).and_then(|i| self.tokens.get(i)),
            self.tokens.get(at),
        ) else {
            return false;
        };
        token.spaced
            && !(token.shape == Shape::Word && token.case == Case::Lower)
            && Span {
                start: before.span().end,
                end: token.span().start,
            }
            .slice(self.text)
            .contains(['\n', '\t'])
    }

    /// Whether the token at `at` can open a sentence.
    fn opens(&self, at: usize, token: &Token) -> bool {
        match token.shape {
            Shape::Word => token.case != Case::Lower || self.has_no_case(at),
            Shape::Number | Shape::Link => true,
            Shape::Possessive => false,
            Shape::Sign => match self.word(at) {
                "\"" | "'" | "`" | "“" | "‘" | "«" | "‹" | "„" | "「" | "『" | "(" | "[" | "（"
                | "¿" | "¡" => {
                    let inner = self.tokens.get(at + 1);
                    inner.is_none_or(|t| {
                        !(t.shape == Shape::Word && t.case == Case::Lower)
                            || self.has_no_case(at + 1)
                    })
                }
                "$" | "£" | "€" | "¥" | "#" | "•" | "*" | "–" | "—" | "-" | "…" | "..." => {
                    token.spaced
                }
                _ => false,
            },
        }
    }

    /// Whether a word begins with a letter that has no large form, or with a digit.
    fn has_no_case(&self, at: usize) -> bool {
        self.word(at)
            .chars()
            .next()
            .is_some_and(|c| !c.is_lowercase() && !c.is_uppercase())
    }

    /// Whether `He said` or the like starts at `at`: the words before it are its quotation.
    fn speaks(&self, at: usize) -> bool {
        (at..at + 5)
            .map_while(|i| self.tokens.get(i))
            .take_while(|t| matches!(t.shape, Shape::Word))
            .any(|t| SAYING.has(t.key) && t.case == Case::Lower)
    }

    /// Whether the stop at `at` marks a number or letter of a list that is all the sentence has so far.
    fn is_list_mark(&self, start: usize, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|i| self.tokens.get(i)) else {
            return true;
        };
        let word = self.word(at - 1);
        at == start
            || at == start + 1
                && (before.shape == Shape::Number
                    || word.len() == 1
                    || word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X')))
    }

    /// Whether the stop at `at` parts digits or stands inside a word.
    fn is_number_point(&self, at: usize, end: usize) -> bool {
        at + 1 == end
            && self
                .tokens
                .get(end)
                .is_some_and(|t| !t.spaced && t.shape == Shape::Number)
    }

    /// Whether a sentence ends behind the abbreviation at `at`; the next one would begin at `end`.
    fn after_abbreviation(&self, at: usize, end: usize) -> bool {
        let (Some(token), Some(next)) = (self.tokens.get(at), self.tokens.get(end)) else {
            return true;
        };
        if end > at + 1 {
            return true;
        }
        let opener = self.is_opener(end);
        match ABBREVIATIONS.get(token.key) {
            Some(Stop::Inside) => false,
            Some(Stop::Numbered) => next.shape != Shape::Number && opener,
            Some(Stop::Final) => true,
            Some(Stop::Open | Stop::Named) => opener,
            None if is_clock(token.key) && next.shape != Shape::Sign => {
                next.shape != Shape::Number && !self.follows_clock(end)
            }
            None => opener && !self.is_initial(end),
        }
    }

    /// Whether the token at `at` is a capital word, perhaps behind a quotation mark, that opens sentences.
    fn is_opener(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else {
            return true;
        };
        match token.shape {
            Shape::Sign => is_quote(self.word(at)) || self.word(at) == "(" && self.is_aside(at),
            Shape::Word => token.case != Case::Lower && OPENERS.has(token.key),
            _ => false,
        }
    }

    /// Whether the bracket that opens at `at` holds a sentence: a mark stands before the one that closes it.
    fn is_aside(&self, at: usize) -> bool {
        (at + 1..at + 60)
            .take_while(|&i| i < self.tokens.len())
            .find(|&i| self.word(i) == ")")
            .is_some_and(|i| mark(self.word(i - 1)).is_some() || is_quote(self.word(i - 1)))
    }

    /// Whether the token at `at` is an initial: `J.`
    fn is_initial(&self, at: usize) -> bool {
        let word = self.word(at);
        word.chars().count() == 2 && word.ends_with('.')
    }

    /// Whether what stands at `at` belongs to a time of day before it: a time zone, a weekday, a month.
    fn follows_clock(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| {
            t.case == Case::Upper && self.word(at).len() <= 4
                || t.shape == Shape::Word && ABBREVIATIONS.get(t.key).is_some()
                || AFTER_CLOCK.has(t.key)
        })
    }
}

/// Days, months and zones that may follow `p.m.` in the same sentence.
static AFTER_CLOCK: super::super::lexicon::Words = super::super::lexicon::words!(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
     september october november december eastern pacific central mountain local greenwich"
);

/// Whether a word is `a.m` or `p.m`.
fn is_clock(key: Key) -> bool {
    key == Key::of("a.m") || key == Key::of("p.m")
}

/// The mark that a sign is.
fn mark(word: &str) -> Option<Mark> {
    match word {
        "." => Some(Mark::Stop),
        "!" | "?" | "‽" | "؟" | "⁇" | "⁈" | "⁉" => Some(Mark::Cry),
        "…" | "..." | "...." | ".." | "....." => Some(Mark::Dots),
        "。" | "！" | "？" | "｡" | "।" | "॥" | "۔" | "։" | "።" => Some(Mark::Sure),
        _ => None,
    }
}

/// Whether a sign is a dash.
fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–" | "—" | "―")
}

/// Whether a sign is a quotation mark.
fn is_quote(word: &str) -> bool {
    matches!(
        word,
        "\"" | "'"
            | "`"
            | "“"
            | "”"
            | "‘"
            | "’"
            | "«"
            | "»"
            | "‹"
            | "›"
            | "「"
            | "」"
            | "『"
            | "』"
    )
}

#[cfg(test)]
mod tests;
