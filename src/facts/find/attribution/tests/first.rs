//! Claims in the first person, and those who decline to speak.

use super::check;

#[test]
fn authors_and_named_speakers_assert_in_the_first_person() {
    check(
        "We found that the reeds grow faster in warm years.",
        &["claim|the reeds grow faster in warm years|We|found|asserted"],
    );
    check(
        "We report that the dam may fail.",
        &["claim|the dam may fail|We|report|hedged"],
    );
    check("We know that it is late.", &[]);
    check("We think that it is late.", &[]);
    check("I said that the wall would hold.", &[]);
}

/// Two names before colons, two turns each.
#[test]
fn in_a_transcript_i_is_the_one_whose_turn_it_is() {
    check(
        "Hale: I said that the wall would hold.\nPetrov: Did it hold?\nHale: It held for a while.\nPetrov: I warned that it was thin.",
        &[
            "claim|the wall would hold|Hale|said|asserted",
            "claim|it was thin|Petrov|warned|asserted",
        ],
    );
    check(
        "Hale: Good evening to all of you.\nPetrov: Good evening.\nHale: I think that it is late.\nPetrov: So do I.",
        &[],
    );
    // One name alone makes no transcript.
    check("Note: I said that the wall would hold.", &[]);
}

#[test]
fn to_stay_silent_is_to_decline() {
    check(
        "Officials remain tight-lipped about the date of the talks.",
        &["claim|the date of the talks|Officials|remain tight-lipped|denied"],
    );
    check(
        "The ministry stayed silent on the cost of the wall.",
        &["claim|the cost of the wall|The ministry|stayed silent|denied"],
    );
    check("The hall remained silent.", &[]);
}
