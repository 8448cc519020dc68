//! What the digits of a figure mean in a language: which sign is the decimal one, and which ones part thousands.
//!
//! Source: the number formats of Unicode CLDR, and the habits of the press where they differ (points for spaces in French,
//! a point for the comma in the Spanish of the Americas). What two readings fit gives none.

/// How a language writes numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// `1.234,5`, and with spaces; a sole group behind a point is one.
    Comma,
    /// The same, with the apostrophe of Switzerland too.
    Apostrophe,
    /// `1 234,5` only: a point groups nothing.
    Space,
    /// `1.234,5` in Spain, `1,234.5` in Mexico: three digits behind a comma are left alone.
    Either,
    /// `1,234.5`.
    Point,
    /// Not known: what can be read in one way only.
    Unknown,
}

impl Manner {
    /// That of a language by its code.
    pub(super) fn of(code: &str) -> Self {
        match code {
            "de" | "fr" | "it" => Self::Apostrophe,
            "pt" | "nl" | "pl" | "sv" | "tr" | "el" => Self::Comma,
            "es" => Self::Either,
            "ru" | "uk" => Self::Space,
            "en" | "zh" | "ja" | "ko" | "he" | "hi" => Self::Point,
            _ => Self::Unknown,
        }
    }

    /// Whether a plain space may group digits.
    pub(super) const fn has_spaces(self) -> bool {
        !matches!(self, Self::Point | Self::Unknown)
    }
}

/// What a figure says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Read {
    /// This number.
    Sure(f64),
    /// This number where a unit follows; by itself it may be a time of day, a date or the number of a section.
    Measured(f64),
}

/// Reads a figure; none when it is no number, or several readings fit.
#[expect(
    clippy::match_same_arms,
    reason = "the arms are tried in the order of the signs"
)]
pub(super) fn read(raw: &str, manner: Manner) -> Option<Read> {
    let plain: String = raw
        .chars()
        .map(|c| match c {
            '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
            '’' => '\'',
            c => c,
        })
        .collect();
    if plain.contains(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | ' ' | '\'')) {
        return None;
    }
    let seps: Vec<char> = plain.chars().filter(|c| !c.is_ascii_digit()).collect();
    let Some(&last) = seps.last() else {
        let zero = plain.len() > 1 && plain.starts_with('0');
        return number(&plain, "").filter(|_| !zero).map(Read::Sure);
    };
    let (head, tail) = plain.rsplit_once(last)?;
    let alone = seps.len() == 1;
    let three = tail.len() == 3;
    let decimal = |head: &str| number(&ungroup(head, manner, last)?, tail);
    let grouped = || number(&ungroup(&plain, manner, '_')?, "");
    match (last, manner) {
        (' ', _) => grouped().map(Read::Sure),
        ('\'', Manner::Apostrophe) => grouped().map(Read::Sure),
        (',', Manner::Point) => grouped().map(Read::Sure),
        ('.', Manner::Point) => decimal(head).map(Read::Sure),
        (',', Manner::Unknown | Manner::Either) if alone && three && head != "0" => None,
        ('.', Manner::Unknown) if alone && three => None,
        (',' | '.', Manner::Unknown) if alone => decimal(head).map(Read::Sure),
        (',' | '.', Manner::Unknown) => grouped().or_else(|| decimal(head)).map(Read::Sure),
        (',', Manner::Either) => decimal(head).or_else(grouped).map(Read::Sure),
        (',', _) => decimal(head).map(Read::Sure),
        ('.', Manner::Space) if alone && three => None,
        ('.', _) if three && head != "0" => grouped().map(Read::Sure),
        ('.', Manner::Either) if !alone => decimal(head).map(Read::Sure),
        ('.', _) if alone && tail.len() < 3 => decimal(head).map(Read::Measured),
        _ => None,
    }
}

/// The digits without what parts thousands; none where that is not one sign between groups of three. `decimal` does
/// not group.
fn ungroup(digits: &str, manner: Manner, decimal: char) -> Option<String> {
    let Some(sign) = digits.chars().find(|c| !c.is_ascii_digit()) else {
        return Some(digits.to_owned());
    };
    let allowed = match (sign, manner) {
        (' ', _) => true,
        ('\'', manner) => manner == Manner::Apostrophe,
        (',', manner) => matches!(manner, Manner::Point | Manner::Either | Manner::Unknown),
        ('.', manner) => manner != Manner::Point,
        _ => false,
    };
    let groups: Vec<&str> = digits.split(sign).collect();
    let (first, rest) = groups.split_first()?;
    let (last, inner) = rest.split_last()?;
    let threes = inner.iter().all(|g| g.len() == 3);
    // 1,00,000 in India
    let twos = sign == ','
        && manner == Manner::Point
        && first.len() < 3
        && inner.iter().all(|g| g.len() == 2);
    let whole = last.len() == 3 && (threes || twos);
    let plain = digits.chars().all(|c| c.is_ascii_digit() || c == sign);
    (allowed && sign != decimal && whole && plain && first.len() < 4 && !first.starts_with('0'))
        .then(|| groups.concat())
}

fn number(whole: &str, part: &str) -> Option<f64> {
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let usual = whole.len() < 16 && (part.is_empty() || whole == "0" || !whole.starts_with('0'));
    let sound = !whole.is_empty() && digits(whole) && digits(part) && usual;
    sound.then(|| format!("{whole}.{part}0").parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_as_the_language_writes_them() {
        for line in "
            de 2.500 = 2500; de 3,5 = 3.5; de 1.234.567,5 = 1234567.5; de 12.30 = ?12.3; de 1'300 = 1300; de 0,125 = 0.125
            de 2 500 = 2500; de 2500 = 2500; de 1.23.456 = ; de 007 = ; de 1,345 = 1.345; de 1,2,3 = ; de 10:30 = ; de 3/4 =
            fr 12 500 = 12500; fr 2.500 = 2500; fr 01 234 = ; fr 2024 500 = ; fr 1 234,56 = 1234.56; fr 3,141 592 =
            es 1.300 = 1300; es 1,300 = ; es 1,300,000 = 1300000; es 3.5 = ?3.5; es 3,5 = 3.5; es 1,300.50 = 1300.5; es 1'300 =
            ru 2 500 = 2500; ru 2.500 = ; ru 2,5 = 2.5; ru 1.300.000 = 1300000; pt 1.300,75 = 1300.75; nl 2.500 = 2500
            zh 2,500 = 2500; zh 3.5 = 3.5; hi 1,00,000 = 100000; zh 1,23 = ; ja 1,234.5 = 1234.5
            und 2.500 = ; und 2,500 = ; und 3,5 = 3.5; und 3.5 = 3.5; und 1.234,5 = 1234.5; und 1,234,567 = 1234567
            "
        .split(['\n', ';'])
        .map(str::trim)
        .filter(|l| !l.is_empty())
        {
            let (figure, expect) = line.split_once(" =").unwrap_or_default();
            let (code, raw) = figure.split_once(' ').unwrap_or_default();
            let got = match read(raw, Manner::of(code)) {
                None => String::new(),
                Some(Read::Sure(number)) => number.to_string(),
                Some(Read::Measured(number)) => format!("?{number}"),
            };
            assert_eq!(got, expect.trim(), "{line}");
        }
    }
}
