//! The real program in a real terminal: what a person sees, and how the terminal is left.

mod pty;

use std::time::Duration;

pub(crate) use pty::Terminal;

use crate::program::{Desk, LIBRARY};

#[test]
fn on_a_terminal_the_table_keeps_to_the_width() {
    let desk = Desk::new();
    desk.put("library.txt", LIBRARY);
    for columns in [40, 80, 120] {
        let mut terminal = Terminal::open(columns, 50).run(&desk, "facts library.txt");
        let status = terminal.wait_exit(Duration::from_secs(20));
        assert_eq!(status, Some(0));
        // A line that is too long would wrap, and its next row would not begin with the sign of a kind.
        let wrapped = (0..50).filter(|&row| terminal.is_wrapped(row)).count();
        assert_eq!(wrapped, 0, "{}", terminal.text());
    }
}

#[test]
fn without_colours_none_are_printed() {
    let desk = Desk::new();
    desk.put("library.txt", LIBRARY);
    let mut terminal = Terminal::open(80, 50)
        .env("NO_COLOR", "1")
        .run(&desk, "facts library.txt");
    assert_eq!(terminal.wait_exit(Duration::from_secs(20)), Some(0));
    assert!(!terminal.raw().contains('\u{1b}'), "{:?}", terminal.raw());
}

#[test]
fn a_terminal_is_no_input() {
    let desk = Desk::new();
    let mut terminal = Terminal::open(80, 10).run(&desk, "text -");
    terminal.wait("an explanation", |t| {
        t.text().contains("standard input: is a terminal")
    });
    assert_eq!(terminal.wait_exit(Duration::from_secs(20)), Some(1));
    assert_eq!(terminal.text().lines().count(), 1, "{}", terminal.text());
}

#[test]
fn printing_leaves_the_terminal_as_it_was() {
    let desk = Desk::new();
    desk.put("library.txt", LIBRARY);
    let mut terminal = Terminal::open(80, 24).run(&desk, "text library.txt");
    assert_eq!(terminal.wait_exit(Duration::from_secs(20)), Some(0));
    terminal.wait("the end of the article", |t| {
        t.text().contains("Ada Brook said")
    });
    terminal.check_restored();
}
