//! What the reader deleted, brought back or unfolded and could not be written: without it a deleted note would be there
//! again at the next start.
//!
//! In the database itself what is deleted leaves nothing; here it is a row. It holds against what was there when it was
//! deleted: a note that another window changed since then stays.

use rusqlite::{Connection, OptionalExtension, params};

use super::super::record::{Millis, now};
use super::super::{Anchor, Change, Dismissed, DocumentId, Id, StoreError};
use crate::text::Pos;

/// The table: `what` is `note`, `fold`, or the kind of a dismissed fact.
const TABLE: &str = "
    CREATE TABLE IF NOT EXISTS taken_back (
        document INTEGER NOT NULL, at INTEGER NOT NULL, what TEXT NOT NULL,
        note INTEGER NOT NULL, pos INTEGER NOT NULL, exact TEXT NOT NULL
    ) STRICT";

const NOTE: &str = "note";
const FOLD: &str = "fold";

/// Something that is to be deleted, and when the reader did that.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TakenBack {
    change: Change,
    at: Millis,
}

/// Notes in a file what was deleted and not made again after that.
///
/// # Errors
/// When the file cannot be written.
pub(super) fn write(
    connection: &mut Connection,
    DocumentId(document): DocumentId,
    changes: &[Change],
) -> Result<(), StoreError> {
    let at = now();
    let step = connection.transaction()?;
    step.execute(TABLE, [])?;
    for (i, change) in changes.iter().enumerate() {
        let mut later = changes.iter().skip(i + 1);
        if later.any(|later| makes_again(later, change)) {
            continue;
        }
        let (what, note, pos, exact) = match change {
            Change::DeleteNote(Id(note)) => (NOTE, *note, Pos(0), ""),
            Change::Unfold(anchor) => (FOLD, 0, anchor.pos, anchor.exact.as_str()),
            Change::Restore(Dismissed { anchor, kind }) => {
                (kind.as_str(), 0, anchor.pos, anchor.exact.as_str())
            }
            _ => continue,
        };
        step.execute(
            "INSERT INTO taken_back VALUES (?, ?, ?, ?, ?, ?)",
            params![document, at, what, note, pos.0, exact],
        )?;
    }
    step.commit()?;
    Ok(())
}

/// Whether a change makes again what another one deleted.
fn makes_again(later: &Change, deleted: &Change) -> bool {
    let same = |a: &Anchor, b: &Anchor| a.pos == b.pos && a.exact == b.exact;
    match (later, deleted) {
        (Change::Note(note), Change::DeleteNote(id)) => note.id == *id,
        (Change::Fold(now), Change::Unfold(then)) => same(now, then),
        (Change::Dismiss(now), Change::Restore(then)) => {
            now.kind == then.kind && same(&now.anchor, &then.anchor)
        }
        _ => false,
    }
}

/// What a file says was deleted of a document; nothing in one of an earlier version.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn read(
    connection: &Connection,
    DocumentId(document): DocumentId,
) -> Result<Vec<TakenBack>, StoreError> {
    let table = "SELECT 1 FROM sqlite_schema WHERE name = 'taken_back'";
    let there: Option<i64> = connection
        .query_row(table, [], |row| row.get(0))
        .optional()?;
    if there.is_none() {
        return Ok(Vec::new());
    }
    let mut rows = connection
        .prepare("SELECT at, what, note, pos, exact FROM taken_back WHERE document = ?")?;
    let all = rows.query_map([document], |row| {
        let anchor = Anchor {
            pos: Pos(row.get(3)?),
            exact: row.get(4)?,
            ..Anchor::default()
        };
        let change = match row.get::<_, String>(1)? {
            what if what == NOTE => Change::DeleteNote(Id(row.get(2)?)),
            what if what == FOLD => Change::Unfold(anchor),
            kind => Change::Restore(Dismissed { anchor, kind }),
        };
        Ok(TakenBack {
            change,
            at: row.get(0)?,
        })
    })?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

/// Deletes what the reader deleted, unless it was made or changed after that.
///
/// # Errors
/// When the database cannot be written; nothing of it was.
pub(super) fn take_back(
    connection: &mut Connection,
    DocumentId(document): DocumentId,
    all: &[TakenBack],
) -> Result<(), StoreError> {
    let step = connection.transaction()?;
    for TakenBack { change, at } in all {
        match change {
            Change::DeleteNote(Id(note)) => step.execute(
                "DELETE FROM notes WHERE document = ? AND id = ? AND changed <= ?",
                params![document, note, at],
            )?,
            Change::Unfold(anchor) => step.execute(
                "DELETE FROM folds WHERE document = ? AND pos = ? AND exact = ? AND made <= ?",
                params![document, anchor.pos.0, anchor.exact, at],
            )?,
            Change::Restore(Dismissed { anchor, kind }) => step.execute(
                "DELETE FROM dismissed WHERE document = ? AND kind = ? AND pos = ? AND exact = ? AND made <= ?",
                params![document, kind, anchor.pos.0, anchor.exact, at],
            )?,
            _ => 0,
        };
    }
    step.commit()?;
    Ok(())
}
