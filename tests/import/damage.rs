//! Input that is cut off, corrupt or hostile: a document or one clear line, and never a panic.

use std::time::{Duration, Instant};

use nutgraf::import::{InputKind, Request, import};

use super::picture::sound;
use super::{books, inputs};

/// Imports anything as a kind, in time.
#[track_caller]
fn survive(bytes: &[u8], kind: InputKind) {
    let start = Instant::now();
    let request = Request {
        name: "damaged",
        kind: Some(kind),
        ..Request::default()
    };
    match import(bytes, &request) {
        Ok(doc) => sound(&doc),
        Err(error) => assert!(!error.to_string().contains('\n'), "one line: {error}"),
    }
    assert!(start.elapsed() < Duration::from_secs(20), "in time");
}

#[test]
fn files_cut_off_anywhere_give_what_is_left() {
    for (folder, kind) in [("markdown", InputKind::Markdown), ("html", InputKind::Html)] {
        for path in inputs(folder) {
            let bytes = std::fs::read(path).unwrap();
            for end in (0..bytes.len()).step_by(bytes.len() / 23 + 1) {
                survive(&bytes[..end], kind);
            }
        }
    }
    let book = books::small();
    for end in (0..book.len()).step_by(book.len() / 29 + 1) {
        survive(&book[..end], InputKind::Epub);
    }
}

#[test]
fn corrupt_bytes_do_no_harm() {
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = move || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed >> 33).unwrap_or_default()
    };
    let page = std::fs::read(&inputs("html")[0]).unwrap();
    let text = std::fs::read(&inputs("markdown")[0]).unwrap();
    for (bytes, kind) in [
        (page, InputKind::Html),
        (text, InputKind::Markdown),
        (books::small(), InputKind::Epub),
    ] {
        for _ in 0..20 {
            let mut bytes = bytes.clone();
            for _ in 0..12 {
                let at = next() % bytes.len();
                bytes[at] = u8::try_from(next() % 256).unwrap();
            }
            survive(&bytes, kind);
        }
    }
}

#[test]
fn nesting_and_repeats_end_in_time() {
    for (open, times) in [
        ("<div>", 10_000),
        ("<b>", 10_000),
        ("<ul><li>", 5_000),
        ("<table><tr><td>", 2_000),
        ("<blockquote>", 10_000),
        ("<a href=x>", 10_000),
        ("<p>&amp;<i>", 20_000),
        ("<svg><g>", 5_000),
        ("<!--", 10_000),
        ("</b>", 100_000),
    ] {
        survive(open.repeat(times).as_bytes(), InputKind::Html);
    }
    for mark in [
        "> ",
        "- ",
        "[",
        "![a](",
        "*a_",
        "`",
        "# ",
        "|",
        "<div>\n\n",
        "[^1]: ",
    ] {
        survive(mark.repeat(10_000).as_bytes(), InputKind::Markdown);
    }
}

/// A feed with one item that holds some text.
fn feed(item: &str) -> String {
    format!(
        "<rss version='2.0'><channel><title>F</title><item><title>{item}</title><description>{item}</description></item></channel></rss>"
    )
}

#[test]
fn feeds_that_are_cut_off_nested_or_full_of_zeros_do_no_harm() {
    let whole = feed("Words &lt;p&gt;and more.");
    for end in 0..whole.len() {
        survive(&whole.as_bytes()[..end], InputKind::Feed);
    }
    for item in [
        "<b>".repeat(10_000),
        "&lt;div&gt;".repeat(10_000),
        "\0".repeat(10_000),
        format!("<a href='{}'>x</a>", "y".repeat(1 << 20)),
        "]]>&amp;&#0;&#27;[31m".to_owned(),
    ] {
        survive(feed(&item).as_bytes(), InputKind::Feed);
    }
    survive(
        "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":"
            .repeat(5000)
            .as_bytes(),
        InputKind::Feed,
    );
    survive("[".repeat(100_000).as_bytes(), InputKind::Feed);
}

