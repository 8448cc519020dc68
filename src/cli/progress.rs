//! How far the work on many files has come, for a person who waits: a bar on standard error.
//!
//! Shown only when standard error is a terminal and standard output is not: where the output itself scrolls by, it says
//! how far it is. It appears when the work is not done at once, and leaves no trace.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::output::complain;
use super::surroundings::{Stream, Surroundings};

/// The fewest files that are worth a bar.
const MANY: usize = 8;

/// How often a second the bar is drawn at most.
const RATE: u8 = 8;

/// The bar, or nothing.
pub(super) struct Progress {
    bar: Option<ProgressBar>,
}

impl Progress {
    /// For so many files.
    pub(super) fn new(files: usize, around: &Surroundings) -> Self {
        let watched = around.stderr == Stream::Terminal && around.stdout == Stream::Other;
        let bar = (watched && files >= MANY).then(|| {
            let target = ProgressDrawTarget::stderr_with_hz(RATE);
            let bar = ProgressBar::with_draw_target(u64::try_from(files).ok(), target);
            let style = ProgressStyle::with_template("{bar:30} {pos} of {len} files, {eta} left");
            style.map_or(bar.clone(), |style| bar.with_style(style))
        });
        Self { bar }
    }

    /// One more file is done.
    pub(super) fn step(&self) {
        if let Some(bar) = &self.bar {
            bar.inc(1);
        }
    }

    /// Says a line on standard error, with the bar out of the way.
    pub(super) fn complain(&self, line: &str) {
        match &self.bar {
            Some(bar) => bar.suspend(|| complain(line)),
            None => complain(line),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
