//! Facts: walking, marking both ways, mentions, order, density, dismissing.

use std::sync::Arc;

use nutgraf::article::{Article, State};
use nutgraf::facts::Findings;
use nutgraf::ui::{Line, Marked, Pane, Role};

use super::{BRIDGE, Stage, article};

/// The reader with all facts listed.
fn all() -> Stage {
    Stage::bridge().after("F")
}

/// The rows of the panel that stand for the selected fact.
fn selected_rows(stage: &mut Stage) -> String {
    let screen = stage.screen();
    let lines = screen.facts.map(|pane| pane.lines).unwrap_or_default();
    let rows = lines
        .iter()
        .filter(|l| matches!(l.under, Some(Role::Selection | Role::SelectionElsewhere)));
    rows.map(Line::text).collect()
}

#[test]
fn walking_takes_them_in_the_order_of_the_text() {
    let mut stage = all();
    let mut walked = Vec::new();
    for _ in 0..14 {
        stage.keys("J");
        walked.push(stage.selected().to_owned());
    }
    assert_eq!(walked, stage.listed());
    stage.keys("J");
    assert_eq!(
        (stage.selected(), stage.notice()),
        ("Mary Lowe", "this is the last fact")
    );
    stage.keys("40K K");
    assert_eq!(
        (stage.selected(), stage.notice()),
        ("Monday", "this is the first fact")
    );
    stage.keys("4J");
    assert_eq!(stage.selected(), "Hale");
}

#[test]
fn walking_begins_at_the_place_in_the_text() {
    assert_eq!(all().after("] ] ] J").selected(), "$1.5 million");
    assert_eq!(all().after("] ] ] K").selected(), "the ferry would be sold");
    assert_eq!(all().after("] ] ] 4J").selected(), "Mary Lowe");
    assert_eq!(all().after("G J").selected(), "18 months");
}

#[test]
fn the_evidence_comes_into_sight_without_jumping_about() {
    let mut stage = all();
    for _ in 0..14 {
        stage.keys("J");
        let words = stage.selected().to_owned();
        assert_eq!(
            stage.marked(Marked::Selected),
            [words.as_str()],
            "it is in sight and marked"
        );
    }
    // A fact that stands well on the screen moves nothing.
    let mut stage = all().after("J");
    let before = stage.view().top;
    stage.keys("J J");
    assert_eq!(stage.view().top, before);
}

#[test]
fn a_fact_far_away_comes_near_the_middle() {
    assert_eq!(all().after("Tab G").selected(), "Mary Lowe");
    let mut stage = all().after("] J");
    for _ in 0..2 {
        stage.keys("J J");
        let row = stage
            .text()
            .iter()
            .position(|r| r.contains(stage_word(&stage)))
            .unwrap();
        assert!((2..=13).contains(&row), "row {row} of 18");
    }
}

/// The first word of the selected fact.
fn stage_word(stage: &Stage) -> &str {
    stage.selected().split(' ').next().unwrap()
}

#[test]
fn text_and_panel_mark_the_same_one() {
    for keys in ["J J", "3 j"] {
        let mut stage = all().after(keys);
        assert_eq!(stage.selected(), "$4.2 million");
        assert_eq!(stage.marked(Marked::Selected), ["$4.2 million"]);
        assert!(selected_rows(&mut stage).contains("$4.2 million"));
        let evidence = stage.looking(|look| look.evidence).join(" ");
        assert_eq!(
            evidence, "It will cost $4.2 million and is to open in 2027.",
            "the sentence is marked"
        );
    }
}

#[test]
fn scrolling_away_from_the_evidence_lets_go_of_the_fact() {
    let mut stage = all().after("J j j");
    assert_eq!(stage.selected(), "Monday", "its sentence is still there");
    stage.keys("Space");
    assert_eq!(stage.selected(), "");
    // In the panel the choice stays, whatever the text shows.
    let stage = all().after("3 j j");
    assert_eq!(
        (stage.selected(), stage.view().focus),
        ("2027", Pane::Facts)
    );
}

#[test]
fn facts_in_sight_stand_out_in_the_panel() {
    let mut stage = all();
    let role = |stage: &mut Stage, words: &str| {
        let lines = stage.screen().facts.unwrap().lines;
        let pieces = lines.into_iter().flat_map(|l| l.pieces);
        pieces
            .filter(|p| p.text.contains(words))
            .map(|p| p.look.role)
            .next()
    };
    assert_eq!(role(&mut stage, "Monday"), Some(Role::Text));
    stage.keys("}} }} ");
    let shown = role(&mut stage, "1,250 people");
    assert_eq!(shown, Some(Role::Text));
    let mut stage = Stage::new(&BRIDGE, 120, 60).after("F");
    stage.resize(120, 14);
    assert_eq!(role(&mut stage, "1,250 people"), Some(Role::Faint));
}

