//! The tables, and how a database of an earlier version becomes one of this.
//!
//! `user_version` counts the steps of [`STEPS`] that a database has gone through. Steps are only ever added at the end.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::StoreError;

/// `NUTG`: tells a database of this program from others (`PRAGMA application_id`).
const APPLICATION: i32 = 0x4e55_5447;

/// What was done in each version, from 1 on.
const STEPS: &[&str] = &["
    CREATE TABLE documents (
        id INTEGER PRIMARY KEY,
        title TEXT NOT NULL,
        -- Where it was read from last, as it is shown to people.
        source TEXT NOT NULL,
        -- A hash of some of its words (`sketch`), to tell an edited article from another one in its file.
        sketch BLOB NOT NULL,
        words INTEGER NOT NULL,
        facts INTEGER,
        -- The share that was read, 0 to 1, and the minutes that are left.
        share REAL NOT NULL DEFAULT 0,
        minutes_left INTEGER NOT NULL DEFAULT 0,
        -- The reading position; none while the document was not left yet.
        pos INTEGER, before TEXT, exact TEXT, after TEXT,
        -- Milliseconds since 1970.
        opened INTEGER NOT NULL,
        read INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX documents_by_read ON documents (read);

    -- `blake3:HEX` of the text; `file:/PATH` and addresses that it was read from.
    CREATE TABLE names (
        name TEXT PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        seen INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX names_by_document ON names (document);

    CREATE TABLE marks (
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        letter TEXT NOT NULL,
        pos INTEGER NOT NULL, before TEXT NOT NULL, exact TEXT NOT NULL, after TEXT NOT NULL,
        made INTEGER NOT NULL,
        PRIMARY KEY (document, letter)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE folds (
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        pos INTEGER NOT NULL, before TEXT NOT NULL, exact TEXT NOT NULL, after TEXT NOT NULL,
        made INTEGER NOT NULL,
        PRIMARY KEY (document, pos, exact)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE dismissed (
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        kind TEXT NOT NULL,
        pos INTEGER NOT NULL, before TEXT NOT NULL, exact TEXT NOT NULL, after TEXT NOT NULL,
        made INTEGER NOT NULL,
        PRIMARY KEY (document, kind, pos, exact)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE notes (
        id INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        pos INTEGER NOT NULL, before TEXT NOT NULL, exact TEXT NOT NULL, after TEXT NOT NULL,
        colour TEXT NOT NULL,
        text TEXT NOT NULL,
        made INTEGER NOT NULL,
        changed INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX notes_by_document ON notes (document);
"];

/// Brings a database to this version. Cheap when it already is.
///
/// # Errors
/// When it is newer, is no database of this program, or cannot be written.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let ours = i64::try_from(STEPS.len()).unwrap_or(i64::MAX);
    let version =
        |c: &Connection| c.query_row("PRAGMA user_version", [], |row| row.get::<_, i64>(0));
    if version(connection)? == ours {
        return Ok(());
    }
    let tables = "SELECT count(*) FROM sqlite_schema";
    match version(connection)? {
        newer if newer > ours => return Err(StoreError::Newer),
        0 if connection.query_row(tables, [], |row| row.get::<_, i64>(0))? > 0 => {
            return Err(StoreError::Strange);
        }
        // Readers and a writer at the same time; the file says so from now on.
        0 => connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?,
        _ => {}
    }
    let step = Transaction::new(connection, TransactionBehavior::Immediate)?;
    // Another window may have done it in the meantime.
    let at = version(&step)?;
    let done = usize::try_from(at).unwrap_or_default();
    for sql in STEPS.get(done..).unwrap_or_default() {
        step.execute_batch(sql)?;
    }
    step.pragma_update(None, "user_version", ours)?;
    step.pragma_update(None, "application_id", APPLICATION)?;
    step.commit()?;
    Ok(())
}
