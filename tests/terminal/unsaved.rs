//! What cannot be saved is not lost: it is put aside, comes back, and is printed when all else fails.

use super::Terminal;
use super::remembering::{desk, leave, reader};
use crate::program::Desk;

/// A terminal in which files that are put aside go to a folder of the desk.
fn with_temp(desk: &Desk) -> super::pty::Opened {
    let temp = desk.path().join("temp");
    std::fs::create_dir_all(&temp).unwrap();
    Terminal::open(80, 24).env("TMPDIR", temp.to_str().unwrap())
}

/// How many files lie in that folder; one that is still being made counts as many.
fn set_aside(desk: &Desk) -> usize {
    let files = std::fs::read_dir(desk.path().join("temp")).unwrap();
    let weight = |path: &std::path::Path| {
        let is_whole = path.extension().is_some_and(|end| end == "db");
        if is_whole { 1 } else { 9 }
    };
    files.map(|file| weight(&file.unwrap().path())).sum()
}

/// Writes a note where nothing can be remembered.
#[track_caller]
fn note_in_vain(desk: &Desk) -> Terminal {
    desk.put("data", "a file where the folder should be");
    let terminal = with_temp(desk).run(desk, "long.txt");
    terminal.wait_text("not remembered");
    terminal.keys("/Chair 180 \ra");
    terminal.wait_text("note:");
    terminal.keys("four legs or five?\r");
    terminal.wait_text("the note is written");
    terminal.wait("a file put aside", |_| set_aside(desk) == 1);
    terminal
}

/// Reads on where it can be remembered again: the note is back, and in the database.
#[track_caller]
fn the_note_is_back(desk: &Desk) {
    std::fs::remove_file(desk.path().join("data")).unwrap();
    let terminal = with_temp(desk).run(desk, "long.txt");
    terminal.wait_text("what could not be saved last time is saved now");
    terminal.keys(";");
    terminal.wait_text("four legs or five?");
    leave(terminal);
    assert_eq!(set_aside(desk), 0);
    let printed = desk.run("notes long.txt").printed();
    assert_eq!(
        printed.matches("four legs or five?").count(),
        1,
        "{printed}"
    );
}

#[test]
fn a_note_that_cannot_be_saved_is_put_aside_and_comes_back() {
    let desk = desk();
    let mut terminal = note_in_vain(&desk);
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(1));
    terminal.check_restored();
    let raw = terminal.raw();
    assert!(raw.contains("what you noted is kept in"), "{raw}");
    the_note_is_back(&desk);
}

#[test]
#[cfg(unix)]
fn neither_a_hangup_nor_a_kill_takes_a_note_that_could_not_be_saved() {
    for signal in ["HUP", "KILL"] {
        let desk = desk();
        let mut terminal = note_in_vain(&desk);
        terminal.signal(signal);
        terminal.wait_exit();
        the_note_is_back(&desk);
    }
}

#[test]
fn notes_are_printed_that_no_session_could_save() {
    let desk = desk();
    let mut terminal = note_in_vain(&desk);
    terminal.keys("q");
    terminal.wait_exit();
    std::fs::remove_file(desk.path().join("data")).unwrap();
    let ran = desk
        .command("notes long.txt")
        .env("TMPDIR", desk.path().join("temp"))
        .output()
        .unwrap();
    let out = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(out.contains("four legs or five?"), "{out}");
}

#[test]
fn in_plain_lines_it_is_the_same() {
    let desk = desk();
    desk.put("data", "a file where the folder should be");
    let temp = desk.path().join("temp");
    std::fs::create_dir(&temp).unwrap();
    let said = |typed: &str| {
        desk.put("typed", typed);
        let ran = desk
            .command("--linear long.txt")
            .env("TMPDIR", &temp)
            .stdin(std::fs::File::open(desk.path().join("typed")).unwrap())
            .output()
            .unwrap();
        let [out, err] = [ran.stdout, ran.stderr].map(|b| String::from_utf8(b).unwrap());
        (out, err)
    };
    let (out, err) = said("2\nnote four legs or five?\nq\n");
    assert!(out.contains("Not remembered: "), "{out}");
    assert!(err.contains("what you noted is kept in"), "{err}");
    assert_eq!(set_aside(&desk), 1);
    std::fs::remove_file(desk.path().join("data")).unwrap();
    let (out, err) = said("notes\nq\n");
    assert!(
        out.contains("What could not be saved last time is saved now"),
        "{out}"
    );
    assert!(out.contains("four legs or five?"), "{out}");
    assert_eq!((err.as_str(), set_aside(&desk)), ("", 0));
}

