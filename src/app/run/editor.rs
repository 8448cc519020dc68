//! Editing the article: the terminal and the keys are the editor's until it ends.

use std::io;
use std::path::Path;
use std::process::Command as Process;

use super::Session;
use crate::app::reload::Why;
use crate::app::terminal::Tty;
use crate::import::source::Input;

impl Session {
    /// Opens the file in the editor, and reads it again after that.
    pub(super) fn edit(&mut self, line: Option<usize>) -> anyhow::Result<()> {
        let path = self.input.as_ref().and_then(Input::path);
        let Some(path) = path.map(Path::to_owned) else {
            self.reader
                .say("this article is not a file that could be edited", true);
            return Ok(());
        };
        let Some(editor) = editor() else {
            self.reader.say("no editor: set VISUAL or EDITOR", true);
            return Ok(());
        };
        self.keyboard.pause();
        self.tty.release();
        let status = run_editor(&editor, line, &path);
        self.tty.retake()?;
        self.keyboard.resume();
        self.reader.resize(Tty::size());
        match status {
            Ok(()) => self.read_again(Why::Changed),
            Err(error) => self.reader.say(format!("{editor}: {error}"), true),
        }
        Ok(())
    }
}

/// The editor that the environment names.
fn editor() -> Option<String> {
    ["VISUAL", "EDITOR"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|e| !e.trim().is_empty())
}

/// Runs an editor, which may be given with arguments, at a line of a file.
fn run_editor(editor: &str, line: Option<usize>, path: &Path) -> io::Result<()> {
    let mut words = editor.split_whitespace();
    let mut process = Process::new(words.next().unwrap_or_default());
    process.args(words);
    if let Some(line) = line {
        process.arg(format!("+{line}"));
    }
    let status = process.arg("--").arg(path).status()?;
    if status.success() {
        Ok(())
    } else {
        Err(io::Error::other(format!("it ended with {status}")))
    }
}
