//! The evidence for the selected fact: its sentence with the words marked, where it stands, why it ranks there.

use super::super::Scene;
use crate::article::{glyph, note_with};
use crate::command::Command;
use crate::document::clean_line;
use crate::facts::{Fact, Kind, Reason};
use crate::layout::measure;
use crate::text::Span;
use crate::ui::screen::{Line, Target};
use crate::ui::{Look, Marked, Role};

/// The fewest rows of the sentence that are shown where it has as many.
const LEAST_SENTENCE: usize = 2;

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
        lines.extend(wrapped(scene, about, columns, 2, Role::Text));
    }
    let (all, of_mention) = sentence(scene, fact, columns);
    let room = most.saturating_sub(lines.len());
    let mut others = rivals(scene, fact, columns);
    others.truncate(room / 3);
    let room = room - others.len();
    let foot = foot(
        scene,
        fact,
        columns,
        room.saturating_sub(all.len().min(LEAST_SENTENCE)),
    );
    let room = room.saturating_sub(foot.len());
    let skip = if all.len() <= room {
        0
    } else {
        of_mention.saturating_sub(room / 2).min(all.len() - room)
    };
    lines.extend(all.into_iter().skip(skip).take(room));
    lines.extend(foot);
    for line in &mut lines {
        line.target = Target::Fact(id);
    }
    lines.extend(others);
    lines
}

/// The line above the evidence, with the kind of the fact, and the key that says more of it where there is room.
fn rule(scene: &Scene<'_>, fact: &Fact, width: u16) -> Line {
    let mut line = Line::default();
    let dash = scene.sign("─", "-");
    line.push(dash.repeat(2), Role::Line);
    line.push(
        format!(" {} ", glyph(fact.kind, scene.ascii())),
        Look::glyph(fact.kind),
    );
    line.push(format!("{} ", fact.kind.name()), Role::Dim);
    let key = scene.keymap.key_of(Command::Explain);
    let why = if key.is_empty() {
        String::new()
    } else {
        format!(" {key} why ")
    };
    let wide = measure::width(&why) + 2;
    let rest = usize::from(width.saturating_sub(line.width()));
    if why.is_empty() || rest <= wide {
        line.push(dash.repeat(rest), Role::Line);
    } else {
        line.push(dash.repeat(rest - wide), Role::Line);
        line.push(why, Role::Dim);
        line.push(dash.repeat(2), Role::Line);
    }
    line
}

/// The sentence of the mention that the reader is at, wrapped, with the words of the fact marked; and the row in which
/// they begin.
pub(in crate::ui::compose) fn sentence(
    scene: &Scene<'_>,
    fact: &Fact,
    columns: usize,
) -> (Vec<Line>, usize) {
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
    (lines, of_mention)
}

/// What contradicts the fact, a row each that leads to it: the other value and where it stands.
fn rivals(scene: &Scene<'_>, fact: &Fact, columns: usize) -> Vec<Line> {
    let rivals = fact.conflicts.iter().filter_map(|&id| {
        let other = scene.article.fact(id)?;
        let mut line = Line {
            target: Target::Fact(id),
            ..Line::default()
        };
        line.push(scene.sign("≠ ", "! "), Role::Accent);
        let words = clean_line(scene.article.document.slice(other.span));
        let section = if other.section == fact.section {
            String::new()
        } else {
            let name = scene.article.section_name(other.section);
            format!("{}{name}", scene.sign(" · ", " - "))
        };
        let words = format!("but also {words}");
        let words = measure::truncate(&words, columns, scene.ellipsis());
        let room = columns.saturating_sub(measure::width(&words));
        line.push(words.as_ref(), Role::Text);
        if room > 8 {
            let section = measure::truncate(&section, room, scene.ellipsis());
            line.push(section.as_ref(), Role::Dim);
        }
        Some(line)
    });
    rivals.collect()
}

/// Where it stands and why it ranks there, in at most `most` rows.
fn foot(scene: &Scene<'_>, fact: &Fact, columns: usize, most: usize) -> Vec<Line> {
    let dot = scene.sign(" · ", " - ");
    let mut parts = Vec::new();
    if fact.mentions.len() > 1 {
        parts.push(format!(
            "mention {} of {}",
            scene.view.mention + 1,
            fact.mentions.len()
        ));
    }
    let all = scene.article.findings.facts.len();
    parts.push(format!("no. {} of {all}", fact.rank));
    parts.extend(
        fact.reasons
            .iter()
            .map(|&r| reason(r, fact.kind).to_owned()),
    );
    if fact.reasons.is_empty() {
        parts.push("for its kind and sentence alone".to_owned());
    }
    wrapped(scene, &parts.join(dot), columns, most, Role::Dim)
}

/// Text wrapped to rows with an indent; what `most` rows do not hold is cut with a sign.
fn wrapped(scene: &Scene<'_>, text: &str, columns: usize, most: usize, role: Role) -> Vec<Line> {
    let rows = textwrap::wrap(text, columns.max(1));
    let is_cut = rows.len() > most;
    let rows = rows.into_iter().take(most).enumerate().map(|(i, row)| {
        let mut line = Line::default();
        let end = if is_cut && i + 1 == most {
            let room = columns.saturating_sub(measure::width(scene.ellipsis()));
            let kept = measure::fit(&row, room);
            format!(
                "{}{}",
                row.get(..kept).unwrap_or_default(),
                scene.ellipsis()
            )
        } else {
            row.into_owned()
        };
        line.push(format!("  {end}"), role);
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
