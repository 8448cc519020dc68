//! Writing text into drafts: white space, marks, and what was cut out of the middle of a block.
//!
//! Two pens write at once: one what is kept, one what extraction cut. A block that has both gives two drafts, so
//! that a hidden button in a paragraph does not split the paragraph.

use crate::document::{BlockKind, MarkKind};
use crate::import::draft::Draft;

/// One of the two pens.
#[derive(Debug, Default)]
struct Pen {
    draft: Option<Draft>,
    /// Whether white space is owed before the next word.
    space: bool,
    /// Where each open mark began in this draft.
    starts: Vec<usize>,
    /// When the draft was begun, to keep the order of the two.
    began: usize,
}

/// What a new draft is made of.
pub(super) struct Fresh {
    pub kind: BlockKind,
    pub aside: bool,
    /// In the content of the article.
    pub body: bool,
    pub hint: String,
}

/// Both pens and the drafts that they have written.
#[derive(Debug, Default)]
pub(super) struct Pens {
    drafts: Vec<Draft>,
    kept: Pen,
    cut: Pen,
    open: Vec<MarkKind>,
    anchors: Vec<String>,
    /// Blocks that wait for the end of the open one, such as an image in a paragraph.
    after: Vec<Draft>,
    clock: usize,
}

impl Pens {
    /// Adds text whose white space folds. `fresh` makes the block when none is open.
    pub(super) fn words(&mut self, text: &str, keep: bool, fresh: impl FnOnce() -> Fresh) {
        let (first, last) = (text.starts_with(is_space), text.ends_with(is_space));
        let words = text.trim_matches(is_space);
        if words.is_empty() {
            if !text.is_empty() {
                self.space();
            }
            return;
        }
        if first {
            self.space();
        }
        let Some((draft, space)) = self.begin(keep, fresh) else {
            return;
        };
        if *space && !draft.text.is_empty() && !draft.text.ends_with(['\n', '\t']) {
            draft.text.push(' ');
        }
        push_folded(&mut draft.text, words);
        *space = false;
        if last {
            self.space();
        }
    }

    /// Adds text as it stands.
    pub(super) fn verbatim(&mut self, text: &str, keep: bool, fresh: impl FnOnce() -> Fresh) {
        if let Some((draft, _)) = self.begin(keep, fresh) {
            draft.text.push_str(text);
        }
    }

    /// Owes a space before the next word.
    pub(super) fn space(&mut self) {
        self.kept.space = true;
        self.cut.space = true;
    }

    /// A line break inside a block; the second in a row ends it.
    pub(super) fn line_break(&mut self) {
        let ended = self
            .kept
            .draft
            .as_ref()
            .is_some_and(|d| d.text.ends_with('\n'));
        if ended {
            self.flush();
            return;
        }
        for pen in [&mut self.kept, &mut self.cut] {
            if let Some(draft) = &mut pen.draft
                && !draft.text.ends_with('\n')
            {
                draft.text.push('\n');
            }
            pen.space = false;
        }
    }

    /// Begins an inline mark.
    pub(super) fn open_mark(&mut self, kind: MarkKind) {
        self.open.push(kind);
        for pen in [&mut self.kept, &mut self.cut] {
            let at = pen.draft.as_ref().map_or(0, |d| d.text.len());
            pen.starts.push(at);
        }
    }

    /// Ends the mark that was begun last.
    pub(super) fn close_mark(&mut self) {
        let Some(kind) = self.open.pop() else { return };
        for pen in [&mut self.kept, &mut self.cut] {
            let start = pen.starts.pop().unwrap_or_default();
            if let Some(draft) = &mut pen.draft
                && draft.text.len() > start
            {
                draft.marks.push((start, draft.text.len(), kind.clone()));
            }
        }
    }

    /// Names the place of the next word.
    pub(super) fn anchor(&mut self, name: String) {
        self.anchors.push(name);
    }

    /// Whether a kept block has text and is still open.
    pub(super) fn writing(&self) -> bool {
        self.kept.draft.is_some() || self.cut.draft.is_some()
    }

