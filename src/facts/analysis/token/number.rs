//! Numbers in digits: how far one reaches.

use super::{Shape, word};

/// Whether `rest` is a point before digits: `.75`.
pub(super) fn starts_after_point(rest: &str) -> bool {
    rest.as_bytes().get(1).is_some_and(u8::is_ascii_digit)
}

/// Whether a character is a fraction by itself: `½`.
pub(super) fn is_fraction(c: char) -> bool {
    matches!(c, '¼'..='¾' | '⅐'..='⅞' | '↉')
}

/// The length and shape of what starts with a digit: digits with inner `,` `.` `:` `/` before further digits; letters
/// right behind make it a word (`5th`, `1.2bn`).
pub(super) fn measure(rest: &str) -> (usize, Shape) {
    let bytes = rest.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut end = usize::from(bytes.first() == Some(&b'.'));
    loop {
        let joint = match bytes.get(end) {
            Some(b'.' | b':' | b'/') => digit(end + 1),
            Some(b',') => groups(bytes, end, GROUPS),
            _ => false,
        };
        if !digit(end) && !joint {
            break;
        }
        end += 1;
    }
    let next = rest.get(end..).and_then(|r| r.chars().next());
    if next.is_some_and(|c| c.is_alphabetic() && !word::is_unspaced(c)) {
        let tail = rest.get(end..).unwrap_or_default();
        let len = word::plain(tail);
        let dotted = tail.get(..len).is_some_and(|w| w.contains('.'));
        let stop = dotted && tail.get(len..).is_some_and(|t| t.starts_with('.'));
        return (end + len + usize::from(stop), Shape::Word);
    }
    (end, Shape::Number)
}

/// How many groups of two digits are looked through for the three that end a number in the Indian manner.
const GROUPS: u8 = 7;

/// Whether the comma at `at` groups thousands: three digits behind it and no fourth, or two in the Indian manner with
/// a further group, of which there are at most `more`.
fn groups(bytes: &[u8], at: usize, more: u8) -> bool {
    let digits = bytes
        .iter()
        .skip(at + 1)
        .take(4)
        .take_while(|b| b.is_ascii_digit())
        .count();
    digits == 3
        || (digits == 2
            && more > 0
            && bytes.get(at + 3) == Some(&b',')
            && groups(bytes, at + 3, more - 1))
}
