//! The command line: what was typed, what was meant, and how it ends.
//!
//! [`run`] goes through stages that each do one thing: `args` parses what was typed, `request` says what was meant,
//! `perform` does it, by `load` (input to article) and `many` (several inputs at once), and writes by `output`.
//!
//! Exit codes: 0 done (a reader that closed the pipe early is no failure), 1 an input could not be read (one line on
//! standard error: what, where, what to do), 2 wrong usage.

mod args;
mod completions;
mod config;
mod history;
mod load;
mod manual;
mod many;
mod notes;
mod output;
mod perform;
mod progress;
mod request;
mod surroundings;

use std::process::ExitCode;
use std::time::Duration;

use crate::app;
use crate::import::source::{Given, Input};
use crate::ui::View;
use args::Args;
use output::{Output, complain};
use request::Reading;
use surroundings::{Stream, Surroundings};

/// Runs the program with the arguments of the process.
pub fn run() -> ExitCode {
    if std::env::args_os()
        .nth(1)
        .is_some_and(|arg| arg == app::KEEPER)
    {
        // Started by itself, without anybody to tell.
        return match app::keep_clipboard(std::io::stdin()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
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
    let config::Loaded {
        config,
        complaint,
        keeping,
    } = config::load(reading.config)?;
    let view = View {
        theme: reading.theme.unwrap_or(config.theme),
        ground: around.ground,
        glyphs: reading.glyphs.unwrap_or(config.glyphs),
        measure: reading.width.unwrap_or(config.width),
        typography: reading.typography.or(config.typography),
        columns: reading.columns.unwrap_or(config.columns),
        skim: reading.skim || config.skim,
        panes: config.panes,
        density: config.density,
        order: config.order,
        bidi: reading.bidi.unwrap_or(config.bidi),
        mouse: config.mouse,
        ..View::default()
    };
    let linear = reading.linear || config.linear || around.dumb;
    let options = app::Options {
        input,
        given,
        view,
        depth: around.depth,
        themes: app::Themes::new(surroundings::themes_folder())
            .for_grounds(config.theme_dark, config.theme_light),
        line: reading.line,
        links: around.links,
        memory: surroundings::database().filter(|_| config.store && !reading.no_store),
        library: reading.library,
        seek: reading.seek,
        habits: app::Habits {
            keymap: config.keymap,
            editor: config.editor,
            browser: config.browser,
            chord: Duration::from_millis(config.chord_ms.into()),
            keeping,
            complaint,
        },
    };
    if !linear {
        return app::read(options);
    }
    let at_terminal = around.stdout == Stream::Terminal;
    let typed_at = around.stdin == Stream::Terminal || options.input == Input::Stdin;
    let manner = app::Manner {
        width: at_terminal.then(|| around.width.min(options.view.measure.into())),
        prompts: at_terminal && typed_at,
    };
    app::read_aloud(options, manner)
}
