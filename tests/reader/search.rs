//! Search: while it is typed, from hit to hit, round the end, in what is shown.

use nutgraf::ui::{Hit, Marked};

use super::{SCRAPED, Stage, article};

/// The words of the hit that the reader is at, as they are marked in the text.
fn hit(stage: &mut Stage) -> String {
    stage
        .looking(|look| look.hit == Some(Hit::Current))
        .join("|")
}

/// What the status line says of the search after these keys.
#[track_caller]
fn check(keys: &str, says: &str) {
    let mut stage = Stage::bridge().after(keys);
    assert!(stage.folio().ends_with(says), "{keys}: {:?}", stage.folio());
}

#[test]
fn the_text_moves_while_the_words_are_typed() {
    let mut stage = Stage::bridge().after("/ f");
    assert_eq!(hit(&mut stage), "f");
    stage.keys("e");
    assert_eq!(hit(&mut stage), "Fe");
    stage.keys("rries");
    assert_eq!(hit(&mut stage), "Ferries");
    assert!(stage.text().join(" ").contains("Ferries have crossed"));
    stage.keys("x");
    assert_eq!(
        (hit(&mut stage).as_str(), stage.top().as_str()),
        ("", "A Bridge for Lindow")
    );
    stage.keys("Backspace Enter");
    assert_eq!(hit(&mut stage), "Ferries");
}

#[test]
fn all_hits_on_the_screen_are_marked_and_counted() {
    let mut stage = Stage::new(&super::BRIDGE, 120, 70).after("/ lindow Enter");
    assert_eq!(hit(&mut stage), "Lindow");
    let others = stage.looking(|look| look.hit == Some(Hit::Other));
    assert_eq!(others, ["Lindow", "Lindow", "Lindow"]);
    assert!(stage.folio().ends_with("1/4 lindow"), "{}", stage.folio());
}

#[test]
fn n_goes_on_and_wraps_round() {
    check("/ lindow Enter n", "2/4 lindow");
    check("/ lindow Enter n n n", "4/4 lindow");
    check("/ lindow Enter 4n", "1/4 lindow");
    check("/ lindow Enter N", "4/4 lindow");
    check("/ lindow Enter n N", "1/4 lindow");
    let stage = Stage::bridge().after("/ lindow Enter 4n");
    assert_eq!(stage.notice(), "from the beginning again");
    let stage = Stage::bridge().after("/ lindow Enter N");
    assert_eq!(stage.notice(), "from the end again");
}

#[test]
fn n_goes_on_from_what_is_on_the_screen() {
    let mut stage = Stage::bridge().after("/ ferry Enter G n");
    assert!(
        stage.text().join(" ").contains("makes its last trip"),
        "{:#?}",
        stage.text()
    );
    assert_ne!(hit(&mut stage), "");
}

#[test]
fn a_search_begins_where_the_reader_is_and_wraps_if_need_be() {
    let mut stage = Stage::bridge().after("G / monday");
    assert_eq!(hit(&mut stage), "Monday");
}

#[test]
fn small_letters_find_any_case_and_capitals_their_own() {
    check("/ ferr Enter", "1/7 ferr");
    check("/ Ferr Enter", "1/2 Ferr");
}

#[test]
fn a_hit_may_run_over_the_end_of_a_row() {
    let mut stage = Stage::bridge().after("/ nearly Space 40 Space percent Enter");
    assert_eq!(hit(&mut stage), "nearly 40 percent");
    let rows = stage.text();
    assert!(
        rows.iter().any(|r| r.ends_with("nearly")),
        "it is on two rows: {rows:#?}"
    );
}

#[test]
fn control_r_makes_it_a_regular_expression() {
    check(r"/ \d+,\d+ Enter", r"no \d+,\d+");
    let mut stage = Stage::bridge().after(r"/ C-r \d+,\d+");
    assert!(stage.folio().starts_with(" regex/"), "{}", stage.folio());
    assert_eq!(hit(&mut stage), "1,250");
    stage.keys("C-r");
    assert_eq!(hit(&mut stage), "", "and again literal");
    let mut stage = Stage::bridge().after("/ C-r ( Enter");
    assert!(
        stage.notice().starts_with("not a regular expression"),
        "{}",
        stage.notice()
    );
    assert_eq!(hit(&mut stage), "");
    // The next one is of the kind of the one before.
    assert!(
        Stage::bridge()
            .after("/ C-r ferr. Enter /")
            .folio()
            .starts_with(" regex/")
    );
}

