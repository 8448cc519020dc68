//! Every command of the table by every one of its keys: what is seen before, and what after.

use std::collections::BTreeSet;

use nutgraf::app::Effect;
use nutgraf::command::{Command, Ink, TABLE};
use nutgraf::ui::Pane;

use super::{BRIDGE, SCRAPED, Stage};

/// What is looked at.
type See = fn(&mut Stage) -> String;

const TOP: See = |stage| stage.top();
const SELECTED: See = |stage| stage.selected().to_owned();
const FOCUS: See = |stage| format!("{:?}", stage.view().focus);
const NOTICE: See = |stage| stage.notice().to_owned();
const PANES: See = |stage| {
    let screen = stage.screen();
    format!("{} {}", screen.sections.is_some(), screen.facts.is_some())
};
const SECTIONS: See = |stage| stage.sections().len().to_string();
const FACTS: See = |stage| stage.listed().len().to_string();
const FIRST_FACT: See = |stage| stage.listed()[0].to_owned();
const OVER: See = |stage| stage.overlay().0;
const FOLIO: See = |stage| stage.folio().trim().to_owned();
const COUNT: See = |stage| {
    stage
        .folio()
        .trim()
        .rsplit("  ")
        .next()
        .unwrap_or_default()
        .to_owned()
};
const WIDTH: See = |stage| stage.view().measure.to_string();
const THEME: See = |stage| stage.view().theme.as_str().to_owned();
const SHIFT: See = |stage| stage.view().shift.to_string();
const CHOSEN: See = |stage| stage.chosen().to_owned();
const CURSOR: See = |stage| stage.cursor();
const NOTED: See = |stage| stage.noted().join("; ");
const CURRENT: See = |stage| stage.current_note();
const MENTION: See = |stage| stage.view().mention.to_string();

