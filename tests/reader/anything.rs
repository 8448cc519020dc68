//! Any document, any keys, any sizes: the reader goes on, and what it shows is there.

use nutgraf::app::{Links, Pen};
use nutgraf::command::{Key, Keymap, TABLE};
use nutgraf::import::{Request, import};
use nutgraf::layout::{Boilerplate, Galley, Setting};
use nutgraf::ui::{Depth, Listing, Screen, Size, Theme, ThemeName, compose};
use proptest::prelude::*;

use super::{Stage, geometry, hostile};

/// Something that happens to a reader.
#[derive(Clone, Debug)]
enum Happening {
    Key(Key),
    Paste(String),
    Resize(u16, u16),
    Theme(ThemeName),
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_reader_goes_on(
        document in documents(),
        name in prop::sample::select(vec!["a.txt", "a.md", "a.html"]),
        size in sizes(),
        happenings in prop::collection::vec(happenings(), 1..40),
    ) {
        let request = Request { name, ..Request::default() };
        // What is no text at all is refused, and never gets to a reader.
        prop_assume!(import(document.as_bytes(), &request).is_ok());
        let article = super::article(name, &document);
        let mut stage = Stage::new(&article, size.columns, size.rows);
        let mut theme = Theme::new(&ThemeName::DARK, Depth::True);
        let mut pen = Pen::new(Links::Told);
        for happening in happenings {
            match &happening {
                Happening::Key(key) => { stage.reader.key(*key); }
                Happening::Paste(text) => { stage.reader.paste(text); }
                Happening::Resize(columns, rows) => stage.resize(*columns, *rows),
                Happening::Theme(name) => theme = Theme::new(name, Depth::True),
            }
            let screen = stage.screen();
            prop_assert_eq!(&screen, &made_anew(&stage, screen.size), "after {:?}", happening);
            geometry::check(&screen, &format!("after {happening:?}"));
            hostile::check(&stage.buffer(Depth::True), &format!("after {happening:?}"));
            let text = article.document.text();
            prop_assert!(text.get(screen.shown.range()).is_some(), "{:?} of {}", screen.shown, text.len());
            prop_assert!(text.is_char_boundary(stage.view().top.get()));
            prop_assert!(stage.view().selected.is_none_or(|id| article.fact(id).is_some()));
            // Looks at every cell itself: none may be stale.
            prop_assert!(pen.frame(&mut stage.reader, &theme).is_ok());
        }
    }

    #[test]
    fn a_fuller_version_of_the_article_can_come_at_any_time(
        document in documents(),
        keys in prop::collection::vec(happenings(), 1..15),
        cut in 0_usize..100,
    ) {
        let at = document.floor_char_boundary(document.len() * cut / 100);
        let whole = super::article("a.txt", &document);
        let mut stage = Stage::new(&super::article("a.txt", &document[..at]), 100, 20);
        for happening in &keys {
            if let Happening::Key(key) = happening { stage.reader.key(*key); }
        }
        stage.reader.replace(whole.clone());
        let screen = stage.screen();
        prop_assert_eq!(&screen, &made_anew(&stage, screen.size));
        geometry::check(&screen, "after the whole came");
        prop_assert!(whole.document.text().get(screen.shown.range()).is_some());
        prop_assert!(stage.view().selected.is_none_or(|id| whole.fact(id).is_some()));
        for happening in &keys {
            if let Happening::Key(key) = happening { stage.reader.key(*key); }
            geometry::check(&stage.screen(), "later");
        }
    }
}

/// The screen as it is made when nothing is kept from the ones before.
fn made_anew(stage: &Stage, size: Size) -> Screen {
    let mut galley = Galley::new(Setting {
        columns: 1,
        boilerplate: Boilerplate::Folded,
        glyphs: stage.view().glyphs,
        typography: stage.view().typography,
    });
    let (article, keymap) = (stage.reader.article(), Keymap::default());
    let listing = &mut Listing::default();
    compose(article, &mut galley, listing, stage.view(), &keymap, size)
}

/// Texts with a bit of everything that a terminal, a wrapper or a parser may trip over.
fn documents() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "the",
        "river",
        "Ada Brook",
        "said that",
        "2,500 people",
        "$4.2 million",
        "40 percent",
        "in May 2026",
        "\"We wait,\" said Hale.",
        "according to Marwick Partners",
        "Islamic State (ISIS)",
        "end.",
        "日本語の文章",
        "한국어",
        "👩‍👩‍👧",
        "🇩🇪",
        "e\u{301}\u{302}\u{303}",
        "עברית",
        "\u{202e}evil\u{202c}",
        "\u{1b}[31mred",
        "\u{0}",
        "\u{9b}2J",
        "\t",
        "\u{ad}",
        "\u{200b}",
        "ｶﾞ",
        "**bold**",
        "`code`",
        "[link](x)",
        "<b>",
        "&#27;",
        "|",
        "unbreakableunbreakableunbreakableunbreakable",
    ]);
    let start = prop::sample::select(vec![
        "",
        "",
        "",
        "# ",
        "## ",
        "### ",
        "- ",
        "1. ",
        "> ",
        "    ",
        "```\n",
        "| a | b |\n|---|---|\n| ",
        "<p>",
        "<h2>",
        "Share this ",
        "\r",
        "\u{c}",
    ]);
    let block = (start, prop::collection::vec(words, 0..30))
        .prop_map(|(start, words)| format!("{start}{}", words.join(" ")));
    prop::collection::vec(block, 0..12).prop_map(|blocks| blocks.join("\n\n"))
}

fn sizes() -> impl Strategy<Value = Size> {
    let columns = prop_oneof![1_u16..12, 12_u16..130];
    (columns, 1_u16..50).prop_map(|(columns, rows)| Size { columns, rows })
}

fn happenings() -> impl Strategy<Value = Happening> {
    // Keys that leave or hand over to somebody else change nothing here.
    let bound = TABLE
        .iter()
        .flat_map(|entry| entry.keys)
        .flat_map(|keys| keys.split(' '))
        .filter_map(|key| key.parse().ok());
    let others = [
        "a",
        "e",
        "0",
        "1",
        "4",
        "9",
        "(",
        "é",
        "日",
        "Enter",
        "Enter",
        "Esc",
        "Backspace",
        "Del",
        "Left",
        "C-r",
        "C-w",
        "F5",
        "A-x",
    ];
    let keys: Vec<Key> = bound
        .chain(others.iter().filter_map(|key| key.parse().ok()))
        .collect();
    prop_oneof![
        12 => prop::sample::select(keys).prop_map(Happening::Key),
        1 => prop::sample::select(hostile::hostile()).prop_map(Happening::Paste),
        1 => Just(Happening::Paste("river".to_owned())),
        2 => sizes().prop_map(|size| Happening::Resize(size.columns, size.rows)),
        1 => prop::sample::select(vec![ThemeName::DARK, ThemeName::PAPER]).prop_map(Happening::Theme),
    ]
}
