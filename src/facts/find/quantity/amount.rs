//! Reading one number: digits with scales and fractions, or words.

use super::super::row::{Row, key};
use crate::facts::analysis::{Key, Shape};
use crate::facts::lexicon::number::{LENGTHS, NUMERALS, Numeral, PARTS, SCALES, UNITS};
use crate::facts::lexicon::words;
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
        Shape::Word => in_words(row, i),
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
            _ => return (at, product),
        };
        product = Some(product.unwrap_or(1.0) * factor);
        at += hyphen + 1;
    }
}

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
        || matches!(tail, "m" | "t" | "x" | "l");
    if !known {
        return None;
    }
    let span = row.get(i)?.span;
    Some(Amount {
        from: i,
        to: i + 1,
        value,
        form: Form::Digits,
        scaled: None,
        rest: Some(Span::new(span.start.get() + cut, span.end.get())),
    })
}

/// Whether a sign of money stands before `i`.
fn money_before(row: &Row<'_>, i: usize) -> bool {
    let before = i.wrapping_sub(1);
    row.shape(before) == Some(Shape::Sign)
        && crate::facts::lexicon::number::CURRENCIES
            .get(row.key(before))
            .is_some()
}

/// A number in words.
fn in_words(row: &Row<'_>, i: usize) -> Option<Amount> {
    let first = row.key(i);
    let article = row.any(i, words!("a an"));
    if article || first == key!("half") {
        return with_article(row, i);
    }
    let word = row.word(i);
    if word.contains('-') {
        return hyphenated(row, i, word);
    }
    let numeral = NUMERALS.get(first)?;
    if let Numeral::Many(size) = numeral {
        return many(row, i, size);
    }
    if row.key(i + 1) == key!("of")
        && matches!(
            numeral,
            Numeral::Hundred | Numeral::Scale(_) | Numeral::Dozen
        )
    {
        return None;
    }
    let (to, value, scaled) = cardinal(row, i)?;
    if let Some(part) = PARTS
        .get(row.key(to))
        .filter(|&p| value < p && scaled.is_none())
    {
        let of = row.any(to + 1, words!("of the a an as more less"));
        if of && value.fract() == 0.0 {
            return Some(Amount {
                from: i,
                to: to + 1,
                value: value / part,
                form: Form::Fraction,
                scaled: None,
                rest: None,
            });
        }
    }
    let one = to == i + 1 && first == key!("one");
    Some(Amount {
        from: i,
        to,
        value,
        form: if one { Form::One } else { Form::Words },
        scaled,
        rest: None,
    })
}

/// `a dozen`, `a million`, `half a million`, `a third of`, `half of`, `a couple of`.
fn with_article(row: &Row<'_>, i: usize) -> Option<Amount> {
    let found = |to, value, form, scaled| {
        Some(Amount {
            from: i,
            to,
            value,
            form,
            scaled,
            rest: None,
        })
    };
    if row.key(i) == key!("half") {
        let a = usize::from(row.any(i + 1, words!("a an")));
        let (to, scaled) = scale(row, i + 1 + a);
        if let Some(factor) = scaled {
            return found(to, factor / 2.0, Form::Words, scaled);
        }
        return if row.any(i + 1, words!("of the its their his her our"))
            && !row.any(i.wrapping_sub(1), words!("first second last other a and"))
        {
            found(i + 1, 0.5, Form::Fraction, None)
        } else {
            None
        };
    }
    if row.any(i + 1, words!("couple pair")) && row.key(i + 2) == key!("of") {
        return found(i + 2, 2.0, Form::Many, None);
    }
    let half = usize::from(row.key(i + 1) == key!("half"));
    let (to, scaled) = scale(row, i + 1 + half);
    if let Some(factor) = scaled {
        let share = if half == 1 { 0.5 } else { 1.0 };
        return found(to, factor * share, Form::Words, scaled);
    }
    let led = row.any(
        i.wrapping_sub(1),
        words!("about nearly almost around roughly over than under"),
    );
    let part = PARTS
        .get(row.key(i + 1))
        .filter(|_| row.key(i + 2) == key!("of") || led && !row.is_lower(i + 2));
    match part {
        Some(part) if row.key(i + 1) != key!("half") => {
            found(i + 2, 1.0 / part, Form::Fraction, None)
        }
        _ => None,
    }
}

