//! Whole sessions: any document, any bytes from the keyboard, any sizes; every frame as it is written to a terminal.

#![no_main]

use std::sync::Arc;

use checks::{Terminal, document};
use libfuzzer_sys::arbitrary::{self, Arbitrary};
use libfuzzer_sys::fuzz_target;
use nutgraf::app::{Decoder, Links, Pen, Reader, Typed};
use nutgraf::article::{Article, Lines, State};
use nutgraf::facts;
use nutgraf::import::InputKind;
use nutgraf::ui::{Depth, Size, Theme, ThemeName, View};

#[derive(Arbitrary, Debug)]
struct Session<'a> {
    kind: u8,
    columns: u8,
    rows: u8,
    happenings: Vec<Happening<'a>>,
    document: &'a [u8],
}

#[derive(Arbitrary, Debug)]
enum Happening<'a> {
    Typed(&'a [u8]),
    Key(u8),
    Resized(u8, u8),
    Said(&'a str),
    Grown(u16),
}

fuzz_target!(|session: Session<'_>| {
    let kinds = [
        InputKind::Text,
        InputKind::Markdown,
        InputKind::Html,
        InputKind::Pager,
    ];
    let kind = kinds[usize::from(session.kind) % kinds.len()];
    let bytes = &session.document[..session.document.len().min(4096)];
    let Some(whole) = article(bytes, kind) else {
        return;
    };
    let mut size = Size {
        columns: u16::from(session.columns).max(1),
        rows: u16::from(session.rows).max(1),
    };
    let mut reader = Reader::new(Arc::clone(&whole), View::default(), size);
    let theme = Theme::new(&ThemeName::DARK, Depth::True);
    let mut pen = Pen::new(Links::Told);
    let mut terminal = Terminal::new(size.columns, size.rows);
    let mut decoder = Decoder::default();
    for happening in session.happenings.iter().take(40) {
        match happening {
            Happening::Typed(bytes) => {
                let mut typed = Vec::new();
                decoder.feed(bytes, &mut typed);
                decoder.silence(&mut typed);
                for one in typed {
                    take(&mut reader, one);
                }
            }
            Happening::Key(byte) => {
                let mut typed = Vec::new();
                decoder.feed(&[*byte & 0x7f], &mut typed);
                decoder.silence(&mut typed);
                for one in typed {
                    take(&mut reader, one);
                }
            }
            Happening::Resized(columns, rows) => {
                size = Size {
                    columns: u16::from(*columns).max(1),
                    rows: u16::from(*rows).max(1),
                };
                reader.resize(size);
                terminal.resize(size.columns, size.rows);
                pen.forget();
            }
            Happening::Said(words) => reader.say(*words, false),
            Happening::Grown(at) => {
                let part = &bytes[..usize::from(*at).min(bytes.len())];
                if let Some(article) = article(part, kind) {
                    reader.replace(article);
                }
            }
        }
        terminal.write(&pen.frame(&mut reader, &theme).expect("frames go to memory"));
        let text = reader.article().document.text();
        assert!(text.is_char_boundary(reader.view().top.get()));
    }
});

fn take(reader: &mut Reader, typed: Typed) {
    match typed {
        Typed::Key(key) => drop(reader.key(key)),
        Typed::Pointer(pointer) => drop(reader.pointer(pointer)),
        Typed::Paste(text) => drop(reader.paste(&text)),
        Typed::Ground(_) | Typed::Status => {}
    }
}

fn article(bytes: &[u8], kind: InputKind) -> Option<Arc<Article>> {
    let document = Arc::new(document(bytes, Some(kind))?);
    let findings = facts::find(&document, None);
    Some(Arc::new(Article::new(
        document,
        findings,
        Arc::new(Lines::new(bytes)),
        State::Complete,
    )))
}
