//! Opening the database: made when it is not there, brought to this version, put aside when it is damaged.

use std::fmt::Write as _;
use std::fs::{self, DirBuilder};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::record::now;
use super::{Store, StoreError, schema};

/// How long another window may write before this one gives up, in milliseconds.
const PATIENCE: u64 = 2000;

/// A database that was opened.
#[derive(Debug)]
pub struct Opened {
    /// The database.
    pub store: Store,
    /// Where a damaged one was put, of which nothing could be read.
    pub put_aside: Option<PathBuf>,
}

impl Store {
    /// Opens the database at `path`; makes it, and its folder (for its owner alone), when it is not there. A damaged
    /// one is put aside under another name and a new one is made; it is never deleted.
    ///
    /// # Errors
    /// When it cannot be read or written, or is one of a newer program, which is left alone.
    pub fn open(path: &Path) -> Result<Opened, StoreError> {
        if let Some(folder) = path.parent() {
            private_folders().create(folder)?;
        }
        match connect(path) {
            Err(StoreError::Damaged) => {
                let aside = put_aside(path)?;
                Ok(Opened {
                    store: connect(path)?,
                    put_aside: Some(aside),
                })
            }
            Err(StoreError::Denied) => Ok(Opened {
                store: unwritable(path).ok_or(StoreError::Denied)?,
                put_aside: None,
            }),
            opened => Ok(Opened {
                store: opened?,
                put_aside: None,
            }),
        }
    }
}

impl Store {
    /// Closes the database and leaves what was written in its journal, from where the next one that opens it reads it.
    /// Moving it into the database waits for the disk, which takes seconds while that is busy; nobody who leaves waits
    /// for it. A program that is killed leaves the same.
    pub fn leave(self) {
        let keep = DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE;
        // Where this cannot be said, it takes its time.
        let _ = self.connection.set_db_config(keep, true);
    }

    /// Closes a database that turned out to be damaged and gives it another name, which is returned.
    ///
    /// # Errors
    /// When it cannot be renamed.
    pub fn put_aside(self) -> Result<PathBuf, StoreError> {
        let Self { connection, path } = self;
        // It may fail to close well; its file is kept either way.
        drop(connection);
        put_aside(&path)
    }
}

fn private_folders() -> DirBuilder {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

/// Opens the database at `path`, or makes it.
pub(super) fn connect(path: &Path) -> Result<Store, StoreError> {
    // No URI: a path means itself. No mutex: a connection stays with one thread.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(Duration::from_millis(PATIENCE))?;
    // What is forgotten is overwritten. Safe against a killed program; a power failure may take the last second, and nothing before it.
    // The journal is moved into the database when it has this many pages (half a megabyte, read in well under a
    // millisecond at the next start).
    connection.execute_batch(
        "PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;
         PRAGMA wal_autocheckpoint = 128;",
    )?;
    schema::migrate(&mut connection)?;
    Ok(Store {
        connection,
        path: path.to_owned(),
    })
}

/// A database that can be read and not written. In a folder where nothing can be made beside it, a journal is read only
/// where all that belongs to it is there; without that, what a killed program left in it is not read.
pub(super) fn unwritable(path: &Path) -> Option<Store> {
    read_only(path, "").or_else(|| read_only(path, "?immutable=1"))
}

fn read_only(path: &Path, how: &str) -> Option<Store> {
    let mut uri = String::from("file:");
    for byte in path.to_str()?.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
                uri.push(char::from(byte));
            }
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri.push_str(how);
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(uri, flags).ok()?;
    schema::migrate(&mut connection).ok()?;
    Some(Store {
        connection,
        path: path.to_owned(),
    })
}

/// Gives a damaged database, with what belongs to it, another name: `history.db` becomes `history.db.damaged-TIME`.
fn put_aside(path: &Path) -> Result<PathBuf, StoreError> {
    let name = |suffix: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        PathBuf::from(name)
    };
    let aside = name(&format!(".damaged-{}", now()));
    fs::rename(path, &aside)?;
    for part in ["-wal", "-shm"] {
        let mut beside = aside.as_os_str().to_owned();
        beside.push(part);
        // It may not be there.
        let _ = fs::rename(name(part), beside);
    }
    Ok(aside)
}
