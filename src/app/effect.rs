//! What the reader wants done outside of it.

use std::path::PathBuf;

use super::Clipping;
use crate::article::Uri;
use crate::document::BlockId;
use crate::import::source::Input;
use crate::index::Query;
use crate::store::DocumentId;

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
    /// Open another article in place of this one; a page from the network takes its place when it has come.
    Open(Input),
    /// Find the reader's own themes, to be offered too.
    OwnThemes,
    /// Keep the theme that is on for the next time.
    KeepTheme,
    /// Open a file that a link leads to, at the place of that name.
    Follow(PathBuf, Option<String>),
    /// Go back to the article that was read before this one, if there is one.
    Back,
    /// Go on again to the article that was read after this one, if there is one.
    Forward,
    /// Open an address in the browser, or in the program for letters.
    Browse(Uri),
    /// Show the picture of a block in the system's viewer.
    Picture(BlockId),
    /// Have the terminal send what is done with the mouse, or not.
    Mouse(bool),
    /// Read the article again.
    Reload,
    /// Show what was read before.
    Library,
    /// Forget a document with all that was noted in it.
    Forget(DocumentId),
    /// Give up the page that is on its way.
    Cancel,
    /// Count the hits of a query.
    Count(Query),
}