/// A command; the keys that lead up to it; what follows its own key; what is seen before and after.
#[rustfmt::skip]
const SCENES: &[(Command, &str, &str, See, &str, &str)] = &[
    (Command::Down, "", "", TOP, "A Bridge for Lindow", "By Ada Brook March 3, 2025"),
    (Command::Up, "] k", "", TOP, "Why a Bridge", "Why a Bridge"),
    (Command::PageDown, "", "", TOP, "A Bridge for Lindow", "40 percent more than in 2015. Most of them work at the"),
    (Command::PageUp, "Space", "", TOP, "40 percent more than in 2015. Most of them work at the", "A Bridge for Lindow"),
    (Command::HalfDown, "", "", TOP, "A Bridge for Lindow", "Nobody spoke against the plan. The Lindow Rowing Club"),
    (Command::HalfUp, "d", "", TOP, "Nobody spoke against the plan. The Lindow Rowing Club", "A Bridge for Lindow"),
    (Command::Top, "G", "", TOP, "1. Divers look at the ground of the river.", "A Bridge for Lindow"),
    (Command::Bottom, "", "", TOP, "A Bridge for Lindow", "1. Divers look at the ground of the river."),
    (Command::Percent, "4 0", "", TOP, "A Bridge for Lindow", "stones of it can still be seen when the water is low."),
    (Command::NextSection, "", "", TOP, "A Bridge for Lindow", "Why a Bridge"),
    (Command::PreviousSection, "] ]", "", TOP, "The Ferry", "Why a Bridge"),
    (Command::NextParagraph, "", "", TOP, "A Bridge for Lindow", "By Ada Brook March 3, 2025"),
    (Command::PreviousParagraph, "}", "", TOP, "By Ada Brook March 3, 2025", "A Bridge for Lindow"),
    (Command::Left, "36G l", "", SHIFT, "8", "0"),
    (Command::Right, "36G", "", SHIFT, "0", "8"),
    (Command::NextFact, "F", "", SELECTED, "", "Monday"),
    (Command::PreviousFact, "F J J", "", SELECTED, "$4.2 million", "Monday"),
    (Command::NextMention, "F J J", "", MENTION, "0", "1"),
    (Command::Explain, "F J J", "", OVER, "", "Why this fact is no. 13 of 14"),
    (Command::Density, "", "", NOTICE, "", "all facts are marked"),
    (Command::Filter, "", "", FOLIO, "J/K fact  [ ] section  / search  F marks  Tab pane  ? help  q quit", "facts:"),
    (Command::Order, "F", "", FIRST_FACT, "Monday", "Mary Lowe"),
    (Command::Dismiss, "F J", "", FACTS, "14", "13"),
    (Command::Restore, "F J x", "", FACTS, "13", "14"),
    (Command::NextPane, "", "", FOCUS, "Text", "Facts"),
    (Command::PreviousPane, "", "", FOCUS, "Text", "Sections"),
    (Command::FocusSections, "", "", FOCUS, "Text", "Sections"),
    (Command::FocusText, "3", "", FOCUS, "Facts", "Text"),
    (Command::FocusFacts, "", "", FOCUS, "Text", "Facts"),
    (Command::Enter, "1 j", "", FOCUS, "Sections", "Text"),
    (Command::ToggleSections, "", "", PANES, "true true", "false true"),
    (Command::ToggleFacts, "", "", PANES, "true true", "true false"),
    (Command::Zen, "", "", PANES, "true true", "false false"),
    (Command::Fold, "1 j", "", SECTIONS, "7", "5"),
    (Command::Search, "", "", FOLIO, "J/K fact  [ ] section  / search  F marks  Tab pane  ? help  q quit", "/"),
    (Command::NextHit, "/ ferry Enter", "", COUNT, "1/6 ferry", "2/6 ferry"),
    (Command::PreviousHit, "/ ferry Enter n", "", COUNT, "2/6 ferry", "1/6 ferry"),
    (Command::Mark, "", "a", NOTICE, "", "mark a is set here"),
    (Command::GoToMark, "m a ]", "a", TOP, "Why a Bridge", "A Bridge for Lindow"),
    (Command::Follow, "", "", NOTICE, "", "there is no link on the screen"),
    (Command::Browse, "", "", NOTICE, "", "there is no link on the screen"),
    (Command::JumpBack, "]", "", TOP, "Why a Bridge", "A Bridge for Lindow"),
    (Command::JumpForward, "] C-o", "", TOP, "A Bridge for Lindow", "Why a Bridge"),
    (Command::Palette, "", "", OVER, "", "Go to or do"),
    (Command::Narrower, "", "", WIDTH, "72", "51"),
    (Command::Wider, "", "", WIDTH, "72", "76"),
    (Command::DefaultMeasure, "-", "", WIDTH, "51", "72"),
    (Command::Theme, "", "j", THEME, "auto", "dark"),
    (Command::KeepTheme, "T j Enter", "", THEME, "dark", "dark"),
    (Command::TwoColumns, "", "", NOTICE, "", "two columns of text, once there is room: z shows the text alone"),
    (Command::Skim, "", "", NOTICE, "", "skimming: J/K goes from fact to fact"),
    (Command::Justify, "", "", NOTICE, "", "full rows of text"),
    (Command::Hyphenate, "", "", NOTICE, "", "long words may be broken"),
    (Command::Paragraphs, "", "", NOTICE, "", "paragraphs are set in"),
    (Command::ShowHidden, "", "", NOTICE, "", "nothing was hidden"),
    (Command::Copy, "v", "", CHOSEN, "By Ada Brook March 3, 2025", ""),
    (Command::CopySection, "", "", NOTICE, "", ""),
    (Command::Select, "", "", CHOSEN, "", "By Ada Brook March 3, 2025"),
    (Command::Highlight, "F J", "", NOTED, "", "yellow: The town council of Lindow voted on Monday to build a bridge over the Alder."),
    (Command::Note, "F J", "look Enter", NOTED, "", "yellow: The town council of Lindow voted on Monday to build a bridge over the Alder. look"),
    (Command::NextNote, "F J H J H g", "", CURRENT, "", "The town council of Lindow voted on Monday to build a bridge over the Alder."),
    (Command::PreviousNote, "F J H J H ; ;", "", CURRENT, "It will cost $4.2 million and is to open in 2027.", "The town council of Lindow voted on Monday to build a bridge over the Alder."),
    (Command::UndoNote, "F J H", "", NOTED, "yellow: The town council of Lindow voted on Monday to build a bridge over the Alder.", ""),
    (Command::WordForward, "F J J v o", "", CHOSEN, "It will cost $4.2 million and is to open in 2027.", "will cost $4.2 million and is to open in 2027."),
    (Command::WordEnd, "F J J v", "", CHOSEN, "It will cost $4.2 million and is to open in 2027.", "It will cost $4.2 million and is to open in 2027. \"We"),
    (Command::WordBack, "F J J v", "", CHOSEN, "It will cost $4.2 million and is to open in 2027.", "It will cost $4.2 million and is to open in "),
    (Command::SentenceForward, "F J v", "", CHOSEN, "The town council of Lindow voted on Monday to build a bridge over the Alder.", "The town council of Lindow voted on Monday to build a bridge over the Alder. It will cost $4.2 million and is to open in 2027."),
    (Command::SentenceBack, "F J J v o", "", CHOSEN, "It will cost $4.2 million and is to open in 2027.", "The town council of Lindow voted on Monday to build a bridge over the Alder. It will cost $4.2 million and is to open in 2027."),
    (Command::RowStart, "F J v o", "", CHOSEN, "The town council of Lindow voted on Monday to build a bridge over the Alder.", "The town council of Lindow voted on Monday to build a bridge over the Alder."),
    (Command::RowEnd, "F J v o", "", CHOSEN, "The town council of Lindow voted on Monday to build a bridge over the Alder.", " bridge over the Alder."),
    (Command::OtherEnd, "F J v", "", CURSOR, ".", "T"),
    (Command::HighlightIn(Ink::Yellow), "F J v", "", NOTED, "", "yellow: The town council of Lindow voted on Monday to build a bridge over the Alder."),
    (Command::HighlightIn(Ink::Green), "F J v", "", NOTED, "", "green: The town council of Lindow voted on Monday to build a bridge over the Alder."),
    (Command::HighlightIn(Ink::Blue), "F J v", "", NOTED, "", "blue: The town council of Lindow voted on Monday to build a bridge over the Alder."),
    (Command::HighlightIn(Ink::Red), "F J v", "", NOTED, "", "red: The town council of Lindow voted on Monday to build a bridge over the Alder."),
    (Command::HighlightIn(Ink::Purple), "F J v", "", NOTED, "", "purple: The town council of Lindow voted on Monday to build a bridge over the Alder."),
    (Command::Edit, "", "", NOTICE, "", ""),
    (Command::Details, "", "", OVER, "", "About this document"),
    (Command::Help, "", "", OVER, "", "Help · more below"),
    (Command::Escape, "F J", "", SELECTED, "Monday", ""),
    (Command::Mouse, "", "", NOTICE, "", "the mouse is the terminal's again; M takes it back"),
    (Command::Reload, "", "", TOP, "A Bridge for Lindow", "A Bridge for Lindow"),
    (Command::Redraw, "", "", TOP, "A Bridge for Lindow", "A Bridge for Lindow"),
    (Command::Suspend, "", "", TOP, "A Bridge for Lindow", "A Bridge for Lindow"),
    (Command::Library, "", "", TOP, "A Bridge for Lindow", "A Bridge for Lindow"),
    (Command::Quit, "", "", TOP, "A Bridge for Lindow", "A Bridge for Lindow"),
];

