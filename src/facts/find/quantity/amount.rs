//! Reading one number: digits with scales and fractions, or words.

mod words;

use super::super::row::{Row, key};
use crate::facts::analysis::{Key, Shape};
use crate::facts::lexicon::number::{LENGTHS, NUMERALS, Numeral, SCALES, UNITS};
use crate::facts::lexicon::{Words, words};
use crate::text::Span;

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// In digits.
    Digits,
    /// In words.
    Words,
    /// The word `one`.
    One,
    /// `hundreds`, `dozens`: the size only.
    Many,
    /// `two-thirds`, `a quarter`, `half`.
    Fraction,
}

/// A number that was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Amount {
    /// Its first token.
    pub(super) from: usize,
    /// The token past it.
    pub(super) to: usize,
    /// What it is.
    pub(super) value: f64,
    pub(super) form: Form,
    /// Whether a scale word multiplies it.
    pub(super) scaled: Option<f64>,
    /// What is glued behind it in the same token: `km` of `5km`, `member` of `six-member`.
    pub(super) rest: Option<Span>,
}

/// The number at `i`, if one begins there.
pub(super) fn amount(row: &Row<'_>, i: usize) -> Option<Amount> {
    match row.shape(i)? {
        Shape::Number => digits(row, i),
        Shape::Word if row.word(i).starts_with(|c: char| c.is_ascii_digit()) => glued(row, i),
        Shape::Word => words::in_words(row, i),
        _ => None,
    }
}

/// A number token, with what multiplies it or is added to it.
fn digits(row: &Row<'_>, i: usize) -> Option<Amount> {
    let mut value = parse(row.word(i))?;
    let mut to = i + 1;
    let mut form = Form::Digits;
    if row.shape(to) == Some(Shape::Number) && value.fract() == 0.0 {
        let part = parse(row.word(to)).filter(|p| *p > 0.0 && *p < 1.0);
        let fraction =
            row.word(to).contains('/') || !row.spaced(to) && !row.word(to).starts_with('.');
        if let Some(part) = part.filter(|_| fraction) {
            value += part;
            to += 1;
        }
    } else if row.word(i).contains('/') {
        form = Form::Fraction;
    }
    if row.key(to) == key!("and") && row.key(to + 1) == key!("a") && row.key(to + 2) == key!("half")
    {
        value += 0.5;
        to += 3;
    }
    let (to, scaled) = scale(row, to);
    Some(Amount {
        from: i,
        to,
        value: value * scaled.unwrap_or(1.0),
        form,
        scaled,
        rest: None,
    })
}

/// Past the scale words at `at`, and their product.
fn scale(row: &Row<'_>, mut at: usize) -> (usize, Option<f64>) {
    let mut product = None;
    loop {
        let hyphen = usize::from(row.is_dash(at) && !row.spaced(at) && !row.spaced(at + 1));
        let factor = match NUMERALS.get(row.key(at + hyphen)) {
            Some(Numeral::Scale(factor)) => factor,
            Some(Numeral::Hundred) => 100.0,
            Some(Numeral::Dozen) => 12.0,
            _ if product.is_none() && row.any(at, SHORT) => {
                let short = SCALES.get(row.key(at));
                return (at + 1, short);
            }
            _ => return (at, product),
        };
        product = Some(product.unwrap_or(1.0) * factor);
        at += hyphen + 1;
    }
}

/// Short scales that may stand apart from their digits: `7.2 bn`.
static SHORT: Words = words!("bn tn mn mln");

/// The value of digits with separators, a decimal point or a fraction bar.
fn parse(word: &str) -> Option<f64> {
    if let Some(value) = sign_fraction(word) {
        return Some(value);
    }
    if word.contains(':') || word.len() > 20 {
        return None;
    }
    if let Some((a, b)) = word.split_once('/') {
        let (a, b): (f64, f64) = (a.parse().ok()?, b.parse().ok()?);
        return (a < b && b <= 100.0 && a > 0.0).then(|| a / b);
    }
    if word.matches('.').count() > 1 {
        return None;
    }
    let plain = word.split(['.', ',']).next().unwrap_or_default();
    if plain.len() > 1 && plain.starts_with('0') {
        return None;
    }
    let mut buffer = [0u8; 20];
    let mut len = 0;
    for byte in word.bytes().filter(|&b| b != b',') {
        *buffer.get_mut(len)? = byte;
        len += 1;
    }
    std::str::from_utf8(buffer.get(..len)?).ok()?.parse().ok()
}

/// The value of a fraction sign.
fn sign_fraction(word: &str) -> Option<f64> {
    Some(match word {
        "½" => 0.5,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        "⅕" => 0.2,
        "⅛" => 0.125,
        _ => return None,
    })
}

/// Digits with letters behind them in one token: `1.2bn`, `5km`, `10k`. Ordinals and decades are none.
fn glued(row: &Row<'_>, i: usize) -> Option<Amount> {
    let word = row.word(i);
    let cut = word.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))?;
    let (number, tail) = (word.get(..cut)?, word.get(cut..)?);
    let value = parse(number)?;
    if matches!(
        tail,
        "s" | "st" | "nd" | "rd" | "th" | "D" | "G" | "A" | "B" | "'s"
    ) || tail.contains(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    if let Some(factor) = SCALES.get(Key::of_word(tail)) {
        let metres = matches!(tail, "m" | "t" | "mm" | "b") && !money_before(row, i);
        let counts = tail == "m" && super::super::phrase::is_plural(row, i + 1);
        if !metres || counts {
            return Some(Amount {
                from: i,
                to: i + 1,
                value: value * factor,
                form: Form::Digits,
                scaled: Some(factor),
                rest: None,
            });
        }
    }
    let known = UNITS.has(Key::of_word(tail))
        || LENGTHS.has(Key::of_word(tail))
        || matches!(tail, "m" | "t" | "x" | "l" | "W" | "V" | "N" | "pc")
        || tail == "g" && !(2.0..=6.0).contains(&value) // no generation of a network
        || tail == "p" && !LINES.contains(&number); // pence
    if !known {
        return None;
    }
    let span = row.get(i)?.span();
    Some(Amount {
        from: i,
        to: i + 1,
        value,
        form: Form::Digits,
        scaled: None,
        rest: Some(Span::new(span.start.get() + cut, span.end.get())),
    })
}

/// Heights of pictures, in lines: `1080p` is no price.
const LINES: [&str; 9] = [
    "144", "240", "360", "480", "576", "720", "1080", "1440", "2160",
];

/// Whether a sign of money stands before `i`.
fn money_before(row: &Row<'_>, i: usize) -> bool {
    let before = i.wrapping_sub(1);
    row.shape(before) == Some(Shape::Sign)
        && crate::facts::lexicon::number::CURRENCIES
            .get(row.key(before))
            .is_some()
}
