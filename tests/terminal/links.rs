//! Links in a terminal: hyperlinks that the terminal knows, programs that are started, and the way back.

use std::os::unix::fs::PermissionsExt;

use super::Terminal;
use crate::program::Desk;

const LINKED: &str = include_str!("../data/linked.md");

/// A script of that name in the folder of the desk that writes its arguments to `opened`, a line each.
fn opener(desk: &Desk, name: &str) {
    let script = "#!/bin/sh\nprintf '%s\\n' \"$0\" \"$@\" >opened.part && mv opened.part opened\necho noise; echo noise >&2\n";
    let path = desk.put(name, script);
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
}

/// The arguments that the script got.
#[track_caller]
fn opened(terminal: &Terminal, desk: &Desk) -> Vec<String> {
    let path = desk.path().join("opened");
    terminal.wait("the script", |_| path.exists());
    let lines = std::fs::read_to_string(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    lines.lines().skip(1).map(str::to_owned).collect()
}

/// A folder of linked articles and a `PATH` on which the scripts come first.
fn desk() -> (Desk, String) {
    let desk = Desk::new();
    desk.put("linked.md", LINKED);
    desk.put("bridge.md", include_str!("../data/bridge.md"));
    desk.put("ferry.png", b"\x89PNG\r\n\x1a\n and so on");
    opener(&desk, "browser");
    opener(&desk, "xdg-open");
    opener(&desk, "open");
    let path = std::env::var("PATH").unwrap_or_default();
    let path = format!("{}:{path}", desk.path().display());
    (desk, path)
}

#[track_caller]
fn reader(desk: &Desk, path: &str, browser: &str, line: &str) -> Terminal {
    let opened = Terminal::open(100, 40)
        .env("PATH", path)
        .env("BROWSER", browser);
    let terminal = opened.run(desk, line);
    terminal.wait("the reader", Terminal::is_alternate);
    terminal
}

/// What was drawn with a link to each address, in order; and whether the last link was closed.
fn hyperlinks(raw: &str) -> (Vec<(String, String, String)>, bool) {
    let mut links = Vec::new();
    let mut parts = raw.split("\u{1b}]8;");
    parts.next();
    let mut is_open = false;
    for part in parts {
        let (head, words) = part.split_once("\u{1b}\\").expect("a link has an end");
        let (id, uri) = head.split_once(';').unwrap();
        is_open = !uri.is_empty();
        if is_open {
            links.push((id.to_owned(), uri.to_owned(), without_sequences(words)));
        }
    }
    (links, !is_open)
}

/// Text without the sequences for places and colours.
fn without_sequences(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c == '\u{1b}' {
            chars.next();
            chars.by_ref().find(char::is_ascii_alphabetic);
        } else {
            out.push(c);
        }
    }
    out
}

#[test]
fn a_browser_gets_the_address_as_one_word_and_the_screen_stays() {
    let (desk, path) = desk();
    let mut terminal = reader(&desk, &path, "browser --new-tab", "linked.md");
    terminal.wait_text("published the report");
    terminal.keys("oa");
    terminal.wait_text("https://reports.example.org/ferry/2025?part=1#costs");
    terminal.keys("\r");
    let got = opened(&terminal, &desk);
    assert_eq!(
        got,
        [
            "--new-tab",
            "https://reports.example.org/ferry/2025?part=1#costs"
        ]
    );
    terminal.wait_text("opening reports.example.org in the browser");
    assert!(!terminal.text().contains("noise"));
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Some(0));
    assert!(!terminal.raw().contains("noise"));
    terminal.check_restored();
}

#[test]
fn without_a_browser_the_system_opens_it_and_a_failure_is_told() {
    let (desk, path) = desk();
    let terminal = reader(&desk, &path, "no-such-browser", "linked.md");
    terminal.wait_text("published the report");
    terminal.keys("oa\r");
    assert_eq!(opened(&terminal, &desk).len(), 1);
    let failing = desk.put("failing", "#!/bin/sh\nexit 3\n");
    std::fs::set_permissions(failing, std::fs::Permissions::from_mode(0o755)).unwrap();
    let terminal = reader(&desk, &path, "failing", "linked.md");
    terminal.wait_text("published the report");
    terminal.keys("oa\r");
    terminal.wait_text("failing could not open it: it ended with exit status: 3");
}

