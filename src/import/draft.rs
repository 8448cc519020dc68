//! Blocks on their way into a document: what a page gives before the cleaner has seen it.
//!
//! A draft keeps its own text and marks, so that whole blocks can be folded, dropped or moved; [`emit`] pushes them
//! through the builder, which neutralises what may not enter a text.

use std::borrow::Borrow;
use std::cell::Cell;

use crate::document::{BlockKind, Builder, MarkKind};
use crate::text::{Pos, Span, front};

/// One block of a page.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// What it is.
    pub kind: BlockKind,
    /// Its text, white space already folded where the format folds it.
    pub text: String,
    /// Marks, as byte ranges of `text`, in the order of their ends.
    pub marks: Vec<(usize, usize, MarkKind)>,
    /// Names of places: offset in `text`, name as links give it.
    pub anchors: Vec<(usize, String)>,
    /// Whether it is folded away as boilerplate.
    pub fold: bool,
    /// Whether it stands in a part of the page that is seldom the article: navigation, comments, footer.
    pub aside: bool,
    /// Whether it stands in the element that the page calls the content of its article.
    pub body: bool,
    /// Class and id of its element and of those around it that hold nothing else, in lower case.
    pub hint: String,
    /// Where it stands in the input file, where that is known (bytes).
    pub source: Option<Span>,
    /// The words that were counted, and in how many bytes: rules ask again and again while the text stays.
    pub counted: Cell<Option<(usize, usize)>>,
}

impl Draft {
    /// An empty block of a kind.
    pub(super) fn new(kind: BlockKind) -> Self {
        Self {
            kind,
            text: String::new(),
            marks: Vec::new(),
            anchors: Vec::new(),
            fold: false,
            aside: false,
            body: false,
            hint: String::new(),
            source: None,
            counted: Cell::new(None),
        }
    }

    /// How many words it has, where words are not set apart one for two signs of the script. Counted once for a text,
    /// which only grows or gets shorter.
    pub(super) fn words(&self) -> usize {
        let len = self.text.len();
        match self.counted.get() {
            Some((words, counted)) if counted == len => words,
            _ => {
                let words = count(&self.text);
                self.counted.set(Some((words, len)));
                words
            }
        }
    }

    /// The share of its bytes that stand in links, 0 to 1.
    pub(super) fn link_share(&self) -> f64 {
        let linked: usize = self
            .marks
            .iter()
            .filter(|(.., kind)| matches!(kind, MarkKind::Link(_)))
            .map(|(from, to, _)| to - from)
            .sum();
        let all = self.text.trim().len().max(1);
        #[expect(
            clippy::cast_precision_loss,
            reason = "a share needs no more than 52 bits"
        )]
        let share = linked as f64 / all as f64;
        share.min(1.0)
    }
}

/// How many words a text has. In scripts that set no spaces between them (Chinese, Japanese, Thai, Lao, Khmer, Burmese)
/// two signs come to one more. One pass: O(bytes).
fn count(text: &str) -> usize {
    let (mut words, mut signs, mut space) = (0, 0, true);
    let mut rest = text;
    loop {
        let (run, after) = rest.split_at(front(rest.as_bytes(), |byte| byte.is_ascii()));
        let run = run.as_bytes();
        if let (Some(first), Some(last)) = (run.first(), run.last()) {
            words += usize::from(space && !is_space(*first)) + begun(run);
            space = is_space(*last);
        }
        let mut chars = after.chars();
        let Some(c) = chars.next() else {
            return words + signs / 2;
        };
        words += usize::from(space && !c.is_whitespace());
        space = c.is_whitespace();
        signs += usize::from(is_sign(c));
        rest = chars.as_str();
    }
}

/// How many words begin in ASCII text after its first byte. Counted in chunks that the processor takes at once.
fn begun(run: &[u8]) -> usize {
    const CHUNK: usize = 64;
    let next = run.get(1..).unwrap_or_default();
    let mut words = 0;
    for (run, next) in run.chunks(CHUNK).zip(next.chunks(CHUNK)) {
        let mut begun: u8 = 0;
        for (before, after) in run.iter().zip(next) {
            begun += u8::from(is_space(*before) & !is_space(*after));
        }
        words += usize::from(begun);
    }
    words
}

/// Whether an ASCII byte is white space.
fn is_space(byte: u8) -> bool {
    (byte == b' ') | (byte.wrapping_sub(b'\t') < 5)
}

