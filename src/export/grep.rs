//! Facts as lines that editors jump to: `file:line:column: kind: text`.

use std::fmt::Write as _;

use super::Sheet;
use crate::facts::FactId;

/// The facts, a line each, in the order given. Lines and columns count from 1, columns in characters; a fact whose
/// place in the input is not known, as in a book, stands at 1:1, so that an editor opens the file at least.
pub fn grep(sheet: &Sheet<'_>, facts: &[FactId]) -> String {
    let mut out = String::new();
    for fact in facts.iter().filter_map(|&id| sheet.article.fact(id)) {
        let (line, column) = sheet
            .source_place_of(fact)
            .map_or((1, 1), |p| (p.line, p.column));
        let (name, kind, words) = (sheet.name(), fact.kind.name(), sheet.words(fact.span));
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{name}:{line}:{column}: {kind}: {words}");
    }
    out
}
