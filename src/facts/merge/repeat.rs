//! Sentences that say again what an earlier sentence said.
//!
//! Verbatim: the same words, whatever their case, their quotation marks and the signs between them. Near: at least four
//! fifths of the words and pairs of neighbouring words shared (Jaccard), where what differs makes no other statement
//! (`difference`). Near ones are found through an index of their rarest shingles (prefix
//! filtering: two sets that share four fifths must share one of the rarest fifth), so the work is linear.

mod difference;

use rustc_hash::FxHashMap;

use crate::facts::{Analysis, Key, Repeat, Sentence, Sentences, Shape};

/// The fewest words of a sentence that is worth flagging, verbatim and near.
const VERBATIM: usize = 6;
const NEAR: usize = 8;
/// The most words of a sentence that is compared word by word.
const LONGEST: usize = 200;
/// How many earlier sentences one shingle leads to, the latest ones.
const POSTINGS: usize = 6;

/// What was said before, by sentence.
#[derive(Debug, Default)]
pub struct Again {
    /// For each sentence the earlier one that it repeats, and whether verbatim.
    first: FxHashMap<u32, (u32, bool)>,
}

impl Again {
    /// The earlier sentence that this one repeats, and whether in the same words.
    pub(super) fn of(&self, sentence: usize) -> Option<(usize, bool)> {
        let key = u32::try_from(sentence).ok()?;
        self.first.get(&key).map(|&(i, v)| (i as usize, v))
    }

    /// The repeats in the order of the text.
    pub(super) fn repeats(&self, analysis: &Sentences<'_>) -> Vec<Repeat> {
        let mut out: Vec<Repeat> = self
            .first
            .iter()
            .filter_map(|(&later, &(first, verbatim))| {
                Some(Repeat {
                    span: analysis.sentences.get(later as usize)?.span,
                    first: analysis.sentences.get(first as usize)?.span,
                    verbatim,
                })
            })
            .collect();
        out.sort_by_key(|r| r.span.start);
        out
    }
}

/// Finds the sentences of the prose that repeat earlier ones. Linear in the text.
pub(in crate::facts) fn find(analysis: &Analysis<'_>) -> Again {
    let mut again = Again::default();
    let mut seen: FxHashMap<u64, u32> = FxHashMap::default();
    let mut near = Near::new(analysis);
    for (i, sentence) in (0_u32..).zip(&analysis.sentences) {
        if !sentence.prose {
            continue;
        }
        let keys = words_of(analysis, sentence);
        if keys.len() < VERBATIM {
            continue;
        }
        let hash = fold(&keys);
        if let Some(&first) = seen.get(&hash) {
            again.first.insert(i, (first, true));
            continue;
        }
        seen.insert(hash, i);
        if keys.len() < NEAR || keys.len() > LONGEST {
            continue;
        }
        if let Some(first) = near.earlier(i, sentence, &keys) {
            again.first.insert(i, (first, false));
        }
    }
    again
}

/// The keys of the words and figures of a sentence.
fn words_of(analysis: &Analysis<'_>, sentence: &Sentence) -> Vec<Key> {
    analysis
        .tokens_of(sentence)
        .iter()
        .filter(|t| matches!(t.shape, Shape::Word | Shape::Number))
        .map(|t| t.key)
        .collect()
}

/// One number for a sequence of words.
pub(super) fn fold(keys: &[Key]) -> u64 {
    keys.iter().fold(0x9e37_79b9_7f4a_7c15, |hash, key| {
        (hash ^ u64::from(key.get()))
            .wrapping_mul(0x0100_0000_01b3)
            .rotate_left(23)
            .wrapping_mul(0x9e37_79b9_7f4a_7c15)
    })
}

/// The index of near repeats. A few bytes a token, and never more than some megabytes.
struct Near<'a> {
    analysis: &'a Analysis<'a>,
    /// How often each shingle occurs in the whole text, by its low bits; no more than 255 times.
    counts: Vec<u8>,
    /// The latest sentences that have a shingle among their rarest, by its low bits; the first is the latest.
    index: Vec<[u32; POSTINGS]>,
    /// How many shingles each sentence has.
    sizes: Vec<u16>,
}

/// No sentence.
const NONE: u32 = u32::MAX;
/// The most slots of the counts, and of the index.
const COUNTS: usize = 1 << 20;
const SLOTS: usize = 1 << 16;

