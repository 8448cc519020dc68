//! The command line: what was typed, and what was meant.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::article::Article;
use crate::document::{Date, Meta};
use crate::{export, facts, import};

/// A terminal reader that finds the facts.
#[derive(Debug, Parser)]
#[command(version)]
struct Args {
    #[command(subcommand)]
    command: Option<Command>,
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
            let date = date.and_then(|d| d.trim().parse::<Date>().ok());
            let meta = Meta {
                source: input.display().to_string(),
                ..Meta::default()
            };
            let document = import::plain(&bytes, meta);
            let findings = facts::find(&document, date);
            let json = export::json::dump(&Article { document, findings });
            let _ = writeln!(std::io::stdout(), "{json}");
        }
        None => {}
    }
    ExitCode::SUCCESS
}
