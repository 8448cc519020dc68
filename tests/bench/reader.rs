//! What a key costs in the reader, by the size of the article: the key, the screen, the drawing.

#![allow(
    clippy::expect_used,
    reason = "a benchmark that cannot go on shall fail loudly"
)]

use std::fmt::Write as _;
use std::sync::Arc;

use divan::{Bencher, black_box};
use nutgraf::app::Reader;
use nutgraf::article::{Article, Lines, State};
use nutgraf::import::{Request, import};
use nutgraf::ui::{Depth, Size, Theme, ThemeName, View};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

fn main() {
    divan::main();
}

/// Sizes of articles, in KiB.
const SIZES: [usize; 3] = [4, 100, 3000];

/// Paragraphs with figures, names and quotations, made without any randomness.
fn text(kib: usize) -> String {
    let mut text = String::from("A Town Counts Its Trees\n\n");
    let mut n = 0_u32;
    while text.len() < kib * 1024 {
        n += 1;
        let count = 1000 + n * 7 % 9000;
        let _ = write!(
            text,
            "The council of Elmford said on March {}, 2021 that {count} trees stand in ward {n}. “We will plant \
             {} more before winter comes,” said Ann Brook, the head gardener. About {} percent of them are \
             oaks, and the work is expected to cost ${}.5 million.\n\n",
            n % 28 + 1,
            n % 90 + 3,
            n % 60 + 2,
            n % 40 + 1,
        );
    }
    text
}

fn article(kib: usize) -> Arc<Article> {
    let text = text(kib);
    let document = import(text.as_bytes(), &Request::default()).expect("plain text is read");
    let findings = nutgraf::facts::find(&document, None);
    let lines = Lines::new(text.as_bytes());
    Arc::new(Article::new(
        Arc::new(document),
        findings,
        Arc::new(lines),
        State::Complete,
    ))
}

fn reader(kib: usize) -> Reader {
    Reader::new(
        article(kib),
        View::default(),
        Size {
            columns: 120,
            rows: 40,
        },
    )
}

#[divan::bench(args = SIZES)]
fn key_down_and_draw(bencher: Bencher<'_, '_>, kib: usize) {
    let mut reader = reader(kib);
    let theme = Theme::new(&ThemeName::DARK, Depth::True);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
    let (down, up) = ("j".parse().expect("a key"), "k".parse().expect("a key"));
    let mut turn = false;
    bencher.bench_local(|| {
        turn = !turn;
        reader.key(if turn { down } else { up });
        buffer.reset();
        black_box(reader.draw(&theme, &mut buffer));
    });
}

#[divan::bench(args = SIZES)]
fn next_fact_and_draw(bencher: Bencher<'_, '_>, kib: usize) {
    let mut reader = reader(kib);
    let theme = Theme::new(&ThemeName::DARK, Depth::True);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
    let next = "J".parse().expect("a key");
    bencher.bench_local(|| {
        reader.key(next);
        buffer.reset();
        black_box(reader.draw(&theme, &mut buffer));
    });
}

/// The first letter typed in the palette, which looks at everything; 400 KiB hold some 10,000 facts, 3 MB some 70,000.
#[divan::bench(args = [4, 400, 3000])]
fn palette_key_and_draw(bencher: Bencher<'_, '_>, kib: usize) {
    let mut reader = reader(kib);
    let theme = Theme::new(&ThemeName::DARK, Depth::True);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
    let key = |name: &str| name.parse().expect("a key");
    let (open, letter, close) = (key(":"), key("e"), key("Esc"));
    bencher.bench_local(|| {
        reader.key(open);
        reader.key(letter);
        buffer.reset();
        black_box(reader.draw(&theme, &mut buffer));
        reader.key(close);
    });
}

#[divan::bench(args = SIZES)]
fn import_text(bencher: Bencher<'_, '_>, kib: usize) {
    let text = text(kib);
    bencher.bench(|| import(black_box(text.as_bytes()), &Request::default()));
}

#[divan::bench(args = [4, 100])]
fn find_facts(bencher: Bencher<'_, '_>, kib: usize) {
    let text = text(kib);
    let document = import(text.as_bytes(), &Request::default()).expect("plain text is read");
    bencher.bench(|| nutgraf::facts::find(black_box(&document), None));
}

#[divan::bench(args = SIZES)]
fn search_a_rare_word(bencher: Bencher<'_, '_>, kib: usize) {
    let text = text(kib);
    let query = nutgraf::index::Query {
        pattern: "quokka".into(),
        regex: false,
    };
    let matcher = query.matcher().expect("a pattern").expect("not empty");
    bencher.bench(|| matcher.next(black_box(&text), nutgraf::text::Pos(0)));
}

/// What it costs to put a theme on.
#[divan::bench(args = ["dark", "night", "mono"])]
fn a_theme(name: &str) -> Theme {
    Theme::new(&ThemeName::from(name.to_owned()), Depth::True)
}