    /// Ends the open block of both pens.
    pub(super) fn flush(&mut self) {
        let Self {
            kept, cut, open, ..
        } = self;
        let mut done: Vec<(usize, Draft)> = Vec::new();
        for (pen, fold) in [(kept, false), (cut, true)] {
            pen.space = false;
            if let Some(mut draft) = pen.draft.take() {
                for (start, kind) in pen.starts.iter().zip(open.iter()) {
                    if draft.text.len() > *start {
                        draft.marks.push((*start, draft.text.len(), kind.clone()));
                    }
                }
                draft.fold = fold;
                done.push((pen.began, draft));
            }
            pen.starts.fill(0);
        }
        done.sort_by_key(|(began, _)| *began);
        self.drafts.extend(done.into_iter().map(|(_, draft)| draft));
        self.drafts.append(&mut self.after);
    }

    /// Adds a whole block, after the open one if there is one.
    pub(super) fn add(&mut self, draft: Draft) {
        if self.writing() {
            self.after.push(draft);
        } else {
            self.drafts.push(draft);
        }
    }

    /// The block added last, when nothing is open.
    pub(super) fn last(&mut self) -> Option<&mut Draft> {
        self.drafts.last_mut()
    }

    /// All blocks. What is named after the last word belongs to the last block.
    pub(super) fn finish(mut self) -> Vec<Draft> {
        self.flush();
        if let Some(last) = self.drafts.last_mut() {
            let at = last.text.len();
            last.anchors
                .extend(self.anchors.into_iter().map(|name| (at, name)));
        }
        self.drafts
    }

    /// The open draft of a pen, begun if need be, and whether it owes a space.
    fn begin(
        &mut self,
        keep: bool,
        fresh: impl FnOnce() -> Fresh,
    ) -> Option<(&mut Draft, &mut bool)> {
        let pen = if keep { &mut self.kept } else { &mut self.cut };
        if pen.draft.is_none() {
            let Fresh {
                kind,
                aside,
                body,
                hint,
            } = fresh();
            self.clock += 1;
            pen.began = self.clock;
            pen.starts = vec![0; self.open.len()];
            pen.draft = Some(Draft {
                aside,
                body,
                hint,
                ..Draft::new(kind)
            });
        }
        let draft = pen.draft.as_mut()?;
        let at = draft.text.len();
        draft
            .anchors
            .extend(self.anchors.drain(..).map(|name| (at, name)));
        Some((draft, &mut pen.space))
    }
}

/// Adds words, which begin and end with none, with one space for all white space between two of them. A line in which
/// single spaces stand is added in one piece.
fn push_folded(out: &mut String, words: &str) {
    out.reserve(words.len());
    let mut rest = words;
    loop {
        let bytes = rest.as_bytes();
        let line = memchr::memchr3(b'\n', b'\t', b'\r', bytes).unwrap_or(bytes.len());
        let (line, after) = rest.split_at(line);
        if folds(line.as_bytes()) {
            for (nth, word) in line.split(is_space).filter(|w| !w.is_empty()).enumerate() {
                if nth > 0 {
                    out.push(' ');
                }
                out.push_str(word);
            }
        } else {
            out.push_str(line.trim_end_matches(' '));
        }
        if after.is_empty() {
            return;
        }
        out.push(' ');
        rest = after.trim_start_matches(is_space);
    }
}

/// Whether a line, which begins with none, has white space other than single spaces. All of it is looked at, since the
/// processor does that faster than to stop.
fn folds(line: &[u8]) -> bool {
    let next = line.get(1..).unwrap_or_default();
    let is = |byte: &u8, sign: u8| u8::from(*byte == sign);
    let pairs = line.iter().zip(next);
    let found = pairs.fold(0, |any, (before, after)| {
        any | (is(before, b' ') & is(after, b' ')) | is(after, 0xc)
    });
    found > 0
}

/// White space that folds; no-break spaces stay.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\n' | '\t' | '\r' | '\u{c}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_between_words_folds_to_one_space() {
        for text in [
            "one",
            "a line of words",
            "two  spaces,\u{c}a form feed \u{c}and\n   lines \r\n\t of\u{a0}words",
            "a\tb\t\tc\u{c}\nd",
        ] {
            let mut out = String::new();
            push_folded(&mut out, text);
            let words: Vec<&str> = text.split(is_space).filter(|w| !w.is_empty()).collect();
            assert_eq!(out, words.join(" "));
        }
    }
}
