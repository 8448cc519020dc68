//! What words are: plain ones, links, and where they surely end.

use unicode_segmentation::GraphemeCursor;

/// Whether the spaces at `[space, next)` allow a break whatever stands further off: what UAX #14 says of a letter,
/// digit or closing mark before them and a letter or digit after them.
pub(super) fn parts_for_certain(line: &[u8], space: usize, next: usize) -> bool {
    let before = space.checked_sub(1).and_then(|i| line.get(i));
    let after = line.get(next);
    before.is_some_and(|b| b.is_ascii_alphanumeric() || CLOSING.contains(b))
        && after.is_some_and(u8::is_ascii_alphanumeric)
}

/// ASCII marks that end a word and keep no space after them.
const CLOSING: &[u8] = b".,;:!?)";

/// Whether UAX #14 has no break inside a word, and our own rules have nothing to say: letters, digits, full stops,
/// commas and apostrophes, in brackets or not.
pub(super) fn is_plain(word: &[u8]) -> bool {
    let word = word.strip_prefix(b"(").unwrap_or(word);
    let closing = word
        .iter()
        .rev()
        .take_while(|b| CLOSING.contains(b))
        .count();
    let body = word.get(..word.len() - closing).unwrap_or_default();
    let is_link = body.starts_with(b"www.");
    !body.is_empty()
        && !is_link
        && body
            .iter()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b',' | b'\''))
}

/// Whether a grapheme cluster ends at byte `at` of the line.
pub(super) fn is_cluster_end(line: &str, at: usize) -> bool {
    let ascii = |i: usize| line.as_bytes().get(i).is_some_and(u8::is_ascii);
    if at > 0 && ascii(at - 1) && ascii(at) {
        return true;
    }
    GraphemeCursor::new(at, line.len(), true)
        .is_boundary(line, 0)
        .unwrap_or(true)
}

/// Whether a word is an address of the web or of mail, brackets around it or not.
pub(super) fn is_link(word: &str) -> bool {
    word.len() > 6
        && (word.contains("://")
            || word.contains("www.")
            || (word.contains('@') && word.contains('.') && !word.starts_with('@')))
}
