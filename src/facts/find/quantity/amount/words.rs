//! Numbers in words: `two thousand five hundred and six`, `half a million`, `two-thirds`, `six-member`, `dozens of`.

use super::super::super::row::{Row, key};
use super::{Amount, Form, scale};
use crate::facts::analysis::Key;
use crate::facts::lexicon::number::{LENGTHS, NUMERALS, Numeral, PARTS};
use crate::facts::lexicon::words;
use crate::text::Span;

/// A number in words.
pub(super) fn in_words(row: &Row<'_>, i: usize) -> Option<Amount> {
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
    let span = row.get(i)?.span();
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
    if row.key(to) == key!("of")
        && let Some(Numeral::Many(further)) = NUMERALS.get(row.key(to + 1))
    {
        value *= further;
        to += 2;
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
