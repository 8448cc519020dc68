//! What terminals do to programs: they close, they stall, they lie about their size, they send anything.

use std::io::Read;

use super::Terminal;
use super::reading::{desk, reader, still_obeys};

#[test]
fn answers_that_nobody_asked_for_are_no_keys() {
    let desk = desk();
    let terminal = reader(&desk, 80, 24, "long.txt");
    for answer in [
        "\u{1b}[?62;22c",
        "\u{1b}[?2026;2$y",
        "\u{1b}[24;80R",
        "\u{1b}]11;rgb:1111/2222/3333\u{1b}\\",
        "\u{1b}]11;rgb:qqqq/qqqq/qqqq\u{7}",
        "\u{1b}P>|qqqq(3)\u{1b}\\",
        "\u{1b}_Gi=1;OKq\u{1b}\\",
        "\u{1b}[8;24;80t",
        "\u{1b}[I",
    ] {
        terminal.keys(answer);
    }
    terminal.keys("/number 77\r");
    terminal.wait_text("Chair number 77 was");
    assert!(
        !terminal.text().contains("not bound"),
        "{}",
        terminal.text()
    );
    still_obeys(terminal);
}

#[test]
fn garbage_is_passed_over() {
    let desk = desk();
    let mut terminal = reader(&desk, 80, 24, "long.txt");
    // Bytes without a pattern, and without the keys that leave, stop, edit or type something.
    let mut state = 1_u32;
    let garbage: Vec<u8> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    })
    .filter(|b| !matches!(b, 0x03 | 0x1a | b'q' | b'e' | b'Q' | b'o' | b'O'))
    .take(100_000)
    .collect();
    terminal.bytes(&garbage);
    // Whatever was opened is closed, whatever was begun is ended.
    terminal.bytes(b"\x1b\\\x1b[201~");
    // Esc, twenty times; the end; leave: as one piece that can be read in one way only.
    terminal.keys(&format!("{}[Fq", "\u{1b}".repeat(21)));
    assert_eq!(terminal.wait_exit(), Some(0));
    terminal.check_restored();
}

#[test]
fn a_paste_of_ten_megabytes_does_nothing_or_is_cut() {
    let desk = desk();
    let terminal = reader(&desk, 80, 24, "long.txt");
    let paste = format!("\u{1b}[200~{}\u{1b}[201~", "quit ".repeat(2 << 20));
    terminal.keys(&paste);
    terminal.keys("/");
    terminal.keys(&paste);
    terminal.wait_text("quit quit");
    terminal.keys("\u{3}");
    terminal.wait("the search closed", |t| !t.text().contains("quit quit"));
    still_obeys(terminal);
}

#[test]
fn ten_thousand_sizes_end_at_the_last() {
    let desk = desk();
    let terminal = reader(&desk, 80, 24, "long.txt");
    for n in 0..10_000_u16 {
        terminal.claim_size(1 + n % 200, 1 + n % 60);
    }
    terminal.resize(80, 24);
    still_obeys(terminal);
}

#[test]
fn a_window_of_no_size_counts_as_the_usual_one() {
    let desk = desk();
    let terminal = reader(&desk, 80, 24, "long.txt");
    terminal.claim_size(0, 0);
    let frames = super::reading::frames(&terminal);
    terminal.keys("\u{c}");
    terminal.wait("the same screen again", |t| {
        super::reading::frames(t) > frames && t.text().contains("Lindow")
    });
    still_obeys(terminal);
}

#[test]
#[cfg(target_os = "linux")]
fn a_terminal_that_takes_nothing_for_a_while_is_waited_for() {
    let desk = desk();
    // A neighbour has made the terminal non-blocking: writes fail when its buffer is full.
    for line in [
        "\"$NUTGRAF\" long.txt",
        "dd if=/dev/null oflag=nonblock 2>/dev/null; \"$NUTGRAF\" long.txt",
    ] {
        let terminal = Terminal::open(200, 60).shell(&desk, line);
        terminal.wait_text("Lindow");
        terminal.hold(true);
        for _ in 0..200 {
            terminal.keys(" bGg");
        }
        terminal.hold(false);
        still_obeys(terminal);
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_stuck_terminal_does_not_keep_a_signal_from_ending_the_reader() {
    let desk = desk();
    let mut terminal = reader(&desk, 200, 60, "long.txt");
    terminal.hold(true);
    for _ in 0..400 {
        terminal.keys(" bGg");
    }
    terminal.signal("TERM");
    // The reader is gone before the terminal takes output again.
    assert_ne!(terminal.wait_exit(), Some(0));
    terminal.hold(false);
}

#[test]
#[cfg(target_os = "linux")]
fn a_terminal_that_closes_ends_the_reader() {
    let desk = desk();
    // With a signal, and, in a session of its own, without one.
    for line in [
        "exec \"$NUTGRAF\" long.txt",
        "exec setsid -w \"$NUTGRAF\" long.txt",
    ] {
        let (pair, mut child) = Terminal::open(80, 24).bare(&desk, line);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let mut seen = Vec::new();
        let mut bytes = [0; 4096];
        while !String::from_utf8_lossy(&seen).contains("Lindow") {
            let len = reader.read(&mut bytes).unwrap();
            seen.extend_from_slice(&bytes[..len]);
        }
        drop(reader);
        drop(pair);
        // It ends by itself; a test that hangs here says that it does not.
        child.wait().unwrap();
    }
}
