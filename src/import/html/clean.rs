//! Folding what extraction kept and does not belong to the text.
//!
//! Every rule folds; none deletes. The rules, in order: lines at the top that repeat title, byline and date; phrases
//! that pages put beside articles; labels with the links under them; blocks that are nothing but a link; what stands
//! after the last paragraph; comments.

mod company;
mod labels;
pub(super) mod phrases;
mod pictures;
mod teasers;

use super::meta::{self, is_plain, plain, plain_start};
use crate::document::{BlockKind, MarkKind, Meta};
use crate::import::draft::Draft;

/// A paragraph of at least so many words is text.
const TEXT: usize = 20;
/// One word in so many stands in a paragraph that is nothing but a link: then the page is an index.
const INDEX: usize = 5;
/// So many lines in a row that lead to places on the page are its contents.
const CONTENTS: usize = 3;
/// So many words of text must stand before comments for them to be comments.
const ARTICLE: usize = 150;

/// Folds what is not the text of the article. `whole`: the page is none, and what stands on it is its text.
pub(super) fn clean(drafts: &mut Vec<Draft>, meta: &Meta, whole: bool) {
    pictures::credits(drafts);
    for draft in drafts.iter_mut() {
        take_tools_off(draft);
    }
    let index = whole || is_index(drafts);
    top(drafts, meta);
    let pictured = pictures::linked(drafts);
    for (at, draft) in drafts.iter_mut().enumerate() {
        if !draft.fold {
            let link = is_link(draft) && !index && !pictured.contains(&at);
            draft.fold = phrases::is_phrase(draft) || link || is_dated(draft);
        }
    }
    contents(drafts);
    if whole {
        return;
    }
    labels::fold(drafts);
    author(drafts, meta);
    comments(drafts);
    if !index {
        teasers::fold(drafts);
        company::fold(drafts);
        tail(drafts);
    }
}

/// Whether links are what the page is about: a front page, a list of chapters.
fn is_index(drafts: &[Draft]) -> bool {
    let open = || drafts.iter().filter(|draft| is_open(draft));
    let linked: usize = open().filter(|d| is_link(d)).map(Draft::words).sum();
    let all: usize = open().map(Draft::words).sum();
    linked * INDEX > all
}

/// Takes the linked words in brackets off the end of a heading: `History [edit]`.
fn take_tools_off(draft: &mut Draft) {
    if !matches!(draft.kind, BlockKind::Heading { .. }) || !draft.text.ends_with(']') {
        return;
    }
    let Some(open) = draft.text.rfind('[') else {
        return;
    };
    let inside = draft.text.get(open + 1..).unwrap_or_default();
    // A link begins with the space before its first word.
    let end = draft.text.get(..open).unwrap_or_default().trim_end().len();
    let linked = draft
        .marks
        .iter()
        .any(|(from, _, kind)| *from >= end && matches!(kind, MarkKind::Link(_)));
    // A note is called by a number.
    if !linked || inside.contains(|c: char| c.is_ascii_digit()) {
        return;
    }
    if end == 0 {
        // Nothing but a tool of the site.
        draft.fold = true;
        return;
    }
    draft.text.truncate(end);
    draft.marks.retain_mut(|(from, to, _)| {
        *to = (*to).min(end);
        *from < *to
    });
    for (at, _) in &mut draft.anchors {
        *at = (*at).min(end);
    }
}

/// Whether a block is kept and has text.
fn is_open(draft: &Draft) -> bool {
    !draft.fold && !draft.text.trim().is_empty()
}

/// Whether a block is running text.
fn is_text(draft: &Draft) -> bool {
    let kind = matches!(
        draft.kind,
        BlockKind::Paragraph
            | BlockKind::ListItem { .. }
            | BlockKind::Quotation { .. }
            | BlockKind::Footnote { .. }
    );
    let whole = matches!(draft.kind, BlockKind::Code { .. } | BlockKind::Table { .. });
    is_open(draft) && (whole || (kind && draft.words() >= TEXT && draft.link_share() < 0.5))
}

