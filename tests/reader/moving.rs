//! Moving in the text: rows, pages, the ends, lines of the file, percentages, sections, paragraphs.

use super::{SCRAPED, Stage, TALKS};

/// What stands at the top after these keys.
#[track_caller]
fn check(keys: &str, top: &str) {
    assert_eq!(Stage::bridge().after(keys).top(), top, "after {keys}");
}

#[test]
fn a_page_keeps_a_hold_of_two_rows() {
    let mut stage = Stage::bridge();
    let before = stage.text();
    stage.keys("Space");
    assert_eq!(before[before.len() - 2..], stage.text()[..2]);
    stage.keys("b");
    assert_eq!(stage.text(), before);
}

#[test]
fn half_a_page_is_half_the_rows() {
    let mut stage = Stage::bridge();
    let before = stage.text();
    stage.keys("d");
    assert_eq!(before[9..], stage.text()[..9]);
    stage.keys("u");
    assert_eq!(stage.text(), before);
}

#[test]
fn a_number_before_a_motion_repeats_it() {
    for (many, one) in [
        ("5j", "j j j j j"),
        ("10j 4k", "j j j j j j"),
        ("4]", "] ] ] ]"),
        ("5}", "} } } } }"),
        ("G 4k", "G k k k k"),
    ] {
        let top = Stage::bridge().after(one).top();
        assert_eq!(Stage::bridge().after(many).top(), top, "{many}");
    }
}

#[test]
fn the_end_of_the_text_stands_at_the_bottom_and_nothing_goes_beyond() {
    let mut stage = Stage::bridge().after("G");
    let end = stage.text();
    assert_eq!(end.len(), 18);
    assert!(
        end.last().unwrap().contains("anybody who asks."),
        "{end:#?}"
    );
    for keys in ["j", "Space", "d", "G", "9999j"] {
        assert_eq!(Stage::bridge().after("G").after(keys).text(), end, "{keys}");
    }
    for keys in ["", "k", "b", "u", "g", "9999k"] {
        assert_eq!(
            Stage::bridge().after(keys).text(),
            Stage::bridge().text(),
            "{keys}"
        );
    }
}

#[test]
fn a_number_and_g_go_to_a_line_of_the_file() {
    check("16G", "Some 1,250 people cross the river every day, nearly");
    check("26g", "What It Costs");
    check("18 Home", "The Ferry");
    check("17G", "The Ferry");
    check("1G", "A Bridge for Lindow");
}

#[test]
fn a_number_and_percent_go_to_a_part_of_the_text() {
    assert_eq!(
        Stage::bridge().after("100%").text(),
        Stage::bridge().after("G").text()
    );
    let mut last = 0;
    for percent in [1, 10, 25, 50, 60] {
        let top = Stage::bridge()
            .after(&format!("{percent}%"))
            .view()
            .top
            .get();
        assert!(top >= last, "{percent}");
        last = top;
    }
    let stage = Stage::bridge().after("%");
    assert_eq!(
        stage.notice(),
        "type a number first: 40% goes to 40 percent"
    );
}

#[test]
fn sections_forward_and_back() {
    check("]", "Why a Bridge");
    check("] ]", "The Ferry");
    check("] ] ] ]", "What It Costs");
    // Backwards first to the heading of the section itself.
    check("] ] j j [", "The Ferry");
    check("] ] j j [ [", "Why a Bridge");
    check("[", "A Bridge for Lindow");
    let mut stage = Stage::bridge().after("G ]");
    assert_eq!(stage.notice(), "this is the last section");
    assert_eq!(stage.text(), Stage::bridge().after("G").text());
}

#[test]
fn paragraphs_forward_and_back() {
    check(
        "} }",
        "The town council of Lindow voted on Monday to build a",
    );
    check(
        "} } } {",
        "The town council of Lindow voted on Monday to build a",
    );
    check(
        "} } j j {",
        "The town council of Lindow voted on Monday to build a",
    );
    check("{", "A Bridge for Lindow");
}

#[test]
fn paragraphs_that_are_hidden_are_passed_over() {
    let mut stage = Stage::new(&SCRAPED, 80, 10).after("} } } }");
    assert_eq!(
        stage.top(),
        "Nobody spoke against the plan. The rowing club"
    );
    stage.keys("{");
    assert_eq!(stage.top(), "The town council of Lindow voted on Monday to");
}

#[test]
fn the_header_tells_how_far_the_reader_is() {
    let mut stage = Stage::bridge();
    assert!(stage.header().starts_with(" A Bridge for Lindow"));
    assert!(stage.header().contains("1 min left"), "{}", stage.header());
    stage.keys("G");
    assert!(
        stage.header().contains("end · 14/14 facts"),
        "{}",
        stage.header()
    );
}

#[test]
fn wide_code_and_tables_scroll_sideways() {
    let mut stage = Stage::bridge().after("36G");
    assert!(
        stage.top().starts_with("toll = cars_a_day"),
        "{}",
        stage.top()
    );
    stage.keys("l l");
    let shifted = stage.top();
    assert!(!shifted.starts_with("toll"), "{shifted}");
    stage.keys("h h");
    assert!(stage.top().starts_with("toll = cars_a_day"));
    // Text that is wrapped does not move.
    let mut prose = Stage::bridge().after("16G");
    let before = prose.top();
    assert_eq!(prose.after("l l l").top(), before);
}

#[test]
fn nothing_is_shifted_where_nothing_is_wide() {
    let mut stage = Stage::new(&TALKS, 80, 24).after("l");
    assert_eq!(
        stage.notice(),
        "no table or code here is wider than the column"
    );
    assert_eq!(stage.view().shift, 0);
    // Fingers on a pad that slip sideways are met with silence.
    let wheel = nutgraf::app::Act::Wheel { down: 0, right: 1 };
    stage.keys("Esc");
    stage.mouse(40, 10, wheel);
    assert_eq!((stage.notice(), stage.view().shift), ("", 0));
}
