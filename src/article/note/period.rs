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

/// A date of any grain in words; one of an unknown form as it is.
fn date_in_words(date: &str) -> String {
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
            ("2024-01", "January 2024"),
            ("2024-01-26", "2024-01-26"),
            ("2024-01-26T14:30", "2024-01-26 14:30"),
            ("2023-FA", "fall 2023"),
            ("2024-Q3", "quarter 3 of 2024"),
            ("2024-W05", "week 5 of 2024"),
        ] {
            assert_eq!(date(value), words);
        }
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
