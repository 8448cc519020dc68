//! What holds for every text at every measure, tried on arbitrary ones.

use proptest::collection::vec;
use proptest::prelude::*;

use super::proof::{document, line};
use super::row::ornament_width;
use super::{
    Alignment, Boilerplate, Content, Galley, Glyphs, Hyphens, Ornament, Paragraphs, Row, RowKind,
    Setting, Typography,
};
use crate::document::{BlockId, BlockKind, Document};
use crate::layout::measure;
use crate::text::{Pos, Span};

/// Words that have broken something somewhere, and plain ones.
const WORDS: &[&str] = &[
    "a",
    "the",
    "reader",
    "2,500",
    "$1.2",
    "billion",
    "percent",
    "10",
    "a.m.",
    "No.",
    "(",
    "“",
    "well-known",
    "日本語。",
    "日",
    "👩‍👩‍👧",
    "🇩🇪🇫🇷",
    "e\u{301}\u{302}",
    "\u{301}",
    "extra\u{ad}ordinary",
    "\u{ad}",
    "\u{200b}",
    "https://example.org/a-b/c?d=e&f=g",
    "ｶﾞﾞﾞﾞ",
    "aﾞﾞﾞﾞﾞﾞ",
    "\u{600}5",
    "نص",
    "ไทย",
    "----",
    "–",
    "1990–2000",
    "\u{a0}",
    "incomprehensibilities",
    "ក្ខ",
    "\n",
    "\n\n",
    "\t",
    "\t\t",
    "   ",
    "\u{3000}",
    "%",
];

fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        9 => prop::sample::select(WORDS).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => "[a-z]{1,40}",
    ];
    let joint = prop::sample::select(&[" ", " ", " ", "", "\n", "\t"][..]);
    vec((word, joint), 1..40).prop_map(|parts| parts.into_iter().map(|(w, j)| w + j).collect())
}

fn kind() -> impl Strategy<Value = BlockKind> {
    let marker = prop::sample::select(&["•", "", "9.", "10.", "a very long marker", "日本"][..]);
    prop_oneof![
        3 => Just(BlockKind::Paragraph),
        1 => (1..=6u8).prop_map(|level| BlockKind::Heading { level }),
        2 => (0..9u8, marker.clone()).prop_map(|(depth, m)| BlockKind::ListItem { depth, marker: m.into() }),
        1 => (0..9u8).prop_map(|depth| BlockKind::Quotation { depth }),
        1 => Just(BlockKind::Code { language: None }),
        2 => (0..3u32).prop_map(BlockKind::table),
        1 => Just(BlockKind::Image { target: String::new(), alt: String::new(), size: None }),
        1 => Just(BlockKind::Rule),
        1 => marker.prop_map(|m| BlockKind::Footnote { label: m.into() }),
        2 => Just(BlockKind::Boilerplate),
    ]
}

fn some_document() -> impl Strategy<Value = Document> {
    vec((kind(), text()), 1..8).prop_map(document)
}

fn some_setting() -> impl Strategy<Value = Setting> {
    let columns = prop_oneof![1..12u16, 1..=300u16];
    (columns, any::<bool>(), any::<bool>(), some_typography()).prop_map(
        |(columns, shown, ascii, typography)| Setting {
            columns,
            typography,
            boilerplate: if shown {
                Boilerplate::Shown
            } else {
                Boilerplate::Folded
            },
            glyphs: if ascii {
                Glyphs::Ascii
            } else {
                Glyphs::Unicode
            },
        },
    )
}

fn some_typography() -> impl Strategy<Value = Typography> {
    (any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(indented, justified, english)| {
        Typography {
            paragraphs: if indented {
                Paragraphs::Indented
            } else {
                Paragraphs::Spaced
            },
            alignment: if justified {
                Alignment::Justified
            } else {
                Alignment::Ragged
            },
            hyphens: if english {
                Hyphens::English
            } else {
                Hyphens::AsWritten
            },
        }
    })
}

/// No run reaches past the measure or over the next run, and every text run is drawable.
fn check_widths(document: &Document, rows: &[Row], setting: Setting) {
    for row in rows {
        let mut at = 0;
        for run in &row.runs {
            let col = usize::from(run.col);
            assert!(col >= at, "runs overlap: {row:?}");
            at = col
                + match run.content {
                    Content::Text(span) => {
                        let text = document.slice(span);
                        assert!(!text.is_empty() && !text.contains(['\n', '\t']), "{text:?}");
                        measure::width(text)
                    }
                    Content::Ornament(o) => ornament_width(o, document, setting.glyphs),
                };
        }
        let shown = line(document, setting.glyphs, row);
        assert!(
            at <= setting.measure(),
            "too wide at {setting:?}: {shown:?}"
        );
    }
}

