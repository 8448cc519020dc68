//! Where a link goes, before it is opened: the whole address, its host stressed.

use super::super::Scene;
use crate::article::{Address, Aim, Goal, Uri, link_at};
use crate::command::Command;
use crate::document::{BlockKind, Document, clean_line};
use crate::ui::Role;
use crate::ui::screen::Line;

/// Columns on both sides.
const MARGIN: u16 = 2;

/// What the reader is shown and asked about: a link, a picture, or without either the article's own page.
pub(crate) fn address_of(document: &Document, aim: Option<Aim>) -> Option<Address> {
    match aim {
        None => Address::own(document).map(Address::Web),
        Some(Aim::Link(pos)) => match link_at(document, pos)?.goal {
            Goal::Written(written) => Some(Address::of(&written, document)),
            Goal::Place(_) => None,
        },
        Some(Aim::Picture(id)) => match &document.block(id)?.kind {
            BlockKind::Image { target, .. } => Some(Address::of(target, document)),
            _ => None,
        },
    }
}

/// The title of the box.
pub(super) fn title(aim: Option<Aim>) -> &'static str {
    match aim {
        None => "The page of this article",
        Some(Aim::Link(_)) => "Where this link goes",
        Some(Aim::Picture(_)) => "Where this picture is",
    }
}

/// The rows for a box with `width` columns inside.
pub(super) fn lines(scene: &Scene<'_>, aim: Option<Aim>, width: u16) -> Vec<Line> {
    let document = &scene.article.document;
    let address = address_of(document, aim);
    let room = usize::from(width.saturating_sub(2 * MARGIN)).max(1);
    if let (Some(Address::File(path, _)), Some(Aim::Picture(id))) = (&address, aim) {
        let mut lines = vec![Line::default()];
        let caption = document.block(id).map_or("", |b| document.slice(b.span));
        let path = clean_line(&path.display().to_string());
        push_wrapped(&mut lines, &[(caption, Role::Dim)], room);
        lines.push(Line::default());
        push_wrapped(&mut lines, &[(&path, Role::Text)], room);
        lines.push(Line::default());
        let stay = (scene.keymap.key_of(Command::Escape), "stay");
        push_keys(
            &mut lines,
            [("Enter".to_owned(), "open the picture"), stay],
            width,
        );
        return lines;
    }
    let Some(uri) = address.as_ref().and_then(Address::uri) else {
        return Vec::new();
    };
    let mut lines = vec![Line::default()];
    let words = match aim {
        Some(Aim::Link(pos)) => link_at(document, pos).map(|link| document.slice(link.span)),
        _ => None,
    };
    if let Some(words) = words {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        push_wrapped(&mut lines, &[(&words, Role::Dim)], room);
        lines.push(Line::default());
        push_address(&mut lines, uri, room);
        lines.push(Line::default());
        if let Some(said) = other_host(&words, uri) {
            let warning = format!(
                "Careful: the words of the link name {said}, but it goes to {}.",
                uri.host()
            );
            push_wrapped(&mut lines, &[(&warning, Role::Error)], room);
            lines.push(Line::default());
        }
    } else {
        push_address(&mut lines, uri, room);
        lines.push(Line::default());
    }
    let program = match &address {
        Some(Address::Mail(_)) => "write a letter",
        _ => "open in the browser",
    };
    let here = matches!((&address, aim), (Some(Address::Web(_)), Some(Aim::Link(_))));
    let keys = [
        ("Enter".to_owned(), program),
        (
            if here { "r".to_owned() } else { String::new() },
            "read here",
        ),
        (scene.keymap.key_of(Command::Copy), "copy the address"),
        (scene.keymap.key_of(Command::Escape), "stay"),
    ];
    push_keys(&mut lines, keys, width);
    lines
}

/// Keys and what they do, over as many rows as they take.
pub(super) fn push_keys(
    lines: &mut Vec<Line>,
    all: impl IntoIterator<Item = (String, &'static str)>,
    width: u16,
) {
    let mut keys = Line::default();
    for (key, does) in all {
        if key.is_empty() {
            continue;
        }
        let wide = u16::try_from(key.len() + does.len() + 4).unwrap_or(u16::MAX);
        if !keys.pieces.is_empty() && keys.width().saturating_add(wide) > width {
            lines.push(std::mem::take(&mut keys));
        }
        if keys.pieces.is_empty() {
            keys.push(" ".repeat(MARGIN.into()), Role::Text);
        } else {
            keys.push("   ", Role::Text);
        }
        keys.push(key, Role::Accent);
        keys.push(format!(" {does}"), Role::Dim);
    }
    lines.push(keys);
}

/// The address over as many rows as it takes.
fn push_address(lines: &mut Vec<Line>, uri: &Uri, room: usize) {
    let (before, host, after) = uri.parts();
    let parts = [
        (before, Role::Dim),
        (host, Role::Title),
        (after, Role::Text),
    ];
    let mut line = Line::default();
    line.push(" ".repeat(MARGIN.into()), Role::Text);
    let mut left = room;
    for (mut part, role) in parts {
        while !part.is_empty() {
            if left == 0 {
                lines.push(std::mem::take(&mut line));
                line.push(" ".repeat(MARGIN.into()), Role::Text);
                left = room;
            }
            // An address is ASCII: a byte is a column.
            let (here, rest) = part.split_at(part.len().min(left));
            line.push(here, role);
            left -= here.len();
            part = rest;
        }
    }
    lines.push(line);
}

/// Words over as many rows as they take, three at most.
fn push_wrapped(lines: &mut Vec<Line>, words: &[(&str, Role)], room: usize) {
    for (words, role) in words {
        for row in textwrap::wrap(words, room).into_iter().take(3) {
            let mut line = Line::default();
            line.push_at(MARGIN, row, *role);
            lines.push(line);
        }
    }
}

/// The host that the words of a link name, where they are an address themselves and it is another one.
fn other_host(words: &str, uri: &Uri) -> Option<String> {
    let named = if words.starts_with("www.") {
        Address::read(&format!("https://{words}"), "")
    } else {
        Address::read(words, "")
    };
    let Address::Web(named) = named else {
        return None;
    };
    let bare = |host: &str| host.strip_prefix("www.").unwrap_or(host).to_owned();
    (bare(named.host()) != bare(uri.host())).then(|| named.host().to_owned())
}
