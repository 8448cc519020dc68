//! What is remembered between sessions: where the reader stopped in which article, and what was noted there.
//!
//! One `SQLite` database. [`Store`] is the open database: it takes [`Change`]s, each of them one row, and gives what is
//! [`Remembered`] of a document. A document is known by names: the named hash of its text (`blake3:…`), and the files
//! and addresses that it was read from (`file:/…`, `https://…`).
//!
//! Invariants: everything that has a place has it as an [`Anchor`], so that it is found again in another version of
//! the article, or is kept as an orphan; nothing is written as a whole set, so that two windows on the same article
//! never undo each other's work; what is deleted was deleted by the person, row by row.
//! Deliberately absent: the article itself, which stays where it is; facts, which are found anew; settings.

mod anchor;
mod error;
mod history;
mod names;
mod open;
mod record;
mod rows;
mod schema;
mod unsaved;

pub use anchor::{Anchor, Found};
pub use error::StoreError;
pub use history::Entry;
pub use names::{Sketch, database_path, file_name, file_of, text_name};
pub use open::Opened;
pub use record::{
    Change, Dismissed, DocumentId, Id, Mark, Millis, Note, Progress, Remembered, now,
};
pub use rows::About;
pub use unsaved::{Unsaved, clear, set_aside, waiting};

use std::path::{Path, PathBuf};

/// The open database.
#[derive(Debug)]
pub struct Store {
    connection: rusqlite::Connection,
    path: PathBuf,
}

impl Store {
    /// Where the database is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

#[cfg(test)]
mod tests;
