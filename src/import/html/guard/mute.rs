//! What never shows and is not parsed: white space that folds, styles, scripts, links to files, drawings, comments.

use std::ops::Range;

use super::tags::{is_verbatim, one_of};
use super::{Put, Scan, Syntax};

/// White space that is shorter than this is not worth folding, in bytes.
const INDENT: usize = 4;
/// What is shorter than this is not worth taking out, in bytes.
const WORTH: usize = 200;

impl Scan<'_> {
    /// Shortens the white space at both ends of a text between tags, where it folds to one space anyway: in many pages
    /// it is a third of the text, and is counted again and again.
    pub(super) fn fold_space(&mut self, text: Range<usize>) {
        let words = self.page.as_bytes().get(text.clone()).unwrap_or_default();
        let is_space = |b: &u8| b.is_ascii_whitespace();
        let before = words.iter().take_while(|b| is_space(b)).count();
        let after = if before == words.len() {
            0
        } else {
            words.iter().rev().take_while(|b| is_space(b)).count()
        };
        if before.max(after) < INDENT
            || self.syntax == Syntax::Xml
            || self.open.iter().any(|open| is_verbatim(open))
        {
            return;
        }
        for run in [text.start..text.start + before, text.end - after..text.end] {
            if run.len() >= INDENT {
                self.put(run.start + 1..run.end, Put::Nothing);
            }
        }
    }

    /// Takes out what never shows and would only be parsed: styles, and scripts that say nothing of the page. A script
    /// with a comment in it may end elsewhere than it seems, and stays.
    pub(super) fn mute(
        &mut self,
        tag: Range<usize>,
        content: Range<usize>,
        after: usize,
        name: &str,
    ) {
        if self.syntax == Syntax::Xml
            || content.len() < WORTH
            || !one_of(name, &["script", "style"])
        {
            return;
        }
        let within = |range: &Range<usize>| self.page.get(range.clone()).unwrap_or_default();
        let tells = memchr::memmem::find(within(&tag).to_ascii_lowercase().as_bytes(), b"json");
        let comment = memchr::memmem::find(within(&content).as_bytes(), b"<!--");
        if tells.is_none() && (comment.is_none() || one_of(name, &["style"])) {
            // Without an end it is for the parser to say what it holds.
            let whole = if after > content.end {
                self.retract(tag.start);
                tag.start..after
            } else {
                content
            };
            self.put(whole, Put::Nothing);
        }
    }

    /// Takes out a tag that links files to the page, but for the one that gives its address.
    pub(super) fn unlink(&mut self, tag: Range<usize>) {
        let words = self.page.as_bytes().get(tag.clone()).unwrap_or_default();
        if memchr::memmem::find(words, b"canonical").is_none() {
            self.retract(tag.start);
            self.put(tag, Put::Nothing);
        }
    }

    /// Takes out what a drawing is made of, when no words are in it; gives one past its end tag.
    pub(super) fn drawing(&mut self, from: usize, name: &str) -> Option<usize> {
        if self.syntax == Syntax::Xml || !one_of(name, &["svg"]) {
            return None;
        }
        let (content, after) = self.raw_end(from, name);
        let inside = self.page.as_bytes().get(from..content)?;
        let words = [
            "<text", "<foreign", "<svg", "<!--", "<![", "<style", "<script",
        ];
        let plain = content < self.page.len()
            && words
                .iter()
                .all(|tag| memchr::memmem::find(inside, tag.as_bytes()).is_none());
        if !plain {
            return None;
        }
        self.put(from..content, Put::Nothing);
        Some(after)
    }

    /// One past the end of a declaration. Entities that it declares in brackets are taken out: a parser of pages would
    /// take them for text.
    pub(super) fn declaration(&mut self, start: usize) -> usize {
        let end = self.after(start, b'>');
        let within = self.page.as_bytes().get(start..end).unwrap_or_default();
        let Some(open) = memchr::memchr(b'[', within).map(|at| start + at) else {
            return end;
        };
        let named = within
            .get(2..9)
            .is_some_and(|n| n.eq_ignore_ascii_case(b"doctype"));
        let rest = self.page.as_bytes().get(open..).unwrap_or_default();
        match memchr::memmem::find(rest, b"]>").filter(|_| named) {
            Some(close) => {
                self.put(open..open + close + 1, Put::Nothing);
                open + close + 2
            }
            None => end,
        }
    }

    /// One past the end of the comment that begins at `start`; a long one is taken out.
    pub(super) fn comment(&mut self, start: usize) -> usize {
        let inside = self.rest(start + 4).as_bytes();
        let Some(len) = memchr::memmem::find(inside, b"-->") else {
            return self.page.len();
        };
        let end = start + 7 + len;
        let text = inside.get(..len).unwrap_or_default();
        // `<!-->`, `<!--->` and `--!>` end a comment too.
        let plain = !matches!(text, [b'>', ..] | [b'-', b'>', ..])
            && memchr::memmem::find(text, b"--!>").is_none();
        if plain && len >= WORTH && self.syntax == Syntax::Html {
            self.put(start..end, Put::Nothing);
        }
        end
    }
}
