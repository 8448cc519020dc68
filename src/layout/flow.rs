//! Wrapped blocks: headings, paragraphs, list items, quotations, captions, notes, and rules.

use super::fragment::{Syllables, fragments};
use super::hyphens::Hyphenator;
use super::justify;
use super::row::{Content, Ornament, Row, RowKind, Run};
use super::shape::{self, Shape};
use super::slice::Slice;
use super::{Alignment, Setting, measure, wrap};
use crate::document::{BlockKind, Document, MarkKind};
use crate::text::Span;

/// The widest line that a rule without text is drawn as, in columns.
const RULE: usize = 9;

/// The rows of a slice of a block whose text wraps. O(bytes of the slice).
pub(super) fn set(
    document: &Document,
    slice: &Slice,
    setting: Setting,
    hyphenator: Option<&Hyphenator>,
) -> Vec<Row> {
    let shape = shape::shape(document, slice.block, setting);
    let manner = Manner::new(document, slice, setting, hyphenator);
    let mut rows = Vec::new();
    let mut start = slice.span.start.get();
    let end = slice.span.end.get();
    for line in document.slice(slice.span).split('\n') {
        // What follows the last line break of a slice belongs to the next one, and a slice never ends a line twice.
        if !(start == end && start > slice.span.start.get()) {
            let is_first = slice.is_first && rows.is_empty();
            set_line(slice, line, start, &shape, is_first, &manner, &mut rows);
        }
        start += line.len() + 1;
    }
    if slice.span.is_empty() && is_image(document, slice) {
        add_alt(slice, &shape, setting, &mut rows);
    }
    rows
}

fn is_image(document: &Document, slice: &Slice) -> bool {
    document
        .block(slice.block)
        .is_some_and(|b| matches!(b.kind, BlockKind::Image { .. }))
}

/// Lets the row of an image without a caption say what it shows.
fn add_alt(slice: &Slice, shape: &Shape, setting: Setting, rows: &mut [Row]) {
    let room = setting.measure().saturating_sub(shape.first_col);
    if let (Some(row), Ok(col), Ok(columns @ 1..)) = (
        rows.first_mut(),
        u16::try_from(shape.first_col),
        u16::try_from(room),
    ) {
        let content = Content::Ornament(Ornament::Alt(slice.block, columns));
        row.runs.push(Run { col, content });
    }
}

/// In what manner the text of a slice is set.
struct Manner<'a> {
    setting: Setting,
    hyphenator: Option<&'a Hyphenator>,
    is_justified: bool,
    /// What the author marked as code: it is neither broken nor stretched.
    code: Vec<Span>,
}

impl<'a> Manner<'a> {
    /// Running text is justified and broken between syllables where that is wanted; headings and captions are not.
    fn new(
        document: &Document,
        slice: &Slice,
        setting: Setting,
        hyphenator: Option<&'a Hyphenator>,
    ) -> Self {
        let is_running = document.block(slice.block).is_some_and(|block| {
            matches!(
                block.kind,
                BlockKind::Paragraph
                    | BlockKind::ListItem { .. }
                    | BlockKind::Quotation { .. }
                    | BlockKind::Footnote { .. }
                    | BlockKind::Boilerplate
            )
        });
        let is_justified = is_running && setting.typography.alignment == Alignment::Justified;
        let hyphenator = hyphenator.filter(|_| is_running);
        let code = if is_justified || hyphenator.is_some() {
            let marks = document.marks_in(slice.span);
            let code = marks.filter(|mark| matches!(mark.kind, MarkKind::Code));
            code.map(|mark| mark.span).collect()
        } else {
            Vec::new()
        };
        Self {
            setting,
            hyphenator,
            is_justified,
            code,
        }
    }

    fn syllables(&self) -> Option<Syllables<'_>> {
        self.hyphenator.map(|hyphenator| Syllables {
            hyphenator,
            whole: &self.code,
        })
    }
}

/// Adds the rows of one line of a block, which stands at byte `base`.
fn set_line(
    slice: &Slice,
    line: &str,
    base: usize,
    shape: &Shape,
    is_first: bool,
    manner: &Manner<'_>,
    rows: &mut Vec<Row>,
) {
    let measure = manner.setting.measure();
    let first_col = if is_first { shape.first_col } else { shape.col };
    let room = measure.saturating_sub(shape.col.max(first_col)).max(1);
    let indent = indent(line, rows.is_empty(), room);
    let words = line.trim_start();
    let skipped = line.len() - words.len();
    let room = room.saturating_sub(indent).max(1);
    let pieces = fragments(words, base + skipped, room, manner.syllables());
    let widths = [first_col, shape.col].map(|col| measure.saturating_sub(col + indent).max(1));
    let wrapped = wrap::rows(&pieces, widths[0], widths[1]);
    let count = wrapped.len();
    for (i, row) in wrapped.into_iter().enumerate() {
        let mut runs = shape.every.clone();
        if i == 0 && is_first {
            runs.extend_from_slice(&shape.first);
        }
        let col = if i == 0 { first_col } else { shape.col } + indent;
        let is_last = i + 1 == count;
        let wider = if manner.is_justified && !is_last {
            let room = measure.saturating_sub(col);
            justify::gaps(line, base, row, room, i, &manner.code)
        } else {
            Vec::new()
        };
        wrap::runs(row, col, is_last, &wider, &mut runs);
        rows.push(Row {
            block: slice.block,
            span: if row.is_empty() {
                Span::new(base, base)
            } else {
                wrap::span(row)
            },
            kind: RowKind::Text,
            runs,
        });
    }
}