#[test]
fn a_hostile_address_is_one_harmless_word() {
    let (desk, path) = desk();
    desk.put(
        "hostile.md",
        "# Title\n\nA [link](<https://example.org/?a=$(touch owned)&b=`touch owned`;touch owned>) here, \
         [two](<https://example.org/\u{1b}]8;;x\u{7}\u{9c}\u{1b}\\\\>) there.\n",
    );
    let terminal = reader(&desk, &path, "browser", "hostile.md");
    terminal.wait_text("here");
    terminal.keys("oa\r");
    let got = opened(&terminal, &desk);
    assert_eq!(got.len(), 1, "{got:?}");
    assert!(
        got[0].starts_with("https://example.org/?a=$(touch%20owned)"),
        "{got:?}"
    );
    assert!(!desk.path().join("owned").exists());
    let (links, _) = hyperlinks(&terminal.raw());
    assert!(
        links
            .iter()
            .all(|(_, uri, _)| uri.bytes().all(|b| b.is_ascii_graphic())),
        "{links:?}"
    );
    assert!(links.iter().any(|(_, _, words)| words.contains("two")));
}

#[test]
fn the_terminal_knows_where_links_go_and_a_wrapped_one_is_one() {
    let (desk, path) = desk();
    let mut terminal = reader(&desk, &path, "browser", "linked.md --width 20");
    terminal.wait_text("published");
    terminal.keys("jjkk??q");
    assert_eq!(terminal.wait_exit(), Some(0));
    let (links, closed) = hyperlinks(&terminal.raw());
    assert!(closed);
    let report: Vec<_> = links
        .iter()
        .filter(|(_, uri, _)| uri == "https://reports.example.org/ferry/2025?part=1#costs")
        .collect();
    let words: String = report.iter().map(|link| link.2.as_str()).collect();
    assert!(
        words.contains("publishedthe report"),
        "it is wrapped: {links:?}"
    );
    let id = &report[0].0;
    assert!(
        id.starts_with("id=") && report.iter().all(|link| link.0 == *id),
        "{report:?}"
    );
    for (_, uri, words) in &links {
        assert!(
            uri.starts_with("https://") || uri.starts_with("mailto:"),
            "{uri}"
        );
        assert!(!words.trim().is_empty(), "{uri}: {words:?}");
    }
    // Neither files nor places of the document, nor what is not opened.
    assert!(
        !links
            .iter()
            .any(|(_, _, words)| words.contains("bridge") || words.contains("doubts"))
    );
    terminal.check_restored();
}

#[test]
fn an_unchanged_screen_writes_no_link_again() {
    let (desk, path) = desk();
    let terminal = reader(&desk, &path, "browser", "linked.md");
    terminal.wait_text("published the report");
    terminal.keys("F");
    terminal.wait_text("all facts are marked");
    terminal.wait("the facts", |t| !t.text().contains("looking for facts"));
    terminal.keys("mx");
    terminal.wait_text("mark x is set here");
    let before = terminal.raw().len();
    terminal.keys("my");
    terminal.wait_text("mark y is set here");
    let raw = terminal.raw();
    let new = &raw[before..];
    assert!(!new.contains("\u{1b}]8;"), "{new:?}");
}

#[test]
fn terminals_that_cannot_bear_links_get_none() {
    let (desk, path) = desk();
    for term in ["linux", "vt100"] {
        let opened = Terminal::open(100, 40).env("PATH", &path).env("TERM", term);
        let mut terminal = opened.run(&desk, "linked.md");
        terminal.wait_text("published the report");
        terminal.keys("q");
        assert_eq!(terminal.wait_exit(), Some(0));
        assert!(!terminal.raw().contains("\u{1b}]8;"), "{term}");
    }
}

