//! Paragraphs, lists, quotations, code and rules.

use super::check;

/// A paragraph that is plainly one.
const PROSE: &str = "The council met in the old hall on the quay and spoke for three hours about the price of salt.";

#[test]
fn nothing_gives_nothing() {
    check("", &[]);
    check(" \n\t\n\u{c}\n", &[]);
}

#[test]
fn hard_wrapped_lines_are_one_paragraph() {
    check(
        "The harbour was quiet that morning, and the\nboats lay close together along the wall. No\none spoke, and only the gulls were awake at\nthat hour.",
        &[
            "p: The harbour was quiet that morning, and the boats lay close together along the wall. No one spoke, and only the gulls were awake at that hour.",
        ],
    );
}

#[test]
fn wrapped_lines_may_end_as_windows_or_old_macs_end_them() {
    for end in ["\r\n", "\r"] {
        let text = "The harbour was quiet that morning, and the\nboats lay close together along the wall. No\none spoke at all.";
        check(
            &text.replace('\n', end),
            &[
                "p: The harbour was quiet that morning, and the boats lay close together along the wall. No one spoke at all.",
            ],
        );
    }
}

#[test]
fn a_hyphen_at_a_wrap_keeps_its_word_together() {
    check(
        "The harbour was quiet that morning and a long-\nstanding quarrel was forgotten for an hour or\ntwo by everyone, pre- and post-war sailors too.",
        &[
            "p: The harbour was quiet that morning and a long-standing quarrel was forgotten for an hour or two by everyone, pre- and post-war sailors too.",
        ],
    );
}

#[test]
fn a_line_is_a_paragraph_where_lines_are_long() {
    check(
        &format!("{PROSE}\n{PROSE}\n{PROSE}"),
        &[
            &*format!("p: {PROSE}"),
            &format!("p: {PROSE}"),
            &format!("p: {PROSE}"),
        ],
    );
}

#[test]
fn an_indented_first_line_begins_a_paragraph() {
    check(
        "   The harbour was quiet that morning, and the\nboats lay close together along the wall. No one\nspoke.\n   Only the gulls were awake, and they made such a\nnoise that nobody could have slept through it.",
        &[
            "p: The harbour was quiet that morning, and the boats lay close together along the wall. No one spoke.",
            "p: Only the gulls were awake, and they made such a noise that nobody could have slept through it.",
        ],
    );
}

#[test]
fn verse_keeps_its_lines() {
    check(
        "The lantern swings above the door,\nAnd moths come round to see;\nThe tide goes out along the shore,\nThe wind is in the tree.",
        &[
            "p: The lantern swings above the door,/And moths come round to see;/The tide goes out along the shore,/The wind is in the tree.",
        ],
    );
}

#[test]
fn verse_keeps_the_indent_of_its_lines() {
    check(
        "The lantern swings,\n  The moths come near,\nThe bell that rings\n  Is all I hear.",
        &["p: The lantern swings,/  The moths come near,/The bell that rings/  Is all I hear."],
    );
}

#[test]
fn an_address_keeps_its_lines() {
    check(
        &format!("{PROSE}\n\nAda Example\n12 Harbour Lane\nSampletown 4711\n\n{PROSE}"),
        &[
            &*format!("p: {PROSE}"),
            "p: Ada Example/12 Harbour Lane/Sampletown 4711",
            &format!("p: {PROSE}"),
        ],
    );
}

#[test]
fn bullets_of_every_kind_make_items() {
    for bullet in ["-", "*", "•", "+", "·"] {
        check(
            &format!("{bullet} salt\n{bullet} rope\n"),
            &[
                &*format!("li0 {bullet}: salt"),
                &format!("li0 {bullet}: rope"),
            ],
        );
    }
}

#[test]
fn items_nest_by_their_indent() {
    check(
        "- salt\n  - coarse\n  - fine\n    - white\n- rope",
        &[
            "li0 -: salt",
            "li1 -: coarse",
            "li1 -: fine",
            "li2 -: white",
            "li0 -: rope",
        ],
    );
}

#[test]
fn numbered_and_lettered_items_keep_their_marker() {
    check(
        "1. salt\n2. rope\n3. tar",
        &["li0 1.: salt", "li0 2.: rope", "li0 3.: tar"],
    );
    check("a) salt\nb) rope", &["li0 a): salt", "li0 b): rope"]);
    check("(i) salt\n(ii) rope", &["li0 (i): salt", "li0 (ii): rope"]);
}

#[test]
fn letters_nest_in_numbers() {
    check(
        "1. fares\n   a) adults\n   b) children\n2. hours",
        &[
            "li0 1.: fares",
            "li1 a): adults",
            "li1 b): children",
            "li0 2.: hours",
        ],
    );
}

#[test]
fn an_item_goes_on_in_hanging_lines() {
    check(
        "- the fare, which the council\n  has not yet set\n- the hour",
        &[
            "li0 -: the fare, which the council has not yet set",
            "li0 -: the hour",
        ],
    );
}

