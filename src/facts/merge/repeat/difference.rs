//! Whether two nearly equal sentences make the same statement: what one has and the other has not must be light.
//!
//! The words are aligned (longest common subsequence). A word put for another makes another statement, unless both are
//! articles; so does a noun, a verb, a name, a number, a negation that one sentence adds, and so do words that stand
//! elsewhere. An article, an adverb such as `generally`, and what only introduces the whole (`She wrote that`,
//! `Assets:`) do not.

use crate::facts::lexicon::grammar::is_ly;
use crate::facts::lexicon::{Words, words};
use crate::facts::{Analysis, Key, Sentence, Shape, Tag, Token};

/// Words that may stand for each other.
static ARTICLES: Words = words!("a an the that this these those which");

/// Words that may be added.
static LIGHT: Words = words!(
    "a an the that this these those which of on at in and as so then also just very soon is are was were be been being \
     has have had however therefore thus indeed"
);

/// Adverbs that change a statement.
static HEDGES: Words = words!(
    "hardly barely scarcely rarely nearly allegedly reportedly supposedly apparently probably possibly only partly \
     falsely wrongly unlikely early daily weekly monthly yearly merely formerly previously initially originally \
     currently recently mostly largely hourly quarterly annually nationally globally locally"
);

/// Words of an introduction that take back or narrow what follows.
static DOUBTS: Words = words!(
    "not no never nor neither none without cannot nobody deny denies denied denying false wrong untrue myth rumour rumor \
     doubt doubts doubted unless if whether except before after until would could might may should claim claims \
     allegedly contrary instead"
);

/// A word of a sentence as it is compared.
struct Word<'a> {
    token: &'a Token,
    tag: Tag,
    /// Whether a mark stands before it.
    marked: bool,
}

/// Whether what two near sentences do not share changes nothing. Quadratic in the words between the first and the last
/// difference.
pub(super) fn says_the_same(analysis: &Analysis<'_>, a: &Sentence, b: &Sentence) -> bool {
    let (a, b) = (words_of(analysis, a), words_of(analysis, b));
    let pairs = aligned(&a, &b);
    let (mut i, mut j) = (0, 0);
    for (x, y) in pairs.into_iter().chain([(a.len(), b.len())]) {
        let (gone, new) = (a.get(i..x), b.get(j..y));
        let behind = |all: &[Word<'_>], at: usize| all.get(at).is_some_and(|w| w.marked);
        let marked = behind(&a, x) || behind(&b, y);
        let (gone, new) = (gone.unwrap_or_default(), new.unwrap_or_default());
        let opens = i == 0 && j == 0;
        if !is_light(analysis, gone, new) && (!opens || !introduces(gone, new, marked)) {
            return false;
        }
        (i, j) = (x + 1, y + 1);
    }
    true
}

fn words_of<'a>(analysis: &'a Analysis<'_>, sentence: &Sentence) -> Vec<Word<'a>> {
    let mut marked = false;
    let mut words = Vec::new();
    let tokens = analysis.tokens_of(sentence).iter();
    for (token, &tag) in tokens.zip(analysis.tags_of(sentence)) {
        if matches!(token.shape, Shape::Word | Shape::Number) {
            words.push(Word { token, tag, marked });
            marked = false;
        } else {
            let sign = analysis.word(token);
            marked |= matches!(sign, ":" | "\"" | "“" | "‘" | "«" | "„");
        }
    }
    words
}

/// The places of the words that both have, in order, as many as may be.
fn aligned(a: &[Word<'_>], b: &[Word<'_>]) -> Vec<(usize, usize)> {
    let same = |(x, y): &(&Word<'_>, &Word<'_>)| x.token.key == y.token.key;
    let head = a.iter().zip(b).take_while(same).count();
    let rest = a.len().min(b.len()) - head;
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(same);
    let tail = tail.take(rest).count();
    let inner = |all: &[Word<'_>]| -> Vec<Key> {
        let inner = all.get(head..all.len() - tail).unwrap_or_default();
        inner.iter().map(|w| w.token.key).collect()
    };
    let mut pairs: Vec<(usize, usize)> = (0..head).map(|i| (i, i)).collect();
    let between = common(&inner(a), &inner(b)).into_iter();
    pairs.extend(between.map(|(i, j)| (head + i, head + j)));
    pairs.extend((a.len() - tail..a.len()).zip(b.len() - tail..));
    pairs
}

/// The longest common subsequence, as places in both.
fn common(a: &[Key], b: &[Key]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    // By place in both: the length of the longest common subsequence of what is behind.
    let mut longest = vec![0_u16; (a.len() + 1) * width];
    let at = |longest: &[u16], i: usize, j: usize| longest.get(i * width + j).copied();
    for (i, x) in a.iter().enumerate().rev() {
        for (j, y) in b.iter().enumerate().rev() {
            let best = if x == y {
                at(&longest, i + 1, j + 1).map_or(0, |n| n + 1)
            } else {
                (at(&longest, i + 1, j).max(at(&longest, i, j + 1))).unwrap_or_default()
            };
            if let Some(own) = longest.get_mut(i * width + j) {
                *own = best;
            }
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        if x == y {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if at(&longest, i + 1, j) >= at(&longest, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// Whether words that one sentence has in the place of the other's change nothing.
fn is_light(analysis: &Analysis<'_>, gone: &[Word<'_>], new: &[Word<'_>]) -> bool {
    let mut all = gone.iter().chain(new);
    if !gone.is_empty() && !new.is_empty() {
        return all.all(|w| ARTICLES.has(w.token.key));
    }
    all.all(|w| {
        LIGHT.has(w.token.key)
            || w.tag == Tag::Adv && is_ly(analysis.word(w.token)) && !HEDGES.has(w.token.key)
    })
}

/// Whether one sentence merely introduces what the other one says, and no name says another thing. `marked` when a colon
/// or a quotation mark stands behind the introduction.
fn introduces(gone: &[Word<'_>], new: &[Word<'_>], marked: bool) -> bool {
    let lead = if gone.is_empty() { new } else { gone };
    let alone = gone.is_empty() || new.is_empty();
    let that = lead.last().is_some_and(|w| w.token.key == Key::of("that"));
    let plain = |w: &Word<'_>| w.token.shape == Shape::Word && !DOUBTS.has(w.token.key);
    alone && (marked || that) && lead.iter().all(plain)
}
