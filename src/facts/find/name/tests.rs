//! Names by example: a text, and the names in it as `kind|name|role|mentions`.

use crate::document::{BlockKind, Builder};
use crate::facts::merge::testing::document;
use crate::facts::{self, Fact, Value};

/// The names of a text, in order.
fn names(text: &str) -> Vec<String> {
    let document = document(text);
    let findings = facts::find(&document, None);
    let line = |fact: &Fact| {
        let Value::Name {
            canonical, role, ..
        } = &fact.value
        else {
            return None;
        };
        let role = role.map_or("", |r| document.slice(r));
        let kind = fact.kind.name();
        Some(format!(
            "{kind}|{}|{role}|{}",
            document.slice(*canonical),
            fact.mentions.len()
        ))
    };
    findings.facts.iter().filter_map(line).collect()
}

#[track_caller]
fn check(text: &str, expect: &[&str]) {
    assert_eq!(names(text), expect, "{text}");
}

#[test]
fn a_short_form_in_capitals_is_one_thing_throughout() {
    check(
        "The Lindow River Council (LRC) met on Monday. LRC will meet again. Most like the LRC. The lasting work \
         of LRC is to be led by Anna Brook.",
        &[
            "organization|Lindow River Council||5",
            "person|Anna Brook||1",
        ],
    );
}

#[test]
fn persons_places_and_organizations_are_told_apart() {
    check(
        "Maria Jensen moved from Oslo to Germany. She joined Siemens last year.",
        &[
            "person|Maria Jensen||1",
            "place|Oslo||1",
            "place|Germany||1",
            "organization|Siemens||1",
        ],
    );
}

#[test]
fn a_surname_is_a_mention_of_the_full_name() {
    check(
        "The report was written by Peter Larsen. Later Larsen said that it was wrong.",
        &["person|Peter Larsen||2"],
    );
    check(
        "Prime Minister Anna Berg spoke in Helsinki. The crowd cheered when Mrs. Berg left.",
        &["person|Anna Berg|Prime Minister|2", "place|Helsinki||1"],
    );
}

#[test]
fn a_surname_that_two_have_is_of_who_is_named_most() {
    check(
        "Peter Larsen sued the firm. Peter Larsen came with his wife Anna Larsen. “It is over,” Larsen said.",
        &["person|Peter Larsen||3", "person|Anna Larsen|wife|1"],
    );
    check(
        "Mr. Larsen sued the firm. It was over, Larsen said.",
        &["person|Larsen||2"],
    );
    check(
        "Anna Larsen and Peter Larsen sued the firm. Mrs. Larsen came first. Then Mr. Larsen came, and Mrs. Larsen left.",
        &["person|Anna Larsen||3", "person|Peter Larsen||2"],
    );
}

#[test]
fn a_name_with_and_is_one_where_its_short_form_or_sign_tells() {
    check(
        "The Lindow Board of Wool and Timber (LBWT) met. LBWT left.",
        &["organization|Lindow Board of Wool and Timber||3"],
    );
    check(
        "Berg & Larsen is old. Berg & Larsen said so.",
        &["organization|Berg & Larsen||2"],
    );
    check(
        "They met the real Prince Peter Holm.",
        &["person|Peter Holm|Prince|1"],
    );
    check(
        "He left Berg & Larsen for Oslo. It was so (Holm & Berg, 2014).",
        &[
            "organization|Berg & Larsen||1",
            "place|Oslo||1",
            "person|Holm||1",
            "person|Berg||1",
        ],
    );
}

#[test]
fn a_place_is_not_half_of_another() {
    check(
        "Farms in West Virginia closed. The owners moved to the West. Shops in Roanoke, Virginia, stay open.",
        &[
            "place|West Virginia||1",
            "place|West||1",
            "place|Roanoke||1",
            "place|Virginia||1",
        ],
    );
}

#[test]
fn a_day_of_the_week_is_no_place() {
    check(
        "The house in Oslo is open Tue – Sat (closed on Sun & Mon).",
        &["place|Oslo||1"],
    );
}

#[test]
fn an_office_is_no_part_of_the_body_it_is_held_in() {
    check(
        "So said Anna Berg, the CEO of Lindow Mills Group, on the way to Oslo.",
        &[
            "person|Anna Berg|CEO of Lindow Mills Group|1",
            "organization|Lindow Mills Group||1",
            "place|Oslo||1",
        ],
    );
}

#[test]
fn a_country_is_one_by_any_of_its_names() {
    check(
        "The United States and France agreed. The US will pay. Officials in the U.S. and in France were pleased.",
        &["place|United States||3", "place|France||2"],
    );
}

#[test]
fn a_short_form_belongs_to_the_long_one() {
    check(
        "The World Health Organization (WHO) met in Geneva. Doctors asked the WHO for help.",
        &[
            "organization|World Health Organization||3",
            "place|Geneva||1",
        ],
    );
}

#[test]
fn articles_and_possessives_are_taken_off() {
    check(
        "Police searched the house in Egypt's capital. They found nothing in Egypt.",
        &["place|Egypt||2"],
    );
}

#[test]
fn peoples_languages_titles_and_plain_words_are_no_names() {
    check(
        "The French farmers asked the minister to wait. However, nobody spoke.",
        &[],
    );
    check("The president thanked the committee on Monday in May.", &[]);
    check("", &[]);
}

#[test]
fn the_same_text_gives_the_same_names() {
    let text = "Ali Hassan met John Smith of Microsoft in Cairo. Smith and Hassan flew to Egypt with John Brown.";
    assert_eq!(names(text), names(text));
}

#[test]
fn strange_input_does_no_harm() {
    for text in [
        "(",
        "Of The And",
        "A. B. C. (D) (EF) of",
        "İ ŞÜ ﷽ Ａ 𝔸",
        "Mr. of the of the Mr. (MR)",
    ] {
        let _ = names(text);
        let _ = names(&text.repeat(50));
    }
}

/// The names of a text in Markdown, with the marks of its code.
fn names_beside_code(prose: &str) -> Vec<String> {
    let mut builder = Builder::default();
    builder.open(BlockKind::Paragraph, None);
    builder.push(prose, None);
    builder.close();
    builder.open(BlockKind::Code { language: None }, None);
    builder.push("cargo add serde", None);
    builder.close();
    let document = builder.finish();
    let findings = facts::find(&document, None);
    let names = findings.facts.iter().filter(|f| f.kind.is_name());
    names.map(|f| document.slice(f.span).to_owned()).collect()
}

#[test]
fn a_program_is_no_person_and_no_place_in_a_text_with_code() {
    for prose in [
        "It is a small tool in Rust.",
        "It is built with Serde and Tokio.",
    ] {
        assert!(names_beside_code(prose).is_empty(), "{prose}");
    }
    assert_eq!(
        names_beside_code("It was written by Anna Brook in Germany."),
        ["Anna Brook", "Germany"]
    );
}

#[test]
fn the_pronoun_and_the_numbers_of_chapters_are_nobody() {
    check(
        "# The Well\n## I\nI saw Anna Brook at the well. “It was I.” I’ll ask her, and I hope that I may. So said I. But I do.\n## III\nShe spoke to me.",
        &["person|Anna Brook||1"],
    );
}

mod doubtful;
