//! Choosing a theme.

use nutgraf::app::Effect;
use nutgraf::ui::{Depth, Ground, ThemeName, View};
use ratatui::style::Color;

use super::{Stage, TALKS};

#[test]
fn each_theme_is_tried_on_as_it_is_passed_and_enter_keeps_it() {
    let mut stage = Stage::new(&TALKS, 120, 40);
    assert_eq!(stage.keys("T"), Some(Effect::OwnThemes));
    let before = stage.buffer(Depth::True);
    for name in ThemeName::built_in().skip(1) {
        stage.keys("j");
        assert_eq!(stage.view().theme, *name);
    }
    assert_ne!(stage.buffer(Depth::True), before);
    stage.keys("g j j j Enter");
    assert_eq!(stage.view().theme, ThemeName::NIGHT);
    assert!(stage.is_open().is_none());
    assert_eq!(stage.notice(), "theme: night, for now; A-t keeps it");
    assert_eq!(stage.keys("A-t"), Some(Effect::KeepTheme));
    assert_eq!(stage.keys("T j A-t"), Some(Effect::KeepTheme));
    assert!(stage.is_open().is_none());
    stage.keys("T k Enter");
    assert_ne!(stage.buffer(Depth::True)[(60, 20)].bg, Color::Reset);
}

#[test]
fn escape_brings_the_theme_of_before_back() {
    for back in ["Esc", "q"] {
        let view = View {
            theme: ThemeName::PAPER,
            ..View::default()
        };
        let mut stage = Stage::with(&TALKS, view, 120, 40);
        let before = stage.buffer(Depth::True);
        stage.keys("T j j k k k");
        assert_ne!(stage.view().theme, ThemeName::PAPER);
        stage.keys(back);
        assert!(stage.is_open().is_none(), "{back}");
        assert_eq!(stage.buffer(Depth::True), before, "{back}");
    }
}

#[test]
fn the_key_that_opened_the_list_walks_round_it() {
    let mut stage = Stage::new(&TALKS, 120, 40).after("T");
    let count = ThemeName::built_in().count();
    stage.keys(&"T ".repeat(count - 1));
    assert_eq!(stage.view().theme, ThemeName::MONO);
    stage.keys("T");
    assert_eq!(stage.view().theme, ThemeName::AUTO);
}

#[test]
fn the_text_is_seen_beside_the_list() {
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
        let mut stage = Stage::new(&TALKS, columns, rows).after("T j j");
        let (title, lines) = stage.overlay();
        assert_eq!(title, "Theme");
        assert!(
            lines
                .iter()
                .any(|l| l.contains("light") && l.contains("for light terminals"))
        );
        let area = stage.screen().overlay.unwrap().area;
        assert!(
            u32::from(area.width) * u32::from(area.height)
                < u32::from(columns) * u32::from(rows) / 3
        );
    }
}

#[test]
fn auto_follows_what_the_terminal_says_and_others_do_not() {
    let mut stage = Stage::new(&TALKS, 80, 24);
    let unknown = stage.buffer(Depth::True);
    stage.reader.found_ground(Ground::Light);
    let light = stage.buffer(Depth::True);
    stage.reader.found_ground(Ground::Dark);
    let dark = stage.buffer(Depth::True);
    assert!(unknown != light && light != dark && dark != unknown);
    let view = View {
        theme: ThemeName::PAPER,
        ..View::default()
    };
    let mut stage = Stage::with(&TALKS, view, 80, 24);
    let paper = stage.buffer(Depth::True);
    stage.reader.found_ground(Ground::Dark);
    assert_eq!(stage.buffer(Depth::True), paper);
}
