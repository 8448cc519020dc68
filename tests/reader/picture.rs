//! The pictures of the README, made from the real buffer.
//!
//! `NUTGRAF_PICTURE=1 cargo test --test nutgraf picture` writes them; without the variable the test
//! says whether they are still true.

mod svg;

use std::path::Path;

use nutgraf::ui::{Depth, Theme, ThemeName};

use super::{Stage, TALKS};

#[test]
fn the_picture_of_the_readme_is_the_screen_as_it_is() {
    let mut stage = Stage::new(&TALKS, 112, 32);
    while !stage.selected().contains("2,500") && stage.notice().is_empty() {
        stage.keys("J");
    }
    check(
        "assets/screen.svg",
        &ThemeName::NIGHT,
        &mut stage,
        "nutgraf article.md",
    );
}

#[test]
fn the_picture_of_skimming_is_the_screen_as_it_is() {
    let mut stage = Stage::new(&TALKS, 112, 28).after("S J J J");
    check(
        "assets/skim.svg",
        &ThemeName::PAPER,
        &mut stage,
        "nutgraf --skim --theme paper article.md",
    );
}

/// Writes a picture, or says whether it is still true.
#[track_caller]
fn check(name: &str, theme: &ThemeName, stage: &mut Stage, title: &str) {
    let theme = Theme::new(theme, Depth::True);
    let picture = svg::picture(&stage.buffer_in(&theme), title);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    if std::env::var_os("NUTGRAF_PICTURE").is_some_and(|v| v == "1") {
        std::fs::write(path, picture).unwrap();
        return;
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        kept.replace("\r\n", "\n") == picture,
        "{name} shows another screen; make it anew: NUTGRAF_PICTURE=1 cargo test --test nutgraf picture"
    );
}
