//! The head of the facts pane: what is listed, how much of it, and why not more.

use crate::article::State;
use crate::command::Command;
use crate::ui::compose::Scene;
use crate::ui::screen::Line;
use crate::ui::{Density, Order, Role};

/// The rows of the head.
pub(super) fn rows(
    scene: &Scene<'_>,
    listed: usize,
    has_focus: bool,
    width: u16,
) -> impl Iterator<Item = Line> {
    std::iter::once(title(scene, listed, has_focus)).chain(limits(scene, width))
}

/// What keeps facts out of the list, from a row each on.
fn limits(scene: &Scene<'_>, width: u16) -> Vec<Line> {
    let findings = &scene.article.findings;
    let abroad = findings.restricted();
    let end = findings
        .end
        .map(|_| "of the first part only (see i)".into());
    let filter = &scene.view.filter;
    let filter = (!filter.is_empty()).then(|| format!("only: {filter}"));
    let rows = [
        (abroad, Role::Dim),
        (end, Role::Dim),
        (filter, Role::Accent),
    ];
    let room = usize::from(width).saturating_sub(2).max(1);
    let said = rows
        .into_iter()
        .filter_map(|(words, role)| Some((words?, role)));
    let mut lines = Vec::new();
    for (words, role) in said {
        lines.extend(textwrap::wrap(&words, room).into_iter().map(|row| {
            let mut line = Line::default();
            line.push(format!(" {row}"), role);
            line
        }));
    }
    lines
}

/// The head of the pane: density, order and how many of how many.
fn title(scene: &Scene<'_>, listed: usize, has_focus: bool) -> Line {
    let mut line = Line::default();
    if scene.frame.facts_over {
        line.push(" ", Role::Dim);
    } else {
        line.push(" Facts", if has_focus { Role::Accent } else { Role::Dim });
    }
    let all = scene.article.findings.facts.len();
    let density = match (scene.view.filter.is_empty(), scene.view.density) {
        (false, _) => "",
        (_, Density::Key) => " · key",
        (_, Density::All) => " · all",
        (_, Density::Off) => " · key, unmarked",
    };
    let order = match scene.view.order {
        Order::Reading => "",
        Order::Importance => " · ranked",
        Order::Kind => " · by kind",
    };
    let text = format!("{density} · {listed} of {all}{order}");
    let text = if scene.frame.facts_over {
        text.trim_start_matches(" · ").to_owned()
    } else {
        text
    };
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
pub(super) fn nothing(scene: &Scene<'_>) -> String {
    match scene.article.state {
        State::Beginning | State::Read => "looking for facts".to_owned(),
        State::Complete if !scene.view.filter.is_empty() => "no fact answers the filter".to_owned(),
        State::Complete if scene.article.findings.facts.is_empty() => "no facts found".to_owned(),
        State::Complete if scene.view.density == Density::All => "all are dismissed".to_owned(),
        State::Complete => {
            let key = scene.keymap.way_to(Command::Density);
            format!("no key fact; {key} shows all")
        }
    }
}
