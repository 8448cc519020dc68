//! Copying, highlighting and noting as they reach the terminal and the disk.

use super::Terminal;
use crate::program::{Desk, LIBRARY};

fn desk() -> Desk {
    let desk = Desk::new();
    desk.put("library.txt", LIBRARY);
    desk
}

/// The reader on the article, with its facts found; it remembers in the folder of the desk.
#[track_caller]
fn reader(desk: &Desk, variables: &[(&str, &str)]) -> Terminal {
    let mut opened = Terminal::open(120, 30);

    for name in [
        "TMUX",
        "SSH_CONNECTION",
        "SSH_CLIENT",
        "SSH_TTY",
        "DISPLAY",
        "WAYLAND_DISPLAY",
    ] {
        let value = variables.iter().find(|(n, _)| *n == name);
        opened = opened.env(name, value.map_or("", |(_, v)| v));
    }
    if let Some((_, path)) = variables.iter().find(|(n, _)| *n == "PATH") {
        opened = opened.env("PATH", path);
    }
    let terminal = opened.run(desk, "library.txt");
    terminal.wait_text("1,250 visitors");
    terminal.wait("the facts", |t| {
        !t.text().contains("looking for facts") && t.text().contains("/20 facts")
    });
    terminal
}

/// Selects the sentence of the second fact and leaves what is selected on the screen.
const COPIED: &str = "/1,250\rvy";

/// What is sent by OSC 52, decoded; the last of it.
fn copied(raw: &str) -> Option<String> {
    let code = raw.rsplit("\u{1b}]52;c;").next()?;
    let code = code.split(['\u{1b}', '\u{7}']).next()?;
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    for c in code.bytes().take_while(|&c| c != b'=') {
        let value = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
            .iter()
            .position(|&x| x == c)?;
        bits = bits << 6 | u32::try_from(value).ok()?;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count).to_le_bytes()[0]);
        }
    }
    String::from_utf8(bytes).ok()
}

#[test]
fn a_copy_goes_to_the_terminal_and_says_how_and_how_much() {
    let desk = desk();
    for variables in [
        &[][..],
        &[("SSH_CONNECTION", "1 2 3 4"), ("DISPLAY", ":77")],
    ] {
        let mut terminal = reader(&desk, variables);
        terminal.keys(COPIED);
        terminal.wait_text("by the terminal (OSC 52)");
        assert!(
            terminal.text().contains("copied 1 sentence, "),
            "{}",
            terminal.text()
        );
        let text = copied(&terminal.raw()).unwrap();
        assert!(
            text.starts_with('“') && text.contains("counted 1,250 visitors"),
            "{text}"
        );
        assert!(
            text.contains("\n— ") && text.contains("library.txt:"),
            "{text}"
        );
        assert!(!terminal.raw().contains("\u{1b}Ptmux"));
        terminal.keys("q");
        assert_eq!(terminal.wait_exit(), Some(0));
    }
}

#[test]
fn a_display_that_is_not_there_is_no_reason_to_wait() {
    let desk = desk();
    let mut terminal = reader(&desk, &[("DISPLAY", ":59000")]);
    terminal.keys(COPIED);
    terminal.wait_text("by the terminal (OSC 52)");
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(0));
    terminal.check_restored();
}

#[test]
#[cfg(unix)]
fn tmux_is_asked_to_take_it() {
    let desk = desk();
    let bin = desk.path().join("bin");
    std::fs::create_dir(&bin).unwrap();
    desk.put("bin/tmux", "#!/bin/sh\necho \"$@\" >asked\ncat >taken\n");
    let chmod = std::process::Command::new("chmod")
        .arg("+x")
        .arg(bin.join("tmux"))
        .status();
    assert!(chmod.unwrap().success());
    let path = format!("{}:/usr/bin:/bin", bin.display());
    let mut terminal = reader(&desk, &[("TMUX", "/tmp/none,1,0"), ("PATH", &path)]);
    terminal.keys(COPIED);
    terminal.wait_text("by tmux");
    let read = |name: &str| std::fs::read_to_string(desk.path().join(name)).unwrap();
    assert_eq!(read("asked"), "load-buffer -w -\n");
    assert!(read("taken").contains("counted 1,250 visitors"));
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(0));
}

#[test]
fn where_tmux_does_not_take_it_the_sequence_is_passed_through() {
    let desk = desk();
    let mut terminal = reader(&desk, &[("TMUX", "/tmp/none,1,0"), ("PATH", "/nowhere")]);
    terminal.keys(COPIED);
    terminal.wait_text("by the terminal (OSC 52)");
    let raw = terminal.raw();
    assert!(raw.contains("\u{1b}Ptmux;\u{1b}\u{1b}]52;c;"), "{raw:?}");
    assert!(copied(&raw).unwrap().contains("counted 1,250 visitors"));
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(0));
}

#[test]
fn a_highlight_and_a_note_are_there_again_when_the_article_is() {
    let desk = desk();
    let mut terminal = reader(&desk, &[]);
    terminal.keys("/1,250\rvow");
    terminal.keys("B");
    terminal.wait_text("in blue");
    terminal.keys(";aask the librarian\r");
    terminal.wait_text("the note is written");
    terminal.wait_text("◆ ask the librarian");
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(0));

    let printed = desk.run("notes library.txt").printed();
    assert!(
        printed.contains("\n> ") && printed.contains("\nask the librarian\n\n— "),
        "{printed}"
    );
    let all = desk.run("notes").printed();
    assert_eq!(
        all.lines().take(5).collect::<Vec<_>>(),
        printed.lines().take(5).collect::<Vec<_>>(),
        "all that were made"
    );

    let mut terminal = reader(&desk, &[]);
    terminal.wait_text("◆ ask the librarian");
    terminal.keys(";");
    terminal.wait_text("note, blue");
    terminal.keys("x");
    terminal.wait_text("U brings it back");
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(0));

    let mut terminal = reader(&desk, &[]);
    terminal.keys(";");
    terminal.wait_text("no notes yet");
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(0));
}
