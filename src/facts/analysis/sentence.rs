//! Sentence boundaries, decided on tokens.

use std::ops::Range;

use super::Token;
use crate::text::Span;

/// Calls `emit` with the token range and span of each sentence among `tokens[from..]`.
pub(super) fn cut(
    text: &str,
    tokens: &[Token],
    from: usize,
    mut emit: impl FnMut(Range<u32>, Span),
) {
    let mut start = from;
    for i in from..tokens.len() {
        let last = i + 1 == tokens.len();
        let word = tokens
            .get(i)
            .map(|t| t.span.slice(text))
            .unwrap_or_default();
        if last || matches!(word, "." | "!" | "?") {
            if let (Some(a), Some(b)) = (tokens.get(start), tokens.get(i)) {
                emit(index(start)..index(i + 1), a.span.to(b.span));
            }
            start = i + 1;
        }
    }
}

/// A token index as it is stored.
fn index(i: usize) -> u32 {
    u32::try_from(i).unwrap_or(u32::MAX)
}
