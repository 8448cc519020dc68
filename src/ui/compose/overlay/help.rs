//! The help, from the command table and the real keymap.

use super::super::Scene;
use crate::article::glyph;
use crate::command::{Group, TABLE};
use crate::facts::Kind;
use crate::ui::screen::Line;
use crate::ui::{Look, Role};

/// Columns for the keys.
const KEYS: u16 = 18;

/// The rows of the help for a box with `width` columns inside.
pub(super) fn lines(scene: &Scene<'_>, width: u16) -> Vec<Line> {
    let mut lines = Vec::new();
    for group in Group::ALL {
        let mut title = Line::default();
        title.push(format!(" {}", group.title()), Role::Heading);
        lines.push(title);
        for entry in TABLE.iter().filter(|e| e.group == group) {
            let keys: Vec<_> = scene.keymap.keys_of(entry.command).collect();
            let mut sentence = textwrap::wrap(
                entry.sentence,
                usize::from(width.saturating_sub(KEYS + 1)).max(10),
            )
            .into_iter();
            let mut line = Line::default();
            if keys.is_empty() {
                line.push("   no key", Role::Dim);
            } else {
                line.push(format!("   {}", keys.join(" ")), Role::Accent);
            }
            if line.width() >= KEYS {
                lines.push(std::mem::take(&mut line));
            }
            line.push_at(KEYS, sentence.next().unwrap_or_default(), Role::Text);
            lines.push(line);
            lines.extend(sentence.map(|rest| {
                let mut line = Line::default();
                line.push_at(KEYS, rest, Role::Text);
                line
            }));
        }
        lines.push(Line::default());
    }
    let mut title = Line::default();
    title.push(" Signs of the facts", Role::Heading);
    lines.push(title);
    let mut line = Line::default();
    for kind in Kind::ALL {
        if line.width() + 18 > width {
            lines.push(std::mem::take(&mut line));
        }
        let col = if line.pieces.is_empty() {
            3
        } else {
            (line.width().saturating_sub(3).div_ceil(16)) * 16 + 3
        };
        line.push_at(col, glyph(kind, scene.ascii()), Look::glyph(kind));
        line.push(format!(" {}", kind.name()), Role::Text);
    }
    lines.push(line);
    lines
}
