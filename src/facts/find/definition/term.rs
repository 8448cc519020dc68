//! Terms that the author sets off and then says what they are: `**Basalt** is a dark rock`.
//!
//! Only at the start of a block, as reference works begin; the definition ends where its first clause does.

use super::{Line, candidate};
use crate::document::MarkKind;
use crate::facts::lexicon::{Words, words};
use crate::facts::{Analysis, Candidate};

/// Words that end the first clause of a definition.
static ENDS: Words = words!(", ; : – — ( . that which who where when whose");
/// The most tokens of a term, and of what is said of it.
const TERM: usize = 10;
const SAID: usize = 24;

/// Appends the definition that begins the block of `line`.
pub(super) fn find(analysis: &Analysis<'_>, line: &Line<'_>, out: &mut Vec<Candidate>) {
    out.extend(definition(analysis, line));
}

fn definition(analysis: &Analysis<'_>, line: &Line<'_>) -> Option<Candidate> {
    let whole = line.span(0, line.tokens.len().checked_sub(1)?)?;
    let lead = usize::from(line.is(0, &["the", "a", "an"]));
    let start = line.tokens.get(lead)?.span().start;
    let mark = analysis.document.marks_in(whole).find(|m| {
        matches!(m.kind, MarkKind::Strong) && m.span.start <= start && m.span.end > start
    })?;
    let mut at = line
        .tokens
        .partition_point(|t| t.span().start < mark.span.end);
    let term = line.span(lead, at.checked_sub(1)?)?;
    if at > TERM {
        return None;
    }
    if line.word(at) == "(" {
        at = 1 + (at..line.tokens.len()).find(|&i| line.word(i) == ")")?;
    }
    if !line.is(at, &["is", "are", "was", "were"])
        || !line.is(at + 1, &["a", "an", "the", "any", "one"])
    {
        return None;
    }
    let from = at + 1;
    let end = (from + 2..line.tokens.len())
        .find(|&i| line.has(i, ENDS))
        .unwrap_or(line.tokens.len());
    let last = end.checked_sub(1).filter(|last| last - from <= SAID)?;
    let said = line.span(from, last)?;
    Some(candidate(term.to(said), term, said, 0.8))
}
