//! The contrast of every built-in theme, computed as WCAG 2.1 defines it: 4.5:1 for text, 3:1 for quiet lines.

use ratatui::style::Color;

use super::palette::{Palette, Part};
use super::tint::Tint;
use super::{Ground, ThemeName, file, names};
use crate::command::Ink;

/// Red, green, blue, each from 0 to 255.
type Parts = (u8, u8, u8);

const BLACK: Parts = (0, 0, 0);
const WHITE: Parts = (255, 255, 255);

/// Relative luminance.
fn luminance((red, green, blue): Parts) -> f64 {
    let linear = |part: u8| {
        let v = f64::from(part) / 255.0;
        if v <= 0.04045 {
            v / 12.92
        } else {
            ((v + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

fn contrast(a: Parts, b: Parts) -> f64 {
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

/// A colour in numbers; the 16 as xterm has them at first. The default is what stands for it.
fn parts(colour: Color, default: Parts) -> Parts {
    match colour {
        Color::Rgb(r, g, b) => (r, g, b),
        Color::Black => BLACK,
        Color::Red => (205, 0, 0),
        Color::Green => (0, 205, 0),
        Color::Yellow => (205, 205, 0),
        Color::Blue => (0, 0, 238),
        Color::Magenta => (205, 0, 205),
        Color::Cyan => (0, 205, 205),
        Color::Gray => (229, 229, 229),
        Color::DarkGray => (127, 127, 127),
        Color::LightRed => (255, 0, 0),
        Color::LightGreen => (0, 255, 0),
        Color::LightYellow => (255, 255, 0),
        Color::LightBlue => (92, 92, 255),
        Color::LightMagenta => (255, 0, 255),
        Color::LightCyan => (0, 255, 255),
        Color::White => WHITE,
        Color::Reset | Color::Indexed(_) => default,
    }
}

/// What is read: it needs 4.5:1.
const TEXT: [Part; 20] = [
    Part::Text,
    Part::Title,
    Part::Heading,
    Part::Accent,
    Part::Faint,
    Part::Dim,
    Part::Quotation,
    Part::Code,
    Part::Link,
    Part::Error,
    Part::Number,
    Part::Time,
    Part::Person,
    Part::Organization,
    Part::Place,
    Part::Event,
    Part::Quote,
    Part::Claim,
    Part::Definition,
    Part::List,
];

/// The grounds that a theme is for: its own, or those of terminals.
fn grounds(palette: &Palette, ground: Ground) -> Vec<Parts> {
    match (palette.tint(Part::Ground).colour, ground) {
        (Some(own), _) => vec![parts(own, BLACK)],
        (None, Ground::Dark) => vec![BLACK],
        (None, Ground::Light) => vec![WHITE],
        (None, Ground::Unknown) => vec![BLACK, WHITE],
    }
}

/// The text that a terminal with a ground has itself.
fn own_text(ground: Parts) -> Parts {
    if luminance(ground) < 0.179 {
        WHITE
    } else {
        BLACK
    }
}

#[track_caller]
fn check(what: &str, front: Tint, back: Option<Color>, ground: Parts, least: f64) {
    let own = own_text(ground);
    let front = front.colour.map_or(own, |colour| parts(colour, own));
    let back = back.map_or(ground, |colour| parts(colour, ground));
    let found = contrast(front, back);
    assert!(
        found >= least,
        "{what}: {front:?} on {back:?} is {found:.2}:1"
    );
}

/// Every theme that is built in: the offered ones and those that these stand for.
fn all() -> Vec<ThemeName> {
    let grounds = [Ground::Unknown, Ground::Dark, Ground::Light];
    let on_each = ThemeName::built_in().flat_map(|n| grounds.map(|g| n.on(g)));
    on_each.collect()
}

#[test]
fn every_theme_reads_on_every_ground_that_it_is_for() {
    for name in all() {
        let read = file::read(names::source(&name).unwrap()).unwrap();
        let palette = &read.palette;
        let name = name.as_str();
        let least = if name == "contrast" { 7.0 } else { 4.5 };
        for ground in grounds(palette, read.ground) {
            let tint = |part| palette.tint(part);
            for part in TEXT {
                let what = format!("{name}: {part:?}");
                check(&what, tint(part), None, ground, least);
                let evidence = tint(Part::Evidence).colour;
                check(
                    &format!("{what} in evidence"),
                    tint(part),
                    evidence,
                    ground,
                    least.min(6.5),
                );
                if tint(Part::OnSelection).colour.is_none() {
                    let selection = tint(Part::Selection).colour;
                    check(
                        &format!("{what} selected"),
                        tint(part),
                        selection,
                        ground,
                        4.5,
                    );
                }
            }
            for ink in Ink::ALL.map(Part::behind) {
                // Labels are not highlighted, and what is bright has a text of its own.
                let all = TEXT.into_iter();
                for part in all.filter(|p| !matches!(p, Part::Dim | Part::Faint)) {
                    let own = Some(tint(Part::OnHighlight)).filter(|on| on.colour.is_some());
                    let what = format!("{name}: {part:?} in {ink:?}");
                    check(
                        &what,
                        own.unwrap_or(tint(part)),
                        tint(ink).colour,
                        ground,
                        4.5,
                    );
                }
            }
            check(
                &format!("{name}: lines"),
                tint(Part::Line),
                None,
                ground,
                3.0,
            );
            for (front, back) in [
                (Part::OnSelection, Part::Selection),
                (Part::OnHit, Part::Hit),
                (Part::OnHit, Part::CurrentHit),
                (Part::OnHit, Part::Chosen),
            ] {
                if let (Some(_), Some(behind)) = (tint(front).colour, tint(back).colour) {
                    let what = format!("{name}: {front:?}");
                    check(&what, tint(front), Some(behind), ground, least.min(6.5));
                }
            }
            for part in TEXT.into_iter().skip(10) {
                if let Some(behind) = tint(part).colour.filter(|&c| c != Color::Reset) {
                    let what = format!("{name}: the selected {part:?}");
                    check(&what, tint(Part::OnFact), Some(behind), ground, 4.5);
                }
            }
        }
    }
}

#[test]
fn a_theme_for_the_other_ground_brings_a_page_on_which_it_reads() {
    for (terminal, own) in [(Ground::Dark, BLACK), (Ground::Light, WHITE)] {
        for name in ThemeName::built_in().map(|name| name.on(terminal)) {
            let read = file::read(names::source(&name).unwrap()).unwrap();
            let palette = super::page::under(read, terminal);
            let ground = palette.tint(Part::Ground).colour;
            let ground = ground.map_or(own, |colour| parts(colour, own));
            for part in TEXT {
                let what = format!("{}: {part:?} on {terminal:?}", name.as_str());
                check(&what, palette.tint(part), None, ground, 4.5);
            }
        }
    }
    // Who says `light` where nobody knows the ground means the terminal's own.
    let light = file::read(names::source(&ThemeName::LIGHT).unwrap()).unwrap();
    assert_eq!(super::page::under(light, Ground::Unknown), light.palette);
}

#[test]
fn only_the_monochrome_theme_has_no_colours_and_the_ansi_themes_have_no_others_than_the_16() {
    for name in all() {
        let palette = file::read(names::source(&name).unwrap()).unwrap().palette;
        let colours = Part::ALL.map(|(_, part)| palette.tint(part).colour);
        let is_free = colours
            .iter()
            .all(|c| matches!(c, None | Some(Color::Reset)));
        assert_eq!(is_free, name == ThemeName::MONO, "{}", name.as_str());
        let is_ansi = is_free || name.as_str().starts_with("ansi");
        assert_eq!(palette.fits_sixteen(), is_ansi, "{}", name.as_str());
    }
}
