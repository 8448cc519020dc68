//! Currencies before and behind a number.

use super::super::row::Row;
use crate::facts::analysis::{Case, Key, Shape};
use crate::facts::lexicon::number::{CURRENCIES, DOLLARS, MONEY_ADJECTIVES};
use crate::facts::lexicon::words;

/// The first token of the currency before `from`, and its code: `$`, `US$`, `USD`, `CUC`.
pub(super) fn before(row: &Row<'_>, from: usize) -> Option<(usize, &'static str)> {
    let at = from.checked_sub(1)?;
    let token = row.get(at)?;
    match token.shape {
        Shape::Sign => {
            let code = CURRENCIES.get(token.key)?;
            let glued = !token.spaced
                && row
                    .get(at.wrapping_sub(1))
                    .is_some_and(|t| t.shape == Shape::Word);
            let country = at.wrapping_sub(1);
            let spaced = row.sign(at, "$")
                && row.any(country, words!("us u.s usd"))
                && row.is_capital(country);
            if row.sign(at, "$")
                && (glued || spaced)
                && let Some(code) = DOLLARS.get(row.key(country))
            {
                return Some((country, code));
            }
            Some((at, code))
        }
        Shape::Word => {
            let code = CURRENCIES.get(token.key)?;
            let named = token.case == Case::Upper || row.word(at).trim_end_matches('.') == "Rs";
            (named && is_code(row, at, code)).then_some((at, code))
        }
        _ => None,
    }
}

/// Whether the word at `at` is a code and no name of a currency.
fn is_code(row: &Row<'_>, at: usize, code: &str) -> bool {
    let word = row.word(at).trim_end_matches('.');
    word == code || matches!(word, "RMB" | "Rs" | "RS")
}

/// The token past the currency at `at`, and its code: `dollars`, `Canadian dollars`, `EUR`, `cents`.
pub(super) fn behind(row: &Row<'_>, at: usize, large: bool) -> Option<(usize, &'static str)> {
    let mut i = at;
    while i < at + 3 && row.any(i, MONEY_ADJECTIVES) && row.is_capital(i) {
        i += 1;
    }
    if row.is_dash(i) && !row.spaced(i) && !row.spaced(i + 1) {
        i += 1;
    }
    let token = row.get(i)?;
    let code = CURRENCIES.get(token.key)?;
    if token.shape == Shape::Sign {
        let sign = !token.spaced && matches!(row.word(i), "€" | "£" | "¢" | "₽" | "₴");
        return (i == at && sign).then_some((i + 1, code));
    }
    let word = row.word(i);
    let code_like = word.eq_ignore_ascii_case(code) || matches!(word, "RMB" | "rs");
    if code_like && word.len() == 3 && token.case != Case::Upper && code != "cent" {
        return None;
    }
    if row.any(i, words!("pound pounds")) && i == at && !large && !buys(row, at) {
        return None;
    }
    if row.any(i, words!("rand rs")) && token.case == Case::Title {
        return None;
    }
    let code = match row.key(at) {
        k if i > at && code == "USD" => DOLLAR_NATIONS.get(k).unwrap_or(code),
        _ => code,
    };
    Some((i + 1, code))
}

/// Codes of dollars by the nation that stands before the word.
static DOLLAR_NATIONS: crate::facts::lexicon::Table<&'static str> = crate::facts::lexicon::table!(&'static str;
    "canadian" => "CAD", "australian" => "AUD", "singapore" => "SGD", "hong" => "HKD", "new" => "NZD",
);

/// Whether words of buying and paying stand before `at`, so that pounds are money.
fn buys(row: &Row<'_>, at: usize) -> bool {
    (at.saturating_sub(8)..at).any(|i| {
        row.any(
            i,
            words!(
                "cost costs paid pay pays price priced worth fine fined spend spent earn earned fee sum budget sold
                 bought raised donated charge charged salary wage wages"
            ),
        )
    }) && !(at.saturating_sub(8)..at).any(|i| row.any(i, words!("weigh weighs weighed weighing weight heavy")))
}

/// Whether a currency word is a small coin, a hundredth of its unit.
pub(super) fn is_cent(key: Key) -> bool {
    words!("cent cents ¢ penny pence").has(key)
}
