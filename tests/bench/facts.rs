//! What finding facts costs, by stage: tokens, sentences, parts of speech and names; the finders; merging and ranking.
//! The text has 10,000 words, for which all stages together may take 20 ms on one core.

#![allow(
    clippy::expect_used,
    reason = "a benchmark that cannot go on shall fail loudly"
)]

use divan::{Bencher, black_box};
use nutgraf::document::Document;
use nutgraf::facts::{self, Language};
use nutgraf::import::{Request, import};

fn main() {
    divan::main();
}

/// Words in the text.
const WORDS: usize = 10_000;

/// The built-in article and the tutorial, again and again with other figures, until there are enough words.
fn document() -> Document {
    let sources = [
        include_str!("../../assets/article.md"),
        include_str!("../../assets/tutorial.md"),
        include_str!("../data/bridge.md"),
        include_str!("../data/library.txt"),
    ];
    let mut text = String::new();
    let mut round = 0_u32;
    while text.split_whitespace().count() < WORDS {
        for source in sources {
            let fresh = source.replace('1', &(round % 10).to_string());
            text.push_str(&fresh);
            text.push_str("\n\n");
        }
        round += 1;
    }
    let end = text
        .split_whitespace()
        .nth(WORDS)
        .map_or(text.len(), |word| {
            word.as_ptr() as usize - text.as_ptr() as usize
        });
    text.truncate(end);
    import(text.as_bytes(), &Request::default()).expect("plain text is read")
}

#[divan::bench]
fn analyse(bencher: Bencher<'_, '_>) {
    let document = document();
    bencher.bench(|| facts::analyse(black_box(&document), None));
}

#[divan::bench]
fn repeats(bencher: Bencher<'_, '_>) {
    let document = document();
    let analysis = facts::analyse(&document, None);
    bencher.bench(|| facts::repeats(black_box(&analysis)));
}

#[divan::bench]
fn propose(bencher: Bencher<'_, '_>) {
    let document = document();
    let analysis = facts::analyse(&document, None);
    bencher.bench(|| facts::propose(black_box(&analysis)));
}

#[divan::bench]
fn settle(bencher: Bencher<'_, '_>) {
    let document = document();
    let analysis = facts::analyse(&document, None);
    let again = facts::repeats(&analysis);
    bencher
        .with_inputs(|| facts::propose(&analysis))
        .bench_values(|found| {
            facts::settle(black_box(&analysis), Some(Language::ENGLISH), &again, found)
        });
}

#[divan::bench]
fn all(bencher: Bencher<'_, '_>) {
    let document = document();
    bencher.bench(|| facts::find(black_box(&document), None));
}
