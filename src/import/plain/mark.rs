//! Marks that authors of plain text set at the front of a line or under it: bullets, numbers, `>`, `#`, rules.
//!
//! Each function looks at one line without the white space around it and says what mark stands there; whether the
//! mark is meant as one is decided where its neighbours are known. Lengths are bytes.

/// The kinds of numbering. A list keeps to one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Series {
    /// 1 2 3
    Digits,
    /// a b c
    Lower,
    /// A B C
    Upper,
    /// i ii iii or I II III
    Roman,
}

/// A number or letter at the front of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// Bytes of the mark itself, without the space after it.
    pub(super) len: usize,
    /// Which in its series: 1 for `1.`, `a)` and `i.`.
    pub(super) value: u32,
    /// Of which series.
    pub(super) series: Series,
    /// The character after the number: `.`, `)` or `]`.
    pub(super) close: u8,
}

impl Number {
    /// Whether `next` is the item after `self` in the same list. `i.` follows `h.` as well as nothing.
    pub(super) fn leads_to(self, next: &str) -> bool {
        numbers(next)
            .any(|n| n.series == self.series && n.close == self.close && n.value == self.value + 1)
    }
}

/// The length of a bullet at the front of `line`, when a space and words follow.
pub(super) fn bullet(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    let len = first.len_utf8();
    let rest = line.get(len..)?;
    let spaced = rest.starts_with([' ', '\t', '\u{a0}']);
    let known = match first {
        '-' | '*' | '+' | '\u{2013}' | '\u{b7}' | '\u{bb}' | '\u{203a}' => spaced,
        'o' => rest.starts_with("  ") || rest.starts_with('\t'),
        '•' | '‣' | '◦' | '▪' | '▫' | '●' | '○' | '■' | '□' | '➢' | '➤' | '►' | '▶' | '✓' | '✔'
        | '⁃' | '∙' | '\u{f0b7}' => true,
        _ => false,
    };
    (known && rest.contains(char::is_alphanumeric)).then_some(len)
}

/// What number or letter may stand at the front of `line`; both readings of `i.` and its like.
pub(super) fn numbers(line: &str) -> impl Iterator<Item = Number> {
    let open = usize::from(line.starts_with(['(', '[']));
    let body = line.get(open..).unwrap_or_default();
    let digits = body.bytes().take_while(u8::is_ascii_digit).count();
    let letters = body.bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = digits.max(letters);
    let close = body.as_bytes().get(word).copied().unwrap_or(0);
    let spaced = body
        .get(word + 1..)
        .is_some_and(|rest| rest.starts_with([' ', '\t', '\u{a0}']));
    let closed = match close {
        b'.' => open == 0,
        b')' => open == 0 || line.starts_with('('),
        b']' => line.starts_with('['),
        _ => false,
    };
    let name = body.get(..word).unwrap_or_default();
    let fits = closed && spaced && (1..=3).contains(&digits.max(usize::from(letters > 0)));
    let read = move |series: Series, value: Option<u32>| {
        let value = value.filter(|_| fits)?;
        Some(Number {
            len: open + word + 1,
            value,
            series,
            close,
        })
    };
    let plain = if digits > 0 {
        read(Series::Digits, name.parse().ok())
    } else if letters == 1 {
        let letter = name.bytes().next().unwrap_or(b'a');
        let series = if letter.is_ascii_lowercase() {
            Series::Lower
        } else {
            Series::Upper
        };
        read(
            series,
            Some(u32::from(letter.to_ascii_lowercase() - b'a') + 1),
        )
    } else {
        None
    };
    let roman = (digits == 0 && letters <= 7).then(|| roman(name)).flatten();
    plain.into_iter().chain(read(Series::Roman, roman))
}

/// The value of a Roman numeral in one case, up to 399; none for other words.
pub(super) fn roman(word: &str) -> Option<u32> {
    let lower = word.bytes().all(|b| b.is_ascii_lowercase());
    let upper = word.bytes().all(|b| b.is_ascii_uppercase());
    if word.is_empty() || !(lower || upper) {
        return None;
    }
    let digit = |b: u8| match b.to_ascii_uppercase() {
        b'I' => Some(1),
        b'V' => Some(5),
        b'X' => Some(10),
        b'L' => Some(50),
        b'C' => Some(100),
        _ => None,
    };
    let mut total = 0;
    let mut after = 0;
    for b in word.bytes().rev() {
        let value: u32 = digit(b)?;
        if value < after {
            total = u32::checked_sub(total, value)?;
        } else {
            total = u32::checked_add(total, value)?;
            after = value;
        }
    }
    (total < 400 && write_roman(total).eq_ignore_ascii_case(word)).then_some(total)
}

