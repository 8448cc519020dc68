//! A file that changes while it is read.

use super::Terminal;
use super::reading::{desk, reader};
use crate::program::LIBRARY;

/// The reader at the end of the long article, with all facts found.
fn at_the_end() -> (crate::program::Desk, Terminal) {
    let desk = desk();
    let terminal = reader(&desk, 120, 30, "long.txt");
    terminal.wait("the facts", |t| {
        t.text().contains("facts") && !t.text().contains("looking")
    });
    terminal.keys("G");
    terminal.wait_text("Chair number 200 was");
    (desk, terminal)
}

fn leave(mut terminal: Terminal) {
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(0));
    terminal.check_restored();
}

#[test]
fn a_file_that_grows_is_read_again() {
    let (desk, terminal) = at_the_end();
    let path = desk.path().join("long.txt");
    let mut text = std::fs::read_to_string(&path).unwrap();
    text.push_str("\nThe roof cost $9,000 in May 2025.\n");
    std::fs::write(&path, &text).unwrap();
    terminal.wait_text("long.txt has changed and was read again");
    terminal.wait_text("new");
    terminal.keys("G");
    terminal.wait_text("The roof cost $9,000");
    leave(terminal);
}

#[test]
fn editors_that_rename_a_new_file_into_place_are_followed() {
    let (desk, terminal) = at_the_end();
    for word in ["first", "second"] {
        let new = desk.put(
            ".long.txt.new",
            format!("{LIBRARY}\nWritten the {word} time.\n"),
        );
        std::fs::rename(new, desk.path().join("long.txt")).unwrap();
        terminal.wait("the new text", |t| {
            t.keys("G");
            t.text().contains(&format!("Written the {word} time."))
        });
    }
    leave(terminal);
}

#[test]
fn a_file_that_is_gone_stays_on_the_screen_and_comes_back() {
    let (desk, terminal) = at_the_end();
    let path = desk.path().join("long.txt");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    terminal.wait_text("long.txt is gone");
    assert!(terminal.text().contains("Chair number 200 was"));
    std::fs::write(&path, text + "\nIt was only away.\n").unwrap();
    terminal.wait_text("long.txt is back");
    terminal.keys("G");
    terminal.wait_text("It was only away.");
    leave(terminal);
}

#[test]
fn a_file_that_cannot_be_read_any_more_leaves_what_was_read() {
    let (desk, terminal) = at_the_end();
    std::fs::write(desk.path().join("long.txt"), b"\x7fELF\0\0\0\0\0\0\0").unwrap();
    terminal.wait_text("what was read before stays");
    assert!(terminal.text().contains("Chair number 200 was"));
    leave(terminal);
}

#[test]
fn r_reads_again_and_says_so() {
    let (_desk, terminal) = at_the_end();
    terminal.keys("R");
    terminal.wait_text("long.txt is what it was");
    leave(terminal);
}
