//! Importers, by golden files: `tests/data/KIND/NAME.EXT` beside `NAME.outline`, what must come out of it.
//!
//! `NUTGRAF_BLESS=1` writes the outlines anew, to be read before they are kept.

mod books;
mod characters;
mod damage;
mod mail;
mod memory;
mod picture;

use std::path::{Path, PathBuf};

use nutgraf::import::{Cleaning, Request, import};

use picture::picture;

fn data(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(folder)
}

/// All inputs of a folder, by name.
fn inputs(folder: &str) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(data(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end != "outline"))
        .collect();
    paths.sort();
    paths
}

#[track_caller]
fn check(folder: &str) {
    for path in inputs(folder) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).unwrap();
        let request = Request {
            name: &name,
            cleaning: if name.contains(".raw.") {
                Cleaning::Whole
            } else {
                Cleaning::Clean
            },
            ..Request::default()
        };
        let doc = import(&bytes, &request).unwrap();
        picture::sound(&doc);
        let seen = picture(&doc);
        let golden = path.with_extension("outline");
        if std::env::var_os("NUTGRAF_BLESS").is_some() {
            std::fs::write(&golden, &seen).unwrap();
        }
        let wanted = std::fs::read_to_string(&golden).unwrap_or_default();
        assert_eq!(seen, wanted, "{name}");
    }
}

#[test]
fn markdown_files_come_out_as_their_outlines_say() {
    check("markdown");
}

#[test]
fn mails_come_out_as_their_outlines_say() {
    check("mail");
}

#[test]
fn texts_come_out_as_their_outlines_say() {
    check("text");
}

#[test]
fn feeds_come_out_as_their_outlines_say() {
    check("feed");
}

#[test]
fn what_is_printed_for_a_pager_comes_out_as_its_outlines_say() {
    check("pager");
}

#[test]
fn pages_come_out_as_their_outlines_say() {
    check("html");
}

#[test]
fn every_block_of_a_markdown_file_stands_where_it_says() {
    for path in inputs("markdown") {
        let text = std::fs::read_to_string(&path).unwrap();
        let doc = import(
            text.as_bytes(),
            &Request {
                name: "a.md",
                ..Request::default()
            },
        )
        .unwrap();
        for block in doc.blocks() {
            let source = block.source.expect("a source for every block");
            let there = source.slice(&text).to_lowercase();
            let first = doc
                .slice(block.span)
                .split_whitespace()
                .next()
                .unwrap_or_default();
            let first = first.trim_matches(|c: char| !c.is_alphanumeric());
            assert!(
                there.contains(&first.to_lowercase()),
                "{first:?} is not in {there:?}"
            );
        }
    }
}
