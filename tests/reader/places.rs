//! Marks and the list of jumps.

use super::Stage;

/// What stands at the top after these keys.
#[track_caller]
fn check(keys: &str, top: &str) {
    assert_eq!(Stage::bridge().after(keys).top(), top, "after {keys}");
}

const START: &str = "A Bridge for Lindow";

#[test]
fn marks_lead_back() {
    check("] ] ma G 'a", "The Ferry");
    check("] ma ] mb G `a", "Why a Bridge");
    check("] ma ] mb G 'b", "The Ferry");
    // A mark that is set again is moved.
    check("] ma ] ma g 'a", "The Ferry");
    let stage = Stage::bridge().after("'q");
    assert_eq!(stage.notice(), "mark q is not set");
    check("] 'q", "Why a Bridge");
}

#[test]
fn a_mark_belongs_to_the_words_and_not_to_the_row() {
    let mut stage = Stage::bridge().after("] ] ma g");
    for columns in [40, 250, 80] {
        stage.resize(columns, 20);
        stage.keys("g 'a");
        assert_eq!(stage.top(), "The Ferry", "{columns} columns");
    }
}

#[test]
fn two_quotes_go_to_and_fro() {
    check("] ] ''", "Why a Bridge");
    check("] ] '' ''", "The Ferry");
    check("G `` ``", "1. Divers look at the ground of the river.");
    assert_eq!(
        Stage::bridge().after("''").notice(),
        "no jump to go back to"
    );
}

#[test]
fn jumps_go_back_and_forward() {
    check("] ] ] C-o", "The Ferry");
    check("] ] ] C-o C-o", "Why a Bridge");
    check("] ] ] C-o C-o C-o", START);
    check("] ] ] C-o C-o A-o", "The Ferry");
    check("] ] ] C-o C-o A-o A-o", "The Ford");
    assert_eq!(
        Stage::bridge().after("] C-o C-o").notice(),
        "no jump further back"
    );
    assert_eq!(
        Stage::bridge().after("] A-o").notice(),
        "no jump further on"
    );
}

#[test]
fn a_new_jump_forgets_what_lay_ahead() {
    let stage = Stage::bridge().after("] ] ] C-o C-o G A-o");
    assert_eq!(stage.notice(), "no jump further on");
    check("] ] ] C-o C-o G C-o", "Why a Bridge");
}

#[test]
fn every_far_motion_is_a_jump_and_no_near_one() {
    for keys in [
        "]",
        "G",
        "40%",
        "26G",
        "1 j Enter",
        "F Tab G Enter",
        "/ noon Enter",
        ": costs Enter",
    ] {
        let mut stage = Stage::bridge().after(keys);
        stage.keys("C-o");
        assert_eq!(stage.notice(), "", "{keys} can be taken back");
    }
    for keys in ["j", "Space", "d", "}", "ma"] {
        let mut stage = Stage::bridge().after(keys);
        stage.keys("C-o");
        assert_eq!(stage.notice(), "no jump further back", "{keys} is no jump");
    }
}
