//! What is remembered between sessions: places, marks, the library; and a reader that reads on when nothing can be.

use std::fmt::Write as _;
use std::path::PathBuf;

use super::Terminal;
use crate::program::{Desk, LIBRARY};

/// A desk with a long article and a short one.
pub(super) fn desk() -> Desk {
    let desk = Desk::new();
    desk.put("long.txt", long("long"));
    desk.put("library.txt", LIBRARY);
    desk
}

/// An article of 400 paragraphs, each of which says its number.
fn long(word: &str) -> String {
    let mut text = format!("The {word} list of chairs\n");
    for n in 1..=400 {
        let _ = writeln!(
            text,
            "\nChair {n} of the {word} list has {} legs and stands in room {}.",
            n % 5,
            n * 7
        );
    }
    text
}

fn database(desk: &Desk) -> PathBuf {
    desk.path().join("data/history.db")
}

#[track_caller]
pub(super) fn reader(desk: &Desk, line: &str, words: &str) -> Terminal {
    let terminal = Terminal::open(80, 24).run(desk, line);
    terminal.wait_text(words);
    terminal
}

#[track_caller]
pub(super) fn leave(mut terminal: Terminal) {
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(0));
    terminal.check_restored();
}

/// Whether the database holds a reading position of an article.
fn has_position(desk: &Desk) -> bool {
    desk.run("history --format json")
        .out
        .contains("\"share\":0.4")
}

/// Reads the long article to about its half and leaves it.
#[track_caller]
fn read_half(desk: &Desk) {
    let terminal = reader(desk, "long.txt", "Chair 1 of");
    terminal.keys("/Chair 180 \r");
    terminal.wait_text("Chair 180 of");
    leave(terminal);
}

#[test]
fn reading_goes_on_where_it_stopped() {
    let desk = desk();
    read_half(&desk);
    let terminal = reader(&desk, "long.txt", "continued where you stopped");
    terminal.wait_text("Chair 180 of");
    terminal.keys("g");
    terminal.wait_text("Chair 1 of");
    leave(terminal);
    let terminal = reader(&desk, "long.txt", "Chair 1 of");
    leave(terminal);
}

#[test]
fn a_place_is_found_again_in_an_edited_file_and_in_a_moved_one() {
    let desk = desk();
    read_half(&desk);
    let edited = long("long").replace("Chair 3 of", "A whole new sentence came here. Chair 3 of");
    desk.put("long.txt", edited);
    let terminal = reader(&desk, "long.txt", "continued where you stopped");
    terminal.wait_text("Chair 180 of");
    leave(terminal);
    std::fs::rename(desk.path().join("long.txt"), desk.path().join("moved.txt")).unwrap();
    let terminal = reader(&desk, "moved.txt", "continued where you stopped");
    terminal.wait_text("Chair 180 of");
    leave(terminal);
}

#[test]
fn another_article_in_the_same_file_begins_at_its_beginning() {
    let desk = desk();
    read_half(&desk);
    desk.put("long.txt", LIBRARY);
    leave(reader(&desk, "long.txt", "Lindow"));
    let history = desk.run("history --format json").printed();
    assert!(history.contains("The long list of chairs"), "{history}");
    assert!(history.matches("\"title\"").count() == 2, "{history}");
}

#[test]
fn a_place_beyond_the_first_part_of_a_large_file_is_not_lost() {
    let desk = Desk::new();
    let mut text = "A very long list\n".to_owned();
    for n in 1..=6000 {
        let _ = writeln!(
            text,
            "\nStep {n} leads from landing {} to landing {}.",
            n * 3,
            n * 3 + 3
        );
    }
    desk.put("steps.txt", text);
    let terminal = reader(&desk, "steps.txt", "Step 1 leads");
    terminal.wait("the whole text", |t| {
        t.keys("G");
        t.text().contains("Step 6000 leads")
    });
    terminal.keys("/Step 5000 \r");
    terminal.wait_text("Step 5000 leads");
    leave(terminal);
    let terminal = reader(&desk, "steps.txt", "continued where you stopped");
    terminal.wait_text("Step 5000 leads");
    leave(terminal);
}

#[test]
fn an_article_from_a_pipe_is_known_by_its_text() {
    let desk = desk();
    let line = "cat long.txt | \"$NUTGRAF\"";
    let terminal = Terminal::open(80, 24).shell(&desk, line);
    terminal.wait_text("Chair 1 of");
    terminal.keys("/Chair 180 \r");
    terminal.wait_text("Chair 180 of");
    leave(terminal);
    let terminal = Terminal::open(80, 24).shell(&desk, line);
    terminal.wait_text("continued where you stopped");
    terminal.wait_text("Chair 180 of");
    leave(terminal);
}

