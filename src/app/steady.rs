//! Standard output that waits where others fail: on a terminal that takes no more for now.
//!
//! A program that shares the terminal may have made it non-blocking, so that a write fails with `EAGAIN` when the line
//! is slow. That is no fault: the writer waits until the terminal takes output again, without turning round and round.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

/// How long the last words to a terminal may take that takes no output.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// Standard output, unbuffered.
#[derive(Debug, Default)]
pub(super) struct Steady {
    /// When to give up; none: never.
    until: Option<Instant>,
}

impl Steady {
    /// One for the end of the program: a terminal that takes nothing does not hold it up for long.
    pub(super) fn last() -> Self {
        Self {
            until: Some(Instant::now() + LAST_WORDS),
        }
    }

    /// Waits until the terminal takes output again.
    fn wait(&self) -> io::Result<()> {
        let left = self
            .until
            .map(|until| until.saturating_duration_since(Instant::now()));
        if left.is_some_and(|left| left.is_zero()) {
            return Err(io::ErrorKind::TimedOut.into());
        }
        let left = left.and_then(|left| Timespec::try_from(left).ok());
        let stdout = rustix::stdio::stdout();
        let mut fds = [PollFd::from_borrowed_fd(stdout, PollFlags::OUT)];
        match poll(&mut fds, left.as_ref()) {
            Ok(_) | Err(Errno::INTR | Errno::AGAIN) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

impl Write for Steady {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        loop {
            match rustix::io::write(rustix::stdio::stdout(), bytes) {
                Err(Errno::AGAIN) => self.wait()?,
                Err(Errno::INTR) => {}
                done => return done.map_err(io::Error::from),
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
