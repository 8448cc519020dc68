//! The facts pane: the list of facts, and the evidence for the selected one.

mod evidence;
mod head;
mod noted;

use ratatui::layout::Rect;

use super::flow::flow;
use super::sections::section_name;
use super::{Scene, focused, window};
use crate::article::{glyph, note_with};
use crate::facts::{Fact, FactId, Kind};
use crate::layout::measure;
use crate::text::Span;
use crate::ui::listing::{Entry, Flowed, Listing, Rows};
use crate::ui::screen::{Line, PaneView, Target};
use crate::ui::{Look, Order, Pane, Role};

/// Makes the pane.
pub(super) fn pane(scene: &Scene<'_>, area: Rect, shown: Span, listing: &mut Listing) -> PaneView {
    let has_focus = focused(scene.view, Pane::Facts);
    let listed = listing.facts();
    let (entries, flowed) = listing.parts();
    let mut lines = Vec::new();
    if area.height >= 4 {
        lines.extend(head::rows(scene, listed, has_focus, area.width));
    }
    let most = usize::from(area.height) * 2 / 5;
    let mut evidence = evidence::lines(scene, area.width, most);
    if evidence.is_empty() {
        evidence = noted::details(scene, area.width, most);
    }
    let room = usize::from(area.height).saturating_sub(lines.len());
    let list_room = if room > evidence.len() + 3 {
        room - evidence.len()
    } else {
        room
    };
    if listed == 0 {
        let mut line = Line::default();
        line.push(format!("  {}", head::nothing(scene)), Role::Dim);
        lines.push(line);
    }
    let len = entries.len();
    let height = |i: usize| {
        let entry = entries.get(i);
        entry.map_or(0, |&e| height(scene, flowed, e, area.width))
    };
    let window = if let Some(first) = scene.view.rolled.facts {
        window::from(len, first, list_room, height)
    } else {
        let at = anchor(scene, entries, shown);
        window::around(len, at, (list_room, list_room / 3), height)
    };
    for i in window {
        let Some(&entry) = entries.get(i) else { break };
        lines.extend(rows(
            scene,
            flowed,
            (i, entry),
            area.width,
            has_focus,
            shown,
        ));
    }
    lines.truncate(usize::from(area.height).saturating_sub(room - list_room));
    if list_room < room {
        lines.resize_with(usize::from(area.height) - evidence.len(), Line::default);
        lines.extend(evidence);
    }
    PaneView { area, lines }
}

/// The entry that must be in sight: the selected fact, or else the first one that stands in the text on the screen.
fn anchor(scene: &Scene<'_>, entries: &[Entry], shown: Span) -> usize {
    let place = |entry| entries.iter().position(|e| *e == entry);
    let note = scene.view.note.and_then(|id| place(Entry::Note(id)));
    let fact = scene.view.selected.and_then(|id| place(Entry::Fact(id)));
    let following = || match scene.view.order {
        Order::Reading => first_in_sight(scene, entries, shown),
        Order::Importance | Order::Kind => None,
    };
    note.or(fact).or_else(following).unwrap_or(0)
}

/// The first entry that stands in the text on the screen, or else the last one before it. The entries are in the order
/// of the text, after the notes. O(log entries).
fn first_in_sight(scene: &Scene<'_>, entries: &[Entry], shown: Span) -> Option<usize> {
    let fact = |i: usize| match entries.get(i) {
        Some(Entry::Fact(id)) => scene.article.fact(*id),
        _ => None,
    };
    let begins_before = |entry: &Entry| match entry {
        Entry::Fact(id) => scene
            .article
            .fact(*id)
            .is_some_and(|f| f.span.start < shown.start),
        Entry::Section(id) => scene
            .article
            .document
            .outline()
            .sections()
            .get(id.get())
            .is_some_and(|s| s.span.start < shown.start),
        Entry::Kind(_) => false,
        // They stand before all facts.
        _ => true,
    };
    let split = entries.partition_point(begins_before);
    let before = (0..split).rev().find(|&i| fact(i).is_some());
    let reaches_in = before.filter(|&i| fact(i).is_some_and(|f| f.span.overlaps(shown)));
    let within = || {
        let first = (split..entries.len()).find(|&i| fact(i).is_some());
        first.filter(|&i| fact(i).is_some_and(|f| f.span.start < shown.end))
    };
    reaches_in.or_else(within).or(before)
}

