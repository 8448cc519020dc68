//! What looks like a name and is none, or is another: by example.

use super::{check, names, names_beside_code};

#[test]
fn adjectives_made_of_names_are_no_names() {
    for text in [
        "The Oslo-based firm makes non-ASCII fonts and NATO-compliant radios in a German-speaking town.",
        "A pro-Brexit speaker met an anti-NATO one.",
    ] {
        let found = names(text);
        let bad = |n: &String| {
            ["based", "compliant", "speaking", "pro-", "anti-", "non-"]
                .iter()
                .any(|b| n.contains(b))
        };
        assert!(!found.iter().any(bad), "{found:?}");
    }
}

#[test]
fn what_is_against_somebody_is_not_somebody() {
    for text in [
        "Anti-Brook protests went on.",
        "The counter-NATO campaign went on.",
        "Non-NATO states agreed.",
    ] {
        check(text, &[]);
    }
}

#[test]
fn capitals_of_which_there_are_several_name_nobody() {
    check(
        "Every SRE writes an SLO for the service. An SRE is never alone.",
        &[],
    );
}

#[test]
fn streets_are_places() {
    check(
        "She lives on Lincoln Avenue. The shop is at 12 Jackson Lane.",
        &["place|Lincoln Avenue||1", "place|Jackson Lane||1"],
    );
}

#[test]
fn a_word_for_no_person_is_a_body_where_it_is_one_elsewhere() {
    check(
        "The Islamist party Tarhuda won the vote. Tarhuda said it would form a government.",
        &["organization|Tarhuda||2"],
    );
}

#[test]
fn honours_behind_a_name_are_no_surnames() {
    let found = names("Dame Anna Brook DBE RA was born in Oslo. Brook went to school there.");
    let brook = found.iter().filter(|n| n.contains("Brook")).count();
    assert_eq!(brook, 1, "{found:?}");
}

#[test]
fn peoples_are_no_persons() {
    check("Talks between Jews and Arabs began.", &[]);
}

#[test]
fn some_of_the_names_of_a_person_name_the_same_one() {
    let found =
        names("Jens Otto Harry Brook or Otto Brook was a linguist. Otto Brook died in Oslo.");
    assert_eq!(found, ["person|Jens Otto Harry Brook||3", "place|Oslo||1"]);
}

#[test]
fn capitals_in_the_plural_name_nobody() {
    check("The library draws TUIs and talks to many APIs.", &[]);
}

#[test]
fn capitals_that_no_list_has_for_a_person_are_none() {
    let found = names("We accept code from AI but please read the rules. Does AI help?");
    assert!(!found.iter().any(|n| n.starts_with("person")), "{found:?}");
}

#[test]
fn exclamations_and_honours_are_nobody() {
    check(
        "“Hullo,” said Anna Brook, “by Jove, thank God, it is your Majesty.”",
        &["person|Anna Brook||1"],
    );
}

#[test]
fn a_day_beside_a_figure_is_nobody() {
    let found = names("It was sent on Sun, 06 Nov 1994 and read on Jan 7 by Anna Brook.");
    assert_eq!(found, ["person|Anna Brook||1"]);
}

#[test]
fn texts_about_programs_name_few_companies_and_no_formats() {
    for prose in [
        "It converts UTF-8 to UTF-16 and reads JSON over TCP.",
        "Raise the MSRV only in a minor release.",
        "The Content-Type header says which one it is.",
        "It is available under the MIT license.",
        "A TUI is drawn by Ratatui; please read the AI Contributions guidelines.",
    ] {
        let found = names_beside_code(prose);
        assert!(found.is_empty(), "{prose} {found:?}");
    }
    assert_eq!(
        names_beside_code("Mozilla pays for it, said Anna Brook."),
        ["Mozilla", "Anna Brook"]
    );
}

