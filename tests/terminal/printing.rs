//! What the commands print on a terminal.

use super::Terminal;
use crate::program::{Desk, LIBRARY};

fn desk() -> Desk {
    let desk = Desk::new();
    desk.put("library.txt", LIBRARY);
    desk
}

#[test]
fn the_table_keeps_to_the_width() {
    let desk = desk();
    for columns in [40, 80, 120] {
        let mut terminal = Terminal::open(columns, 50).run(&desk, "facts library.txt --explain");
        assert_eq!(terminal.wait_exit(), Some(0));
        // A line that is too long goes on in the next row.
        let wrapped = (0..50).filter(|&row| terminal.is_wrapped(row)).count();
        assert_eq!(wrapped, 0, "{}", terminal.text());
    }
}

#[test]
fn colours_are_for_terminals_that_want_them() {
    let desk = desk();
    let coloured = |opened: super::pty::Opened| {
        let mut terminal = opened.run(&desk, "facts library.txt");
        assert_eq!(terminal.wait_exit(), Some(0));
        terminal.raw().contains('\u{1b}')
    };
    assert!(coloured(Terminal::open(80, 50)));
    assert!(!coloured(Terminal::open(80, 50).env("NO_COLOR", "1")));
    assert!(!coloured(Terminal::open(80, 50).env("TERM", "dumb")));
}

#[test]
fn a_terminal_is_no_input() {
    let desk = desk();
    let mut terminal = Terminal::open(80, 10).run(&desk, "text -");
    terminal.wait_text("standard input: is a terminal");
    assert_eq!(terminal.wait_exit(), Some(1));
    assert_eq!(terminal.text().lines().count(), 1, "{}", terminal.text());
}

#[test]
fn printing_leaves_the_terminal_as_it_was() {
    let desk = desk();
    let mut terminal = Terminal::open(80, 24).run(&desk, "text library.txt");
    assert_eq!(terminal.wait_exit(), Some(0), "{}", terminal.text());
    terminal.wait_text("Ada Brook said");
    terminal.check_restored();
}

#[test]
fn what_was_left_out_is_counted_for_a_person() {
    let desk = Desk::new();
    let form = "\n\nLeave A Reply\n\nYour email address will not be published.\n";
    desk.put("page.txt", LIBRARY.to_owned() + form);
    let plain = desk.run("text page.txt").printed();
    let mut terminal = Terminal::open(120, 50).run(&desk, "text page.txt");
    assert_eq!(terminal.wait_exit(), Some(0));
    // Whatever the cleaner leaves out of the text is counted on the terminal, and only there.
    assert_eq!(
        terminal.text().contains("no part of the article"),
        !plain.contains("Leave A Reply")
    );
}
