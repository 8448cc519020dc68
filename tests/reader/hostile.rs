//! Nothing that a terminal obeys gets from an article, a file name or the clipboard to a cell.

use std::sync::Arc;

use nutgraf::article::Article;
use nutgraf::command::{Code, Key};
use nutgraf::ui::{Depth, Theme, ThemeName};
use ratatui::buffer::Buffer;

use super::{BRIDGE, Stage, article};

/// What a terminal obeys, or what turns the order of characters round: every C0 and C1 control, CSI, OSC, DCS, APC,
/// every bidi control.
pub(crate) fn hostile() -> Vec<String> {
    let controls = (0..=0x1f).chain(0x7f..=0x9f);
    let bidi = (0x200e..=0x200f)
        .chain(0x202a..=0x202e)
        .chain(0x2066..=0x2069);
    let single = controls
        .chain(bidi)
        .chain([0x61c])
        .filter_map(char::from_u32);
    let mut all: Vec<String> = single.map(String::from).collect();
    all.extend(
        [
            "\u{1b}[2J\u{1b}[H",
            "\u{1b}[31m",
            "\u{1b}[?1049l",
            "\u{1b}]0;title\u{7}",
            "\u{1b}]52;c;ZXZpbA==\u{1b}\\",
            "\u{1b}]8;;https://example.org/\u{1b}\\",
            "\u{1b}Pq#0;2;0;0;0\u{1b}\\",
            "\u{1b}_Gf=100;AAAA\u{1b}\\",
            "\u{9b}2J",
            "\u{9d}0;title\u{9c}",
            "\u{90}q\u{9c}",
            "\u{202e}txt.exe\u{202c}",
        ]
        .map(String::from),
    );
    all
}

/// No cell holds a control character or a bidi control.
#[track_caller]
pub(super) fn check(buffer: &Buffer, name: &str) {
    for cell in buffer.content() {
        let bad = cell.symbol().chars().find(|&c| {
            c.is_control()
                || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        });
        assert_eq!(bad, None, "{name}");
    }
}

/// Walks through an article in every pane and every overlay, and looks at each screen.
#[track_caller]
fn walk(stage: &mut Stage, name: &str) {
    for keys in [
        "", "i", "Esc o", "a", "Esc o s", "Esc O", "Esc ?", "Esc :", "Esc F", "s", "s", "s 3", "j",
        "j", "Esc \\", "1 j", "2 /", "a", "Esc z",
    ] {
        stage.keys(keys);
        check(&stage.buffer(Depth::True), &format!("{name}, {keys}"));
    }
    for _ in 0..40 {
        stage.keys("Space l");
        check(&stage.buffer(Depth::None), name);
    }
}

/// Looks at an article at a common size, on every screen.
#[track_caller]
pub(crate) fn look(article: &Arc<Article>, name: &str) {
    walk(&mut Stage::new(article, 120, 30), name);
}

#[test]
fn articles_of_every_format() {
    let bad = hostile().join(" and ");
    let text = format!(
        "A title {bad} here\n\nBy {bad} Ada\n\nThe town of {bad} paid $3,000 to Tom {bad} Hale.\n\n- one {bad}\n- two {bad}\n\nShare this {bad}\n"
    );
    walk(&mut Stage::new(&article("a.txt", &text), 120, 30), "text");
    let markdown = format!(
        "---\ntitle: {bad}\nauthor: {bad}\n---\n# A title {bad}\n\nThe town of {bad} paid $3,000. [link {bad}](<x {bad}>) ![alt {bad}](p.png)\n\n- one {bad}\n\n| a {bad} | b |\n|---|---|\n| {bad} | 2 |\n\n```{bad}\ncode {bad}\n```\n\n[^{bad}]: note\n"
    );
    walk(
        &mut Stage::new(&article("a.md", &markdown), 120, 30),
        "Markdown",
    );
    let numbered: Vec<String> = bad
        .chars()
        .map(|c| format!("&#{};", u32::from(c)))
        .collect();
    let numbered = numbered.concat();
    for bad in [&bad, &numbered] {
        let html = format!(
            "<html><head><title>A title {bad}</title><meta name=author content=\"{bad}\"></head><body><article><h1>A title {bad}</h1><p>The town of {bad} paid $3,000 to Tom {bad} Hale, and that is a long story.</p><pre>code {bad}</pre><table><tr><td>{bad}</td><td>2</td></tr></table><img src=p.png alt=\"{bad}\"><ul><li>one {bad}</li></ul></article></body></html>"
        );
        walk(&mut Stage::new(&article("a.html", &html), 120, 30), "HTML");
    }
}

#[test]
fn names_of_files() {
    for bad in hostile() {
        let name = format!("x{bad}y.txt");
        let untitled = article(
            &name,
            "only some words that are no title at all, and go on.",
        );
        let mut stage = Stage::new(&untitled, 80, 10);
        for keys in ["", "i"] {
            stage.keys(keys);
            check(&stage.buffer(Depth::True), &format!("{name:?} {keys}"));
        }
    }
}

#[test]
fn what_is_pasted_typed_and_said() {
    for bad in hostile() {
        for keys in ["/", "/ C-r", "&", ":", "", "?"] {
            let mut stage = Stage::new(&BRIDGE, 100, 30).after(keys);
            stage.reader.paste(&bad);
            stage.reader.paste(&format!("ri{bad}ver"));
            check(
                &stage.buffer(Depth::True),
                &format!("{bad:?} pasted after {keys:?}"),
            );
            stage.keys("Enter");
            check(
                &stage.buffer(Depth::True),
                &format!("{bad:?} entered after {keys:?}"),
            );
        }
        let mut stage = Stage::new(&BRIDGE, 100, 30);
        stage.reader.say(format!("cannot open {bad}"), true);
        check(&stage.buffer(Depth::True), &format!("{bad:?} said"));
        for c in bad.chars() {
            for before in ["", "m", "'", "/", "g"] {
                let mut stage = Stage::new(&BRIDGE, 100, 30).after(before);
                stage.reader.key(Key::plain(Code::Char(c)));
                let buffer = stage.buffer_in(&Theme::new(&ThemeName::NIGHT, Depth::True));
                check(&buffer, &format!("the key {c:?} after {before:?}"));
            }
        }
    }
}
