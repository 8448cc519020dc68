//! What the commands print and how they end.

use std::io::{BufRead, BufReader, Read};
use std::process::Stdio;

use crate::program::{Desk, LIBRARY, snapshot};

#[test]
fn help_reads_like_a_manual() {
    let desk = Desk::new();
    snapshot!("help", desk.run("--help").printed());
    snapshot!("help_facts", desk.run("facts --help").printed());
    snapshot!("help_text", desk.run("text --help").printed());
}

#[test]
fn the_version_is_that_of_the_package() {
    let printed = Desk::new().run("--version").printed();
    assert_eq!(printed, format!("nutgraf {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn wrong_usage_ends_with_2_and_says_what_is_wrong() {
    for (line, says) in [
        ("facts", "<INPUT>"),
        ("facts x --kind colour", "colour"),
        ("facts x --format xml", "xml"),
        ("facts x --top many", "many"),
        (
            "dump x --date tomorrow",
            "write YYYY-MM-DD, such as 2024-01-25",
        ),
        ("--tutorial x", "--tutorial"),
        ("one two", "two"),
    ] {
        let ran = Desk::new().run(line);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{line}");
        assert!(ran.err.contains(says), "{line}: {}", ran.err);
    }
}

#[test]
fn without_a_terminal_the_reader_prints_what_text_prints() {
    let desk = Desk::new();
    desk.put("library.txt", LIBRARY);
    let text = desk.run("text library.txt").printed();
    assert!(text.contains("counted 1,250 visitors on March 3"), "{text}");
    assert_eq!(desk.run("library.txt").printed(), text);
    assert_eq!(desk.run_with("", LIBRARY).printed(), text);
    assert_eq!(desk.run_with("-", LIBRARY).printed(), text);
    assert_eq!(desk.run_with("text -", LIBRARY).printed(), text);
}

#[test]
fn the_tutorial_is_built_in() {
    let printed = Desk::new().run("--tutorial").printed();
    assert!(
        printed.contains("Learn nutgraf by Reading This"),
        "{printed}"
    );
}

#[test]
fn a_reader_that_has_enough_is_no_failure() {
    let desk = Desk::new();
    desk.put("long.txt", LIBRARY.repeat(3000));
    for line in [
        "text long.txt",
        "facts long.txt --format grep",
        "facts long.txt long.txt --format jsonl",
        "dump long.txt",
    ] {
        let mut child = desk
            .command(line)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = String::new();
        let mut pipe = BufReader::new(child.stdout.take().unwrap());
        pipe.by_ref().take(100).read_line(&mut first).unwrap();
        drop(pipe);
        let ended = child.wait_with_output().unwrap();
        let err = String::from_utf8(ended.stderr).unwrap();
        assert_eq!((ended.status.code(), err.as_str()), (Some(0), ""), "{line}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_a_failure() {
    let desk = Desk::new();
    desk.put("library.txt", LIBRARY);
    let full = std::fs::File::create("/dev/full").unwrap();
    let ended = desk
        .command("text library.txt")
        .stdin(Stdio::null())
        .stdout(full)
        .output()
        .unwrap();
    let err = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(1));
    assert!(
        err.starts_with("nutgraf: standard output: cannot be written"),
        "{err}"
    );
    assert_eq!(err.lines().count(), 1, "{err}");
}

#[test]
fn nothing_that_a_terminal_obeys_reaches_the_output() {
    let desk = Desk::new();
    let name = "evil\u{1b}]0;owned\u{7}.txt";
    desk.put(
        name,
        "A \u{1b}[31mred\u{1b}[0m line, 40 men\u{9b}2J and \u{202e}back.\r\nTwo\u{7}.",
    );
    let lines = [
        "text",
        "outline",
        "dump",
        "facts",
        "facts --format grep",
        "facts --format markdown",
        "facts --format csv",
        "facts --format jsonl",
        "text --format markdown",
    ];
    for line in lines {
        for missing in ["", "gone"] {
            let ran = desk.run(&format!("{line} '{name}{missing}'"));
            for c in (ran.out + &ran.err).chars() {
                let harmless =
                    !c.is_control() || matches!(c, '\n' | '\r') && !matches!(c, '\u{202e}');
                assert!(harmless, "{line} printed {c:?}");
            }
        }
    }
}
