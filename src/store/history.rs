//! What was read: the list of the library, and how to be left out of it.

use rusqlite::{OptionalExtension, params};

use super::names::Sketch;
use super::record::Millis;
use super::{DocumentId, Store, StoreError};

/// A document of the history.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its number.
    pub id: DocumentId,
    /// Its title.
    pub title: String,
    /// Where it was read from last, as it is shown.
    pub source: String,
    /// The name of the file or address that opens it; none for what came through a pipe, or whose file holds another
    /// article by now.
    pub place: Option<String>,
    /// How many words it has, about.
    pub words: u32,
    /// How many facts, once they were found.
    pub facts: Option<u32>,
    /// The share that was read, 0 to 1.
    pub share: f64,
    /// Minutes of reading that are left.
    pub minutes_left: u32,
    /// When it was read last.
    pub read: Millis,
    /// How many notes it has.
    pub notes: u32,
}

impl Store {
    /// All that was read, what was read last first. O(documents).
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn history(&self) -> Result<Vec<Entry>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, title, source,
                (SELECT name FROM names WHERE document = id AND name NOT LIKE 'blake3:%'
                 ORDER BY seen DESC, name LIMIT 1),
                words, facts, share, minutes_left, read,
                (SELECT count(*) FROM notes WHERE document = documents.id)
             FROM documents ORDER BY read DESC, id DESC",
        )?;
        let rows = statement.query_map([], |row| {
            Ok(Entry {
                id: DocumentId(row.get(0)?),
                title: row.get(1)?,
                source: row.get(2)?,
                place: row.get(3)?,
                words: row.get(4)?,
                facts: row.get(5)?,
                share: row.get(6)?,
                minutes_left: row.get(7)?,
                read: row.get(8)?,
                notes: row.get(9)?,
            })
        })?;
        let entries: rusqlite::Result<Vec<_>> = rows.collect();
        Ok(entries?)
    }

    /// Which known document a text is: the one with the same text, or else the one that was read from the same place
    /// and has the same title or most of the same words.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn recognise(
        &self,
        text_name: &str,
        place: Option<&str>,
        title: &str,
        sketch: &Sketch,
    ) -> Result<Option<DocumentId>, StoreError> {
        if let Some(id) = self.find(text_name)? {
            return Ok(Some(id));
        }
        let Some(DocumentId(id)) = place.map(|p| self.find(p)).transpose()?.flatten() else {
            return Ok(None);
        };
        let known = self
            .connection
            .prepare_cached("SELECT title, sketch FROM documents WHERE id = ?")?
            .query_row([id], |row| {
                let bytes: Vec<u8> = row.get(1)?;
                Ok((row.get::<_, String>(0)?, Sketch::from_bytes(&bytes)))
            })
            .optional()?;
        let same = known.is_some_and(|(its, other)| {
            (!title.is_empty() && its == title) || other.resembles(sketch)
        });
        Ok(same.then_some(DocumentId(id)))
    }

    /// Forgets a document with all that was noted in it. Tells whether it was known.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn forget(&mut self, DocumentId(id): DocumentId) -> Result<bool, StoreError> {
        let gone = self
            .connection
            .execute("DELETE FROM documents WHERE id = ?", params![id])?;
        // Out of the journal, too; another window that reads just now makes this wait for the next time.
        let _ = self
            .connection
            .execute_batch("PRAGMA wal_checkpoint(TRUNCATE);");
        Ok(gone > 0)
    }

    /// Forgets everything. Gives the number of documents. What was deleted is overwritten, too.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn forget_all(&mut self) -> Result<usize, StoreError> {
        let gone = self.connection.execute("DELETE FROM documents", [])?;
        self.connection
            .execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);")?;
        Ok(gone)
    }
}
