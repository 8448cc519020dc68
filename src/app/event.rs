//! What the loop hears: keys, signals, articles, counted hits.

use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use crossterm::event::Event as TerminalEvent;
use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use super::fetch::{Brought, Errand};
use crate::article::Article;
use crate::index::Query;
use crate::text::Pos;

/// Which reading of an input a worker is at, from 0: what workers of an earlier one still send is not taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Reading(pub(super) u64);

/// Something that happened.
#[derive(Debug)]
pub(super) enum Event {
    /// The terminal sent something.
    Terminal(TerminalEvent),
    /// The terminal cannot be read any more.
    Closed,
    /// A signal came.
    Signal(i32),
    /// A fuller version of the article is ready.
    Article(Reading, Arc<Article>),
    /// The whole could not be read although its beginning could: a sentence.
    Failed(Reading, String),
    /// The rest of a sequence of keys did not come in time.
    Unfinished,
    /// So many bytes of a page have come.
    Coming(Errand, u64),
    /// A page has come, or will not.
    Brought(Errand, Box<Brought>),
    /// Hits were counted.
    Counted(Reading, Query, Arc<[Pos]>),
}

/// The thread that reads the terminal. It can be made to stop reading, so that an editor gets the keys.
#[derive(Debug)]
pub(super) struct Keyboard {
    gate: Arc<(Mutex<Gate>, Condvar)>,
}

/// Whether the thread should wait, and whether it does.
#[derive(Debug, Default)]
struct Gate {
    closed: bool,
    waiting: bool,
}

impl Keyboard {
    /// Starts the thread.
    pub(super) fn start(events: Sender<Event>) -> std::io::Result<Self> {
        let gate = Arc::new((Mutex::new(Gate::default()), Condvar::new()));
        let its = Arc::clone(&gate);
        thread::Builder::new()
            .name("keyboard".into())
            .spawn(move || {
                loop {
                    wait_while_closed(&its);
                    let event = match crossterm::event::read() {
                        Ok(event) => Event::Terminal(event),
                        Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                        Err(_) => Event::Closed,
                    };
                    let last = matches!(event, Event::Closed);
                    if events.send(event).is_err() || last {
                        return;
                    }
                }
            })?;
        Ok(Self { gate })
    }

    /// Makes the thread stop reading, and waits until it has. A change of size, as far as the thread can tell, wakes
    /// it from the read that it is in.
    pub(super) fn pause(&self) {
        let (lock, changed) = &*self.gate;
        let Ok(mut gate) = lock.lock() else { return };
        gate.closed = true;
        while !gate.waiting {
            if signal_hook::low_level::raise(SIGWINCH).is_err() {
                return;
            }
            match changed.wait_timeout(gate, std::time::Duration::from_millis(50)) {
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

/// Waits at the gate while it is closed.
fn wait_while_closed(gate: &(Mutex<Gate>, Condvar)) {
    let (lock, changed) = gate;
    let Ok(mut gate) = lock.lock() else { return };
    while gate.closed {
        gate.waiting = true;
        changed.notify_all();
        match changed.wait(gate) {
            Ok(again) => gate = again,
            Err(_) => return,
        }
    }
    gate.waiting = false;
}

/// Starts the thread that waits for signals.
pub(super) fn watch_signals(events: Sender<Event>) -> std::io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT])?;
    thread::Builder::new()
        .name("signals".into())
        .spawn(move || {
            for signal in signals.forever() {
                if events.send(Event::Signal(signal)).is_err() {
                    return;
                }
            }
        })?;
    Ok(())
}
