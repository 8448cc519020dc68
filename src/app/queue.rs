//! Where the loop waits: for the terminal, for signals and for what workers send, all at one place.
//!
//! The loop reads the terminal itself. A thread that reads it would have to wake the loop for each key, which takes
//! longer than to draw what the key changed. Workers send over a channel and then write a byte to a pipe, unless one
//! is there already; signals write to the same pipe. So one `poll` hears all, on levels and without a tick.

use std::io::{self, PipeReader, PipeWriter, Read, Write};
use std::os::fd::OwnedFd;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use super::event::Event;
use super::input::Keyboard;

/// The signals that end the program.
const DEADLY: [i32; 3] = [SIGTERM, SIGHUP, SIGINT];

/// The signals that the loop hears, in the order in which it does.
const HEARD: [i32; 3] = [SIGCONT, SIGWINCH, SIGTSTP];

/// How long a signal that ends the program may take to be obeyed: a terminal that takes no output holds the loop up.
const GRACE: Duration = Duration::from_secs(2);

/// Sends events to the loop, from any thread.
#[derive(Clone, Debug)]
pub(super) struct Sender {
    events: mpsc::Sender<Event>,
    waker: Arc<Waker>,
}

/// Nobody hears any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unheard;

#[derive(Debug)]
struct Waker {
    pipe: PipeWriter,
    /// Whether a byte is on its way that nobody has read.
    rung: AtomicBool,
}

impl Sender {
    /// Sends an event and wakes the loop.
    ///
    /// # Errors
    /// When the loop has ended.
    pub(super) fn send(&self, event: Event) -> Result<(), Unheard> {
        self.events.send(event).map_err(|_| Unheard)?;
        if !self.waker.rung.swap(true, Ordering::SeqCst) {
            // A pipe that takes no more, after as many signals, wakes the loop as it is.
            let _ = (&self.waker.pipe).write_all(&[0]);
        }
        Ok(())
    }
}

/// What the loop hears.
#[derive(Debug)]
pub(super) struct Queue {
    sent: Receiver<Event>,
    waker: Arc<Waker>,
    woken: PipeReader,
    signals: Vec<(i32, Arc<AtomicBool>)>,
    /// The terminal, while it can be read.
    keyboard: Option<Keyboard>,
}

/// A queue, and who sends to it.
///
/// # Errors
/// When the system has no pipe left.
pub(super) fn queue() -> io::Result<(Sender, Queue)> {
    let (woken, pipe) = io::pipe()?;
    let (events, sent) = mpsc::channel();
    let rung = AtomicBool::new(false);
    let waker = Arc::new(Waker { pipe, rung });
    let sender = Sender {
        events,
        waker: Arc::clone(&waker),
    };
    let queue = Queue {
        sent,
        waker,
        woken,
        signals: Vec::new(),
        keyboard: None,
    };
    Ok((sender, queue))
}

impl Queue {
    /// Hears the terminal from now on.
    pub(super) fn listen(&mut self, keyboard: Keyboard) {
        self.keyboard = Some(keyboard);
    }

    /// Hears signals from now on. One that ends the program does so even if the loop cannot hear it.
    ///
    /// # Errors
    /// When the system refuses.
    pub(super) fn watch_signals(&mut self, sender: Sender) -> io::Result<()> {
        for signal in HEARD {
            let came = Arc::new(AtomicBool::new(false));
            signal_hook::flag::register(signal, Arc::clone(&came))?;
            let pipe = OwnedFd::from(self.waker.pipe.try_clone()?);
            signal_hook::low_level::pipe::register(signal, pipe)?;
            self.signals.push((signal, came));
        }
        let mut signals = Signals::new(DEADLY)?;
        thread::Builder::new()
            .name("signals".into())
            .spawn(move || {
                for signal in signals.forever() {
                    if sender.send(Event::Signal(signal)).is_err() {
                        return;
                    }
                    // The loop ends the program long before this, unless it is stuck.
                    thread::sleep(GRACE);
                    let _ = crossterm::terminal::disable_raw_mode();
                    let _ = signal_hook::low_level::emulate_default_handler(signal);
                }
            })?;
        Ok(())
    }

    /// What is there already, without waiting.
    pub(super) fn ready(&mut self) -> Option<Event> {
        self.next_until(Instant::now())
    }

    /// The next event, for as long as it takes.
    pub(super) fn next(&mut self) -> Event {
        loop {
            if let Some(event) = self.hear(None) {
                return event;
            }
        }
    }

    /// The next event; none when there is none until then.
    pub(super) fn next_until(&mut self, until: Instant) -> Option<Event> {
        self.hear(Some(until))
    }

    fn hear(&mut self, until: Option<Instant>) -> Option<Event> {
        loop {
            if let Some(event) = self.signal().or_else(|| self.sent.try_recv().ok()) {
                return Some(event);
            }
            let patience = self.keyboard.as_ref().and_then(Keyboard::until);
            let both = [until, patience].into_iter().flatten().min();
            let [tty, woken] = self.wait(both);
            if woken.contains(PollFlags::IN) {
                self.wake();
                continue;
            }
            if let Some(event) = self.typed(tty) {
                return Some(event);
            }
            if until.is_some_and(|until| Instant::now() >= until) {
                return None;
            }
        }
    }

    /// Waits until something is there, but not longer than that. Gives what the terminal and the pipe have.
    fn wait(&self, until: Option<Instant>) -> [PollFlags; 2] {
        let left = until.map(|until| until.saturating_duration_since(Instant::now()));
        let left = left.and_then(|left| Timespec::try_from(left).ok());
        let woken = PollFd::new(&self.woken, PollFlags::IN);
        let polled = if let Some(keyboard) = &self.keyboard {
            let mut both = [PollFd::new(keyboard, PollFlags::IN), woken];
            poll(&mut both, left.as_ref()).map(|_| both.map(|fd| fd.revents()))
        } else {
            let mut one = [woken];
            let polled = poll(&mut one, left.as_ref());
            polled.map(|_| [PollFlags::empty(), one.map(|fd| fd.revents())[0]])
        };
        match polled {
            Ok(both) => both,
            Err(Errno::INTR | Errno::AGAIN) => [PollFlags::empty(); 2],
            Err(_) => [PollFlags::NVAL, PollFlags::empty()],
        }
    }

    /// Takes the bytes out of the pipe; what they stand for is heard after that.
    fn wake(&mut self) {
        let _ = self.woken.read(&mut [0; 1024]);
        self.waker.rung.store(false, Ordering::SeqCst);
    }

    /// A signal that came.
    fn signal(&self) -> Option<Event> {
        let came = |(_, came): &&(i32, Arc<AtomicBool>)| came.swap(false, Ordering::SeqCst);
        let (signal, _) = self.signals.iter().find(came)?;
        Some(Event::Signal(*signal))
    }

    /// What the terminal has, which `poll` said this of.
    fn typed(&mut self, tty: PollFlags) -> Option<Event> {
        let keyboard = self.keyboard.as_mut()?;
        // What was typed before the terminal hung up is read first; the end of it reads as nothing or an error.
        let typed = if tty.intersects(PollFlags::IN | PollFlags::HUP) {
            keyboard.read()
        } else if tty.is_empty() {
            Some(keyboard.silence())
        } else {
            None
        };
        let Some(typed) = typed else {
            self.keyboard = None;
            return Some(Event::Closed);
        };
        (!typed.is_empty()).then_some(Event::Typed(typed))
    }
}
