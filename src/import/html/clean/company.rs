//! Folding what a company says of itself at the end of everything that it publishes: the boilerplate of the trade.
//!
//! It stands last, under a rule or a label `About …`, and begins with the name of the company and what it is.

use super::is_open;
use super::plain;
use crate::document::BlockKind;
use crate::import::draft::Draft;

/// It has so many blocks at most.
const BLOCKS: usize = 4;
/// What it is is said in so many words.
const SAID: usize = 24;

/// Words for what companies are.
const COMPANIES: [&str; 24] = [
    "provider",
    "company",
    "leader",
    "manufacturer",
    "supplier",
    "developer",
    "maker",
    "firm",
    "organization",
    "organisation",
    "group",
    "agency",
    "publisher",
    "platform",
    "bank",
    "retailer",
    "corporation",
    "producer",
    "operator",
    "distributor",
    "consultancy",
    "startup",
    "brand",
    "conglomerate",
];

/// Folds the last blocks of a page from where a company begins to speak of itself.
pub(super) fn fold(drafts: &mut [Draft]) {
    let is_image = |draft: &Draft| matches!(draft.kind, BlockKind::Image { .. });
    let open: Vec<usize> = (0..drafts.len())
        .filter(|&at| {
            drafts
                .get(at)
                .is_some_and(|draft| is_open(draft) && !is_image(draft))
        })
        .collect();
    let from = open.len().saturating_sub(BLOCKS).max(open.len() / 2);
    let found = (from..open.len()).find(|&nth| {
        let Some(at) = open.get(nth) else {
            return false;
        };
        let Some(draft) = drafts.get(*at) else {
            return false;
        };
        let Some(name) = speaks_of_itself(draft) else {
            return false;
        };
        let rule = at.checked_sub(1).and_then(|at| drafts.get(at));
        let label = nth
            .checked_sub(1)
            .and_then(|nth| open.get(nth))
            .and_then(|&at| drafts.get(at));
        rule.is_some_and(|draft| draft.kind == BlockKind::Rule)
            || label.is_some_and(|label| is_about(label, &name))
    });
    let Some(found) = found else { return };
    let label = found.checked_sub(1).and_then(|nth| open.get(nth)).copied();
    let label = label.filter(|&at| {
        drafts
            .get(at)
            .is_some_and(|label| plain(&label.text).starts_with("about "))
    });
    for at in label.iter().chain(open.iter().skip(found)) {
        if let Some(draft) = drafts.get_mut(*at) {
            draft.fold = true;
        }
    }
}

/// The first word of the company that a paragraph begins to speak of.
fn speaks_of_itself(draft: &Draft) -> Option<String> {
    if draft.kind != BlockKind::Paragraph {
        return None;
    }
    let first = draft.text.split_whitespace().next()?;
    if !first.starts_with(char::is_uppercase) {
        return None;
    }
    let words = plain(&draft.text);
    let mut said = words.split(' ').take(SAID);
    let is = said.by_ref().take(8).any(|word| word == "is");
    let what = said.any(|word| COMPANIES.contains(&word.strip_suffix('s').unwrap_or(word)));
    (is && what).then(|| plain(first))
}

/// Whether a line is a label over what this company says of itself.
fn is_about(label: &Draft, name: &str) -> bool {
    let words = plain(&label.text);
    words
        .strip_prefix("about ")
        .is_some_and(|rest| rest.starts_with(name))
        && label.words() <= 8
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `---` is a rule. Kept ones come back.
    #[track_caller]
    fn check(page: &[&str], kept: usize) {
        let mut drafts: Vec<Draft> = page
            .iter()
            .map(|line| {
                let rule = *line == "---";
                let mut draft = Draft::new(if rule {
                    BlockKind::Rule
                } else {
                    BlockKind::Paragraph
                });
                draft.text = if rule {
                    String::new()
                } else {
                    (*line).to_owned()
                };
                draft
            })
            .collect();
        fold(&mut drafts);
        assert_eq!(drafts.iter().filter(|draft| is_open(draft)).count(), kept);
    }

    #[test]
    fn what_a_company_says_of_itself_last_is_folded() {
        let news = [
            "The harbour has a new crane.",
            "It lifts forty tons.",
            "The town is glad.",
            "It is painted red.",
        ];
        let own = "Lampworks is a leading provider of lamps for harbours in nine countries.";
        let more = "Lampworks employs forty people.";
        let page = |last: &[&'static str]| [&news[..], last].concat();
        check(&page(&["About Lampworks", own, more]), 4);
        check(&page(&["---", own, more]), 4);
        check(&page(&[own, more]), 6);
        check(&page(&["About the lamps", own]), 6);
    }
}
