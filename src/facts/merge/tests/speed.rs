//! The work stays about linear in the text.

use super::super::testing::document;
use crate::facts::{Kind, find, key_facts};

/// A long text in which names, numbers and sentences recur: the work must stay about linear.
#[test]
fn a_long_text_takes_linear_time() {
    let text = |paragraphs: usize| {
        let mut text = String::from("# Counts of the bays\n\n");
        for i in 0..paragraphs {
            let line = format!(
                "Mayor Ada Hale of Tarn said that {} boats lay in bay {i} on 3 May 2021. The port took in ${}.{} million \
                 from the ships of the north. Some 70 carts stood on the old quay as they had for many years.\n\n",
                i * 37 % 1000,
                i % 90,
                i % 7,
            );
            text.push_str(&line);
        }
        text
    };
    let time = |paragraphs: usize| {
        let text = text(paragraphs);
        let document = document(&text);
        let start = std::time::Instant::now();
        let findings = find(&document, None);
        let key = key_facts(&findings, &document);
        assert_eq!(key.len(), findings.facts.len());
        assert!(findings.facts.iter().any(|f| f.kind == Kind::Quantity));
        start.elapsed().as_secs_f64()
    };
    let (small, large) = (time(200), time(1600));
    assert!(
        large < small * 8.0 * 4.0 + 0.2,
        "{small} s and {large} s for eight times as much"
    );
}
