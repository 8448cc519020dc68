//! The facts pane: the list of facts, and the evidence for the selected one.

mod evidence;

use ratatui::layout::Rect;

use super::{Scene, focused};
use crate::article::{State, glyph, note};
use crate::facts::{FactId, Kind};
use crate::layout::measure;
use crate::ui::listing::{Entry, listing};
use crate::ui::screen::{Line, PaneView, Target};
use crate::ui::{Density, Look, Order, Pane, Role};

/// Makes the pane.
pub(super) fn pane(scene: &Scene<'_>, area: Rect) -> PaneView {
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
    let at = scene
        .view
        .selected
        .and_then(|id| entries.iter().position(|e| *e == Entry::Fact(id)));
    let first = at
        .unwrap_or(0)
        .saturating_sub(list_room / 2)
        .min(entries.len().saturating_sub(list_room));
    for entry in entries.iter().skip(first).take(list_room) {
        lines.push(row(scene, *entry, area.width, has_focus));
    }
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

/// One entry.
fn row(scene: &Scene<'_>, entry: Entry, width: u16, has_focus: bool) -> Line {
    let mut line = Line::default();
    match entry {
        Entry::Section(id) => {
            let title = scene.article.section_title(id);
            let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
            let room = usize::from(width).saturating_sub(2);
            line.target = Target::Section(id);
            line.push(
                format!(" {}", measure::truncate(&title, room, scene.ellipsis())),
                Role::Dim,
            );
        }
        Entry::Kind(kind) => line.push(format!(" {}", plural(kind)), Role::Dim),
        Entry::Fact(id) => fact_row(scene, id, width, has_focus, &mut line),
    }
    line
}

/// A fact on a row: glyph, words, what it is about, how often it is said, whether something contradicts it.
fn fact_row(scene: &Scene<'_>, id: FactId, width: u16, has_focus: bool, line: &mut Line) {
    let Some(fact) = scene.article.fact(id) else {
        return;
    };
    let selected = scene.view.selected == Some(id);
    line.target = Target::Fact(id);
    if selected {
        line.under = Some(if has_focus {
            Role::Selection
        } else {
            Role::SelectionElsewhere
        });
    }
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
    let mut tail = String::new();
    if !fact.conflicts.is_empty() {
        tail.push_str(scene.sign(" ≠", " !="));
    }
    if fact.mentions.len() > 1 {
        tail.push_str(scene.sign(" ×", " x"));
        tail.push_str(&fact.mentions.len().to_string());
    }
    let room =
        usize::from(width).saturating_sub(usize::from(line.width()) + measure::width(&tail) + 1);
    let noted = note(&scene.article.document, fact);
    let words = measure::truncate(&noted.words, room, scene.ellipsis()).into_owned();
    let left = room.saturating_sub(measure::width(&words) + 3);
    line.push(words, Role::Text);
    if left >= 6 && !noted.detail.is_empty() {
        let detail = measure::truncate(&noted.detail, left, scene.ellipsis());
        line.push(format!("{}{detail}", scene.sign(" · ", " - ")), Role::Dim);
    }
    line.push_right(width.saturating_sub(1), tail, Role::Dim);
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
