//! What counts as a list, and what does not.

use super::*;
use crate::document::{BlockKind, Builder};
use crate::facts::analyse;

/// Finds the lists of a text; a line that begins with `* ` is an item of a list of blocks, any other a paragraph.
#[track_caller]
fn check(text: &str, expect: &[(&str, &[&str])]) {
    let mut builder = Builder::default();
    for line in text.lines() {
        let (kind, line) = match line.strip_prefix("* ") {
            Some(rest) => {
                let marker = "•".to_owned();
                (BlockKind::ListItem { depth: 0, marker }, rest)
            }
            None => (BlockKind::Paragraph, line),
        };
        builder.open(kind, None);
        builder.push(line, None);
    }
    let document = builder.finish();
    let analysis = analyse(&document, None);
    let mut out = Vec::new();
    find(&analysis, &mut out);
    let got: Vec<(&str, Vec<&str>)> = out
        .iter()
        .map(|c| {
            let Value::List { count, items } = &c.value else {
                panic!("not a list");
            };
            assert_eq!(*count as usize, items.len(), "{text}");
            let items = items.iter().map(|&s| analysis.slice(s)).collect();
            (analysis.slice(c.span), items)
        })
        .collect();
    let expect: Vec<(&str, Vec<&str>)> = expect.iter().map(|&(s, i)| (s, i.to_vec())).collect();
    assert_eq!(got, expect, "{text}");
}

#[test]
fn announced_lists_are_counted() {
    check(
        "She gave three reasons for the delay: the price, the noise, and the smell.",
        &[(
            "three reasons for the delay: the price, the noise, and the smell",
            &["the price", "the noise", "the smell"],
        )],
    );
    check(
        "There are two ways out: the north gate and the pier.",
        &[(
            "two ways out: the north gate and the pier",
            &["the north gate", "the pier"],
        )],
    );
    check(
        "He named 3 partners: Tarn, Lode and Hale.",
        &[("3 partners: Tarn, Lode and Hale", &["Tarn", "Lode", "Hale"])],
    );
    check(
        "Three tests decide: the load on the deck, salt and water damage, and the age of the bolts.",
        &[(
            "Three tests decide: the load on the deck, salt and water damage, and the age of the bolts",
            &[
                "the load on the deck",
                "salt and water damage",
                "the age of the bolts",
            ],
        )],
    );
    check(
        "It has two aims: to feed the town, which is poor; and to keep the mill.",
        &[(
            "two aims: to feed the town, which is poor; and to keep the mill",
            &["to feed the town, which is poor", "to keep the mill"],
        )],
    );
    check(
        "Two things — the tide and the wind — decide it.",
        &[(
            "Two things — the tide and the wind",
            &["the tide", "the wind"],
        )],
    );
    check(
        "There are three stages: (a) the dig, (b) the wait, and (c) the pour.",
        &[(
            "three stages: (a) the dig, (b) the wait, and (c) the pour",
            &["the dig", "the wait", "the pour"],
        )],
    );
    check(
        "Four crops grow here: oats, rye, peas (green, dried) and flax.",
        &[(
            "Four crops grow here: oats, rye, peas (green, dried) and flax",
            &["oats", "rye", "peas (green, dried)", "flax"],
        )],
    );
}

#[test]
fn a_count_that_does_not_fit_makes_no_list() {
    check("She gave three reasons: the price and the noise.", &[]);
    check(
        "It has two sides: the north, the south, the west, and the sea.",
        &[],
    );
    check(
        "After three years: the mill, the pier, and the gate were gone.",
        &[],
    );
    check("He paid for two tickets: it was late.", &[]);
}

#[test]
fn lists_after_a_colon() {
    check(
        "The shop sells the following: rope, tar, and sails.",
        &[(
            "the following: rope, tar, and sails",
            &["rope", "tar", "sails"],
        )],
    );
    check(
        "Ingredients: flour, two eggs and milk.",
        &[(
            "Ingredients: flour, two eggs and milk",
            &["flour", "two eggs", "milk"],
        )],
    );
    check(
        "Her goals are plain: clean water, dry homes, and honest books.",
        &[(
            "Her goals are plain: clean water, dry homes, and honest books",
            &["clean water", "dry homes", "honest books"],
        )],
    );
    check("Note: he left early, she stayed, and it rained.", &[]);
    check("He had one wish: to sleep.", &[]);
    check("The boat leaves at 10:30, 11:30 and 12:30.", &[]);
    check(
        "The mayor told them off: rope, tar, and sails had gone.",
        &[],
    );
}

#[test]
fn lists_of_blocks() {
    check(
        "The rules are simple:\n* No boats after dark.\n* No fires.\n* No dogs.\nAfter that they left.",
        &[(
            "The rules are simple",
            &["No boats after dark.", "No fires.", "No dogs."],
        )],
    );
    check("The rules are simple:\n* No boats after dark.", &[]);
    check("The rules are simple.\n* No boats.\n* No fires.", &[]);
    check("The rules are simple:\nNo boats.\nNo fires.", &[]);
}

#[test]
fn runs_that_are_clearly_alike() {
    check(
        "They want a calm, dry, and sovereign island.",
        &[(
            "calm, dry, and sovereign island",
            &["calm", "dry", "sovereign"],
        )],
    );
    check(
        "The work means raising the walls, digging new drains, and moving forty homes.",
        &[(
            "raising the walls, digging new drains, and moving forty homes",
            &[
                "raising the walls",
                "digging new drains",
                "moving forty homes",
            ],
        )],
    );
    check(
        "It was built to guard the port, to warn the ships, and to house the crew.",
        &[(
            "to guard the port, to warn the ships, and to house the crew",
            &[
                "to guard the port",
                "to warn the ships",
                "to house the crew",
            ],
        )],
    );
    check("She was tall, quiet, and kind to them.", &[]);
    check(
        "During the storm, saving the boats, and later, they slept.",
        &[],
    );
    check("Leaving the port, the ship, turning west, sank.", &[]);
}

#[test]
fn runs_of_nouns() {
    check(
        "The lack of salt can cause brain damage, poor growth and deafness.",
        &[(
            "brain damage, poor growth and deafness",
            &["brain damage", "poor growth", "deafness"],
        )],
    );
    check(
        "He bought fresh bread, milk, and two eggs in the shop.",
        &[(
            "fresh bread, milk, and two eggs",
            &["fresh bread", "milk", "two eggs"],
        )],
    );
    check(
        "It is strong on roads, war and peace, human rights, and the law.",
        &[],
    );
    check("So said Ada Hale, a lawyer and writer.", &[]);
    check("She met Ada Hale, Bo Lind and Cy Moor.", &[]);
    check("He bought bread, milk, and the boy left.", &[]);
    check("He bought bread and milk.", &[]);
    check("There were two camps, the old and the young.", &[]);
}