#[test]
#[cfg(unix)]
fn on_a_full_disk_a_note_is_at_least_printed() {
    let desk = desk();
    let line = "trap '' XFSZ; ulimit -f 0; exec \"$NUTGRAF\" long.txt";
    let mut terminal = with_temp(&desk).shell(&desk, line);
    terminal.wait_text("not remembered");
    terminal.keys("/Chair 180 \ra");
    terminal.wait_text("note:");
    terminal.keys("four legs or five?\r");
    terminal.wait_text("the note is written");
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(1));
    let raw = terminal.raw();
    let told = raw.rsplit("could not be saved:").next().unwrap();
    assert!(told.contains("four legs or five?"), "{raw}");
    assert_eq!(set_aside(&desk), 0, "nothing half-written is left");
}

#[test]
#[cfg(unix)]
fn a_signal_in_the_middle_of_a_note_keeps_what_was_typed_of_it() {
    let desk = desk();
    let mut terminal = reader(&desk, "long.txt", "Chair 1 of");
    terminal.wait("the document in the database", |_| {
        desk.run("history").out.contains("list of chairs")
    });
    terminal.keys("/Chair 180 \rafour legs or");
    terminal.wait_text("note: four legs or");
    terminal.signal("HUP");
    terminal.wait_exit();
    let printed = desk.run("notes long.txt").printed();
    assert!(printed.contains("four legs or"), "{printed}");
}

/// Writes a note about the 180th chair, and leaves.
#[track_caller]
fn note_it(desk: &Desk) {
    let terminal = reader(desk, "long.txt", "Chair 1 of");
    terminal.keys("/Chair 180 \ra");
    terminal.wait_text("note:");
    terminal.keys("four legs or five?\r");
    terminal.wait_text("the note is written");
    leave(terminal);
    assert!(desk.run("notes long.txt").printed().contains("four legs"));
}

#[test]
fn a_note_that_was_deleted_in_vain_is_deleted_at_the_next_start() {
    let desk = desk();
    note_it(&desk);
    let database = desk.path().join("data/history.db");
    let mut terminal = with_temp(&desk).run(&desk, "long.txt");
    terminal.wait_text("continued where you stopped");
    // Another program has the database and does not let go.
    let other = rusqlite::Connection::open(&database).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    terminal.keys(";x");
    terminal.wait_text("note deleted");
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(1));
    let raw = terminal.raw();
    assert!(raw.contains("in use by another program"), "{raw}");
    assert!(raw.contains("is kept in"), "{raw}");
    other.execute_batch("ROLLBACK").unwrap();
    drop(other);
    let terminal = with_temp(&desk).run(&desk, "long.txt");
    terminal.wait_text("what could not be saved last time is saved now");
    terminal.keys(";");
    terminal.wait_text("no notes yet");
    leave(terminal);
    let printed = desk.run("notes long.txt");
    assert!(!printed.out.contains("four legs"), "{}", printed.out);
}

#[test]
fn an_article_that_could_not_be_forgotten_is_not_said_to_be() {
    let desk = desk();
    leave(reader(&desk, "long.txt", "Chair 1 of"));
    let terminal = reader(&desk, "", "Library");
    terminal.wait_text("The long list of chairs");
    let other = rusqlite::Connection::open(desk.path().join("data/history.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    terminal.keys("\u{18}\u{18}");
    terminal.wait_text("not forgotten: history.db is in use by another program");
    other.execute_batch("ROLLBACK").unwrap();
    drop(other);
    assert!(desk.run("history").out.contains("list of chairs"));
}
