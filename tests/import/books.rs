//! Books, built here file by file.

use std::fmt::Write as _;
use std::io::{Cursor, Write};

use nutgraf::import::{Request, first_part, import};
use zip::write::SimpleFileOptions;

use super::picture::{picture, sound};

const CONTAINER: &str = "<container><rootfiles><rootfile full-path='OEBPS/book.opf' \
    media-type='application/oebps-package+xml'/></rootfiles></container>";
const ONE: &str = "<?xml version='1.0' encoding='utf-8'?><html><head><title/></head><body>\
    <section epub:type='chapter'><h1 id='top'>One</h1><p>The first day was calm.<a epub:type='noteref' href='#n1'>1</a> \
    See <a href='two.xhtml#deep'>later</a>.</p><aside epub:type='footnote' id='n1'><p>By all accounts.</p></aside>\
    </section></body></html>";
const TWO: &str = "<html><body><p class='t'>Two</p><p>The second day was not.</p><h3 id='deep'>Night</h3>\
    <p>It rained &amp; blew.</p><figure><img src='storm.png' alt='Waves'/><figcaption>The storm.</figcaption></figure>\
    </body></html>";
const NAV: &str = "<html><body><nav epub:type='toc'><ol><li><a href='one.xhtml'>One</a></li>\
    <li><a href='two.xhtml'>Two</a></li></ol></nav></body></html>";