#[test]
fn marks_and_dismissed_facts_come_back() {
    let desk = desk();
    let terminal = reader(&desk, "long.txt", "Chair 1 of");
    terminal.keys("/Chair 180 \rmag");
    terminal.wait_text("Chair 1 of");
    leave(terminal);
    let terminal = reader(&desk, "long.txt", "Chair 1 of");
    // Typed again and again: the mark comes back a moment after the first frame.
    terminal.wait("the mark", |t| {
        t.keys("'a");
        t.text().contains("Chair 180 of")
    });
    leave(terminal);
}

#[test]
#[cfg(unix)]
fn a_killed_reader_loses_nothing_but_the_last_second() {
    let desk = desk();
    let mut terminal = reader(&desk, "long.txt", "Chair 1 of");
    terminal.keys("/Chair 180 \r");
    terminal.wait_text("Chair 180 of");
    terminal.wait("the place in the database", |_| has_position(&desk));
    terminal.signal("KILL");
    terminal.wait_exit();
    let terminal = reader(&desk, "long.txt", "continued where you stopped");
    terminal.wait_text("Chair 180 of");
    leave(terminal);
}

#[test]
#[cfg(unix)]
fn a_signal_that_ends_the_reader_saves_the_place_first() {
    let desk = desk();
    let mut terminal = reader(&desk, "long.txt", "Chair 1 of");
    terminal.wait("the document in the database", |_| {
        desk.run("history").out.contains("list of chairs")
    });
    terminal.keys("/Chair 180 \r");
    terminal.wait_text("Chair 180 of");
    terminal.signal("TERM");
    terminal.wait_exit();
    assert!(has_position(&desk));
}

#[test]
fn two_windows_on_one_article_keep_each_others_marks() {
    let desk = desk();
    let one = reader(&desk, "long.txt", "Chair 1 of");
    let other = reader(&desk, "long.txt", "Chair 1 of");
    for (window, chair, letter) in [(&one, 180, 'a'), (&other, 300, 'b')] {
        window.keys(&format!("/Chair {chair} \rm{letter}"));
        window.wait_text(&format!("mark {letter} is set"));
    }
    leave(one);
    leave(other);
    let terminal = reader(&desk, "long.txt", "continued where you stopped");
    for (letter, chair) in [('a', "Chair 180 of"), ('b', "Chair 300 of")] {
        terminal.keys(&format!("'{letter}"));
        terminal.wait_text(chair);
    }
    leave(terminal);
}

#[test]
fn nothing_is_remembered_with_no_store() {
    let desk = desk();
    let terminal = reader(&desk, "--no-store long.txt", "Chair 1 of");
    terminal.keys("G");
    terminal.wait_text("Chair 400 of");
    terminal.keys("L");
    terminal.wait_text("--no-store was given");
    leave(terminal);
    assert!(!database(&desk).exists());
}

#[test]
fn a_damaged_database_is_put_aside_with_one_notice() {
    let desk = desk();
    std::fs::create_dir(desk.path().join("data")).unwrap();
    std::fs::write(database(&desk), "this was a database once ".repeat(99)).unwrap();
    let terminal = reader(&desk, "library.txt", "the history was damaged");
    terminal.keys("j");
    leave(terminal);
    let kept = std::fs::read_dir(desk.path().join("data")).unwrap();
    let kept = kept.filter(|f| {
        f.as_ref()
            .unwrap()
            .path()
            .display()
            .to_string()
            .contains("damaged")
    });
    assert_eq!(kept.count(), 1);
    leave(reader(&desk, "library.txt", "Lindow"));
}

#[test]
fn a_newer_database_is_left_alone_and_the_reader_reads_on() {
    let desk = desk();
    leave(reader(&desk, "library.txt", "Lindow"));
    let connection = rusqlite::Connection::open(database(&desk)).unwrap();
    connection.pragma_update(None, "user_version", 999).unwrap();
    drop(connection);
    let terminal = reader(&desk, "library.txt", "written by a newer nutgraf");
    terminal.keys("j");
    terminal.wait_text("Lindow");
    leave(terminal);
    let ran = desk.run("history");
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("update this one"), "{}", ran.err);
}

#[test]
fn a_folder_that_cannot_be_made_is_one_notice() {
    let desk = desk();
    // A file where the folder should be: it holds for the superuser, too.
    desk.put("data", "");
    let terminal = reader(&desk, "long.txt", "not remembered");
    terminal.keys("G");
    terminal.wait_text("Chair 400 of");
    assert!(!terminal.text().contains("not remembered"));
    leave(terminal);
}

