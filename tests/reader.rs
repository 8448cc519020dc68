//! The reader as people meet it, without a terminal: an article, keys, and what is seen.

mod anything;
mod colours;
mod geometry;
mod hostile;
mod stage;

use stage::{BRIDGE, SCRAPED, Stage, TALKS, article};

#[test]
fn peek() {
    for (keys, (a, w, h)) in [
        ("", (&*BRIDGE, 120, 40)),
        ("J J F", (&*BRIDGE, 120, 20)),
        ("", (&*SCRAPED, 80, 24)),
        ("3", (&*TALKS, 110, 32)),
        ("3", (&*BRIDGE, 60, 20)),
    ] {
        let mut s = Stage::new(a, w, h).after(keys);
        println!(
            "{}\n{}\n{:?} {:?}",
            keys,
            s.whole(),
            s.selected().to_owned(),
            s.top()
        );
    }
    for a in [&*BRIDGE, &*SCRAPED] {
        for (i, f) in a.findings.facts.iter().enumerate() {
            println!(
                "{i} {:?} {:?} key {} rank {} m{} {:?}",
                f.kind,
                a.document.slice(f.span),
                a.index.is_key(nutgraf::facts::FactId::new(i)),
                f.rank,
                f.mentions.len(),
                f.conflicts
            );
        }
        println!(
            "{:?}",
            a.document
                .blocks()
                .iter()
                .map(|b| b.kind.name())
                .collect::<Vec<_>>()
        );
    }
}
