//! What happened at a time.

use super::super::row::Row;
use crate::text::Span;

/// The clause that the time belongs to.
pub(super) fn subject(_row: &Row<'_>, _from: usize, _to: usize) -> Option<Span> {
    None
}
