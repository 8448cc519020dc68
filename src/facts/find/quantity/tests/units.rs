//! Units said twice, short units, ranks and codes.

use super::check;

#[test]
fn the_same_in_other_units_is_as_exact_and_moves_the_same_way() {
    check(
        "
        The moths fly more than 100 kilometers (60 miles). => quantity|more than 100 kilometers|100|>|kilometers|moths & quantity|60 miles|60|>|miles|moths
        The mill paid over 7 million yen ($1 million). => money|over 7 million yen|7000000|>|JPY|mill & money|$1 million|1000000|>|USD|mill
        The index lost 190 points, or 0.6%. => quantity|190 points|190|=-|points|index & percent|0.6%|0.6|=-|%|index
        ",
    );
}

#[test]
fn measures_of_things_and_short_units() {
    check(
        "
        He wrote a 12 page booklet. => quantity|12 page|12|=|page|booklet
        A 50 year-old man was found. => quantity|50 year-old|50|=|year-old|man
        The shares fell to 164p on Friday. => money|164p|164|=|penny|shares
        The screen shows 1080p pictures. =>
        The rate was 1.38pc in May. => percent|1.38pc|1.38|=|%|rate
        Each sample weighs 45g. => quantity|45g|45|=|g|Each sample
        ",
    );
}

#[test]
fn ranks_codes_and_indexes_are_no_numbers_of_things() {
    check(
        "
        The club slipped towards the bottom three. =>
        The answer was coded (0 = female and 1 = male). =>
        The sp 500 was flat. =>
        The Aster 11 and 11 Pro came out. =>
        ",
    );
}

#[test]
fn limits_are_said_of_the_noun_before() {
    check(
        "
        They expect damages as high as $10 billion. => money|as high as $10 billion|10000000000|<|USD|damages
        He hit a .322 average in May. => quantity|.322|0.322|=||
        This means that 40 boats sank. => quantity|40 boats|40|=|boats|boats
        Critics note that the bridge cost $55 million. => money|$55 million|55000000|=|USD|bridge
        ",
    );
}
