//! The facts pane: the list of facts, and the evidence for the selected one.

mod evidence;

use std::ops::Range;

use ratatui::layout::Rect;

use super::sections::section_name;
use super::{Scene, focused};
use crate::article::{State, glyph, note};
use crate::facts::{Fact, FactId, Kind};
use crate::layout::measure;
use crate::text::Span;
use crate::ui::listing::{Entry, listing};
use crate::ui::screen::{Line, PaneView, Target};
use crate::ui::{Density, Look, Order, Pane, Role};

/// Makes the pane.
pub(super) fn pane(scene: &Scene<'_>, area: Rect, shown: Span) -> PaneView {
    let has_focus = focused(scene.view, Pane::Facts);
    let entries = listing(scene.article, scene.view);
    let mut lines = Vec::new();
    if area.height >= 4 {
        lines.push(title(scene, &entries, has_focus));
        if !scene.view.filter.is_empty() {
            let mut line = Line::default();
            line.push(format!(" only: {}", scene.view.filter), Role::Accent);
            lines.push(line);
        }
    }
    let evidence = evidence::lines(scene, area.width, usize::from(area.height) * 2 / 5);
    let room = usize::from(area.height).saturating_sub(lines.len());
    let list_room = if room > evidence.len() + 3 {
        room - evidence.len()
    } else {
        room
    };
    if entries.is_empty() {
        let mut line = Line::default();
        line.push(format!("  {}", nothing(scene)), Role::Dim);
        lines.push(line);
    }
    let at = anchor(scene, &entries, shown);
    for i in window(scene, &entries, at, area.width, list_room) {
        let Some(&entry) = entries.get(i) else { break };
        lines.extend(rows(scene, entry, area.width, has_focus, shown));
    }
    lines.truncate(usize::from(area.height).saturating_sub(room - list_room));
    if list_room < room {
        lines.resize_with(usize::from(area.height) - evidence.len(), Line::default);
        lines.extend(evidence);
    }
    PaneView { area, lines }
}

/// The head of the pane: density, order and how many of how many.
fn title(scene: &Scene<'_>, entries: &[Entry], has_focus: bool) -> Line {
    let mut line = Line::default();
    if scene.frame.facts_over {
        line.push(" ", Role::Dim);
    } else {
        line.push(" Facts", if has_focus { Role::Accent } else { Role::Dim });
    }
    let listed = entries
        .iter()
        .filter(|e| matches!(e, Entry::Fact(_)))
        .count();
    let all = scene.article.findings.facts.len();
    let density = match (scene.view.filter.is_empty(), scene.view.density) {
        (false, _) => "",
        (_, Density::Key) => " · key",
        (_, Density::All) => " · all",
        (_, Density::Off) => " · key, unmarked",
    };
    let order = match scene.view.order {
        Order::Reading => "",
        Order::Importance => " · by importance",
        Order::Kind => " · by kind",
    };
    let text = format!("{density} · {listed} of {all}{order}");
    line.push(
        if scene.ascii() {
            text.replace('·', "-")
        } else {
            text
        },
        Role::Dim,
    );
    line
}

