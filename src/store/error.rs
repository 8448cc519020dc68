//! Why nothing is remembered, as a person is told: what is wrong and what to do.

use thiserror::Error;

/// Why the database cannot be used.
#[derive(Debug, Error)]
pub enum StoreError {
    /// It was written by a later version of the program.
    #[error("was written by a newer nutgraf: update this one")]
    Newer,
    /// It is a database, but of another program.
    #[error("is a database of another program: move it, or set NUTGRAF_DATA to another folder")]
    Strange,
    /// It is damaged, or no database at all.
    #[error("is damaged")]
    Damaged,
    /// There is no room.
    #[error("cannot be written: the disk is full")]
    Full,
    /// The disk failed, or will not take more.
    #[error("cannot be written: the disk is full or faulty, or a limit is reached")]
    Disk,
    /// The permissions forbid it.
    #[error("may not be written: check the permissions, or set NUTGRAF_DATA to a folder of yours")]
    Denied,
    /// Another window writes and does not end.
    #[error("is in use by another program")]
    Busy,
    /// Any other failure, in the words of the database or the system.
    #[error("cannot be used: {0}")]
    Other(String),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match error.sqlite_error_code() {
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => Self::Damaged,
            Some(Code::DiskFull) => Self::Full,
            Some(Code::SystemIoFailure) => Self::Disk,
            Some(Code::ReadOnly | Code::CannotOpen | Code::PermissionDenied) => Self::Denied,
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Busy,
            _ => Self::Other(error.to_string()),
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            ErrorKind::AlreadyExists | ErrorKind::NotADirectory => Self::Other(
                "a file stands where its folder should be: move it, or set NUTGRAF_DATA".to_owned(),
            ),
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::Denied,
            _ => Self::Other(error.to_string()),
        }
    }
}
