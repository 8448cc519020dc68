//! The plan of the house, checked: who may import whom, what only some may touch, and how files are kept.
//!
//! Reads `src/**/*.rs` as text, without comments and strings. A `crate::a::b` path, a `use crate::{…}` tree and a
//! `super::` that reaches the root all count as an edge to the module they name.

mod source;

use std::collections::BTreeSet;

use source::{File, files};

/// The floor of each module. A module imports strictly lower floors only, so siblings never meet.
const FLOORS: &[(u8, &[&str])] = &[
    (0, &["text"]),
    (1, &["document", "command"]),
    (2, &["import", "facts", "layout"]),
    (3, &["index"]),
    (4, &["article", "store"]),
    (5, &["export", "ui"]),
    (6, &["app", "config"]),
    (7, &["cli"]),
    (8, &["main", "lib", "bin"]),
];

/// What only some modules may know; their tests are free to.
const KNOWN_ONLY_TO: &[(&str, &[&str])] = &[
    ("ratatui", &["ui", "layout::measure", "app"]),
    (
        "crossterm",
        &[
            "command::key",
            "command::keymap",
            "app",
            "cli::surroundings",
        ],
    ),
    ("clap", &["cli", "bin"]),
    ("std::fs", &["import::source", "store", "app", "cli", "bin"]),
    ("std::env", &["store", "app", "cli", "bin"]),
    ("std::process", &["app", "cli", "main", "bin"]),
    ("std::time::Instant", &["app", "cli", "bin"]),
    ("std::time::SystemTime", &["store", "app", "cli", "bin"]),
];

/// The longest file without a reason in its head, in lines.
const CEILING: usize = 400;

/// The floor of a module; none for one that the plan does not have.
fn floor(module: &str) -> Option<u8> {
    let found = FLOORS.iter().find(|(_, modules)| modules.contains(&module));
    found.map(|&(floor, _)| floor)
}

/// Whether `module` is `part` or lies in it.
fn is_in(module: &str, part: &str) -> bool {
    module
        .strip_prefix(part)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// The edges of a file that break the plan, each named.
fn broken_edges(file: &File) -> BTreeSet<String> {
    let from = file.top();
    let mut broken = BTreeSet::new();
    let Some(own) = floor(from) else {
        return [format!("{}: the plan has no floor for `{from}`", file.path)].into();
    };
    for to in file.edges() {
        let allowed = to == from || floor(&to).is_some_and(|floor| floor < own);
        if !allowed {
            broken.insert(format!(
                "{}: {from} (floor {own}) -> {to} (floor {})",
                file.path,
                floor(&to).map_or_else(|| "none".to_owned(), |f| f.to_string())
            ));
        }
    }
    broken
}

#[track_caller]
fn check(problems: impl IntoIterator<Item = String>) {
    let problems: Vec<_> = problems.into_iter().collect();
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn modules_import_lower_floors_only() {
    check(files().iter().flat_map(broken_edges));
}

#[test]
fn terminals_files_and_clocks_are_known_where_the_plan_says() {
    check(files().iter().flat_map(|file| {
        let knows = |(what, who): &&(&str, &[&str])| {
            file.mentions(what) && !who.iter().any(|part| is_in(&file.module, part))
        };
        let strangers = KNOWN_ONLY_TO.iter().filter(knows);
        strangers
            .map(|(what, who)| {
                format!("{} knows {what}: that is for {}", file.path, who.join(", "))
            })
            .collect::<Vec<_>>()
    }));
}

#[test]
fn files_are_short_or_say_why_not() {
    check(files().iter().filter_map(|file| {
        let lines = file.text.lines().count();
        let excused = file.head().contains("Length:");
        (lines > CEILING && !excused).then(|| {
            format!(
                "{}: {lines} lines; split it, or give the reason in its head: `//! Length: …`",
                file.path
            )
        })
    }));
    let mut lengths: Vec<_> = files().iter().map(|f| f.text.lines().count()).collect();
    lengths.sort_unstable();
    assert!(
        lengths[lengths.len() / 2] <= 200,
        "half of the files are longer than 200 lines"
    );
}

#[test]
fn files_begin_with_their_documentation() {
    let files = files();
    let bare = files.iter().filter(|file| file.head().is_empty());
    check(bare.map(|file| format!("{}: no `//!` lines at the top", file.path)));
}

#[test]
fn a_module_is_a_file_beside_its_folder() {
    let files = files();
    let inside = files.iter().filter(|file| file.path.ends_with("mod.rs"));
    check(inside.map(|file| format!("{}: name it after its folder", file.path)));
}

#[test]
fn nothing_stands_at_the_top_that_the_plan_does_not_have() {
    let known = [
        "src",
        "tests",
        "assets",
        "Cargo.toml",
        "Cargo.lock",
        "README.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
    ];
    let ignored: Vec<_> = include_str!("../.gitignore")
        .lines()
        .filter_map(|l| l.strip_prefix('/'))
        .collect();
    let entries = std::fs::read_dir(env!("CARGO_MANIFEST_DIR")).unwrap();
    let names = entries.map(|e| e.unwrap().file_name().into_string().unwrap());
    let is_planned = |n: &str| n.starts_with('.') || known.contains(&n) || ignored.contains(&n);
    check(names.filter(|n| !is_planned(n)));
}

#[test]
fn the_check_itself_sees_every_form_of_an_edge() {
    let edges = |module: &str, text: &str| {
        let file = File::new("x.rs", module, text);
        file.edges().into_iter().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        edges("facts", "use crate::document::Date; // crate::ui"),
        "document"
    );
    assert_eq!(
        edges("cli", "use crate::{export, facts::{Kind, Fact}, import};"),
        "export facts import"
    );
    assert_eq!(
        edges(
            "facts::find",
            "fn f(x: &crate::layout::Row) { \"crate::ui\"; }"
        ),
        "layout"
    );
    assert_eq!(
        edges(
            "facts::find",
            "use super::super::ui::View; use super::merge;"
        ),
        "ui"
    );
    assert_eq!(
        edges("ui", "mod tests { use super::*; use super::super::app; }"),
        "app"
    );
    assert_eq!(
        edges("bin::train", "use crate::own; use nutgraf::facts;"),
        "facts"
    );
    assert_eq!(edges("main", "fn main() { nutgraf::cli::run() }"), "cli");
    let code =
        "use std::{fmt, fs::File}; #[cfg(test)] mod tests { fn f() { ratatui::x() } } fn g() {}";
    let file = File::new("x.rs", "facts", code);
    assert_eq!(
        ["std::fs", "std::env", "ratatui"].map(|what| file.mentions(what)),
        [true, false, false]
    );
    let upward = File::new("src/facts.rs", "facts", "use crate::{layout, text::Span};");
    assert_eq!(
        broken_edges(&upward).into_iter().collect::<Vec<_>>(),
        ["src/facts.rs: facts (floor 2) -> layout (floor 2)"]
    );
}

/// How many cases the rules of the facts have at least: lines `sentence => findings` of tables, and single checks.
const CASES: usize = 400;

#[test]
fn the_rules_of_the_facts_have_their_cases() {
    let mut cases = 0;
    for file in files().iter().filter(|f| f.module.starts_with("facts")) {
        for line in file.text.lines().map(str::trim) {
            // An arm of a match goes on; a line of a table is plain text.
            let row = line.contains(" =>") && !line.ends_with(['{', ',', '(']);
            let call = line.starts_with("check") && line.contains('(') && !line.contains("text");
            cases += usize::from(row || call);
        }
    }
    println!("{cases} cases");
    assert!(cases >= CASES, "only {cases}");
}
