//! Doing what was meant.

use std::io;
use std::process::ExitCode;

use super::history;
use super::load::{self, Facts, Loaded};
use super::many;
use super::notes;
use super::open_reader;
use super::output::{Output, complain};
use super::request::{Request, Task, TextFormat};
use super::surroundings::{Stream, Surroundings};
use super::{completions, config, manual};
use crate::document::BlockKind;
use crate::export::{self, Hidden};
use crate::import::source::{Given, Input};

/// How it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// All is done.
    Done,
    /// An input could not be used; it has been said which and why.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::SUCCESS,
            Outcome::Failed => Self::FAILURE,
        }
    }
}

/// Does it, writing to `output` and complaining on standard error.
///
/// # Errors
/// When standard output cannot be written.
pub(super) fn perform(
    request: Request,
    around: &Surroundings,
    output: &mut Output,
) -> io::Result<Outcome> {
    let given = &request.given;
    match request.task {
        Task::History(task) => history::history(&task, around, output),
        Task::Notes(task) => notes::print(&task, given, around, output),
        Task::Facts(task) => many::facts(&task, given, around, output),
        Task::Read(input, reading) if reading.linear || around.stdout == Stream::Terminal => {
            match open_reader(input, request.given, reading, around) {
                Ok(()) => Ok(Outcome::Done),
                Err(error) => {
                    complain(&format!("{error:#}"));
                    Ok(Outcome::Failed)
                }
            }
        }
        Task::Read(input, _) => with(&input, given, Facts::Leave, |loaded| {
            print(loaded, TextFormat::Text, Hidden::LeaveOut, around, output)
        }),
        Task::Text(input, format, hidden) => with(&input, given, Facts::Leave, |loaded| {
            print(loaded, format, hidden, around, output)
        }),
        Task::Outline(input) => with(&input, given, Facts::Find, |loaded| {
            warn(loaded);
            output.write(&export::outline(&loaded.sheet()))
        }),
        Task::Config(task, named) => config::perform(task, named, output),
        Task::Completions(shell) => {
            output.write(&completions::completions(shell))?;
            Ok(Outcome::Done)
        }
        Task::Manual => {
            output.write(&manual::page()?)?;
            Ok(Outcome::Done)
        }
        Task::Dump(input) => with(&input, given, Facts::Find, |loaded| {
            output.write(&format!("{}\n", export::json::Dump(&loaded.article)))
        }),
    }
}

/// Says what the person should know about how an input was read.
pub(super) fn warn(loaded: &Loaded) {
    for warning in loaded.warnings() {
        complain(&warning);
    }
}

/// Does something with one article.
fn with(
    input: &Input,
    given: &Given,
    facts: Facts,
    then: impl FnOnce(&Loaded) -> io::Result<()>,
) -> io::Result<Outcome> {
    match load::article(input, given, facts) {
        Ok(loaded) => then(&loaded).map(|()| Outcome::Done),
        Err(error) => {
            complain(&error.to_string());
            Ok(Outcome::Failed)
        }
    }
}

/// Prints an article, and tells a person at a terminal how much was left out.
fn print(
    loaded: &Loaded,
    format: TextFormat,
    hidden: Hidden,
    around: &Surroundings,
    output: &mut Output,
) -> io::Result<()> {
    warn(loaded);
    let sheet = loaded.sheet();
    output.write(&match format {
        TextFormat::Text => export::text(&sheet, hidden),
        TextFormat::Markdown => export::markdown(&sheet, hidden),
    })?;
    let blocks = loaded.article.document.blocks().iter();
    let left_out = blocks.filter(|b| b.kind == BlockKind::Boilerplate).count();
    if left_out > 0 && hidden == Hidden::LeaveOut && around.stderr == Stream::Terminal {
        let (blocks, are) = if left_out == 1 {
            ("block", "is")
        } else {
            ("blocks", "are")
        };
        complain(&format!(
            "{}: left out {left_out} {blocks} that {are} no part of the article; `nutgraf text --all` prints all",
            sheet.name()
        ));
    }
    Ok(())
}
