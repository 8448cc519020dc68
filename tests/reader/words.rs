//! The words of the world: wide, joined, marked, from right to left, and broken where they may be.

use nutgraf::app::Act;
use nutgraf::ui::{Bidi, Shown, View};
use proptest::prelude::*;

use super::{Stage, article};
use crate::program::snapshot;

const WORLD: &str = include_str!("../data/world.md");

#[test]
fn each_kind_of_words_as_it_is_read() {
    let world = article("world.md", WORLD);
    for (name, word, columns) in [
        ("wide", "Wide", 60),
        ("joined", "Joined", 60),
        ("marked", "Marked", 60),
        ("hebrew", "Hebrew", 100),
        ("arabic", "Arabic", 60),
        ("soft", "Soft", 44),
    ] {
        let mut stage = Stage::new(&world, columns, 20).after(&format!("z : {word} Enter"));
        snapshot!(format!("words_{name}"), stage.whole());
    }
}

#[test]
fn the_order_can_be_left_to_the_terminal() {
    let hebrew = article("h.txt", "שלום עולם, this is mixed.\n\nNext.");
    let shown = |bidi| {
        let view = View {
            bidi,
            ..View::default()
        };
        Stage::with(&hebrew, view, 60, 10).after("z").top()
    };
    assert_eq!(shown(Bidi::Reader), ".this is mixed ,םלוע םולש");
    assert_eq!(shown(Bidi::Terminal), "שלום עולם, this is mixed.");
    assert_eq!(shown(Bidi::Off), shown(Bidi::Terminal));
}

#[test]
fn a_paragraph_from_the_right_stands_at_the_right_and_others_at_the_left() {
    let mixed = article("m.txt", "אבג דהו\n\nabc אבג def");
    let mut stage = Stage::new(&mixed, 60, 10).after("z");
    let screen = stage.screen();
    let ends: Vec<_> = screen
        .text
        .lines
        .iter()
        .filter(|line| !line.pieces.is_empty())
        .map(|line| {
            (
                line.pieces[0].col,
                line.width(),
                line.text().trim().to_owned(),
            )
        })
        .collect();
    assert_eq!(ends[0].2, "והד גבא");
    assert_eq!(ends[1].2, "abc גבא def");
    assert_eq!(ends[0].1, 57, "{ends:?}");
    assert_eq!(ends[1].0, 3, "{ends:?}");
}

#[test]
fn hits_and_clicks_find_their_letters_in_turned_text() {
    let text = "אבג דהו זחט יכל";
    let hebrew = article("h.txt", text);
    let mut stage = Stage::new(&hebrew, 60, 10).after("z / דהו Enter");
    let hit = stage.looking(|look| look.hit.is_some());
    assert_eq!(hit, ["והד"]);
    let screen = stage.screen();
    let line = screen
        .text
        .lines
        .iter()
        .find(|l| !l.pieces.is_empty())
        .unwrap();
    for piece in &line.pieces {
        let Some(Shown { span, turned }) = piece.shows else {
            continue;
        };
        assert!(turned);
        for col in piece.col..piece.end() {
            let pos = line.pos_at(col).unwrap();
            assert!(span.contains(pos));
            let letter = text[pos.get()..].chars().next().unwrap();
            let seen = piece
                .text
                .chars()
                .nth(usize::from(col - piece.col))
                .unwrap();
            assert_eq!(letter, seen);
        }
    }
}

#[test]
fn a_heap_of_marks_is_cut_at_import_and_told() {
    let heaped = format!("Za{}lgo stays to be read.", "\u{301}".repeat(100_000));
    let zalgo = article("z.txt", heaped);
    assert!(zalgo.document.text().len() < 80);
    assert!(
        zalgo
            .document
            .warnings()
            .iter()
            .any(|w| w.contains("accents"))
    );
    let mut stage = Stage::new(&zalgo, 60, 10).after("z");
    assert!(stage.whole().contains("lgo stays to be read."));
}

#[test]
fn a_box_over_wide_characters_leaves_no_half_of_one() {
    let wide = article("w.txt", "漢".repeat(4000));
    for columns in [80, 81, 90, 91, 100, 101] {
        let mut stage = Stage::new(&wide, columns, 24).after("z + + + + + + + + + + + + + + +");
        for keys in ["", "?", "Esc i", "Esc :"] {
            stage.keys(keys);
            let buffer = stage.buffer(nutgraf::ui::Depth::True);
            for y in 0..24 {
                let mut x = 0;
                while x < columns {
                    let width = nutgraf::layout::measure::width(buffer[(x, y)].symbol()).max(1);
                    if width == 2 {
                        assert_eq!(buffer[(x + 1, y)].symbol(), " ", "{keys} at {x},{y}");
                    }
                    x += u16::try_from(width).unwrap();
                }
            }
        }
    }
}

#[test]
fn accents_stay_with_their_letters_wherever_a_mark_ends() {
    let accents = article(
        "a.txt",
        "The cafe\u{301} of Zoe\u{308} opened in Nai\u{308}ve.",
    );
    let mut stage = Stage::new(&accents, 60, 10).after("z / cafe Enter");
    assert!(stage.whole().contains("cafe\u{301} of Zoe\u{308}"));
    assert_eq!(stage.looking(|look| look.hit.is_some()), ["cafe\u{301}"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_text_of_any_script_breaks_the_screen(
        text in "([a-z ]|[א-ת ]|[ء-ي ]|[一-鿿]|[🇦-🇿]|[\u{300}-\u{30f}]|👩\u{200d}🚀|1\u{fe0f}\u{20e3}|\u{ad}|[0-9(),.]){1,300}",
        columns in 1_u16..100,
    ) {
        let any = article("any.txt", &text);
        let mut stage = Stage::new(&any, columns, 12);
        let screen = stage.screen();
        for line in &screen.text.lines {
            prop_assert!(line.width() <= screen.text.area.width);
            for col in 0..columns {
                if let Some(pos) = line.pos_at(col) {
                    prop_assert!(any.document.text().is_char_boundary(pos.get()));
                }
            }
            for pair in line.pieces.windows(2) {
                prop_assert!(pair[0].end() <= pair[1].col, "{:?}", pair);
            }
        }
        stage.keys("J / a Enter ? Esc :");
        stage.mouse(columns / 2, 5, Act::Press { clicks: 1 });
        stage.whole();
    }
}