impl<'a> Near<'a> {
    fn new(analysis: &'a Analysis<'a>) -> Self {
        let size = (analysis.tokens.len() * 2).next_power_of_two();
        let mut near = Self {
            analysis,
            counts: vec![0; size.clamp(64, COUNTS)],
            index: vec![[NONE; POSTINGS]; size.clamp(64, SLOTS)],
            sizes: vec![0; analysis.sentences.len()],
        };
        let mut own = Vec::new();
        for (sentence, size) in analysis.sentences.iter().zip(&mut near.sizes) {
            if !sentence.prose || sentence.tokens.len() < NEAR {
                continue;
            }
            let keys = words_of(analysis, sentence);
            if !(NEAR..=LONGEST).contains(&keys.len()) {
                continue;
            }
            shingles(&keys, &mut own);
            *size = u16::try_from(own.len()).unwrap_or(u16::MAX);
            let mask = near.counts.len() - 1;
            for &shingle in &own {
                if let Some(count) = near.counts.get_mut(shingle as usize & mask) {
                    *count = count.saturating_add(1);
                }
            }
        }
        near
    }

    fn count(&self, shingle: u32) -> u8 {
        let slot = shingle as usize & (self.counts.len() - 1);
        self.counts.get(slot).copied().unwrap_or_default()
    }

    /// The earliest indexed sentence that is nearly the same; if there is none, the sentence is indexed itself.
    fn earlier(&mut self, id: u32, sentence: &Sentence, keys: &[Key]) -> Option<u32> {
        let mut own = Vec::new();
        shingles(keys, &mut own);
        let mut rare = own.clone();
        rare.sort_unstable_by_key(|&s| (self.count(s), s));
        // Two sets that share four fifths of their union share one of the rarest fifth and one more of either.
        rare.truncate(own.len() / 5 + 1);
        rare.retain(|&s| self.count(s) > 1);
        let mask = self.index.len() - 1;
        let slots = rare
            .iter()
            .filter_map(|&s| self.index.get(s as usize & mask));
        let mut tried: Vec<u32> = slots.flatten().copied().filter(|&s| s != NONE).collect();
        tried.sort_unstable();
        tried.dedup();
        let mut theirs = Vec::new();
        let found = tried.into_iter().find(|&other| {
            self.shingles_of(other, own.len(), &mut theirs)
                && is_near(&own, &theirs)
                && (self.analysis.sentences.get(other as usize))
                    .is_some_and(|other| difference::says_the_same(self.analysis, other, sentence))
        });
        if found.is_none() {
            for shingle in rare {
                if let Some(list) = self.index.get_mut(shingle as usize & mask)
                    && list.first() != Some(&id)
                {
                    list.rotate_right(1);
                    list[0] = id;
                }
            }
        }
        found
    }

    /// Puts the shingles of an earlier sentence into `out`; false when they are too many or too few to be nearly `size`.
    fn shingles_of(&self, id: u32, size: usize, out: &mut Vec<u32>) -> bool {
        let Some(sentence) = self.analysis.sentences.get(id as usize) else {
            return false;
        };
        let other = self.sizes.get(id as usize).copied().unwrap_or_default();
        let other = usize::from(other);
        let close = size.min(other) * 5 >= size.max(other) * 4;
        if close {
            shingles(&words_of(self.analysis, sentence), out);
        }
        close
    }
}

/// Whether two sorted sets share four fifths of their union.
fn is_near(a: &[u32], b: &[u32]) -> bool {
    let (mut i, mut j, mut shared) = (0, 0, 0_usize);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                shared += 1;
                i += 1;
                j += 1;
            }
        }
    }
    shared * 5 >= (a.len() + b.len() - shared) * 4
}

/// Puts the set of words and of pairs of neighbouring words into `out`, sorted.
fn shingles(keys: &[Key], out: &mut Vec<u32>) {
    let single = keys.iter().map(|k| k.get());
    let pairs = keys
        .iter()
        .zip(keys.iter().skip(1))
        .map(|(a, b)| a.get().rotate_left(7).wrapping_mul(0x9e37_79b1) ^ b.get());
    out.clear();
    out.extend(single.chain(pairs));
    out.sort_unstable();
    out.dedup();
}
