//! Which values contradict each other, and which may both be true.

use super::super::testing::{Found, check_promises, document};
use crate::facts::{Approx, Change, Kind, Value};

/// Marks two numbers and says whether they conflict.
#[track_caller]
fn check_conflict(text: &str, mark: impl FnOnce(&mut Found<'_>), expect: bool) {
    let document = document(text);
    let mut found = Found::new(&document);
    mark(&mut found);
    let findings = found.merge();
    check_promises(found.analysis.text(), &findings);
    let flagged = findings.facts.iter().any(|f| !f.conflicts.is_empty());
    assert_eq!(flagged, expect, "{text}");
}

#[test]
fn two_values_for_one_thing_conflict() {
    check_conflict(
        "The storm killed 12 people in Tarn. The storm in Tarn killed 15 people.",
        |f| {
            f.number("12 people", 12.0, "people");
            f.name(Kind::Place, "Tarn", 1);
            f.name(Kind::Place, "Tarn", 1);
            f.number("15 people", 15.0, "people");
        },
        true,
    );
    check_conflict(
        "The bridge cost $40 million to build. In the end, the bridge cost $55 million to build.",
        |f| {
            f.figure(Kind::Money, "$40 million", 4e7, "bridge", Approx::Exact);
            f.rewind();
            f.candidates.truncate(1);
            let cost = f.place("bridge");
            if let Some(c) = f.candidates.first_mut() {
                c.subject = Some(cost);
            }
            f.figure(Kind::Money, "$55 million", 5.5e7, "", Approx::Exact)
                .subject = Some(cost);
        },
        true,
    );
}

/// Each text has `12 people` and a later number of people; the second is given with its approximator.
#[test]
fn what_may_both_be_true_is_no_conflict() {
    for (text, second, number, approx) in [
        (
            "The storm killed 12 people in the port. Another 15 people were killed by the storm in the port.",
            "15 people",
            15.0,
            Approx::Exact,
        ),
        (
            "The storm killed 12 people in the port. The storm killed 5 of the people in the port.",
            "5 of the people",
            5.0,
            Approx::Exact,
        ),
        (
            "The storm killed 12 people in the port. The storm killed over 10 people in the port.",
            "over 10 people",
            10.0,
            Approx::Above,
        ),
        (
            "The storm killed 12 people in the port. The storm killed about 11 people in the port.",
            "about 11 people",
            11.0,
            Approx::About,
        ),
        (
            "The storm killed 12 people in the port. The hall seats 15 people at long tables.",
            "15 people",
            15.0,
            Approx::Exact,
        ),
        (
            "The storm killed 12 people in the port and 15 people in the port.",
            "15 people",
            15.0,
            Approx::Exact,
        ),
        (
            "The storm killed 12 people in the port. By then the storm had killed 15 people in the port each year.",
            "15 people in the port each year",
            15.0,
            Approx::Exact,
        ),
    ] {
        check_conflict(
            text,
            |f| {
                f.number("12 people", 12.0, "people");
                f.figure(Kind::Quantity, second, number, "people", approx);
            },
            false,
        );
    }
}

#[test]
fn another_place_time_change_or_sort_is_no_conflict() {
    let marked = |text: &str, mark: &dyn Fn(&mut Found<'_>)| {
        check_conflict(
            text,
            |f| {
                f.number("12", 12.0, "people");
                f.number("15", 15.0, "people");
                f.rewind();
                mark(f);
            },
            false,
        );
    };
    marked(
        "The storm killed 12 people in Tarn. The storm killed 15 people in Lode.",
        &|f| {
            f.name(Kind::Place, "Tarn", 1);
            f.name(Kind::Place, "Lode", 2);
        },
    );
    marked(
        "The storm killed 12 people on Monday. The storm killed 15 people on Tuesday.",
        &|f| {
            f.time("Monday", Some("2021-05-03"));
            f.time("Tuesday", Some("2021-05-04"));
        },
    );
    marked(
        "The storm hurt 12 people in the port. The storm hurt 15 people in the port.",
        &|f| {
            if let Some(Value::Number(n)) = f.candidates.first_mut().map(|c| &mut c.value) {
                n.change = Some(Change::Up);
            }
        },
    );
    check_conflict(
        "The storm killed 12 old people in the port. The storm killed 15 young people in the port.",
        |f| {
            f.number("12 old people", 12.0, "old people");
            f.number("15 young people", 15.0, "young people");
        },
        false,
    );
}
