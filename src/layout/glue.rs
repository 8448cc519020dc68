//! What belongs together across a space: a number and its unit, sign or currency.

/// Units and scale words that stay with the number before them, without the full stop that may follow.
/// From the SI brochure, the usual abbreviations of English style guides, and scale words.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "percent", "percentage", "per", "pct", "hundred", "thousand", "million", "billion", "trillion", "bn", "mn", "tn",
    "dozen", "a.m", "p.m", "am", "pm", "AM", "PM", "A.M", "P.M", "AD", "BC", "CE", "BCE", "km", "m", "cm", "mm", "nm",
    "µm", "μm", "mi", "ft", "yd", "km²", "m²", "m³", "km/h", "mph", "m/s", "kg", "g", "mg", "µg", "t", "lb", "lbs",
    "oz", "l", "L", "ml", "mL", "s", "ms", "µs", "min", "h", "hr", "hrs", "Hz", "kHz", "MHz", "GHz", "W", "kW", "MW",
    "GW", "TW", "Wh", "kWh", "MWh", "GWh", "TWh", "J", "kJ", "MJ", "V", "kV", "A", "mA", "Pa", "kPa", "hPa", "bar",
    "B", "kB", "KB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "bit", "bits", "bytes", "dB", "px", "pt", "K", "C", "F",
    "°C", "°F", "°", "%", "‰", "€", "$", "£", "¥", "USD", "EUR", "GBP", "dollars", "euros", "pounds", "cents", "x",
    "×",
];

/// Scale words that stand between a number and its unit.
const SCALES: &[&str] = &["million", "billion", "trillion"];

/// What stays with the number after it.
#[rustfmt::skip]
const PREFIXES: &[&str] = &[
    "No.", "no.", "Nos.", "nos.", "Nr.", "№", "p.", "pp.", "Vol.", "vol.", "Ch.", "ch.", "Fig.", "fig.", "Figs.",
    "Sec.", "sec.", "Art.", "art.", "Eq.", "eq.", "§", "§§", "#", "$", "US$", "€", "£", "¥", "₹", "USD", "EUR", "GBP",
    "~", "≈", "±", "+", "-", "−", "<", ">", "≤", "≥", "×",
];

/// Whether no row may end between two words that stand side by side.
pub(super) fn binds(left: &str, right: &str) -> bool {
    let Some(&last) = left.as_bytes().last() else {
        return false;
    };
    let is_digit = last.is_ascii_digit();
    if last == b'n' && SCALES.contains(&left) {
        return UNITS.contains(&without_stop(right));
    }
    // Most pairs of words are out at once.
    if !is_digit && !right.starts_with(|c: char| c.is_ascii_digit() || c == '$') {
        return false;
    }
    let bare = left.trim_start_matches(['(', '[', '{', '"', '\'', '“', '‘', '«', '„']);
    if !is_digit {
        return PREFIXES.contains(&bare);
    }
    if !is_number(bare) {
        return false;
    }
    let word = without_stop(right);
    UNITS.contains(&word) || is_thousands(bare, word)
}

/// A word without the marks that may end it.
fn without_stop(word: &str) -> &str {
    word.trim_end_matches([
        '.', ',', ';', ':', '!', '?', ')', ']', '"', '\'', '”', '’', '»', '…',
    ])
}

/// Whether it is a number as it is printed, with sign or currency before it: `-5`, `$1.2`, `2,500`, `3–4`.
fn is_number(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    let digits = digits.strip_prefix("US$").unwrap_or(digits);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| {
            c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '/' | ':' | '-' | '–' | '−' | '×')
        })
}

/// Whether `word` is a further group of three digits, as in `10 000`.
fn is_thousands(left: &str, word: &str) -> bool {
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    digits(left) && left.len() <= 3 && word.len() == 3 && digits(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stays_with_its_unit_sign_or_currency() {
        for pair in [
            "40 percent",
            "(40 percent),",
            "$1.2 billion",
            "5 km.",
            "10 %",
            "10 a.m.",
            "No. 5",
            "§ 12",
            "€ 5",
            "10 000",
            "3–4 m",
            "million kg",
        ] {
            let (left, right) = pair.split_once(' ').unwrap_or_default();
            assert!(binds(left, right), "{pair}");
        }
    }

    #[test]
    fn other_words_may_part() {
        for pair in [
            "in 2020",
            "2020, percent",
            "5 people",
            "ISO9001 m",
            "no 5",
            "2020 500",
            "a m",
            "million people",
        ] {
            let (left, right) = pair.split_once(' ').unwrap_or_default();
            assert!(!binds(left, right), "{pair}");
        }
    }
}
