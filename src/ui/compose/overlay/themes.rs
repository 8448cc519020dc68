//! The list of themes. It stands low at the left, so that text and facts are seen in the theme that is tried on.

use ratatui::layout::Rect;

use super::super::Scene;
use crate::layout::measure;
use crate::ui::screen::{Line, OverlayBox, Size, Target};
use crate::ui::{Role, ThemePick};

/// The widest that the box becomes, in columns.
const WIDTH: u16 = 50;

/// The box of the list.
pub(super) fn boxed(scene: &Scene<'_>, size: Size, pick: &ThemePick) -> OverlayBox {
    let width = size.columns.min(WIDTH);
    let wanted = u16::try_from(pick.names.len()).unwrap_or(u16::MAX);
    let height = wanted
        .saturating_add(2)
        .min(size.rows.saturating_sub(1).max(1))
        .min(size.rows);
    let area = Rect::new(
        0,
        size.rows.saturating_sub(height.saturating_add(1)),
        width,
        height,
    );
    let room = usize::from(height.saturating_sub(2));
    let skip = (pick.chosen + 1).saturating_sub(room);
    let name_width = pick.names.iter().map(|n| measure::width(n.as_str()));
    let name_width = name_width.max().unwrap_or(0).min(usize::from(width / 2));
    let mut lines = Vec::new();
    for (i, name) in pick.names.iter().enumerate().skip(skip).take(room) {
        let mut line = Line {
            target: Target::Entry(i),
            under: (i == pick.chosen).then_some(Role::Selection),
            ..Line::default()
        };
        let is_before = *name == pick.before;
        line.push(
            if is_before {
                scene.sign(" • ", " * ")
            } else {
                "   "
            },
            Role::Accent,
        );
        line.push(
            measure::truncate(name.as_str(), name_width, scene.ellipsis()),
            Role::Text,
        );
        let column = u16::try_from(name_width + 5).unwrap_or(width);
        let summary = name.summary().unwrap_or("your own");
        line.push_at(column.max(line.width()), summary, Role::Dim);
        line.clip(width.saturating_sub(2), scene.ellipsis());
        lines.push(line);
    }
    OverlayBox {
        area,
        title: "Theme".to_owned(),
        lines,
    }
}
