//! The reader's editor, opened on the file of the article.

use std::io;
use std::path::PathBuf;
use std::process::Command as Process;

use crate::import::source::Input;

/// An editor and the file to open in it.
#[derive(Debug)]
pub(super) struct Editor {
    /// The program with its arguments.
    command: String,
    path: PathBuf,
}

impl Editor {
    /// The editor that the configuration or else the environment names, for the file of an input.
    ///
    /// # Errors
    /// A sentence, when there is no file or no editor.
    pub(super) fn new(input: Option<&Input>, configured: Option<&String>) -> Result<Self, String> {
        let path = input
            .and_then(Input::path)
            .ok_or("this article is not a file that could be edited")?;
        let named = ["VISUAL", "EDITOR"]
            .into_iter()
            .filter_map(|name| std::env::var(name).ok());
        let command = configured
            .cloned()
            .into_iter()
            .chain(named)
            .find(|editor| !editor.trim().is_empty())
            .ok_or("no editor: set VISUAL, EDITOR or `editor` in config.toml")?;
        Ok(Self {
            command,
            path: path.to_owned(),
        })
    }

    /// Opens it at a line (from 1) and waits until it is left.
    ///
    /// # Errors
    /// A sentence, when it cannot be run or fails.
    pub(super) fn run(&self, line: Option<usize>) -> Result<(), String> {
        let mut words = self.command.split_whitespace();
        let mut process = Process::new(words.next().unwrap_or_default());
        process.args(words);
        if let Some(line) = line {
            process.arg(format!("+{line}"));
        }
        let status = process.arg("--").arg(&self.path).status();
        let ended = status.and_then(|status| {
            if status.success() {
                Ok(())
            } else {
                Err(io::Error::other(format!("it ended with {status}")))
            }
        });
        ended.map_err(|error| format!("{}: {error}", self.command))
    }
}
