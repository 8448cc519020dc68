//! What a configuration says, and what is said of one that is wrong.

use super::*;
use crate::command::Command;
use crate::layout::{Alignment, Hyphens, Paragraphs};

/// The problems of a configuration, a line each.
fn problems(text: &str) -> Vec<String> {
    let (_, problems) = Config::read(text);
    problems.iter().map(ToString::to_string).collect()
}

#[track_caller]
fn check(text: &str, expect: &[&str]) {
    assert_eq!(problems(text), expect, "{text}");
}

#[track_caller]
fn keys(text: &str, command: Command) -> Vec<String> {
    let (config, problems) = Config::read(text);
    let wrong = problems.iter().find(|p| p.weight == Weight::Error);
    assert_eq!(wrong, None, "{text}");
    config.keymap.keys_of(command).collect()
}

#[test]
fn nothing_said_is_the_defaults() {
    for text in ["", "# nothing\n", "\n\n[keys]\n"] {
        assert_eq!(Config::read(text), (Config::default(), Vec::new()));
    }
}

#[test]
fn the_printed_configuration_reads_back_to_the_defaults_and_names_everything() {
    let printed = commented();
    assert_eq!(Config::read(&printed), (Config::default(), Vec::new()));
    for setting in SETTINGS {
        assert!(printed.contains(&format!("\n{} = ", setting.name)));
    }
    for entry in crate::command::TABLE {
        assert!(
            printed.contains(&format!("\n{} = ", entry.name)),
            "{}",
            entry.name
        );
    }
    assert!(
        printed.lines().all(|line| line.chars().count() <= 120),
        "{printed}"
    );
}

#[test]
fn every_setting_is_read() {
    let text = r#"
        theme = "paper"
        theme-light = "paper"
        theme-dark = "night"
        width = 90
        panes = ["facts"]
        density = "all"
        order = "importance"
        ascii = true
        justify = true
        hyphenate = true
        indent = true
        columns = 2
        skim = true
        bidi = "off"
        mouse = false
        editor = " vim -R "
        browser = "firefox"
        store = false
        linear = true
        chord-timeout = 0
        [keys]
        quit = "Q"
    "#;
    let (config, problems) = Config::read(text);
    assert_eq!(problems, []);
    let expect = Config {
        theme: ThemeName::PAPER,
        theme_light: ThemeName::PAPER,
        theme_dark: ThemeName::NIGHT,
        width: 90,
        panes: Panes {
            sections: false,
            facts: true,
            ..View::default().panes
        },
        density: Density::All,
        order: Order::Importance,
        glyphs: Glyphs::Ascii,
        typography: Typography {
            paragraphs: Paragraphs::Indented,
            alignment: Alignment::Justified,
            hyphens: Hyphens::English,
        },
        columns: Columns::Two,
        skim: true,
        bidi: Bidi::Off,
        mouse: false,
        editor: Some("vim -R".into()),
        browser: Some("firefox".into()),
        chord_ms: 0,
        store: false,
        linear: true,
        keymap: config.keymap.clone(),
    };
    assert_eq!(config, expect);
    let said = SETTINGS
        .iter()
        .filter(|s| text.contains(&format!("        {} = ", s.name)));
    assert_eq!(
        said.count(),
        SETTINGS.len(),
        "a setting that this test does not know"
    );
    assert_eq!(config.keymap.key_of(Command::Quit), "Q");
}

#[test]
fn what_is_wrong_is_said_with_its_line_and_what_was_meant() {
    check(
        "width = 80\nthene = \"dark\"\n",
        &["2: there is no setting `thene`; did you mean `theme`?"],
    );
    check(
        "\n\nfrobnicate = 1",
        &[
            "3: there is no setting `frobnicate`; `nutgraf config --print-default` lists all settings",
        ],
    );
    check(
        "quit = \"q\"",
        &["1: `quit` is a command: its keys stand under a line [keys]"],
    );
    check("width = 10", &["1: width: must be a number from 20 to 200"]);
    check(
        "width = \"72\"",
        &["1: width: must be a number from 20 to 200"],
    );
    check(
        "order = \"rank\"",
        &["1: order: must be one of \"reading\", \"importance\", \"kind\""],
    );
    check(
        "density = \"kye\"",
        &["1: density: must be one of \"key\", \"all\", \"none\"; did you mean \"key\"?"],
    );
    check(
        "ascii = \"yes\"",
        &["1: ascii: must be true or false, without quotation marks"],
    );
    check(
        "keys = 3",
        &["1: must be a table: write a line [keys] and the bindings under it"],
    );
    let (_, problems) = Config::read("width = 80\ntheme = dark\n");
    assert_eq!((problems.len(), problems[0].line), (1, 2));
    assert!(problems[0].sentence.starts_with("this is not TOML: "));
}