/// A number as a Roman numeral.
fn write_roman(mut n: u32) -> String {
    const STEPS: [(u32, &str); 9] = [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut out = String::new();
    for (value, sign) in STEPS {
        while n >= value {
            out.push_str(sign);
            n -= value;
        }
    }
    out
}

/// A section number of several parts (`1.2`, `4.1.`, `A.3`): its bytes, and how many parts. A single part needs a
/// stop (`3. `).
pub(super) fn section_number(line: &str) -> Option<(usize, usize)> {
    let len = line
        .bytes()
        .take_while(|b| b.is_ascii_alphanumeric() || *b == b'.')
        .count();
    let number = line.get(..len)?;
    let rest = line.get(len..)?;
    if !rest.starts_with([' ', '\t', '\u{a0}']) || !rest.contains(char::is_alphabetic) {
        return None;
    }
    let body = number.trim_end_matches('.');
    let mut parts = 0;
    for (i, part) in body.split('.').enumerate() {
        let digits = (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        let letter = i == 0 && part.len() == 1 && part.bytes().all(|b| b.is_ascii_uppercase());
        if !digits && !letter {
            return None;
        }
        parts += 1;
    }
    (parts > 1 || number.len() > body.len()).then_some((len, parts))
}

/// How many `>` stand in front, and the bytes they take with the white space after them.
pub(super) fn quoted(line: &str) -> Option<(u8, usize)> {
    let (mut depth, mut len, mut at) = (0_u8, 0, 0);
    for b in line.bytes() {
        at += 1;
        match b {
            b'>' => {
                depth = depth.saturating_add(1);
                len = at;
            }
            b' ' | b'\t' => len = at,
            _ => break,
        }
    }
    (depth > 0).then_some((depth, len))
}

/// The level of a Markdown heading line (`## Words`), and the bytes of its mark.
pub(super) fn hashes(line: &str) -> Option<(u8, usize)> {
    let level = line.bytes().take_while(|b| *b == b'#').count();
    let rest = line.get(level..)?;
    let spaced = rest.len() - rest.trim_start().len();
    let words = spaced > 0 && rest.trim_start().starts_with(char::is_alphanumeric);
    ((1..=6).contains(&level) && words).then_some((u8::try_from(level).ok()?, level + spaced))
}

/// The character that a line consists of, three times or more, if it is one that underlines.
pub(super) fn underline(line: &str) -> Option<char> {
    let first = line.chars().next()?;
    let known = matches!(
        first,
        '=' | '-' | '~' | '^' | '"' | '\'' | '*' | '_' | '+' | '`' | '─' | '━' | '═' | '—' | '–'
    );
    (known && line.chars().all(|c| c == first) && line.len() >= 3 * first.len_utf8())
        .then_some(first)
}

/// Whether a line is a break between parts: `* * *`, `-----`, `⁂`.
pub(super) fn rule(line: &str) -> bool {
    let mut marks = 0;
    for c in line.chars() {
        match c {
            '*' | '-' | '_' | '=' | '~' | '#' | '+' | '•' | '·' | '─' | '━' | '═' | '—' | '–' =>
            {
                marks += 1;
            }
            '⁂' | '❦' | '❧' | '☙' | '◆' | '◊' | '✻' => marks += 3,
            c if c.is_whitespace() => {}
            _ => return false,
        }
    }
    marks >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets_need_a_space_and_words() {
        for (line, len) in [
            ("- item", Some(1)),
            ("* item", Some(1)),
            ("• item", Some(3)),
            ("•item", Some(3)),
            ("o  item", Some(1)),
            ("o item", None),
            ("-item", None),
            ("--", None),
            ("- ", None),
            ("— dash", None),
            ("-5 degrees", None),
        ] {
            assert_eq!(bullet(line), len, "{line}");
        }
    }

    #[track_caller]
    fn check(line: &str, expected: &[(u32, Series, usize)]) {
        let seen: Vec<_> = numbers(line).map(|n| (n.value, n.series, n.len)).collect();
        assert_eq!(seen, expected, "{line}");
    }

    #[test]
    fn numbers_and_letters_are_read_both_ways() {
        check("1. one", &[(1, Series::Digits, 2)]);
        check("(12) twelve", &[(12, Series::Digits, 4)]);
        check("b) two", &[(2, Series::Lower, 2)]);
        check("i. one", &[(9, Series::Lower, 2), (1, Series::Roman, 2)]);
        check("XIV. fourteen", &[(14, Series::Roman, 4)]);
        check("[3] note", &[(3, Series::Digits, 3)]);
        check("1984. A year", &[]);
        check("Mr. Smith", &[]);
        check("(see) this", &[]);
        check("3.5 miles", &[]);
    }

    #[test]
    fn section_numbers_count_their_parts() {
        for (line, parts) in [
            ("1. Introduction", Some(1)),
            ("1.2 Terms", Some(2)),
            ("4.1.3. More", Some(3)),
            ("A.1 Appendix", Some(2)),
            ("12 monkeys", None),
            ("1.2", None),
            ("3.1415 pies", None),
        ] {
            assert_eq!(section_number(line).map(|n| n.1), parts, "{line}");
        }
    }

    #[test]
    fn other_marks() {
        assert_eq!(quoted("> > a"), Some((2, 4)));
        assert_eq!(quoted("a > b"), None);
        assert_eq!(hashes("## Words"), Some((2, 3)));
        assert_eq!(hashes("#hashtag"), None);
        assert_eq!(hashes("#!/bin/sh"), None);
        assert_eq!(underline("-----"), Some('-'));
        assert_eq!(underline("--"), None);
        assert!(rule("* * *") && rule("⁂") && !rule("--") && !rule("a ---"));
        assert_eq!(roman("xlii"), Some(42));
        assert_eq!(roman("iiii"), None);
        assert_eq!(roman("vvix"), None);
        assert_eq!(roman("ic"), None);
    }
}
