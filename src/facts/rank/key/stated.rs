//! Whether a statement is clear to somebody who reads nothing else.

use super::tells::reads_whole;
use crate::facts::Fact;

/// Words of a statement that only its text makes clear: who speaks, to whom, what was meant before.
const LEANING: [&str; 30] = [
    "i",
    "me",
    "my",
    "we",
    "us",
    "our",
    "you",
    "your",
    "he",
    "she",
    "it",
    "they",
    "him",
    "them",
    "this",
    "these",
    "those",
    "such",
    "so",
    "thus",
    "however",
    "therefore",
    "here",
    "there",
    "above",
    "below",
    "following",
    "additionally",
    "finally",
    "also",
];

/// Whether a statement says a whole thing to somebody who reads nothing else.
pub(super) fn statement_tells(fact: &Fact, text: &str) -> bool {
    let words = fact.span.slice(text);
    let leans = words.split(|c: char| !c.is_alphanumeric()).any(|word| {
        let word = word.to_lowercase();
        LEANING.contains(&word.as_str())
    });
    !leans && !words.contains(['[', ':']) && reads_whole(words)
}