#[test]
fn the_panel_follows_the_text() {
    let mut stage = all().after("G");
    let rows = stage.facts().join("\n");
    assert!(
        rows.contains("Mary Lowe") && rows.contains("18 months"),
        "{rows}"
    );
}

#[test]
fn enter_in_the_panel_goes_to_the_text_and_escape_only_back() {
    let mut stage = all().after("Tab G Enter");
    assert_eq!(stage.view().focus, Pane::Text);
    assert_eq!(stage.marked(Marked::Selected), ["Mary Lowe"]);
    stage.keys("C-o");
    assert_eq!(stage.view().focus, Pane::Text);
    let stage = all().after("3 j Esc");
    assert_eq!(
        (stage.view().focus, stage.selected()),
        (Pane::Text, "$4.2 million")
    );
}

#[test]
fn the_order_can_be_reading_importance_or_kind() {
    let mut stage = Stage::new(&BRIDGE, 200, 50).after("F");
    assert!(
        stage.facts().iter().any(|r| r.trim() == "The Ferry"),
        "grouped by section"
    );
    let reading: Vec<String> = stage.listed().iter().map(|s| (*s).to_owned()).collect();
    stage.keys("s");
    assert!(stage.facts()[0].contains("ranked"));
    let mut backwards = stage.listed();
    backwards.reverse();
    assert_eq!(
        backwards, reading,
        "the last one noted is the most important"
    );
    stage.keys("s");
    let rows = stage.facts();
    assert!(rows[0].contains("by kind"));
    for heading in ["Quantities", "People", "Claims"] {
        assert!(
            rows.iter().any(|r| r.trim() == heading),
            "{heading}: {rows:#?}"
        );
    }
    assert_eq!(
        stage.listed()[..3],
        ["18 months", "24 people", "1,250 people"]
    );
    stage.keys("s");
    assert_eq!(stage.listed(), reading);
}

#[test]
fn walking_follows_the_order_of_the_panel() {
    let mut stage = all().after("s J");
    assert_eq!(stage.selected(), "Mary Lowe");
    stage.keys("J");
    assert_eq!(stage.selected(), "18 months");
    assert_eq!(stage.marked(Marked::Selected), ["18 months"]);
}

#[test]
fn the_density_is_key_all_or_none() {
    let mut stage = Stage::bridge();
    let (key, marked) = (stage.listed().len(), stage.marked(Marked::Plain).len());
    assert!(key > 2 && key < 14, "{key}");
    stage.keys("F");
    assert_eq!(
        (stage.listed().len(), stage.notice()),
        (14, "all facts are marked")
    );
    assert!(stage.marked(Marked::Plain).len() > marked);
    stage.keys("F");
    assert_eq!(
        (stage.listed().len(), stage.notice()),
        (key, "no facts are marked")
    );
    assert!(stage.marked(Marked::Plain).is_empty());
    assert!(stage.facts()[0].contains("unmarked"));
    stage.keys("F");
    assert_eq!(stage.marked(Marked::Plain).len(), marked);
}

#[test]
fn a_dismissed_fact_is_gone_until_it_is_restored() {
    let mut stage = all().after("J J x");
    assert_eq!(stage.selected(), "2027", "the next one is selected");
    assert!(!stage.listed().contains(&"$4.2 million"));
    stage.keys("Esc");
    let marked = stage.marked(Marked::Plain);
    assert!(
        marked.contains(&"2027".to_owned()) && !marked.contains(&"$4.2 million".to_owned()),
        "{marked:?}"
    );
    stage.keys("X");
    assert_eq!(
        (stage.listed().len(), stage.notice()),
        (14, "one fact is back")
    );
    stage.keys("X");
    assert_eq!(stage.notice(), "no fact was dismissed");
    // The last one leaves the one before it.
    assert_eq!(all().after("Tab G x").selected(), "18 months");
    assert_eq!(Stage::bridge().after("x").notice(), "select a fact first");
}

#[test]
fn all_facts_can_be_dismissed() {
    let mut stage = all().after("J").after(&"x ".repeat(14));
    assert!(stage.listed().is_empty());
    assert_eq!(stage.selected(), "");
    stage.keys("J");
    assert_eq!(stage.notice(), "no facts are listed");
    stage.keys("x");
    assert_eq!(stage.notice(), "select a fact first");
    stage.keys("X");
    assert_eq!(stage.notice(), "14 facts are back");
}