#[test]
#[cfg(unix)]
fn a_full_disk_is_one_notice() {
    let desk = desk();
    // No file may grow past 0 bytes: what is written fails, as on a full disk.
    let line = "trap '' XFSZ; ulimit -f 0; exec \"$NUTGRAF\" long.txt";
    let terminal = Terminal::open(80, 24).shell(&desk, line);
    terminal.wait_text("not remembered");
    terminal.keys("G");
    terminal.wait_text("Chair 400 of");
    leave(terminal);
}

#[test]
fn a_place_far_on_in_a_large_file_is_the_first_that_is_seen() {
    let desk = Desk::new();
    let mut text = "A very long list\n".to_owned();
    let mut n = 0;
    while text.len() < 3 << 20 {
        n += 1;
        let _ = writeln!(
            text,
            "\nStep {n} leads from landing {} to landing {}, where a lamp burns all night.",
            n * 3,
            n * 3 + 3
        );
    }
    desk.put("steps.txt", text);
    let terminal = reader(&desk, "steps.txt", "Step 1 leads");
    terminal.wait("the whole text", |t| {
        t.keys("G");
        t.text().contains(&format!("Step {n} leads"))
    });
    terminal.keys("/Step 29000 \r");
    terminal.wait_text("Step 29000 leads");
    leave(terminal);
    let terminal = reader(&desk, "steps.txt", "continued where you stopped");
    terminal.wait_text("Step 29000 leads");
    assert!(
        !terminal.raw().contains("Step 1 leads"),
        "no flash of the beginning"
    );
    leave(terminal);
}

#[test]
fn the_library_lists_what_was_read_and_continues_it() {
    let desk = desk();
    read_half(&desk);
    leave(reader(&desk, "library.txt", "Lindow"));
    let terminal = reader(&desk, "", "Library");
    terminal.wait_text("The long list of chairs");
    terminal.wait_text("The built-in article");
    terminal.keys("chairs");
    terminal.wait_text("1 of 4");
    terminal.keys("\r");
    terminal.wait_text("Chair 180 of");
    terminal.wait_text("continued where you stopped");
    terminal.keys("L");
    terminal.wait_text("Library");
    terminal.keys("tutorial\r");
    terminal.wait("the tutorial", |t| {
        !t.text().contains("Library") && !t.text().contains("Chair")
    });
    leave(terminal);
}

#[test]
fn without_a_history_it_is_the_built_in_article() {
    let desk = Desk::new();
    let terminal = reader(&desk, "", "Washington and Baghdad");
    terminal.keys("G");
    leave(terminal);
    // The articles that the program brings along make no library.
    let terminal = reader(&desk, "", "continued where you stopped");
    leave(terminal);
}

#[test]
fn what_is_forgotten_in_the_library_is_gone() {
    let desk = desk();
    read_half(&desk);
    let terminal = reader(&desk, "", "The long list of chairs");
    terminal.keys("\u{18}");
    terminal.wait_text("Forget it?");
    terminal.keys("n\u{18}");
    terminal.wait_text("Forget it?");
    terminal.keys("\u{18}");
    terminal.wait_text("forgotten");
    assert!(!terminal.text().contains("chairs"));
    terminal.keys("\u{1b}");
    terminal.wait_text("Washington and Baghdad");
    leave(terminal);
    assert!(!desk.run("history").printed().contains("chairs"));
}

#[test]
fn the_history_is_printed_and_forgotten() {
    let desk = desk();
    assert_eq!(desk.run("history").printed(), "");
    read_half(&desk);
    leave(reader(&desk, "library.txt", "Lindow"));
    let table = desk.run("history").printed();
    let rows: Vec<&str> = table.lines().collect();
    assert!(rows[0].starts_with("when"), "{table}");
    assert!(
        rows[1].contains("library.txt") && rows[2].contains("long.txt"),
        "{table}"
    );
    let json: serde_json::Value =
        serde_json::from_str(&desk.run("history --format json").printed()).unwrap();
    assert_eq!(json["articles"][1]["title"], "The long list of chairs");
    assert_eq!(desk.run("history --forget long.txt").printed(), "");
    let again = desk.run("history --forget long.txt");
    assert_eq!(again.code, Some(1));
    assert!(again.err.contains("is not in the history"), "{}", again.err);
    let unsure = desk.run("history --forget-all");
    assert_eq!(unsure.code, Some(1));
    assert!(unsure.err.contains("--yes"), "{}", unsure.err);
    assert_eq!(desk.run("history --forget-all --yes").printed(), "");
    assert_eq!(desk.run("history").printed(), "");
}
