//! Whole texts through all stages: what contradicts what, and where and when a number holds.

use crate::document::Date;
use crate::facts::find;
use crate::facts::merge::testing::{document, flagged};

/// Whether any two facts of a text contradict each other.
#[track_caller]
fn check(text: &str, expect: bool) {
    let document = document(text);
    let findings = find(&document, Date::new(2024, 5, 15));
    let flagged = flagged(&document, &findings);
    assert_eq!(!flagged.is_empty(), expect, "{text}\n{flagged:?}");
}

#[test]
fn two_figures_for_one_thing_are_flagged() {
    for text in [
        "The ferry carried 212 passengers when it sank off the coast.\n\nDivers searched the wreck.\n\nThe ferry \
         carried 240 passengers, the owner told the inquiry.",
        "Police arrested 35 protesters outside the parliament.\n\nThe march had begun at noon.\n\nOrganisers said \
         police arrested 60 protesters outside the parliament.",
        "The blaze destroyed 120 houses in the old town, firefighters said.\n\nThe wind had turned.\n\nThe governor \
         said the blaze destroyed 90 houses in the old town.",
        "The library will cost $12 million, the council said.\n\nAccording to the treasurer, the library will cost \
         $15 million.",
        "Unemployment in the county stood at 6.2 percent in March, the ministry said.\n\nUnemployment in the county \
         stood at 7.4 percent in March, the union found.",
        "The stadium holds 45,000 spectators.\n\nThe club says that the stadium holds 52,000 spectators.",
        "The earthquake left 300 people dead, the bishop said.\n\nThe earthquake left 180 people dead, the army said.",
        "The budget of the festival was 3 million euros, its director wrote.\n\nThe budget of the festival was 4.5 \
         million euros, the auditors found.",
        "The firm sold 900 cars in May, its report says.\n\nThe firm sold 750 cars in May, the traders counted.",
        "The landslide killed 14 people on Sunday, the mayor said.\n\nThe landslide killed 19 people, the office said.",
        "A fire on the pier killed 14 people on Monday.\n\nIt was late.\n\nA fire on the pier killed 15 people on Monday.",
        "There are 2,500 American troops in Iraq.\n\nThey train the army.\n\nThere are 3,500 American troops in Iraq.",
        "The bridge cost $12 million.\n\nIt was late.\n\nThe bridge cost $15 million.",
        "The company bought the factory for $12 million.\n\nIt was old.\n\nThe company bought the factory for $15 million.",
        "The blast killed 14 people and injured 30 others.\n\nIt rained.\n\nThe blast killed 14 people and injured 31 others.",
        "Profits fell by 12 percent in 2023.\n\nShares rose.\n\nProfits fell by 15 percent in 2023.",
        "Unemployment in Spain stood at 12.5 percent in May 2023.\n\nUnemployment in Spain stood at 11.9 percent in May 2023.",
        "Anna Reyes was born in 1970.\n\nShe is a nurse.\n\nAnna Reyes was born in 1972.",
        "The museum was founded in 1871 by a merchant.\n\nIt holds many paintings.\n\nThe museum was founded in 1873.",
        "The raid took place on March 3, 2020.\n\nIt was dark.\n\nThe raid took place on March 4, 2020.",
        "# Blast kills 30 people in Kabul\n\nA blast in Kabul killed 28 people on Tuesday, officials said.\n\nIt was loud.",
        "The storm killed 12 people in the port. The storm killed 10 people in the port.",
        "A fire at a hotel in Cairo killed 12 people on Monday.\n\nIt was old.\n\nThe fire in Cairo on Monday killed 15 people.",
    ] {
        check(text, true);
    }
}

