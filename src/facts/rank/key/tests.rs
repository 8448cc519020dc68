//! What is marked unasked: text in, marks out.

use super::key_facts;
use crate::facts::find;
use crate::facts::merge::testing::document;

/// Checks lines `text => kind: words & kind: words`; nothing behind the arrow where nothing is marked.
#[track_caller]
fn check(table: &str) {
    let mut wrong = Vec::new();
    for line in table.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let (text, expect) = line.split_once(" =>").unwrap_or((line, ""));
        let document = document(text);
        let findings = find(&document, None);
        let key = key_facts(&findings, &document);
        let marked: Vec<String> = findings
            .facts
            .iter()
            .zip(&key)
            .filter(|(_, key)| **key)
            .map(|(f, _)| format!("{}: {}", f.kind.name(), document.slice(f.span)))
            .collect();
        if marked.join(" & ") != expect.trim() {
            wrong.push(format!("{text} => {}", marked.join(" & ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_number_says_what_it_counts() {
    check(
        "
        The mill has 400 looms. => quantity: 400 looms
        The bridge cost $3 million. => money: $3 million
        The mean was 20.35 in the first group. =>
        They walked for 28 days. =>
        Two men came. =>
        It weighs 180 pounds. =>
        We pay $20 in total per guest. =>
        There is one shop per one million residents. =>
        The two pay a quarter of a million dollars for the mill. =>
        The storm left 10,000 and as many as 300,000 people homeless. => quantity: as many as 300,000 people homeless
        The femur was 40% more upright than before. =>
        It came just before the 50,000 milestone was met. =>
        The hospital has 645 beds, 36 of which are for children. => quantity: 645 beds
        She has sung since she was sixteen doing small readings. =>
        The tariffs led to a reduction in real income of $2 billion a month. =>
        The tariffs led to a reduction in U.S. real income of $2 billion a month. => place: U.S.
        The firm got up to $8 billion from the investor Softhall. => money: up to $8 billion
        They rode from 10% of the bridge tolls to 25% of them. =>
        The shop has a 34\" panel in the specs of the new screen. =>
        The case was heard by 10 judges rather than 11 of them. => quantity: 10 judges
        We import eight of 10 limes from there. =>
        They get $4 of every $5 that is spent. =>
        The film costs $9.99 US dollars to rent. => place: US
        ",
    );
}

#[test]
fn a_time_says_what_happened() {
    check(
        "
        The firm moved in 1904. => time: 1904
        They came in the summer. =>
        It was chosen in 1830 to serve as the capital. =>
        It was founded by monks and in 1423 the town was granted a charter. => time: 1423
        They all were still hoping for a brighter tomorrow. =>
        Hall became only the second boy since 1900 to win the race. =>
        The town grew from some 4,000 people in the 1830s and 40,000 in 1865. => quantity: some 4,000 people & time: the 1830s
        Support for the pact has been strong since it was signed in 1949. =>
        The rates went up in June, followed by steel in March 2018. =>
        He was a 2000 candidate for the fellowship of the town. =>
        Holt said, “We won the last game of the season today.” => quote: We won the last game of the season today.
        Nobody knows if the team moved to Oslo in 2019 at all. => place: Oslo
        Will the council meet on the bridge on October 27? =>
        The line offers one flight per week on Thursday. =>
        A road that carries heavy traffic was built in 1999 at last. =>
        He came to a 2014 council hearing on the matter of the mill. =>
        On Friday officials said little. =>
        ",
    );
}

#[test]
fn a_claim_is_a_clause_that_somebody_has_made() {
    check(
        "
        The minister said that the old bridge was closed too late. => claim: the old bridge was closed too late
        If the minister said that the bridge was closed too late, nobody heard it. =>
        Someone says that the old bridge was closed too late. =>
        The minister knew that the old bridge was closed too late. =>
        The minister has not said why the old bridge was closed. =>
        The minister could say that the old bridge was closed too late. =>
        The minister wrote a large number of papers on bridges closed in winter. =>
        All figures were rounded according to the survey weight. =>
        According to your theory, the old bridge was closed too late. =>
        The minister said that the bridge was safe, although nobody had looked at it. =>
        They own a mill, which the minister says nobody wants to keep open. =>
        ",
    );
}

#[test]
fn a_quotation_has_a_speaker_and_says_something() {
    check(
        "
        “We built the old bridge in a year,” the minister said. => quote: We built the old bridge in a year,
        She is known from “Nights by the River.” Reed said so at the gate. =>
        The governor defends a campaign with the slogan “Wool, we weave it.” =>
        They called it a “grand old dame” of the river. =>
        The minister called the plan “well thought out for once” by all. =>
        “Those who wait are never late.” =>
        “If you look back at the old bridge,” Ann Brook said, “it leans.” => person: Ann Brook
        What Ann Brook has seen is a river. “It is wide and slow,” she said of it. => quote: It is wide and slow,
        I hope that one day the town says, “You built the old bridge well.” =>
        ",
    );
}

#[test]
fn a_name_is_whole_and_of_its_kind() {
    check(
        "
        Mara Holt came to Oslo. => person: Mara Holt & place: Oslo
        They held Daesh-led towns. =>
        Brown v. Oslo was decided late. =>
        They cite Holt (1995) and Brook (2001). =>
        She won the Harbour Peace Prize for it. =>
        They met at the Harbour Festival for a day. => event: Harbour Festival
        The Bank of Oslo closed early on a rainy day. => organization: Bank of Oslo
        They clear the halls of our Armies at once and without delay. =>
        Team Norway had to build the whole of its boat anew. =>
        They read the Harbour Act aloud to all of the sailors there. =>
        She starred in the film Anna Brook at the start. =>
        He was cast as one of the Tarn Mill Girls at last. =>
        They walked on to Mary Brook Square at noon. =>
        The house lies near Oslo, Va. and was sold late. => place: Oslo
        She sings through many a dream, Let me say, at the bar in the Old Mill Lane Tavern. =>
        ",
    );
}

#[test]
fn a_number_keeps_its_frame() {
    check(
        "
        The plan would not open a $10 trillion hole in the budget. =>
        If the rules hold, they will cost the town 3,000 jobs. =>
        They hope to have 3,000 members in the end. =>
        Who had thought of 3,000 members here? =>
        The people say that 20 farmers give up each day. =>
        They paid a bonus of $500 every three months. =>
        They had perhaps 3,000 members in the town. =>
        It was the fault of those 5,000 people. =>
        The share of wool exceeds 7% here. =>
        It had between 7,000 (so Hall) and 11,000 speakers. =>
        It grew by either 49 percent or by 27 percent there. =>
        The town has 60 guides, compared to the 90 guides there. => quantity: 60 guides
        He cited 88 generals and admirals. =>
        The money came from 62 persons, firms and unions. => list: 62 persons, firms and unions
        The trip took 5 hours 45 minutes on the old road. =>
        The hall in Mill Road 15 features a lamp. =>
        The panel has 1920×1080 dots. =>
        They keep track of 40 tools. =>
        ",
    );
}

#[test]
fn a_number_belongs_to_what_is_shown_with_it() {
    check(
        "
        The miners' union invested $10 million in the old pit. =>
        The miners asked for 400 lamps. => quantity: 400 lamps
        The wool tax raised the town's income by 3%. => percent: 3%
        Output rose 3% in May. => percent: 3% & time: May
        The airlines paid a $165 holiday advertised rate. =>
        Some 19% of bakers plan to leave. =>
        The town saw 60 fires in the north and over 90 in the south. => quantity: over 90
        ",
    );
}

#[test]
fn a_time_keeps_its_clause() {
    check(
        "
        The town came to life possibly in 1849. =>
        She got degrees from Oslo University (1910) for it. => organization: Oslo University
        Last month the town sold the old mill. => time: Last month
        The market is open from early May to late June. =>
        They called the judge in May that they had lost. =>
        They pay the tax for 2024. =>
        After the 1999 storm the town was rebuilt. => time: 1999
        She made it clear on Friday that the mill stays. =>
        The 2020 Aster Sedan has a new roof. =>
        She drove the 2020 Aster Sedan to the sea. =>
        Shop for the best deals of 2019 here. =>
        He went to Oslo two years ago. => place: Oslo & time: two years ago
        He went to Oslo almost two years ago. => place: Oslo
        ",
    );
}
