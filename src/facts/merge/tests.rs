//! What becomes one fact, what repeats and what contradicts.

mod apart;
mod conflicts;
mod stories;
mod texts;

use super::testing::{Found, check_promises, document};
use crate::facts::{Approx, Findings, Kind, Value};

/// The facts as `kind words xN`.
fn shown(found: &Found<'_>, findings: &Findings) -> Vec<String> {
    check_promises(found.analysis.text(), findings);
    let show = |f: &crate::facts::Fact| {
        let words = found.words(f.span);
        format!("{} {words} x{}", f.kind.name(), f.mentions.len())
    };
    findings.facts.iter().map(show).collect()
}

/// Marks candidates in a text and checks the merged facts.
#[track_caller]
fn check(text: &str, mark: impl FnOnce(&mut Found<'_>), expect: &[&str]) {
    let document = document(text);
    let mut found = Found::new(&document);
    mark(&mut found);
    assert_eq!(shown(&found, &found.merge()), expect, "{text}");
}

#[test]
fn mentions_of_a_name_are_one_fact() {
    check(
        "# Hale wins\n\nMayor Ada Hale won. Later Hale spoke. Bo Lind lost to Hale.",
        |f| {
            for words in ["Hale", "Ada Hale", "Hale spoke", "Hale."] {
                f.name(Kind::Person, words, 1);
            }
            f.rewind();
            f.name(Kind::Person, "Bo Lind", 2);
        },
        &["person Ada Hale x4", "person Bo Lind x1"],
    );
}

#[test]
fn a_name_in_headings_only_is_no_fact() {
    check(
        "# News from Tarn\n\nThe harbour was closed.",
        |f| {
            f.name(Kind::Place, "Tarn", 1);
        },
        &[],
    );
}

#[test]
fn the_kind_of_a_name_is_what_most_mentions_say() {
    check(
        "Tarn is small. Tarn is old. Tarn is dry.",
        |f| {
            f.name(Kind::Person, "Tarn", 1).confidence = 0.4;
            f.name(Kind::Place, "Tarn", 1);
            f.name(Kind::Place, "Tarn", 1);
        },
        &["place Tarn x3"],
    );
}

#[test]
fn the_same_number_of_the_same_thing_is_one_fact() {
    check(
        "Some 2,500 soldiers stayed. The 2,500 soldiers were tired.",
        |f| {
            f.number("2,500 soldiers", 2500.0, "soldiers");
            f.number("2,500 soldiers", 2500.0, "soldiers");
        },
        &["quantity 2,500 soldiers x2"],
    );
    check(
        "Some 2,500 soldiers stayed. The 2,500 nurses were tired.",
        |f| {
            f.number("2,500 soldiers", 2500.0, "soldiers");
            f.number("2,500 nurses", 2500.0, "nurses");
        },
        &["quantity 2,500 soldiers x1", "quantity 2,500 nurses x1"],
    );
    check(
        "Two men came. Two men left.",
        |f| {
            f.number("Two men", 2.0, "men");
            f.number("Two men", 2.0, "men");
        },
        &["quantity Two men x1", "quantity Two men x1"],
    );
    check(
        "Two key laws hold. The two key laws are old.",
        |f| {
            f.number("Two key laws", 2.0, "key laws");
            f.number("two key laws", 2.0, "key laws");
        },
        &["quantity Two key laws x2"],
    );
    check(
        "It grew by 12 percent. It shrank by 12 percent.",
        |f| {
            f.figure(Kind::Percent, "12 percent", 12.0, "", Approx::Exact);
            f.figure(Kind::Percent, "12 percent", 12.0, "", Approx::Exact);
        },
        &["percent 12 percent x1", "percent 12 percent x1"],
    );
    check(
        "The bridge cost $1.25 million. The $1.25 million came late.",
        |f| {
            f.figure(Kind::Money, "$1.25 million", 1.25e6, "", Approx::Exact);
            f.figure(Kind::Money, "$1.25 million", 1.25e6, "", Approx::Exact);
        },
        &["money $1.25 million x2"],
    );
}

#[test]
fn the_same_number_elsewhere_is_another_fact() {
    check(
        "There are 900 soldiers in Tarn. There are 900 soldiers in Lode.",
        |f| {
            f.number("900 soldiers", 900.0, "soldiers");
            f.name(Kind::Place, "Tarn", 1);
            f.number("900 soldiers", 900.0, "soldiers");
            f.name(Kind::Place, "Lode", 2);
        },
        &[
            "quantity 900 soldiers x1",
            "place Tarn x1",
            "quantity 900 soldiers x1",
            "place Lode x1",
        ],
    );
}

#[test]
fn the_same_day_of_the_same_thing_is_one_fact() {
    let marked = |text: &str, days: &[(&str, Option<&str>, &str)], expect: &[&str]| {
        check(
            text,
            |f| {
                for &(words, date, of) in days {
                    f.time(words, date);
                    let subject = (!of.is_empty()).then(|| f.place(of));
                    if let Some(c) = f.candidates.last_mut() {
                        c.subject = subject;
                    }
                }
            },
            expect,
        );
    };
    marked(
        "On 3 May 2021 the strike began. On May 3 the strike was small. On May 4 the strike ended.",
        &[
            ("3 May 2021", Some("2021-05-03"), "strike"),
            ("May 3", Some("2021-05-03"), "strike"),
            ("May 4", Some("2021-05-04"), "strike"),
        ],
        &["time 3 May 2021 x2", "time May 4 x1"],
    );
    marked(
        "On 3 May 2021 the strike began. On May 3 the mayor left.",
        &[
            ("3 May 2021", Some("2021-05-03"), "strike"),
            ("May 3", Some("2021-05-03"), "mayor"),
        ],
        &["time 3 May 2021 x1", "time May 3 x1"],
    );
    marked(
        "On 3 May 2021 it began. On May 3 it rained.",
        &[
            ("3 May 2021", Some("2021-05-03"), ""),
            ("May 3", Some("2021-05-03"), ""),
        ],
        &["time 3 May 2021 x1", "time May 3 x1"],
    );
    marked(
        "Since last fall the strike went on. Then the strike of last fall was over. The next day the strike was news.",
        &[
            ("last fall", None, "strike"),
            ("last fall", None, ""),
            ("The next day", None, "strike"),
        ],
        &[
            "time last fall x1",
            "time last fall x1",
            "time The next day x1",
        ],
    );
}

#[test]
fn of_two_readings_one_stays() {
    check(
        "The Apollo 11 crew came in May 2013 for three days.",
        |f| {
            f.name(Kind::Event, "Apollo 11", 1);
            f.number("11", 11.0, "");
            f.rewind();
            f.time("May 2013", Some("2013-05"));
            f.rewind();
            f.name(Kind::Person, "May", 2);
            f.number("2013", 2013.0, "");
            f.time("three days", None);
            f.rewind();
            f.number("three days", 3.0, "");
        },
        &[
            "event Apollo 11 x1",
            "time May 2013 x1",
            "time three days x1",
        ],
    );
    check(
        "Some 300 Tarn nurses got $5 million.",
        |f| {
            f.number("300 Tarn nurses", 300.0, "nurses");
            f.rewind();
            f.name(Kind::Place, "Tarn", 1);
            f.figure(Kind::Money, "$5 million", 5e6, "", Approx::Exact);
            f.rewind();
            f.number("5 million", 5e6, "");
        },
        &[
            "quantity 300 Tarn nurses x1",
            "place Tarn x1",
            "money $5 million x1",
        ],
    );
    check(
        "The Tarn Valley Bank opened.",
        |f| {
            f.name(Kind::Organization, "Tarn Valley Bank", 1);
            f.rewind();
            f.name(Kind::Place, "Tarn Valley", 2);
        },
        &["organization Tarn Valley Bank x1"],
    );
}

#[test]
fn a_claim_that_is_a_quotation_gives_it_its_speaker() {
    let text = "Hale said \"the wall will hold for years\" on Monday.";
    let document = document(text);
    let mut found = Found::new(&document);
    found.claim("Hale", "said", "\"the wall will hold for years\"");
    found.rewind();
    found.quote("the wall will hold for years");
    let findings = found.merge();
    assert_eq!(
        shown(&found, &findings),
        ["quote the wall will hold for years x1"]
    );
    let Some(Value::Quote { speaker, .. }) = findings.facts.first().map(|f| &f.value) else {
        panic!("a quotation");
    };
    assert_eq!(speaker.map(|s| found.words(s)), Some("Hale"));
}

#[test]
fn what_breaks_the_promises_is_dropped() {
    let text = "# The wall\n\n## Nine gates\n\nThe wall has 12 gates. It is old.";
    let document = document(text);
    let mut found = Found::new(&document);
    found.number("Nine gates", 9.0, "gates");
    found.number("12 gates. It", 12.0, "gates");
    found.rewind();
    found.number("12 gates", 12.0, "gates").confidence = f32::NAN;
    if let Some(c) = found.candidates.last().cloned() {
        let outside = crate::text::Span::new(5000, 5002);
        found
            .candidates
            .push(crate::facts::Candidate { span: outside, ..c });
    }
    assert_eq!(shown(&found, &found.merge()), ["quantity 12 gates x1"]);
}

/// Checks which sentences repeat which, as `later words | first words | verbatim`.
#[track_caller]
fn check_repeats(text: &str, expect: &[(&str, bool)]) {
    let document = document(text);
    let found = Found::new(&document);
    let findings = found.merge();
    let got: Vec<(&str, bool)> = findings
        .repeats
        .iter()
        .map(|r| (found.words(r.span), r.verbatim))
        .collect();
    assert_eq!(got, expect, "{text}");
}

#[test]
fn repeated_sentences_are_flagged() {
    let first = "The two towns will open formal talks about the water of the river.";
    check_repeats(
        &format!("{first}\n\nIt rained.\n\n{first}"),
        &[(first, true)],
    );
    let quoted = "The “two towns” will open formal talks, about the WATER of the river!";
    check_repeats(
        &format!("{first}\n\nIt rained.\n\n{quoted}"),
        &[(quoted, true)],
    );
    let near = "The two towns will soon open formal talks about the water of the river.";
    check_repeats(
        &format!("{first}\n\nIt rained.\n\n{near}"),
        &[(near, false)],
    );
}

#[test]
fn sentences_that_only_look_alike_are_no_repeats() {
    let first = "The two towns will open formal talks about the water of the river.";
    for other in [
        "The two towns will not open formal talks about the water of the river.",
        "The six towns will open formal talks about the water of the river.",
        "The two towns will open formal talks about the water of the Tarn.",
        "The two towns will open a hall with a view over the river.",
    ] {
        check_repeats(&format!("{first}\n\nIt rained.\n\n{other}"), &[]);
    }
    check_repeats("He shook his head. It rained. He shook his head.", &[]);
}

#[test]
fn a_repeated_sentence_gives_its_facts_once() {
    check(
        "Around 300 nurses will leave Tarn in May.\n\nIt rained.\n\nAround 300 nurses will leave Tarn in May.",
        |f| {
            for _ in 0..2 {
                f.number("300 nurses", 300.0, "");
                f.name(Kind::Place, "Tarn", 1);
                f.time("May", None);
            }
        },
        &["quantity 300 nurses x2", "place Tarn x2", "time May x2"],
    );
}
