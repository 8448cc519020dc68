//! Values to rows and back.

use rusqlite::{Connection, OptionalExtension, Row, Transaction, TransactionBehavior, params};

use super::names::Sketch;
use super::record::{Millis, Progress, now};
use super::{Anchor, Change, Dismissed, DocumentId, Id, Mark, Note, Remembered, Store, StoreError};
use crate::text::Pos;

/// What is known of a document when it is opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Its title; its file's name where it has none.
    pub title: String,
    /// Where it was read from, as it is shown.
    pub source: String,
    /// How many words it has, about.
    pub words: u32,
    /// Some of its words, hashed.
    pub sketch: Sketch,
}

impl Store {
    /// The document that a name stands for.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn find(&self, name: &str) -> Result<Option<DocumentId>, StoreError> {
        let found = self
            .connection
            .prepare_cached("SELECT document FROM names WHERE name = ?")?
            .query_row([name], |row| row.get(0))
            .optional()?;
        Ok(found.map(DocumentId))
    }

    /// Notes that a document was opened: a known one, or else a new one. From now on all the names stand for it.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn keep(
        &mut self,
        known: Option<DocumentId>,
        names: &[String],
        about: &About,
    ) -> Result<DocumentId, StoreError> {
        let time = now();
        let step = begin(&mut self.connection)?;
        let About {
            title,
            source,
            words,
            sketch,
        } = about;
        let sketch = sketch.to_bytes();
        let updated = match known {
            Some(DocumentId(id)) => step.execute(
                "UPDATE documents SET title = ?2, source = ?3, words = ?4, opened = ?5, read = ?5, sketch = ?6
                 WHERE id = ?1",
                params![id, title, source, words, time, sketch],
            )?,
            None => 0,
        };
        let id = match known {
            Some(DocumentId(id)) if updated > 0 => id,
            _ => {
                step.execute(
                    "INSERT INTO documents (title, source, sketch, words, opened, read) VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
                    params![title, source, sketch, words, time],
                )?;
                step.last_insert_rowid()
            }
        };
        for name in names {
            step.execute(
                "INSERT INTO names (name, document, seen) VALUES (?1, ?2, ?3)
                 ON CONFLICT (name) DO UPDATE SET document = ?2, seen = ?3",
                params![name, id, time],
            )?;
        }
        step.commit()?;
        Ok(DocumentId(id))
    }

    /// Writes changes to a document, all or none of them.
    ///
    /// # Errors
    /// When the database cannot be written; nothing of it was.
    pub fn apply(&mut self, document: DocumentId, changes: &[Change]) -> Result<(), StoreError> {
        let time = now();
        let step = begin(&mut self.connection)?;
        for change in changes {
            write(&step, document, change, time)?;
        }
        step.commit()?;
        Ok(())
    }

    /// All that is remembered of a document.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn remembered(&self, document: DocumentId) -> Result<Remembered, StoreError> {
        let DocumentId(id) = document;
        let progress = self
            .connection
            .prepare_cached(
                "SELECT pos, before, exact, after, share, facts, minutes_left, read
                 FROM documents WHERE id = ? AND pos IS NOT NULL",
            )?
            .query_row([id], |row| {
                let progress = Progress {
                    position: anchor(row, 0)?,
                    share: row.get(4)?,
                    facts: row.get(5)?,
                    minutes_left: row.get(6)?,
                };
                Ok((progress, row.get(7)?))
            })
            .optional()?;
        Ok(Remembered {
            progress,
            marks: self.all(
                "SELECT pos, before, exact, after, letter FROM marks WHERE document = ? ORDER BY letter",
                id,
                mark,
            )?,
            folds: self.all(
                "SELECT pos, before, exact, after FROM folds WHERE document = ? ORDER BY pos",
                id,
                |row| anchor(row, 0).map(Some),
            )?,
            dismissed: self.all(
                "SELECT pos, before, exact, after, kind FROM dismissed WHERE document = ? ORDER BY pos",
                id,
                |row| {
                    Ok(Some(Dismissed {
                        anchor: anchor(row, 0)?,
                        kind: row.get(4)?,
                    }))
                },
            )?,
            notes: self.notes(document)?,
        })
    }

    /// The notes of a document, the oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn notes(&self, DocumentId(id): DocumentId) -> Result<Vec<Note>, StoreError> {
        self.all(
            "SELECT pos, before, exact, after, id, colour, text, made FROM notes WHERE document = ?
             ORDER BY made, id",
            id,
            |row| {
                Ok(Some(Note {
                    anchor: anchor(row, 0)?,
                    id: Id(row.get(4)?),
                    // A colour that only a later version has is shown as the usual one.
                    ink: row.get::<_, String>(5)?.parse().unwrap_or_default(),
                    text: row.get(6)?,
                    made: row.get(7)?,
                }))
            },
        )
    }

    /// The rows of a query about one document, without those that mean nothing here.
    fn all<T>(
        &self,
        sql: &str,
        id: i64,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<Option<T>>,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([id], read)?;
        let values: rusqlite::Result<Vec<Option<T>>> = rows.collect();
        Ok(values?.into_iter().flatten().collect())
    }
}

