//! Through all stages: what is said by or of two is two facts, and which sentences only look like repeats.

use crate::document::Date;
use crate::facts::merge::testing::document;
use crate::facts::{Findings, Kind, find};

fn found(text: &str) -> (String, Findings) {
    let document = document(text);
    let findings = find(&document, Date::new(2024, 5, 15));
    (document.text().to_owned(), findings)
}

/// Checks how many mentions the facts of a kind have, in the order of the text.
#[track_caller]
fn check(kind: Kind, text: &str, expect: &[usize]) {
    let (_, findings) = found(text);
    let facts = findings.facts.iter().filter(|f| f.kind == kind);
    let mentions: Vec<usize> = facts.map(|f| f.mentions.len()).collect();
    assert_eq!(mentions, expect, "{text}");
}

#[test]
fn what_two_people_say_is_two_claims() {
    let claim = "the bridge would be closed for most of the summer";
    for (text, expect) in [
        (
            format!(
                "Ann Brown told the council that {claim}. Bob Hill told the council that {claim}."
            ),
            &[1, 1][..],
        ),
        (
            format!("Police in Leeds said that {claim}. Police in York said that {claim}."),
            &[1, 1],
        ),
        (
            format!(
                "Ann Brown told the council that {claim}. It rained. Brown told reporters that {claim}."
            ),
            &[2],
        ),
    ] {
        check(Kind::Claim, &text, expect);
    }
}

#[test]
fn what_two_people_say_is_two_quotations() {
    for (text, expect) in [
        (
            "“What is his name?” asked Ann Brown.\n\n“I do not know it.”\n\n“What is his name?” asked Bob Hill.",
            &[1, 1, 1][..],
        ),
        (
            "“The river will never be clean again,” said Ann Brown.\n\nIt rained.\n\n“The river will never be clean \
             again,” said Bob Hill.",
            &[1, 1],
        ),
        (
            "“The river will never be clean again,” said Ann Brown.\n\nIt rained.\n\n“The river will never be clean \
             again,” Brown said.",
            &[2],
        ),
    ] {
        check(Kind::Quote, text, expect);
    }
}

#[test]
fn equal_numbers_of_two_things_are_two_facts() {
    for (kind, text, expect) in [
        (
            Kind::Percent,
            "Turnout in the north of the country was 54 percent.\n\nTurnout in the south of the country was 54 percent.",
            &[1, 1][..],
        ),
        (
            Kind::Quantity,
            "He hit .432 in 24 games for Indianapolis. He moved on. In 24 games, Holt batted .292 with a triple.",
            &[1, 1, 1, 1],
        ),
        (
            Kind::Money,
            "A visa can be extended once for 25 CUC. Visitors pay a departure tax of CUC 25.",
            &[1, 1],
        ),
        (
            Kind::Quantity,
            "The army has 300 tanks in the north. Italy has 300 tanks, too.",
            &[1, 1],
        ),
        (
            Kind::Quantity,
            "Some 300 soldiers came from the north. It rained. The 300 soldiers were tired.",
            &[2],
        ),
        (
            Kind::Quantity,
            "Some 1,245 soldiers came from the north. It rained. In the hall 1,245 soldiers slept.",
            &[2],
        ),
    ] {
        check(kind, text, expect);
    }
}

/// Whether the second sentence is shown as a near repeat of the first.
#[track_caller]
fn check_near(first: &str, second: &str, expect: bool) {
    let text = format!("{first}\n\nIt rained.\n\n{second}");
    let (_, findings) = found(&text);
    let near: Vec<bool> = findings.repeats.iter().map(|r| r.verbatim).collect();
    assert_eq!(near, if expect { &[false][..] } else { &[] }, "{text}");
}

#[test]
fn a_word_in_the_place_of_another_makes_another_statement() {
    let ban = "The court ruled on Friday that the ban on the sale of the drug was lawful in all of the states.";
    for (first, second) in [
        (ban.to_owned(), ban.replace("lawful", "unlawful")),
        (ban.to_owned(), ban.replace("lawful", "not lawful")),
        (ban.to_owned(), ban.replace("drug", "drink")),
        (ban.to_owned(), ban.replace("Friday", "Monday")),
        (
            ban.to_owned(),
            format!("It is false that {}", ban.replace("The", "the")),
        ),
        (
            "Handler is required if the package is a file archive of the new sort.".to_owned(),
            "Runtime is required if the package is a file archive of the new sort.".to_owned(),
        ),
        (
            "A box that sizes its child to the height of the child inside.".to_owned(),
            "A box that sizes its child to the width of the child inside.".to_owned(),
        ),
        (
            "Do you wish to add the card to the basket and remove the product from your list?"
                .to_owned(),
            "Do you wish to add the product to the basket and remove the card from your list?"
                .to_owned(),
        ),
    ] {
        check_near(&first, &second, false);
    }
}

#[test]
fn light_words_and_introductions_leave_a_statement_as_it_is() {
    let debt =
        "It is recommended that you pay down your debt first, above all the cards with high rates.";
    for second in [
        debt.replace("is recommended", "is generally recommended"),
        debt.replace("the cards", "cards"),
        format!("Tim wrote: {debt}"),
    ] {
        check_near(debt, &second, true);
    }
}