#[test]
fn a_text_that_speaks_of_programs_needs_no_code_to_be_technical() {
    let text = "The parser reads a byte string and the encoder writes json. A server sends the payload over tcp. Each \
                uri has a namespace, each plugin a schema. The Referer header is a string. Ask Anna Brook.";
    check(text, &["person|Anna Brook||1"]);
}

#[test]
fn groups_are_named_by_whose_they_are() {
    check(
        "Officials blamed Iranian-backed militants. Several Shiite militias denied it. A US-led coalition trained the \
         Iraqi security forces, and many other Iraqi troops.",
        &[
            "organization|Iranian-backed militants||1",
            "organization|Shiite militias||1",
            "organization|US-led coalition||1",
            "organization|Iraqi security forces||1",
        ],
    );
}

#[test]
fn one_word_has_one_sense_throughout() {
    let text = "Mr. Ukridge laughed. “Garnet,” said Ukridge, “look.” Then Ukridge ran. Ukridge was tired. We went to \
                Ukridge after supper. Ukridge slept.";
    let found = names(text);
    let kinds = found.iter().filter(|n| n.contains("Ukridge")).count();
    assert_eq!(kinds, 1, "{found:?}");
}

#[test]
fn titles_that_anybody_has_are_no_roles() {
    let found = names("“Mister Jonas Vale is here,” he said. Jonas Vale sat down.");
    assert_eq!(found, ["person|Jonas Vale||2"]);
}

#[test]
fn two_names_in_one_span_are_two() {
    check(
        "The effect is small (Carrano & Weber, 2014).",
        &["person|Carrano||1", "person|Weber||1"],
    );
}

#[test]
fn the_part_of_a_place_belongs_to_its_mention() {
    let text = "Fighting went on in northern Iraq. The capital of Iraq was quiet.";
    check(text, &["place|Iraq||2"]);
    let document = crate::facts::merge::testing::document(text);
    let findings = crate::facts::find(&document, None);
    let spans: Vec<_> = findings
        .facts
        .iter()
        .flat_map(|f| &f.mentions)
        .map(|&m| document.slice(m))
        .collect();
    assert_eq!(spans, ["northern Iraq", "Iraq"]);
}

#[test]
fn the_usual_form_stands_for_a_person() {
    let mut text = String::from("My friend Harker Jonathan came. JONATHAN HARKER wrote it. ");
    text.push_str(&"Jonathan Harker spoke. ".repeat(14));
    let found = names(&text);
    assert!(
        found
            .iter()
            .any(|n| n.starts_with("person|Jonathan Harker|")),
        "{found:?}"
    );
    assert!(!found.iter().any(|n| n.contains("JONATHAN")), "{found:?}");
}

#[test]
fn the_head_alone_is_the_thing_named_before() {
    check(
        "The Lindow River League met in Oslo. Nobody knew what the League wanted. The League said nothing.",
        &["organization|Lindow River League||3", "place|Oslo||1"],
    );
}

#[test]
fn people_and_things_in_capitals_are_no_names() {
    let text = "Londoners and New Yorkers met Islamists over a DVD about DNA and the CPU of a PC.";
    let found = names(text);
    for word in ["New Yorkers", "Islamists", "DVD", "DNA", "CPU", "PC"] {
        assert!(!found.iter().any(|n| n.contains(word)), "{found:?}");
    }
}

#[test]
fn what_stands_behind_a_name_tells_its_kind() {
    let found =
        names("A government led by the Tarhuda party won. Critics of the Tarhuda party protested.");
    assert_eq!(found, ["organization|Tarhuda||2"]);
}

#[test]
fn a_country_and_what_lies_in_it_are_two_places() {
    let found = names("They drove through New Zealand’s Northland for a week.");
    assert_eq!(found, ["place|New Zealand||1", "place|Northland||1"]);
}

#[test]
fn short_forms_of_things_and_languages_are_no_bodies() {
    check(
        "The ground reaction force (GRF) was measured. The GRF grew. Speakers of the Lindow language study L2 learners.",
        &[],
    );
}
