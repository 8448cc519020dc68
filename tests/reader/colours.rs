//! What is said by colour is said without colour too.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use nutgraf::facts::Kind;
use nutgraf::ui::{Depth, Hit, Look, Marked, Role, Theme, ThemeName};
use ratatui::style::{Color, Modifier, Style};

use super::{Stage, TALKS};

static PLAIN: LazyLock<Theme> = LazyLock::new(|| Theme::new(&ThemeName::DARK, Depth::None));

#[test]
fn without_colours_every_mark_differs_from_plain_text() {
    let text = PLAIN.style(Look::default());
    let mut looks: Vec<Look> = Vec::new();
    for kind in Kind::ALL {
        for marked in [
            Marked::Light,
            Marked::Plain,
            Marked::Mention,
            Marked::Selected,
        ] {
            looks.push(Look {
                fact: Some((kind, marked)),
                ..Look::default()
            });
        }
    }
    looks.extend([Hit::Other, Hit::Current].map(|hit| Look {
        hit: Some(hit),
        ..Look::default()
    }));
    looks.extend(
        [
            Role::Selection,
            Role::SelectionElsewhere,
            Role::Title,
            Role::Heading,
            Role::Accent,
            Role::Hidden,
        ]
        .map(Look::from),
    );
    for look in looks {
        let style = PLAIN.style(look);
        assert_ne!(style.add_modifier, text.add_modifier, "{look:?}");
        check_colourless(style);
    }
}

#[test]
fn without_colours_what_is_selected_differs_from_what_is_only_marked() {
    for kind in Kind::ALL {
        let style = |marked| {
            PLAIN.style(Look {
                fact: Some((kind, marked)),
                ..Look::default()
            })
        };
        for other in [Marked::Light, Marked::Plain, Marked::Mention] {
            assert_ne!(style(Marked::Selected), style(other), "{kind:?} {other:?}");
        }
    }
    let hit = |hit| {
        PLAIN.style(Look {
            hit: Some(hit),
            ..Look::default()
        })
    };
    assert_ne!(hit(Hit::Current), hit(Hit::Other));
    assert_ne!(
        PLAIN.style(Role::Selection.into()),
        PLAIN.style(Role::SelectionElsewhere.into())
    );
}

#[test]
fn without_colours_no_cell_has_one() {
    for keys in ["J", "F J J", "3 j", "1 j", "/ talks", "?", ": t", "\\"] {
        let mut stage = Stage::new(&TALKS, 120, 40).after(keys);
        for cell in stage.buffer(Depth::None).content() {
            assert_eq!(
                (cell.fg, cell.bg),
                (Color::Reset, Color::Reset),
                "after {keys}"
            );
        }
    }
}

#[test]
fn without_colours_the_selected_fact_is_reversed_in_text_and_panel() {
    let mut stage = Stage::new(&TALKS, 120, 40).after("3 j");
    let buffer = stage.buffer(Depth::None);
    let reversed: BTreeSet<bool> = (0..120)
        .flat_map(|x| (1..39).map(move |y| (x, y)))
        .filter(|&at| buffer[at].modifier.contains(Modifier::REVERSED))
        .map(|(x, _)| x > 86)
        .collect();
    assert_eq!(
        reversed,
        BTreeSet::from([false, true]),
        "in the text and in the panel"
    );
}

#[test]
fn with_16_colours_only_those_are_used() {
    for name in ThemeName::built_in() {
        let mut stage = Stage::new(&TALKS, 120, 40).after("F J");
        let theme = Theme::new(name, Depth::Sixteen);
        for cell in stage.buffer_in(&theme).content() {
            for colour in [cell.fg, cell.bg] {
                assert!(
                    !matches!(colour, Color::Rgb(..) | Color::Indexed(_)),
                    "{name:?}: {colour:?}"
                );
            }
        }
    }
}

#[test]
fn themes_with_a_ground_paint_every_cell_of_it() {
    for name in [ThemeName::NIGHT, ThemeName::PAPER, ThemeName::CONTRAST] {
        for keys in ["", "J", "3", "?", ": t"] {
            let mut stage = Stage::new(&TALKS, 120, 40).after(keys);
            let buffer = stage.buffer_in(&Theme::new(&name, Depth::True));
            for cell in buffer.content() {
                assert!(
                    cell.bg != Color::Reset && cell.fg != Color::Reset,
                    "{name:?} after {keys}: {cell:?}"
                );
            }
        }
    }
}

#[track_caller]
fn check_colourless(style: Style) {
    let is_free = |c: Option<Color>| c.is_none_or(|c| c == Color::Reset);
    assert!(
        is_free(style.fg) && is_free(style.bg) && is_free(style.underline_color),
        "{style:?}"
    );
}
