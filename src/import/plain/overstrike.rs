//! What a typewriter terminal or a pager would have drawn: letters struck over (`N\bN` for bold, `_\bN` for
//! underlined, as `man` writes them) and sequences for colours and links.
//!
//! Takes a text; gives the parts of it that are words. What is struck over leaves one letter. Whatever else a terminal
//! would obey stays, to be neutralised by the `Builder`.

use std::ops::Range;

/// The parts of a text that stay; none when all of it does. O(bytes).
pub(super) fn kept(text: &str) -> Option<Vec<Range<usize>>> {
    memchr::memchr2(0x08, 0x1b, text.as_bytes())?;
    let mut kept: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let end = at + c.len_utf8();
        if c == '\u{1b}' {
            let len = text.get(at..).and_then(sequence);
            at += len.unwrap_or(1);
            if len.is_none() {
                push(&mut kept, at - 1..at);
            }
            continue;
        }
        at = end;
        if c == '\u{8}' {
            continue;
        }
        let mut letter = end - c.len_utf8()..end;
        // A letter, and what is struck over it.
        while let Some(over) = text.get(at..).and_then(struck) {
            let new = at + 1..at + 1 + over.len_utf8();
            if over != '_' {
                letter = new.clone();
            }
            at = new.end;
        }
        push(&mut kept, letter);
    }
    Some(kept)
}

/// The letter that is struck over the one before `text`.
fn struck(text: &str) -> Option<char> {
    let over = text.strip_prefix('\u{8}')?.chars().next()?;
    (!over.is_control()).then_some(over)
}

/// Adds a part; one that begins where the last ends makes it longer.
fn push(kept: &mut Vec<Range<usize>>, part: Range<usize>) {
    match kept.last_mut() {
        Some(last) if last.end == part.start => last.end = part.end,
        _ => kept.push(part),
    }
}

/// The length of a sequence at the start of `text` that colours (SGR), ends the colour of a line (EL) or makes a link
/// (OSC 8), in bytes.
fn sequence(text: &str) -> Option<usize> {
    if let Some(body) = text.strip_prefix("\u{1b}[") {
        let digits = body
            .bytes()
            .take_while(|b| b.is_ascii_digit() || matches!(b, b';' | b':'))
            .count();
        let last = body.as_bytes().get(digits);
        return matches!(last, Some(b'm' | b'K')).then_some(digits + 3);
    }
    let body = text.strip_prefix("\u{1b}]8;")?;
    let end = body.find(|c: char| c.is_control())?;
    let rest = body.get(end..)?;
    let close = ["\u{7}", "\u{1b}\\"]
        .into_iter()
        .find(|close| rest.starts_with(close))?;
    Some("\u{1b}]8;".len() + end + close.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        let words = match kept(text) {
            Some(kept) => kept.into_iter().filter_map(|part| text.get(part)).collect(),
            None => text.to_owned(),
        };
        assert_eq!(words, expect, "{text:?}");
    }

    #[test]
    fn letters_struck_over_are_one_letter() {
        check("N\u{8}NA\u{8}A", "NA");
        check("_\u{8}f_\u{8}i_\u{8}l_\u{8}e", "file");
        check("f\u{8}_i\u{8}_", "fi");
        check("_\u{8}N\u{8}N", "N");
        check("+\u{8}o", "o");
        check("é\u{8}é _\u{8}_", "é _");
        check("\u{8}a\u{8}", "a");
        check("plain", "plain");
    }

    #[test]
    fn colours_and_links_are_no_words_and_the_rest_stays_to_be_neutralised() {
        check("\u{1b}[1;31mred\u{1b}[0m\u{1b}[K", "red");
        check("\u{1b}]8;;man:ls(1)\u{1b}\\ls\u{1b}]8;;\u{7}", "ls");
        check("\u{1b}[2Ja\u{1b}]0;x\u{7}", "\u{1b}[2Ja\u{1b}]0;x\u{7}");
        check("\u{1b}]8;;x", "\u{1b}]8;;x");
    }
}
