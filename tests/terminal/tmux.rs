//! In a real tmux, where there is one: it starts, obeys, follows the size, copies, and leaves the pane as it found it.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::program::Desk;

use super::reading::desk;

/// A tmux server of our own, with one pane.
struct Tmux<'a> {
    desk: &'a Desk,
}

impl Tmux<'_> {
    /// Starts it; none where there is no tmux.
    fn start(desk: &Desk) -> Option<Tmux<'_>> {
        let tmux = Tmux { desk };
        let version = Command::new("tmux").arg("-V").output().ok()?;
        if !version.status.success() {
            return None;
        }
        desk.put(
            "tmux.conf",
            "set -g default-terminal screen-256color\nset -g set-clipboard on\nset -g status off\n",
        );
        tmux.run(&[
            "-f",
            "tmux.conf",
            "new-session",
            "-d",
            "-x",
            "100",
            "-y",
            "30",
            "sh",
        ]);
        Some(tmux)
    }

    /// Runs a command of tmux; gives what it prints.
    fn run(&self, words: &[&str]) -> String {
        let out = Command::new("tmux")
            .args(["-S", "socket"])
            .args(words)
            .current_dir(self.desk.path())
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("LANG", "C.UTF-8")
            .env("TERM", "xterm-256color")
            .env("PS1", "$ ")
            .env("HOME", self.desk.path())
            .env("NUTGRAF_DATA", self.desk.path().join("data"))
            .output()
            .unwrap();
        String::from_utf8_lossy(&out.stdout).into_owned()
    }

    fn keys(&self, keys: &str) {
        self.run(&["send-keys", "-l", keys]);
    }

    fn screen(&self) -> String {
        self.run(&["capture-pane", "-p"])
    }

    #[track_caller]
    fn wait(&self, what: &str, is_true: impl Fn(&Self) -> bool) {
        let begun = Instant::now();
        while !is_true(self) {
            assert!(
                begun.elapsed() < Duration::from_secs(20),
                "waited in vain for {what}; the pane is\n{}",
                self.screen()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Tmux<'_> {
    fn drop(&mut self) {
        self.run(&["kill-server"]);
    }
}

#[test]
fn it_is_at_home_in_tmux() {
    let desk = desk();
    let Some(tmux) = Tmux::start(&desk) else {
        eprintln!("skipped: there is no tmux here");
        return;
    };
    tmux.keys("echo before\n");
    tmux.wait("the shell", |t| t.screen().contains("\nbefore"));
    let before = tmux.screen();
    tmux.keys(&format!(
        "clear; echo before; {} long.txt\n",
        env!("CARGO_BIN_EXE_nutgraf")
    ));
    tmux.wait("the reader", |t| t.screen().contains("Facts ·"));
    // Colours are those of 256, since tmux says no more.
    let coloured = tmux.run(&["capture-pane", "-p", "-e"]);
    assert!(
        coloured.contains("\u{1b}[38;5;") || coloured.contains("\u{1b}[1m"),
        "{coloured}"
    );
    tmux.keys("G");
    tmux.wait("the end", |t| t.screen().contains("Chair number 200 was"));
    tmux.run(&["resize-window", "-x", "60", "-y", "20"]);
    tmux.wait("one pane", |t| {
        let screen = t.screen();
        !screen.contains("Facts ·") && screen.contains("Chair number 19")
    });
    tmux.run(&["resize-window", "-x", "100", "-y", "30"]);
    tmux.wait("three panes", |t| t.screen().contains("Facts ·"));
    tmux.keys("gFJy");
    tmux.wait("a copy in the buffer of tmux", |t| {
        t.run(&["show-buffer"]).contains("long.txt")
    });
    tmux.keys("q");
    tmux.wait("the shell again", |t| {
        let screen = t.screen();
        !screen.contains("Facts ·") && screen.trim_end().ends_with(['$', '#'])
    });
    let after = tmux.screen();
    assert!(after.starts_with("before"), "{before}{after}");
    assert_eq!(
        tmux.run(&["display-message", "-p", "#{alternate_on}#{mouse_any_flag}"])
            .trim(),
        "00"
    );
    tmux.keys("echo typed $?\n");
    tmux.wait("what is typed then", |t| t.screen().contains("typed 0"));
    assert!(!tmux.screen().contains("[0n"), "{}", tmux.screen());
}

#[test]
fn it_stops_and_goes_on_in_tmux() {
    let desk = desk();
    let Some(tmux) = Tmux::start(&desk) else {
        eprintln!("skipped: there is no tmux here");
        return;
    };
    // A shell with jobs.
    tmux.keys("exec sh -i\n");
    tmux.keys(&format!(
        "{} --no-store long.txt\n",
        env!("CARGO_BIN_EXE_nutgraf")
    ));
    tmux.wait("the reader", |t| t.screen().contains("Facts ·"));
    tmux.keys("/number 150\n");
    tmux.wait("a place", |t| t.screen().contains("Chair number 150"));
    // Also while something is typed.
    tmux.run(&["send-keys", "C-z"]);
    tmux.wait("the shell", |t| {
        let screen = t.screen();
        !screen.contains("Facts ·") && screen.contains("Stopped")
    });
    let modes = "#{alternate_on}#{mouse_any_flag}";
    assert_eq!(tmux.run(&["display-message", "-p", modes]).trim(), "00");
    // The window changes while it is away.
    tmux.run(&["resize-window", "-x", "60", "-y", "20"]);
    tmux.keys("fg\n");
    tmux.wait("the same place in one pane", |t| {
        let screen = t.screen();
        !screen.contains("Facts ·")
            && !screen.contains("Stopped")
            && screen.contains("Chair number 150")
    });
    tmux.run(&["send-keys", "Enter", "q"]);
    tmux.wait("the shell again", |t| !t.screen().contains("Chair number"));
    assert_eq!(tmux.run(&["display-message", "-p", modes]).trim(), "00");
}
