//! What is no quotation and no claim.

use super::check;

#[test]
fn words_kept_at_a_distance_and_titles_are_no_quotations() {
    check("The so-called \"expert\" went home.", &[]);
    check("They sell \"organic\" eggs and \"fresh\" milk.", &[]);
    check(
        "She wrote the novel \"The Long Night of the Iron Swan\" in 1950.",
        &[],
    );
    check("He sang \"Roses for My Mother and Me\" at the end.", &[]);
    check("The board is 12\" wide and 6' long.", &[]);
    check("It was the workers' idea, not the owners' wish.", &[]);
    check("Rock 'n' roll was big in the '60s and '70s.", &[]);
}

#[test]
fn small_talk_and_talk_of_nobody_are_no_claims() {
    check("I think so.", &[]);
    check("I think that we should go home now.", &[]);
    check("It is expected to rain tomorrow.", &[]);
    check("You know what I mean.", &[]);
    check("We want to go home.", &[]);
    check("This shows that the method works.", &[]);
    check(
        "It should be noted that the shop is closed on Mondays.",
        &[],
    );
    check("He said nothing.", &[]);
    check("She said goodbye.", &[]);
    check("One might think that it is easy.", &[]);
}

#[test]
fn questions_and_commands_are_no_claims() {
    check("Did the minister say that the plan failed?", &[]);
    check("Note that the door opens to the left.", &[]);
    check("Tell them that dinner is ready.", &[]);
    check("Who said that the plan failed?", &[]);
    check(
        "Please note that the shop is closed if it rains on Mondays.",
        &[],
    );
}

#[test]
fn places_names_and_those_who_are_told_say_nothing() {
    check(
        "Later in the day, Reed flew to Tarn, also called “T-West” in the north.",
        &[],
    );
    check(
        "I founded the club, emailed some friends and some teachers who wrote books, and went home.",
        &[],
    );
}

#[test]
fn nouns_that_look_like_verbs_are_no_cues() {
    check("The report was long and the claims were old.", &[]);
    check("The rules of the game are simple.", &[]);
    check("Three states border the lake.", &[]);
    check("His calls for a new vote failed.", &[]);
    check("The estimates were far too low.", &[]);
    check("The shop offers tea, cake and newspapers.", &[]);
}

#[test]
fn how_something_is_done_is_no_source() {
    check("The boxes were sorted according to size.", &[]);
    check(
        "All cases were weighted according to the weight of the wave.",
        &[],
    );
}
