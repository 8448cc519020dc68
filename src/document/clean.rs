//! What may not enter a text: control characters, escape sequences, bidi controls, invisible tags.
//!
//! This is the one door. A terminal obeys control characters, so none is let through: ESC and the other C0 controls
//! become their Unicode pictures (`␛`), C1 controls become U+FFFD, colour sequences (SGR) and bidi controls are
//! dropped, since they are not text. Of the marks heaped on one letter the first [`MOST_MARKS`] stay: no writing has
//! more, and a heap of thousands would be one character that no screen can show. Everything else stays byte for byte.

use crate::text::front;

/// What one step over the input yields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Text that may stand as it is.
    Keep(&'a str),
    /// This many bytes of input stand as that character.
    Replace(usize, char),
    /// This many bytes of input stand for nothing.
    Drop(usize),
    /// This many bytes are a mark too many on one letter: they are left out, and that is told.
    Surplus(usize),
}

/// How many combining marks and joiners in a row are kept. Unicode's Stream-Safe Text Format (UAX #15) allows 30; the
/// longest heap that a language needs is 6, the longest emoji in use has 9 joiners and selectors.
const MOST_MARKS: usize = 16;

/// Whether a character joins or marks the one before it: combining marks, points of Hebrew and Arabic, joiners,
/// variation selectors. Marks of other scripts come one to a letter.
fn is_mark(c: char) -> bool {
    c >= '\u{300}'
        && matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}'
            | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
            | '\u{6df}'..='\u{6e4}' | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}'
            | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200b}'..='\u{200d}'
            | '\u{20d0}'..='\u{20ff}' | '\u{302a}'..='\u{302f}' | '\u{3099}' | '\u{309a}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{1f3fb}'..='\u{1f3ff}'
            | '\u{e0100}'..='\u{e01ef}')
}

/// The marks that stand at the end of a text, as far as they are of interest.
fn marks_at_end(text: &str) -> usize {
    let marks = text.chars().rev().take(MOST_MARKS);
    marks.take_while(|&c| is_mark(c)).count()
}

/// Splits `text`, which comes after `before`, into pieces that together cover it. `tab` is what a tab becomes.
pub(super) fn pieces<'a>(
    text: &'a str,
    tab: char,
    before: &str,
) -> impl Iterator<Item = Piece<'a>> + use<'a> {
    let mut rest = text;
    let mut marks = match text.chars().next() {
        Some(first) if is_mark(first) => marks_at_end(before),
        _ => 0,
    };
    std::iter::from_fn(move || {
        let clean = plain_len(rest, &mut marks);
        if clean > 0 {
            let (keep, after) = rest.split_at(clean);
            rest = after;
            return Some(Piece::Keep(keep));
        }
        let c = rest.chars().next()?;
        let (piece, len) = match c {
            '\u{1b}' => match sgr(rest) {
                Some(len) => (Piece::Drop(len), len),
                None => (Piece::Replace(1, '\u{241b}'), 1),
            },
            c if is_mark(c) => (Piece::Surplus(c.len_utf8()), c.len_utf8()),
            '\t' => (Piece::Replace(1, tab), 1),
            '\r' if rest.starts_with("\r\n") => (Piece::Replace(2, '\n'), 2),
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                (Piece::Replace(c.len_utf8(), '\n'), c.len_utf8())
            }
            '\u{7f}' => (Piece::Replace(1, '\u{2421}'), 1),
            c if u32::from(c) < 0x20 => (
                Piece::Replace(
                    1,
                    char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
                ),
                1,
            ),
            c if u32::from(c) < 0xa0 => (Piece::Replace(2, '\u{fffd}'), 2),
            c => (Piece::Drop(c.len_utf8()), c.len_utf8()),
        };
        rest = rest.get(len..).unwrap_or_default();
        Some(piece)
    })
}

