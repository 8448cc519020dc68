//! Which words may stand for a part of a text that has no heading.

/// Fields that stand before what was written: in mails, and in the records of version control.
const FIELDS: [&str; 14] = [
    "author",
    "authordate",
    "cc",
    "change-id",
    "commit",
    "commitdate",
    "date",
    "from",
    "merge",
    "message-id",
    "parent",
    "reply-to",
    "sent",
    "to",
];
/// A word of so many bytes with a digit in it is a number of something.
const CODE: usize = 16;

/// Whether a block tells what it is about: a field of a record (`Author: …`, `commit 4d9f…`), a time or a number alone
/// does not.
pub(super) fn tells(text: &str) -> bool {
    let line = text.trim_start().lines().next().unwrap_or_default();
    let first = line.split_whitespace().next().unwrap_or_default();
    let is_field = |name: &str| FIELDS.iter().any(|field| field.eq_ignore_ascii_case(name));
    let is_code = |word: &str| word.len() >= CODE && word.contains(|c: char| c.is_ascii_digit());
    let named = first.strip_suffix(':').is_some_and(is_field);
    let numbered = is_field(first) && line.split_whitespace().nth(1).is_some_and(is_code);
    let is_word =
        |word: &&str| word.chars().all(|c| !c.is_numeric()) && word.contains(char::is_alphabetic);
    !named && !numbered && line.split_whitespace().any(|word| is_word(&word))
}

#[cfg(test)]
mod tests {
    use super::tells;

    #[test]
    fn records_begin_with_fields_that_tell_nothing() {
        for text in [
            "commit 0ad7a6c17f3de1b2",
            "Author: A. Person <a@example.org>",
            "Date:   Mon Nov 23 04:46:11 2026 +0000",
            "12:30",
            "* * *",
        ] {
            assert!(!tells(text), "{text}");
        }
        for text in [
            "Commit to the plan, he said.",
            "Fix the lamp of the harbour",
            "To the north lies the sea.",
            "Subject: the ferry",
            "北京的历史",
        ] {
            assert!(tells(text), "{text}");
        }
    }
}
