//! Right-to-left text in the order of reading: Unicode's bidirectional algorithm (UAX #9, by `unicode-bidi`), row by
//! row, after the rows were broken in the order of the text.
//!
//! The direction of a paragraph is that of its first letter; one that runs from right to left stands at the right.
//! Levels are found over the whole paragraph, as the standard has it, in pieces of [`WINDOW`] where it is very long.
//! Deliberately absent: the joining of Arabic letters, which is the terminal's.

use unicode_bidi::{Direction, Level, ParagraphBidiInfo, get_base_direction};
use unicode_segmentation::UnicodeSegmentation;

use crate::text::Span;
use crate::ui::Look;
use crate::ui::screen::{Line, Piece};

/// How much of a paragraph around a row is looked at on each side, in bytes.
const WINDOW: usize = 8 * 1024;

/// Characters that are shown the other way round from right to left, where both have the same length in bytes.
const PAIRS: [(char, char); 14] = [
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('<', '>'),
    ('«', '»'),
    ('‹', '›'),
    ('≤', '≥'),
    ('⟨', '⟩'),
    ('「', '」'),
    ('『', '』'),
    ('【', '】'),
    ('《', '》'),
    ('〈', '〉'),
    ('（', '）'),
];

/// Whether a text holds anything that runs from right to left. O(bytes); fast where it cannot.
pub(super) fn is_mixed(text: &str) -> bool {
    // The first bytes, in UTF-8, of all such characters. Without a way out of a piece it is compared as a vector.
    let may_be = |b: u8| matches!(b, 0xd6..=0xe0 | 0xef | 0xf0);
    let mut pieces = text.as_bytes().chunks(64);
    pieces.any(|piece| piece.iter().fold(false, |found, &b| found | may_be(b)))
        && text.chars().any(|c| {
            matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
                | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
        })
}

/// The order of the text of a paragraph, or of a window of it.
#[derive(Debug)]
pub(super) struct Order<'a> {
    /// What was looked at.
    pub(super) span: Span,
    /// Whether the paragraph runs from right to left.
    pub(super) from_right: bool,
    info: ParagraphBidiInfo<'a>,
}

impl<'a> Order<'a> {
    /// The order of the paragraph that `row` belongs to, which stands at `paragraph` of `text`.
    ///
    /// # Errors
    /// The part of the paragraph that was looked at, where all of it runs from left to right.
    pub(super) fn new(text: &'a str, paragraph: Span, row: Span) -> Result<Self, Span> {
        let start = row
            .start
            .get()
            .saturating_sub(WINDOW)
            .max(paragraph.start.get());
        let end = row
            .end
            .get()
            .saturating_add(WINDOW)
            .min(paragraph.end.get());
        let span = Span::new(
            crate::text::floor_boundary(text, start),
            crate::text::floor_boundary(text, end),
        );
        let near = span.slice(text);
        let head = head(paragraph.slice(text));
        let from_right = is_mixed(head) && get_base_direction(head) == Direction::Rtl;
        if !from_right && !is_mixed(near) {
            return Err(span);
        }
        let base = if from_right {
            Level::rtl()
        } else {
            Level::ltr()
        };
        Ok(Self {
            span,
            from_right,
            info: ParagraphBidiInfo::new(near, Some(base)),
        })
    }

    /// The parts of a row as they stand from left to right, each with whether it runs from right to left.
    pub(super) fn runs(&self, row: Span) -> Vec<(Span, bool)> {
        let base = self.span.start.get();
        let Some(range) = row
            .start
            .get()
            .checked_sub(base)
            .zip(row.end.get().checked_sub(base))
            .filter(|&(start, end)| start < end && end <= self.span.len())
        else {
            return vec![(row, self.from_right)];
        };
        let (levels, runs) = self.info.visual_runs(range.0..range.1);
        runs.into_iter()
            .map(|run| {
                let turned = levels.get(run.start).is_some_and(Level::is_rtl);
                (Span::new(base + run.start, base + run.end), turned)
            })
            .collect()
    }
}

