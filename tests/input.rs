//! Input that cannot be read: one clear line, and exit code 1.

use std::time::{Duration, Instant};

use crate::program::{Desk, LIBRARY};

/// Runs `text` on an input and checks the one line that it says.
#[track_caller]
fn check(desk: &Desk, input: &str, expect: &str) {
    for line in ["text", "facts", "dump", "outline", ""] {
        let ran = desk.run(&format!("{line} '{input}'"));
        let out = if line == "facts" {
            ran.out.trim_end()
        } else {
            ran.out.as_str()
        };
        assert_eq!(
            (ran.code, out),
            (Some(1), ""),
            "{line} {input}: {}",
            ran.err
        );
        assert_eq!(ran.err, format!("nutgraf: {expect}\n"), "{line}");
    }
}

#[test]
fn what_is_not_there_or_not_a_file() {
    let desk = Desk::new();
    check(
        &desk,
        "gone.txt",
        "gone.txt: there is no such file: check the name, or give - for standard input",
    );
    check(
        &desk,
        "ftp://example.org/page",
        "ftp://example.org/page: is no address of a page: write it as https://example.org/page",
    );
    check(&desk, ".", ".: is a folder: name a file in it");
    desk.put("empty.txt", "");
    check(
        &desk,
        "empty.txt",
        "empty.txt: is empty: there is nothing to read",
    );
    check(
        &desk,
        "-",
        "standard input: is empty: there is nothing to read",
    );
}

#[test]
fn what_is_not_text() {
    let desk = Desk::new();
    let give = "not text: give a text, Markdown, HTML or EPUB file";
    desk.put("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    check(
        &desk,
        "picture.txt",
        &format!("picture.txt: is a PNG image, {give}"),
    );
    desk.put("archive", b"PK\x03\x04\x14\0\0\0\x08\0word/document.xml");
    check(
        &desk,
        "archive",
        "archive: is a word processor's document: convert it first, as with `pandoc FILE -t markdown | nutgraf -`",
    );
    desk.put("noise", (0..=255).cycle().take(9999).collect::<Vec<u8>>());
    check(&desk, "noise", &format!("noise: is a binary file, {give}"));
    let own = env!("CARGO_BIN_EXE_nutgraf");
    if cfg!(target_os = "linux") {
        check(&desk, own, &format!("{own}: is a program, {give}"));
    }
    desk.put("paper.pdf", "%PDF-1.7\n");
    check(
        &desk,
        "paper.pdf",
        "paper.pdf: is a PDF: make text of it first, as with `pdftotext FILE -`",
    );
}

#[test]
#[cfg(unix)]
fn a_file_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let path = desk.put("secret.txt", "words");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    // For the superuser nothing is unreadable.
    if std::fs::read(&path).is_err() {
        check(
            &desk,
            "secret.txt",
            "secret.txt: may not be read: check its permissions",
        );
    }
}

#[test]
fn a_file_of_4_gib_is_refused_before_it_is_read() {
    let desk = Desk::new();
    let path = desk.put("huge.txt", "words");
    let file = std::fs::OpenOptions::new().write(true).open(path).unwrap();
    // A hole: takes no room on the disk. Where such a file cannot be made, there is nothing to test.
    if file.set_len(1 << 32).is_ok() {
        let begun = Instant::now();
        check(
            &desk,
            "huge.txt",
            "huge.txt: is 4 GiB or more: split it and read the parts",
        );
        assert!(begun.elapsed() < Duration::from_secs(5));
    }
}

#[test]
#[cfg(unix)]
fn devices_without_end_are_not_read_for_ever() {
    let desk = Desk::new();
    for device in ["/dev/zero", "/dev/urandom"] {
        check(
            &desk,
            device,
            &format!(
                "{device}: is a binary file, not text: give a text, Markdown, HTML or EPUB file"
            ),
        );
    }
}

