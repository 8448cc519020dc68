//! Where output goes: standard output, locked once and buffered; and standard error, one line at a time.

use std::io::{self, BufWriter, StdoutLock, Write};

use crate::document::clean_line;

/// Standard output, locked for the whole run.
pub(super) struct Output {
    writer: BufWriter<StdoutLock<'static>>,
}

impl Output {
    /// Locks standard output.
    pub(super) fn stdout() -> Self {
        Self {
            writer: BufWriter::with_capacity(64 << 10, io::stdout().lock()),
        }
    }

    /// Writes text as it is.
    ///
    /// # Errors
    /// When it cannot be written; a closed pipe among others.
    pub(super) fn write(&mut self, text: &str) -> io::Result<()> {
        self.writer.write_all(text.as_bytes())
    }

    /// Writes what is still in the buffer.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// Says one line on standard error. There is nobody to tell when that fails.
pub(super) fn complain(line: &str) {
    let _ = writeln!(io::stderr().lock(), "nutgraf: {}", clean_line(line));
}
