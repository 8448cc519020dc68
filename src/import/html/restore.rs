//! Taking back what extraction cut out of the middle of an article.
//!
//! Readability drops headings, quotations, tables and lists by their class names or by the share of their links,
//! wherever they stand. What stands between two kept blocks of the same article is far more often a part of it.

use super::clean::phrases;
use super::meta::{is_plain, plain};
use crate::document::BlockKind;
use crate::import::draft::Draft;

/// How many blocks away the kept neighbours of a block may stand.
const NEAR: usize = 5;
/// Words in the class of the line under a title.
const DECKS: [&str; 6] = [
    "subtitle",
    "sub-title",
    "standfirst",
    "deck",
    "subhead",
    "sub-head",
];
/// The fewest words of such a line.
const DECK: usize = 6;
/// How many other blocks may stand between the paragraphs at an end of the article.
const GAP: usize = 3;
/// The fewest words of a good paragraph.
const GOOD: usize = 15;
/// The fewest words at an end of the article that are worth taking back: a line under the title is not.
const LEDE: usize = 45;
/// The fewest words of running text in a run that is taken back whole.
const RUN: usize = 60;
/// As many between the title and the text.
const TITLED: usize = 8;

/// Unfolds headings, quotations, code, tables and long paragraphs between kept blocks. `title` is that of the page.
pub(super) fn restore(drafts: &mut [Draft], title: &str) {
    let Some(first) = drafts.iter().position(is_kept) else {
        return;
    };
    let last = drafts.iter().rposition(is_kept).unwrap_or(first);
    let title = plain(title);
    complete_lists(drafts);
    bridge(drafts);
    for at in first + 1..last {
        let Some(draft) = drafts
            .get(at)
            .filter(|d| d.fold && (!d.aside || is_post(d)))
        else {
            continue;
        };
        let (before, after) = around(drafts, at);
        let between = before.iter().any(is_kept) && after.iter().any(is_kept);
        let fits = match draft.kind {
            BlockKind::Heading { .. } => {
                let words = draft.words();
                (1..=24).contains(&words)
                    && draft.link_share() < 0.5
                    && after
                        .iter()
                        .any(|d| is_kept(d) && !matches!(d.kind, BlockKind::Heading { .. }))
                    && !is_plain(&draft.text, &title)
            }
            BlockKind::Quotation { .. } => (between || is_post(draft)) && draft.words() >= 4,
            BlockKind::Code { .. } => between,
            BlockKind::Table { .. } => between && draft.link_share() < 0.5,
            BlockKind::Paragraph | BlockKind::ListItem { .. } => {
                let close =
                    before.last().is_some_and(is_kept) && after.first().is_some_and(is_kept);
                (between && draft.words() >= 15 && draft.link_share() < 0.2)
                    || (close && is_sentence(draft))
            }
            _ => false,
        };
        if fits
            && !phrases::is_label(draft)
            && !phrases::is_phrase(draft)
            && let Some(draft) = drafts.get_mut(at)
        {
            draft.fold = false;
        }
    }
    complete_lists(drafts);
}

/// Unfolds long runs of prose between kept blocks: whole sections that extraction weighed by themselves and left out.
fn bridge(drafts: &mut [Draft]) {
    let mut from = None;
    for at in 0..drafts.len() {
        if !drafts.get(at).is_some_and(is_kept) {
            continue;
        }
        if let Some(run) = from.and_then(|from| drafts.get_mut(from + 1..at))
            && is_prose(run)
        {
            for draft in run.iter_mut().filter(|draft| is_part(draft)) {
                draft.fold = phrases::is_phrase(draft);
            }
        }
        from = Some(at);
    }
}

/// Whether a run of folded blocks is mostly running text, and no label over other articles or comments is in it.
fn is_prose(run: &[Draft]) -> bool {
    let parts = || run.iter().filter(|draft| is_part(draft));
    let all: usize = parts().map(Draft::words).sum();
    let is_text = |draft: &&Draft| {
        let whole = matches!(draft.kind, BlockKind::Table { .. } | BlockKind::Code { .. });
        whole || is_good(draft)
    };
    let good: usize = parts().filter(is_text).map(Draft::words).sum();
    let is_label = |draft: &Draft| {
        phrases::is_label(draft)
            || phrases::is_comments_label(draft)
            || phrases::is_author_label(draft)
    };
    good >= RUN && good * 4 >= all * 3 && !run.iter().any(is_label)
}

/// Whether a folded block may be a part of the article.
fn is_part(draft: &Draft) -> bool {
    let kind = !matches!(draft.kind, BlockKind::Image { .. } | BlockKind::Rule);
    kind && draft.fold && !draft.aside && draft.link_share() < 0.5
}

