//! Lines to units: where one block ends and the next begins, by the marks and gaps near each line.
//!
//! Takes lines and the style of the text; gives units in order that cover every line but underlines and fences. Looks at most some lines
//! ahead, never at the rest of the text, so that the beginning of a text gives the same units on its own.

mod marked;

use std::ops::Range;

use super::line::Line;
use super::list::Context;
use super::style::{Genre, Style, edge};
use super::unit::{Label, Shape, Unit};
use super::{code, mark, page, wrap};

/// The most lines of one block whose lines are kept: longer ones are cut, so that a log is not one block.
const TALLEST: usize = 256;

/// Splits a text. Marks that are not printed are cut off the lines. O(bytes).
pub(super) fn units(text: &str, lines: &mut [Line], style: Style) -> Vec<Unit> {
    let mut split = Split {
        text,
        lines,
        style,
        list: Context::default(),
        units: Vec::new(),
    };
    let mut at = 0;
    while at < split.lines.len() {
        at = split.step(at).max(at + 1);
    }
    split.units
}

/// The state of the walk over the lines.
struct Split<'a> {
    text: &'a str,
    lines: &'a mut [Line],
    style: Style,
    list: Context,
    units: Vec<Unit>,
}

impl Split<'_> {
    /// Takes what begins at line `at`; gives the first line after it.
    fn step(&mut self, at: usize) -> usize {
        let end = self.chunk_end(at);
        self.furniture(at)
            .or_else(|| self.fence(at))
            .or_else(|| self.quote(at, end))
            .or_else(|| self.underlined(at, end))
            .or_else(|| self.rule(at, end, false))
            .or_else(|| self.code(at, end))
            .or_else(|| self.rule(at, end, true))
            .or_else(|| self.hashed(at, end))
            .or_else(|| self.chapter(at))
            .or_else(|| self.item(at, end))
            .unwrap_or_else(|| self.text(at, end))
    }

    /// One past the last line before the next blank line.
    fn chunk_end(&self, at: usize) -> usize {
        let rest = self.lines.get(at + 1..).unwrap_or_default();
        let more = rest.iter().position(|l| l.gap > 0 || l.page);
        at + 1 + more.unwrap_or(rest.len())
    }

    fn line(&self, at: usize) -> Line {
        self.lines.get(at).copied().unwrap_or_default()
    }

    fn words(&self, at: usize) -> &str {
        self.line(at).text(self.text)
    }

    fn push(&mut self, lines: Range<usize>, shape: Shape) {
        let slice = self.lines.get(lines.clone()).unwrap_or_default();
        let chars = slice.iter().map(|l| l.chars).fold(0, u32::saturating_add);
        let gap = slice.first().map_or(0, |l| l.gap);
        self.units.push(Unit {
            first: lines.start,
            last: lines.end,
            shape,
            label: Label::Plain,
            chars,
            gap,
        });
    }

    /// The same for lines that are kept, in pieces of bounded height.
    fn push_kept(&mut self, lines: Range<usize>, shape: &Shape) {
        let mut at = lines.start;
        while at < lines.end {
            let left = lines.end - at;
            let stop = if left > 2 * TALLEST {
                at + TALLEST
            } else {
                lines.end
            };
            self.push(at..stop, shape.clone());
            at = stop;
        }
    }

    /// A running head or foot of a page.
    fn furniture(&mut self, at: usize) -> Option<usize> {
        let paged = self.style.genre == Genre::Rfc
            && (page::is_foot(self.words(at)) || page::is_head(self.text, self.lines, at));
        if !paged {
            return None;
        }
        self.push(at..at + 1, Shape::Page);
        Some(at + 1)
    }

    /// A break between parts: a line of signs that stands alone, or `anywhere` in a run of lines.
    fn rule(&mut self, at: usize, end: usize, anywhere: bool) -> Option<usize> {
        let line = self.line(at);
        let alone = (line.gap > 0 || at == 0) && at + 1 == end;
        if !mark::rule(line.text(self.text)) || !(alone || anywhere) {
            return None;
        }
        self.list.end();
        self.push(at..at + 1, Shape::Rule);
        Some(at + 1)
    }

    /// A chunk of code or columns, with the chunks of code right below it.
    fn code(&mut self, at: usize, end: usize) -> Option<usize> {
        let line = self.line(at);
        let chunk = self.lines.get(at..end)?;
        let begins = line.gap > 0 || line.page || at == 0;
        let head = self.style.genre == Genre::Rfc && at == 0;
        if head {
            self.push(at..end, Shape::Code { language: None });
            return Some(end);
        }
        if !begins
            || !code::is_code(self.text, chunk, self.style)
            || mark::bullet(line.text(self.text)).is_some()
        {
            return None;
        }
        self.push_kept(at..end, &Shape::Code { language: None });
        Some(end)
    }

    /// The number of a chapter with its title under it, in a book.
    fn chapter(&mut self, at: usize) -> Option<usize> {
        let book = self.style.genre == Genre::Book;
        if !book || !super::book::has_title_below(self.text, self.lines, at) {
            return None;
        }
        self.list.end();
        self.push(at..at + 2, Shape::Flow);
        Some(at + 2)
    }

    /// An item of a list, or a further paragraph of one.
    fn item(&mut self, at: usize, end: usize) -> Option<usize> {
        let line = self.line(at);
        if let Some((len, depth)) = self.list.item(self.text, self.lines, at) {
            let from = line.start;
            let len32 = u32::try_from(len).unwrap_or(0);
            let words = line.text(self.text);
            let rest = words.get(len..).unwrap_or_default();
            let skip = u32::try_from(words.len() - rest.trim_start().len()).unwrap_or(0);
            if let Some(line) = self.lines.get_mut(at) {
                line.start += skip;
                line.chars = line.chars.saturating_sub(skip);
                line.indent = line.indent.saturating_add(u16::try_from(skip).unwrap_or(0));
            }
            let stop = self.item_end(at, end, line.indent);
            self.push(
                at..stop,
                Shape::Item {
                    marker: (from, from + len32),
                    depth,
                },
            );
            return Some(stop);
        }
        let further = self.list.is_open()
            && line.gap > 0
            && line.indent > 0
            && line.indent.abs_diff(self.list.body) <= 2;
        if !further {
            return None;
        }
        let stop = self.text_end(at, end);
        let depth = self.list.depth().min(8);
        for part in wrap::parts(self.text, self.lines, at..stop, self.style) {
            self.push(part.lines, Shape::More { depth });
        }
        Some(stop)
    }

    /// One past the last line of the item at `at`, whose mark stands at column `mark`.
    fn item_end(&mut self, at: usize, end: usize, mark: u16) -> usize {
        let mut stop = at + 1;
        while stop < end {
            let (before, line) = (self.line(stop - 1), self.line(stop));
            let mut probe = self.list.clone();
            if probe.item(self.text, self.lines, stop).is_some() || self.is_marked(stop) {
                break;
            }
            let hangs = line.indent > mark;
            let wrapped = self.style.width.is_some_and(|w| {
                edge(&before) + 1 + super::style::first_word(line.text(self.text)) + 3 > w
            });
            let goes_on = line.text(self.text).starts_with(char::is_lowercase)
                && !wrap::ends_sentence(before.text(self.text));
            if !hangs && !wrapped && !goes_on {
                break;
            }
            stop += 1;
        }
        stop
    }

    /// Whether a line begins something else than text.
    fn is_marked(&self, at: usize) -> bool {
        let words = self.words(at);
        mark::quoted(words).is_some() || words.starts_with("```") || mark::rule(words)
    }

    /// One past the last line of running text from `at` on.
    fn text_end(&mut self, at: usize, end: usize) -> usize {
        let mut stop = at + 1;
        while stop < end {
            if self.is_marked(stop) || self.begins_list(stop) {
                break;
            }
            stop += 1;
        }
        stop
    }

    /// Whether a line inside a chunk begins a list: a wrapped line may begin with `-` or `1.` by chance.
    fn begins_list(&mut self, at: usize) -> bool {
        let words = self.words(at);
        if !words.starts_with(|c: char| !c.is_alphabetic()) && mark::numbers(words).next().is_none()
        {
            return false;
        }
        let mut probe = self.list.clone();
        if probe.item(self.text, self.lines, at).is_none() {
            return false;
        }
        let before = self.line(at - 1);
        let full = self
            .style
            .width
            .is_some_and(|w| edge(&before) + 1 + super::style::first_word(self.words(at)) + 3 > w);
        let colon = before.text(self.text).ends_with(':');
        let next = self.line(at + 1);
        let sibling = next.gap == 0 && mark::bullet(next.text(self.text)).is_some();
        !full || colon || sibling || wrap::ends_sentence(before.text(self.text))
    }

    /// Running text, verse, or a quotation set in from both sides.
    fn text(&mut self, at: usize, end: usize) -> usize {
        let stop = self.text_end(at, end);
        self.list.end();
        let chunk = self.lines.get(at..stop).unwrap_or_default();
        let inset = chunk
            .iter()
            .all(|l| usize::from(l.indent) >= self.style.base + 2);
        let chunk_indent = chunk
            .iter()
            .map(|l| usize::from(l.indent))
            .min()
            .unwrap_or(0);
        let prose = chunk.len() > 1
            || chunk
                .iter()
                .all(|l| wrap::ends_sentence(l.text(self.text)) && l.chars > 50);
        let quoted = inset && prose && self.style.genre != Genre::Rfc;
        for part in wrap::parts(self.text, self.lines, at..stop, self.style) {
            if part.kept {
                let far = chunk_indent > self.style.base + 16;
                let shape = if quoted && !far && at > 0 && part.lines.len() > 1 {
                    Shape::Quote {
                        depth: 0,
                        lines: true,
                    }
                } else {
                    Shape::Lines
                };
                self.push_kept(part.lines, &shape);
            } else if quoted && (part.lines.len() > 1 || self.line(part.lines.start).chars > 50) {
                self.push(
                    part.lines,
                    Shape::Quote {
                        depth: 0,
                        lines: false,
                    },
                );
            } else {
                self.push(part.lines, Shape::Flow);
            }
        }
        stop
    }
}