#[test]
fn attributes_and_lines_without_end_are_read_in_time() {
    let long = "y".repeat(8 << 20);
    survive(
        format!("<p title='{long}'>x</p><img src=data:{long}>").as_bytes(),
        InputKind::Html,
    );
    survive(
        format!("<p {}>x", "a ".repeat(1 << 20)).as_bytes(),
        InputKind::Html,
    );
    survive(
        format!("[x]({long}) ![y]({long} \"{long}\")").as_bytes(),
        InputKind::Markdown,
    );
    for kind in [InputKind::Text, InputKind::Markdown, InputKind::Html] {
        survive(&vec![0; 1 << 20], kind);
        survive(&b"a\0b ".repeat(1 << 18), kind);
    }
}

#[test]
fn tables_lines_headings_and_links_without_end_are_read_in_time() {
    use InputKind::{Html, Markdown, Text};
    let cells = 200_000;
    let table = format!("|{0}\n|{1}\n|{0}\n", "a|".repeat(cells), "-|".repeat(cells));
    survive(table.as_bytes(), Markdown);
    survive(
        format!("<table><tr>{}", "<td>a".repeat(cells)).as_bytes(),
        Html,
    );
    survive("a\t".repeat(1_000_000).as_bytes(), Text);
    let line = "Some words that go on and on. ".repeat(350_000);
    for kind in [Text, Markdown, Html] {
        survive(line.as_bytes(), kind);
    }
    let (mut heads, mut titles, mut links) = (String::new(), String::new(), String::new());
    for n in 0..100_000 {
        use std::fmt::Write;
        let _ = write!(heads, "# Heading {n}\n\nWords.\n\n");
        let _ = write!(titles, "<h2>Heading {n}</h2><p>Words.");
        let _ = write!(links, "[a](http://b.example/{n}) [b](#heading-{n}) ");
    }
    survive(heads.as_bytes(), Markdown);
    survive(heads.as_bytes(), Text);
    survive(titles.as_bytes(), Html);
    survive(links.as_bytes(), Markdown);
    let anchor = "<a href=http://b.example/>a</a> ".repeat(1000);
    survive(format!("<p>{anchor}</p>").repeat(100).as_bytes(), Html);
}

#[test]
fn what_is_cut_is_said() {
    let request = |kind| Request {
        name: "page",
        kind: Some(kind),
        ..Request::default()
    };
    for page in ["<div>".repeat(10_000) + "words", "<i>a</i>".repeat(600_000)] {
        let doc = import(page.as_bytes(), &request(InputKind::Html)).unwrap();
        let said = doc.warnings().join(" ");
        assert!(said.contains("too many or nested too deeply"), "{said}");
    }
    let source = import(
        b".TH CAT 1\n.SH NAME\ncat \\- joins files\n",
        &Request::default(),
    )
    .unwrap();
    assert!(source.warnings().join(" ").contains("man -l"));
}

#[test]
fn no_control_passes_from_any_place_of_a_page() {
    let evil = "x\u{1b}[31m\u{202e}\u{9b}2J\u{0}y";
    let page = format!(
        "<title>{evil}</title><meta name=author content='{evil}'><h1>{evil}</h1><p>{evil}<pre>{evil}</pre>\
         <table><tr><th>{evil}<td>{evil}</table><img alt='{evil}' src='{evil}'>"
    );
    survive(page.as_bytes(), InputKind::Html);
    survive(
        format!("# {evil}\n\n`{evil}` [{evil}](<{evil}>)\n").as_bytes(),
        InputKind::Markdown,
    );
}

#[test]
fn what_is_no_text_is_refused_in_one_line() {
    for (bytes, word) in [
        (&b"%PDF-1.7 x"[..], "pdftotext"),
        (b"\x89PNG\r\n", "image"),
        (b"PK\x03\x04 no zip", "damaged"),
    ] {
        let error = import(
            bytes,
            &Request {
                name: "file",
                ..Request::default()
            },
        )
        .unwrap_err()
        .to_string();
        assert!(
            error.starts_with("file: ") && error.contains(word),
            "{error}"
        );
    }
}
