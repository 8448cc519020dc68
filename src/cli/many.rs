//! Facts of many articles: read at the same time, printed in the order in which they were named.
//!
//! Each worker takes the next input, makes its output as a string and sends it; the caller writes strings as soon as
//! all before them are written. An input that cannot be used becomes a complaint in its place.

use std::collections::BTreeMap;
use std::io;
use std::num::NonZero;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;

use super::load::{self, Facts};
use super::output::Output;
use super::perform::Outcome;
use super::progress::Progress;
use super::request::{FactsFormat, FactsTask};
use super::surroundings::{Stream, Surroundings};
use crate::export::{self, Sheet, TableStyle, json};
use crate::facts::FactId;
use crate::import::source::{Given, Input};

/// What came of one input.
struct Printed {
    /// The name of the input, as it may be shown.
    name: String,
    /// What to write; none when the input could not be used.
    text: Option<String>,
    /// What to say on standard error.
    complaints: Vec<String>,
    /// What to tell a person at a terminal.
    note: Option<String>,
}

/// Prints the facts of all inputs.
///
/// # Errors
/// When standard output cannot be written.
pub(super) fn facts(
    task: &FactsTask,
    given: &Given,
    around: &Surroundings,
    output: &mut Output,
) -> io::Result<Outcome> {
    let style = TableStyle {
        width: around.width,
        colour: around.colour,
        explain: task.explain,
    };
    let mut frame = Frame::new(task);
    output.write(&frame.begin())?;
    let mut outcome = Outcome::Done;
    let progress = Progress::new(task.inputs.len(), around);
    in_order(
        &task.inputs,
        |input| one(input, task, given, style),
        |printed| {
            for complaint in &printed.complaints {
                progress.complain(complaint);
            }
            if let Some(note) = printed.note.filter(|_| around.stderr == Stream::Terminal) {
                progress.complain(&note);
            }
            progress.step();
            if let Some(text) = &printed.text {
                output.write(&frame.around(&printed.name, text))
            } else {
                outcome = Outcome::Failed;
                Ok(())
            }
        },
    )?;
    output.write(frame.end())?;
    Ok(outcome)
}

/// Makes the output of one input.
fn one(input: &Input, task: &FactsTask, given: &Given, style: TableStyle) -> Printed {
    let loaded = match load::article(input, given, Facts::Find) {
        Ok(loaded) => loaded,
        Err(error) => {
            return Printed {
                complaints: vec![error.to_string()],
                name: String::new(),
                text: None,
                note: None,
            };
        }
    };
    let sheet = loaded.sheet();
    let mut complaints = match task.format {
        FactsFormat::Json => Vec::new(),
        _ => loaded.warnings(),
    };
    let text = match task.choice.select(&sheet) {
        Ok(facts) => Some(print(&sheet, &facts, task, style)),
        Err(error) => {
            complaints.push(format!("{}: {error}", sheet.name()));
            None
        }
    };
    Printed {
        name: sheet.name().to_owned(),
        note: loaded
            .article
            .findings
            .restricted()
            .map(|kinds| format!("{}: {kinds}", sheet.name())),
        text,
        complaints,
    }
}

/// The facts of one article in the form that is asked for.
fn print(sheet: &Sheet<'_>, facts: &[FactId], task: &FactsTask, style: TableStyle) -> String {
    match task.format {
        FactsFormat::Table => export::table(sheet, facts, style),
        FactsFormat::Json => json::report(sheet, facts).to_string(),
        FactsFormat::JsonLines => {
            let mut lines = String::new();
            for line in facts.iter().filter_map(|&id| json::entry(sheet, id)) {
                lines.push_str(&line.to_string());
                lines.push('\n');
            }
            lines
        }
        FactsFormat::Csv => export::csv(sheet, facts),
        FactsFormat::Markdown => export::citations(sheet, facts),
        FactsFormat::Grep => export::grep(sheet, facts),
    }
}

/// What stands before, between and after the outputs of several articles.
struct Frame {
    format: FactsFormat,
    several: bool,
    begun: bool,
}

impl Frame {
    fn new(task: &FactsTask) -> Self {
        Self {
            format: task.format,
            several: task.inputs.len() > 1,
            begun: false,
        }
    }

    /// What stands before the first.
    fn begin(&self) -> String {
        match self.format {
            FactsFormat::Csv => export::csv_head(),
            FactsFormat::Json if self.several => "[".to_owned(),
            _ => String::new(),
        }
    }

    /// The next article's output with what stands between it and the one before.
    fn around(&mut self, name: &str, text: &str) -> String {
        let before = if std::mem::replace(&mut self.begun, true) {
            match self.format {
                FactsFormat::Json => ",\n",
                FactsFormat::Table | FactsFormat::Markdown => "\n",
                _ => "",
            }
        } else {
            ""
        };
        match self.format {
            FactsFormat::Table if self.several => format!("{before}{name}\n{text}"),
            FactsFormat::Json if !self.several => format!("{text}\n"),
            _ => format!("{before}{text}"),
        }
    }

    /// What stands after the last.
    fn end(&self) -> &'static str {
        match self.format {
            FactsFormat::Json if self.several => "]\n",
            _ => "",
        }
    }
}

/// Makes something of each item on all processors, and takes it in the order of the items. Stops early when `take`
/// fails.
fn in_order<T: Sync, R: Send>(
    items: &[T],
    make: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(R) -> io::Result<()>,
) -> io::Result<()> {
    let workers = std::thread::available_parallelism()
        .map_or(1, NonZero::get)
        .min(items.len());
    if workers <= 1 {
        return items.iter().try_for_each(|item| take(make(item)));
    }
    let next = AtomicUsize::new(0);
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        // A few results may wait for an earlier one; more would only fill the memory.
        let (send, receive) = mpsc::sync_channel(2 * workers);
        for _ in 0..workers {
            let (send, next, stop, make) = (send.clone(), &next, &stop, &make);
            scope.spawn(move || {
                while !stop.load(Ordering::Relaxed) {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(number) else {
                        break;
                    };
                    if send.send((number, make(item))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(send);
        let mut waiting = BTreeMap::new();
        let mut wanted = 0;
        for (number, made) in receive {
            waiting.insert(number, made);
            while let Some(made) = waiting.remove(&wanted) {
                wanted += 1;
                if let Err(error) = take(made) {
                    stop.store(true, Ordering::Relaxed);
                    return Err(error);
                }
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let items: Vec<u32> = (0..200).collect();
        let mut seen = Vec::new();
        let square = |n: &u32| {
            // Uneven work, so that workers overtake each other.
            (0..(n % 7) * 1000).fold(*n, u32::wrapping_add);
            n * n
        };
        let taken = in_order(&items, square, |n| {
            seen.push(n);
            Ok(())
        });
        assert!(taken.is_ok());
        assert_eq!(seen, items.iter().map(square).collect::<Vec<_>>());
    }

    #[test]
    fn a_closed_pipe_ends_the_work() {
        let items: Vec<u32> = (0..10_000).collect();
        let ended = in_order(&items, |n| *n, |_| Err(io::ErrorKind::BrokenPipe.into()));
        assert_eq!(ended.map_err(|e| e.kind()), Err(io::ErrorKind::BrokenPipe));
    }
}
