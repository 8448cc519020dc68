//! What an author marked with signs: fences, `>`, underlines, `#`.
//!
//! Each step takes what begins at a line, if it is marked so, and gives the first line after it. The signs are cut off.

use super::super::style::Style;
use super::super::unit::Shape;
use super::super::{mark, wrap};
use super::Split;

impl Split<'_> {
    /// Code between fences.
    pub(super) fn fence(&mut self, at: usize) -> Option<usize> {
        let line = self.line(at);
        let words = line.text(self.text);
        let mark = ["```", "~~~"].into_iter().find(|m| words.starts_with(m))?;
        let name = words.trim_start_matches(['`', '~']).trim();
        if name.contains(' ') || name.contains('`') {
            return None;
        }
        let rest = self.lines.get(at + 1..)?;
        let far = rest.iter().take(2000).position(|l| {
            let w = l.text(self.text);
            w.starts_with(mark) && w.trim_start_matches(['`', '~']).is_empty()
        })?;
        let language = (!name.is_empty()).then(|| {
            let from = line.end - u32::try_from(name.len()).unwrap_or(0);
            (from, line.end)
        });
        self.list.end();
        if far == 0 {
            return None;
        }
        self.push(at + 1..at + 1 + far, Shape::Code { language });
        Some(at + far + 2)
    }

    /// Lines with `>` in front.
    pub(super) fn quote(&mut self, at: usize, end: usize) -> Option<usize> {
        let (depth, _) = mark::quoted(self.words(at))?;
        let mut stop = at;
        while stop < end {
            let Some((d, len)) = mark::quoted(self.words(stop)) else {
                break;
            };
            let bare = len == self.words(stop).len();
            if d != depth || (bare && stop > at) {
                break;
            }
            stop += 1;
            if bare {
                break;
            }
        }
        let stop = stop.max(at + 1);
        for i in at..stop {
            if let Some(line) = self.lines.get_mut(i) {
                let len = mark::quoted(line.text(self.text)).map_or(0, |q| q.1);
                line.start += u32::try_from(len).unwrap_or(0);
                line.chars = line.chars.saturating_sub(u32::try_from(len).unwrap_or(0));
            }
        }
        let depth = depth.saturating_sub(1).min(8);
        let style = Style {
            width: self.style.width.map(|w| w.saturating_sub(2)),
            ..self.style
        };
        for part in wrap::parts(self.text, self.lines, at..stop, style) {
            let lines = part.kept;
            self.push(part.lines, Shape::Quote { depth, lines });
        }
        self.list.end();
        Some(stop)
    }

    /// A line of words with a line of one character under it, and perhaps over it.
    pub(super) fn underlined(&mut self, at: usize, end: usize) -> Option<usize> {
        let over = mark::underline(self.words(at));
        let title = if over.is_some() { at + 1 } else { at };
        if title + 1 >= end {
            return None;
        }
        let by = mark::underline(self.words(title + 1))?;
        if over.is_some_and(|o| o != by) {
            return None;
        }
        let (line, under) = (self.line(title), self.line(title + 1));
        let words = line.text(self.text);
        let fits = under.chars * 10 >= line.chars * 6 && under.chars <= line.chars.max(8) * 3 + 4;
        let meant = words.contains(char::is_alphanumeric)
            && !words.contains("   ")
            && mark::underline(words).is_none();
        let first = line.gap > 0 || line.page || over.is_some() || at == 0 || self.after_rule(at);
        if !(fits && meant && first && line.chars <= 120) {
            return None;
        }
        self.list.end();
        self.push(title..title + 1, Shape::Marked { level: 0, by });
        Some(title + 2)
    }

    fn after_rule(&self, at: usize) -> bool {
        self.units
            .last()
            .is_some_and(|u| u.last == at && matches!(u.shape, Shape::Rule | Shape::Page))
    }

    /// A Markdown heading line.
    pub(super) fn hashed(&mut self, at: usize, end: usize) -> Option<usize> {
        let line = self.line(at);
        let words = line.text(self.text);
        let (level, len) = mark::hashes(words)?;
        let apart = line.gap > 0 || at == 0;
        let next = self.line(at + 1);
        let single = at + 1 == end || mark::hashes(next.text(self.text)).is_none();
        if !apart || !single || line.chars > 120 || line.indent > 3 {
            return None;
        }
        if let Some(line) = self.lines.get_mut(at) {
            line.start += u32::try_from(len).unwrap_or(0);
            line.chars = line.chars.saturating_sub(u32::try_from(len).unwrap_or(0));
            let body = line.text(self.text);
            let tail = body.trim_end_matches('#').trim_end();
            if !tail.is_empty() && body.len() > tail.len() && body.contains(" #") {
                line.end = line.start + u32::try_from(tail.len()).unwrap_or(0);
            }
        }
        self.list.end();
        self.push(at..at + 1, Shape::Marked { level, by: '#' });
        Some(at + 1)
    }
}
