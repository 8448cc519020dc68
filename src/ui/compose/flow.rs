//! Pieces of text with roles, flowed over a few rows.
//!
//! Rows end between words. A word that no row can hold is cut with an ellipsis: the rest of it on the next row would
//! read as another word. Only addresses and the like are broken.

use crate::layout::measure;
use crate::ui::Role;

/// The longest text that is flowed, in bytes: nothing beyond it could be seen.
const LONGEST: usize = 600;

/// Blanks that stand for what takes the end of the first row.
const BLANKS: &str = "                ";

/// Sets pieces one after the other in at most `most` rows of `columns` columns. What does not fit is cut with an
/// ellipsis. O(text that fits).
pub(super) fn flow(
    pieces: &[(String, Role)],
    columns: usize,
    most: usize,
    ellipsis: &str,
) -> Vec<Vec<(String, Role)>> {
    flow_round(pieces, (columns, 0), most, ellipsis)
}

/// The same, where something else takes `corner` columns at the end of the first row.
pub(super) fn flow_round(
    pieces: &[(String, Role)],
    (columns, corner): (usize, usize),
    most: usize,
    ellipsis: &str,
) -> Vec<Vec<(String, Role)>> {
    let corner = corner.min(BLANKS.len()).min(columns.saturating_sub(1));
    let whole: String = pieces.iter().map(|(text, _)| text.as_str()).collect();
    // Most are short and plain: no byte of ASCII takes more than a column.
    if whole.len() <= columns - corner && whole.is_ascii() && !whole.is_empty() {
        let row = pieces.iter().filter(|(text, _)| !text.is_empty());
        return vec![row.cloned().collect()];
    }
    let text = whole
        .get(..whole.floor_char_boundary(LONGEST))
        .unwrap_or_default();
    let is_broken = text
        .split_whitespace()
        .any(|word| word.contains(['/', '.', '_', '@', '-']) && measure::width(word) > columns);
    let edges = (columns, corner);
    let seen = head(text, (columns + 1) * (most + 1));
    let rows = if is_broken {
        rows(seen, edges, most, true)
    } else {
        simple_rows(seen, edges, most).unwrap_or_else(|| rows(seen, edges, most, false))
    };
    let from = rows.last().map_or(0, |row| row.1);
    let cut = text.get(from..).is_some_and(|rest| !rest.trim().is_empty());
    let last = rows.len().saturating_sub(1);
    let mut out = Vec::new();
    for (i, (start, end)) in rows.into_iter().enumerate() {
        // The last row of a cut text is filled to its edge: a word that is cut says more than a gap.
        let end = if cut && i == last { text.len() } else { end };
        let mut row: Vec<(String, Role)> = Vec::new();
        let mut at = 0;
        for (piece, role) in pieces {
            let span = (at.max(start), (at + piece.len()).min(end));
            at += piece.len();
            if let Some(part) = text
                .get(span.0..span.1.max(span.0))
                .filter(|p| !p.is_empty())
            {
                row.push((part.to_owned(), *role));
            }
        }
        let taken = if i == 0 { corner } else { 0 };
        clip(&mut row, columns - taken, ellipsis);
        out.push(row);
    }
    out
}

/// The beginning of a text that has so many columns, where that is known at a glance; else all of it.
fn head(text: &str, columns: usize) -> &str {
    let end = text.char_indices().nth(columns).map_or(text.len(), |c| c.0);
    let head = text.get(..end).unwrap_or(text);
    if measure::is_plain(head) { head } else { text }
}

/// The first `most` rows of a text, as bytes from and to, in columns and with a corner of the first row left free. Words
/// that no row can hold may be broken.
fn rows(
    text: &str,
    (columns, corner): (usize, usize),
    most: usize,
    break_words: bool,
) -> Vec<(usize, usize)> {
    // Rows are filled one after the other: with two of them nothing is won by weighing them all, at four times the cost.
    let options = textwrap::Options::new(columns.max(1))
        .initial_indent(BLANKS.get(..corner).unwrap_or_default())
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit)
        .break_words(break_words);
    let mut rows = Vec::new();
    let mut from = 0;
    for row in textwrap::wrap(text, options).into_iter().take(most) {
        // Without what stands for the corner.
        let row = row.trim_start();
        let start = text
            .get(from..)
            .and_then(|rest| rest.find(row))
            .map_or(from, |at| from + at);
        rows.push((start, start + row.len()));
        from = start + row.len();
    }
    rows
}

