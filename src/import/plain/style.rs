//! How a text as a whole is set: wrapped by hand or not, indented or not, and what kind of text it is.
//!
//! Takes the lines of the first 64 KiB; gives a [`Style`] that every later decision may ask. Because only the beginning
//! is looked at, the first part of a long text is read exactly as it is read within the whole.

use super::decode::Source;
use super::line::Line;

/// How many bytes decide on the style.
const SAMPLE: u32 = 64 * 1024;

/// The kinds of texts that have rules of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Genre {
    /// News, posts, essays, anything else.
    #[default]
    Article,
    /// A book as volunteers transcribe it, such as those of Project Gutenberg.
    Book,
    /// A request for comments, or another paginated report with numbered sections.
    Rfc,
}

/// How a text is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// The column at which lines were broken by hand; none when a line is a paragraph.
    pub(super) width: Option<usize>,
    /// The indent of running text, in columns.
    pub(super) base: usize,
    /// What kind of text it is.
    pub(super) genre: Genre,
}

impl Style {
    /// The style of a text. O(sample).
    pub(super) fn of(source: &Source, lines: &[Line]) -> Self {
        let count = lines.partition_point(|l| l.start < SAMPLE);
        let sample = lines.get(..count).unwrap_or_default();
        let width = width(&source.text, sample);
        Self {
            width,
            base: base(sample),
            genre: genre(source, sample, width),
        }
    }
}

/// The first word of a line, in characters.
pub(super) fn first_word(line: &str) -> usize {
    line.chars().take_while(|c| !c.is_whitespace()).count()
}

/// The column of the right edge of a line.
pub(super) fn edge(line: &Line) -> usize {
    usize::from(line.indent) + line.chars as usize
}

/// The column at which lines were broken: at most lines' ends the next word would not have fitted.
fn width(text: &str, sample: &[Line]) -> Option<usize> {
    let mut edges: Vec<usize> = sample.iter().map(edge).collect();
    let at = edges.len().checked_mul(95)? / 100;
    let at = at.min(edges.len().checked_sub(1)?);
    let (_, &mut width, _) = edges.select_nth_unstable(at);
    if !(40..=132).contains(&width) {
        return None;
    }
    let (mut pairs, mut full) = (0, 0);
    for pair in sample.windows(2) {
        let [a, b] = pair else { continue };
        let (before, after) = (a.text(text), b.text(text));
        let silent = super::wrap::ends_sentence(before) && !after.starts_with(char::is_lowercase);
        if b.gap > 0 || b.page || edge(a) < 30 || silent {
            continue;
        }
        pairs += 1;
        full += usize::from(edge(a) + 1 + first_word(after) + 3 > width);
    }
    (pairs >= 2 && full * 100 >= pairs * 55).then_some(width)
}

/// The commonest indent of lines, counted by their characters.
fn base(sample: &[Line]) -> usize {
    let mut weight = [0_u64; 24];
    for line in sample {
        if let Some(w) = weight.get_mut(usize::from(line.indent)) {
            *w += u64::from(line.chars);
        }
    }
    let best = weight
        .iter()
        .enumerate()
        .max_by_key(|&(i, w)| (*w, usize::MAX - i));
    best.map_or(0, |(i, _)| i)
}

/// What kind of text it is, by the marks that its kind always carries.
fn genre(source: &Source, sample: &[Line], width: Option<usize>) -> Genre {
    let text = source.text.as_ref();
    let head = 64 * 1024;
    let memo = sample.iter().take(40).any(|l| {
        let line = l.text(text);
        line.starts_with("Request for Comments:")
            || line.starts_with("Network Working Group")
            || line.starts_with("Internet-Draft")
    });
    let paged = sample
        .iter()
        .filter(|l| super::page::is_foot(l.text(text)))
        .count();
    if paged >= 2 || (memo && paged >= 1) || (memo && width.is_some()) {
        return Genre::Rfc;
    }
    let gutenberg = [
        "*** START OF TH",
        "***START OF TH",
        "The Project Gutenberg",
        "Project Gutenberg's",
        "Project Gutenberg\u{2019}s",
    ]
    .iter()
    .any(|mark| source.begins_with_mention(mark, head.min(8 * 1024)));
    let chapters = sample
        .iter()
        .filter(|l| l.gap > 0 && super::book::is_chapter(l.text(text)))
        .count();
    if gutenberg || (width.is_some() && chapters >= 2 && sample.len() > 60) {
        return Genre::Book;
    }
    Genre::Article
}