/// The rows of each block show all of its text once, in order.
fn check_coverage(document: &Document, rows: &[Row], setting: Setting) {
    for (i, block) in document.blocks().iter().enumerate() {
        let id = BlockId::new(i);
        let own = rows
            .iter()
            .filter(|r| r.block == id && r.kind != RowKind::Blank);
        let folded =
            setting.boilerplate == Boilerplate::Folded && block.kind == BlockKind::Boilerplate;
        if folded || matches!(block.kind, BlockKind::Table { .. } | BlockKind::Rule) {
            continue;
        }
        let mut at = block.span.start.get();
        let is_blank = |from: usize, to: usize| {
            let between = document.text().get(from..to);
            assert!(
                between.is_some_and(|s| s.trim().is_empty()),
                "{between:?} at {from}..{to} of {block:?} is not shown"
            );
        };
        for row in own {
            is_blank(at, row.span.start.get());
            at = row.span.end.get();
        }
        is_blank(at, block.span.end.get());
    }
}

/// The runs of each row show all that its span says, and the cells of a table that fits are all shown once. Rows with
/// a cut or a character too wide to show are left out.
fn check_runs(document: &Document, rows: &[Row]) {
    let is_cut = |row: &&Row| {
        let cuts = [Ornament::Cut, Ornament::CutLeft, Ornament::Ellipsis];
        row.runs
            .iter()
            .any(|r| matches!(r.content, Content::Ornament(o) if cuts.contains(&o)))
    };
    let texts = |row: &Row| -> Vec<Span> {
        let runs = row.runs.iter();
        runs.filter_map(|r| {
            if let Content::Text(s) = r.content {
                Some(s)
            } else {
                None
            }
        })
        .collect()
    };
    for (i, block) in document.blocks().iter().enumerate() {
        let own: Vec<&Row> = rows.iter().filter(|r| r.block == BlockId::new(i)).collect();
        let mut shown: Vec<Span> = match block.kind {
            BlockKind::Code { .. } | BlockKind::Rule => continue,
            BlockKind::Table { .. } if own.iter().any(is_cut) => continue,
            BlockKind::Table { .. } => own.iter().flat_map(|r| texts(r)).collect(),
            _ => {
                for row in own.iter().filter(|r| !is_cut(r)) {
                    let all = texts(row).into_iter().reduce(Span::to);
                    assert_eq!(all.unwrap_or(Span::at(row.anchor())), row.span, "{row:?}");
                }
                continue;
            }
        };
        shown.sort_unstable();
        let mut at = block.span.start;
        for span in shown.into_iter().chain([Span::at(block.span.end)]) {
            let between = Span {
                start: at,
                end: span.start,
            };
            assert!(at <= span.start, "shown twice: {span:?}");
            let mut words = document.slice(between).split_whitespace();
            assert!(
                words.all(|w| measure::width(w) == 0),
                "not shown at {between:?}"
            );
            at = span.end;
        }
    }
}

/// Every row is found by its anchor, and steps lead from row to row.
fn check_anchors(document: &Document, rows: &[Row], galley: &mut Galley) {
    for (i, row) in rows.iter().enumerate() {
        let anchor = row.anchor();
        assert_eq!(
            galley.rows_from(document, anchor, 1),
            std::slice::from_ref(row)
        );
        let next = rows.get(i + 1).unwrap_or(row).anchor();
        assert!(next > anchor || i + 1 == rows.len(), "{row:?}");
        assert_eq!(galley.step(document, anchor, 1), next);
        let back = if i + 1 < rows.len() { -1 } else { 0 };
        assert_eq!(galley.step(document, next, back), anchor);
        assert_eq!(galley.rows_between(document, anchor, Pos(0), usize::MAX), i);
    }
    let last = isize::try_from(rows.len()).unwrap_or(isize::MAX);
    if let (Some(a), Some(z)) = (rows.first(), rows.last()) {
        assert_eq!(galley.step(document, a.anchor(), last + 3), z.anchor());
        assert_eq!(galley.step(document, z.anchor(), -last - 3), a.anchor());
    }
    for height in [1, 3, rows.len(), rows.len() + 5] {
        let top = galley.last_top(document, height);
        assert_eq!(
            galley.rows_from(document, top, height + 9).len(),
            height.min(rows.len())
        );
    }
}

