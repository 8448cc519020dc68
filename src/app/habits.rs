//! What the reader wants of the program, besides how it looks.

use std::time::Duration;

use super::Keeping;
use crate::command::Keymap;

/// What the reader wants of the program, besides how it looks.
#[derive(Clone, Debug, Default)]
pub struct Habits {
    /// The keys.
    pub keymap: Keymap,
    /// The editor with its arguments; none for what the environment names.
    pub editor: Option<String>,
    /// The browser with its arguments; none for what the environment names.
    pub browser: Option<String>,
    /// How long a sequence of keys may stay incomplete; zero for as long as it takes.
    pub chord: Duration,
    /// How a choice is kept for the next time; none where there is no place for that.
    pub keeping: Option<Keeping>,
    /// What is wrong with how the wishes were put: told at first.
    pub complaint: Option<String>,
}