/// Unfolds paragraphs right before and right after the kept ones: the lede that stands beside the body, the questions
/// at its end.
pub(super) fn extend(drafts: &mut [Draft], title: &str) {
    let title = plain(title);
    let Some(first) = drafts.iter().position(is_kept) else {
        return;
    };
    let last = drafts.iter().rposition(is_kept).unwrap_or(first);
    let is_title = |draft: &Draft| {
        matches!(draft.kind, BlockKind::Heading { level: 1 })
            || (!title.is_empty() && is_plain(&draft.text, &title))
    };
    let upward: Vec<usize> = (0..first).rev().collect();
    let top = drafts.iter().take(first).rposition(is_title);
    let upward = upward
        .into_iter()
        .filter(|at| top.is_none_or(|top| *at > top));
    follow(
        drafts,
        upward,
        if top.is_some() { TITLED } else { GAP },
        LEDE,
    );
    if let Some(top) = top {
        follow(drafts, top + 1..first, GAP, LEDE);
    }
    follow(drafts, last + 1..drafts.len(), GAP, LEDE);
}

/// The blocks near to one on either side, as far as no label stands between that begins or ends something else.
fn around(drafts: &[Draft], at: usize) -> (&[Draft], &[Draft]) {
    let before = drafts.get(at.saturating_sub(NEAR)..at).unwrap_or_default();
    let after = drafts
        .get(at + 1..(at + 1 + NEAR).min(drafts.len()))
        .unwrap_or_default();
    let from = before.iter().rposition(phrases::is_label);
    let to = after.iter().position(phrases::is_label);
    let before = before.get(from.map_or(0, |label| label + 1)..);
    let after = after.get(..to.unwrap_or(after.len()));
    (before.unwrap_or_default(), after.unwrap_or_default())
}

/// Unfolds the line under the title that says what the article is about.
pub(super) fn deck(drafts: &mut [Draft], title: &str) {
    let title = plain(title);
    let Some(first) = drafts.iter().position(is_kept) else {
        return;
    };
    let is_title = |draft: &Draft| !title.is_empty() && is_plain(&draft.text, &title);
    let top = drafts.iter().take(first).rposition(is_title);
    let Some(top) = top else { return };
    for draft in drafts.iter_mut().take(first).skip(top + 1).take(GAP) {
        let named = DECKS.iter().any(|name| draft.hint.contains(name));
        let heading = matches!(draft.kind, BlockKind::Heading { .. });
        let fits = (heading || named)
            && !draft.aside
            && draft.words() >= DECK
            && draft.link_share() < 0.15
            && !phrases::is_phrase(draft);
        if fits {
            draft.fold = false;
            return;
        }
    }
}

/// Unfolds good paragraphs in the rest of the element that the page calls the content of its article, where most of
/// what was kept stands in it.
pub(super) fn complete(drafts: &mut [Draft]) {
    let Some(first) = drafts.iter().position(is_kept) else {
        return;
    };
    let last = drafts.iter().rposition(is_kept).unwrap_or(first);
    let (mut all, mut inside) = (0, 0);
    for draft in drafts.iter().filter(|draft| is_kept(draft)) {
        all += draft.words();
        inside += if draft.body { draft.words() } else { 0 };
    }
    if inside * 2 <= all {
        return;
    }
    let begin = drafts.iter().position(|draft| draft.body).unwrap_or(first);
    let end = drafts.iter().rposition(|draft| draft.body).unwrap_or(last);
    follow(drafts, (begin..first).rev(), usize::MAX, LEDE);
    follow(drafts, (last + 1)..=end, usize::MAX, LEDE);
}

/// Unfolds good paragraphs along a way, until too many blocks in a row are none: all of them or, when they come to
/// fewer than `least` words, none.
fn follow(drafts: &mut [Draft], way: impl Iterator<Item = usize>, gap: usize, least: usize) {
    let mut misses = 0;
    let mut words = 0;
    let mut found: Vec<usize> = Vec::new();
    let mut heading: Option<usize> = None;
    let mut in_list = false;
    for at in way {
        let Some(draft) = drafts.get(at) else { break };
        if phrases::is_label(draft)
            || phrases::is_comments_label(draft)
            || phrases::is_author_label(draft)
            || phrases::leads_on(draft)
        {
            break;
        }
        if super::clean::leads_within(draft) {
            continue;
        }
        // Under the title a whole list is one miss: the contents of the page, where to share it.
        let item = matches!(draft.kind, BlockKind::ListItem { .. });
        let again = item && in_list && gap > GAP;
        in_list = item;
        if is_good(draft) {
            found.push(at);
            found.extend(heading.take());
            words += draft.words();
            misses = 0;
        } else if matches!(draft.kind, BlockKind::Heading { .. })
            && !draft.aside
            && draft.link_share() < 0.5
        {
            heading = Some(at);
            misses += 1;
        } else if !again && !matches!(draft.kind, BlockKind::Image { .. } | BlockKind::Rule) {
            misses += 1;
        }
        if misses > gap {
            break;
        }
    }
    if words >= least {
        for at in found {
            if let Some(draft) = drafts.get_mut(at) {
                draft.fold = false;
            }
        }
    }
}

