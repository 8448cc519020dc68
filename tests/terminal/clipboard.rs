//! The clipboard of a desktop, on a display of our own (`Xvfb`), looked at with `xclip`.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use super::Terminal;
use super::reading::desk;
use crate::program::{Desk, there_is};

/// A display that ends with the test.
struct Display {
    server: Child,
    name: String,
}

impl Display {
    /// None where there is nothing to make one with.
    fn open() -> Option<Self> {
        if !there_is("Xvfb") || !there_is("xclip") {
            return None;
        }
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-noreset", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut number = String::new();
        let mut out = BufReader::new(server.stdout.take().unwrap());
        out.read_line(&mut number).unwrap();
        let name = format!(":{}", number.trim());
        Some(Self { server, name })
    }

    /// What would be pasted.
    fn clipboard(&self) -> String {
        let ran = Command::new("xclip")
            .args(["-o", "-selection", "clipboard", "-t", "UTF8_STRING"])
            .env("DISPLAY", &self.name)
            .output()
            .unwrap();
        String::from_utf8(ran.stdout).unwrap()
    }

    /// Copies something else.
    fn copy(&self, words: &str) {
        let line = format!("printf %s '{words}' | xclip -i -selection clipboard >/dev/null 2>&1");
        let mut shell = Command::new("sh");
        let shell = shell.args(["-c", &line]).env("DISPLAY", &self.name);
        assert!(shell.status().unwrap().success());
    }

    /// The reader on this display, after it has copied the first fact.
    fn terminal_that_copies(&self, desk: &Desk) -> Terminal {
        let terminal = Terminal::open(80, 24)
            .env("DISPLAY", &self.name)
            .run(desk, "library.txt");
        terminal.wait_text("Lindow");
        terminal.keys("Jy");
        terminal.wait_text("to the clipboard");
        terminal
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

#[test]
fn what_is_copied_is_on_the_clipboard_and_stays_there_after_the_reader_is_left() {
    let Some(display) = Display::open() else {
        return;
    };
    let desk = desk();
    let mut terminal = display.terminal_that_copies(&desk);
    let copied = display.clipboard();
    assert!(
        copied.starts_with('\u{201c}') && copied.contains("library.txt"),
        "{copied}"
    );
    assert!(
        terminal.raw().contains("\u{1b}]52;c;"),
        "the terminal is told, too"
    );
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(0));
    terminal.wait("the copy to be kept", |_| display.clipboard() == copied);
    display.copy("something else");
    terminal.wait("another copy", |_| display.clipboard() == "something else");
}

#[test]
fn what_another_program_copied_meanwhile_is_left_alone() {
    let Some(display) = Display::open() else {
        return;
    };
    let desk = desk();
    let mut terminal = display.terminal_that_copies(&desk);
    display.copy("from elsewhere");
    terminal.wait("another copy", |_| display.clipboard() == "from elsewhere");
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(0));
    assert_eq!(display.clipboard(), "from elsewhere");
}
