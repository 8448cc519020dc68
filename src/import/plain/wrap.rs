//! Which lines are one paragraph that was broken by hand, and which breaks the author meant.
//!
//! Takes a run of text lines without a blank between them; gives the paragraphs in it. A line was broken by hand when the first
//! word of the next would not have fitted on it; a break that leaves room was meant.

use std::ops::Range;

use super::line::Line;
use super::style::{Style, edge, first_word};

/// A part of a run of lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// Which lines (indices into all lines).
    pub(super) lines: Range<usize>,
    /// Whether the breaks between them are the author's.
    pub(super) kept: bool,
}

/// A line of prose in a text whose lines are paragraphs is longer than this, in columns.
const LONG: usize = 84;

/// A line of wrapped prose that is not its last is at least so long, in columns.
const PROSE: usize = 60;

/// Splits `run` (indices into `lines`) into parts. O(characters).
pub(super) fn parts(text: &str, lines: &[Line], run: Range<usize>, style: Style) -> Vec<Part> {
    let slice = lines.get(run.clone()).unwrap_or_default();
    if slice.len() == 1 {
        return vec![Part {
            lines: run,
            kept: false,
        }];
    }
    let mut segments: Vec<Range<usize>> = Vec::new();
    let joins = Joins::of(text, slice, style);
    for (i, pair) in slice.windows(2).enumerate() {
        let [a, b] = pair else { continue };
        let at = run.start + i;
        if segments.is_empty() {
            segments.push(at..at + 1);
        }
        match segments.last_mut() {
            Some(last) if joins.joined(text, a, b, slice.get(i + 2)) => last.end = at + 2,
            _ => segments.push(at + 1..at + 2),
        }
    }
    gather(text, lines, &segments)
}

/// How the lines of a run are told apart.
struct Joins {
    /// The column past which the next word did not fit; none when lines are paragraphs.
    limit: Option<usize>,
    /// Whether nearly every line begins with a capital, as verse does.
    capitals: bool,
}

impl Joins {
    /// Looks at a run of two lines or more.
    fn of(text: &str, slice: &[Line], style: Style) -> Self {
        let widest = slice.iter().map(edge).max().unwrap_or(0);
        // A sentence's end before a capital tells nothing: it may be the end of a paragraph.
        let silent = |a: &Line, b: &Line| {
            ends_sentence(a.text(text)) && !b.text(text).starts_with(char::is_lowercase)
        };
        let told = slice
            .windows(2)
            .filter(|pair| matches!(pair, [a, b] if !silent(a, b)))
            .count();
        let full = |limit: usize| {
            let pairs = slice.windows(2).filter(
                |pair| matches!(pair, [a, b] if !silent(a, b) && edge(a) + 1 + first_word(b.text(text)) > limit),
            );
            pairs.count() * 100 / told.max(1)
        };
        let rest = slice.get(1..).unwrap_or_default();
        let upper = rest
            .iter()
            .filter(|l| {
                !l.text(text)
                    .starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
            })
            .count();
        let capitals = upper == rest.len() && rest.len() >= 2;
        let limit = match style.width {
            Some(width) if widest * 100 > width * 80 && widest <= width + 12 => {
                Some(width.min(widest).saturating_sub(3))
            }
            // A block set narrower than the rest, or a wrapped block in a text that is not.
            _ if slice.len() >= 3 && (32..=132).contains(&widest) && full(widest) >= 90 => {
                (!capitals || slice.len() > 4 && full(widest) == 100).then_some(widest)
            }
            _ => None,
        };
        Self { limit, capitals }
    }

    /// Whether `b` goes on where `a` was broken. `c` is the line after `b`.
    fn joined(&self, text: &str, a: &Line, b: &Line, c: Option<&Line>) -> bool {
        let (before, after) = (a.text(text), b.text(text));
        // A number begins an item of a list, too, but not after a line that is as long as lines of prose.
        let opens = |c: char| c.is_lowercase() || (c.is_ascii_digit() && edge(a) >= PROSE);
        let goes_on = after.starts_with(opens) && !ends_sentence(before);
        let Some(limit) = self.limit else {
            return goes_on && (36..=132).contains(&edge(a)) && !self.capitals;
        };
        // The first line of a paragraph may be indented: a break, when the line after it is not.
        let indented = b.indent > a.indent + 1 && c.is_none_or(|c| c.indent < b.indent);
        if indented && !goes_on {
            return false;
        }
        edge(a) + 1 + first_word(after) > limit || (goes_on && edge(a) * 100 > limit * 70)
    }
}

/// Whether a line ends as sentences do.
pub(super) fn ends_sentence(line: &str) -> bool {
    let body = line.trim_end_matches(['"', '\'', '\u{201d}', '\u{2019}', ')', ']', '*', '_']);
    body.ends_with(['.', '!', '?', '\u{2026}', ':', '。', '！', '？'])
}

/// Puts single short lines that belong together into one part.
fn gather(text: &str, lines: &[Line], segments: &[Range<usize>]) -> Vec<Part> {
    let line = |at: usize| lines.get(at).copied().unwrap_or_default();
    let mut parts: Vec<Part> = Vec::new();
    let mut open = false;
    for (i, segment) in segments.iter().enumerate() {
        let own = line(segment.start);
        let words = own.text(text);
        let next = segments.get(i + 1);
        let before_prose = next.is_some_and(|n| n.len() > 1 || edge(&line(n.start)) > LONG);
        let alone = segment.len() > 1
            || edge(&own) > LONG
            || before_prose
            || (ends_sentence(words) && own.chars > 40)
            || stands_alone(words);
        match parts.last_mut() {
            Some(last) if open && !alone => {
                last.lines.end = segment.end;
                last.kept = true;
            }
            _ => parts.push(Part {
                lines: segment.clone(),
                kept: false,
            }),
        }
        open = !alone;
    }
    parts
}

/// Whether a short line is something of its own: furniture of the page, a byline, a date.
fn stands_alone(words: &str) -> bool {
    super::phrase::judge(words).is_some() || super::front::is_credit(words)
}
