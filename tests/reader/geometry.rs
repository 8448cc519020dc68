//! Every surface at every size: nothing panics, nothing is wider than its place, and ASCII stays ASCII.

use std::sync::Arc;

use nutgraf::article::Article;
use nutgraf::layout::Glyphs;
use nutgraf::ui::{Depth, Line, Screen, View};
use ratatui::layout::Rect;

use super::{BRIDGE, SCRAPED, Stage, TALKS};

const WIDTHS: [u16; 15] = [1, 2, 3, 5, 10, 39, 40, 41, 71, 72, 80, 99, 100, 120, 250];
const HEIGHTS: [u16; 8] = [1, 2, 3, 5, 6, 10, 24, 60];

/// The surfaces: a name, and the keys that lead there.
const SURFACES: [(&str, &str); 25] = [
    ("plain", ""),
    ("the end", "G"),
    ("the sections in focus", "1"),
    ("a folded section", "1 j c"),
    ("the facts in focus", "3"),
    ("the facts by kind, all marked", "F s s 3 j j"),
    ("a selected fact", "J J"),
    ("a further mention", "J *"),
    ("the text alone", "z J"),
    ("the themes", "T j j"),
    ("two columns", "| J J"),
    (
        "two columns alone, full rows, broken words",
        "z | A-j A-h Space",
    ),
    (
        "indented paragraphs in narrow full rows",
        "A-p A-j A-h - - - -",
    ),
    ("skimming", "S J"),
    ("help", "? j"),
    ("details", "i"),
    ("the palette", ": re"),
    ("letters over links", "o"),
    ("a link, a note or an address", "o a"),
    ("the article's page", "O"),
    ("a search being typed", "/ the"),
    ("a regular expression that cannot be read", "/ C-r ("),
    ("a filter being typed", "& person"),
    ("a filter without an answer", "& zzz Enter"),
    (
        "a narrow column, wide blocks shifted, hidden parts shown",
        "- - - ] ] ] ] l l l \\",
    ),
];

#[test]
fn no_surface_of_any_size_leaves_its_place() {
    for article in [&BRIDGE, &SCRAPED, &TALKS] {
        each_surface(article, Glyphs::Unicode, |_, _| {});
    }
}

#[test]
fn in_ascii_nothing_is_drawn_that_is_not_ascii_but_the_article_itself() {
    for article in [&BRIDGE, &SCRAPED, &TALKS] {
        each_surface(article, Glyphs::Ascii, |stage, name| {
            let buffer = stage.buffer(Depth::True);
            let text = article.document.text();
            for cell in buffer.content() {
                let symbol = cell.symbol();
                assert!(
                    symbol.is_ascii() || text.contains(symbol),
                    "{name} at {:?}: {symbol:?} in\n{}",
                    stage.size(),
                    stage.whole()
                );
            }
        });
    }
}

#[test]
fn absurd_sizes_are_drawn_too() {
    for (columns, rows) in [
        (0, 0),
        (0, 5),
        (5, 0),
        (u16::MAX, 1),
        (1, u16::MAX),
        (20_000, 3),
    ] {
        for (_, keys) in SURFACES {
            let mut stage = Stage::new(&BRIDGE, columns, rows).after(keys);
            stage.screen();
            stage.buffer(Depth::True);
        }
    }
}

/// Draws every surface at every size, checks it, and gives it to `see`.
#[track_caller]
fn each_surface(article: &Arc<Article>, glyphs: Glyphs, see: impl Fn(&mut Stage, &str)) {
    for (name, keys) in SURFACES {
        let view = View {
            glyphs,
            ..View::default()
        };
        // Once opened at a size that has room for it, once at the size itself: keys depend on what is there.
        let mut resized = Stage::with(article, view.clone(), 120, 40).after(keys);
        for columns in WIDTHS {
            for rows in HEIGHTS {
                let mut opened = Stage::with(article, view.clone(), columns, rows).after(keys);
                resized.resize(columns, rows);
                for stage in [&mut opened, &mut resized] {
                    let screen = stage.screen();
                    check(&screen, &format!("{name} at {columns} x {rows}"));
                    see(stage, name);
                }
                opened.buffer(Depth::True);
            }
        }
    }
}

/// Panes and boxes lie on the screen, their rows in them, and no piece over another.
#[track_caller]
pub(super) fn check(screen: &Screen, name: &str) {
    let size = screen.size;
    let all = Rect::new(0, 0, size.columns, size.rows);
    let mut places: Vec<(&str, Rect, &[Line])> = vec![
        ("header", screen.header.area, &screen.header.lines),
        ("text", screen.text.area, &screen.text.lines),
        ("folio", screen.folio.area, &screen.folio.lines),
    ];
    if let Some(pane) = &screen.sections {
        places.push(("sections", pane.area, &pane.lines));
    }
    if let Some(pane) = &screen.second {
        places.push(("second column", pane.area, &pane.lines));
    }
    if let Some(pane) = &screen.facts {
        places.push(("facts", pane.area, &pane.lines));
    }
    if let Some(boxed) = &screen.overlay {
        assert_eq!(boxed.area.intersection(all), boxed.area, "{name}: the box");
        let inside = Rect {
            width: boxed.area.width.saturating_sub(2),
            height: boxed.area.height.saturating_sub(2),
            ..boxed.area
        };
        // A box of one or two rows is a border and nothing else.
        if !inside.is_empty() {
            places.push(("box", inside, &boxed.lines));
        }
    }
    for (place, area, lines) in places {
        if !area.is_empty() {
            assert_eq!(area.intersection(all), area, "{name}: {place}");
            assert!(
                lines.len() <= area.height.into(),
                "{name}: {place} is too high"
            );
        }
        for line in lines {
            assert!(
                line.width() <= area.width || area.is_empty(),
                "{name}: {place}: {:?} is wider than {}",
                line.text(),
                area.width
            );
            let mut end = 0;
            for piece in &line.pieces {
                assert!(
                    piece.col >= end,
                    "{name}: {place}: {:?} is over another",
                    piece.text
                );
                end = piece.col
                    + u16::try_from(nutgraf::layout::measure::width(&piece.text)).unwrap();
            }
        }
    }
    if let Some((x, y)) = screen.cursor {
        assert!(
            x < size.columns && y < size.rows,
            "{name}: the cursor is off the screen"
        );
    }
}
