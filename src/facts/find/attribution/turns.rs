//! Turns of a conversation that is printed with the names of its speakers: `Hale: I said that the wall would hold.`
//!
//! A document is such a transcript where at least two names each stand before a colon at the start of at least two
//! blocks. There, and only there, it is certain whom `I` stands for outside of quotation marks.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::lexicon::Classes;
use super::reading::Reading;
use crate::document::BlockId;
use crate::facts::Key;

/// The most words of a name before the colon.
const NAME: usize = 5;
/// How many names must come back, and how often each.
const SPEAKERS: usize = 2;
const TURNS: u32 = 2;

/// Who speaks in which block.
#[derive(Debug, Default)]
pub(super) struct Turns {
    /// The first block of each turn, in order, with the tokens of the name.
    starts: Vec<(BlockId, Range<usize>)>,
}

impl Turns {
    /// Reads the turns of a document; none where it is no transcript. Linear in the sentences.
    pub(super) fn read(r: &Reading<'_>) -> Self {
        let mut starts = Vec::new();
        let mut counts: FxHashMap<Vec<Key>, u32> = FxHashMap::default();
        let mut block = None;
        for sentence in &r.analysis.sentences {
            if !sentence.prose || block == Some(sentence.block) {
                continue;
            }
            block = Some(sentence.block);
            let from = sentence.tokens.start as usize;
            if let Some(name) = label(r, from, sentence.tokens.end as usize) {
                *counts.entry(keys(r, &name)).or_default() += 1;
                starts.push((sentence.block, name));
            }
        }
        counts.retain(|_, count| *count >= TURNS);
        if counts.len() < SPEAKERS {
            return Self::default();
        }
        starts.retain(|(_, name)| counts.contains_key(&keys(r, name)));
        Self { starts }
    }

    /// The name of the one who speaks where the token `at` stands. O(log turns).
    pub(super) fn speaker(&self, r: &Reading<'_>, at: usize) -> Option<Range<usize>> {
        if self.starts.is_empty() {
            return None;
        }
        let block = r.block_of(at)?;
        let last = self
            .starts
            .partition_point(|s| s.0 <= block)
            .checked_sub(1)?;
        self.starts.get(last).map(|s| s.1.clone())
    }
}

/// The name before a colon that begins at `from`.
fn label(r: &Reading<'_>, from: usize, to: usize) -> Option<Range<usize>> {
    let colon = (from + 1..to.min(from + NAME + 1)).find(|&i| r.says(i, ":"))?;
    let named = |i: usize| r.word(i).starts_with(char::is_uppercase);
    let whole = (from..colon).all(|i| named(i) || r.is(i, Classes::STOP));
    (whole && colon + 1 < to).then_some(from..colon)
}

fn keys(r: &Reading<'_>, name: &Range<usize>) -> Vec<Key> {
    let tokens = r.analysis.tokens.get(name.clone()).unwrap_or_default();
    tokens.iter().map(|t| t.key).collect()
}
