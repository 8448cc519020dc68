//! Layout by size: what a screen costs at any place of a text.
//!
//! `cargo bench --bench layout`; figures are for one call on an empty galley unless the name says otherwise.

use divan::{Bencher, black_box};
use nutgraf::document::{BlockKind, Builder, Document};
use nutgraf::layout::{Boilerplate, Galley, Glyphs, Setting};
use nutgraf::text::Pos;

const SENTENCE: &str = "The committee met on 3 March and agreed, by 12 votes to 5, to spend $1.2 billion over ten years. ";
const HEIGHT: usize = 60;

fn main() {
    divan::main();
}

fn galley() -> Galley {
    Galley::new(Setting {
        columns: 72,
        boilerplate: Boilerplate::Folded,
        glyphs: Glyphs::Unicode,
        typography: nutgraf::layout::Typography::default(),
    })
}

/// Paragraphs of six sentences, together about `bytes`.
fn paragraphs(bytes: usize, sentence: &str) -> Document {
    let mut builder = Builder::default();
    for _ in 0..bytes / (6 * sentence.len()) {
        builder.open(BlockKind::Paragraph, None);
        builder.push(&sentence.repeat(6), None);
    }
    builder.finish()
}

/// One block of about `bytes`.
fn block(kind: BlockKind, unit: &str, bytes: usize) -> Document {
    let mut builder = Builder::default();
    builder.open(kind, None);
    builder.push(&unit.repeat(bytes / unit.len()), None);
    builder.finish()
}

/// Sixty rows from the middle of the text.
fn middle(bencher: Bencher, document: &Document) {
    let top = Pos::new(document.text().len() / 2);
    bencher.bench(|| galley().rows_from(black_box(document), top, HEIGHT));
}

#[divan::bench(args = [4_000, 3_000_000, 20_000_000])]
fn screen_in_the_middle(bencher: Bencher, bytes: usize) {
    middle(bencher, &paragraphs(bytes, SENTENCE));
}

#[divan::bench]
fn screen_of_curly_quotes(bencher: Bencher) {
    middle(
        bencher,
        &paragraphs(100_000, "“It’s done,” he said — again and again, naïvely. "),
    );
}

#[divan::bench]
fn screen_of_japanese(bencher: Bencher) {
    middle(
        bencher,
        &paragraphs(
            100_000,
            "日本語のテキストを読むための小さなプログラムです。",
        ),
    );
}

#[divan::bench]
fn screen_of_one_line_of_10_mb(bencher: Bencher) {
    middle(bencher, &block(BlockKind::Paragraph, SENTENCE, 10_000_000));
}

#[divan::bench]
fn screen_of_one_word_of_10_mb(bencher: Bencher) {
    middle(
        bencher,
        &block(BlockKind::Paragraph, "nospaces", 10_000_000),
    );
}

#[divan::bench]
fn screen_of_a_table_of_100_000_rows(bencher: Bencher) {
    let table = BlockKind::table(1);
    middle(
        bencher,
        &block(table, "Somewhere\t1,234\t5.6\tin the north\n", 3_300_000),
    );
}

#[divan::bench]
fn end_of_20_mb(bencher: Bencher) {
    let document = paragraphs(20_000_000, SENTENCE);
    bencher.bench(|| galley().last_top(black_box(&document), HEIGHT));
}

#[divan::bench]
fn fold_of_100_000_blocks(bencher: Bencher) {
    let mut builder = Builder::default();
    for _ in 0..100_000 {
        builder.open(BlockKind::Boilerplate, None);
        builder.push("Share this", None);
    }
    middle(bencher, &builder.finish());
}

#[divan::bench]
fn one_row_down_on_a_warm_galley(bencher: Bencher) {
    let document = paragraphs(3_000_000, SENTENCE);
    let mut galley = galley();
    let mut top = Pos(0);
    bencher.bench_local(|| {
        top = galley.step(&document, top, 1);
        galley.rows_from(&document, top, HEIGHT)
    });
}
