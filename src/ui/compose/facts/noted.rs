//! The reader's own notes in the facts pane: an entry of the list, and the note that the reader is at.

use compact_str::format_compact;

use super::super::Scene;
use super::super::flow::flow;
use crate::layout::measure;
use crate::store::Id;
use crate::text::Span;
use crate::ui::screen::{Line, Target};
use crate::ui::{Look, Note, Role};

/// A row as pieces.
type Pieces = Vec<(String, Role)>;

/// How many rows an entry takes.
pub(super) fn height(scene: &Scene<'_>, id: Id, width: u16) -> usize {
    let note = scene.view.notes.get(id);
    note.map_or(1, |note| {
        flowed(scene, note, width, Role::Text).len().max(1)
    })
}

/// An entry: the sign of the ink, what the reader wrote, and the words that it is about.
pub(super) fn rows(
    scene: &Scene<'_>,
    id: Id,
    width: u16,
    has_focus: bool,
    shown: Span,
) -> Vec<Line> {
    let Some(note) = scene.view.notes.get(id) else {
        return Vec::new();
    };
    let selected = scene.view.note == Some(id);
    let under = selected.then_some(if has_focus {
        Role::Selection
    } else {
        Role::SelectionElsewhere
    });
    let in_sight = selected || note.span.is_some_and(|s| s.overlaps(shown));
    let role = if in_sight { Role::Text } else { Role::Faint };
    let mut lines = Vec::new();
    for (i, pieces) in flowed(scene, note, width, role).into_iter().enumerate() {
        let mut line = Line {
            target: Target::Note(id),
            under,
            ..Line::default()
        };
        let mark = if selected {
            scene.sign("▌", ">")
        } else {
            " "
        };
        line.push(mark, Role::Accent);
        if i == 0 {
            line.push(
                note.ink.sign(note.is_written(), scene.ascii()),
                Look::ink(note.ink),
            );
            line.push(" ", Role::Text);
        } else {
            line.push("  ", Role::Text);
        }
        for (text, role) in pieces {
            line.push(text, role);
        }
        lines.push(line);
    }
    lines
}

/// The words of an entry in at most two rows.
fn flowed(scene: &Scene<'_>, note: &Note, width: u16, role: Role) -> Vec<Pieces> {
    let mut pieces = Vec::new();
    if note.span.is_none() {
        pieces.push(("not in the text: ".to_owned(), Role::Error));
    }
    if note.is_written() {
        pieces.push((note.text.clone(), role));
        pieces.push((
            format!("{}{}", scene.sign(" · ", " - "), quote(scene, note)),
            Role::Dim,
        ));
    } else {
        pieces.push((quote(scene, note), role));
    }
    let columns = usize::from(width).saturating_sub(4);
    flow(&pieces, columns, 2, scene.ellipsis())
}

/// The note that the reader is at, in at most `most` rows for a pane of `width` columns: what was written, and the
/// words that it is about.
pub(super) fn details(scene: &Scene<'_>, width: u16, most: usize) -> Vec<Line> {
    let note = scene.view.note.and_then(|id| scene.view.notes.get(id));
    let Some(note) = note.filter(|_| most >= 4 && width >= 12) else {
        return Vec::new();
    };
    let mut head = Line::default();
    let dash = scene.sign("─", "-");
    head.push(dash.repeat(2), Role::Line);
    let sign = note.ink.sign(note.is_written(), scene.ascii());
    head.push(format!(" {sign} "), Look::ink(note.ink));
    let what = if note.is_written() {
        "note"
    } else {
        "highlight"
    };
    head.push(format!("{what}, {} ", note.ink.name()), Role::Dim);
    let rest = usize::from(width.saturating_sub(head.width()));
    head.push(dash.repeat(rest), Role::Line);
    let mut lines = vec![head];
    let columns = usize::from(width).saturating_sub(3).max(1);
    let mut add = |text: &str, role| {
        for row in textwrap::wrap(text, columns) {
            let mut line = Line::default();
            line.push(format!("  {row}"), role);
            lines.push(line);
        }
    };
    if note.is_written() {
        add(&note.text, Role::Text);
    }
    add(&quote(scene, note), Role::Dim);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(piece) = lines.last_mut().and_then(|l| l.pieces.last_mut()) {
            let room = columns.saturating_sub(measure::width(scene.ellipsis()));
            let kept = measure::fit(&piece.text, room);
            piece.text = format_compact!(
                "{}{}",
                piece.text.get(..kept).unwrap_or_default(),
                scene.ellipsis()
            );
        }
    }
    for line in &mut lines {
        line.target = Target::Note(note.id);
    }
    lines
}

/// The words that a note is about, on one line between quotation marks.
fn quote(scene: &Scene<'_>, note: &Note) -> String {
    let words = note.words(&scene.article.document);
    let mut line = scene.sign("“", "\"").to_owned();
    for (i, word) in words.split_whitespace().take(120).enumerate() {
        if i > 0 {
            line.push(' ');
        }
        line.push_str(word);
    }
    line.push_str(scene.sign("”", "\""));
    line
}