/// The same for words with single spaces between them, which can be broken at the spaces and nowhere else: most titles.
/// None for any other text.
fn simple_rows(
    text: &str,
    (columns, corner): (usize, usize),
    most: usize,
) -> Option<Vec<(usize, usize)>> {
    let mut rows = Vec::new();
    let (mut start, mut end) = (0, 0);
    // The columns of the row so far.
    let mut taken = 0;
    let bytes = text.as_bytes();
    for stop in memchr::memchr_iter(b' ', bytes).chain([bytes.len()]) {
        let word = text.get(end..stop)?;
        let word = word.strip_prefix(' ').unwrap_or(word);
        // After a quotation mark no row begins with a bracket.
        let quoted = text.get(..end)?.ends_with(['”', '’', '\'']);
        if !is_simple(word) || (quoted && word.starts_with('(')) {
            return None;
        }
        let room = if rows.is_empty() {
            columns - corner.min(columns)
        } else {
            columns
        };
        let width = word.chars().count();
        if end > start && taken + 1 + width > room {
            rows.push((start, end));
            (start, taken) = (end + 1, width);
        } else {
            taken += width + usize::from(end > start);
        }
        end = stop;
    }
    rows.push((start, end));
    rows.truncate(most);
    Some(rows)
}

/// Whether a word is of such letters and signs, a column each, that no row ends inside of it, and one may end before and
/// after it (UAX #14).
fn is_simple(word: &str) -> bool {
    let letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, 'À'..='ɏ' if c.is_alphabetic());
    let inside = |c: char| letter(c) || matches!(c, '.' | ',' | ';' | ':' | '\'' | '-' | '’');
    let word = word.trim_start_matches(['“', '(']);
    let word = word.trim_end_matches(['.', ',', ';', ':', '?', '!', ')', '”', '’', '\'']);
    word.starts_with(letter) && word.ends_with(letter) && word.chars().all(inside)
}

/// Cuts a row to `columns`, with an ellipsis at the end.
fn clip(row: &mut Vec<(String, Role)>, columns: usize, ellipsis: &str) {
    let mut left = columns;
    let mut kept = 0;
    for (text, _) in row.iter_mut() {
        kept += 1;
        let width = measure::width(text);
        if width > left {
            *text = measure::truncate(text, left, ellipsis).into_owned();
            break;
        }
        left -= width;
    }
    row.truncate(kept);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pieces: &[&str], columns: usize, expect: &[&str]) {
        let pieces: Vec<_> = pieces
            .iter()
            .map(|p| ((*p).to_owned(), Role::Text))
            .collect();
        let rows = flow(&pieces, columns, 2, "…");
        let rows: Vec<String> = rows
            .iter()
            .map(|row| row.iter().map(|(t, _)| t.as_str()).collect())
            .collect();
        assert_eq!(rows, expect);
    }

    #[test]
    fn simple_words_are_set_as_all_others() {
        for text in [
            "One word more",
            "a",
            "Talks in June (of 2021), they said: 1.5 more",
            "unbreakable words here",
        ] {
            for edges in (1..30).flat_map(|columns| [(columns, 0), (columns, columns / 2)]) {
                let simple = simple_rows(text, edges, 9);
                assert_eq!(
                    simple,
                    Some(rows(text, edges, 9, false)),
                    "{text} {edges:?}"
                );
            }
        }
        for text in ["", " a", "a  b", "a/b", "a—b", "well?no", "a ) b", "漢字"] {
            assert_eq!(simple_rows(text, (3, 0), 9), None, "{text:?}");
        }
    }

    proptest::proptest! {
        /// Where words are simple they are set as by the rules for all words.
        #[test]
        fn simple_rows_are_rows(text in "[“]?[ab5é(]{1,3}([-’'.,:;()?! ”“][abÉ5)]{1,3}){0,5}[.?!”]{0,2}", columns in 3..12_usize, corner in 0..3_usize) {
            if let Some(simple) = simple_rows(&text, (columns, corner), 9) {
                proptest::prop_assert_eq!(simple, rows(&text, (columns, corner), 9, false));
            }
        }
    }

    #[test]
    fn the_first_row_ends_before_what_stands_in_the_corner() {
        let title = [("Emergency Summit in Elmford".to_owned(), Role::Text)];
        let rows = |most| -> Vec<String> {
            let rows = flow_round(&title, (16, 5), most, "…");
            let words = |row: &Vec<(String, Role)>| row.iter().map(|(t, _)| t.as_str()).collect();
            rows.iter().map(words).collect()
        };
        assert_eq!(rows(3), ["Emergency", "Summit in", "Elmford"]);
        assert_eq!(rows(2), ["Emergency", "Summit in Elmfo…"]);
        assert_eq!(rows(1), ["Emergency…"]);
    }

    #[test]
    fn pieces_flow_over_two_rows_and_are_cut_after_that() {
        check(&["short"], 20, &["short"]);
        check(
            &["who: ", "says this and that"],
            14,
            &["who: says this", "and that"],
        );
        check(&["one two three four"], 8, &["one two", "three f…"]);
        check(&["unbreakable"], 4, &["unb…"]);
        check(
            &["Acknowledgements and notes"],
            12,
            &["Acknowledge…", "and notes"],
        );
        check(&["a.example/unbroken"], 10, &["a.example/", "unbroken"]);
    }
}
