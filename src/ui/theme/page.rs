//! The page that a theme brings along where the terminal's ground is the other one.
//!
//! A theme for light terminals has dark text and leaves the ground to the terminal. On a dark one it could not be read;
//! so it is shown on a light page, as it is meant to look. Where nobody knows the ground, the terminal's own stays: who
//! chose the theme knows it.

use ratatui::style::Color;

use super::Ground;
use super::file::Read;
use super::palette::{Palette, Part};
use super::tint::Tint;

/// Ground and text of a light page, and of a dark one; the second pair is of the 16 colours.
const LIGHT: [(Color, Color); 2] = [
    (Color::Rgb(255, 255, 255), Color::Rgb(38, 34, 30)),
    (Color::White, Color::Black),
];
const DARK: [(Color, Color); 2] = [
    (Color::Rgb(16, 17, 20), Color::Rgb(222, 220, 214)),
    (Color::Black, Color::White),
];

/// The tints of a theme on a terminal with this ground.
pub(super) fn under(read: Read, terminal: Ground) -> Palette {
    let palette = read.palette;
    let pages = match (read.ground, terminal) {
        (Ground::Light, Ground::Dark) => LIGHT,
        (Ground::Dark, Ground::Light) => DARK,
        _ => return palette,
    };
    if palette.tint(Part::Ground).colour.is_some() {
        return palette;
    }
    let [true_colours, sixteen] = pages;
    let (ground, text) = if palette.fits_sixteen() {
        sixteen
    } else {
        true_colours
    };
    // The terminal's own colour of text is as wrong here as its ground.
    let mut on_page = palette.map(|tint| match tint.colour {
        Some(Color::Reset) => Tint {
            colour: Some(text),
            ..tint
        },
        _ => tint,
    });
    let tinted = |part: Part, colour| Tint {
        colour: Some(colour),
        ..palette.tint(part)
    };
    on_page.set(Part::Ground, tinted(Part::Ground, ground));
    if palette
        .tint(Part::Text)
        .colour
        .is_none_or(|c| c == Color::Reset)
    {
        on_page.set(Part::Text, tinted(Part::Text, text));
    }
    on_page
}