/// How many bytes at the front of `text` may stand as they are. Most texts are most of the time ASCII.
/// `marks` counts those in a row; it ends before one too many.
fn plain_len(text: &str, marks: &mut usize) -> usize {
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let ascii = front(rest.as_bytes(), |b| matches!(b, b' '..=b'~' | b'\n'));
        if ascii > 0 {
            *marks = 0;
        }
        at += ascii;
        match text.get(at..).and_then(|rest| rest.chars().next()) {
            Some(c) if is_mark(c) => {
                *marks += 1;
                if *marks > MOST_MARKS {
                    break;
                }
                at += c.len_utf8();
            }
            Some(c) if is_plain(c) => {
                // What a joiner joins belongs to the same character.
                if !text.get(..at).is_some_and(|t| t.ends_with('\u{200d}')) {
                    *marks = 0;
                }
                at += c.len_utf8();
            }
            _ => break,
        }
    }
    at
}

/// Whether a character may stand as it is.
fn is_plain(c: char) -> bool {
    let control = matches!(c, '\0'..='\u{9}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}');
    let bidi = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let separator = matches!(c, '\u{2028}' | '\u{2029}');
    let invisible = matches!(c, '\u{180e}' | '\u{2060}'..='\u{2064}' | '\u{206a}'..='\u{206f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}');
    !(control || bidi || separator || invisible)
}

/// The length in bytes of a colour sequence (`ESC [ digits ; digits m`) at the start of `text`.
fn sgr(text: &str) -> Option<usize> {
    let body = text.strip_prefix("\u{1b}[")?;
    let parameters = body
        .bytes()
        .take_while(|b| b.is_ascii_digit() || matches!(b, b';' | b':'))
        .count();
    (body.as_bytes().get(parameters) == Some(&b'm')).then_some(parameters + 3)
}

/// A name or an address without what may not enter a text; the same string where nothing of it is in it. O(bytes).
pub(super) fn cleaned(name: String) -> String {
    let ascii = name.bytes().all(|b| matches!(b, b' '..=b'~'));
    if ascii || name.chars().all(is_plain) {
        name
    } else {
        clean_line(&name)
    }
}

/// One clean line for a title, a name or a notice: controls neutralised, white space folded.
pub fn clean_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for piece in pieces(text, ' ', "") {
        match piece {
            Piece::Keep(part) => line.push_str(part),
            Piece::Replace(_, c) => line.push(c),
            Piece::Drop(_) | Piece::Surplus(_) => {}
        }
    }
    let mut folded = String::with_capacity(line.len());
    for word in line.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_passes() {
        let hostile =
            "a\u{1b}[31mred\u{1b}[0m \u{1b}]0;title\u{7} \u{9b}2J \u{202e}evil\u{202c}\u{0}\u{7f}";
        assert_eq!(clean_line(hostile), "ared ␛]0;title␇ \u{fffd}2J evil␀␡");
        for c in (0..0x3000).filter_map(char::from_u32) {
            let line = clean_line(&format!("x{c}x"));
            assert!(!line.chars().any(char::is_control), "{c:?} came through");
        }
    }

    #[test]
    fn a_heap_of_marks_is_cut_and_writing_is_not() {
        let heap = format!("Z{}x", "\u{301}".repeat(5000));
        assert_eq!(
            clean_line(&heap),
            format!("Z{}x", "\u{301}".repeat(MOST_MARKS))
        );
        let chain = "👩\u{200d}".repeat(500);
        assert!(clean_line(&chain).matches('\u{200d}').count() >= 470);
        for text in [
            "👩\u{200d}❤\u{fe0f}\u{200d}💋\u{200d}👨🏽",
            "שָׁלוֹם",
            "1\u{fe0f}\u{20e3}",
            "ệ",
        ] {
            assert_eq!(clean_line(text), text);
        }
    }

    #[test]
    fn white_space_folds_to_one_space() {
        assert_eq!(clean_line(" A\r\n title\t here\u{a0} "), "A title here");
    }
}
