//! Which lines are items of a list, and where each item ends.
//!
//! A bullet makes an item. A number or a letter does so only among its like: the next or the one before stands near. A
//! short numbered line with a paragraph under it is a heading with a number, not an item.

use super::line::Line;
use super::mark::{self, Number};

/// How many lines ahead the next item of a series is looked for.
const AHEAD: usize = 24;

/// What has been seen of the list that may still go on.
#[derive(Clone, Debug, Default)]
pub(super) struct Context {
    /// The indents of the items that are open, outermost first.
    indents: Vec<u16>,
    /// Where the words of the last item begin, in columns.
    pub(super) body: u16,
    /// The last numbers taken as items, by indent.
    numbers: Vec<(u16, Number)>,
}

impl Context {
    /// Forgets the list: text of another kind came.
    pub(super) fn end(&mut self) {
        self.indents.clear();
        self.numbers.clear();
        self.body = 0;
    }

    /// Whether a list is open.
    pub(super) fn is_open(&self) -> bool {
        !self.indents.is_empty()
    }

    /// The depth of the item that a line at `indent` belongs to.
    pub(super) fn depth(&self) -> u8 {
        u8::try_from(self.indents.len().saturating_sub(1)).unwrap_or(u8::MAX)
    }

    /// Takes a line as an item; gives its depth.
    fn enter(&mut self, line: &Line, mark: usize, number: Option<Number>) -> u8 {
        while self.indents.last().is_some_and(|i| *i > line.indent) {
            self.indents.pop();
        }
        if self.indents.last().is_none_or(|i| *i + 1 < line.indent) {
            self.indents.push(line.indent);
        }
        self.body = line
            .indent
            .saturating_add(u16::try_from(mark).unwrap_or(u16::MAX));
        self.numbers.retain(|(i, _)| *i < line.indent);
        if let Some(number) = number {
            self.numbers.push((line.indent, number));
        }
        self.depth().min(8)
    }

    /// Whether `line` at `at` is an item: its mark's length in bytes, and its depth.
    pub(super) fn item(&mut self, text: &str, lines: &[Line], at: usize) -> Option<(usize, u8)> {
        let line = lines.get(at)?;
        let words = line.text(text);
        if let Some(len) = mark::bullet(words) {
            let width = 1 + spaces(words, len);
            return Some((len, self.enter(line, width, None)));
        }
        let number = mark::numbers(words).find(|n| self.is_item(text, lines, at, *n))?;
        let width = number.len + spaces(words, number.len);
        Some((number.len, self.enter(line, width, Some(number))))
    }

    /// Whether a numbered line is an item of a list.
    fn is_item(&self, text: &str, lines: &[Line], at: usize, number: Number) -> bool {
        let Some(line) = lines.get(at) else {
            return false;
        };
        let words = line.text(text);
        let follows = self
            .numbers
            .iter()
            .any(|(i, n)| i.abs_diff(line.indent) <= 1 && n.leads_to(words));
        let next = lines
            .iter()
            .skip(at + 1)
            .take(AHEAD)
            .position(|l| l.indent.abs_diff(line.indent) <= 1 && number.leads_to(l.text(text)));
        if !follows && next.is_none() {
            return false;
        }
        if follows && next.is_none() {
            return true;
        }
        !heads_text(text, lines, at, next)
    }
}

/// Whether a numbered line stands over text of its own, as a heading does. `next` is how far the next number is.
fn heads_text(text: &str, lines: &[Line], at: usize, next: Option<usize>) -> bool {
    let (Some(line), Some(below)) = (lines.get(at), lines.get(at + 1)) else {
        return false;
    };
    let words = line.text(text);
    let short = line.chars <= 100 && !words.ends_with([';', ',', ':']);
    let single = line.gap > 0 || at == 0;
    let text_below = below.indent <= line.indent && next != Some(0) && below.gap > 0;
    let long_below = below.indent <= line.indent && below.chars > 120 && line.chars < 80;
    let full_stop = words.ends_with('.') && words.split(' ').count() > 7;
    short && single && !full_stop && (text_below || long_below)
}

/// Spaces after a mark of `len` bytes.
fn spaces(words: &str, len: usize) -> usize {
    let rest = words.get(len..).unwrap_or_default();
    rest.len() - rest.trim_start().len()
}