/// How many rows an entry takes.
fn height(scene: &Scene<'_>, flowed: &mut Flowed, entry: Entry, width: u16) -> usize {
    match entry {
        Entry::Section(_) | Entry::Kind(_) | Entry::Notes => 1,
        Entry::Note(id) => noted::height(scene, id, width),
        Entry::Fact(id) => scene
            .article
            .fact(id)
            .map_or(1, |fact| set(scene, flowed, id, fact, width).len().max(1)),
    }
}

/// The rows of an entry, which is that of a number in the list.
fn rows(
    scene: &Scene<'_>,
    flowed: &mut Flowed,
    (at, entry): (usize, Entry),
    width: u16,
    has_focus: bool,
    shown: Span,
) -> Vec<Line> {
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
            line.target = Target::Entry(at);
            line.push(format!(" {}", plural(kind)), Role::Dim);
            vec![line]
        }
        Entry::Notes => {
            line.target = Target::Entry(at);
            line.push(
                format!(" Notes {} {}", scene.sign("·", "-"), scene.view.notes.len()),
                Role::Dim,
            );
            vec![line]
        }
        Entry::Note(id) => noted::rows(scene, id, width, has_focus, shown),
        Entry::Fact(id) => fact_rows(scene, flowed, id, width, has_focus, shown),
    }
}

/// A fact: glyph, who says it, the words, what it is about; how often it is said and whether something contradicts it
/// at the end of the first row.
fn fact_rows(
    scene: &Scene<'_>,
    flowed: &mut Flowed,
    id: FactId,
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
    let in_sight = selected || fact.mentions.iter().any(|m| m.overlaps(shown));
    let role = if in_sight { Role::Text } else { Role::Faint };
    let mut lines = Vec::new();
    for (i, pieces) in set(scene, flowed, id, fact, width).iter().enumerate() {
        let mut line = Line {
            target: Target::Fact(id),
            under,
            ..Line::default()
        };
        line.push(
            if selected {
                scene.sign("▌", ">")
            } else {
                " "
            },
            Role::Accent,
        );
        if i == 0 {
            line.push(glyph(fact.kind, scene.ascii()), Look::glyph(fact.kind));
            line.push(" ", Role::Text);
        } else {
            line.push("  ", Role::Text);
        }
        for (text, of) in pieces {
            line.push(text.as_str(), if *of == Role::Text { role } else { *of });
        }
        if i == 0 && scene.view.fresh.contains(&id) {
            let sign = scene.sign("● ", "* ");
            line.push_right(
                width.saturating_sub(1 + measure::columns(tail_width(fact))),
                sign.trim_end(),
                Role::Accent,
            );
        }
        if i == 0 {
            line.push_right(width.saturating_sub(1), tail(scene, fact), Role::Dim);
        }
        lines.push(line);
    }
    lines
}

/// The words of a fact in at most two rows, each as pieces: its own words as text, the others dim.
fn set<'a>(
    scene: &Scene<'_>,
    flowed: &'a mut Flowed,
    id: FactId,
    fact: &Fact,
    width: u16,
) -> &'a Rows {
    let fresh = 2 * usize::from(scene.view.fresh.contains(&id));
    let columns = usize::from(width).saturating_sub(4 + tail_width(fact) + fresh);
    flowed.rows(id, columns, || {
        let noted = note_with(&scene.article.document, fact, scene.view.glyphs);
        let mut pieces = Vec::new();
        if !noted.who.is_empty() {
            pieces.push((format!("{}: ", noted.who), Role::Dim));
        }
        pieces.push((noted.words, Role::Text));
        if !noted.detail.is_empty() {
            pieces.push((
                format!("{}{}", scene.sign(" · ", " - "), noted.detail),
                Role::Dim,
            ));
        }
        flow(&pieces, columns, 2, scene.ellipsis())
    })
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
        Kind::Statement => "Statements",
    }
}
