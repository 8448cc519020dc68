//! Fragments to rows: which fragments stand together.

use textwrap::core::Fragment as _;
use textwrap::wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit};

use super::fragment::{Fragment, FragmentKind};
use super::measure;
use super::row::{Content, Ornament, Run};
use crate::text::Span;

/// Up to this many fragments the rows of a line are balanced; longer ones are filled greedily, which costs a third.
const BALANCED: usize = 800;

/// The penalties of `textwrap`, but with an overflow dearer than any gap: no row may be wider than the measure.
const PENALTIES: Penalties = Penalties {
    overflow_penalty: 1_000_000_000,
    ..Penalties::new()
};

/// Splits fragments into rows: the first `first` columns wide, the others `rest`. No row is wider unless a single
/// fragment is. O(fragments).
pub(super) fn rows(fragments: &[Fragment], first: usize, rest: usize) -> Vec<&[Fragment]> {
    let widths = [first, rest].map(|w| f64::from(measure::columns(w)));
    let total = width(fragments);
    if total <= first && !fragments.is_empty() {
        return vec![fragments];
    }
    // Where every character may end a row, as in CJK, greedy rows are even already.
    let syllables = fragments.iter().filter(|f| f.kind == FragmentKind::Soft);
    let is_words = total > 3 * (fragments.len() - syllables.count());
    if is_words
        && fragments.len() <= BALANCED
        && let Ok(rows) = wrap_optimal_fit(fragments, &widths, &PENALTIES)
        && rows
            .iter()
            .enumerate()
            .all(|(i, row)| width(row) <= if i == 0 { first } else { rest })
    {
        return rows;
    }
    wrap_first_fit(fragments, &widths)
}

/// The columns that a row of fragments takes, with the hyphen that it may end in.
pub(super) fn width(row: &[Fragment]) -> usize {
    let all: usize = row
        .iter()
        .map(|f| usize::from(f.width) + usize::from(f.space))
        .sum();
    let last = row.last().map_or(0, |f| usize::from(f.space));
    let hyphen = row.last().is_some_and(|f| f.penalty_width() > 0.0);
    all - last + usize::from(hyphen)
}

/// The bytes that a row of fragments shows.
pub(super) fn span(row: &[Fragment]) -> Span {
    match (row.first(), row.last()) {
        (Some(first), Some(last)) => Span::new(first.start, last.end),
        _ => Span::default(),
    }
}

/// Adds the runs of a row of fragments, from column `col` on. `is_last` is whether the line ends with this row; `wider`
/// are the columns by which the gaps after the fragments are widened, none for those without an entry.
pub(super) fn runs(
    row: &[Fragment],
    col: usize,
    is_last: bool,
    wider: &[usize],
    out: &mut Vec<Run>,
) {
    let mut at = col;
    let mut open: Option<(usize, Span)> = None;
    let text = |(col, span): (usize, Span)| Run {
        col: measure::columns(col),
        content: Content::Text(span),
    };
    let ornament = |col: usize, ornament| Run {
        col: measure::columns(col),
        content: Content::Ornament(ornament),
    };
    for (i, fragment) in row.iter().enumerate() {
        if fragment.kind == FragmentKind::Oversize {
            out.extend(open.take().map(text));
            out.push(ornament(at, Ornament::Ellipsis));
        } else {
            let span = Span::new(fragment.start, fragment.end);
            open = Some(open.map_or((at, span), |(col, run)| (col, run.to(span))));
        }
        at += usize::from(fragment.width) + usize::from(fragment.space);
        if let Some(&more @ 1..) = wider.get(i) {
            out.extend(open.take().filter(|(_, s)| !s.is_empty()).map(text));
            at += more;
        }
    }
    out.extend(open.take().filter(|(_, s)| !s.is_empty()).map(text));
    if let Some(last) = row.last()
        && last.kind == FragmentKind::Soft
        && !is_last
    {
        out.push(ornament(at - usize::from(last.space), Ornament::Hyphen));
    }
}
