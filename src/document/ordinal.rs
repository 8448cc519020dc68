//! Headings that are only numbers: `IV`, `12.`, `Chapter One`, `Book the First`.

/// The words that name a part before its number.
const PARTS: [&str; 16] = [
    "act", "book", "canto", "chapter", "day", "essay", "lecture", "letter", "part", "phase",
    "scene", "section", "stave", "story", "tale", "volume",
];

/// Numbers in words.
const WORDS: [&str; 44] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "twentieth",
    "last",
    "final",
];

/// Whether a heading says only which part it is, and not what the part is about.
pub(crate) fn is_only_number(heading: &str) -> bool {
    if heading.len() > 40 {
        return false;
    }
    let mut words = heading
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .peekable();
    let named = words
        .next_if(|word| PARTS.iter().any(|part| part.eq_ignore_ascii_case(word)))
        .is_some();
    if named {
        words.next_if(|word| word.eq_ignore_ascii_case("the"));
    }
    let in_words = |word: &str| named && is_number_word(word);
    let mut count = 0;
    for word in words {
        count += 1;
        if !(is_digits(word) || is_roman(word) || in_words(word)) {
            return false;
        }
    }
    (1..=2).contains(&count)
}

/// Whether a word is a number as headings spell it: `one`, `Second`, `LAST`.
pub(crate) fn is_number_word(word: &str) -> bool {
    WORDS.iter().any(|number| number.eq_ignore_ascii_case(word))
}

fn is_digits(word: &str) -> bool {
    word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a word is a Roman number below 400, as chapters have them: with a hundred or more it is sooner a word.
fn is_roman(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    let one_case = word == lower || word.bytes().all(|b| b.is_ascii_uppercase());
    let mut rest = lower.trim_start_matches('c');
    if lower.len() - rest.len() > 3 || !one_case {
        return false;
    }
    for (digit, five, ten) in [("x", "l", "c"), ("i", "v", "x")] {
        let nine = [digit, ten].concat();
        let four = [digit, five].concat();
        if let Some(after) = rest.strip_prefix(&nine).or(rest.strip_prefix(&four)) {
            rest = after;
            continue;
        }
        rest = rest.strip_prefix(five).unwrap_or(rest);
        for _ in 0..3 {
            rest = rest.strip_prefix(digit).unwrap_or(rest);
        }
    }
    rest.is_empty() && !lower.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_alone_are_told_from_names() {
        for heading in [
            "I",
            "iv.",
            "XXXIX",
            "CXLIV",
            "12",
            "§ 3",
            "Chapter One",
            "CHAPTER XL.",
            "Book the First",
            "Part 2",
            "Chapter Twenty-One",
            "Stave Five:",
        ] {
            assert!(is_only_number(heading), "{heading}");
        }
        for heading in [
            "",
            "A",
            "IIII",
            "IXI",
            "Mix",
            "One",
            "First",
            "Book",
            "The End",
            "1984",
            "Chapter I: Rain",
            "I, Claudius",
            "Part of It",
            "Xi Li",
        ] {
            assert!(!is_only_number(heading), "{heading}");
        }
    }
}
