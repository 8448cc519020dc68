//! Folding what leads to other articles: items of a list that begin with a linked heading.
//!
//! A heading that is a link and stands in a list is the title of another article. Those without words of their own are
//! folded wherever they stand; those with a few go when nothing but such items follows a whole article. A list of
//! things, each with its linked name and a paragraph, is an article itself and stays.

use super::is_open;
use crate::document::BlockKind;
use crate::import::draft::Draft;
use crate::import::html::walk::LISTED;

/// So many such items at the end are no accident.
const ITEMS: usize = 3;
/// So many words must stand before them for an article to be there.
const ARTICLE: usize = 300;
/// With more words an item, on average, they are what the page is about.
const BLURB: usize = 70;

/// Folds teasers of other articles.
pub(super) fn fold(drafts: &mut [Draft]) {
    let open: Vec<usize> = (0..drafts.len())
        .filter(|&at| drafts.get(at).is_some_and(is_open))
        .collect();
    let kinds: Vec<Kind> = open
        .iter()
        .filter_map(|&at| drafts.get(at))
        .map(kind)
        .collect();
    let last = kinds.iter().rposition(|kind| *kind == Kind::Other);
    let tail = last.map_or(0, |at| at + 1);
    let count = |kinds: &[Kind]| kinds.iter().filter(|k| **k == Kind::Title).count();
    let words = |places: &[usize]| -> usize {
        let texts = places.iter().filter_map(|&at| drafts.get(at));
        texts.map(Draft::words).sum()
    };
    let (body, after) = (
        open.get(..tail).unwrap_or_default(),
        open.get(tail..).unwrap_or_default(),
    );
    let from = kinds
        .iter()
        .skip(tail)
        .position(|kind| *kind == Kind::Title);
    let items = count(kinds.get(tail..).unwrap_or_default());
    let ends = from == Some(0)
        && items >= ITEMS
        && words(body) >= ARTICLE
        && words(after) <= items * BLURB;
    let mut fold: Vec<usize> = if ends { after.to_vec() } else { Vec::new() };
    for (nth, kind) in kinds.iter().enumerate() {
        let own = kinds.get(nth + 1) == Some(&Kind::Item);
        if *kind == Kind::Title && !own && words(body) >= ARTICLE / 2 {
            fold.extend(open.get(nth));
        }
    }
    for at in fold {
        if let Some(draft) = drafts.get_mut(at) {
            draft.fold = true;
        }
    }
}

/// What a block is, where teasers are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A linked heading in a list.
    Title,
    /// Words in a list.
    Item,
    Other,
}

fn kind(draft: &Draft) -> Kind {
    match draft.kind {
        BlockKind::Heading { .. } if draft.hint.starts_with(LISTED) && draft.link_share() > 0.9 => {
            Kind::Title
        }
        BlockKind::ListItem { .. } | BlockKind::Image { .. } => Kind::Item,
        _ => Kind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::MarkKind;

    /// `=` begins a teaser's title, `-` an item; the rest are paragraphs. Kept ones come back.
    #[track_caller]
    fn check(page: &[&str], expect: &[&str]) {
        let mut drafts: Vec<Draft> = page
            .iter()
            .map(|line| {
                let (kind, text) = match (line.strip_prefix('='), line.strip_prefix('-')) {
                    (Some(title), _) => (BlockKind::Heading { level: 3 }, title),
                    (_, Some(item)) => (
                        BlockKind::ListItem {
                            depth: 0,
                            marker: "•".into(),
                        },
                        item,
                    ),
                    _ => (BlockKind::Paragraph, *line),
                };
                let mut draft = Draft::new(kind);
                draft.text = text.to_owned();
                if line.starts_with('=') {
                    draft.hint = LISTED.to_owned();
                    draft.marks = vec![(0, text.len(), MarkKind::Link("/other".into()))];
                }
                draft
            })
            .collect();
        fold(&mut drafts);
        let kept = drafts.iter().filter(|d| !d.fold);
        let kept: Vec<&str> = kept.map(|d| d.text.as_str()).collect();
        assert_eq!(kept, expect);
    }

    #[test]
    fn titles_of_other_articles_are_folded_and_lists_of_things_are_not() {
        let text = "word ".repeat(310);
        let text = text.trim();
        check(&[text, "=One", "=Two", "last words"], &[text, "last words"]);
        check(
            &[
                text, "=One", "-a line", "=Two", "-a line", "=Three", "-a line",
            ],
            &[text],
        );
        let thing = "word ".repeat(80);
        let thing = format!("-{}", thing.trim());
        let things = [text, "=One", &thing, "=Two", &thing, "=Three", &thing];
        let kept: Vec<&str> = things
            .iter()
            .map(|line| line.trim_start_matches(['=', '-']))
            .collect();
        check(&things, &kept);
        check(
            &["short", "=One", "-a", "=Two", "-b", "=Three", "-c"],
            &["short", "One", "a", "Two", "b", "Three", "c"],
        );
    }
}
