//! What hostile files cost in memory: the real program under a limit that the system keeps.
//!
//! `ulimit -v` counts what is mapped, which is more than what is used: the program maps some 60 MiB before it has read
//! anything.

#![cfg(target_os = "linux")]

use std::io::Write as _;
use std::process::{Command, Stdio};

use super::books;

/// Runs `nutgraf text FILE` with at most so many MiB mapped; gives whether it ended by itself, and its last line.
#[track_caller]
fn within(mebibytes: u64, name: &str, bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::File::create(&path)
        .unwrap()
        .write_all(bytes)
        .unwrap();
    let out = Command::new("sh")
        .arg("-c")
        .arg(format!(
            "ulimit -v {}; exec \"$0\" text \"$1\"",
            mebibytes << 10
        ))
        .arg(env!("CARGO_BIN_EXE_nutgraf"))
        .arg(&path)
        .stdout(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(
        matches!(out.status.code(), Some(0 | 1)),
        "{name}: {:?} {said}",
        out.status
    );
    said
}

#[test]
fn books_that_are_bombs_stay_small() {
    let tags = books::chapter(&"<p>a".repeat(1 << 17), "");
    let said = within(160, "tags.epub", &tags);
    assert!(said.contains("too many"), "{said}");
    let said = within(
        160,
        "zeros.epub",
        &books::chapter(&"a".repeat(64 << 20), ""),
    );
    assert!(said.contains("far more than its size"), "{said}");
}

#[test]
fn packed_bombs_stay_small() {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    for _ in 0..64 {
        packer.write_all(&vec![b'a'; 1 << 20]).unwrap();
    }
    let said = within(160, "bomb.txt.gz", &packer.finish().unwrap());
    assert!(said.contains("bomb") || said.contains("MiB"), "{said}");
}

#[test]
fn pages_with_attributes_and_nesting_without_end_stay_in_bounds() {
    let long = format!("<p title='{}'>words</p>", "y".repeat(100 << 20));
    within(300, "attribute.html", long.as_bytes());
    let deep = "<div>".repeat(1_000_000);
    within(200, "deep.html", deep.as_bytes());
    // What is wrong with a page is not kept.
    let signs = "<".repeat(16 << 20);
    within(200, "signs.html", format!("<p>words{signs}").as_bytes());
}