#[test]
fn an_indented_paragraph_after_an_item_belongs_to_it() {
    check(
        "- the fare\n\n  It is not yet set, and it may never be set at all.\n\n- the hour",
        &[
            "li0 -: the fare",
            "li0 : It is not yet set, and it may never be set at all.",
            "li0 -: the hour",
        ],
    );
}

#[test]
fn a_number_without_its_like_is_no_item() {
    check(
        "4. That was the answer that nobody in the hall had expected to hear.",
        &["p: 4. That was the answer that nobody in the hall had expected to hear."],
    );
    check(
        "A. Sample met B. Example at noon.",
        &["p: A. Sample met B. Example at noon."],
    );
}

#[test]
fn a_dash_of_speech_is_no_bullet() {
    check(
        "— I will not go, said the pilot.",
        &["p: — I will not go, said the pilot."],
    );
}

#[test]
fn lines_with_a_mark_are_quotations() {
    check(
        "> I think the ferry should\n> leave at ten.",
        &["q0: I think the ferry should/leave at ten."],
    );
    check("> salt\n\n>> rope", &["q0: salt", "q1: rope"]);
}

#[test]
fn text_set_in_from_the_rest_is_a_quotation() {
    let body = "The harbour was quiet that morning, and the boats\nlay close together along the wall. No one spoke at\nall, and only the gulls were awake at that hour.";
    check(
        &format!(
            "{body}\n\n    The sea gives what it will, and\n    it takes what it gave, and no\n    one is asked.\n\n{body}"
        ),
        &[
            &*format!("p: {}", body.replace('\n', " ")),
            "q0: The sea gives what it will, and it takes what it gave, and no one is asked.",
            &format!("p: {}", body.replace('\n', " ")),
        ],
    );
}

#[test]
fn fenced_code_keeps_its_lines_and_names_its_language() {
    check(
        "```rust\nfn main() {\n    run();\n}\n```",
        &["code rust: fn main() {/    run();/}"],
    );
    check("~~~\na  b\n~~~", &["code: a  b"]);
}

#[test]
fn a_fence_without_its_end_is_text() {
    check("```\nsalt", &["p: ```/salt"]);
}

#[test]
fn indented_statements_are_code() {
    check(
        &format!("{PROSE}\n\n    let fare = 3;\n    pay(fare);\n\n{PROSE}"),
        &[
            &*format!("p: {PROSE}"),
            "code: let fare = 3;/pay(fare);",
            &format!("p: {PROSE}"),
        ],
    );
}

#[test]
fn aligned_columns_are_kept() {
    check(
        "Port        Boats   Men\nSampletown     12    40\nAtlantis        3     9",
        &["code: Port        Boats   Men/Sampletown     12    40/Atlantis        3     9"],
    );
}

#[test]
fn tabs_between_columns_become_spaces() {
    check(
        "Port\tBoats\nSampletown\t12\nYs\t3",
        &["code: Port    Boats/Sampletown      12/Ys      3"],
    );
}

#[test]
fn a_tab_in_prose_is_a_space() {
    check("The fare\tis three.", &["p: The fare is three."]);
}

#[test]
fn drawings_are_kept() {
    check("+----+\n| no |\n+----+", &["code: +----+/| no |/+----+"]);
}

#[test]
fn a_log_is_kept_as_it_is() {
    check(
        "2024-01-25 10:00:01 INFO started\n2024-01-25 10:00:02 WARN slow\n2024-01-25 10:00:03 INFO done",
        &[
            "code: 2024-01-25 10:00:01 INFO started/2024-01-25 10:00:02 WARN slow/2024-01-25 10:00:03 INFO done",
        ],
    );
}

#[test]
fn a_chat_keeps_its_lines() {
    check(
        "[10:02] <ada> hello there\n[10:03] <ben> hi\n[10:04] <ada> so",
        &["p: [10:02] <ada> hello there/[10:03] <ben> hi/[10:04] <ada> so"],
    );
}

#[test]
fn rules_stand_between_parts() {
    check(
        &format!("{PROSE}\n\n* * *\n\n{PROSE}"),
        &[
            &*format!("p: {PROSE}"),
            "rule: * * *",
            &format!("p: {PROSE}"),
        ],
    );
    check(
        &format!("{PROSE}\n\n-----\n\n{PROSE}"),
        &[
            &*format!("p: {PROSE}"),
            "rule: -----",
            &format!("p: {PROSE}"),
        ],
    );
}

#[test]
fn controls_are_shown_and_obeyed_by_nobody() {
    check("salt\u{0}and\u{1b}]rope\u{202e}", &["p: salt␀and␛]rope"]);
}

#[test]
fn one_giant_line_is_one_paragraph() {
    let line = "salt ".repeat(5000);
    check(&line, &[&*format!("p: {}", line.trim())]);
}