#[test]
fn a_star_walks_through_the_mentions() {
    let mut stage = all().after("J J *");
    assert_eq!(stage.notice(), "mention 2 of 2");
    assert_eq!(stage.marked(Marked::Selected), ["$4.2 million"]);
    let evidence = stage.looking(|look| look.evidence).join(" ");
    assert!(
        evidence.starts_with("They denied that the bridge"),
        "{evidence}"
    );
    // After the last place that says the same comes the one that says otherwise, and then the first again.
    stage.keys("*");
    assert_eq!(
        (stage.notice(), stage.selected()),
        ("another value: $1.5 million", "$1.5 million")
    );
    assert_eq!(stage.marked(Marked::Selected), ["$1.5 million"]);
    stage.keys("*");
    assert_eq!(
        (stage.notice(), stage.selected()),
        ("another value: $4.2 million", "$4.2 million")
    );
    assert_eq!(all().after("J J 5*").selected(), "$1.5 million");
    // A value that was dismissed is none.
    let mut stage = all().after("] ] ] J x K");
    stage.keys("g J J * *");
    assert_eq!(stage.notice(), "mention 1 of 2");
    assert_eq!(Stage::bridge().after("*").notice(), "select a fact first");
    assert_eq!(all().after("J *").notice(), "it is said only here");
}

#[test]
fn further_mentions_of_the_selected_fact_are_marked_too() {
    let mut stage = Stage::new(&BRIDGE, 120, 70).after("F J J");
    assert_eq!(stage.marked(Marked::Selected), ["$4.2 million"]);
    assert_eq!(stage.marked(Marked::Mention), ["$4.2 million"]);
}

#[test]
fn the_panel_tells_how_often_and_what_contradicts() {
    let mut stage = all().after("J J");
    let rows = stage.facts();
    let row = rows.iter().find(|r| r.starts_with('▌')).unwrap();
    assert!(
        row.contains("$4.2 million") && row.ends_with("≠ ×2"),
        "{row:?}"
    );
    let evidence = rows.join(" ");
    assert!(
        evidence.contains("mention 1 of 2") && evidence.contains("but also $1.5"),
        "{rows:#?}"
    );
    assert!(evidence.contains("It will cost $4.2 million"), "{rows:#?}");
}

#[test]
fn a_long_fact_is_marked_lightly() {
    let mut stage = all().after("] ] ] ]");
    assert_eq!(stage.marked(Marked::Light), Vec::<String>::new());
    assert!(
        stage
            .marked(Marked::Plain)
            .concat()
            .contains("the bridge could cost more")
    );
}

#[test]
fn while_facts_are_looked_for_the_reader_says_so_and_keeps_its_place() {
    let early = |state| {
        Arc::new(Article::new(
            Arc::clone(&BRIDGE.document),
            Findings::default(),
            Arc::clone(&BRIDGE.lines),
            state,
        ))
    };
    let mut stage = Stage::new(&early(State::Read), 120, 20).after("] ]");
    assert!(stage.header().contains("looking for facts"));
    assert!(stage.facts().join(" ").contains("looking for facts"));
    stage.keys("J");
    assert_eq!(stage.notice(), "no facts are listed");
    let before = stage.text();
    stage.reader.replace(Arc::clone(&BRIDGE));
    assert_eq!(stage.view().top, Stage::bridge().after("] ]").view().top);
    assert_eq!(before.len(), stage.text().len());
    stage.keys("F J");
    assert_eq!(stage.selected(), "24 people");
    let mut none = Stage::new(&early(State::Complete), 120, 20);
    assert!(none.facts().join(" ").contains("no facts found"));
}

#[test]
fn a_fuller_version_keeps_the_selected_fact() {
    let mut stage = all().after("J J");
    stage.reader.replace(Arc::clone(&BRIDGE));
    assert_eq!(stage.selected(), "$4.2 million");
    let others = Arc::new(Article::new(
        Arc::clone(&BRIDGE.document),
        Findings::default(),
        Arc::clone(&BRIDGE.lines),
        State::Complete,
    ));
    stage.reader.replace(others);
    assert_eq!(stage.selected(), "");
}

#[test]
fn a_text_that_is_too_long_says_how_far_its_facts_reach() {
    let code = "x\n".repeat(nutgraf::facts::REACH / 2);
    let text = format!(
        "# Bridges\n\nThe town has 40 bridges.\n\n```\n{code}```\n\nThe county has 900 bridges. They are old.\n"
    );
    let long = article("a.md", &text);
    assert_eq!(long.findings.facts.len(), 1);
    let last = long.document.text().find("They are").unwrap();
    let sentence = long.sentence_at(nutgraf::text::Pos::new(last));
    assert_eq!(long.document.slice(sentence), "They are old.");
    let mut stage = Stage::new(&long, 120, 30);
    assert!(stage.whole().contains("of the first part only"));
    let details = stage.after("i").whole();
    assert!(
        details.contains("99% of the text was searched"),
        "{details}"
    );
}
