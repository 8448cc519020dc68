//! How many columns a text takes, exactly as ratatui's buffer counts them.
//!
//! The buffer draws grapheme clusters (extended, UAX #29), drops those that hold a control character, and gives each
//! the width that [`CellWidth`] says. Nothing else in the program measures text.

use std::borrow::Cow;

use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

/// The width of `text` in columns. O(bytes); several times faster for ASCII.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.bytes().filter(|b| !b.is_ascii_control()).count();
    }
    if is_plain(text) {
        return text.chars().count();
    }
    text.graphemes(true).map(grapheme_width).sum()
}

/// Whether every character of `text` is a cluster of its own that takes one column: Latin letters, the marks of
/// typography and of drawn lines. O(bytes), without a table.
pub fn is_plain(text: &str) -> bool {
    text.chars().all(|c| {
        matches!(c, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{24f}' | '\u{2010}'..='\u{2027}'
            | '\u{2030}'..='\u{205e}' | '€' | '−' | '≠' | '\u{2500}'..='\u{25a0}')
    })
}

/// The width in columns of one grapheme cluster; 0 for what the buffer does not draw.
pub fn grapheme_width(cluster: &str) -> usize {
    if cluster.contains(char::is_control) {
        0
    } else {
        usize::from(cluster.cell_width())
    }
}

/// The length in bytes of the longest prefix of whole grapheme clusters that fits `columns`. O(that prefix).
pub fn fit(text: &str, columns: usize) -> usize {
    let head = text.as_bytes().get(..=columns).unwrap_or(text.as_bytes());
    if head.iter().all(|b| matches!(b, 0x20..=0x7e)) {
        // One byte past the prefix is known to be ASCII too, so that no combining mark belongs to its last character.
        return head.len().min(columns);
    }
    let mut left = columns;
    for (at, cluster) in text.grapheme_indices(true) {
        match left.checked_sub(grapheme_width(cluster)) {
            Some(rest) => left = rest,
            None => return at,
        }
    }
    text.len()
}

/// The length in bytes of the first grapheme cluster; 0 of nothing.
pub fn first_cluster(text: &str) -> usize {
    text.graphemes(true).next().map_or(0, str::len)
}

/// The longest end of `text` that fits `columns`, in whole grapheme clusters. O(that end).
pub fn end(text: &str, columns: usize) -> &str {
    let mut left = columns;
    for (at, cluster) in text.grapheme_indices(true).rev() {
        match left.checked_sub(grapheme_width(cluster)) {
            Some(rest) => left = rest,
            None => return text.get(at + cluster.len()..).unwrap_or_default(),
        }
    }
    text
}

/// The width of `text` where that is at most `limit` columns, else `limit + 1`. O(the part that fits).
pub(crate) fn width_within(text: &str, limit: usize) -> usize {
    let fits = fit(text, limit);
    if fits < text.len() {
        limit + 1
    } else {
        width(text)
    }
}

/// `text` cut to `columns`, the cut marked by `ellipsis`, which is left out where it does not fit itself.
pub fn truncate<'a>(text: &'a str, columns: usize, ellipsis: &str) -> Cow<'a, str> {
    let whole = fit(text, columns);
    if whole == text.len() {
        return Cow::Borrowed(text);
    }
    let Some(room) = columns.checked_sub(width(ellipsis)) else {
        return Cow::Borrowed(text.get(..whole).unwrap_or_default());
    };
    let kept = text.get(..fit(text, room)).unwrap_or_default();
    Cow::Owned(format!("{}{ellipsis}", kept.trim_end()))
}

/// A number of columns as rows store it; sticks at the end of the range.
pub(crate) fn columns(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    /// The column after the last that the buffer itself fills.
    fn drawn(text: &str) -> usize {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 200, 1));
        usize::from(buffer.set_stringn(0, 0, text, 200, Style::new()).0)
    }

    #[test]
    fn plain_characters_take_a_column_each_whatever_stands_beside_them() {
        let plain: Vec<char> = ('\0'..='\u{ffff}')
            .filter(|c| is_plain(c.encode_utf8(&mut [0; 4])))
            .collect();
        assert!(plain.len() > 700, "{}", plain.len());
        for pair in plain.windows(2) {
            for text in [String::from_iter(pair), pair.iter().rev().collect()] {
                assert_eq!(drawn(&text), 2, "{text:?}");
                assert_eq!(text.graphemes(true).count(), 2, "{text:?}");
            }
        }
        for text in ["e\u{301}", "soft\u{ad}", "日本", "👍", "a\nb", "\u{200b}"] {
            assert!(!is_plain(text), "{text:?}");
        }
    }

    #[test]
    fn width_is_what_the_buffer_draws() {
        for text in [
            "plain",
            "naïve café",
            "日本語",
            "e\u{301}\u{302}",
            "👩‍👩‍👧 👍🏽 🇩🇪",
            "ｶﾞ ﾊﾟ aﾞ",
            "a\u{ad}b\u{200b}c\u{2060}",
            "tab\tand\nnewline",
            "\u{301}alone",
            "¡§—“”…",
            "ក្ខ ꓹꓼ لا",
        ] {
            assert_eq!(width(text), drawn(text), "{text:?}");
        }
    }

    #[test]
    fn fit_never_splits_a_cluster() {
        assert_eq!(fit("abc", 2), 2);
        assert_eq!(fit("abc", 9), 3);
        assert_eq!(fit("ae\u{301}", 1), 1);
        assert_eq!(fit("e\u{301}x", 1), 3);
        assert_eq!(fit("日本", 3), 3);
        assert_eq!(fit("日本", 1), 0);
        assert_eq!(fit("", 0), 0);
    }

    #[test]
    fn the_end_of_a_text_is_what_fits_of_it() {
        assert_eq!(end("abc", 2), "bc");
        assert_eq!(end("abc", 9), "abc");
        assert_eq!(end("日本", 3), "本");
        assert_eq!(end("xe\u{301}", 1), "e\u{301}");
    }

    #[test]
    fn truncate_marks_the_cut_when_there_is_room() {
        assert_eq!(truncate("short", 5, "…"), "short");
        assert_eq!(truncate("longer", 5, "…"), "long…");
        assert_eq!(truncate("two words", 5, "…"), "two…");
        assert_eq!(truncate("longer", 2, "..."), "lo");
        assert_eq!(truncate("日本語", 4, "…"), "日…");
        assert_eq!(truncate("x", 0, "…"), "");
    }
}