/// Any position gives a row, and the rows from there are the rows of the whole.
fn check_positions(document: &Document, rows: &[Row], galley: &mut Galley, pos: Pos) {
    let from = galley.rows_from(document, pos, usize::MAX);
    let skipped = rows.len().checked_sub(from.len());
    assert_eq!(skipped.and_then(|n| rows.get(n..)), Some(&from[..]));
    if let (Some(first), Some(second)) = (from.first(), from.get(1)) {
        let table = document
            .block(first.block)
            .is_some_and(|b| matches!(b.kind, BlockKind::Table { .. }));
        assert!(
            table || pos < second.anchor(),
            "{pos:?} lies below {first:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rows_fit_cover_the_text_and_are_found_again(
        document in some_document(),
        setting in some_setting(),
        shift in prop_oneof![3 => Just(0u16), 1 => 1..40u16],
        pos in any::<prop::sample::Index>(),
    ) {
        let mut galley = Galley::new(setting);
        galley.shift(shift);
        let rows = galley.rows_from(&document, Pos(0), usize::MAX);
        check_widths(&document, &rows, setting);
        check_coverage(&document, &rows, setting);
        check_runs(&document, &rows);
        check_anchors(&document, &rows, &mut galley);
        let pos = Pos::new(pos.index(document.text().len() + 2));
        check_positions(&document, &rows, &mut galley, pos);
        prop_assert_eq!(Galley::new(setting).rows_from(&document, Pos(u32::MAX), 9).is_empty(), rows.is_empty());
    }
}

#[test]
fn long_blocks_are_set_in_slices_that_join_without_loss() {
    let code = || BlockKind::Code { language: None };
    let table = || BlockKind::table(1);
    let long = [
        (BlockKind::Paragraph, "one word after another, and so on. "),
        (BlockKind::Paragraph, "nospacesatall"),
        (BlockKind::Paragraph, "line\n"),
        (BlockKind::Paragraph, "日本語のテキスト。"),
        (BlockKind::Paragraph, "\u{301}"),
        (BlockKind::Paragraph, "🇩🇪"),
        (BlockKind::Paragraph, "a     "),
        (code(), "let x = 1;\n\n"),
        (code(), "x"),
        (table(), "a\t12\tlonger cell\n"),
        (table(), "a\tb\t"),
    ];
    for (kind, unit) in long {
        let words = format!("Start {} end", unit.repeat(100_000 / unit.len()));
        let document = document([(kind, words), (BlockKind::Paragraph, "After.".into())]);
        for columns in [20, 72] {
            let setting = super::proof::setting(columns);
            let mut galley = Galley::new(setting);
            let rows = galley.rows_from(&document, Pos(0), usize::MAX);
            check_widths(&document, &rows, setting);
            check_coverage(&document, &rows, setting);
            for (i, pair) in rows.windows(2).enumerate().step_by(37) {
                assert_eq!(
                    galley.step(&document, pair[0].anchor(), 1),
                    pair[1].anchor(),
                    "{i} {unit:?}"
                );
                assert_eq!(
                    galley.step(&document, pair[1].anchor(), -1),
                    pair[0].anchor(),
                    "{i} {unit:?}"
                );
            }
            for at in (0..document.text().len()).step_by(7_919) {
                check_positions(&document, &rows, &mut galley, Pos::new(at));
            }
        }
    }
}

#[test]
fn many_folded_blocks_are_one_row_and_blank_rows_are_found() {
    let mut blocks = vec![(BlockKind::Paragraph, "Before.")];
    blocks.extend(std::iter::repeat_n(
        (BlockKind::Boilerplate, "Share this"),
        5_000,
    ));
    blocks.push((BlockKind::Heading { level: 2 }, "After"));
    let document = document(blocks);
    let mut galley = Galley::new(super::proof::setting(20));
    let rows = galley.rows_from(&document, Pos(0), 99);
    let shown: Vec<_> = rows
        .iter()
        .map(|r| line(&document, Glyphs::Unicode, r))
        .collect();
    assert_eq!(shown, ["Before.", "", "<5000 folded>", "", "", "After"]);
    check_anchors(&document, &rows, &mut galley);
    let inside = Pos::new(document.text().len() / 2);
    assert_eq!(galley.rows_from(&document, inside, 1), &rows[2..3]);
}

#[test]
fn a_document_without_blocks_has_no_rows() {
    let document = Document::default();
    let mut galley = Galley::new(super::proof::setting(20));
    assert!(galley.rows_from(&document, Pos(0), 9).is_empty());
    assert_eq!(galley.step(&document, Pos(0), 1), Pos(0));
    assert_eq!(galley.last_top(&document, 9), Pos(0));
    assert_eq!(galley.rows_between(&document, Pos(0), Pos(5), 9), 0);
}
