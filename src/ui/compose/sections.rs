//! The sections pane: the outline with folds, the current section, reading progress and facts per section.

use std::collections::BTreeMap;

use compact_str::{CompactString, ToCompactString, format_compact};
use ratatui::layout::Rect;

use super::flow::flow_round;
use super::{Scene, focused, window};
use crate::article::Article;
use crate::document::SectionId;
use crate::layout::measure;
use crate::text::Span;
use crate::ui::listing::{Title, Titles};
use crate::ui::screen::{Line, PaneView, Target};
use crate::ui::{Pane, Role, View};

/// How far a section is read, in eighths.
const BARS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
/// The same in ASCII.
const ASCII_BARS: [&str; 9] = [" ", ".", ".", ":", ":", "-", "=", "+", "#"];

/// Sections deeper than this are not set in any further.
const DEEPEST: u8 = 6;

/// The most rows that a title takes.
const MOST: usize = 5;

/// Makes the pane.
pub(super) fn pane(scene: &Scene<'_>, area: Rect, shown: Span, titles: &mut Titles) -> PaneView {
    let has_focus = focused(scene.view, Pane::Sections);
    let mut lines = Vec::new();
    if area.height >= 4 && !scene.frame.sections_over {
        let mut title = Line::default();
        title.push(
            " Sections",
            if has_focus { Role::Accent } else { Role::Dim },
        );
        lines.push(title);
    }
    let visible = visible(scene);
    let here = super::text::reading_place(scene, shown);
    let current = scene.article.document.outline().section_at(here);
    let current = shown_instead(scene, current);
    let selected = if scene.view.focus == Pane::Sections {
        scene.view.section
    } else {
        current
    };
    let room = usize::from(area.height).saturating_sub(lines.len());
    let at = visible.iter().position(|&id| id == selected).unwrap_or(0);
    let under = if has_focus {
        Role::Selection
    } else {
        Role::SelectionElsewhere
    };
    let head = lines.len();
    for (id, rows) in set(scene, titles, &visible, (area.width, room), (current, at)) {
        for mut line in rows {
            line.under = (id == selected).then_some(under);
            lines.push(line);
        }
    }
    lines.truncate(head + room);
    PaneView { area, lines }
}

/// The sections that are on the screen, each in its rows, in a pane of so many columns and rows: titles as long as there is
/// room for, which is at least two rows, even if not all sections are in sight then. O(rows).
fn set(
    scene: &Scene<'_>,
    titles: &mut Titles,
    visible: &[SectionId],
    (width, room): (u16, usize),
    (current, at): (SectionId, usize),
) -> Vec<(SectionId, Vec<Line>)> {
    let mut rows = |id: SectionId, most| rows(scene, titles, id, (width, most), id == current);
    if visible.len() <= room {
        let mut all: Vec<_> = visible.iter().map(|&id| (id, rows(id, MOST))).collect();
        let fits = |most: &usize| {
            let heights = all.iter().map(|(_, rows)| rows.len().min(*most));
            heights.sum::<usize>() <= room
        };
        if let Some(most) = (2..=MOST).rev().find(fits) {
            for (id, set) in all.iter_mut().filter(|(_, set)| set.len() > most) {
                *set = rows(*id, most);
            }
            return all;
        }
    }
    let mut known: BTreeMap<usize, Vec<Line>> = BTreeMap::new();
    let height = |i: usize| {
        let set = known.entry(i).or_insert_with(|| {
            let id = visible.get(i);
            id.map_or(Vec::new(), |&id| rows(id, 2))
        });
        set.len()
    };
    let window = match scene.view.rolled.sections {
        Some(first) => window::from(visible.len(), first, room, height),
        None => window::around(visible.len(), at, (room, room / 2), height),
    };
    window
        .filter_map(|i| {
            let id = *visible.get(i)?;
            Some((id, known.remove(&i).unwrap_or_else(|| rows(id, 2))))
        })
        .collect()
}

/// The sections that are not folded away, in order. O(sections).
fn visible(scene: &Scene<'_>) -> Vec<SectionId> {
    visible_sections(scene.article, scene.view)
}

/// The sections that are not folded away, in order. O(sections).
pub fn visible_sections(article: &Article, view: &View) -> Vec<SectionId> {
    let outline = article.document.outline();
    let mut hidden_below: Option<u8> = None;
    let mut visible = Vec::new();
    for (i, section) in outline.sections().iter().enumerate() {
        let id = SectionId::new(i);
        if hidden_below.is_some_and(|depth| section.depth > depth && section.parent.is_some()) {
            continue;
        }
        hidden_below = view.folded.contains(&id).then_some(section.depth);
        visible.push(id);
    }
    visible
}