/// Why the list is empty.
fn nothing(scene: &Scene<'_>) -> &'static str {
    match scene.article.state {
        State::Beginning | State::Read => "looking for facts",
        State::Complete if !scene.view.filter.is_empty() => "no fact answers the filter",
        State::Complete if scene.article.findings.facts.is_empty() => "no facts found",
        State::Complete => "none at this density",
    }
}

/// The entry that must be in sight: the selected fact, or else the first one that stands in the text on the screen.
fn anchor(scene: &Scene<'_>, entries: &[Entry], shown: Span) -> usize {
    let selected = scene
        .view
        .selected
        .and_then(|id| entries.iter().position(|e| *e == Entry::Fact(id)));
    let in_sight = |entry: &Entry| match entry {
        Entry::Fact(id) => scene
            .article
            .fact(*id)
            .is_some_and(|f| f.span.overlaps(shown)),
        Entry::Section(_) | Entry::Kind(_) => false,
    };
    let following = scene.view.order == Order::Reading;
    let first = || {
        if following {
            entries.iter().position(in_sight)
        } else {
            None
        }
    };
    let passed = || {
        let before = |e: &Entry| match e {
            Entry::Fact(id) => scene
                .article
                .fact(*id)
                .is_some_and(|f| f.span.start < shown.start),
            Entry::Section(_) | Entry::Kind(_) => false,
        };
        if following {
            entries.iter().rposition(before)
        } else {
            None
        }
    };
    selected.or_else(first).or_else(passed).unwrap_or(0)
}

/// The entries that fit into `room` rows around the one at `at`, a third of the rows before it.
fn window(
    scene: &Scene<'_>,
    entries: &[Entry],
    at: usize,
    width: u16,
    room: usize,
) -> Range<usize> {
    let height = |i: usize| entries.get(i).map_or(0, |&e| height(scene, e, width));
    let mut first = at;
    let mut used = height(at);
    while let Some(before) = first
        .checked_sub(1)
        .filter(|&i| used + height(i) <= room / 3)
    {
        first = before;
        used += height(before);
    }
    let mut end = at + 1;
    while end < entries.len() && used + height(end) <= room {
        used += height(end);
        end += 1;
    }
    while let Some(before) = first
        .checked_sub(1)
        .filter(|&i| end >= entries.len() && used + height(i) <= room)
    {
        first = before;
        used += height(before);
    }
    // A row that is only partly there is better than none.
    first..(end + 1).min(entries.len())
}

/// How many rows an entry takes.
fn height(scene: &Scene<'_>, entry: Entry, width: u16) -> usize {
    match entry {
        Entry::Section(_) | Entry::Kind(_) => 1,
        Entry::Fact(id) => {
            let Some(fact) = scene.article.fact(id) else {
                return 1;
            };
            let noted = note(&scene.article.document, fact);
            let whole = measure::width(&noted.words) + tail_width(fact) + 4;
            let detail = if noted.detail.is_empty() {
                0
            } else {
                measure::width(&noted.detail) + 3
            };
            if whole + detail > usize::from(width) && (whole > usize::from(width) || detail > 0) {
                2
            } else {
                1
            }
        }
    }
}

/// The rows of an entry, as many as [`height`] says.
fn rows(scene: &Scene<'_>, entry: Entry, width: u16, has_focus: bool, shown: Span) -> Vec<Line> {
    let mut line = Line::default();
    match entry {
        Entry::Section(id) => {
            let room = usize::from(width).saturating_sub(2);
            line.target = Target::Section(id);
            let name = section_name(scene, id);
            line.push(
                format!(" {}", measure::truncate(&name, room, scene.ellipsis())),
                Role::Dim,
            );
            vec![line]
        }
        Entry::Kind(kind) => {
            line.push(format!(" {}", plural(kind)), Role::Dim);
            vec![line]
        }
        Entry::Fact(id) => fact_rows(
            scene,
            id,
            height(scene, entry, width),
            width,
            has_focus,
            shown,
        ),
    }
}

/// A fact: glyph, words, what it is about, how often it is said, whether something contradicts it.
fn fact_rows(
    scene: &Scene<'_>,
    id: FactId,
    height: usize,
    width: u16,
    has_focus: bool,
    shown: Span,
) -> Vec<Line> {
    let Some(fact) = scene.article.fact(id) else {
        return Vec::new();
    };
    let selected = scene.view.selected == Some(id);
    let under = selected.then_some(if has_focus {
        Role::Selection
    } else {
        Role::SelectionElsewhere
    });
    let blank = Line {
        target: Target::Fact(id),
        under,
        ..Line::default()
    };
    let mut line = blank.clone();
    line.push(
        if selected {
            scene.sign("▌", ">")
        } else {
            " "
        },
        Role::Accent,
    );
    line.push(glyph(fact.kind, scene.ascii()), Look::glyph(fact.kind));
    line.push(" ", Role::Text);
    let in_sight = selected || fact.mentions.iter().any(|m| m.overlaps(shown));
    let role = if in_sight { Role::Text } else { Role::Faint };
    let tail = tail(scene, fact);
    let room =
        usize::from(width).saturating_sub(usize::from(line.width()) + measure::width(&tail) + 1);
    let noted = note(&scene.article.document, fact);
    let dot = scene.sign(" · ", " - ");
    if height == 1 {
        line.push(
            measure::truncate(&noted.words, room, scene.ellipsis()),
            role,
        );
        if !noted.detail.is_empty() {
            line.push(format!("{dot}{}", noted.detail), Role::Dim);
        }
        line.push_right(width.saturating_sub(1), tail, Role::Dim);
        return vec![line];
    }
    // Two rows: who says it or what it is about has its place on the second, behind what is left of the words.
    let first = broken_at(&noted.words, room);
    let (head, rest) = noted
        .words
        .split_at_checked(first)
        .unwrap_or((&noted.words, ""));
    line.push(head.trim_end(), role);
    line.push_right(width.saturating_sub(1), tail, Role::Dim);
    let mut second = blank;
    second.push(
        if selected {
            scene.sign("▌", ">")
        } else {
            " "
        },
        Role::Accent,
    );
    second.push("  ", Role::Text);
    let room = usize::from(width).saturating_sub(4);
    let detail = measure::truncate(&noted.detail, room, scene.ellipsis());
    let rest = rest.trim_start();
    if rest.is_empty() {
        second.push(detail, Role::Dim);
    } else {
        let for_detail = (measure::width(&detail) + 3).min(room / 2);
        let for_rest = if noted.detail.is_empty() {
            room
        } else {
            room - for_detail
        };
        second.push(measure::truncate(rest, for_rest, scene.ellipsis()), role);
        if !noted.detail.is_empty() {
            let left = (room + 3).saturating_sub(usize::from(second.width()) + 3);
            let detail = measure::truncate(&noted.detail, left, scene.ellipsis());
            second.push(format!("{dot}{detail}"), Role::Dim);
        }
    }
    vec![line, second]
}

/// The bytes of `words` that fit `room` columns and end with a word; at least a part of a word.
fn broken_at(words: &str, room: usize) -> usize {
    let fit = measure::fit(words, room);
    if fit == words.len() {
        return fit;
    }
    let head = words.get(..fit).unwrap_or_default();
    head.rfind(' ')
        .filter(|&at| at * 2 > fit)
        .map_or(fit, |at| at + 1)
}

/// How often a fact is said, and whether another contradicts it.
fn tail(scene: &Scene<'_>, fact: &Fact) -> String {
    let mut tail = String::new();
    if !fact.conflicts.is_empty() {
        tail.push_str(scene.sign(" ≠", " !"));
    }
    if fact.mentions.len() > 1 {
        tail.push_str(scene.sign(" ×", " x"));
        tail.push_str(&fact.mentions.len().to_string());
    }
    tail
}

/// The columns of [`tail`].
fn tail_width(fact: &Fact) -> usize {
    let mentions = if fact.mentions.len() > 1 {
        3 + fact.mentions.len().ilog10() as usize
    } else {
        0
    };
    mentions + if fact.conflicts.is_empty() { 0 } else { 2 }
}

/// What several facts of a kind are called.
const fn plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Quantity => "Quantities",
        Kind::Percent => "Percentages",
        Kind::Money => "Money",
        Kind::Time => "Times",
        Kind::Person => "People",
        Kind::Organization => "Organizations",
        Kind::Place => "Places",
        Kind::Event => "Events",
        Kind::Quote => "Quotations",
        Kind::Claim => "Claims",
        Kind::Definition => "Definitions",
        Kind::List => "Lists",
    }
}
