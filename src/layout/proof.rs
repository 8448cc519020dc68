//! For tests: documents from short notes, and rows as strings.

use super::{
    Boilerplate, Content, Galley, Glyphs, Row, RowKind, Setting, Typography, measure, ornament_text,
};
use crate::document::{BlockKind, Builder, Document};
use crate::text::Pos;

/// A document of blocks.
pub(super) fn document<T: AsRef<str>>(
    blocks: impl IntoIterator<Item = (BlockKind, T)>,
) -> Document {
    let mut builder = Builder::default();
    for (kind, text) in blocks {
        builder.open(kind, None);
        builder.push(text.as_ref(), None);
    }
    builder.finish()
}

/// The setting of a measure, with boilerplate folded and Unicode ornaments.
pub(super) fn setting(columns: u16) -> Setting {
    Setting {
        columns,
        boilerplate: Boilerplate::Folded,
        glyphs: Glyphs::Unicode,
        typography: Typography::default(),
    }
}

/// A row as it would be drawn. A fold shows as `<n folded>`; columns that nothing stands in are spaces.
pub(super) fn line(document: &Document, glyphs: Glyphs, row: &Row) -> String {
    if let RowKind::Fold { blocks, .. } = row.kind {
        return format!("<{blocks} folded>");
    }
    let mut line = String::new();
    for run in &row.runs {
        let at = measure::width(&line);
        let col = usize::from(run.col);
        assert!(at <= col, "runs overlap: {row:?}");
        line.push_str(&" ".repeat(col - at));
        match run.content {
            Content::Text(span) => line.push_str(document.slice(span)),
            Content::Ornament(o) => line.push_str(&ornament_text(&o, document, glyphs)),
        }
    }
    line
}

/// All rows of a document as they would be drawn.
pub(super) fn lines(document: &Document, setting: Setting) -> Vec<String> {
    let rows = Galley::new(setting).rows_from(document, Pos(0), usize::MAX);
    rows.iter()
        .map(|r| line(document, setting.glyphs, r))
        .collect()
}

/// Checks the rows of some blocks at a measure; `expected` is one line a row.
#[track_caller]
pub(super) fn check(blocks: &[(BlockKind, &str)], columns: u16, expected: &[&str]) {
    let document = document(blocks.iter().cloned());
    assert_eq!(lines(&document, setting(columns)), expected);
}
