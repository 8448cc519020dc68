//! Why the selected fact ranks where it does: its sentence, and everything that its rank comes from, in words.

use super::super::{Scene, facts};
use super::address::push_keys;
use super::wide;
use crate::article::{NO_REASON, glyph, moved, note_with, place_by_score};
use crate::command::Command;
use crate::document::clean_line;
use crate::facts::{Fact, FactId, Reason};
use crate::ui::screen::{Line, Size};
use crate::ui::{Look, Role};

/// Where the words begin beside their labels, in columns.
const LABELS: u16 = 13;

/// How wide the box is where it may be, in columns.
const WIDTH: u16 = 72;
/// The widest and the narrowest that it is over the text: over its signs at the left, too.
const OVER_TEXT: u16 = 80;
const NARROW: u16 = 56;

/// The first column of the box and its width: over the text where that has room for it, so that the list of facts beside
/// it is seen.
pub(super) fn columns(scene: &Scene<'_>, size: Size) -> (u16, u16) {
    let text = scene.frame.text;
    let (area, width) = if text.width >= NARROW && !scene.frame.facts_over {
        ((text.x, text.width), text.width.min(OVER_TEXT))
    } else {
        ((0, size.columns), wide(size, WIDTH))
    };
    (area.0 + (area.1 - width) / 2, width)
}

/// The title and the rows for a box with `width` columns inside; none without a selected fact. O(facts).
pub(super) fn of_selected(scene: &Scene<'_>, width: u16) -> Option<(String, Vec<Line>)> {
    let id = scene.view.selected?;
    let fact = scene.article.fact(id)?;
    let all = scene.article.findings.facts.len();
    let title = format!("Why this fact is no. {} of {all}", fact.rank);
    let mut lines = vec![Line::default(), note(scene, fact)];
    let (sentence, _) = facts::sentence(scene, fact, usize::from(width.saturating_sub(4)));
    lines.extend(sentence);
    lines.push(Line::default());
    for (label, words) in rows(scene, id, fact) {
        let room = usize::from(width.saturating_sub(LABELS + 1)).max(8);
        for (i, row) in textwrap::wrap(&words, room).into_iter().enumerate() {
            let mut line = Line::default();
            if i == 0 {
                line.push(format!("  {label}"), Role::Dim);
            }
            line.push_at(LABELS, row, Role::Text);
            lines.push(line);
        }
    }
    lines.push(Line::default());
    let pair = |a, b| {
        let keys = [a, b].map(|command| scene.keymap.key_of(command));
        keys.join("/")
    };
    let keys = [
        (
            pair(Command::NextFact, Command::PreviousFact),
            "the next, the one before",
        ),
        (scene.keymap.key_of(Command::NextMention), "where else"),
        (scene.keymap.key_of(Command::Escape), "close"),
    ];
    push_keys(&mut lines, keys, width);
    Some((title, lines))
}

/// The fact as it stands in the list, on a row.
fn note(scene: &Scene<'_>, fact: &Fact) -> Line {
    let noted = note_with(&scene.article.document, fact, scene.view.glyphs);
    let mut line = Line::default();
    line.push("  ", Role::Text);
    line.push(glyph(fact.kind, scene.ascii()), Look::glyph(fact.kind));
    line.push(format!(" {}: ", fact.kind.name()), Role::Dim);
    line.push(noted.words, Role::Text);
    let about = [noted.who, noted.detail];
    for about in about.iter().filter(|about| !about.is_empty()) {
        line.push(format!("{}{about}", scene.sign(" · ", " - ")), Role::Dim);
    }
    line
}

/// What the rank comes from: labels, and what is said of each.
fn rows(scene: &Scene<'_>, id: FactId, fact: &Fact) -> Vec<(&'static str, String)> {
    let mut rows = Vec::new();
    let mut label = "Because";
    for &reason in fact.reasons.iter().filter(|&&r| r != Reason::Gist) {
        rows.push((label, format!("it {}", reason.sentence(fact))));
        label = "";
    }
    if rows.is_empty() {
        rows.push((label, format!("it {NO_REASON}")));
    }
    let gist = fact.reasons.contains(&Reason::Gist);
    rows.push((
        "Sentence",
        if gist {
            "a key sentence: one of the few that say most of the text".to_owned()
        } else {
            "not one of the key sentences".to_owned()
        },
    ));
    let place = place_by_score(&scene.article.findings, id);
    rows.push((
        "Score",
        format!("{:.2} of 1; by score alone no. {place}", fact.score),
    ));
    if let Some(way) = moved(fact, place) {
        rows.push((
            "Put",
            format!(
                "{way}, so that the first facts are spread over sentences, sections and kinds, \
                 those of key sentences first"
            ),
        ));
    }
    rows.push((
        "Confidence",
        format!("{:.0} of 100 that it is read rightly", fact.sure * 100.0),
    ));
    let density = scene.keymap.way_to(Command::Density);
    rows.push((
        "Listed",
        if scene.article.index.is_key(id) {
            "as a key fact".to_owned()
        } else {
            format!("only when all facts are shown ({density})")
        },
    ));
    let mut label = "But also";
    for other in &fact.conflicts {
        if let Some(other) = scene.article.fact(*other) {
            let words = clean_line(scene.article.document.slice(other.span));
            let section = scene.article.section_name(other.section);
            rows.push((label, format!("{words}, no. {}, in: {section}", other.rank)));
            label = "";
        }
    }
    rows
}
