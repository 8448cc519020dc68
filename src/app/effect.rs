//! What the reader wants done outside of it.

use super::Clipping;
use crate::import::source::Input;
use crate::index::Query;

/// Something to do that is not a change of the view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Leave.
    Quit,
    /// Stop until the shell continues the program.
    Suspend,
    /// Draw the whole screen anew.
    Redraw,
    /// Put words on the clipboard.
    Copy(Clipping),
    /// Open the file in an editor at a line (from 1), where there is a file.
    Edit(Option<usize>),
    /// Open another article in place of this one.
    Open(Input),
    /// Count the hits of a query.
    Count(Query),
}
