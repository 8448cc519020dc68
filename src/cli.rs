//! The command line: what was typed, and what was meant.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::article::{Article, Lines, State};
use crate::document::Date;
use crate::{export, facts, import};

/// A terminal reader that finds the facts.
#[derive(Debug, Parser)]
#[command(version)]
struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    input: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print the whole model as one JSON object.
    Dump {
        /// The file to read.
        input: PathBuf,
        /// The day of publication when the input gives none.
        #[arg(long)]
        date: Option<String>,
    },
}

/// Runs the program.
pub fn run() -> ExitCode {
    let args = Args::parse();
    match args.command {
        Some(Command::Dump { input, date }) => {
            let Ok(bytes) = std::fs::read(&input) else {
                return ExitCode::FAILURE;
            };
            let date = date.and_then(|d| d.parse::<Date>().ok());
            let name = input.display().to_string();
            let request = import::Request {
                name: &name,
                ..import::Request::default()
            };
            let document = match import::import(&bytes, &request) {
                Ok(document) => document,
                Err(error) => {
                    let _ = writeln!(std::io::stderr(), "nutgraf: {error}");
                    return ExitCode::FAILURE;
                }
            };
            let findings = facts::find(&document, date);
            let lines = std::sync::Arc::new(Lines::new(&bytes));
            let article = Article::new(document.into(), findings, lines, State::Complete);
            let json = export::json::dump(&article);
            let _ = writeln!(std::io::stdout(), "{json}");
        }
        None => {
            let Some(input) = args.input else {
                return ExitCode::FAILURE;
            };
            let options = crate::app::Options {
                input: crate::app::Input::File(input),
                date: None,
                view: crate::ui::View::default(),
                depth: crate::ui::Depth::True,
                line: None,
            };
            if let Err(error) = crate::app::read(options) {
                let _ = writeln!(std::io::stderr(), "nutgraf: {error:#}");
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}
