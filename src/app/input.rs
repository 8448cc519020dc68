//! The terminal's input: a thread that reads bytes, and what they mean.
//!
//! The program reads the terminal itself, since what comes in is not only keys: pointers, pasted text, and answers to
//! questions that may come late, cut in pieces by a slow line, or unasked. [`decode`] tells them apart; the thread
//! waits on levels (`poll`), without a tick, and can be made to stop reading so that an editor gets the keys.

mod decode;

use std::fs::File;
use std::io::{self, IsTerminal, PipeReader, PipeWriter, Read, Write};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

pub use decode::{Decoder, Typed};

use super::event::Event;

/// What is read at once, in bytes.
const READ: usize = 4096;

/// How many reads may wait to be heard before the thread stops reading: more input than the loop can take stays in
/// the terminal's own buffer.
const AHEAD: usize = 16;

/// How long to wait until the thread has stopped reading.
const PAUSE: Duration = Duration::from_millis(500);

/// The thread that reads the terminal.
#[derive(Debug)]
pub(super) struct Keyboard {
    gate: Arc<(Mutex<Gate>, Condvar)>,
    wake: PipeWriter,
}

/// Whether the thread should wait, whether it does, and how far it is ahead of the loop.
#[derive(Debug, Default)]
struct Gate {
    closed: bool,
    waiting: bool,
    ahead: usize,
}

impl Keyboard {
    /// Starts the thread.
    ///
    /// # Errors
    /// When there is no terminal to read.
    pub(super) fn start(events: Sender<Event>) -> io::Result<Self> {
        let gate = Arc::new((Mutex::new(Gate::default()), Condvar::new()));
        let (woken, wake) = io::pipe()?;
        let listener = Listener {
            tty: terminal()?,
            woken,
            gate: Arc::clone(&gate),
            events,
            decoder: Decoder::default(),
        };
        thread::Builder::new()
            .name("keyboard".into())
            .spawn(move || listener.run())?;
        Ok(Self { gate, wake })
    }

    /// Tells the thread that the loop has taken a read.
    pub(super) fn taken(&self) {
        let (lock, changed) = &*self.gate;
        if let Ok(mut gate) = lock.lock() {
            gate.ahead = gate.ahead.saturating_sub(1);
            changed.notify_all();
        }
    }

    /// Makes the thread stop reading, and waits until it has.
    pub(super) fn pause(&self) {
        let (lock, changed) = &*self.gate;
        let Ok(mut gate) = lock.lock() else { return };
        gate.closed = true;
        changed.notify_all();
        if (&self.wake).write_all(&[0]).is_err() {
            return;
        }
        while !gate.waiting {
            match changed.wait_timeout(gate, PAUSE) {
                // A thread that is gone never says that it waits.
                Ok((_, waited)) if waited.timed_out() => return,
                Ok((again, _)) => gate = again,
                Err(_) => return,
            }
        }
    }

    /// Lets the thread read again.
    pub(super) fn resume(&self) {
        let (lock, changed) = &*self.gate;
        if let Ok(mut gate) = lock.lock() {
            gate.closed = false;
            changed.notify_all();
        }
    }
}

/// What the thread holds.
struct Listener {
    tty: File,
    woken: PipeReader,
    gate: Arc<(Mutex<Gate>, Condvar)>,
    events: Sender<Event>,
    decoder: Decoder,
}

/// What ended a wait.
enum Woken {
    Input,
    Silence,
    Gate,
    Gone,
}

impl Listener {
    /// Reads until the terminal or the loop is gone.
    fn run(mut self) {
        let mut bytes = [0; READ];
        loop {
            self.wait_at_gate();
            let mut typed = Vec::new();
            let gone = match self.wait() {
                Woken::Gate => {
                    let _ = self.woken.read(&mut [0]);
                    continue;
                }
                Woken::Silence => {
                    self.decoder.silence(&mut typed);
                    false
                }
                Woken::Gone => true,
                Woken::Input => match self.tty.read(&mut bytes) {
                    Ok(0) => true,
                    Ok(len) => {
                        self.decoder
                            .feed(bytes.get(..len).unwrap_or_default(), &mut typed);
                        false
                    }
                    Err(error) => !matches!(
                        error.kind(),
                        io::ErrorKind::Interrupted | io::ErrorKind::WouldBlock
                    ),
                },
            };
            if !typed.is_empty() && !self.send(typed) {
                return;
            }
            if gone {
                let _ = self.events.send(Event::Closed);
                return;
            }
        }
    }

    /// Waits for input, for the gate, or until a sequence that has begun will not go on.
    fn wait(&self) -> Woken {
        let patience = self.decoder.patience().and_then(timespec);
        let mut fds = [
            PollFd::new(&self.tty, PollFlags::IN),
            PollFd::new(&self.woken, PollFlags::IN),
        ];
        loop {
            match poll(&mut fds, patience.as_ref()) {
                Ok(0) => return Woken::Silence,
                Ok(_) => break,
                Err(Errno::INTR | Errno::AGAIN) => {}
                Err(_) => return Woken::Gone,
            }
        }
        let [tty, woken] = fds.map(|fd| fd.revents());
        if woken.contains(PollFlags::IN) {
            Woken::Gate
        } else if tty.intersects(PollFlags::IN | PollFlags::HUP) {
            // What was typed before the terminal hung up is read first; the end of it reads as nothing or an error.
            Woken::Input
        } else {
            Woken::Gone
        }
    }

    fn send(&self, typed: Vec<Typed>) -> bool {
        if let Ok(mut gate) = self.gate.0.lock() {
            gate.ahead += 1;
        }
        self.events.send(Event::Typed(typed)).is_ok()
    }

    /// Waits at the gate while it is closed or the loop is far behind.
    fn wait_at_gate(&self) {
        let (lock, changed) = &*self.gate;
        let Ok(mut gate) = lock.lock() else { return };
        while gate.closed || gate.ahead >= AHEAD {
            gate.waiting = gate.closed;
            changed.notify_all();
            match changed.wait(gate) {
                Ok(again) => gate = again,
                Err(_) => return,
            }
        }
        gate.waiting = false;
    }
}

/// A time as `poll` takes it.
fn timespec(time: Duration) -> Option<Timespec> {
    Timespec::try_from(time).ok()
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
