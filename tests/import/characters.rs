//! Every character that a terminal obeys or that nobody sees, from every place of every importer: none reaches the
//! model, and none a cell of the screen.

use std::io::Write as _;
use std::sync::Arc;

use nutgraf::article::{Article, Lines, State};
use nutgraf::document::{BlockKind, Document, MarkKind};
use nutgraf::facts;
use nutgraf::import::source::{Given, Input};
use nutgraf::import::{Request, import};

use super::books;
use crate::reader::hostile;

/// What only says how other characters are joined or ordered, or nothing at all.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{180e}' | '\u{2060}'..='\u{2064}' | '\u{206a}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}')
}

fn is_bidi(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// All of them in a row, with words between.
fn all() -> String {
    let invisible = (0..=0xe_00ff_u32)
        .filter_map(char::from_u32)
        .filter(|c| is_invisible(*c))
        .map(String::from);
    let all: Vec<String> = hostile::hostile().into_iter().chain(invisible).collect();
    all.join(" and ")
}

/// Looks for any of them in all strings of a document.
#[track_caller]
fn pure(doc: &Document, name: &str) {
    let mut strings = vec![doc.text().to_owned()];
    let meta = doc.meta();
    strings.extend([meta.title.clone(), meta.source.clone()]);
    strings.extend(
        [&meta.byline, &meta.site, &meta.language]
            .into_iter()
            .flatten()
            .cloned(),
    );
    strings.extend(doc.warnings().iter().cloned());
    for block in doc.blocks() {
        match &block.kind {
            BlockKind::ListItem { marker, .. } => strings.push(marker.clone()),
            BlockKind::Code { language } => strings.extend(language.clone()),
            BlockKind::Image { target, alt, .. } => strings.extend([target.clone(), alt.clone()]),
            BlockKind::Footnote { label } => strings.push(label.clone()),
            _ => {}
        }
    }
    for mark in doc.marks() {
        if let MarkKind::Link(target) = &mark.kind {
            strings.push(target.clone());
        }
    }
    for string in strings {
        let bad = string
            .chars()
            .find(|&c| (c.is_control() && c != '\n' && c != '\t') || is_bidi(c) || is_invisible(c));
        assert_eq!(
            bad,
            None,
            "{name}: {:.200}",
            string.escape_debug().to_string()
        );
    }
}

/// Imports as a file of that name, and looks at the model and at all screens.
#[track_caller]
fn check(name: &str, bytes: &[u8]) {
    let request = Request {
        name,
        folder: Some("a \u{1b}[31m\u{202e}folder"),
        ..Request::default()
    };
    let doc = import(bytes, &request).unwrap_or_else(|error| panic!("{name}: {error}"));
    pure(&doc, name);
    let doc = Arc::new(doc);
    let findings = facts::find(&doc, None);
    let lines = Arc::new(Lines::new(bytes));
    let article = Arc::new(Article::new(doc, findings, lines, State::Complete));
    hostile::look(&article, name);
}

#[test]
fn texts_and_markdown() {
    let bad = all();
    let text = format!(
        "A title {bad}\n\nBy {bad} Ada\n\nThe town of {bad} paid $3,000 to Tom {bad} Hale.\n\n- one {bad}\n\n> {bad}\n\n[1] {bad}\n"
    );
    check("a.txt", text.as_bytes());
    check("a.log", text.as_bytes());
    let markdown = format!(
        "---\ntitle: {bad}\nauthor: {bad}\nlang: {bad}\n---\n# A title {bad}\n\nThe town {bad} paid. [link {bad}](<x {bad}>) ![alt {bad}](<p {bad}.png>)\n\n\
         - one {bad}\n\n| a {bad} | b |\n|---|---|\n| {bad} | 2 |\n\n```{bad}\ncode {bad}\n```\n\n[^n{bad}]: note\n\n<p title=\"{bad}\">{bad}</p>\n\n\
         [![{bad}](https://img.example/badge.svg)](<https://x.example/{bad}>)\n"
    );
    check("a.md", markdown.as_bytes());
    check(
        "README.md",
        format!("{bad}\n\n## Usage\n\n## License\n").as_bytes(),
    );
}

#[test]
fn pages_and_feeds() {
    let bad = all();
    let numbered: Vec<String> = (bad.chars())
        .map(|c| format!("&#{};", u32::from(c)))
        .collect();
    let numbered = numbered.concat();
    for bad in [&bad, &numbered] {
        let page = format!(
            "<html lang=\"{bad}\"><head><title>A title {bad}</title><meta name=author content=\"{bad}\"><meta property=og:site_name content=\"{bad}\">\
             <script type=application/ld+json>{{\"@type\":\"Article\",\"headline\":\"x \\u001b[31m \\u202e y\",\"author\":\"z \\u009b2J\"}}</script></head>\
             <body><article><h1 id=\"{bad}\">A title {bad}</h1><p>The town of {bad} paid $3,000 to Tom {bad} Hale, and that is a long story.</p>\
             <pre class=\"language-{bad}\">code {bad}</pre><table><tr><td>{bad}</td><td>2</td></tr></table><img src=\"p{bad}.png\" alt=\"{bad}\">\
             <img class=math alt=\"x^{{2}} {bad}\"><a href=\"http://x.example/{bad}\">a link</a><ul><li>one {bad}</li></ul>\
             <aside role=doc-footnote id=\"n{bad}\">{bad}</aside></article></body></html>"
        );
        check("a.html", page.as_bytes());
    }
    let escaped: String = numbered.replace("&#0;", "");
    let feed = format!(
        "<rss version='2.0'><channel><title>F {escaped}</title><item><title>{escaped}</title><author>{escaped}</author>\
         <link>http://x.example/{escaped}</link><description>{escaped} words &lt;p title='{escaped}'&gt;{escaped}</description></item></channel></rss>"
    );
    // What XML forbids may make the feed unreadable: then it is refused in one clean line.
    match import(
        feed.as_bytes(),
        &Request {
            name: "a.xml",
            ..Request::default()
        },
    ) {
        Ok(_) => check("a.xml", feed.as_bytes()),
        Err(error) => assert!(!error.to_string().chars().any(char::is_control)),
    }
    let units: Vec<String> = bad
        .replace(['"', '\\'], "")
        .encode_utf16()
        .map(|u| format!("\\u{u:04x}"))
        .collect();
    let json = units.concat();
    let feed = format!(
        "{{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"J {json}\",\"items\":[{{\"id\":\"1\",\"title\":\"{json}\",\"content_text\":\"{json}\"}}]}}"
    );
    check("a.json", feed.as_bytes());
}

#[test]
fn books_mails_and_what_is_printed_for_a_pager() {
    let bad = all();
    check("a.epub", &books::hostile(&bad));
    let one_line = bad.replace(['\n', '\r'], " ");
    let mail = format!(
        "Message-ID: <1@x.example>\nMIME-Version: 1.0\nFrom: \"Ada {one_line}\" <ada@x.example>\nTo: Bo {one_line} <bo@x.example>\n\
         Subject: =?utf-8?B?{}?= {one_line}\nDate: Tue, 05 Mar 2024 08:00:00 +0000\nContent-Type: multipart/mixed; boundary=b\n\n\
         --b\nContent-Type: text/plain; charset=utf-8\n\nWords {bad}\n> quoted {bad}\n--b\nContent-Type: application/pdf\n\
         Content-Disposition: attachment; filename=\"a {one_line}.pdf\"\n\nx\n--b--\n",
        "YRtbMW0K"
    );
    check("a.eml", mail.as_bytes());
    let printed = format!(
        "LS(1)      User Commands      LS(1)\n\nNAME\n       ls - {bad}\n\n       N\u{8}NA\u{8}A {bad}\n"
    );
    check("printed", printed.as_bytes());
    check(
        "a.diff",
        format!("--- a\n+++ b\n@@ -1 +1 @@\n-{bad}\n+{bad}\n").as_bytes(),
    );
}

#[test]
fn names_of_files_and_packed_files() {
    let folder = tempfile::tempdir().unwrap();
    for bad in hostile::hostile() {
        let name: String = bad.chars().filter(|c| !matches!(c, '\0' | '/')).collect();
        let path = folder.path().join(format!("x{name}y.txt"));
        std::fs::write(
            &path,
            "only some words that are no title at all, and go on.",
        )
        .unwrap();
        let source = Input::File(path).read(&Given::default()).unwrap();
        pure(
            &import(&source.bytes, &source.request()).unwrap(),
            "a file name",
        );
    }
    let mut packer = flate2::GzBuilder::new()
        .filename("x\u{1b}[31my.txt")
        .comment("\u{9b}2J")
        .write(Vec::new(), flate2::Compression::fast());
    packer.write_all(all().as_bytes()).unwrap();
    let path = folder.path().join("a.txt.gz");
    std::fs::write(&path, packer.finish().unwrap()).unwrap();
    let source = Input::File(path).read(&Given::default()).unwrap();
    check(&source.name, &source.bytes);
}
