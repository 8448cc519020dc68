//! Ranking: which facts a reader should see first, and why.
//!
//! Takes the merged facts, sets score, rank and reasons. Three steps: every word of the text gets a weight (how often it
//! occurs, how early, whether the title has it: `salience`); every fact a score from its own worth (kind, how definite,
//! who says so) and from the worth of the sentence that says it (`worth`); then facts are drawn one by one so that the
//! first ones differ in sentence, words and kind (`spread`). Names keep the order of their salience among themselves.
//!
//! Invariant: ranks are the numbers from 1 to the number of facts; the same findings get the same ranks. Linear in the
//! text, and in the facts but for sorting. `key` picks what is marked when only the most important facts are.

pub(super) mod key;
mod reason;
mod salience;
mod spread;
mod statement;
mod words;
mod worth;

#[cfg(test)]
mod tests;

use super::{Findings, Reason, Sentences};

/// Sets score, rank and reasons.
pub(super) fn rank(analysis: &Sentences<'_>, findings: &mut Findings) {
    let salience = salience::Salience::new(analysis);
    statement::add(analysis, &salience, findings);
    let mut worths = worth::worths(analysis, &salience, findings);
    for (fact, worth) in findings.facts.iter_mut().zip(&mut worths) {
        fact.score = worth.score;
        fact.reasons = std::mem::take(&mut worth.reasons);
    }
    let (order, gist) = spread::order(&salience, &findings.facts, &worths);
    for (fact, worth) in findings.facts.iter_mut().zip(&worths) {
        if gist.contains(&worth.sentence) {
            fact.reasons.insert(0, Reason::Gist);
        }
    }
    for (rank, index) in (1_u32..).zip(order) {
        if let Some(fact) = findings.facts.get_mut(index) {
            fact.rank = rank;
        }
    }
}
