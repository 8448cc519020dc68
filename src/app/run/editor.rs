//! The editor of the person: which one, and how it is run.

use std::io;
use std::path::Path;
use std::process::Command as Process;

/// The editor that the environment names.
pub(super) fn editor() -> Option<String> {
    ["VISUAL", "EDITOR"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|e| !e.trim().is_empty())
}

/// Runs an editor, which may be given with arguments, at a line of a file.
pub(super) fn run_editor(editor: &str, line: Option<usize>, path: &Path) -> io::Result<()> {
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