/// The columns of the pane where the sign of a fold stands, for a section so deep in the outline.
pub fn fold_columns(depth: u8) -> std::ops::Range<u16> {
    let start = 1 + 2 * u16::from(depth.min(DEEPEST));
    start..start + 2
}

/// The section that stands for `id` while that is folded away.
fn shown_instead(scene: &Scene<'_>, id: SectionId) -> SectionId {
    let outline = scene.article.document.outline();
    let (mut at, mut shown) = (Some(id), id);
    while let Some(here) = at {
        if here != id && scene.view.folded.contains(&here) {
            shown = here;
        }
        at = outline.section(here).and_then(|s| s.parent);
    }
    shown
}

/// One section in at most `most` rows: its title, how far it is read, how many facts it has.
fn rows(
    scene: &Scene<'_>,
    titles: &mut Titles,
    id: SectionId,
    (width, most): (u16, usize),
    current: bool,
) -> Vec<Line> {
    let outline = scene.article.document.outline();
    let Some(section) = outline.section(id) else {
        return Vec::new();
    };
    let mut start = Line {
        target: Target::Section(id),
        ..Line::default()
    };
    start.push(
        if current { scene.sign("▌", ">") } else { " " },
        Role::Accent,
    );
    start.push("  ".repeat(section.depth.min(DEEPEST).into()), Role::Dim);
    let mut further = start.clone();
    further.push(" ", Role::Dim);
    if outline.has_parts(id) {
        let folded = scene.view.folded.contains(&id);
        start.push(
            if folded {
                scene.sign("▸ ", "+ ")
            } else {
                scene.sign("▾ ", "- ")
            },
            Role::Dim,
        );
        further.push("  ", Role::Dim);
    }
    let tail = tail(scene, id, section.span);
    let room = usize::from(width).saturating_sub(usize::from(further.width()) + 1);
    let corner = measure::width(&tail) + usize::from(start.width());
    let corner = corner.saturating_sub(usize::from(further.width()));
    let role = if current { Role::Heading } else { Role::Text };
    let mut lines = Vec::new();
    let title = Title {
        section: id,
        columns: (room, corner),
        most,
        ascii: scene.ascii(),
    };
    let flow = || {
        let name = [(section_name(scene, id), role)];
        let rows = flow_round(&name, (room, corner), most, scene.ellipsis()).into_iter();
        rows.map(|row| row.into_iter().map(|(text, _)| text).collect())
            .collect()
    };
    for row in titles.rows(title, flow) {
        let mut line = if lines.is_empty() {
            start.clone()
        } else {
            further.clone()
        };
        line.push(row.clone(), role);
        lines.push(line);
    }
    if lines.is_empty() {
        lines.push(start);
    }
    if let Some(line) = lines.first_mut() {
        line.push_right(width, tail, Role::Dim);
    }
    lines
}

/// How far a section is read, as a bar, and how many facts it has.
fn tail(scene: &Scene<'_>, id: SectionId, span: Span) -> CompactString {
    let facts = match scene.article.index.facts_in_section(id) {
        0 => CompactString::default(),
        n => n.to_compact_string(),
    };
    let bars = if scene.ascii() { ASCII_BARS } else { BARS };
    let bar = bars
        .get(eighths(span, scene.view.furthest.get()))
        .copied()
        .unwrap_or_default();
    format_compact!("{bar}{facts:>3}")
}

/// What a section is called in a list: its title on one line. The part under the title of the whole document is
/// called the lede, since the title stands above all panes already.
pub(super) fn section_name(scene: &Scene<'_>, id: SectionId) -> String {
    let outline = scene.article.document.outline();
    let is_lede = id == SectionId(0) && outline.sections().len() > 1;
    if is_lede && !scene.article.document.meta().title.is_empty() {
        return "Lede".to_owned();
    }
    scene.article.section_name(id)
}

/// How much of a section lies before `furthest`, in eighths; the last eighth is only there at its very end.
fn eighths(section: Span, furthest: usize) -> usize {
    let read = furthest
        .saturating_sub(section.start.get())
        .min(section.len());
    // The break behind the last block is no text.
    if section.len() <= read + 2 {
        if read == 0 { 0 } else { 8 }
    } else {
        read * 8 / section.len().max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_is_full_only_at_the_end() {
        let section = Span::new(100, 500);
        assert_eq!(
            [0, 100, 300, 490, 499, 900].map(|at| eighths(section, at)),
            [0, 0, 4, 7, 8, 8]
        );
    }
}
