//! What the README and the tutorial say is true: the output they print is real, the keys they name are bound.

use nutgraf::command::{Entry, TABLE};

use crate::program::words;

const README: &str = include_str!("../README.md");
const TUTORIAL: &str = include_str!("../assets/tutorial.md");

/// The README with the output of its commands as it is now. A block that begins with `<!-- run: COMMAND -->` holds it.
fn rerun() -> String {
    let mut out = String::new();
    let mut rest = README;
    while let Some((before, after)) = rest.split_once("<!-- run: nutgraf ") {
        let (line, block) = after.split_once(" -->").unwrap();
        let end = block.match_indices("\n```").nth(1).unwrap().0;
        let ran = std::process::Command::new(env!("CARGO_BIN_EXE_nutgraf"))
            .args(words(line))
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .unwrap();
        let printed = String::from_utf8(ran.stdout).unwrap();
        for part in [
            before,
            "<!-- run: nutgraf ",
            line,
            " -->\n```text\n$ nutgraf ",
            line,
            "\n",
            &printed,
        ] {
            out.push_str(part);
        }
        rest = &block[end + 1..];
    }
    out + rest
}

#[test]
fn the_output_in_the_readme_is_real() {
    let real = rerun();
    if std::env::var_os("UPDATE_README").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
        std::fs::write(path, &real).unwrap();
        return;
    }
    let told: Vec<_> = README.lines().collect();
    let is: Vec<_> = real.lines().collect();
    let first = told.iter().zip(&is).find(|(a, b)| a != b);
    assert_eq!(
        (told.len(), first),
        (is.len(), None),
        "`UPDATE_README=1 cargo test readme` writes what the commands print now"
    );
}

#[test]
fn the_readme_names_a_key_for_every_command() {
    let (_, keys) = README.split_once("## Keys").unwrap();
    let (keys, _) = keys.split_once("## The command line").unwrap();
    let named = |entry: &&Entry| entry.keys.iter().any(|key| keys.contains(&shown(key)));
    let missing: Vec<_> = TABLE
        .iter()
        .filter(|entry| !named(entry))
        .map(|e| e.name)
        .collect();
    assert!(missing.is_empty(), "no key in the README for {missing:?}");
}

#[test]
fn every_key_in_the_tutorial_is_bound() {
    let bound: Vec<String> = TABLE
        .iter()
        .flat_map(|e| e.keys)
        .map(|key| shown(key))
        .collect();
    for quoted in TUTORIAL.split('`').skip(1).step_by(2) {
        let is_key =
            quoted.chars().count() == 1 || ["Ctrl-", "Alt-"].iter().any(|m| quoted.starts_with(m));
        // A letter after `m` or `'` is the name of a mark.
        let is_mark = quoted == "a";
        assert!(
            !is_key || is_mark || bound.contains(&shown_as_typed(quoted)),
            "`{quoted}` in the tutorial is no key"
        );
    }
}

/// A key of the table as the documents write it.
fn shown(key: &str) -> String {
    match key {
        "Space" | "Tab" | "Enter" | "Esc" | "S-Tab" => format!("`{key}`"),
        _ if key.chars().count() > 2 && !key.contains('-') => key.to_owned(),
        _ => shown_as_typed(key),
    }
}

/// The same for a key that is a sign.
fn shown_as_typed(key: &str) -> String {
    let long = key.replacen("C-", "Ctrl-", 1).replacen("A-", "Alt-", 1);
    format!(
        "`{}`",
        if long.len() > key.len() && key.len() > 2 {
            long
        } else {
            key.to_owned()
        }
    )
}