#[test]
fn figures_of_other_times_places_and_parts_are_not() {
    for text in [
        "The landslide killed 14 people in Oslo. The landslide killed 3 people in Bergen.",
        "The firm sold 900 cars in May. The firm sold 750 cars in June.",
        "The army sent 500 soldiers to the border. A further 200 soldiers were sent to the border.",
        "The storm killed 40 people. The storm killed 12 people in the harbour alone.",
        "The library cost $12 million to build. The library costs $2 million a year to run.",
        "Sales rose to 5 million euros in 2012. Sales rose to 6 million euros in 2013.",
        "The company employs 4,200 people worldwide. The company employs 900 people in Norway.",
        "Unemployment stood at 6.2 percent among men. Unemployment stood at 7.4 percent among women.",
        "The train carried 120 passengers on the way out. On the way back the train carried 80 passengers.",
        "The team scored 30 points in the first half. The team scored 22 points in the second half.",
        "About 2,000 people lived in the village before the war. Today 300 people live in the village.",
        "The old bridge was 200 metres long. The new bridge is 340 metres long.",
        "The minister earned $90,000 last year. His deputy earned $70,000 last year.",
        "The first phase cost $4 million. The second phase cost $6 million. The project cost $10 million.",
        "A man stole 30 bicycles in the harbour. A man stole 12 bicycles in the harbour.",
        "Ann Brook: Theft and driving drunk, held in jail in lieu of $500 bond.\n\nTom Reed: Theft and driving drunk, \
         held in jail in lieu of $700 bond.",
        "Here is a boat on the northern shore, where the water is 10 feet deep. It lay far out, where the water was 30 \
         feet deep.",
        "The death toll was 87.\n\nA year earlier there was another quake. The death toll was 1,200.",
        "Police said 12 people were killed in the attack.\n\nIn 2015 there was another attack. Police said 30 people were \
         killed in the attack.",
        "The death toll was 50.\n\nThe death toll was not 60.",
        "The team scored 3 goals.\n\nThe team scored 2 goals.",
        "Paris has a tower. The tower is 330 metres tall.\n\nTokyo has a tower too. The tower is 333 metres tall.",
        "Alpha expects that sales will rise by 5 percent in 2025.\n\nBeta expects that sales will rise by 8 percent in 2025.",
        "The toll in the bay was 5.1 percent. Among the young, the toll in the bay was 12 percent.",
        "The storm destroyed 1,247 homes in the port. The storm destroyed 1,200 homes in the port.",
        "Bake the bread for 20 minutes at the top. It rises. Bake the bread for 40 minutes at the top.",
        "Was the bridge 200 metres long? The bridge was 240 metres long.",
        "Anna Reyes was born in 1970. Anna Reyes was born in May 1970.",
        "Noodle bowl, cooked with 4 ounces of chicken and sauce\n\nNoodle bowl, cooked with 8 ounces of chicken and sauce",
    ] {
        check(text, false);
    }
}

#[test]
fn a_text_of_more_figures_than_facts_is_searched_in_part() {
    let line = format!("There were{} of them.\n\n", " 7".repeat(100));
    let document = document(&line.repeat(crate::facts::MOST / 100 + 20));
    let findings = find(&document, None);
    let end = findings.end.map(crate::text::Pos::get);
    assert!(end.is_some_and(|end| end > line.len() * (crate::facts::MOST / 100 - 2)));
    assert_eq!(findings.sentences.len(), crate::facts::MOST / 100 + 20);
}

/// Checks the place and the time of the first number of a text: `place | time`.
#[track_caller]
fn check_held(text: &str, expect: &str) {
    let document = document(text);
    let findings = find(&document, Date::new(2024, 5, 15));
    let words = |span: Option<crate::text::Span>| span.map_or("", |s| document.slice(s));
    let number = findings.facts.iter().find(|f| f.kind.is_number());
    let held = number.map(|f| format!("{} | {}", words(f.place), words(f.when)));
    assert_eq!(held.as_deref(), Some(expect), "{text}");
}

#[test]
fn a_number_keeps_its_place_and_time() {
    for (text, expect) in [
        ("Around 2,500 troops are stationed in Iraq.", "Iraq | "),
        (
            "They lost 900 men in Syria since last fall.",
            "Syria | since last fall",
        ),
        ("In 2013, the firm sold 700 boats.", " | 2013"),
        ("The firm sold 700 boats in 2013.", " | 2013"),
        ("The firm sold 700 boats, and it left Norway.", " | "),
        (
            "The firm sold 700 boats because Norway wanted them in 2013.",
            " | ",
        ),
        ("Norway bought 700 boats.", " | "),
    ] {
        check_held(text, expect);
    }
}
