//! What may be shown of a text in a language whose rules are not known: little, and nothing that needs rules.
//!
//! Takes the candidates of the finders, keeps numbers in digits (read as that language writes them, without what is
//! counted), dates in figures (`2024-01-25`, `2024`) and words in quotation marks (without a speaker).

use crate::facts::{Analysis, Candidate, Kind, Language, Number, Period, Unit, Value};
use crate::text::{Pos, Span};

/// Languages that write the decimal point as a comma and part thousands by a full stop.
const COMMA: [&str; 13] = [
    "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "tr", "ru", "uk", "el", "und",
];

/// How words begin that multiply the figure before them (`12 Millionen`), in small letters. Source: ours, from the number
/// words of the languages that are told apart.
const SCALES: [&str; 19] = [
    "mill", "milia", "milio", "milj", "milh", "mily", "mio", "mln", "mld", "mrd", "bilh",
    "tausend", "duizend", "tusen", "tys", "тыс", "млн", "млрд", "милл",
];

/// Drops what is not safe and strips the rest of what rules of English put in.
pub(super) fn keep_safe(analysis: &Analysis<'_>, language: Language, out: &mut Vec<Candidate>) {
    let comma = COMMA.contains(&language.code());
    out.retain_mut(|c| {
        c.subject = None;
        let words = analysis.slice(c.span);
        match &mut c.value {
            Value::Number(number) => {
                let after = Span {
                    start: c.span.end,
                    end: Pos::new(analysis.text().len()),
                };
                !is_multiplied(analysis.slice(after)) && is_safe_number(words, comma, number)
            }
            Value::Time(period) => c.kind == Kind::Time && is_safe_date(words, period.as_ref()),
            Value::Quote { speaker, cue } => {
                (*speaker, *cue) = (None, None);
                true
            }
            _ => false,
        }
    });
}

/// Whether what stands after a figure makes another number of it, by a word that is not known here.
fn is_multiplied(after: &str) -> bool {
    let word = after.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let word = word.split(|c: char| !c.is_alphabetic()).next();
    let word = word.unwrap_or_default().to_lowercase();
    word == "mil" || SCALES.iter().any(|scale| word.starts_with(scale))
}

/// Whether the words are one figure, perhaps with a sign of percent or money; puts right what it says.
fn is_safe_number(words: &str, comma: bool, number: &mut Number) -> bool {
    let figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '\u{a0}' | '\u{202f}');
    let digits = words.trim_matches(|c: char| !c.is_ascii_digit());
    let plain = words
        .chars()
        .all(|c| figure(c) || c == ' ' || !c.is_alphanumeric());
    if digits.is_empty() || !digits.chars().all(figure) || !plain || number.to.is_some() {
        return false;
    }
    let Some(value) = read(digits, comma) else {
        return false;
    };
    number.number = value;
    if matches!(number.unit, Some(Unit::Words(_))) {
        number.unit = None;
    }
    true
}

/// Reads a figure: groups of three behind a separator are thousands, anything else behind the decimal sign is a part.
fn read(digits: &str, comma: bool) -> Option<f64> {
    let (group, point) = if comma { ('.', ',') } else { (',', '.') };
    let (whole, part) = digits.split_once(point).unwrap_or((digits, ""));
    if !part.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut groups = whole.split([group, '\u{a0}', '\u{202f}']);
    let first = groups.next()?;
    let mut all = first.to_owned();
    for part in groups {
        if part.len() != 3 || first.len() > 3 {
            return None;
        }
        all.push_str(part);
    }
    format!("{all}.{part}0").parse().ok()
}

/// Whether a time is written in figures only and has a value.
fn is_safe_date(words: &str, period: Option<&Period>) -> bool {
    let bytes = words.as_bytes();
    let digits = bytes.iter().filter(|b| b.is_ascii_digit()).count();
    let figures = bytes.iter().all(|b| b.is_ascii_digit() || *b == b'-');
    period.is_some() && figures && matches!((bytes.len(), digits), (10, 8) | (7, 6) | (4, 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_as_the_language_writes_them() {
        for (digits, comma, expect) in [
            ("2.500", true, Some(2500.0)),
            ("3,5", true, Some(3.5)),
            ("1.234.567,5", true, Some(1_234_567.5)),
            ("12.30", true, None),
            ("2,500", false, Some(2500.0)),
            ("3.5", false, Some(3.5)),
            ("12\u{a0}500", true, Some(12_500.0)),
            ("7", true, Some(7.0)),
        ] {
            assert_eq!(read(digits, comma), expect, "{digits}");
        }
    }

    #[test]
    fn a_figure_before_a_word_that_multiplies_it_is_not_safe() {
        for after in [
            " Millionen Menschen",
            "\u{a0}milliards d’euros",
            " mil euros",
            " Mrd. Euro",
            " млн",
        ] {
            assert!(is_multiplied(after), "{after}");
        }
        for after in [" Euro", "", ". Million", " Menschen", " milde Abende"] {
            assert!(!is_multiplied(after), "{after}");
        }
    }

    #[test]
    fn dates_are_safe_in_figures_only() {
        let some = Some(&Period::Date(String::new())).cloned();
        for (words, expect) in [
            ("2024-01-25", true),
            ("2024-01", true),
            ("2024", true),
            ("May 2024", false),
            ("24", false),
        ] {
            assert_eq!(is_safe_date(words, some.as_ref()), expect, "{words}");
        }
        assert!(!is_safe_date("2024", None));
    }
}
