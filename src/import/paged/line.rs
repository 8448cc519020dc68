//! Lines as a printer would show them: struck letters and escape sequences read, tabs at every eighth column.

use std::ops::Range;

use crate::document::{Builder, MarkKind};

/// A line with what stands in it and where that is from.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// Its words, without white space at the end.
    pub(super) text: String,
    parts: Vec<Part>,
}

/// A piece of a line with one look, byte for byte from one place of the input where `is_exact`.
#[derive(Debug)]
struct Part {
    /// Where it begins in the line.
    at: usize,
    source: Range<usize>,
    is_exact: bool,
    look: Look,
}

/// How letters are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Look {
    #[default]
    Plain,
    Strong,
    Emphasis,
}

/// The lines of a text. O(bytes).
pub(super) fn lines(text: &str) -> Vec<Line> {
    let (mut lines, mut at, mut look) = (Vec::new(), 0, Look::Plain);
    for raw in text.split_inclusive('\n') {
        lines.push(read(raw.trim_end_matches(['\n', '\r']), at, &mut look));
        at += raw.len();
    }
    lines
}

/// Reads one line that stands at `from`; `look` is that of escape sequences and lasts over lines.
fn read(raw: &str, from: usize, look: &mut Look) -> Line {
    let mut line = Line::default();
    let (mut at, mut column) = (0, 0);
    while let Some(c) = raw.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = raw.get(at..).unwrap_or_default();
        if let Some(length) = sequence(rest, look) {
            at += length;
            continue;
        }
        let start = from + at;
        if c == '\t' {
            let step = 8 - column % 8;
            line.add(&" ".repeat(step), start..start + 1, false, *look);
            (at, column) = (at + 1, column + step);
            continue;
        }
        let (shown, struck, length) = overstruck(rest, c, *look);
        let is_exact = length == shown.len_utf8();
        line.add(
            shown.encode_utf8(&mut [0; 4]),
            start..start + length,
            is_exact,
            struck,
        );
        (at, column) = (at + length, column + 1);
    }
    line.text.truncate(line.text.trim_end().len());
    line
}

/// The letter that remains where letters are struck over each other, how it looks, and how many bytes it takes.
fn overstruck(rest: &str, first: char, look: Look) -> (char, Look, usize) {
    let (mut shown, mut look, mut length) = (first, look, first.len_utf8());
    while let Some(over) = rest
        .get(length..)
        .and_then(|after| after.strip_prefix('\u{8}'))
    {
        let Some(next) = over.chars().next().filter(|c| *c != '\u{8}') else {
            // A step back without a letter takes nothing away.
            length += 1;
            continue;
        };
        look = if shown == next {
            Look::Strong
        } else if shown == '_' || next == '_' {
            Look::Emphasis
        } else {
            look
        };
        shown = if next == '_' { shown } else { next };
        length += 1 + next.len_utf8();
    }
    (shown, look, length)
}

/// The length in bytes of an escape sequence at the start; one that sets a look is obeyed.
fn sequence(rest: &str, look: &mut Look) -> Option<usize> {
    let body = rest.strip_prefix('\u{1b}')?;
    if let Some(after) = body.strip_prefix('[') {
        let last = after.bytes().position(|b| (0x40..=0x7e).contains(&b))?;
        let parameters = after.get(..last).unwrap_or_default();
        if after.as_bytes().get(last) == Some(&b'm') {
            for parameter in parameters.split([';', ':']) {
                match parameter {
                    "1" => *look = Look::Strong,
                    "3" | "4" => *look = Look::Emphasis,
                    "" | "0" | "22" | "23" | "24" => *look = Look::Plain,
                    _ => {}
                }
            }
        }
        return Some(last + 3);
    }
    let after = body.strip_prefix(']')?;
    let bell = after.find('\u{7}').map(|at| at + 1);
    let end = after.find("\u{1b}\\").map(|at| at + 2);
    let length = match (bell, end) {
        (Some(a), Some(b)) => a.min(b),
        (a, b) => a.or(b)?,
    };
    Some(length + 2)
}

impl Line {
    fn add(&mut self, text: &str, source: Range<usize>, is_exact: bool, look: Look) {
        let joins = self.parts.last_mut().filter(|last| {
            last.look == look && last.is_exact && is_exact && last.source.end == source.start
        });
        match joins {
            Some(last) => last.source.end = source.end,
            None => self.parts.push(Part {
                at: self.text.len(),
                source,
                is_exact,
                look,
            }),
        }
        self.text.push_str(text);
    }

    /// Whether nothing stands on it.
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim_start().is_empty()
    }

    /// Its words, from the first to the last.
    pub(super) fn words(&self) -> Range<usize> {
        self.indent()..self.text.len()
    }

    /// How many columns stand empty before its words.
    pub(super) fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    /// Where it begins in the input, in bytes; none for an empty line.
    fn start(&self) -> Option<usize> {
        self.parts.first().map(|part| part.source.start)
    }

    /// Adds a part of it, in bytes of its text, to the open block, with its looks as marks.
    pub(super) fn push(&self, range: Range<usize>, builder: &mut Builder) {
        let ends = self.parts.iter().skip(1).map(|part| part.at);
        let ends = ends.chain([self.text.len()]);
        let mut marked: Option<(Look, crate::text::Pos)> = None;
        for (part, end) in self.parts.iter().zip(ends) {
            let (start, end) = (
                part.at.max(range.start),
                end.min(range.end).min(self.text.len()),
            );
            if start >= end {
                continue;
            }
            if marked.is_some_and(|(look, _)| look != part.look) {
                mark(marked.take(), builder);
            }
            if marked.is_none() && part.look != Look::Plain {
                marked = Some((part.look, builder.here()));
            }
            let words = self.text.get(start..end).unwrap_or_default();
            if part.is_exact {
                builder.push(words, Some(part.source.start + start - part.at));
            } else {
                builder.push_for(words, part.source.clone());
            }
        }
        mark(marked, builder);
    }

    /// Adds its words with single blanks between them, and a blank or `joint` before them when something stands there.
    pub(super) fn push_words(
        &self,
        range: Range<usize>,
        mut joint: Option<&str>,
        builder: &mut Builder,
    ) {
        let mut at = range.start;
        for word in self.text.get(range).unwrap_or_default().split(' ') {
            if !word.is_empty() {
                if let Some(joint) = joint {
                    let source = self.start().unwrap_or_default();
                    builder.push_for(joint, source..source);
                }
                self.push(at..at + word.len(), builder);
                joint = Some(" ");
            }
            at += word.len() + 1;
        }
    }
}

/// Ends a mark.
fn mark(marked: Option<(Look, crate::text::Pos)>, builder: &mut Builder) {
    match marked {
        Some((Look::Strong, from)) => builder.mark(MarkKind::Strong, from),
        Some((Look::Emphasis, from)) => builder.mark(MarkKind::Emphasis, from),
        Some((Look::Plain, _)) | None => {}
    }
}
