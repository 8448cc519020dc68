//! Two sequences of words side by side: local alignment (Smith and Waterman 1981), and what it says of a passage.

use super::alike::{Sought, Word};
use crate::text::Span;

/// A word that is the same counts so much.
const SAME: i32 = 2;
/// A word that is another one, is missing or stands between, costs so much.
const OTHER: i32 = 1;
/// The share of the words of a passage that must be the same, in percent.
const SHARE: usize = 70;
/// So many words that are the same tell a passage by themselves.
const TELLING: usize = 7;
/// So many words around a passage of fewer words, or on one side of a place, tell it.
const AROUND: usize = 4;

/// Where a passage fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fit {
    /// Its place in the text.
    pub(super) span: Span,
    /// How well it fits, the more the better.
    pub(super) score: i32,
}

/// The best place for what is sought among the words that are there, if it convinces. O(sought times there).
pub(super) fn align(sought: &Sought<'_>, there: &[Word<'_>]) -> Option<Fit> {
    let all: Vec<&Word<'_>> = sought
        .before
        .iter()
        .chain(&sought.exact)
        .chain(&sought.after)
        .collect();
    let (pairs, score) = pairs(&all, there)?;
    let (first, last) = (
        sought.before.len(),
        sought.before.len() + sought.exact.len(),
    );
    let same = |from: usize, to: usize| {
        let range = pairs.get(from..to).unwrap_or_default();
        range.iter().flatten().count()
    };
    let own = same(first, last);
    let around = same(0, first) + same(last, all.len());
    let span = if sought.exact.is_empty() {
        place(&pairs, first, there)?
    } else {
        let most = own * 100 >= sought.exact.len() * SHARE;
        let told = own >= TELLING || around >= AROUND;
        if !(most && told && own > 0) {
            return None;
        }
        ends(&pairs, first, last, there)?
    };
    Some(Fit { span, score })
}

/// For each word sought the index of the word there that is the same, in the best local alignment; and its score.
fn pairs(sought: &[&Word<'_>], there: &[Word<'_>]) -> Option<(Vec<Option<usize>>, i32)> {
    let width = there.len() + 1;
    let mut scores = vec![0i32; (sought.len() + 1) * width];
    let score =
        |scores: &[i32], i: usize, j: usize| scores.get(i * width + j).copied().unwrap_or(0);
    let matches = |i: usize, j: usize| match (sought.get(i), there.get(j)) {
        (Some(a), Some(b)) => a.folded == b.folded,
        _ => false,
    };
    let mut best = (0, 0, 0);
    for i in 1..=sought.len() {
        for j in 1..=there.len() {
            let step = if matches(i - 1, j - 1) { SAME } else { -OTHER };
            let value = (score(&scores, i - 1, j - 1) + step)
                .max(score(&scores, i - 1, j) - OTHER)
                .max(score(&scores, i, j - 1) - OTHER)
                .max(0);
            if let Some(cell) = scores.get_mut(i * width + j) {
                *cell = value;
            }
            best = best.max((value, i, j));
        }
    }
    let (total, mut i, mut j) = best;
    if total == 0 {
        return None;
    }
    let mut pairs = vec![None; sought.len()];
    while i > 0 && j > 0 && score(&scores, i, j) > 0 {
        let here = score(&scores, i, j);
        let is_same = matches(i - 1, j - 1);
        let step = if is_same { SAME } else { -OTHER };
        if here == score(&scores, i - 1, j - 1) + step {
            (i, j) = (i - 1, j - 1);
            if is_same && let Some(pair) = pairs.get_mut(i) {
                *pair = Some(j);
            }
        } else if here == score(&scores, i - 1, j) - OTHER {
            i -= 1;
        } else {
            j -= 1;
        }
    }
    Some((pairs, total))
}

/// The ends of a passage whose words are those from `first` to `last` of the sought ones.
fn ends(pairs: &[Option<usize>], first: usize, last: usize, there: &[Word<'_>]) -> Option<Span> {
    let at = |i: usize| pairs.get(i).copied().flatten();
    // A first word that was changed stands after the word that came before it; the same at the end.
    let start = at(first)
        .or_else(|| at(first.checked_sub(1)?).map(|j| j + 1))
        .or_else(|| (first..last).find_map(at))?;
    let end = at(last.checked_sub(1)?)
        .or_else(|| at(last).and_then(|j| j.checked_sub(1)))
        .or_else(|| (first..last).rev().find_map(at))?;
    let (start, end) = (there.get(start)?, there.get(end)?);
    (start.at < end.end()).then(|| Span::new(start.at, end.end()))
}

/// The place before the word `first` of those sought: where the words after it stand now, or else behind those before.
fn place(pairs: &[Option<usize>], first: usize, there: &[Word<'_>]) -> Option<Span> {
    let (before, after) = pairs.split_at_checked(first)?;
    let count = |pairs: &[Option<usize>]| pairs.iter().flatten().count();
    let follows = after.iter().take(2).flatten().next().copied();
    if let Some(index) = follows.filter(|_| count(after) >= AROUND) {
        return there.get(index).map(|w| Span::new(w.at, w.at));
    }
    let index = before.iter().rev().take(2).flatten().next().copied()?;
    if count(before) < AROUND {
        return None;
    }
    let next = there.get(index + 1)?;
    Some(Span::new(next.at, next.at))
}
