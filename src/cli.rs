//! The command line: what was typed, what was meant, and how it ends.
//!
//! [`run`] goes through stages that each do one thing: `args` parses what was typed, `request` says what was meant,
//! `perform` does it, by `load` (input to article) and `many` (several inputs at once), and writes by `output`.
//!
//! Exit codes: 0 done (a reader that closed the pipe early is no failure), 1 an input could not be read (one line on
//! standard error: what, where, what to do), 2 wrong usage.

mod args;
mod load;
mod many;
mod output;
mod perform;
mod progress;
mod request;
mod surroundings;

use std::process::ExitCode;

use crate::app;
use crate::import::source::{Given, Input};
use crate::ui::{View, default_measure};
use args::Args;
use output::{Output, complain};
use request::Reading;
use surroundings::Surroundings;

/// Runs the program with the arguments of the process.
pub fn run() -> ExitCode {
    let around = Surroundings::look();
    let args = Args::typed();
    let request = args.meant(around.stdin);
    let mut output = Output::stdout();
    let performed = perform::perform(request, &around, &mut output);
    let flushed = output.flush();
    match performed.and_then(|outcome| flushed.map(|()| outcome)) {
        Ok(outcome) => outcome.into(),
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("standard output: cannot be written: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// Opens the reader on an input and stays in it until it is left.
///
/// # Errors
/// When the input cannot be read, or the terminal cannot be used.
fn open_reader(
    input: Input,
    given: Given,
    reading: Reading,
    around: &Surroundings,
) -> anyhow::Result<()> {
    let view = View {
        theme: reading.theme.unwrap_or_default(),
        ground: around.ground,
        glyphs: reading.glyphs,
        typography: reading.typography,
        columns: reading.columns,
        skim: reading.skim,
        bidi: reading.bidi,
        measure: reading.width.unwrap_or(default_measure()),
        ..View::default()
    };
    app::read(app::Options {
        input,
        given,
        view,
        depth: around.depth,
        themes: app::Themes::new(surroundings::themes_folder()),
        line: reading.line,
        links: around.links,
    })
}