#[test]
#[cfg(unix)]
fn a_pipe_with_a_name_is_read_to_its_end() {
    let desk = Desk::new();
    let pipe = desk.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    if !made.is_ok_and(|status| status.success()) {
        return;
    }
    let feeding = std::thread::spawn(move || std::fs::write(pipe, LIBRARY));
    let printed = desk.run("text pipe").printed();
    feeding.join().unwrap().unwrap();
    assert!(printed.contains("1,250 visitors"), "{printed}");
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let desk = Desk::new();
    desk.put("a.txt", LIBRARY);
    desk.put("b.txt", LIBRARY);
    let ran = desk.run("facts a.txt gone.txt b.txt --format json");
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.err
            .starts_with("nutgraf: gone.txt: there is no such file"),
        "{}",
        ran.err
    );
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let names: Vec<_> = json
        .as_array()
        .unwrap()
        .iter()
        .map(|article| &article["source"])
        .collect();
    assert_eq!(names, ["a.txt", "b.txt"]);
}

#[test]
fn text_in_other_encodings_is_read() {
    let desk = Desk::new();
    let utf16: Vec<u8> = "\u{feff}Élan is a word.\n"
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect();
    desk.put("utf16.txt", utf16);
    assert_eq!(desk.run("text utf16.txt").printed(), "Élan is a word.\n");
    desk.put(
        "broken.txt",
        b"caf\xe9 and tea, said the sign on the door.\n",
    );
    let ran = desk.run("text broken.txt");
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.starts_with("café"), "{}", ran.out);
    assert!(ran.err.contains("guessed: windows-1252"), "{}", ran.err);
}

#[test]
fn places_are_those_of_the_file_in_every_encoding() {
    let desk = Desk::new();
    let text = "# Émile à la gare\n\nNaïve était là : été, forêt, hôtel.\n\nThere were 1,250 visitors at the Café de Flore in May 2019.\n";
    let latin: Vec<u8> = text
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    desk.put("utf8.md", text);
    desk.put("latin.md", &latin);
    desk.put("wide.md", [&b"\xff\xfe"[..], &wide].concat());
    let grep = |name: &str| {
        let ran = desk.run(&format!("facts --format grep {name}"));
        assert_eq!(ran.code, Some(0));
        ran.out.replace(name, "")
    };
    let expect = grep("utf8.md");
    assert!(
        expect.contains(":5:12: quantity: 1,250 visitors"),
        "{expect}"
    );
    assert_eq!(grep("latin.md"), expect);
    assert_eq!(grep("wide.md"), expect);
    for name in ["latin.md", "latin.txt"] {
        desk.put(name, &latin);
        let dump = desk.run(&format!("dump {name}")).out;
        let json: serde_json::Value = serde_json::from_str(&dump).unwrap();
        for block in json["blocks"].as_array().unwrap() {
            let range = |of: &str| {
                let at = |end: &str| usize::try_from(block[of][end].as_u64().unwrap()).unwrap();
                at("start")..at("end")
            };
            let words = &json["text"].as_str().unwrap()[range("span")];
            let there: String = latin[range("source")]
                .iter()
                .copied()
                .map(char::from)
                .collect();
            assert!(there.ends_with(words), "{words:?} is not {there:?}");
        }
    }
}

#[test]
fn packed_files_are_opened_and_lines_are_those_of_what_is_in_them() {
    let desk = Desk::new();
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut packer, LIBRARY.as_bytes()).unwrap();
    desk.put("library.txt", LIBRARY);
    desk.put("library.txt.gz", packer.finish().unwrap());
    let level = ruzstd::encoding::CompressionLevel::Fastest;
    desk.put(
        "library.txt.zst",
        ruzstd::encoding::compress_to_vec(LIBRARY.as_bytes(), level),
    );
    let grep = |name: &str| {
        let printed = desk.run(&format!("facts --format grep {name}")).printed();
        printed.replace(name, "")
    };
    let expect = grep("library.txt");
    assert_eq!(grep("library.txt.gz"), expect);
    assert_eq!(grep("library.txt.zst"), expect);
}
