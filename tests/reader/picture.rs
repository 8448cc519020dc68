//! The picture of the README, made from the real buffer.
//!
//! `NUTGRAF_PICTURE=1 cargo test --test nutgraf picture` writes `assets/screen.svg`; without the variable the test
//! says whether the picture is still true.

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
    let theme = Theme::new(&ThemeName::NIGHT, Depth::True);
    let picture = svg::picture(&stage.buffer_in(&theme), "nutgraf article.md");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/screen.svg");
    if std::env::var_os("NUTGRAF_PICTURE").is_some_and(|v| v == "1") {
        std::fs::write(path, picture).unwrap();
        return;
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        kept.replace("\r\n", "\n") == picture,
        "assets/screen.svg shows another screen; make it anew: NUTGRAF_PICTURE=1 cargo test --test nutgraf picture"
    );
}
