//! The two lines around the panes: title and progress above, hints, notices and typing below.

use compact_str::format_compact;
use ratatui::layout::Rect;

use super::Scene;
use crate::article::State;
use crate::command::{Command, Ink, entry};
use crate::layout::measure;
use crate::text::Span;
use crate::ui::screen::{Line, PaneView};
use crate::ui::view::Fetching;
use crate::ui::view::Input;
use crate::ui::{Overlay, Pane, Role};

/// Bytes of English text that are read in a minute: 230 words of 6 bytes (Brysbaert 2019: 238 words a minute).
const BYTES_PER_MINUTE: usize = 230 * 6;

/// The line at the top.
pub(super) fn header(scene: &Scene<'_>, shown: Span) -> PaneView {
    let area = scene.frame.header;
    if area.is_empty() {
        return PaneView {
            area,
            lines: Vec::new(),
        };
    }
    let progress = progress(scene, shown);
    let room = usize::from(area.width).saturating_sub(measure::width(&progress) + 4);
    let meta = scene.article.document.meta();
    let title = if meta.title.is_empty() {
        &meta.source
    } else {
        &meta.title
    };
    let mut line = Line::default();
    line.push(
        format!(" {}", measure::truncate(title, room, scene.ellipsis())),
        Role::Title,
    );
    line.push_right(area.width.saturating_sub(1), progress, Role::Dim);
    PaneView {
        area,
        lines: vec![line],
    }
}

/// Time left, percentage, facts passed.
fn progress(scene: &Scene<'_>, shown: Span) -> String {
    let dot = scene.sign(" · ", " - ");
    let end = scene.article.index.body_end().get();
    let at = shown.end.get().min(end);
    let mut parts = Vec::new();
    match scene.article.state {
        State::Beginning => parts.push(format!("reading{}", scene.ellipsis())),
        State::Read => parts.push(format!("looking for facts{}", scene.ellipsis())),
        State::Complete => {}
    }
    let minutes = (end - at).div_ceil(BYTES_PER_MINUTE);
    let wide = scene.frame.header.width >= 60;
    if wide && at < end {
        parts.push(match minutes {
            0..=1 => "1 min left".to_owned(),
            2..=90 => format!("{minutes} min left"),
            _ => format!("{} h {} left", minutes / 60, minutes % 60),
        });
    }
    let percent = if end == 0 {
        100
    } else {
        (at as u64 * 100 / end as u64).min(100)
    };
    parts.push(if at >= end {
        "end".to_owned()
    } else {
        format!("{percent}%")
    });
    let facts = scene.article.findings.facts.len();
    if wide && facts > 0 {
        let passed = scene
            .article
            .findings
            .facts
            .partition_point(|f| f.span.start < shown.end);
        parts.push(format!("{passed}/{facts} facts"));
    }
    parts.join(dot)
}

/// The status line, and the cursor while something is typed.
pub(super) fn folio(scene: &Scene<'_>, shown: Span) -> (PaneView, Option<(u16, u16)>) {
    let area = scene.frame.folio;
    if area.is_empty() {
        return (
            PaneView {
                area,
                lines: Vec::new(),
            },
            None,
        );
    }
    let mut line = Line::default();
    let mut cursor = None;
    match &scene.view.overlay {
        Some(Overlay::Search(start)) => {
            let prompt = if start.regex { "regex/" } else { "/" };
            cursor = Some(typing(&mut line, prompt, &start.input, area));
        }
        Some(Overlay::Note(draft)) => {
            cursor = Some(typing(&mut line, "note: ", &draft.input, area));
        }
        Some(Overlay::Filter(input, ..)) => {
            cursor = Some(typing(&mut line, "facts: ", input, area));
        }
        _ => {}
    }
    let right = right_side(scene, shown);
    if cursor.is_none() {
        if let Some(notice) = &scene.view.notice {
            let role = if notice.error {
                Role::Error
            } else {
                Role::Notice
            };
            line.push(format!(" {}", notice.text), role);
        } else {
            let room = usize::from(area.width).saturating_sub(measure::width(&right) + 2);
            hints(scene, &mut line, room);
        }
    }
    line.push_right(area.width.saturating_sub(1), right, Role::Dim);
    (
        PaneView {
            area,
            lines: vec![line],
        },
        cursor,
    )
}

/// As much of a text as a row could show.
fn visible(text: &str, area: Rect) -> &str {
    text.get(..measure::fit(text, area.width.into()))
        .unwrap_or_default()
}

/// A prompt with what is typed; gives the place of the cursor.
fn typing(line: &mut Line, prompt: &str, input: &Input, area: Rect) -> (u16, u16) {
    line.push(format!(" {prompt}"), Role::Accent);
    let room = usize::from(area.width.saturating_sub(line.width() + 1));
    line.push(measure::end(input.before(), room.max(1)), Role::Text);
    let cursor = (line.width().min(area.width.saturating_sub(1)), area.y);
    line.push(
        visible(
            input.text().get(input.before().len()..).unwrap_or_default(),
            area,
        ),
        Role::Text,
    );
    cursor
}

