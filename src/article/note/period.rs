//! A date as people write it: what stands in the value of a fact is for programs (`2023-FA`, `2024-W05`).

use crate::facts::Period;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date or a stretch of time in words: `fall 2023`, `January 2024 to March 2024`, `from 2014 on`. Days stay as they
/// are, `2024-01-26`: everybody reads them so. Empty where nothing is known of it.
pub(super) fn in_words(period: &Period) -> String {
    match period {
        Period::Date(date) => date_in_words(date),
        Period::Range(Some(from), Some(to)) => {
            format!("{} to {}", date_in_words(from), date_in_words(to))
        }
        Period::Range(Some(from), None) => format!("from {} on", date_in_words(from)),
        Period::Range(None, Some(to)) => format!("until {}", date_in_words(to)),
        Period::Range(None, None) => String::new(),
    }
}

/// Whether the words of a time give all years of its date, so that it need not stand beside them: `1887–88` does not,
/// `776 BC to 394` does.
pub(super) fn is_said(words: &str, date: &str) -> bool {
    let years = |text: &str| -> Vec<String> {
        let runs = text.split(|c: char| !c.is_ascii_digit());
        runs.filter(|run| !run.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let plain =
        |word: &str| matches!(word, "to" | "BC") || word.bytes().all(|b| b.is_ascii_digit());
    words.contains(date) || date.split(' ').all(plain) && years(words) == years(date)
}

/// Whether the words name only a part of a decade or century, while the dates are those of the whole: `the early 1990s`.
pub(super) fn is_part(words: &str) -> bool {
    let parts = [
        "early",
        "mid",
        "late",
        "beginning",
        "start",
        "middle",
        "end",
        "turn",
    ];
    let mut all = words.split([' ', '-']);
    let long = words.contains("century") || words.contains("0s") || words.contains("0’s");
    long && all.any(|word| parts.contains(&word.to_ascii_lowercase().as_str()))
}

/// A date of any grain in words; one of an unknown form as it is.
fn date_in_words(date: &str) -> String {
    if let Some(before) = date.strip_prefix('-') {
        return format!("{} BC", before.trim_start_matches('0'));
    }
    if date.len() == 4 && date.starts_with('0') {
        return date.trim_start_matches('0').to_owned();
    }
    let Some((year, rest)) = date.split_once('-') else {
        return date.to_owned();
    };
    let month = |number: &str| MONTHS.get(number.parse::<usize>().ok()?.checked_sub(1)?);
    match rest {
        "SP" => format!("spring {year}"),
        "SU" => format!("summer {year}"),
        "FA" => format!("fall {year}"),
        "WI" => format!("winter {year}"),
        _ => {
            if let Some(week) = rest.strip_prefix('W') {
                return format!("week {} of {year}", week.trim_start_matches('0'));
            }
            if let Some(quarter) = rest.strip_prefix('Q') {
                return format!("quarter {quarter} of {year}");
            }
            match month(rest) {
                Some(name) => format!("{name} {year}"),
                None => date.replacen('T', " ", 1),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_said_as_people_say_them() {
        let date = |date: &str| in_words(&Period::Date(date.to_owned()));
        for (value, words) in [
            ("2014", "2014"),
            ("-0044", "44 BC"),
            ("0394", "394"),
            ("2024-01", "January 2024"),
            ("2024-01-26", "2024-01-26"),
            ("2024-01-26T14:30", "2024-01-26 14:30"),
            ("2023-FA", "fall 2023"),
            ("2024-Q3", "quarter 3 of 2024"),
            ("2024-W05", "week 5 of 2024"),
        ] {
            assert_eq!(date(value), words);
        }
        assert!(is_said("from 776 BCE to 394 AD", "776 BC to 394"));
        assert!(is_said("1887–1888", "1887 to 1888"));
        assert!(!is_said("1887–88", "1887 to 1888"));
        assert!(!is_said("the 1960s", "1960 to 1969"));
        let range = |from: Option<&str>, to: Option<&str>| {
            in_words(&Period::Range(
                from.map(str::to_owned),
                to.map(str::to_owned),
            ))
        };
        assert_eq!(range(Some("2023-FA"), None), "from fall 2023 on");
        assert_eq!(range(None, Some("2024-05")), "until May 2024");
        assert_eq!(range(Some("2014"), Some("2017")), "2014 to 2017");
    }
}
