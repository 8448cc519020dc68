//! What happened at a time: sentence in, time and clause out.

use crate::facts::analyse;
use crate::facts::find::time::find;
use crate::facts::merge::testing::document;

/// Checks lines `sentence => time | what happened`; nothing behind the bar where the clause cannot be made out.
#[track_caller]
fn check(table: &str) {
    for line in table.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let (text, expect) = line.split_once(" => ").unwrap_or((line, ""));
        let document = document(text);
        let analysis = analyse(&document, None);
        let found: Vec<String> = find(&analysis)
            .iter()
            .map(|c| {
                let about = c.subject.map_or("", |s| analysis.slice(s));
                format!("{} | {about}", analysis.slice(c.span))
                    .trim_end()
                    .to_owned()
            })
            .collect();
        assert_eq!(found.join(" & "), expect, "{text}");
    }
}

#[test]
fn the_clause_before_the_time() {
    check(
        "
        The firm moved to Oslo in 1904. => 1904 | The firm moved to Oslo
        He was released on bail on Thursday. => Thursday | He was released on bail
        She had been denied a visa until last week. => until last week | She had been denied a visa
        The team, which has six members, arrived on Monday. => Monday | The team, which has six members, arrived
        Officials said the mayor left the town on May 4. => May 4 | the mayor left the town
        The council asked the firm to mend the road in 2012. => 2012 | The council asked the firm to mend the road
        The lectures planned for June are free. => June | The lectures planned
        Her last day at the mill was May 4, 2011. => May 4, 2011 | Her last day at the mill
        ",
    );
}

#[test]
fn the_clause_behind_a_time_that_leads() {
    check(
        "
        In 1904, the firm moved to Oslo. => 1904 | the firm moved to Oslo
        On Monday he plans to meet the mayor. => Monday | he plans to meet the mayor
        In the 1960s Hall moved to Oslo. => the 1960s | Hall moved to Oslo
        In 2004, she appeared in plays and films. => 2004 | she appeared in plays and films
        ",
    );
}

#[test]
fn the_noun_that_a_time_stands_with() {
    check(
        "
        The 2009 election was close. => 2009 | election
        They spoke of last year's attack. => last year | attack
        He spoke at Harbour Expo 2016. => 2016 | Harbour Expo
        A Single Day (2009) is a film. => 2009 | A Single Day
        The Nature of Rivers (1924) is a book. => 1924 | The Nature of Rivers
        She taught and in 1927 published a grammar. => 1927 | published a grammar
        ",
    );
}

#[test]
fn nothing_rather_than_a_wrong_clause() {
    check(
        "
        The food was good, the beds were soft, and in 2013 too. => 2013 |
        It came as scheduled today. => today |
        It failed from my point of view (1925). => 1925 |
        The paper won the network's 1999 \"Contest\". => 1999 |
        ",
    );
}
