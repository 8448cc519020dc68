//! What the loop hears: keys, signals, articles, counted hits.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use super::clipboard::Copied;
use super::fetch::{Brought, Errand};
use super::input::Typed;
use super::reload::Again;
use crate::article::Article;
use crate::index::Query;
use crate::text::Pos;

/// Which reading of an input a worker is at, from 0: what workers of an earlier one still send is not taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Reading(pub(super) u64);

/// Something that happened.
#[derive(Debug)]
pub(super) enum Event {
    /// The terminal sent something: what came in one read, in order.
    Typed(Vec<Typed>),
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
    /// The text is to scroll on under a drag of the mouse.
    Autoscroll,
    /// The terminal did not answer in time: what was put off is to be drawn.
    Late,
    /// Something that was started apart went wrong: a sentence.
    Told(String),
    /// A file was changed.
    Changed(PathBuf),
    /// An article was read again.
    Again(Reading, Again),
    /// What came of a copy that took time.
    Copied(Copied),
    /// What was remembered of the article was found.
    Recalled(Reading, super::memory::Recalled),
    /// Nothing can be remembered, or what was is gone: a sentence.
    Forgetful(String),
    /// So many bytes of a page have come.
    Coming(Errand, u64),
    /// A page has come, or will not.
    Brought(Errand, Box<Brought>),
    /// Hits were counted.
    Counted(Reading, Query, Arc<[Pos]>),
}

/// How long a signal that ends the program may take to be obeyed: a terminal that takes no output holds the loop up.
const GRACE: Duration = Duration::from_secs(2);

/// Starts the thread that waits for signals. One that ends the program does so even if the loop cannot hear it.
pub(super) fn watch_signals(events: Sender<Event>) -> std::io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGWINCH])?;
    thread::Builder::new()
        .name("signals".into())
        .spawn(move || {
            for signal in signals.forever() {
                if events.send(Event::Signal(signal)).is_err() {
                    return;
                }
                if matches!(signal, SIGTERM | SIGHUP | SIGINT) {
                    // The loop ends the program long before this, unless it is stuck.
                    thread::sleep(GRACE);
                    let _ = crossterm::terminal::disable_raw_mode();
                    let _ = signal_hook::low_level::emulate_default_handler(signal);
                }
            }
        })?;
    Ok(())
}
