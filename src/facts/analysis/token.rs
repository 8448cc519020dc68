//! The tokenizer: words, numbers and signs, by one scan over the characters.
//!
//! A word keeps its inner apostrophes, full stops (`U.S.`, `p.m.`) and hyphens (`US-led`); `'s` is a token of its own;
//! a number keeps its separators and decimals (`2,500`, `3.5`); every other sign is a token by itself.

use crate::text::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// Letters, with inner marks and perhaps digits.
    Word,
    /// Digits, with separators.
    Number,
    /// A possessive `'s` or `’`.
    Possessive,
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

/// One token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its place in the text.
    pub span: Span,
    /// What it is made of.
    pub shape: Shape,
    /// How it is written.
    pub case: Case,
    /// Whether white space stands before it.
    pub spaced: bool,
}

/// Appends the tokens of `block` to `out`. Linear in the block.
pub(super) fn scan(text: &str, block: Span, out: &mut Vec<Token>) {
    let base = block.start.get();
    let slice = block.slice(text);
    let mut spaced = true;
    let mut chars = slice.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_whitespace() {
            spaced = true;
            continue;
        }
        let rest = slice.get(at..).unwrap_or_default();
        let (len, shape) = measure(rest, c);
        while chars.peek().is_some_and(|&(next, _)| next < at + len) {
            chars.next();
        }
        let word = rest.get(..len).unwrap_or_default();
        out.push(Token {
            span: Span::new(base + at, base + at + len),
            shape,
            case: case(word),
            spaced,
        });
        spaced = false;
    }
}

/// The length in bytes and the shape of the token at the start of `rest`, whose first character is `first`.
fn measure(rest: &str, first: char) -> (usize, Shape) {
    if first.is_ascii_digit() {
        return number(rest);
    }
    if first.is_alphanumeric() {
        return (word(rest), Shape::Word);
    }
    if matches!(first, '\'' | '’') {
        let tail = rest.get(first.len_utf8()..).unwrap_or_default();
        let mut after = tail.chars();
        if matches!(after.next(), Some('s' | 'S'))
            && !after.next().is_some_and(char::is_alphanumeric)
        {
            return (first.len_utf8() + 1, Shape::Possessive);
        }
    }
    (first.len_utf8(), Shape::Sign)
}

/// A number: digits with inner `,` `.` `:` `/` before further digits; letters right behind make it a word (`5th`).
fn number(rest: &str) -> (usize, Shape) {
    let bytes = rest.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while digit(end)
        || (matches!(bytes.get(end), Some(b',' | b'.' | b':' | b'/')) && digit(end + 1))
    {
        end += 1;
    }
    if rest
        .get(end..)
        .and_then(|r| r.chars().next())
        .is_some_and(char::is_alphabetic)
    {
        return (word(rest), Shape::Word);
    }
    (end, Shape::Number)
}

/// A word: letters and digits with single inner joints.
fn word(rest: &str) -> usize {
    let mut end = 0;
    for (at, c) in rest.char_indices() {
        let len = c.len_utf8();
        if c.is_alphanumeric() || is_combining(c) {
            end = at + len;
            continue;
        }
        let tail = rest.get(at + len..).unwrap_or_default();
        let joined = tail.chars().next().is_some_and(char::is_alphanumeric);
        match c {
            '\'' | '’' if joined && !possessive(tail) => {}
            '-' | '\u{2010}' | '\u{2011}' | '&' | '_' | '\u{ad}' if joined => {}
            '.' if joined || dotted(rest.get(..end).unwrap_or_default()) => end = at + len,
            _ => break,
        }
        if c == '.' && !joined {
            break;
        }
    }
    end
}

/// Whether what follows an apostrophe is just `s`.
fn possessive(tail: &str) -> bool {
    let mut chars = tail.chars();
    matches!(chars.next(), Some('s' | 'S')) && !chars.next().is_some_and(char::is_alphanumeric)
}

/// Whether a word so far is letters parted by full stops (`U.S`, `p.m`), so that a final stop belongs to it.
fn dotted(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| part.chars().count() == 1)
}

fn is_combining(c: char) -> bool {
    matches!(u32::from(c), 0x300..=0x36f | 0x1ab0..=0x1aff | 0x20d0..=0x20ff)
}

/// How the letters of a word are written.
fn case(word: &str) -> Case {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else {
        return Case::Lower;
    };
    let (mut upper, mut lower) = (0, 0);
    for c in letters {
        if c.is_uppercase() {
            upper += 1;
        } else {
            lower += 1;
        }
    }
    match (first.is_uppercase(), upper, lower) {
        (true, 0, _) => Case::Title,
        (true, _, 0) => Case::Upper,
        (false, 0, _) => Case::Lower,
        _ => Case::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let mut tokens = Vec::new();
        scan(text, Span::new(0, text.len()), &mut tokens);
        let words: Vec<_> = tokens.iter().map(|t| t.span.slice(text)).collect();
        assert_eq!(words, expect);
    }

    #[test]
    fn words_keep_what_belongs_to_them() {
        check(
            "The U.S. and US-led troops.",
            &["The", "U.S.", "and", "US-led", "troops", "."],
        );
        check("Iraq's don't O'Neil", &["Iraq", "'s", "don't", "O'Neil"]);
        check("at 3 p.m. on", &["at", "3", "p.m.", "on"]);
    }

    #[test]
    fn numbers_keep_separators_but_not_final_stops() {
        check(
            "2,500 and 3.5, then 7.",
            &["2,500", "and", "3.5", ",", "then", "7", "."],
        );
        check("$1.2bn (40%)", &["$", "1.2bn", "(", "40", "%", ")"]);
    }
}