/// The columns by which a line within a block is set in, as its author did with spaces; at most a third of the room.
fn indent(line: &str, is_first: bool, room: usize) -> usize {
    if is_first {
        return 0;
    }
    let spaces = line.bytes().take_while(|&b| b == b' ').count();
    spaces.min(room / 3)
}

/// The row of a rule: its own text or a short line, centred. A text that does not fit wraps like a paragraph.
pub(super) fn set_rule(document: &Document, slice: &Slice, setting: Setting) -> Vec<Row> {
    let measure = setting.measure();
    let text = document.slice(slice.span);
    let width = measure::width(text);
    let is_drawn = !text.contains(char::is_alphanumeric) && (width > RULE || text.contains('\n'));
    let (width, content) = if text.is_empty() || is_drawn {
        let width = RULE.min(measure);
        let line = Ornament::Line(measure::columns(width));
        (width, Content::Ornament(line))
    } else if width <= measure && !text.contains('\n') {
        (width, Content::Text(slice.span))
    } else {
        return set(document, slice, setting, None);
    };
    let run = Run {
        col: measure::columns((measure - width) / 2),
        content,
    };
    vec![Row {
        block: slice.block,
        span: slice.span,
        kind: RowKind::Rule,
        runs: vec![run],
    }]
}

#[cfg(test)]
mod tests {
    use crate::document::BlockKind::{
        self, Footnote, Heading, Image, ListItem, Paragraph, Quotation, Rule,
    };
    use crate::layout::proof::check;

    fn item(depth: u8, marker: &str) -> BlockKind {
        ListItem {
            depth,
            marker: marker.into(),
        }
    }

    #[test]
    fn paragraphs_wrap_at_words_and_balance_their_rows() {
        check(
            &[(Paragraph, "The quick brown fox jumps.")],
            10,
            &["The quick", "brown fox", "jumps."],
        );
        check(
            &[(Paragraph, "To be, or not to be: that is")],
            9,
            &["To be,", "or not", "to be:", "that is"],
        );
    }

    #[test]
    fn the_sign_of_a_note_stays_with_its_word() {
        check(
            &[(
                Paragraph,
                "It was on a Monday.[12] Then it rained.[long] So.",
            )],
            17,
            &["It was on a", "Monday.[12] Then", "it rained.[long]", "So."],
        );
    }

    #[test]
    fn line_breaks_of_the_author_stay_with_their_indent() {
        check(
            &[(Paragraph, "Roses are red,\n  violets blue\n\nend")],
            40,
            &["Roses are red,", "  violets blue", "", "end"],
        );
    }

    #[test]
    fn list_items_hang() {
        check(
            &[
                (item(0, "•"), "one two three"),
                (item(1, "◦"), "deep"),
                (item(0, "9."), "nine"),
                (item(0, "10."), "ten"),
            ],
            12,
            &["• one two", "  three", "  ◦ deep", " 9. nine", "10. ten"],
        );
    }

    #[test]
    fn further_paragraphs_of_an_item_hang_with_it() {
        check(
            &[
                (item(0, "1."), "one"),
                (item(0, ""), "more"),
                (item(0, "2."), "two"),
            ],
            20,
            &[" 1. one", "", "    more", "", " 2. two"],
        );
    }

    #[test]
    fn quotations_have_a_bar_for_each_depth() {
        check(
            &[
                (Quotation { depth: 0 }, "said so himself"),
                (Quotation { depth: 1 }, "deeper"),
            ],
            10,
            &["▏ said so", "▏ himself", "", "▏ ▏ deeper"],
        );
    }

    #[test]
    fn captions_and_notes_hang_at_their_sign() {
        check(
            &[(
                Image {
                    target: String::new(),
                    alt: String::new(),
                    size: None,
                },
                "a tall ship",
            )],
            8,
            &["▣ a tall", "  ship"],
        );
        let bare = Image {
            target: "ship.png".into(),
            alt: "A tall ship at sea".into(),
            size: None,
        };
        check(&[(bare, "")], 12, &["▣ A tall sh…"]);
        check(
            &[(Footnote { label: "3".into() }, "a small note")],
            12,
            &["3   a small", "    note"],
        );
        check(
            &[(
                Footnote {
                    label: "see the table".into(),
                },
                "words",
            )],
            16,
            &["see th… words"],
        );
    }

    #[test]
    fn rules_are_short_and_centred() {
        check(&[(Rule, "")], 20, &["     ─────────"]);
        check(&[(Rule, "--------------------")], 10, &["─────────"]);
        check(&[(Rule, "* * *")], 9, &["  * * *"]);
    }

    #[test]
    fn headings_stand_further_from_what_comes_before() {
        let h = |level| Heading { level };
        check(
            &[
                (h(1), "Title"),
                (Paragraph, "Text."),
                (h(2), "Part"),
                (h(3), "Sub"),
                (Paragraph, "End."),
            ],
            20,
            &["Title", "", "Text.", "", "", "Part", "", "Sub", "", "End."],
        );
    }

    #[test]
    fn narrow_measures_keep_a_column_for_text() {
        check(&[(item(3, "•"), "ab")], 3, &[" ab"]);
        check(&[(Quotation { depth: 5 }, "ab")], 4, &["▏ ab"]);
        check(&[(Paragraph, "日a")], 1, &["…", "a"]);
    }

    #[test]
    fn a_soft_hyphen_shows_only_where_a_row_ends() {
        let text = "extra\u{ad}ordinary";
        check(&[(Paragraph, text)], 20, &[text]);
        check(&[(Paragraph, text)], 9, &["extra\u{ad}-", "ordinary"]);
    }
}