/// Begins to write; waits for another window that does.
fn begin(connection: &mut Connection) -> Result<Transaction<'_>, StoreError> {
    Ok(Transaction::new(
        connection,
        TransactionBehavior::Immediate,
    )?)
}

fn write(
    step: &Transaction<'_>,
    DocumentId(id): DocumentId,
    change: &Change,
    time: Millis,
) -> Result<(), StoreError> {
    let place = |anchor: &Anchor| anchor.pos.0;
    match change {
        Change::Read(progress) => {
            let Progress {
                position: p,
                share,
                facts,
                minutes_left,
            } = progress;
            step.prepare_cached(
                "UPDATE documents SET pos = ?2, before = ?3, exact = ?4, after = ?5, share = ?6,
                 facts = coalesce(?7, facts), minutes_left = ?8, read = ?9 WHERE id = ?1",
            )?
            .execute(params![
                id,
                place(p),
                p.before,
                p.exact,
                p.after,
                share,
                facts,
                minutes_left,
                time
            ])?
        }
        Change::Mark(Mark { letter, anchor: a }) => step
            .prepare_cached("INSERT OR REPLACE INTO marks VALUES (?, ?, ?, ?, ?, ?, ?)")?
            .execute(params![
                id,
                letter.to_string(),
                place(a),
                a.before,
                a.exact,
                a.after,
                time
            ])?,
        Change::Fold(a) => step
            .prepare_cached("INSERT OR IGNORE INTO folds VALUES (?, ?, ?, ?, ?, ?)")?
            .execute(params![id, place(a), a.before, a.exact, a.after, time])?,
        Change::Unfold(a) => step
            .prepare_cached("DELETE FROM folds WHERE document = ? AND pos = ? AND exact = ?")?
            .execute(params![id, place(a), a.exact])?,
        Change::Dismiss(Dismissed { anchor: a, kind }) => step
            .prepare_cached("INSERT OR IGNORE INTO dismissed VALUES (?, ?, ?, ?, ?, ?, ?)")?
            .execute(params![
                id,
                kind,
                place(a),
                a.before,
                a.exact,
                a.after,
                time
            ])?,
        Change::Restore(Dismissed { anchor: a, kind }) => step
            .prepare_cached(
                "DELETE FROM dismissed WHERE document = ? AND kind = ? AND pos = ? AND exact = ?",
            )?
            .execute(params![id, kind, place(a), a.exact])?,
        Change::Note(note) => {
            let (
                Note {
                    id: Id(number),
                    text,
                    made,
                    ..
                },
                a,
            ) = (note, &note.anchor);
            step.prepare_cached(
                "INSERT INTO notes VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
                 ON CONFLICT (id) DO UPDATE SET pos = ?3, before = ?4, exact = ?5, after = ?6,
                 colour = ?7, text = ?8, changed = ?10",
            )?
            .execute(params![
                number,
                id,
                place(a),
                a.before,
                a.exact,
                a.after,
                note.ink.name(),
                text,
                made,
                time
            ])?
        }
        Change::DeleteNote(Id(number)) => step
            .prepare_cached("DELETE FROM notes WHERE id = ? AND document = ?")?
            .execute(params![number, id])?,
    };
    Ok(())
}

/// The anchor in the columns `pos`, `before`, `exact`, `after`, of which the first is `at`.
fn anchor(row: &Row<'_>, at: usize) -> rusqlite::Result<Anchor> {
    Ok(Anchor {
        pos: Pos(row.get(at)?),
        before: row.get(at + 1)?,
        exact: row.get(at + 2)?,
        after: row.get(at + 3)?,
    })
}

fn mark(row: &Row<'_>) -> rusqlite::Result<Option<Mark>> {
    let anchor = anchor(row, 0)?;
    let letter: String = row.get(4)?;
    Ok(letter.chars().next().map(|letter| Mark { letter, anchor }))
}
