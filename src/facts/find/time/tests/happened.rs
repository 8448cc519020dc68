//! What happened at a time: sentence in, time and clause out.

use crate::facts::analyse;
use crate::facts::find::time::find;
use crate::facts::merge::testing::document;

/// Checks lines `sentence => time | what happened`; nothing behind the bar where the clause cannot be made out.
#[track_caller]
fn check(table: &str) {
    let mut wrong = Vec::new();
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
        if found.join(" & ") != expect {
            wrong.push(format!("{text} => {}", found.join(" & ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
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
        The lectures planned for June are free. => June |
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

#[test]
fn a_clause_that_would_not_read_as_a_whole_is_left_out() {
    check(
        "
        He told the paper on Friday that he would go. => Friday |
        The couple announced on May 4 that they had moved. => May 4 |
        It was the part he played in 2004. => 2004 |
        She liked the towns that Hall won in 2008. => 2008 |
        It was chosen in 1830 to serve as the capital. => 1830 |
        Hall began 2014 in Oslo. => 2014 |
        They sang my 9/11-related poems. => 9/11 |
        It earned the name in 1980 and kept it. => 1980 | It earned the name
        In the 1980s, the town earned the name \"Harbour Town\". => the 1980s |
        The paper had hoped for more on Monday. => Monday |
        After the move to Oslo, in 1971, the firm grew quickly. => 1971 |
        Wildlife viewing is best from May to July. => from May to July | Wildlife viewing is best
        The town was founded by monks and in 1423 it was granted a charter. => 1423 | it was granted a charter
        Hall taught in Oslo in 2007 and 2008. => 2007 | Hall taught in Oslo & 2008 | Hall taught in Oslo
        ",
    );
}

#[test]
fn who_wrote_something_in_a_year_is_not_what_happened() {
    check(
        "
        This is shown elsewhere (Hall 1968). => 1968 |
        Others disagree (see for example Hall 1968; Brook 1970). => 1968 | & 1970 |
        The work of Hall and Stone (1995) is known. => 1995 |
        Its Nature, Source and Mouth (1922) is a book. => 1922 |
        ",
    );
}

#[test]
fn the_thing_of_a_year() {
    check(
        "
        They remember the crash of 1929. => 1929 | crash
        It is a large collection of 17th century paintings. => 17th century |
        She built the pool for the Oslo 2012 Games. => 2012 | Games
        It was a breach of the 1991 settlement reached by both towns. => 1991 | settlement
        They feared last year's flood of letters. => last year | flood of letters
        ",
    );
}

#[test]
fn a_time_inside_a_noun_or_of_another_verb() {
    check(
        "
        They were swayed by her announcement in 2014 of the new rules. => 2014 |
        The firm will rename the car for the 2018 model year. => 2018 |
        The town closed a chapel from an 18th-century mill. => 18th-century |
        The leaders agreed to put together a plan by 2030. => 2030 | put together a plan
        She is praising projects like building new dams by 2030. => 2030 | building new dams
        The agency asked three firms to send boats next year. => next year | send boats
        The firm sees fiscal year 2019 sales growth. => 2019 |
        Efforts to save the treaty failed in 2009. => 2009 |
        A union representing pilots signed the deal on Thursday. => Thursday | A union representing pilots signed the deal
        Something odd was going on in Oslo last night. => last night |
        Just as he did with the mill in 2012. => 2012 |
        The firm faced a crossroads back in May. => May | The firm faced a crossroads
        She moved back in May. => May | She moved back
        It was first declared by the king in 1970. => 1970 |
        She and her mother were walking home on May 4. => May 4 | She and her mother were walking home
        The town sold the harbour as prices fell in 1990. => 1990 | prices fell
        The output shrank by 0.9% in 2008. => 2008 | The output shrank by 0.9%
        Last year Hall moved to Oslo. => Last year | Hall moved to Oslo
        We condemn the attacks this week. => this week |
        As the mayor put it in July, they all lost. => July |
        The transcript of that call was released on May 4. => May 4 | The transcript of that call was released
        The lawyers had praised the judge of the town, who left in 2010. => 2010 |
        The call is meant to last 45 minutes. =>
        ",
    );
}
