//! Another size in the middle of an article.

use super::{BRIDGE, Stage, TALKS};

/// The first word that is seen.
fn first_word(stage: &mut Stage) -> String {
    stage.top().split(' ').next().unwrap_or_default().to_owned()
}

#[test]
fn the_first_visible_words_stay_at_every_width() {
    for keys in ["7j", "17j", "29j", "] ] }", "G", "40%"] {
        let mut stage = Stage::new(&TALKS, 120, 24).after(keys);
        let word = first_word(&mut stage);
        let place = stage.view().top;
        for columns in [119, 100, 99, 80, 72, 71, 60, 40, 30, 150, 250, 120] {
            stage.resize(columns, 24);
            let text = TALKS.document.text();
            assert_eq!(stage.view().top, place, "{keys} at {columns}");
            // The first row shown holds the place, whichever word it begins with.
            let shown = stage.screen().shown;
            assert!(
                shown.start <= place && place < shown.end,
                "{keys} at {columns}: {}",
                &text[shown.range()]
            );
        }
        assert_eq!(first_word(&mut stage), word, "{keys}");
    }
}

#[test]
fn to_and_fro_between_two_widths_nothing_creeps() {
    let mut stage = Stage::new(&TALKS, 120, 24).after("23j");
    let before = stage.text();
    for _ in 0..20 {
        stage.resize(61, 17);
        stage.screen();
        stage.resize(120, 24);
    }
    assert_eq!(stage.text(), before);
}

#[test]
fn the_selected_fact_stays_selected_while_it_is_in_sight() {
    let mut stage = Stage::bridge().after("F J J");
    for (columns, rows) in [(80, 24), (60, 20), (200, 60), (120, 20)] {
        stage.resize(columns, rows);
        assert_eq!(stage.selected(), "$4.2 million", "{columns} x {rows}");
    }
}

#[test]
fn what_is_open_stays_open() {
    for keys in ["?", "i", ": the", "/ ferry", "& money", "3", "1"] {
        let mut stage = Stage::bridge().after(keys);
        let (open, focus) = (stage.is_open().cloned(), stage.view().focus);
        for (columns, rows) in [(40, 10), (1, 1), (250, 60), (120, 20)] {
            stage.resize(columns, rows);
            stage.screen();
        }
        assert_eq!(
            (stage.is_open().cloned(), stage.view().focus),
            (open, focus),
            "{keys}"
        );
        let mut fresh = Stage::bridge().after(keys);
        assert_eq!(
            (stage.text(), stage.overlay(), stage.folio()),
            (fresh.text(), fresh.overlay(), fresh.folio()),
            "{keys}"
        );
    }
}

#[test]
fn the_place_survives_the_smallest_screen() {
    let mut stage = Stage::new(&BRIDGE, 120, 20).after("] ]");
    let before = stage.whole();
    stage.resize(1, 1);
    stage.keys("j k");
    stage.resize(120, 20);
    assert_eq!(stage.top(), "The Ferry");
    assert_eq!(stage.text().len(), before.lines().count() - 2);
}
