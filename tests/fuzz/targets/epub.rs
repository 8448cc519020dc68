//! Books: any bytes as a zip, and files of any content under the names that books have.

#![no_main]

use std::io::{Cursor, Write};

use checks::document;
use libfuzzer_sys::fuzz_target;
use nutgraf::import::InputKind;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The files of a book, in the order in which the fuzzer writes them; NUL stands between two.
const NAMES: [&str; 7] = [
    "OEBPS/content.opf",
    "OEBPS/one.xhtml",
    "OEBPS/nav.xhtml",
    "OEBPS/toc.ncx",
    "OEBPS/two.xhtml",
    "META-INF/container.xml",
    "META-INF/encryption.xml",
];

const CONTAINER: &[u8] =
    br#"<container><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>"#;

fuzz_target!(|bytes: &[u8]| {
    document(bytes, Some(InputKind::Epub));
    if let Some(book) = book(bytes) {
        document(&book, Some(InputKind::Epub));
    }
});

fn book(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let parts: Vec<&[u8]> = bytes.splitn(NAMES.len(), |b| *b == 0).collect();
    for (name, part) in NAMES.iter().zip(&parts) {
        zip.start_file(*name, stored).ok()?;
        zip.write_all(part).ok()?;
    }
    if parts.len() < 6 {
        zip.start_file("META-INF/container.xml", stored).ok()?;
        zip.write_all(CONTAINER).ok()?;
    }
    zip.finish().ok().map(Cursor::into_inner)
}
