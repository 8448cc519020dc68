//! Whole screens, as they are: the built-in article with facts noted by hand.

use nutgraf::layout::Glyphs;
use nutgraf::ui::{Depth, Theme, ThemeName, View};

use super::stage::NOTED;
use super::{SCRAPED, Stage};
use crate::program::snapshot;

#[test]
fn the_reader_with_a_selected_fact_at_four_sizes() {
    for (columns, rows) in [(40, 12), (80, 24), (120, 40), (200, 60)] {
        let mut stage = Stage::new(&NOTED, columns, rows).after("F J J J");
        snapshot!(format!("screen_{columns}x{rows}"), stage.whole());
    }
}

#[test]
fn panes_and_boxes_over_the_text() {
    for (name, keys, columns, rows) in [
        ("help", "?", 80, 24),
        ("palette", ": troops", 80, 24),
        ("details", "i", 80, 24),
        ("search", "/ troops", 80, 24),
        ("facts_over", "F 3 j j", 80, 24),
        ("sections_over", "1 j", 60, 20),
        ("facts_by_kind", "F s s 3", 120, 40),
        ("alone", "z ]", 80, 24),
    ] {
        let mut stage = Stage::new(&NOTED, columns, rows).after(keys);
        snapshot!(format!("screen_{name}"), stage.whole());
    }
}

#[test]
fn hidden_parts_and_ascii() {
    let ascii = View {
        glyphs: Glyphs::Ascii,
        ..View::default()
    };
    let mut stage = Stage::with(&NOTED, ascii, 120, 40).after("F J J J");
    snapshot!("screen_ascii", stage.whole());
    let mut stage = Stage::new(&SCRAPED, 60, 30);
    snapshot!("screen_folded", stage.whole());
}

#[test]
fn a_small_screen_in_every_depth_of_colour() {
    for (name, theme, depth) in [
        ("dark", ThemeName::DARK, Depth::True),
        ("light", ThemeName::LIGHT, Depth::True),
        ("16", ThemeName::NIGHT, Depth::Sixteen),
        ("none", ThemeName::DARK, Depth::None),
    ] {
        let mut stage = Stage::new(&NOTED, 48, 16).after("F J J J");
        let buffer = stage.buffer_in(&Theme::new(&theme, depth));
        snapshot!(format!("screen_colours_{name}"), format!("{buffer:?}"));
    }
}
