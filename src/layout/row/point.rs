//! From the columns of a row to places in the text, and back.

use unicode_segmentation::UnicodeSegmentation;

use super::{Content, Row};
use crate::document::Document;
use crate::layout::measure;
use crate::text::{Pos, Span};

impl Row {
    /// The slices of text that it shows, each with its first column.
    pub fn texts(&self) -> impl Iterator<Item = (u16, Span)> {
        self.runs.iter().filter_map(|run| match run.content {
            Content::Text(span) => Some((run.col, span)),
            Content::Ornament(_) => None,
        })
    }

    /// The grapheme cluster at a column, or the nearest one of the row: its start. None where no text stands. O(row).
    pub fn pos_at(&self, document: &Document, column: u16) -> Option<Pos> {
        let mut nearest = None;
        for (col, span) in self.texts() {
            if nearest.is_some() && col > column {
                break;
            }
            let mut at = usize::from(col);
            for (offset, cluster) in document.slice(span).grapheme_indices(true) {
                if at > column.into() && nearest.is_some() {
                    return nearest;
                }
                nearest = Some(span.start.plus(offset));
                at += measure::grapheme_width(cluster);
            }
        }
        nearest
    }

    /// The column of the grapheme cluster that begins at a place; behind the last one before it where the row does
    /// not show it. None where no text stands before it. O(row).
    pub fn column_of(&self, document: &Document, pos: Pos) -> Option<u16> {
        let before = self.texts().filter(|(_, span)| span.start <= pos);
        // In a table the cells of a row do not follow one another in the text.
        let (col, span) = before.max_by_key(|(_, span)| (span.contains(pos), span.start))?;
        let head = Span {
            start: span.start,
            end: pos.min(span.end),
        };
        let width = measure::width(document.slice(head));
        Some(col.saturating_add(measure::columns(width)))
    }
}

#[cfg(test)]
mod tests {
    use crate::document::BlockKind;
    use crate::layout::Galley;
    use crate::layout::proof::{document, setting};
    use crate::text::Pos;

    #[test]
    fn columns_lead_to_clusters_and_back() {
        let document = document([(BlockKind::Paragraph, "日本 e\u{301}x and more".to_owned())]);
        let rows = Galley::new(setting(8)).rows_from(&document, Pos(0), 9);
        let first = &rows[0];
        for (column, start) in [(0, 0), (1, 0), (2, 3), (4, 6), (5, 7), (6, 10), (90, 10)] {
            assert_eq!(
                first.pos_at(&document, column),
                Some(Pos(start)),
                "{column}"
            );
        }
        for (pos, column) in [(0, 0), (3, 2), (6, 4), (7, 5), (10, 6), (11, 7)] {
            assert_eq!(first.column_of(&document, Pos(pos)), Some(column), "{pos}");
        }
        assert_eq!(rows[1].pos_at(&document, 0), Some(Pos(12)));
        assert_eq!(rows[1].column_of(&document, Pos(3)), None);
    }
}
