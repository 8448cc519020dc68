//! The tokenizer: words, numbers and signs, by one scan over the characters.
//!
//! A word keeps its inner apostrophes, full stops and hyphens (`O'Neil`, `U.S.`, `US-led`), and the stop of an
//! abbreviation (`Dr.`, `J.`); `'s` is a token of its own; a number keeps its separators and decimals (`2,500`, `3.5`,
//! `10:30`, `1/4`); a web or mail address is one token; dots in a row are one token; every other sign stands by itself.
//! In scripts that put no spaces between words, a run of letters of the script is one token. What is longer than
//! [`LONGEST`] is cut, so that a token fits in 12 bytes: there are as many of them as there are words.
//!
//! Invariant: tokens lie inside the block, in order, without overlaps, on character boundaries, and leave out nothing
//! but white space and characters without width. Nothing is allocated per token.

mod key;
mod number;
mod word;

pub use key::Key;
pub(in crate::facts) use word::is_unspaced;

use crate::text::{Pos, Span, floor_boundary};

/// The most bytes of a token. No word of any language with spaces is as long.
const LONGEST: usize = u8::MAX as usize;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// Letters, with inner marks and perhaps digits.
    Word,
    /// Digits, with separators, or a fraction sign such as `½`.
    Number,
    /// A possessive `'s` or `’`.
    Possessive,
    /// A web or mail address.
    Link,
    /// Any other sign.
    Sign,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// All letters small, or none that has a case.
    Lower,
    /// First letter large, others small.
    Title,
    /// All letters large, two or more.
    Upper,
    /// Otherwise: `iPhone`, `McCain`.
    Mixed,
}

/// One token. 12 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    start: Pos,
    /// Its word, for word lists: equal for words that differ only in case.
    pub key: Key,
    /// Its length in bytes.
    len: u8,
    /// What it is made of.
    pub shape: Shape,
    /// How it is written.
    pub case: Case,
    /// Whether white space stands before it.
    pub spaced: bool,
}

impl Token {
    /// Its place in the text.
    #[inline]
    pub fn span(&self) -> Span {
        let start = self.start.get();
        Span::new(start, start + usize::from(self.len))
    }

    /// The token of these letters, at most [`LONGEST`] bytes, which stand at `start`.
    fn new(start: usize, letters: &str, shape: Shape, spaced: bool) -> Self {
        let case = match shape {
            Shape::Word | Shape::Possessive => word::case(letters),
            _ => Case::Lower,
        };
        Self {
            start: Pos::new(start),
            key: Key::of_word(letters),
            len: u8::try_from(letters.len()).unwrap_or(u8::MAX),
            shape,
            case,
            spaced,
        }
    }

    /// Whether it is a word that begins with a large letter.
    pub fn is_capital(&self) -> bool {
        self.shape == Shape::Word && matches!(self.case, Case::Title | Case::Upper)
    }
}

/// Appends the tokens of `block` to `out`. Linear in the block.
pub(super) fn scan(text: &str, block: Span, out: &mut Vec<Token>) {
    scan_part(text, block, block, out);
}

/// Appends the tokens of `block` that lie in a part of it, which begins with a token. Linear in the part.
pub(super) fn scan_part(text: &str, block: Span, part: Span, out: &mut Vec<Token>) {
    let base = block.start.get();
    let slice = block.slice(text);
    let mut at = part.start.get().saturating_sub(base);
    let end = part.end.get().saturating_sub(base);
    let before = slice
        .get(..at)
        .unwrap_or_default()
        .trim_end_matches(is_invisible);
    let mut spaced = before.is_empty() || before.ends_with(char::is_whitespace);
    while at < end
        && let Some(c) = slice.get(at..).and_then(|rest| rest.chars().next())
    {
        if c.is_whitespace() || is_invisible(c) {
            spaced |= c.is_whitespace();
            at += c.len_utf8();
            continue;
        }
        let rest = slice.get(at..).unwrap_or_default();
        let before = slice.get(..at).unwrap_or_default();
        let (len, shape) = measure(rest, before, c, spaced);
        let mut word = rest.get(..len).unwrap_or_default();
        while !word.is_empty() {
            let (piece, more) = word.split_at(floor_boundary(word, LONGEST));
            if at + piece.len() > end {
                return;
            }
            out.push(Token::new(base + at, piece, shape, spaced));
            spaced = false;
            at += piece.len();
            word = more;
        }
    }
}

/// The length in bytes and the shape of the token at the start of `rest`, whose first character is `first`.
fn measure(rest: &str, before: &str, first: char, spaced: bool) -> (usize, Shape) {
    if first.is_ascii_digit() || (first == '.' && spaced && number::starts_after_point(rest)) {
        return number::measure(rest);
    }
    if first.is_alphanumeric() {
        if number::is_fraction(first) {
            return (first.len_utf8(), Shape::Number);
        }
        return word::measure(rest);
    }
    match first {
        '\'' | '’' => {
            let tail = rest.get(first.len_utf8()..).unwrap_or_default();
            if !spaced && word::is_possessive(tail) {
                return (first.len_utf8() + 1, Shape::Possessive);
            }
            if !spaced && plural_possessive(before, tail) {
                return (first.len_utf8(), Shape::Possessive);
            }
        }
        '.' => return (rest.len() - rest.trim_start_matches('.').len(), Shape::Sign),
        '@' | '#' if spaced => {
            let tail = rest.get(1..).unwrap_or_default();
            if tail.starts_with(|c: char| c.is_alphabetic()) {
                return (1 + word::plain(tail), Shape::Link);
            }
        }
        _ => {}
    }
    (first.len_utf8(), Shape::Sign)
}

