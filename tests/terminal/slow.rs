//! Slow lines: what is typed is seen soon, not after all frames in between.

use std::time::Duration;

use super::Terminal;
use super::reading::{desk, frames, reader};

/// How often the terminal was asked how it is.
fn questions(terminal: &Terminal) -> usize {
    terminal.raw().matches("\u{1b}[5n").count()
}

#[test]
fn frames_do_not_queue_before_a_terminal_that_is_busy() {
    let desk = desk();
    let mut terminal = reader(&desk, 40, 12, "long.txt");
    terminal.wait_text("1,250");
    // It was asked once how it is, after the first frame.
    terminal.wait("a question", |t| t.raw().contains("\u{1b}[5n"));
    let raw = terminal.raw();
    assert!(raw.find("\u{1b}[?2026l") < raw.find("\u{1b}[5n"));
    let before = terminal.raw().len();
    terminal.hold(true);
    for _ in 0..100 {
        terminal.keys("j");
        // As fast as keys repeat, so that each is heard by itself.
        std::thread::sleep(Duration::from_millis(10));
    }
    terminal.hold(false);
    terminal.keys("G");
    terminal.wait_text("Chair number 200 was");
    let bytes = terminal.raw().len() - before;
    assert!(bytes < 6000, "{bytes} bytes were queued");
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(0));
    terminal.check_restored();
}

#[test]
fn keys_typed_one_by_one_are_each_seen_and_ask_nothing() {
    let desk = desk();
    let mut terminal = reader(&desk, 40, 12, "long.txt");
    terminal.wait_text("1,250");
    terminal.wait("a question", |t| t.raw().contains("\u{1b}[5n"));
    let (before, asked) = (frames(&terminal), questions(&terminal));
    for n in 1..=3 {
        std::thread::sleep(Duration::from_millis(400));
        terminal.keys("j");
        terminal.wait("a frame", |t| frames(t) >= before + n);
    }
    // The first frame was large: the first key may ask once more.
    assert!(questions(&terminal) <= asked + 1);
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(0));
    terminal.check_restored();
}
