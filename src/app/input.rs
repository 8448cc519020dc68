//! The terminal's input: bytes, and what they mean.
//!
//! The program reads the terminal itself, since what comes in is not only keys: pointers, pasted text, and answers to
//! questions that may come late, cut in pieces by a slow line, or unasked. [`decode`] tells them apart.

mod decode;

use std::fs::File;
use std::io::{self, ErrorKind, IsTerminal, Read};
use std::os::fd::{AsFd, BorrowedFd};
use std::time::Instant;

pub use decode::{Decoder, Typed};

/// What is read at once, in bytes.
const READ: usize = 4096;

/// The terminal as it is read.
#[derive(Debug)]
pub(super) struct Keyboard {
    tty: File,
    decoder: Decoder,
    /// When the last bytes came.
    read: Instant,
}

impl Keyboard {
    /// The terminal that the keys come from.
    ///
    /// # Errors
    /// When there is none.
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self {
            tty: terminal()?,
            decoder: Decoder::default(),
            read: Instant::now(),
        })
    }

    /// What came in one read; none when the terminal is gone. Waits when nothing is there.
    pub(super) fn read(&mut self) -> Option<Vec<Typed>> {
        let mut bytes = [0; READ];
        let mut typed = Vec::new();
        self.read = Instant::now();
        match self.tty.read(&mut bytes) {
            Ok(0) => return None,
            Ok(len) => {
                let came = bytes.get(..len).unwrap_or_default();
                self.decoder.feed(came, &mut typed);
            }
            Err(error)
                if matches!(error.kind(), ErrorKind::Interrupted | ErrorKind::WouldBlock) => {}
            Err(_) => return None,
        }
        Some(typed)
    }

    /// Until when a sequence that has begun may go on.
    pub(super) fn until(&self) -> Option<Instant> {
        Some(self.read + self.decoder.patience()?)
    }

    /// Nothing came for a while: what is to be made of a sequence that has begun, if it has waited for long enough.
    pub(super) fn silence(&mut self) -> Vec<Typed> {
        let mut typed = Vec::new();
        if self.until().is_some_and(|until| Instant::now() >= until) {
            self.decoder.silence(&mut typed);
        }
        typed
    }
}

impl AsFd for Keyboard {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.tty.as_fd()
    }
}

/// The terminal that the keys come from: standard input where that is one, or else the one that the program shows
/// itself on, by its own name (`poll` cannot wait on `/dev/tty` everywhere).
fn terminal() -> io::Result<File> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        return Ok(File::from(rustix::io::dup(&stdin)?));
    }
    let name = rustix::termios::ttyname(io::stdout(), Vec::new())
        .or_else(|_| rustix::termios::ttyname(io::stderr(), Vec::new()));
    let by_name = name
        .ok()
        .and_then(|name| name.into_string().ok())
        .and_then(|name| File::open(name).ok());
    by_name.map_or_else(|| File::open("/dev/tty"), Ok)
}