/// Lines before the text that repeat what the document already says of itself.
fn top(drafts: &mut [Draft], meta: &Meta) {
    let end = drafts.iter().position(is_text).unwrap_or_default();
    let title = plain(&meta.title);
    let byline = meta.byline.as_deref().map(plain).unwrap_or_default();
    let mut seen = 0;
    // Breadcrumbs begin with a link to the front page.
    let mut crumbs = false;
    for (at, draft) in drafts.iter_mut().enumerate() {
        let item = matches!(draft.kind, BlockKind::ListItem { .. });
        crumbs = item && (crumbs || draft.link_share() > 0.5);
        if !is_open(draft) || matches!(draft.kind, BlockKind::Image { .. }) {
            continue;
        }
        seen += usize::from(at > end);
        if seen > 4 {
            break;
        }
        let words = plain(&draft.text);
        let count = draft.words();
        let repeats_title = !title.is_empty()
            && (words == title
                || (words.contains(&title) && words.len() < title.len() + title.len() / 2));
        let crumb = at < end && crumbs && count <= 5;
        draft.fold |= repeats_title
            || crumb
            || (at < end && phrases::is_author_label(draft))
            || (count <= 16 && is_byline(&words, &byline))
            || is_date_line(draft, count);
    }
}

/// Whether a line names who wrote it and little else.
fn is_byline(words: &str, byline: &str) -> bool {
    let by = words.starts_with("by ") && words.split(' ').count() <= 12;
    let named = !byline.is_empty() && words.contains(byline) && words.len() < byline.len() + 60;
    by || named
}

/// Whether a short line is a date and little else.
fn is_date_line(draft: &Draft, count: usize) -> bool {
    count <= 14 && !draft.text.trim_end().ends_with('.') && meta::is_dated(&draft.text)
}

/// Whether a line anywhere says when the page was published or changed.
fn is_dated(draft: &Draft) -> bool {
    const LEADS: [&str; 7] = [
        "published ",
        "updated ",
        "last updated ",
        "posted ",
        "first published ",
        "originally published ",
        "modified ",
    ];
    let count = draft.words();
    if count > 16
        || matches!(
            draft.kind,
            BlockKind::Image { .. } | BlockKind::Table { .. } | BlockKind::Code { .. }
        )
    {
        return false;
    }
    let words = plain(&draft.text);
    LEADS.iter().any(|lead| words.starts_with(lead)) && words.bytes().any(|b| b.is_ascii_digit())
}

/// Whether a paragraph is nothing but a link.
fn is_link(draft: &Draft) -> bool {
    draft.kind == BlockKind::Paragraph
        && draft.link_share() > 0.9
        && draft.words() < 30
        && !draft.text.contains("://")
}

/// The contents of the page on the page, with the heading over them: the outline shows them, and they lead nowhere else.
fn contents(drafts: &mut [Draft]) {
    let is_line =
        |draft: &Draft| matches!(draft.kind, BlockKind::ListItem { .. }) && leads_within(draft);
    let mut at = 0;
    while at < drafts.len() {
        let run = drafts.iter().skip(at).take_while(|d| is_line(d)).count();
        let above = at.checked_sub(1).filter(|_| run >= CONTENTS);
        let is_label = |at: &usize| drafts.get(*at).is_some_and(phrases::is_contents_label);
        if let Some(label) = above.filter(is_label) {
            for draft in drafts.iter_mut().skip(label).take(run + 1) {
                draft.fold = true;
            }
        }
        at += run.max(1);
    }
}

/// Whether a block is nothing but links to places on its page.
pub(super) fn leads_within(draft: &Draft) -> bool {
    let mut links = draft.marks.iter().filter_map(|(.., kind)| match kind {
        MarkKind::Link(target) => Some(target),
        _ => None,
    });
    draft.link_share() > 0.8 && links.all(|target| target.starts_with('#'))
}

