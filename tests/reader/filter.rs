//! The filter of the facts: as it is typed, by kind or by words.

use nutgraf::ui::Pane;

use super::Stage;

/// What is listed while these keys are typed into the filter.
#[track_caller]
fn check(keys: &str, listed: &[&str]) {
    let stage = Stage::bridge().after("&").after(keys);
    assert_eq!(stage.listed(), listed, "{keys}");
}

#[test]
fn it_works_while_it_is_typed() {
    let mut stage = Stage::bridge().after("&");
    let mut counts = vec![stage.listed().len()];
    for letter in ["m", "o", "n"] {
        stage.keys(letter);
        counts.push(stage.listed().len());
        assert!(stage.folio().contains("facts: "));
    }
    stage.keys("e y");
    assert_eq!(stage.listed(), ["$4.2 million", "$1.5 million"]);
    assert!(counts[1] > 2, "{counts:?}");
    assert!(stage.facts().join("\n").contains("only: money"));
}

#[test]
fn kinds_and_words() {
    check("money", &["$4.2 million", "$1.5 million"]);
    check("person", &["Hale", "Mary Lowe"]);
    check("people", &["1,250 people", "24 people"]);
    check("FERRY", &["the ferry would be sold"]);
    check(
        "numbers",
        &[
            "$4.2 million",
            "1,250 people",
            "nearly 40 percent",
            "24 people",
            "$1.5 million",
            "18 months",
        ],
    );
    check("zzz", &[]);
}

#[test]
fn enter_goes_to_the_facts_that_are_left() {
    let mut stage = Stage::bridge().after("& person Enter");
    assert_eq!(
        (stage.view().focus, stage.selected()),
        (Pane::Facts, "Hale")
    );
    stage.keys("J");
    assert_eq!(stage.selected(), "Mary Lowe");
    // The filter stays, and Esc takes it away, one thing at a time.
    stage.keys("Esc Esc");
    assert_eq!(stage.listed().len(), 2);
    stage.keys("Esc");
    assert!(stage.listed().len() > 2);
}

#[test]
fn escape_while_typing_brings_the_filter_of_before_back() {
    let mut stage = Stage::bridge().after("& person Enter Esc");
    stage.keys("& C-u money");
    assert_eq!(stage.listed().len(), 2);
    assert_eq!(stage.listed()[0], "$4.2 million");
    stage.keys("Esc");
    assert_eq!(stage.listed(), ["Hale", "Mary Lowe"]);
    assert!(stage.is_open().is_none());
}

#[test]
fn it_looks_through_all_facts_and_marks_only_its_own() {
    use nutgraf::ui::Marked;
    let mut stage = Stage::bridge().after("& person Enter Esc Esc");
    assert_eq!(stage.marked(Marked::Plain), ["Hale"]);
}

#[test]
fn the_line_is_edited_as_a_line() {
    let mut stage = Stage::bridge().after("& monex Backspace y");
    assert_eq!(stage.view().filter, "money");
    stage.keys("C-w");
    assert_eq!(stage.view().filter, "");
    stage.keys("prson Left Left Left Left e");
    assert_eq!(stage.view().filter, "person");
    stage.keys("Home Del End s");
    assert_eq!(stage.view().filter, "ersons");
}

#[test]
fn it_says_when_nothing_answers() {
    let mut stage = Stage::bridge().after("& zzz Enter");
    assert!(
        stage
            .facts()
            .join(" ")
            .contains("no fact answers the filter")
    );
    assert_eq!(stage.selected(), "");
}

#[test]
fn pasting_types_into_it() {
    let mut stage = Stage::bridge().after("&");
    stage.reader.paste("mon\u{1b}ey\n");
    assert_eq!(stage.view().filter, "mon␛ey");
    let mut stage = Stage::bridge();
    stage.reader.paste("money");
    assert_eq!(
        stage.view().filter,
        "",
        "without a line to type in a paste does nothing"
    );
}