/// A zip of named files.
fn pack(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn package(spine: &str) -> String {
    format!(
        "<package xmlns:dc='x'><metadata><dc:title>Two Days</dc:title><dc:creator>Ann Example</dc:creator>\
         <dc:language>en-GB</dc:language><dc:date>2021-03-05</dc:date></metadata><manifest>\
         <item id='a' href='one.xhtml' media-type='application/xhtml+xml'/>\
         <item id='b' href='two.xhtml' media-type='application/xhtml+xml'/>\
         <item id='n' href='nav.xhtml' properties='nav' media-type='application/xhtml+xml'/>\
         </manifest><spine>{spine}</spine></package>"
    )
}

/// A whole small book.
pub(super) fn small() -> Vec<u8> {
    book("<itemref idref='a'/><itemref idref='b'/>", &[])
}

fn book(spine: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let package = package(spine);
    let mut files = vec![
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/book.opf", package.as_str()),
        ("OEBPS/nav.xhtml", NAV),
        ("OEBPS/one.xhtml", ONE),
        ("OEBPS/two.xhtml", TWO),
    ];
    for (name, content) in more {
        files.retain(|(there, _)| there != name);
        if !content.is_empty() {
            files.push((name, content));
        }
    }
    pack(&files)
}

#[track_caller]
fn check(bytes: &[u8], wanted: &str) {
    let doc = import(
        bytes,
        &Request {
            name: "b.epub",
            ..Request::default()
        },
    )
    .unwrap();
    sound(&doc);
    let seen = picture(&doc);
    let seen: Vec<&str> = seen
        .lines()
        .skip_while(|line| !line.is_empty())
        .skip(1)
        .collect();
    let wanted: Vec<&str> = wanted
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    assert_eq!(seen, wanted);
}

const DAY_ONE: &str = "## One
    p The first day was calm.1 See later. [1: => By all] [later: => Night It]
    note(1) By all accounts.";
const DAY_TWO: &str = "## Two
    p The second day was not.
    ### Night
    p It rained & blew.
    image(storm.png, Waves) The storm.";

#[test]
fn a_book_is_read_in_order_with_its_contents_as_outline() {
    check(&small(), &format!("{DAY_ONE}\n{DAY_TWO}"));
    let doc = import(&small(), &Request::default()).unwrap();
    assert_eq!(doc.meta().title, "Two Days");
    assert_eq!(doc.meta().byline.as_deref(), Some("Ann Example"));
    assert_eq!(doc.meta().language.as_deref(), Some("en"));
    assert_eq!(
        doc.meta().published.map(|d| d.to_string()).as_deref(),
        Some("2021-03-05")
    );
}

#[test]
fn files_outside_the_order_come_last() {
    let bytes = book("<itemref idref='a' linear='no'/><itemref idref='b'/>", &[]);
    check(&bytes, &format!("{DAY_TWO}\n{DAY_ONE}"));
}

#[test]
fn broken_books_are_opened() {
    let spine = "<itemref idref='a'/><itemref idref='b'/>";
    let all = format!("{DAY_ONE}\n{DAY_TWO}");
    check(&book(spine, &[("META-INF/container.xml", "")]), &all);
    let ampersand = package(spine).replace("Two Days", "Bed & Breakfast");
    check(&book(spine, &[("OEBPS/book.opf", &ampersand)]), &all);
    check(
        &book(spine, &[("OEBPS/two.xhtml", ""), ("OEBPS/TWO.XHTML", TWO)]),
        &all,
    );
    let without = DAY_TWO
        .replace("## Two\n", "p Two\n")
        .replace("### Night", "## Night");
    check(
        &book(spine, &[("OEBPS/nav.xhtml", "")]),
        &format!("{DAY_ONE}\n{without}"),
    );
}

#[test]
fn a_missing_chapter_is_said() {
    let bytes = book(
        "<itemref idref='a'/><itemref idref='b'/>",
        &[("OEBPS/two.xhtml", "")],
    );
    let doc = import(&bytes, &Request::default()).unwrap();
    assert!(doc.text().contains("first day"));
    assert!(
        doc.warnings()[0].contains("missing"),
        "{:?}",
        doc.warnings()
    );
}

#[test]
fn a_bomb_is_refused_and_the_rest_is_read() {
    let bomb = format!("<html><body><p>{}</p></body></html>", "a".repeat(40 << 20));
    let bytes = book(
        "<itemref idref='a'/><itemref idref='b'/>",
        &[("OEBPS/two.xhtml", &bomb)],
    );
    let doc = import(&bytes, &Request::default()).unwrap();
    assert!(doc.text().len() < 1000);
    assert!(
        doc.warnings().iter().any(|w| w.contains("MiB")),
        "{:?}",
        doc.warnings()
    );
}

#[test]
fn a_locked_book_says_so_and_scrambled_fonts_are_no_lock() {
    let spine = "<itemref idref='a'/><itemref idref='b'/>";
    let entry = |uri| {
        format!(
            "<encryption><EncryptedData><CipherReference URI=\"{uri}\"/></EncryptedData></encryption>"
        )
    };
    let locked = book(
        spine,
        &[("META-INF/encryption.xml", &entry("OEBPS/one.xhtml"))],
    );
    let error = import(
        &locked,
        &Request {
            name: "b.epub",
            ..Request::default()
        },
    )
    .unwrap_err();
    assert!(error.to_string().contains("DRM"), "{error}");
    let fonts = book(
        spine,
        &[("META-INF/encryption.xml", &entry("OEBPS/font.otf"))],
    );
    assert!(import(&fonts, &Request::default()).is_ok());
}

#[test]
fn a_zip_of_something_else_is_refused() {
    for (files, word) in [
        (&[("word/document.xml", "x")][..], "pandoc"),
        (&[("a.txt", "x")], "archive"),
    ] {
        let error = import(&pack(files), &Request::default())
            .unwrap_err()
            .to_string();
        assert!(error.contains(word), "{error}");
    }
}

#[test]
fn the_first_chapters_are_the_beginning_of_the_book() {
    let whole = import(&small(), &Request::default()).unwrap();
    for enough in [0, 1, 20, whole.text().len(), usize::MAX] {
        let (part, all) = match first_part(&small(), &Request::default(), enough) {
            Ok(first) => first,
            Err(error) => {
                // Nothing was asked for, and nothing is there.
                assert_eq!(enough, 0, "{error}");
                continue;
            }
        };
        sound(&part);
        assert!(whole.text().starts_with(part.text()), "{enough}");
        assert_eq!(all, part.text().len() == whole.text().len(), "{enough}");
        assert_eq!(part.meta(), whole.meta());
    }
}

#[test]
fn a_bomb_of_many_files_ends_at_the_limit_of_the_book() {
    let page = format!(
        "<html><body><p>{}</p></body></html>",
        "word ".repeat(200_000)
    );
    let names: Vec<String> = (0..40).map(|n| format!("OEBPS/c{n}.xhtml")).collect();
    let (mut items, mut spine) = (String::new(), String::new());
    for (n, name) in names.iter().enumerate() {
        let href = name.trim_start_matches("OEBPS/");
        let _ = write!(
            items,
            "<item id='i{n}' href='{href}' media-type='application/xhtml+xml'/>"
        );
        let _ = write!(spine, "<itemref idref='i{n}'/>");
    }
    let package = format!("<package><manifest>{items}</manifest><spine>{spine}</spine></package>");
    let mut files = vec![
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/book.opf", package.as_str()),
    ];
    files.extend(names.iter().map(|name| (name.as_str(), page.as_str())));
    let bytes = pack(&files);
    let doc = import(&bytes, &Request::default()).unwrap();
    assert!(doc.text().len() <= 4 << 20, "{}", doc.text().len());
    let said = doc.warnings().join(" ");
    assert!(said.contains("MiB"), "{said}");
}

/// A book of one chapter file, with these contents.
pub(super) fn chapter(body: &str, contents: &str) -> Vec<u8> {
    let one = format!("<html><body>{body}</body></html>");
    let nav = format!("<html><body><nav epub:type='toc'><ol>{contents}</ol></nav></body></html>");
    book(
        "<itemref idref='a'/>",
        &[("OEBPS/one.xhtml", &one), ("OEBPS/nav.xhtml", &nav)],
    )
}

/// A book with some text at every place of it.
pub(super) fn hostile(bad: &str) -> Vec<u8> {
    let bad = &bad.replace(['<', '&'], " ");
    let one = format!(
        "<html><head><title>{bad}</title></head><body><h1 id=\"{bad}\">One {bad}</h1><p>Words {bad}</p>\
         <img src=\"{bad}.png\" alt=\"{bad}\"/><aside epub:type='footnote' id='n{bad}'>{bad}</aside></body></html>"
    );
    let package = package("<itemref idref='a'/>")
        .replace("Two Days", &format!("Two Days {bad}"))
        .replace("Ann Example", &format!("Ann {bad}"));
    let nav = NAV.replace(">Two<", &format!(">Two {bad}<"));
    book(
        "<itemref idref='a'/>",
        &[
            ("OEBPS/one.xhtml", &one),
            ("OEBPS/book.opf", &package),
            ("OEBPS/nav.xhtml", &nav),
        ],
    )
}

#[test]
fn a_number_and_the_name_under_it_are_one_heading() {
    let text = "<p>It was a cold night.</p>";
    let entry = |title: &str| format!("<li><a href='one.xhtml'>{title}</a></li>");
    let one = "## I ⏎ A Letter\np It was a cold night.";
    check(
        &chapter(
            &format!("<hgroup><h2>I</h2><p>A Letter</p></hgroup>{text}"),
            &entry("I: A Letter"),
        ),
        one,
    );
    check(
        &chapter(
            &format!("<h2>CHAPTER I</h2><h3>A Letter</h3>{text}"),
            &entry("A Letter"),
        ),
        "## CHAPTER I ⏎ A Letter\np It was a cold night.",
    );
    // Small type over the name of a part.
    check(
        &chapter(
            &format!("<h4>Erstes Buch</h4><h1>Ein Brief</h1>{text}"),
            &entry("Ein Brief"),
        ),
        "## Erstes Buch ⏎ Ein Brief\np It was a cold night.",
    );
    // A line that the contents do not name is text, and two names are two headings.
    check(
        &chapter(&format!("<h2>I</h2><p>A Letter</p>{text}"), &entry("I")),
        "## I\np A Letter\np It was a cold night.",
    );
    check(
        &chapter(
            &format!("<h2>Rain</h2><h3>A Letter</h3>{text}"),
            &entry("Rain"),
        ),
        "## Rain\n### A Letter\np It was a cold night.",
    );
}

#[test]
fn what_is_cut_from_a_book_is_said() {
    let said = |bytes: &[u8]| {
        let doc = import(bytes, &Request::default()).unwrap();
        sound(&doc);
        doc.warnings().join(" ")
    };
    let tags = said(&chapter(&"<p>a".repeat(200_000), ""));
    assert!(tags.contains("elements that are too many"), "{tags}");
    let mut lines = String::new();
    for line in 0..21_000 {
        let _ = write!(lines, "<li><a href='one.xhtml'>L{}</a></li>", line * 7919);
    }
    let contents = said(&chapter("<p>Words.</p>", &lines));
    assert!(contents.contains("20000 lines"), "{contents}");
    let mut spine = String::new();
    let mut items = String::new();
    for file in 0..10_001 {
        let _ = write!(items, "<item id='i{file}' href='{file}.xhtml'/>");
        let _ = write!(spine, "<itemref idref='i{file}'/>");
    }
    let package = format!("<package><manifest>{items}</manifest><spine>{spine}</spine></package>");
    let many = said(&pack(&[
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/book.opf", &package),
        ("OEBPS/0.xhtml", ONE),
    ]));
    assert!(many.contains("more than 10000 files"), "{many}");
}

#[test]
fn a_book_that_is_nothing_but_a_bomb_is_refused_as_one() {
    let request = Request {
        name: "b.epub",
        ..Request::default()
    };
    let error = import(&chapter(&"<p>a".repeat(8 << 20), ""), &request).unwrap_err();
    assert!(
        error.to_string().contains("far more than its size"),
        "{error}"
    );
}