/// The lines about the author after the text.
fn author(drafts: &mut [Draft], meta: &Meta) {
    let name = meta.byline.as_deref().map(plain).unwrap_or_default();
    let open: Vec<usize> = drafts
        .iter()
        .enumerate()
        .filter(|(_, d)| is_open(d))
        .map(|(at, _)| at)
        .collect();
    let late = open.len() - open.len() / 4;
    let mut under = 0;
    for (nth, &at) in open.iter().enumerate() {
        let last = nth + 4 >= open.len();
        let Some(draft) = drafts.get_mut(at) else {
            continue;
        };
        let heading = matches!(draft.kind, BlockKind::Heading { .. });
        if nth >= late && phrases::is_author_label(draft) {
            under = 4;
        } else if under > 0 && heading && !is_plain(&draft.text, &name) {
            under = 0;
        }
        let named =
            || name.contains(' ') && plain_start(&draft.text, name.len()).starts_with(&name);
        let about = nth > 0 && last && (heading || draft.words() < 90) && named();
        draft.fold |= under > 0 || about;
        under = usize::saturating_sub(under, 1);
    }
}

/// What readers wrote, when an article stands before it.
fn comments(drafts: &mut [Draft]) {
    let mut words = 0;
    let mut found = None;
    for (at, draft) in drafts.iter().enumerate() {
        let short = matches!(draft.kind, BlockKind::Heading { .. } | BlockKind::Paragraph)
            && draft.words() <= 6;
        if words >= ARTICLE && short && phrases::is_comments_label(draft) {
            found = Some(at);
            break;
        }
        if is_text(draft) {
            words += draft.words();
        }
    }
    let Some(found) = found else { return };
    let after: usize = drafts
        .iter()
        .skip(found)
        .filter(|d| is_text(d))
        .map(Draft::words)
        .sum();
    // Much text after the label may be the article going on.
    if after < words * 2 {
        for draft in drafts.iter_mut().skip(found) {
            draft.fold = true;
        }
    }
}

/// What stands after the last paragraph: headings without a text, links, single words.
fn tail(drafts: &mut [Draft]) {
    let Some(last) = drafts.iter().rposition(is_text) else {
        return;
    };
    let mut at = drafts.len();
    while at > last + 1 {
        at -= 1;
        let Some(draft) = drafts.get_mut(at) else {
            break;
        };
        if !is_open(draft) || matches!(draft.kind, BlockKind::Image { .. } | BlockKind::Rule) {
            continue;
        }
        let heading = matches!(draft.kind, BlockKind::Heading { .. });
        let linked = draft.link_share() > 0.5 && !matches!(draft.kind, BlockKind::ListItem { .. });
        if heading || linked {
            draft.fold = true;
        } else {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(heading: &str, link: &str, expect: &str) {
        let mut draft = Draft::new(BlockKind::Heading { level: 2 });
        heading.clone_into(&mut draft.text);
        let from = heading.find(link).unwrap();
        let mark = MarkKind::Link("#x".into());
        draft.marks.push((from, from + link.len(), mark));
        take_tools_off(&mut draft);
        assert_eq!(draft.text, expect);
        assert!(draft.marks.iter().all(|(_, to, _)| *to <= expect.len()));
    }

    #[test]
    fn the_contents_of_a_page_are_folded_with_their_heading() {
        let block = |kind: BlockKind, text: &str, target: Option<&str>| {
            let mut draft = Draft::new(kind);
            draft.text = text.to_owned();
            let mark = target.map(|to| (0, text.len(), MarkKind::Link(to.into())));
            draft.marks.extend(mark);
            draft
        };
        let item = || BlockKind::ListItem {
            depth: 0,
            marker: "•".into(),
        };
        let mut drafts = vec![
            block(BlockKind::Paragraph, "Some words before it all", None),
            block(BlockKind::Heading { level: 2 }, "Contents", None),
            block(item(), "1 One", Some("#one")),
            block(item(), "2 Two", Some("#two")),
            block(item(), "3 Three", Some("#three")),
            block(item(), "Elsewhere", Some("/else")),
        ];
        contents(&mut drafts);
        let kept: Vec<bool> = drafts.iter().map(|draft| !draft.fold).collect();
        assert_eq!(kept, [true, false, false, false, false, true]);
    }

    #[test]
    fn headings_stand_without_the_tools_of_the_site() {
        check("History[edit]", "edit", "History");
        check("History [edit]", " [edit]", "History");
        check("History [change | source]", "change", "History");
        check("History[1]", "1", "History[1]");
        check("History [sic]", "History", "History [sic]");
    }
}
