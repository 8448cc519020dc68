//! Small articles as a reader meets them, through all stages: which numbers contradict each other, which only look so.

use super::super::testing::{document, flagged};
use crate::facts::find;

/// Checks which numbers of an article are flagged; none where all may be true.
#[track_caller]
fn check(text: &str, expect: &[&str]) {
    let document = document(text);
    let findings = find(&document, None);
    let flagged = flagged(&document, &findings);
    assert_eq!(flagged, expect, "{text}");
}

#[test]
fn two_tellings_that_cannot_both_be_true_are_flagged() {
    check(
        "# Ferry sinks off Tarn\n\
         A ferry sank off the coast of Tarn on Monday and 41 passengers drowned, the coast guard said.\n\
         The boat left the harbour at dawn with a crew of six. A storm had been forecast.\n\
         In all, 53 passengers drowned when the ferry sank off the coast of Tarn on Monday, the harbour master said.",
        &["41 passengers", "53 passengers"],
    );
    check(
        "# Strike at the mill\n\
         About 900 workers at the Hale mill walked out on Tuesday.\n\
         The union wants higher pay. Talks broke down last week.\n\
         The company said that 300 workers at the Hale mill walked out on Tuesday.",
        &["About 900 workers", "300 workers"],
    );
    check(
        "# Vote in Lode\n\
         The measure passed with 62 percent of the vote in Lode.\n\
         Turnout was high, and queues were long.\n\
         Officials in Lode said that the measure passed with 58 percent of the vote.",
        &["62 percent", "58 percent"],
    );
    check(
        "# Fire in the market\n\
         The fire destroyed 120 stalls in the old market of Tarn.\n\
         Nobody was hurt. The cause is not known.\n\
         Traders said the fire destroyed 200 stalls in the old market of Tarn.",
        &["120 stalls", "200 stalls"],
    );
}

#[test]
fn other_places_times_groups_and_rounded_numbers_are_not_flagged() {
    for text in [
        "# Rain in two towns\n\
         The storm killed 12 people in Tarn. The storm killed 15 people in Lode.\n\
         On Monday the river rose by 3 metres. On Tuesday the river rose by 2 metres.",
        "# Results\n\
         The company sold 400 boats in 2019. The company sold 520 boats in 2020.\n\
         Its profit rose to $12 million. A year earlier its profit was $9 million.",
        "# Survey\n\
         Some 60 percent of the men asked said yes. Some 45 percent of the women asked said yes.\n\
         The first team has 11 players. The second team has 14 players.",
        "# Toll\n\
         At least 20 people died in the quake in Tarn. The quake in Tarn killed 23 people.\n\
         About 2,500 houses fell. The count of fallen houses was 2,483.",
        "# School\n\
         The school has 300 pupils, of whom 40 pupils board. Another 50 pupils come by bus.\n\
         Each class has 25 pupils. The largest class has 31 pupils.",
    ] {
        check(text, &[]);
    }
}
