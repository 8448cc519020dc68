//! Why a fact ranks where it does, in sentences to listen to.

use super::Saying;
use crate::article::{Article, NO_REASON, moved, place_by_score};
use crate::facts::FactId;

/// Its rank, its reasons, what spread it, how sure the finder is. O(facts).
pub fn why(article: &Article, id: FactId) -> Vec<Saying> {
    let Some(fact) = article.fact(id) else {
        return Vec::new();
    };
    let all = article.findings.facts.len();
    let place = place_by_score(&article.findings, id);
    let mut lines = vec![
        format!(
            "Number {} of {all} by importance, number {place} by score alone.",
            fact.rank
        )
        .into(),
    ];
    if let Some(way) = moved(fact, place) {
        lines.push(
            format!(
                "It was put {way}, so that the first facts are spread over sentences, sections and kinds."
            )
            .into(),
        );
    }
    let why = fact.why();
    lines.push(if why.is_empty() {
        format!("It {NO_REASON}.").into()
    } else {
        why.into()
    });
    lines.push(format!("Confidence: {:.0} of 100.", fact.sure * 100.0).into());
    lines
}