/// Whether an apostrophe between `before` and `tail` makes a plural possessive (`the troops' pay`) and does not close
/// a quotation: an `s` stands before it, a lower-case word behind it, and no quotation was opened with the same sign.
fn plural_possessive(before: &str, tail: &str) -> bool {
    let mut after = tail.chars();
    if !before.ends_with('s')
        || after.next() != Some(' ')
        || !after.next().is_some_and(char::is_alphabetic)
    {
        return false;
    }
    let window = before
        .get(floor_boundary(before, before.len().saturating_sub(120))..)
        .unwrap_or_default();
    !window.contains(" '") && !window.contains('‘') && !window.starts_with('\'')
}

/// Characters that take no room and part no words: joiners, marks of direction, the byte order mark.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        scan(text, Span::new(0, text.len()), &mut tokens);
        tokens
    }

    #[track_caller]
    fn check(text: &str, expect: &str) {
        let words: Vec<_> = tokens(text).iter().map(|t| t.span().slice(text)).collect();
        assert_eq!(words.join(" | "), expect);
    }

    #[test]
    fn words_keep_what_belongs_to_them() {
        check(
            "The U.S. and US-led troops.",
            "The | U.S. | and | US-led | troops | .",
        );
        check("at 3 p.m. on", "at | 3 | p.m. | on");
        check("rock’n’roll, AT&T", "rock’n’roll | , | AT&T");
        check("COVID-19 (F-16s)", "COVID-19 | ( | F-16s | )");
    }

    #[test]
    fn possessives_stand_apart() {
        check("Iraq's don't O'Neil", "Iraq | 's | don't | O'Neil");
        check(
            "the troops' pay and ‘their words’ too",
            "the | troops | ' | pay | and | ‘ | their | words | ’ | too",
        );
        let marks = tokens("the troops' pay");
        assert_eq!(marks.get(2).map(|t| t.shape), Some(Shape::Possessive));
        let marks = tokens("the ‘old words’ pay");
        assert_eq!(marks.get(4).map(|t| t.shape), Some(Shape::Sign));
    }

    #[test]
    fn abbreviations_keep_their_stop() {
        check(
            "Dr. J. K. Lee of Acme Inc. said",
            "Dr. | J. | K. | Lee | of | Acme | Inc. | said",
        );
        check("No. 5 and no. He", "No. | 5 | and | no | . | He");
        check("a Ph.D. in", "a | Ph.D. | in");
    }

    #[test]
    fn numbers_keep_separators_but_not_final_stops() {
        check(
            "2,500 and 3.5, then 7.",
            "2,500 | and | 3.5 | , | then | 7 | .",
        );
        check("$1.2bn (40%)", "$ | 1.2bn | ( | 40 | % | )");
        check(
            "at 10:30, 1/4 or 9/11/2001",
            "at | 10:30 | , | 1/4 | or | 9/11/2001",
        );
        check(
            "rows 3,5,7 and 1,00,000",
            "rows | 3 | , | 5 | , | 7 | and | 1,00,000",
        );
        check("2½ and .75", "2 | ½ | and | .75");
        check(
            "a 14-year-old, 10-15",
            "a | 14 | - | year-old | , | 10 | - | 15",
        );
        check("the 1990s, 5th", "the | 1990s | , | 5th");
        check(
            "the 1990s. At 5p.m. He",
            "the | 1990s | . | At | 5p.m. | He",
        );
    }

    #[test]
    fn addresses_are_one_token() {
        check(
            "See https://example.org/a?b=1, or mail me@example.org.",
            "See | https://example.org/a?b=1 | , | or | mail | me@example.org | .",
        );
        check("by @user5 on", "by | @user5 | on");
    }

    #[test]
    fn sentences_run_together_are_parted() {
        check("the end.The next", "the | end | . | The | next");
        check("on example.com now", "on | example.com | now");
    }

    #[test]
    fn what_is_longer_than_any_word_is_cut_and_nothing_is_lost() {
        assert_eq!(size_of::<Token>(), 12);
        for letters in ["a", "é", "士", "1", "."] {
            let run = letters.repeat(700);
            let text = format!("so {run} on");
            let found = tokens(&text);
            let inside = found.iter().skip(1).take(found.len() - 2);
            let pieces: Vec<_> = inside.clone().map(|t| t.span().slice(&text)).collect();
            assert_eq!(pieces.concat(), run);
            assert!(pieces.iter().all(|piece| piece.len() <= LONGEST));
            assert_eq!(inside.filter(|t| t.spaced).count(), 1, "{letters}");
        }
        let address = format!("https://example.org/{}", "1/".repeat(200));
        assert!(tokens(&address).iter().all(|t| t.shape == Shape::Link));
    }

    #[test]
    fn dots_in_a_row_are_one_sign() {
        check("Well... yes", "Well | ... | yes");
    }

    #[test]
    fn scripts_without_spaces_are_parted_from_digits() {
        check("约2500名士兵。", "约 | 2500 | 名士兵 | 。");
    }

    #[test]
    fn keys_ignore_case_curls_and_final_stops() {
        let one = tokens("Don’t U.S. Éclair Jan. jan");
        let two = tokens("don't u.s. éclair jan JAN");
        for (a, b) in one.iter().zip(&two) {
            assert_eq!(a.key, b.key);
        }
        assert_eq!(one.first().map(|t| t.key), Some(Key::of("don't")));
    }
}
