//! Labels of a sequence, and the best sequence (Viterbi).

use super::NameKind;
use crate::facts::tag::form::{Form, mix};
use crate::facts::tag::model::Model;

/// Outside, and two labels a kind.
pub(in crate::facts) const LABELS: usize = 11;

/// A score for each label.
pub(in crate::facts) type Row = [i32; LABELS];

/// No part of a name.
pub(in crate::facts) const OUTSIDE: usize = 0;

/// The label of the first token of a name.
pub(in crate::facts) const fn begin(kind: NameKind) -> usize {
    1 + 2 * kind as usize
}

/// The label of its further tokens.
pub(in crate::facts) const fn inside(kind: NameKind) -> usize {
    2 + 2 * kind as usize
}

/// The kind that a label belongs to.
pub(in crate::facts) fn kind_of(label: usize) -> Option<NameKind> {
    NameKind::ALL.get(label.checked_sub(1)? / 2).copied()
}

/// The feature of following a label; [`OUTSIDE`] at the start.
pub(in crate::facts) fn transition(from: usize) -> u64 {
    mix(mix(0xa9e5, 999), from as u64)
}

/// Whether `to` may follow `from`: inside labels follow their own kind.
fn allowed(from: usize, to: usize) -> bool {
    to == OUTSIDE || to % 2 == 1 || from == to || from + 1 == to
}

/// The weights of one label following another.
#[derive(Clone, Debug)]
pub(in crate::facts) struct Lattice {
    follow: [[i32; LABELS]; LABELS],
}

/// What is worse than any path.
const NEVER: i32 = i32::MIN / 4;

impl Lattice {
    /// The weights that a model gives.
    pub(in crate::facts) fn of(model: &Model<'_, { LABELS + 1 }>) -> Self {
        Self::with(|from| {
            let mut scores = Row::default();
            model.add_scaled(transition(from), &mut scores);
            scores
        })
    }

    /// The weights given by a function of the label before.
    pub(in crate::facts) fn with(weights: impl Fn(usize) -> Row) -> Self {
        let mut follow = [[NEVER; LABELS]; LABELS];
        for (from, row) in follow.iter_mut().enumerate() {
            let scores = weights(from);
            for (to, (cell, score)) in row.iter_mut().zip(scores).enumerate() {
                if allowed(from, to) {
                    *cell = score;
                }
            }
        }
        Self { follow }
    }

    /// The best labels for tokens with these scores; a small word never begins a name. O(tokens x labels squared).
    pub(in crate::facts) fn decode(&self, scores: &[Row], forms: &[Form]) -> Vec<usize> {
        self.decode_within(scores, forms, |_| u16::MAX)
    }

    /// The same where `may` gives the labels that each token may have, as a set of bits.
    pub(in crate::facts) fn decode_within(
        &self,
        scores: &[Row],
        forms: &[Form],
        may: impl Fn(usize) -> u16,
    ) -> Vec<usize> {
        let mut best = [NEVER; LABELS];
        best[OUTSIDE] = 0;
        let mut from: Vec<[u8; LABELS]> = Vec::with_capacity(scores.len());
        for (i, (row, form)) in scores.iter().zip(forms).enumerate() {
            let set = may(i);
            let starts = form.is_capital() || form.is_number();
            let mut next = [NEVER; LABELS];
            let mut back = [0; LABELS];
            for (to, (cell, link)) in next.iter_mut().zip(&mut back).enumerate() {
                if set >> to & 1 == 0 || (to % 2 == 1 && !starts) {
                    continue;
                }
                let (label, score) = self.enter(&best, to);
                *cell = score
                    .saturating_add(row.get(to).copied().unwrap_or(0))
                    .max(NEVER);
                *link = label;
            }
            best = next;
            from.push(back);
        }
        let mut label = (0..LABELS)
            .rev()
            .max_by_key(|&l| best.get(l))
            .unwrap_or(OUTSIDE);
        let mut out = vec![OUTSIDE; scores.len()];
        for (cell, back) in out.iter_mut().zip(&from).rev() {
            *cell = label;
            label = usize::from(back.get(label).copied().unwrap_or(0));
        }
        out
    }

    /// The best label to come from: any, or for one inside a name the two of its kind.
    #[inline]
    fn enter(&self, best: &[i32; LABELS], to: usize) -> (u8, i32) {
        let mut found = (0, NEVER * 2);
        let inside = to != OUTSIDE && to.is_multiple_of(2);
        let (skip, take) = if inside { (to - 1, 2) } else { (0, LABELS) };
        let all = (0_u8..).zip(best.iter().zip(&self.follow));
        for (label, (score, row)) in all.skip(skip).take(take) {
            let sum = score.saturating_add(row.get(to).copied().unwrap_or(NEVER));
            if sum > found.1 {
                found = (label, sum);
            }
        }
        found
    }
}
