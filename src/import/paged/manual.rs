//! Manual pages, set for a width, into paragraphs that fit any.

use super::line::Line;
use crate::document::{BlockKind, Builder};

/// The columns by which `man` indents text under a heading, at least.
const BODY: usize = 4;

/// Whether the first line is the head of a manual page: its name at both ends, `LS(1)   User Commands   LS(1)`.
pub(super) fn is_manual(lines: &[Line]) -> bool {
    let first = lines.iter().find(|line| !line.is_blank());
    first.is_some_and(|line| is_head(&line.text))
}

fn is_head(text: &str) -> bool {
    let (Some(first), Some(last)) = (
        text.split_whitespace().next(),
        text.split_whitespace().next_back(),
    ) else {
        return false;
    };
    first == last && is_name(first) && text.len() > 2 * first.len() + 4
}

/// `LS(1)`, `git-log(1)`.
fn is_name(word: &str) -> bool {
    let section = word.strip_suffix(')').and_then(|rest| rest.split_once('('));
    section.is_some_and(|(name, section)| {
        !name.is_empty() && section.starts_with(|c: char| c.is_ascii_digit() || c == 'n')
    })
}

/// Adds the page.
pub(super) fn import(lines: &[Line], builder: &mut Builder) {
    let mut synopsis = false;
    for (number, group) in lines
        .split(Line::is_blank)
        .filter(|g| !g.is_empty())
        .enumerate()
    {
        let mut rest = group;
        while let Some((line, after)) = rest.split_first() {
            let indent = line.indent();
            if indent >= BODY {
                break;
            }
            let (words, is_last) = (line.text.trim_start(), after.is_empty());
            if number == 0 && is_head(words) {
                builder.open(BlockKind::Heading { level: 1 }, None);
                // The name at the end says nothing new.
                let end = words.rfind(' ').map_or(line.text.len(), |at| indent + at);
                line.push_words(indent..end, None, builder);
            } else if indent == 0
                && is_last
                && words.split_whitespace().next_back().is_some_and(is_name)
            {
                builder.open(BlockKind::Boilerplate, None);
                line.push_words(line.words(), None, builder);
            } else {
                synopsis = words == "SYNOPSIS";
                let level = if indent == 0 { 2 } else { 3 };
                builder.open(BlockKind::Heading { level }, None);
                line.push_words(line.words(), None, builder);
            }
            rest = after;
        }
        body(rest, synopsis, builder);
    }
}

/// Lines under a heading: an option with its description, a paragraph, or lines that must stay as they are.
fn body(group: &[Line], synopsis: bool, builder: &mut Builder) {
    let Some((first, more)) = group.split_first() else {
        return;
    };
    let indent = first.indent();
    let inner = more.first().map_or(indent, Line::indent);
    let is_even = more.iter().all(|line| line.indent() == inner);
    let tag = tag_end(first, more.first().map(|_| inner));
    if synopsis || !is_even || inner < indent {
        verbatim(group, builder);
    } else if let Some((end, from)) = tag {
        item(builder);
        first.push(indent..end, builder);
        builder.push("\n", None);
        join(first, from, more, builder);
    } else if let (true, Some((second, rest))) = (inner > indent, more.split_first()) {
        item(builder);
        first.push_words(first.words(), None, builder);
        builder.push("\n", None);
        join(second, inner, rest, builder);
    } else if more.len() >= 2
        && group
            .iter()
            .all(|line| line.text.trim_start().contains("   "))
    {
        verbatim(group, builder);
    } else {
        builder.open(BlockKind::Paragraph, None);
        join(first, indent, more, builder);
    }
}

/// Where an option ends and its description begins on the same line: `-l     list`, in bytes.
fn tag_end(line: &Line, inner: Option<usize>) -> Option<(usize, usize)> {
    let indent = line.indent();
    let words = line.text.get(indent..)?;
    let gap = words.find("  ")?;
    let rest = words.get(gap..)?;
    let from = indent + gap + (rest.len() - rest.trim_start_matches(' ').len());
    let fits = match inner {
        Some(inner) if inner > indent => from == inner,
        _ => words.starts_with('-') && from - indent <= 8,
    };
    fits.then_some((indent + gap, from))
}

fn item(builder: &mut Builder) {
    builder.open(
        BlockKind::ListItem {
            depth: 0,
            marker: "•".to_owned(),
        },
        None,
    );
}

/// Adds the lines of a paragraph, the first one from a byte on. A word that was broken at the end of a line is made
/// whole.
fn join(first: &Line, from: usize, more: &[Line], builder: &mut Builder) {
    const HYPHEN: char = '\u{2010}';
    let mut joint = None;
    let mut starts = Some(from).into_iter();
    let mut lines = std::iter::once(first).chain(more).peekable();
    while let Some(line) = lines.next() {
        let start = starts.next().unwrap_or(line.indent());
        let whole = line
            .text
            .strip_suffix(HYPHEN)
            .filter(|_| lines.peek().is_some());
        let end = whole.map_or(line.text.len(), str::len);
        line.push_words(start..end, joint, builder);
        joint = if whole.is_some() { None } else { Some(" ") };
    }
}

/// Adds lines as they stand.
fn verbatim(group: &[Line], builder: &mut Builder) {
    builder.open(BlockKind::Code { language: None }, None);
    let indent = group.iter().map(Line::indent).min().unwrap_or_default();
    for (number, line) in group.iter().enumerate() {
        if number > 0 {
            builder.push("\n", None);
        }
        line.push(indent..line.text.len(), builder);
    }
}