/// Whether a character is a sign of a script without spaces.
fn is_sign(c: char) -> bool {
    c >= '\u{e00}'
        && matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
            | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// Pushes all drafts into a builder. Runs of folded blocks become one block each, a line a draft.
pub(super) fn emit<D: Borrow<Draft>>(builder: &mut Builder, drafts: impl IntoIterator<Item = D>) {
    let mut folding = false;
    for draft in drafts {
        let draft = draft.borrow();
        let empty = draft.text.trim().is_empty();
        if draft.fold {
            if empty {
                continue;
            }
            if folding {
                builder.push("\n", None);
            } else {
                builder.open(BlockKind::Boilerplate, draft.source);
            }
            folding = true;
        } else {
            if empty && !matches!(draft.kind, BlockKind::Rule | BlockKind::Image { .. }) {
                for (_, name) in &draft.anchors {
                    builder.anchor(name.clone());
                }
                continue;
            }
            folding = false;
            builder.open(draft.kind.clone(), draft.source);
        }
        push_marked(builder, draft);
        if !folding {
            builder.close();
        }
    }
    builder.close();
}

/// Pushes the text of a draft, and its marks and anchors where they begin and end.
fn push_marked(builder: &mut Builder, draft: &Draft) {
    let mut cuts: Vec<usize> = Vec::with_capacity(draft.marks.len() * 2 + draft.anchors.len());
    for (from, to, _) in &draft.marks {
        cuts.extend([*from, *to]);
    }
    cuts.extend(draft.anchors.iter().map(|(at, _)| *at));
    cuts.push(draft.text.len());
    cuts.sort_unstable();
    cuts.dedup();
    let mut places: Vec<Pos> = Vec::with_capacity(cuts.len());
    let mut anchors = draft.anchors.iter().peekable();
    let mut order: Vec<usize> = (0..draft.marks.len()).collect();
    order.sort_by_key(|&i| draft.marks.get(i).map(|m| m.1));
    let mut ends = order.into_iter().peekable();
    let mut done = 0;
    for &cut in &cuts {
        builder.push(draft.text.get(done..cut).unwrap_or_default(), None);
        done = cut;
        places.push(builder.here());
        while let Some((_, name)) = anchors.next_if(|(at, _)| *at <= cut) {
            builder.anchor(name.clone());
        }
        while let Some(i) = ends.next_if(|&i| draft.marks.get(i).is_some_and(|m| m.1 <= cut)) {
            let Some((from, _, kind)) = draft.marks.get(i) else {
                continue;
            };
            let begun = cuts.binary_search(from).ok().and_then(|at| places.get(at));
            if let Some(&from) = begun {
                builder.mark(kind.clone(), from);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_as_they_are_written() {
        let long = "a line of words\u{b}and more ".repeat(20);
        for text in [
            "",
            " ",
            "a",
            " a ",
            "One\u{a0}two\u{3000}three \u{2009} “four”\t\n five",
            &long,
        ] {
            assert_eq!(count(text), text.split_whitespace().count(), "{text}");
        }
        assert_eq!(count("海の港 町"), 2 + 2);
    }

    #[test]
    fn folded_runs_become_one_block_and_marks_keep_their_words() {
        let mut paragraph = Draft::new(BlockKind::Paragraph);
        paragraph.text = "See the \u{7}site now".into();
        paragraph.marks = vec![
            (8, 13, MarkKind::Strong),
            (4, 13, MarkKind::Link("#x".into())),
        ];
        let mut line = Draft::new(BlockKind::Paragraph);
        line.text = "Share".into();
        line.fold = true;
        let mut target = Draft::new(BlockKind::Heading { level: 2 });
        target.text = "X".into();
        target.anchors = vec![(0, "#x".into())];
        let mut builder = Builder::default();
        emit(&mut builder, [line.clone(), line, paragraph, target]);
        let doc = builder.finish();
        let blocks: Vec<_> = doc
            .blocks()
            .iter()
            .map(|b| (b.kind.name(), doc.slice(b.span)))
            .collect();
        assert_eq!(
            blocks,
            [
                ("boilerplate", "Share\nShare"),
                ("paragraph", "See the ␇site now"),
                ("heading", "X")
            ]
        );
        let marks: Vec<_> = doc.marks().iter().map(|m| doc.slice(m.span)).collect();
        assert_eq!(marks, ["the ␇site", "␇site"]);
        assert!(matches!(doc.marks()[0].kind, MarkKind::Jump(_)));
    }
}
