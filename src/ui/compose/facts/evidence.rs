//! The evidence for the selected fact: its sentence with the words marked, where it stands, why it ranks there.

use super::super::Scene;
use crate::article::{glyph, note_with};
use crate::facts::{Fact, Kind, Reason};
use crate::text::Span;
use crate::ui::screen::{Line, Target};
use crate::ui::{Look, Marked, Role};

/// Makes at most `most` rows for a pane of `width` columns; none without a selected fact.
pub(super) fn lines(scene: &Scene<'_>, width: u16, most: usize) -> Vec<Line> {
    let selected = scene
        .view
        .selected
        .and_then(|id| scene.article.fact(id).map(|f| (id, f)));
    let Some((id, fact)) = selected else {
        return Vec::new();
    };
    if most < 4 || width < 12 {
        return Vec::new();
    }
    let mut lines = vec![rule(scene, fact, width)];
    let noted = note_with(&scene.article.document, fact, scene.view.glyphs);
    let columns = usize::from(width).saturating_sub(3);
    let about = if noted.who.is_empty() {
        &noted.detail
    } else {
        &noted.who
    };
    if !about.is_empty() {
        lines.extend(wrapped(about, columns, 2, Role::Text));
    }
    let foot = foot(scene, fact, columns);
    let room = most.saturating_sub(lines.len() + foot.len());
    lines.extend(sentence(scene, fact, columns, room));
    lines.extend(foot);
    for line in &mut lines {
        line.target = Target::Fact(id);
    }
    lines
}

/// The line above the evidence, with the kind of the fact.
fn rule(scene: &Scene<'_>, fact: &Fact, width: u16) -> Line {
    let mut line = Line::default();
    let dash = scene.sign("─", "-");
    line.push(dash.repeat(2), Role::Line);
    line.push(
        format!(" {} ", glyph(fact.kind, scene.ascii())),
        Look::glyph(fact.kind),
    );
    line.push(format!("{} ", fact.kind.name()), Role::Dim);
    let rest = usize::from(width.saturating_sub(line.width()));
    line.push(dash.repeat(rest), Role::Line);
    line
}

/// The sentence of the mention that the reader is at, wrapped, with the words of the fact marked. Where it does not
/// fit, the part around the words is shown.
fn sentence(scene: &Scene<'_>, fact: &Fact, columns: usize, room: usize) -> Vec<Line> {
    let document = &scene.article.document;
    let mention = fact.mention(scene.view.mention);
    let evidence = if fact.sentence.covers(mention) {
        fact.sentence
    } else {
        scene.article.sentence_at(mention.start)
    };
    let text = document.slice(evidence);
    let base = evidence.start.get();
    let mut lines = Vec::new();
    let mut of_mention = 0;
    for row in textwrap::wrap(
        text,
        textwrap::Options::new(columns.max(1)).word_splitter(textwrap::WordSplitter::NoHyphenation),
    ) {
        let Some(offset) = offset_in(text, &row) else {
            continue;
        };
        let span = Span::new(base + offset, base + offset + row.len());
        if span.start <= mention.start {
            of_mention = lines.len();
        }
        let mut line = Line::default();
        line.push("  ", Role::Dim);
        let marked = span.intersection(mention).unwrap_or(Span::at(span.end));
        let parts = [
            (
                Span {
                    start: span.start,
                    end: marked.start,
                },
                Look::from(Role::Dim),
            ),
            (
                marked,
                Look {
                    fact: Some((fact.kind, Marked::Plain)),
                    ..Look::default()
                },
            ),
            (
                Span {
                    start: marked.end,
                    end: span.end,
                },
                Look::from(Role::Dim),
            ),
        ];
        for (part, look) in parts {
            line.push(document.slice(part).replace(['\n', '\t'], " "), look);
        }
        lines.push(line);
    }
    let skip = if lines.len() <= room {
        0
    } else {
        of_mention.saturating_sub(room / 2).min(lines.len() - room)
    };
    lines.into_iter().skip(skip).take(room).collect()
}

/// Where it stands and why it ranks there.
fn foot(scene: &Scene<'_>, fact: &Fact, columns: usize) -> Vec<Line> {
    let dot = scene.sign(" · ", " - ");
    let mut parts = Vec::new();
    if fact.mentions.len() > 1 {
        parts.push(format!(
            "mention {} of {}",
            scene.view.mention + 1,
            fact.mentions.len()
        ));
    }
    let others = fact
        .conflicts
        .iter()
        .filter_map(|&id| scene.article.fact(id));
    parts.extend(
        others.map(|other| format!("but also {}", scene.article.document.slice(other.span))),
    );
    parts.push(format!("no. {}", fact.rank));
    parts.extend(
        fact.reasons
            .iter()
            .take(2)
            .map(|&r| reason(r, fact.kind).to_owned()),
    );
    wrapped(&parts.join(dot), columns, 2, Role::Dim)
}

/// Text wrapped to rows with an indent.
fn wrapped(text: &str, columns: usize, most: usize, role: Role) -> Vec<Line> {
    let rows = textwrap::wrap(text, columns.max(1));
    let rows = rows.into_iter().take(most).map(|row| {
        let mut line = Line::default();
        line.push(format!("  {row}"), role);
        line
    });
    rows.collect()
}

/// Where a row that borrows from `text` begins in it.
fn offset_in(text: &str, row: &str) -> Option<usize> {
    let offset = (row.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    (offset + row.len() <= text.len()).then_some(offset)
}

/// A reason in words.
const fn reason(reason: Reason, kind: Kind) -> &'static str {
    match reason {
        Reason::Gist => "in a key sentence",
        Reason::Title => "in the title",
        Reason::Lede => "in the lede",
        Reason::Salient => "about what is named most",
        Reason::Repeated => "said more than once",
        Reason::Specific if kind.is_number() => "a definite figure",
        Reason::Specific => "definite",
        Reason::Attributed => "attributed",
    }
}
