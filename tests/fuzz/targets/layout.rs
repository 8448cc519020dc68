//! Any document at any width: rows fit, stand in order and are found again.

#![no_main]

use std::borrow::Cow;

use checks::document;
use libfuzzer_sys::arbitrary::{self, Arbitrary};
use libfuzzer_sys::fuzz_target;
use nutgraf::import::InputKind;
use nutgraf::layout::{
    Alignment, Boilerplate, Content, Galley, Glyphs, Hyphens, Paragraphs, Setting, Typography,
    measure, ornament_text,
};
use nutgraf::text::Pos;

#[derive(Arbitrary, Debug)]
struct Page<'a> {
    columns: u8,
    switches: u8,
    shift: u8,
    from: u16,
    by: i8,
    markdown: &'a [u8],
}

fuzz_target!(|page: Page<'_>| {
    let Some(document) = document(page.markdown, Some(InputKind::Markdown)) else {
        return;
    };
    let on = |bit: u8| page.switches >> bit & 1 == 1;
    let setting = Setting {
        columns: u16::from(page.columns),
        boilerplate: if on(0) {
            Boilerplate::Shown
        } else {
            Boilerplate::Folded
        },
        glyphs: if on(1) {
            Glyphs::Ascii
        } else {
            Glyphs::Unicode
        },
        typography: Typography {
            alignment: if on(2) {
                Alignment::Justified
            } else {
                Alignment::Ragged
            },
            hyphens: if on(3) {
                Hyphens::English
            } else {
                Hyphens::AsWritten
            },
            paragraphs: if on(4) {
                Paragraphs::Indented
            } else {
                Paragraphs::Spaced
            },
        },
    };
    let mut galley = Galley::new(setting);
    galley.shift(u16::from(page.shift));
    let rows = galley.rows_from(&document, Pos(0), usize::MAX);
    for row in &rows {
        let mut at = 0;
        for run in &row.runs {
            let words = match run.content {
                Content::Text(span) => Cow::Borrowed(document.slice(span)),
                Content::Ornament(ornament) => ornament_text(&ornament, &document, setting.glyphs),
            };
            assert!(usize::from(run.col) >= at, "runs overlap: {row:?}");
            at = usize::from(run.col) + measure::width(&words);
        }
        assert!(
            at <= usize::from(page.columns.max(1)),
            "{row:?} is too wide"
        );
        assert!(document.text().get(row.span.range()).is_some());
        assert_eq!(
            galley.rows_from(&document, row.anchor(), 1),
            std::slice::from_ref(row)
        );
    }
    assert!(
        rows.windows(2)
            .all(|pair| pair[0].anchor() < pair[1].anchor())
    );
    let from = Pos::new(usize::from(page.from).min(document.text().len()));
    let to = galley.step(&document, from, isize::from(page.by));
    assert!(to.get() <= document.text().len());
    galley.last_top(&document, usize::from(page.from));
});