#[test]
fn a_link_to_a_file_opens_it_at_its_place_and_the_list_of_jumps_leads_back() {
    let (desk, path) = desk();
    let terminal = Terminal::open(100, 16)
        .env("PATH", &path)
        .run(&desk, "linked.md");
    terminal.wait_text("The Lindow Ferry in Numbers");
    terminal.wait_text("/11 facts");
    // The place that was left is the place that is come back to.
    let first = first_row(&terminal);
    terminal.keys("jj");
    terminal.wait("another row", |t| {
        first_row(t) != first && first_row(t).contains("By Ada Brook")
    });
    let left = first_row(&terminal);
    terminal.keys("o");
    terminal.wait_text("letters follow a link");
    terminal.keys("d");
    terminal.wait("the other article", |t| {
        first_row(t).contains("What It Costs")
    });
    terminal.keys("\u{f}");
    terminal.wait("the first article again", |t| first_row(t) == left);
    terminal.keys("\u{1b}o");
    terminal.wait("the other again", |t| {
        first_row(t).contains("What It Costs")
    });
}

/// The first row of the text, without the panes beside it.
fn first_row(terminal: &Terminal) -> String {
    let text = terminal.text();
    let row = text.lines().nth(1).unwrap_or_default().to_owned();
    let row = row.split('│').nth(1).unwrap_or_default().trim();
    // The sign of a fact that begins there comes later than the text.
    row.trim_start_matches(|c: char| !c.is_alphanumeric())
        .to_owned()
}

#[test]
fn pictures_go_to_the_viewer_and_what_is_none_does_not() {
    let (desk, path) = desk();
    desk.put("evil.png", "#!/bin/sh\ntouch owned\n");
    desk.put(
        "pictures.md",
        "# Pictures\n\n![A ferry](ferry.png)\n\n![Not one](evil.png)\n\n![Gone](gone.png)\n",
    );
    let terminal = reader(&desk, &path, "browser", "pictures.md");
    terminal.wait_text("A ferry");
    terminal.keys("oa");
    let got = opened(&terminal, &desk);
    assert!(
        got.len() == 1 && got[0].ends_with("/ferry.png") && got[0].starts_with('/'),
        "{got:?}"
    );
    terminal.wait_text("opening ferry.png");
    terminal.keys("os");
    terminal.wait_text("evil.png: is not a picture that can be shown");
    terminal.keys("od");
    terminal.wait_text("gone.png: there is no such file");
}

#[test]
fn links_to_folders_and_pipes_are_refused() {
    let (desk, path) = desk();
    std::fs::create_dir(desk.path().join("folder")).unwrap();
    let made = std::process::Command::new("mkfifo")
        .arg(desk.path().join("pipe"))
        .status();
    assert!(made.unwrap().success());
    desk.put(
        "odd.md",
        "# Odd\n\n[folder](folder) and [pipe](pipe) and [gone](gone.md)\n",
    );
    let terminal = reader(&desk, &path, "browser", "odd.md");
    terminal.wait_text("folder and pipe");
    terminal.keys("oa");
    terminal.wait_text("folder: is a folder, not an article");
    terminal.keys("os");
    terminal.wait_text("pipe: is not a file");
    terminal.keys("od");
    terminal.wait_text("gone.md: there is no such file");
}

#[test]
fn a_place_behind_the_name_of_a_file_is_gone_to() {
    let (desk, path) = desk();
    for line in [
        "bridge.md:26",
        "bridge.md:26:4",
        "+26 bridge.md",
        "--line 26 bridge.md",
    ] {
        let mut terminal = reader(&desk, &path, "browser", line);
        terminal.wait_text("Lindow");
        let row = first_row(&terminal);
        terminal.keys("26G");
        terminal.keys("q");
        assert_eq!(terminal.wait_exit(), Some(0));
        assert!(
            !row.is_empty() && !row.contains("A Bridge for Lindow"),
            "{line}: {row}"
        );
    }
}

#[test]
fn a_page_of_the_manual_that_is_piped_in_reads_well() {
    let (desk, path) = desk();
    desk.put("page", "N\u{8}NA\u{8}AM\u{8}ME\u{8}E\n       \u{1b}[1mferry\u{1b}[0m - cross the _\u{8}r_\u{8}i_\u{8}v_\u{8}e_\u{8}r\n");
    let opened = Terminal::open(100, 20).env("PATH", &path);
    let terminal = opened.shell(&desk, "cat page | \"$NUTGRAF\"");
    terminal.wait_text("ferry - cross the river");
    assert!(terminal.text().contains("NAME"), "{}", terminal.text());
}