/// What was typed of a command, or the search that is on.
fn right_side(scene: &Scene<'_>, _shown: Span) -> String {
    if !scene.view.pending.is_empty() {
        let more = if scene.keymap.waits(&scene.view.pending).is_some() {
            scene.ellipsis()
        } else {
            ""
        };
        return format!("{}{more}", scene.view.pending.shown());
    }
    if let Some(fetching) = &scene.view.fetching {
        return coming(scene, fetching);
    }
    let Some(search) = &scene.view.search else {
        return String::new();
    };
    let pattern = measure::truncate(&search.query.pattern, 24, scene.ellipsis());
    match (&search.hits, search.current) {
        (Some(hits), _) if hits.is_empty() => format!("no {pattern}"),
        (Some(hits), Some(current)) => {
            let nth = hits.partition_point(|&p| p <= current.start);
            format!("{nth}/{} {pattern}", hits.len())
        }
        (Some(hits), None) => format!("{} {pattern}", hits.len()),
        (None, _) => pattern.into_owned(),
    }
}

/// How far a page has come, and how it is given up.
fn coming(scene: &Scene<'_>, fetching: &Fetching) -> String {
    let host = measure::truncate(&fetching.host, 32, scene.ellipsis());
    let come = match fetching.bytes {
        0 => String::new(),
        bytes @ 1..1_000_000 => format!(" {} kB", bytes.div_ceil(1000)),
        bytes => format!(" {}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    };
    let dot = scene.sign(" · ", " - ");
    let escape = scene.keymap.key_of(Command::Escape);
    format!("{host}{}{come}{dot}{escape} cancels", scene.ellipsis())
}

/// What can be done here, with the real keys, as much as fits; in the middle of a sequence, how it may go on.
fn hints(scene: &Scene<'_>, line: &mut Line, room: usize) {
    if matches!(scene.view.overlay, Some(Overlay::Library(_))) {
        let arrows = scene.sign("↑↓", "arrows");
        let hints = [
            (arrows, "choose"),
            ("Enter", "read on"),
            ("C-x", "forget"),
            ("Esc", "close"),
            ("C-c", "quit"),
        ];
        let hints = hints.map(|(keys, does)| (keys.to_owned(), does));
        return push_hints(line, room, hints.into_iter());
    }
    if scene.keymap.waits(&scene.view.pending).is_some() {
        let after = scene.keymap.after(&scene.view.pending);
        let named = |command| entry(command).map_or("", |entry| entry.name);
        return push_hints(
            line,
            room,
            after.map(|(keys, command)| (keys, named(command))),
        );
    }
    let key = |command| scene.keymap.key_of(command);
    let together = |a: String, b: String, between| match (a.is_empty(), b.is_empty()) {
        (false, false) => format!("{a}{between}{b}"),
        _ => a + &b,
    };
    let of_overlay: &[(String, &str)] = match &scene.view.overlay {
        Some(Overlay::Links(_)) => &[
            ("letters".to_owned(), "follow a link"),
            ("Enter".to_owned(), "the first"),
            (key(Command::Escape), "stay"),
        ],
        Some(Overlay::Footnote(_)) => &[
            ("Enter".to_owned(), "go to the note"),
            (key(Command::Follow), "its links"),
            (key(Command::Escape), "stay"),
        ],
        _ => &[],
    };
    if !of_overlay.is_empty() {
        return push_hints(line, room, of_overlay.iter().cloned());
    }
    let pair = |a, b| together(key(a), key(b), "/");
    let list = [
        (pair(Command::Down, Command::Up), "move"),
        (key(Command::Enter), "jump"),
    ];
    let mut hints: Vec<(String, &str)> = Vec::new();
    let selecting = scene.view.selection.is_some() && scene.view.focus == Pane::Text;
    if selecting {
        hints.extend([
            (pair(Command::WordForward, Command::WordBack), "words"),
            (key(Command::OtherEnd), "other end"),
            (key(Command::Copy), "copy"),
            (key(Command::Enter), "highlight"),
            (
                Ink::ALL.map(|ink| key(Command::HighlightIn(ink))).concat(),
                "colours",
            ),
            (key(Command::Note), "note"),
            (key(Command::Escape), "back"),
        ]);
    }
    match scene.view.focus {
        _ if selecting => {}
        Pane::Text => {
            hints.push((pair(Command::NextFact, Command::PreviousFact), "fact"));
            let sections = [Command::PreviousSection, Command::NextSection].map(key);
            let [before, after] = sections;
            hints.push((together(before, after, " "), "section"));
        }
        Pane::Sections => {
            hints.extend(list);
            hints.push((key(Command::Fold), "fold"));
        }
        Pane::Facts => {
            hints.extend(list);
            hints.push((key(Command::Filter), "filter"));
            hints.push((key(Command::Order), "order"));
            hints.push((key(Command::Dismiss), "dismiss"));
        }
    }
    if scene.view.focus != Pane::Facts && !selecting {
        hints.push((key(Command::Search), "search"));
        hints.push((key(Command::Density), "marks"));
    }
    if !selecting {
        hints.push((key(Command::NextPane), "pane"));
    }
    hints.push((key(Command::Help), "help"));
    if !selecting {
        hints.push((key(Command::Quit), "quit"));
    }
    let bound = hints.into_iter().filter(|(keys, _)| !keys.is_empty());
    push_hints(line, room, bound);
}

/// Keys and what they do, as much as fits.
fn push_hints<'a>(line: &mut Line, room: usize, hints: impl Iterator<Item = (String, &'a str)>) {
    line.push(" ", Role::Dim);
    for (keys, does) in hints {
        let wide = measure::width(&keys) + does.len() + 3;
        if usize::from(line.width()) + wide > room {
            return;
        }
        line.push(keys, Role::Text);
        line.push(format_compact!(" {does}  "), Role::Dim);
    }
}