#[test]
fn every_key_does_what_its_command_says() {
    let mut wrong = Vec::new();
    for &(command, setup, suffix, see, before, after) in SCENES {
        let entry = nutgraf::command::entry(command).unwrap();
        for keys in entry.keys {
            let mut stage = Stage::bridge().after(setup);
            let seen_before = see(&mut stage);
            stage.keys(&format!("{keys} {suffix}"));
            let seen = (seen_before, see(&mut stage));
            if seen != (before.to_owned(), after.to_owned()) {
                wrong.push(format!("{keys} ({}): {seen:?}", entry.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_command_has_a_scene() {
    let shown: BTreeSet<_> = SCENES.iter().map(|s| format!("{:?}", s.0)).collect();
    let all: BTreeSet<_> = TABLE.iter().map(|e| format!("{:?}", e.command)).collect();
    assert_eq!(shown, all);
}

#[test]
fn what_the_reader_cannot_do_itself_is_handed_on() {
    for (command, effect) in [
        (Command::Quit, Effect::Quit),
        (Command::Suspend, Effect::Suspend),
        (Command::Redraw, Effect::Redraw),
        (Command::Reload, Effect::Reload),
        (Command::Mouse, Effect::Mouse(false)),
        (Command::KeepTheme, Effect::KeepTheme),
    ] {
        for keys in nutgraf::command::entry(command).unwrap().keys {
            assert_eq!(Stage::bridge().keys(keys), Some(effect.clone()), "{keys}");
        }
    }
    // The editor opens at the line of the file that stands at the top.
    assert_eq!(Stage::bridge().keys("e"), Some(Effect::Edit(Some(5))));
    assert_eq!(Stage::bridge().keys("] e"), Some(Effect::Edit(Some(14))));
}

#[test]
fn a_key_that_is_not_bound_says_so() {
    for key in ["W", "F5", "C-x", "é"] {
        let mut stage = Stage::bridge().after(key);
        assert_eq!(
            stage.notice(),
            format!("{key} is not bound: ? lists the keys")
        );
        assert!(stage.folio().contains("is not bound"));
        stage.keys("j");
        assert_eq!(stage.notice(), "", "the word goes with the next key");
    }
}

#[test]
fn escape_backs_out_of_everything_and_never_quits() {
    let everything = "F & ferry Enter J / river Enter n 3 / the";
    let mut stage = Stage::new(&BRIDGE, 120, 20).after(everything);
    for _ in 0..12 {
        assert_eq!(stage.keys("Esc"), None);
    }
    let view = stage.view();
    assert_eq!(
        (view.focus, view.overlay.is_none(), view.search.is_none()),
        (Pane::Text, true, true)
    );
    assert_eq!((view.selected, view.filter.as_str()), (None, ""));
    for keys in ["?", "i", ":", "/", "&", "m", "'", "4 0", "1", "3"] {
        assert_eq!(
            Stage::new(&SCRAPED, 80, 24).after(keys).keys("Esc"),
            None,
            "{keys}"
        );
    }
}

#[test]
fn the_shell_and_a_clean_screen_are_a_key_away_whatever_lies_over_the_panes() {
    for open in ["?", "/", "&", ":", "T", "i", "a", "J a"] {
        let mut stage = Stage::bridge().after(open);
        stage.keys("x");
        let before = stage.view().clone();
        assert_eq!(stage.keys("C-z"), Some(Effect::Suspend), "{open}");
        assert_eq!(stage.keys("C-l"), Some(Effect::Redraw), "{open}");
        assert_eq!(*stage.view(), before, "{open}");
    }
}