/// As much of a paragraph as its first letter is looked for in.
fn head(text: &str) -> &str {
    text.get(..text.floor_char_boundary(WINDOW))
        .unwrap_or_default()
}

/// A text as it is shown from right to left: its clusters in turn, brackets the other way round.
pub(super) fn turned(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for cluster in text.graphemes(true).rev() {
        let mut chars = cluster.chars();
        let first = chars.next().map(mirrored);
        out.extend(first);
        out.push_str(chars.as_str());
    }
    out
}

fn mirrored(c: char) -> char {
    PAIRS
        .iter()
        .find_map(|&(open, close)| match c {
            c if c == open => Some(close),
            c if c == close => Some(open),
            _ => None,
        })
        .unwrap_or(c)
}

/// Puts the pieces of a row that is no part of the text (a title, a fact, a notice) in the order of reading. Pieces
/// that touch are one text; what stands before its first letter, such as a sign, stays there.
pub(super) fn reorder(line: &mut Line) {
    if !line.pieces.iter().any(|piece| is_mixed(&piece.text)) {
        return;
    }
    let mut done: Vec<Piece> = Vec::new();
    let mut group: Vec<Piece> = Vec::new();
    for piece in std::mem::take(&mut line.pieces) {
        let touches = group.last().is_some_and(|last| piece.col == last.end());
        if !touches {
            done.extend(reordered(std::mem::take(&mut group)));
        }
        group.push(piece);
    }
    done.extend(reordered(group));
    line.pieces = done;
}

/// The same for pieces that touch.
fn reordered(group: Vec<Piece>) -> Vec<Piece> {
    if !group.iter().any(|piece| is_mixed(&piece.text)) {
        return group;
    }
    let mut text = String::new();
    let mut looks: Vec<(Span, Look)> = Vec::new();
    for piece in &group {
        let start = text.len();
        text.push_str(&piece.text);
        looks.push((Span::new(start, text.len()), piece.look));
    }
    let lead = text.find(char::is_alphanumeric).unwrap_or(0);
    let last = text.trim_end().len();
    let Ok(order) = Order::new(&text, Span::new(lead, last), Span::new(lead, last)) else {
        return group;
    };
    let mut line = Line::default();
    let mut col = group.first().map_or(0, |piece| piece.col);
    let mut put = |span: Span, turn: bool| {
        let mut parts: Vec<_> = looks
            .iter()
            .filter_map(|(of, look)| Some((of.intersection(span)?, *look)))
            .collect();
        if turn {
            parts.reverse();
        }
        for (part, look) in parts {
            let words = part.slice(&text);
            let words = if turn {
                turned(words)
            } else {
                words.to_owned()
            };
            line.push_at(col, words, look);
            col = line.width();
        }
    };
    put(Span::new(0, lead), false);
    for (span, turn) in order.runs(order.span) {
        put(span, turn);
    }
    put(Span::new(last, text.len()), false);
    line.pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::Role;

    /// The order in which a text is shown.
    fn shown(text: &str) -> String {
        let mut line = Line::default();
        line.push(text, Role::Text);
        reorder(&mut line);
        line.text()
    }

    #[test]
    fn words_stand_as_they_are_read() {
        assert_eq!(shown("plain – naïve"), "plain – naïve");
        assert_eq!(shown("see אבג here"), "see גבא here");
        assert_eq!(shown("אבג (דה) 12,5"), "12,5 (הד) גבא");
        assert_eq!(shown("@ אבג two"), "@ two גבא");
    }

    #[test]
    fn clusters_are_turned_whole_and_looks_go_along() {
        assert_eq!(turned("א\u{5b8}ב"), "בא\u{5b8}");
        let mut line = Line::default();
        line.push("אב", Role::Accent);
        line.push("ג דה", Role::Text);
        reorder(&mut line);
        let pieces: Vec<_> = line
            .pieces
            .iter()
            .map(|p| (p.col, p.text.as_str(), p.look.role))
            .collect();
        assert_eq!(pieces, [(0, "הד ג", Role::Text), (4, "בא", Role::Accent)]);
    }
}
