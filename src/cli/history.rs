//! The history: printed, or forgotten.

use std::fmt::Write as _;
use std::io;

use serde_json::json;

use super::output::{Output, complain};
use super::perform::Outcome;
use super::request::{HistoryFormat, HistoryTask};
use super::surroundings::{Stream, Surroundings, database};
use crate::app::open_store;
use crate::layout::measure;
use crate::store::{Entry, Store, StoreError, file_name, now};
use crate::ui::ago;

/// Does with the history what was asked.
///
/// # Errors
/// When standard output cannot be written.
pub(super) fn history(
    task: &HistoryTask,
    around: &Surroundings,
    output: &mut Output,
) -> io::Result<Outcome> {
    let Some(path) = database() else {
        complain("history: there is no home folder: set NUTGRAF_DATA to a folder of yours");
        return Ok(Outcome::Failed);
    };
    let complaint = |error: &StoreError| complain(&format!("{}: {error}", path.display()));
    let opened = open_store(&path);
    let mut store = match opened {
        Ok(opened) => opened.map(|opened| {
            if let Some(aside) = opened.put_aside {
                complain(&format!(
                    "{}: was damaged: it was put aside as {}, and a new one begun",
                    path.display(),
                    aside.display()
                ));
            }
            opened.store
        }),
        Err(error) => {
            complaint(&error);
            return Ok(Outcome::Failed);
        }
    };
    let done = match (task, &mut store) {
        (HistoryTask::List(format), store) => {
            let entries = store.as_ref().map_or(Ok(Vec::new()), Store::history);
            match entries {
                Ok(entries) => {
                    if entries.is_empty() && around.stderr == Stream::Terminal {
                        complain("history: nothing was read yet");
                    }
                    output.write(&match format {
                        HistoryFormat::Table => table(&entries, around.width),
                        HistoryFormat::Json => as_json(&entries),
                    })?;
                    Ok(Outcome::Done)
                }
                Err(error) => Err(error),
            }
        }
        (HistoryTask::Forget(input), Some(store)) => forget(store, input),
        (HistoryTask::Forget(input), None) => {
            complain(&format!("{input}: is not in the history"));
            Ok(Outcome::Failed)
        }
        (HistoryTask::ForgetAll { sure }, Some(store)) => forget_all(store, *sure, around),
        (HistoryTask::ForgetAll { .. }, None) => Ok(Outcome::Done),
    };
    done.or_else(|error| {
        complaint(&error);
        Ok(Outcome::Failed)
    })
}

/// Forgets the article of a file, an address or a title.
fn forget(store: &mut Store, input: &str) -> Result<Outcome, StoreError> {
    let place = file_name(input.as_ref());
    let entries = store.history()?;
    let is_place = |e: &&Entry| e.place.as_ref().is_some_and(|p| *p == place || p == input);
    let is_called = |e: &&Entry| e.title == input || e.source == input;
    let mut found: Vec<_> = entries.iter().filter(is_place).collect();
    if found.is_empty() {
        found = entries.iter().filter(is_called).collect();
    }
    match found.as_slice() {
        [one] => {
            store.forget(one.id)?;
            Ok(Outcome::Done)
        }
        [] => {
            complain(&format!(
                "{input}: is not in the history: `nutgraf history` lists what is"
            ));
            Ok(Outcome::Failed)
        }
        several => {
            complain(&format!(
                "{input}: stands for {} articles: name the file of the one",
                several.len()
            ));
            Ok(Outcome::Failed)
        }
    }
}

/// Forgets everything, when the person is sure.
fn forget_all(store: &mut Store, sure: bool, around: &Surroundings) -> Result<Outcome, StoreError> {
    let entries = store.history()?;
    let notes: u32 = entries.iter().map(|e| e.notes).sum();
    if !sure {
        if around.stdin == Stream::Other {
            complain("history: --forget-all asks before it forgets; without a terminal give --yes");
            return Ok(Outcome::Failed);
        }
        complain(&format!(
            "Forget all {} articles, with {notes} notes? Type yes and Enter:",
            entries.len()
        ));
        let mut answer = String::new();
        let read = io::stdin().read_line(&mut answer);
        if read.is_err() || answer.trim() != "yes" {
            complain("nothing was forgotten");
            return Ok(Outcome::Failed);
        }
    }
    store.forget_all()?;
    Ok(Outcome::Done)
}

/// The history as a table for people, as wide as the terminal.
fn table(entries: &[Entry], width: usize) -> String {
    if entries.is_empty() {
        return String::new();
    }
    let time = now();
    let rows: Vec<[String; 7]> = entries.iter().map(|e| row(e, time)).collect();
    let heads = ["when", "read", "left", "facts", "notes", "title", "from"].map(str::to_owned);
    let wide = |column: usize| {
        let cells = rows.iter().chain([&heads]).filter_map(|r| r.get(column));
        cells.map(|cell| measure::width(cell)).max().unwrap_or(0)
    };
    let figures: usize = (0..5).map(|c| wide(c) + 2).sum();
    let room = width.saturating_sub(figures + 2).max(20);
    let titles = wide(5).min((room * 3 / 5).max(room.saturating_sub(wide(6))));
    let mut out = String::new();
    for row in [&heads].into_iter().chain(&rows) {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let (columns, cell) = match column {
                5 => (titles, measure::truncate(cell, titles, "…")),
                6 => (0, measure::truncate(cell, room - titles, "…")),
                _ => (wide(column), cell.as_str().into()),
            };
            let blanks = " ".repeat(columns.saturating_sub(measure::width(&cell)));
            // Figures stand to the right, words to the left.
            let _ = match column {
                1..=4 => write!(line, "{blanks}{cell}  "),
                _ => write!(line, "{cell}{blanks}  "),
            };
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

fn row(entry: &Entry, time: i64) -> [String; 7] {
    let left = match entry.minutes_left {
        0 => String::new(),
        minutes @ 1..=90 => format!("{minutes} min"),
        minutes => format!("{} h {}", minutes / 60, minutes % 60),
    };
    let some = |number: u32| match number {
        0 => String::new(),
        n => n.to_string(),
    };
    [
        ago(entry.read, time),
        format!("{:.0}%", (entry.share * 100.0).floor()),
        left,
        some(entry.facts.unwrap_or(0)),
        some(entry.notes),
        entry.title.clone(),
        entry.source.clone(),
    ]
}

/// The history as one JSON object.
fn as_json(entries: &[Entry]) -> String {
    let articles: Vec<_> = entries
        .iter()
        .map(|e| {
            let read = jiff::Timestamp::from_millisecond(e.read).ok();
            json!({
                "title": e.title,
                "source": e.source,
                "place": e.place,
                "read": read.map(|t| t.to_string()),
                "share": e.share,
                "minutes_left": e.minutes_left,
                "words": e.words,
                "facts": e.facts,
                "notes": e.notes,
            })
        })
        .collect();
    format!("{}\n", json!({"schema": 1, "articles": articles}))
}
