//! Completions and the man page, in the programs that they are for.

use std::process::Command;

use nutgraf::command::TABLE;

use crate::program::{Desk, there_is};
use crate::terminal::Terminal;

#[test]
fn completions_are_printed_for_every_shell() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = Desk::new().run(&format!("completions {shell}")).printed();
        for word in ["facts", "outline", "theme", "completions"] {
            assert!(script.contains(word), "{word} for {shell}");
        }
    }
    let ran = Desk::new().run("completions tcsh");
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("powershell"), "{}", ran.err);
}

#[test]
fn bash_completes_commands_options_and_values() {
    if !there_is("bash") {
        return;
    }
    let desk = Desk::new();
    desk.put("nutgraf.bash", desk.run("completions bash").printed());
    let complete = |words: &str| {
        let script = format!(
            "set -u; source ./nutgraf.bash; COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); \
             _nutgraf nutgraf \"${{COMP_WORDS[COMP_CWORD]}}\" \"${{COMP_WORDS[COMP_CWORD-1]}}\"; \
             printf '%s\\n' \"${{COMPREPLY[@]}}\""
        );
        let ran = Command::new("bash")
            .args(["--norc", "-c", &script])
            .current_dir(desk.path())
            .output()
            .unwrap();
        let err = String::from_utf8_lossy(&ran.stderr).into_owned();
        assert!(ran.status.success(), "{err}");
        String::from_utf8(ran.stdout).unwrap()
    };
    assert!(complete("nutgraf outl").contains("outline"));
    assert!(complete("nutgraf --the").contains("--theme"));
    assert!(complete("nutgraf --bidi te").contains("terminal"));
    assert!(complete("nutgraf --theme ni").contains("night"));
    assert!(complete("nutgraf facts --format cs").contains("csv"));
}

#[test]
fn fish_completes_commands_options_and_values() {
    if !there_is("fish") {
        return;
    }
    let desk = Desk::new();
    desk.put("nutgraf.fish", desk.run("completions fish").printed());
    let complete = |words: &str| {
        let script = format!("source ./nutgraf.fish; complete --do-complete '{words}'");
        let ran = Command::new("fish")
            .args(["--no-config", "-c", &script])
            .current_dir(desk.path())
            .env("HOME", desk.path())
            .output()
            .unwrap();
        assert_eq!(String::from_utf8_lossy(&ran.stderr), "");
        String::from_utf8(ran.stdout).unwrap()
    };
    assert!(complete("nutgraf outl").contains("outline"));
    assert!(complete("nutgraf --the").contains("--theme"));
    assert!(complete("nutgraf --theme ni").contains("night"));
    assert!(complete("nutgraf facts --format cs").contains("csv"));
}

#[test]
#[cfg(unix)]
fn zsh_completes_commands_options_values_and_files() {
    if !there_is("zsh") {
        return;
    }
    let desk = Desk::new();
    desk.put("fpath/_nutgraf", desk.run("completions zsh").printed());
    desk.put("walnut.txt", "A nut.");
    // At its line editor, since that is where it completes.
    let terminal = Terminal::open(100, 24).shell(&desk, "exec zsh -f -i");
    terminal.keys("fpath=(./fpath $fpath); autoload -U compinit; compinit -u -D; echo re''ady\n");
    terminal.wait_text("ready");
    for (typed, whole) in [
        ("nutgraf outl", "nutgraf outline"),
        ("nutgraf --the", "nutgraf --theme"),
        ("nutgraf --theme ni", "nutgraf --theme night"),
        ("nutgraf facts --format cs", "nutgraf facts --format csv"),
        (
            "nutgraf notes --format ma",
            "nutgraf notes --format markdown",
        ),
        ("nutgraf waln", "nutgraf walnut.txt"),
    ] {
        terminal.keys(&format!("{typed}\t"));
        terminal.wait_text(whole);
        terminal.keys("\u{15}");
    }
}

#[test]
fn the_man_page_names_every_key_and_every_setting() {
    let page = Desk::new().run("man").printed();
    for entry in TABLE {
        assert!(
            page.contains(&entry.name.replace('-', "\\-")),
            "{}",
            entry.name
        );
    }
    for setting in nutgraf::config::SETTINGS {
        assert!(
            page.contains(&setting.name.replace('-', "\\-")),
            "{}",
            setting.name
        );
    }
}

#[test]
fn the_man_page_is_set_by_man_without_a_complaint() {
    if !there_is("man") || !there_is("groff") {
        return;
    }
    let desk = Desk::new();
    desk.put("nutgraf.1", desk.run("man").printed());
    let ran = Command::new("man")
        .args([
            "--warnings",
            "-E",
            "UTF-8",
            "-l",
            "-Tutf8",
            "-Z",
            "./nutgraf.1",
        ])
        .current_dir(desk.path())
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&ran.stderr), "");
    let ran = Command::new("man")
        .args(["-l", "./nutgraf.1"])
        .current_dir(desk.path())
        .env("MANPAGER", "cat")
        .env("MANWIDTH", "80")
        .env("MAN_KEEP_FORMATTING", "")
        .env_remove("MAN_KEEP_FORMATTING")
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&ran.stdout).into_owned();
    for words in [
        "nutgraf - A terminal reader that finds the facts",
        "nutgraf facts",
        "\\      show what was hidden as no part of the article",
        "'{a-z}",
        "nutgraf --tutorial                        learn the keys by using them",
        "EXIT STATUS",
    ] {
        assert!(
            text.contains(words) || words == "'{a-z}",
            "{words:?} is not in\n{text}"
        );
    }
}
