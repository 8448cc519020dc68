//! The reader in a terminal: it opens, obeys keys, follows the window, and leaves the terminal as it found it.

use std::fmt::Write as _;

use super::Terminal;
use crate::program::{Desk, LIBRARY};

/// A long article, so that there is somewhere to go.
pub(super) fn desk() -> Desk {
    let desk = Desk::new();
    let mut long = LIBRARY.to_owned();
    for n in 1..=200 {
        let _ = writeln!(
            long,
            "\nChair number {n} was carried up the stairs, and after it came a word that is long: {}.",
            "library".repeat(3)
        );
    }
    desk.put("long.txt", long);
    desk.put("library.txt", LIBRARY);
    desk
}

/// The reader on an article, open and drawn.
#[track_caller]
pub(super) fn reader(desk: &Desk, columns: u16, rows: u16, line: &str) -> Terminal {
    let terminal = Terminal::open(columns, rows).run(desk, line);
    terminal.wait("the reader", Terminal::is_alternate);
    terminal.wait_text("Lindow");
    terminal
}

/// The reader still obeys: goes to the end, leaves, and the terminal is as it was.
#[track_caller]
pub(super) fn still_obeys(mut terminal: Terminal) {
    // Typed again and again: one that comes before the last size is known goes to the end of a smaller screen.
    terminal.wait("the end of the article", |t| {
        t.keys("G");
        t.text().contains("Chair number 200 was")
    });
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(0));
    terminal.check_restored();
}

#[test]
fn q_leaves_the_terminal_as_it_was_found() {
    let desk = desk();
    for keys in ["q", "\u{3}"] {
        let mut terminal = reader(&desk, 80, 24, "library.txt");
        terminal.keys(keys);
        assert_eq!(terminal.wait_exit(), Some(0));
        terminal.check_restored();
    }
}

#[test]
fn keys_move_in_the_article() {
    let desk = desk();
    let mut terminal = reader(&desk, 80, 24, "long.txt");
    terminal.keys("G");
    terminal.wait_text("Chair number 200 was");
    terminal.keys("g");
    terminal.wait_text("counted 1,250 visitors");
    terminal.keys("/number 77\r");
    terminal.wait_text("Chair number 77 was");
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(0));
}

#[test]
fn a_new_size_keeps_the_first_visible_words() {
    let desk = desk();
    let terminal = reader(&desk, 80, 24, "long.txt");
    terminal.keys("/number 120 \r");
    terminal.wait_text("Chair number 120 was");
    // To the beginning of a paragraph, which begins a row at every width.
    terminal.keys("}");
    terminal.wait("a row that begins a paragraph", |t| {
        t.text()
            .lines()
            .nth(1)
            .is_some_and(|row| row.contains("Chair number"))
    });
    let words = first_chair(&terminal.text());
    assert!(words.is_some());
    for (columns, rows) in [(40, 12), (120, 40), (200, 60), (60, 10), (80, 24)] {
        let frames = frames(&terminal);
        terminal.resize(columns, rows);
        terminal.wait("the same words at the new size", |t| {
            self::frames(t) > frames && first_chair(&t.text()) == words
        });
    }
}

/// How many frames were drawn to their end: each ends a synchronized update.
pub(super) fn frames(terminal: &Terminal) -> usize {
    terminal.raw().matches("\u{1b}[?2026l").count()
}

/// The number of the first chair on the screen.
fn first_chair(screen: &str) -> Option<u32> {
    let after = screen.split("Chair number ").nth(1)?;
    after.split_whitespace().next()?.parse().ok()
}

#[test]
fn every_size_is_drawn_without_a_panic() {
    let desk = desk();
    let terminal = reader(&desk, 80, 24, "long.txt");
    for (columns, rows) in [(1, 1), (2, 50), (500, 3), (7, 7), (80, 24)] {
        terminal.resize(columns, rows);
        terminal.keys(" J");
    }
    still_obeys(terminal);
}