#[test]
fn all_that_is_wrong_is_said_and_the_rest_holds() {
    let (config, problems) = Config::read("width = 1\norder = \"kind\"\nascii = 7\n");
    let lines: Vec<_> = problems.iter().map(|p| p.line).collect();
    assert_eq!(lines, [1, 3]);
    assert_eq!((config.order, config.width), (Order::Kind, 72));
}

#[test]
fn keys_are_merged_with_those_of_the_table() {
    let text = "[keys]\nnext-fact = [\"C-j\", \"g n\"]\ntop = \"g g\"\ntheme = []\n";
    assert_eq!(keys(text, Command::NextFact), ["C-j", "g n"]);
    assert_eq!(keys(text, Command::Top), ["g g"]);
    assert_eq!(keys(text, Command::Theme), [""; 0]);
    assert_eq!(keys(text, Command::PreviousFact), ["K"]);
}

#[test]
fn a_key_that_is_given_is_taken_from_the_command_that_had_it() {
    let text = "[keys]\nquit = [\"x\", \"q\"]\n";
    assert_eq!(keys(text, Command::Quit), ["x", "q"]);
    assert_eq!(keys(text, Command::Dismiss), ["Del"]);
    check(
        text,
        &["2: note: `x` was a key of dismiss-fact, which keeps Del"],
    );
    check(
        "[keys]\nnext-section = \"s s\"\n",
        &["2: note: `s` was a key of order-facts, which has no key now"],
    );
    // Those that change places are both named, and nothing is to be noted.
    check("[keys]\ndown = \"k\"\nup = \"j\"\n", &[]);
}

#[test]
fn contradictions_are_told_where_they_stand_second() {
    check(
        "[keys]\ndown = \"w\"\nup = [\"Up\", \"w\"]\n",
        &["3: `w` is already down (line 2): a key says one thing"],
    );
    check(
        "[keys]\ndown = [\"w\", \"w\"]\n",
        &["2: `w` stands twice at down"],
    );
    check(
        "[keys]\ntop = \"g\"\nnext-section = \"g s\"\n",
        &["3: `g s` can never be typed: `g` is already top (line 2)"],
    );
    check(
        "[keys]\nnext-section = \"g s\"\ntop = \"g\"\n",
        &["3: `g` begins `g s`, which is next-section (line 2)"],
    );
    check(
        "[keys]\nmark = \"m\"\ntheme = \"m t\"\n",
        &["3: `m t` can never be typed: `m` is already mark (line 2)"],
    );
    check(
        "[keys]\ntheme = \"1 t\"\n",
        &["2: theme: \"1 t\" can never be typed: a digit before other keys is a count"],
    );
    check(
        "[keys]\ntheme = \"t Esc\"\n",
        &["2: theme: \"t Esc\" can never be typed: Esc gives an incomplete sequence up"],
    );
    check(
        "[keys]\nquit = []\n",
        &["2: quit has no key: without one nobody can leave"],
    );
    check(
        "[keys]\ndown = [\"q\", \"C-c\"]\n",
        &["2: quit has no key: without one nobody can leave"],
    );
}

#[test]
fn with_a_contradiction_the_keys_of_the_table_hold() {
    let (config, _) = Config::read("[keys]\ndown = \"w\"\nup = \"w\"\n");
    assert_eq!(config.keymap, Keymap::default());
}

#[test]
fn wrong_names_of_keys_and_commands_are_told() {
    check(
        "[keys]\nnext_fact = \"w\"\n",
        &["2: there is no command `next_fact`; did you mean `next-fact`?"],
    );
    check(
        "[keys]\n\"w\" = \"quit\"\n",
        &["2: the command stands first: write quit = \"w\""],
    );
    check(
        "[keys]\ntop = \"gg\"\n",
        &["2: top: \"gg\" is no key; a sequence is written with spaces: \"g g\""],
    );
    check(
        "[keys]\ntop = \"Hyper-x\"\n",
        &["2: top: \"Hyper-x\" is no key; keys are written as j, C-d, A-x, Enter, PgDn, F1"],
    );
    check(
        "[keys]\ntop = \"\"\n",
        &["2: top: no key is named; [] unbinds a command, \"Space\" is the space bar"],
    );
    check(
        "[keys]\ntop = 1\n",
        &["2: top: must stand in quotation marks"],
    );
}

#[test]
fn keys_are_read_as_people_write_them() {
    for (written, read) in [
        ("Ctrl-D", "C-d"),
        ("ctrl+d", "C-d"),
        ("<C-d>", "C-d"),
        ("M-x", "A-x"),
        ("alt-Enter", "A-Enter"),
        ("enter", "Enter"),
        ("Return", "Enter"),
        ("ESC", "Esc"),
        ("shift-tab", "S-Tab"),
        ("pagedown", "PgDn"),
        ("f5", "F5"),
        ("<", "<"),
        ("+", "+"),
        ("C--", "C--"),
        ("é", "é"),
    ] {
        let text = format!("[keys]\nredraw = {written:?}\n");
        assert_eq!(keys(&text, Command::Redraw), [read], "{written}");
    }
}