#[test]
fn escape_returns_to_the_place_and_to_the_search_before() {
    let mut stage = Stage::bridge().after("] / noon");
    assert_ne!(stage.top(), "Why a Bridge");
    stage.keys("Esc");
    assert_eq!(
        (stage.top().as_str(), hit(&mut stage).as_str()),
        ("Why a Bridge", "")
    );
    assert!(stage.is_open().is_none());
    let mut stage = Stage::bridge().after("/ lindow Enter / noon Esc");
    assert!(stage.folio().ends_with("lindow"), "{}", stage.folio());
    let mut stage = Stage::bridge().after("] / n Backspace Backspace");
    assert!(
        stage.is_open().is_none(),
        "an empty line and Backspace leave it too"
    );
    assert_eq!(stage.top(), "Why a Bridge");
}

#[test]
fn escape_after_a_search_puts_it_away_and_keeps_the_place() {
    let mut stage = Stage::bridge().after("/ noon Enter");
    let top = stage.view().top;
    stage.keys("Esc");
    assert_eq!((hit(&mut stage).as_str(), stage.view().top), ("", top));
    assert_eq!(stage.folio().find("noon"), None);
}

#[test]
fn an_empty_line_repeats_the_search_before() {
    let mut stage = Stage::bridge().after("/ lindow Enter Esc / Enter");
    assert!(
        stage.notice().contains("no search is on"),
        "{}",
        stage.notice()
    );
    stage.keys("/ lindow Enter / Enter");
    assert!(stage.folio().ends_with("2/4 lindow"), "{}", stage.folio());
}

#[test]
fn what_is_not_there_is_said() {
    let mut stage = Stage::bridge().after("/ zzz");
    assert!(stage.folio().ends_with("no zzz"), "{}", stage.folio());
    stage.keys("Enter");
    assert_eq!(stage.notice(), "zzz is not in the text");
    stage.keys("n");
    assert_eq!(stage.notice(), "zzz is not in the text");
    assert_eq!(
        Stage::bridge().after("n").notice(),
        "no search is on; / begins one"
    );
}

#[test]
fn a_search_can_be_walked_while_it_is_typed() {
    let mut stage = Stage::bridge().after("/ lindow C-n Down");
    assert!(stage.folio().contains("3/4"), "{}", stage.folio());
    stage.keys("Up");
    assert!(stage.folio().contains("2/4"), "{}", stage.folio());
}

#[test]
fn a_search_that_moved_can_be_jumped_back_from() {
    let mut stage = Stage::bridge().after("/ noon Enter C-o");
    assert_eq!(stage.top(), "A Bridge for Lindow");
}

#[test]
fn what_is_hidden_is_not_found_until_it_is_shown() {
    let mut stage = Stage::new(&SCRAPED, 80, 24).after("/ newsletter");
    assert!(
        stage.folio().ends_with("no newsletter"),
        "{}",
        stage.folio()
    );
    stage.keys("Enter");
    assert_eq!(stage.notice(), "newsletter is not in the text");
    let mut stage = Stage::new(&SCRAPED, 80, 24).after("\\ / newsletter Enter");
    assert_eq!(hit(&mut stage), "newsletter");
    assert!(stage.folio().ends_with("1/1 newsletter"));
    // Hits in hidden parts are not counted either: `be` is in the address that will not be published.
    let mut stage = Stage::new(&SCRAPED, 80, 24).after("/ be Enter");
    let hidden = stage.folio();
    stage.keys("\\ / be Enter");
    assert_ne!(hidden.trim(), stage.folio().trim());
}

#[test]
fn a_hit_on_a_fact_is_still_seen() {
    let mut stage = Stage::bridge().after("F / monday Enter");
    assert_eq!(hit(&mut stage), "Monday");
    assert!(stage.marked(Marked::Plain).contains(&"Monday".to_owned()));
}

#[test]
fn a_long_paste_is_searched_at_once() {
    let mut stage = Stage::bridge().after("/");
    stage.reader.paste(&"many words ".repeat(20_000));
    assert!(stage.folio().contains("words"));
    stage.keys("Esc");
    assert_eq!(stage.top(), "A Bridge for Lindow");
}

#[test]
fn letters_typed_while_the_text_arrives_are_looked_for_in_all_of_it() {
    let text = format!(
        "The pier is long.\n\n{}The lantern is new.\n",
        "Boats.\n\n".repeat(60)
    );
    let mut stage = Stage::new(&article("a.txt", &text[..40]), 80, 20).after("/ l a");
    stage.reader.replace(article("a.txt", &text));
    stage.keys("n");
    assert_eq!(hit(&mut stage), "lan");
    stage.keys("Backspace Backspace o");
    assert_eq!(hit(&mut stage), "lo");
    stage.keys("x n");
    assert!(
        stage
            .view()
            .search
            .as_ref()
            .is_some_and(|s| s.current.is_none())
    );
    stage.keys("Backspace Backspace");
    assert_eq!(hit(&mut stage), "lo");
}