/// `twenty-five`, `two-thirds`, `six-member`, `twenty-five-year-old`.
fn hyphenated(row: &Row<'_>, i: usize, word: &str) -> Option<Amount> {
    let (mut value, mut taken, mut any) = (0.0, 0, false);
    let mut parts = word.split('-').peekable();
    let mut scaled = None;
    while let Some(part) = parts.peek() {
        let key = Key::of_word(part);
        match NUMERALS.get(key) {
            Some(Numeral::Small(n) | Numeral::Tens(n)) => value += n,
            Some(Numeral::Hundred) if any => value *= 100.0,
            Some(Numeral::Scale(factor)) => {
                value = if any { value * factor } else { factor };
                scaled = Some(factor);
            }
            Some(Numeral::Hundred) => value = 100.0,
            _ => {
                if let Some(p) = PARTS.get(key).filter(|&p| any && value < p && value > 0.0) {
                    let last = taken + part.len() == word.len();
                    return last.then(|| Amount {
                        from: i,
                        to: i + 1,
                        value: value / p,
                        form: Form::Fraction,
                        scaled: None,
                        rest: None,
                    });
                }
                break;
            }
        }
        any = true;
        taken += part.len() + 1;
        parts.next();
    }
    if !any {
        return None;
    }
    let span = row.get(i)?.span;
    if taken > word.len() {
        let (to, more) = scale(row, i + 1);
        return Some(Amount {
            from: i,
            to,
            value: value * more.unwrap_or(1.0),
            form: Form::Words,
            scaled: more,
            rest: None,
        });
    }
    let rest = word.get(taken..)?;
    if value <= 1.0 && !LENGTHS.has(Key::of_word(rest.split('-').next()?)) {
        return None;
    }
    Some(Amount {
        from: i,
        to: i + 1,
        value,
        form: Form::Words,
        scaled,
        rest: Some(Span::new(span.start.get() + taken, span.end.get())),
    })
}

/// `hundreds of`, `tens of thousands of`, `dozens`.
fn many(row: &Row<'_>, i: usize, size: f64) -> Option<Amount> {
    let mut to = i + 1;
    let mut value = size;
    if row.key(to) == key!("of") {
        if let Some(Numeral::Many(further)) = NUMERALS.get(row.key(to + 1)) {
            value *= further;
            to += 2;
        }
    }
    (row.key(to) == key!("of") || to > i + 1 || row.any(to, words!("more")) || !row.is_lower(to))
        .then_some(Amount {
            from: i,
            to,
            value,
            form: Form::Many,
            scaled: None,
            rest: None,
        })
}

/// A cardinal of several words: `two thousand five hundred and six`, `one and a half million`.
fn cardinal(row: &Row<'_>, i: usize) -> Option<(usize, f64, Option<f64>)> {
    let (mut total, mut current, mut at, mut scaled) = (0.0, 0.0, i, None);
    let mut last = f64::INFINITY;
    loop {
        let word = row.word(at);
        let numeral = if let Some((tens, ones)) = word.split_once('-') {
            match (
                NUMERALS.get(Key::of_word(tens)),
                NUMERALS.get(Key::of_word(ones)),
            ) {
                (Some(Numeral::Tens(a)), Some(Numeral::Small(b))) => Some(Numeral::Small(a + b)),
                _ => None,
            }
        } else {
            NUMERALS.get(row.key(at))
        };
        match numeral {
            Some(Numeral::Small(n)) if last > n && last >= 20.0 => {
                current += n;
                last = 1.0;
            }
            Some(Numeral::Tens(n)) if last >= 100.0 => {
                current += n;
                last = 20.0;
            }
            Some(Numeral::Hundred) if last < 100.0 || at == i => {
                current = if at == i { 100.0 } else { current * 100.0 };
                last = 100.0;
            }
            Some(Numeral::Scale(factor)) => {
                total += if current == 0.0 { 1.0 } else { current } * factor;
                (current, last, scaled) = (0.0, 1000.0, Some(factor));
            }
            Some(Numeral::Dozen) if at > i => {
                current *= 12.0;
                last = 1.0;
                scaled = Some(12.0);
            }
            _ if at == i => return None,
            _ if row.key(at) == key!("and")
                && row.key(at + 1) == key!("a")
                && row.key(at + 2) == key!("half") =>
            {
                let (to, more) = scale(row, at + 3);
                let value = (total + current + 0.5) * more.unwrap_or(1.0);
                return Some((to, value, more.or(scaled)));
            }
            _ if row.key(at) == key!("and")
                && last >= 100.0
                && NUMERALS
                    .get(row.key(at + 1))
                    .is_some_and(|n| matches!(n, Numeral::Small(_) | Numeral::Tens(_))) => {}
            _ => return Some((at, total + current, scaled)),
        }
        at += 1;
    }
}