/// Whether a block reads like a paragraph of an article.
fn is_good(draft: &Draft) -> bool {
    let text = matches!(
        draft.kind,
        BlockKind::Paragraph | BlockKind::ListItem { .. } | BlockKind::Quotation { .. }
    );
    text && !draft.aside
        && draft.words() >= GOOD
        && draft.link_share() < 0.15
        && !phrases::is_phrase(draft)
}

/// Unfolds the items of a list of which others are kept, or that stands in the middle of the text: a list is no part of
/// an article by halves.
fn complete_lists(drafts: &mut [Draft]) {
    let is_item = |draft: &Draft| matches!(draft.kind, BlockKind::ListItem { .. });
    let mut at = 0;
    while at < drafts.len() {
        let rest = drafts.get(at..).unwrap_or_default();
        let run = rest.iter().take_while(|d| is_item(d)).count();
        let is_text = |d: &&Draft| {
            !matches!(
                d.kind,
                BlockKind::Heading { .. } | BlockKind::Image { .. } | BlockKind::Rule
            )
        };
        let after = rest.iter().skip(run).find(is_text).is_some_and(is_kept);
        let mut before = drafts.get(..at).unwrap_or_default().iter().rev();
        let inside = run > 1 && after && before.find(is_text).is_some_and(is_kept);
        let items = drafts.get_mut(at..at + run).unwrap_or_default();
        if inside || items.iter().any(is_kept) {
            for draft in items {
                let fits = !draft.aside && draft.link_share() < 0.3;
                draft.fold &= !fits || phrases::is_phrase(draft);
            }
        }
        at += run.max(1);
    }
}

/// Whether a block reads like a short sentence of an article.
fn is_sentence(draft: &Draft) -> bool {
    draft.words() >= 5
        && draft.link_share() < 0.01
        && draft.text.trim_end().ends_with(['.', '!', '?', ':', '”'])
}

/// Whether a block is a post of another site, quoted in the text.
fn is_post(draft: &Draft) -> bool {
    matches!(draft.kind, BlockKind::Quotation { .. })
        && ["tweet", "twitter", "instagram", "mastodon", "bluesky"]
            .iter()
            .any(|site| draft.hint.contains(site))
}

fn is_kept(draft: &Draft) -> bool {
    !draft.fold && !matches!(draft.kind, BlockKind::Image { .. } | BlockKind::Rule)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Kept blocks are in capitals.
    #[track_caller]
    fn check(blocks: &[(BlockKind, &str)], expect: &[bool]) {
        let mut drafts: Vec<Draft> = blocks
            .iter()
            .map(|(kind, text)| {
                let mut draft = Draft::new(kind.clone());
                draft.text.push_str(text);
                draft.fold = !text.starts_with(char::is_uppercase);
                draft
            })
            .collect();
        restore(&mut drafts, "");
        let kept: Vec<bool> = drafts.iter().map(|draft| !draft.fold).collect();
        assert_eq!(kept, expect);
    }

    #[test]
    fn a_list_is_no_part_of_an_article_by_halves() {
        let item = || BlockKind::ListItem {
            depth: 0,
            marker: "•".into(),
        };
        check(
            &[
                (item(), "the first of the four reasons"),
                (item(), "The second of the reasons"),
                (item(), "the third of the four reasons"),
                (item(), "share"),
            ],
            &[true, true, true, false],
        );
    }

    #[test]
    fn a_section_that_was_left_out_in_the_middle_comes_back() {
        let text = || BlockKind::Paragraph;
        let long = "of the harbour and its lamps ".repeat(6);
        let head = || BlockKind::Heading { level: 2 };
        let label = (head(), "related articles");
        let mut section = vec![(head(), "the middle")];
        section.extend((0..6).map(|_| (text(), long.as_str())));
        let page = |inner: &[(BlockKind, &'static str)]| {
            let mut page = vec![(text(), "Before it.")];
            page.extend(inner.iter().cloned());
            page.extend(section.iter().map(|(kind, words)| (kind.clone(), *words)));
            page.push((text(), "After it."));
            page
        };
        check(&page(&[]), &[true; 9]);
        let left = [
            true, false, false, false, false, false, false, false, false, true,
        ];
        check(&page(&[label]), &left);
    }

    #[test]
    fn a_short_sentence_between_two_paragraphs_belongs_to_them() {
        let text = || BlockKind::Paragraph;
        check(
            &[
                (text(), "One paragraph."),
                (text(), "it was a cold night."),
                (text(), "Another paragraph."),
                (text(), "try the new planner now"),
                (text(), "A third paragraph."),
            ],
            &[true, true, true, false, true],
        );
    }
}