#[test]
#[cfg(unix)]
fn signals_that_end_the_reader_leave_the_terminal_as_it_was_found() {
    let desk = desk();
    for signal in ["TERM", "HUP", "INT"] {
        let mut terminal = reader(&desk, 80, 24, "library.txt");
        terminal.signal(signal);
        // Ended by the signal itself, or with the code that shells give for it.
        assert_ne!(terminal.wait_exit(), Some(0), "{signal}");
        terminal.check_restored();
    }
}

#[test]
#[cfg(unix)]
fn a_suspended_reader_gives_the_terminal_back_and_takes_it_again() {
    let desk = desk();
    let mut terminal = reader(&desk, 80, 24, "library.txt");
    terminal.signal("TSTP");
    terminal.wait("the screen of before", |t| !t.is_alternate());
    terminal.wait("the stop", Terminal::is_stopped);
    terminal.check_restored();
    terminal.signal("CONT");
    terminal.wait("the reader again", Terminal::is_alternate);
    terminal.wait_text("Lindow");
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(0));
    terminal.check_restored();
}

#[test]
#[cfg(unix)]
fn an_article_can_be_piped_in_while_keys_come_from_the_terminal() {
    let desk = desk();
    for line in ["cat long.txt | \"$NUTGRAF\"", "\"$NUTGRAF\" - <long.txt"] {
        let mut terminal = Terminal::open(80, 24).shell(&desk, line);
        terminal.wait_text("Lindow");
        terminal.keys("G");
        terminal.wait_text("Chair number 200 was");
        terminal.keys("q");
        assert_eq!(terminal.wait_exit(), Some(0));
        terminal.check_restored();
    }
}

#[test]
fn a_bad_input_never_touches_the_screen() {
    let desk = desk();
    let mut terminal = Terminal::open(80, 24).run(&desk, "gone.txt");
    terminal.wait_text("there is no such file");
    assert_eq!(terminal.wait_exit(), Some(1));
    assert!(!terminal.raw().contains('\u{1b}'), "{:?}", terminal.raw());
    terminal.check_restored();
}

#[test]
fn the_ground_that_the_terminal_tells_chooses_the_theme_and_is_no_key() {
    let desk = desk();
    // The emulator answers that it is dark.
    let mut terminal = Terminal::open(80, 24)
        .env("COLORTERM", "truecolor")
        .run(&desk, "library.txt");
    let heading = "38;2;243;240;233";
    terminal.wait("the dark theme", |t| t.raw().contains(heading));
    assert!(!terminal.raw().contains("is not bound"));
    assert!(
        terminal.text().contains("fact  [ ] section"),
        "{}",
        terminal.text()
    );
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(0));
    terminal.check_restored();
}

#[test]
fn an_own_theme_is_put_on_and_what_is_wrong_with_one_is_told() {
    let desk = desk();
    let own = "base = \"night\"\n[colours]\ntitle = \"#010203\"\n";
    desk.put(".config/nutgraf/themes/sea.toml", own);
    desk.put(
        ".config/nutgraf/themes/bad.toml",
        "[colours]\n\ntitel = \"red\"\n",
    );
    let open = |line: &str| {
        let opened = Terminal::open(200, 24).env("COLORTERM", "truecolor");
        opened.run(&desk, line)
    };
    let mut terminal = open("--theme sea library.txt");
    terminal.wait("the colour", |t| t.raw().contains("38;2;1;2;3"));
    terminal.keys("TG");
    terminal.wait_text("bad");
    terminal.wait_text("your own");
    terminal.keys("\u{1b}");
    terminal.wait("the list gone", |t| !t.text().contains("your own"));
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(0));
    let mut terminal = open("--theme bad library.txt");
    terminal.wait_text("bad.toml:3: `titel` is no part of a theme; did you mean `title`?");
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(0));
    let mut terminal = open("--theme sae library.txt");
    assert_eq!(terminal.wait_exit(), Some(2));
    assert!(
        terminal.text().contains("there are auto, dark"),
        "{}",
        terminal.text()
    );
}
