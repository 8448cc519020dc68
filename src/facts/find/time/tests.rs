//! Sentence in, times out.

mod happened;

use crate::document::{BlockKind, Builder, Date};
use crate::facts::analysis::analyse;
use crate::facts::model::{Period, Value};

/// The times of a text published on Wednesday, 15 May 2024: `span = value`.
fn found(text: &str) -> Vec<String> {
    let mut builder = Builder::default();
    builder.open(BlockKind::Paragraph, None);
    builder.push(text, None);
    let document = builder.finish();
    let analysis = analyse(&document, Date::new(2024, 5, 15));
    super::find(&analysis)
        .iter()
        .map(|c| {
            let value = match &c.value {
                Value::Time(None) => "?".to_owned(),
                Value::Time(Some(Period::Date(date))) => date.clone(),
                Value::Time(Some(Period::Range(from, to))) => format!(
                    "{}..{}",
                    from.as_deref().unwrap_or_default(),
                    to.as_deref().unwrap_or_default()
                ),
                other => format!("{other:?}"),
            };
            format!("{} = {value}", analysis.slice(c.span))
        })
        .collect()
}

/// Checks a table of lines `sentence => finding & finding`.
#[track_caller]
fn check(table: &str) {
    for line in table.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let (text, expect) = line.split_once(" =>").unwrap_or((line, ""));
        assert_eq!(found(text).join(" & "), expect.trim(), "{text}");
    }
}

#[test]
fn full_dates() {
    check(
        "
        It opened on March 3, 2021. => March 3, 2021 = 2021-03-03
        It opened on 3 March 2021. => 3 March 2021 = 2021-03-03
        It opened on the 3rd of March 2021. => the 3rd of March 2021 = 2021-03-03
        It opened on Wednesday, March 3, 2021. => Wednesday, March 3, 2021 = 2021-03-03
        It opened on Mar. 3, 2021. => Mar. 3, 2021 = 2021-03-03
        It opened on 2021-03-03. => 2021-03-03 = 2021-03-03
        It opened on 3/22/2021. => 3/22/2021 = 2021-03-22
        It opened on 22.03.2021. => 22.03.2021 = 2021-03-22
        The index of March 12 2009 was low. => March 12 2009 = 2009-03-12
        Ann Hall (August 9, 1929 – February 13, 2014) was a nurse. => August 9, 1929 = 1929-08-09 & February 13, 2014 = 2014-02-13
        It ran from May 5, 2020 to June 6, 2020. => from May 5, 2020 to June 6, 2020 = 2020-05-05..2020-06-06
        ",
    );
}

#[test]
fn days_without_a_year() {
    check(
        "
        It opened on March 3. => March 3 = 2024-03-03
        It will open on June 3. => June 3 = 2024-06-03
        It opened on September 14. => September 14 = 2023-09-14
        It opened on the 5th of May. => the 5th of May = 2024-05-05
        The fair ran March 3-5. => March 3-5 = 2024-03-03..2024-03-05
        The fair ran from 12 to 14 April. => 12 to 14 April = 2024-04-12..2024-04-14
        The fair ran 12-14 April 2023. => 12-14 April 2023 = 2023-04-12..2023-04-14
        ",
    );
}

#[test]
fn months() {
    check(
        "
        It opened in March 2021. => March 2021 = 2021-03
        It opened in March. => March = 2024-03
        It will open in October. => October = 2024-10
        They left in late September. => late September = 2023-09
        It happened in early June 2020. => early June 2020 = 2020-06
        The fair begins in mid-August 2024. => mid-August 2024 = 2024-08
        Rain falls here from May to September. => from May to September = ?
        It was built between July 2003 and December 2004. => between July 2003 and December 2004 = 2003-07..2004-12
        They may come and march on. =>
        April Stone and June Hall spoke in May. => May = 2024-05
        ",
    );
}

#[test]
fn years() {
    check(
        "
        He came between May and June in 1981. => between May and June in 1981 = 1981-05..1981-06
        It ran between 10 June and 12 July in 1998. => between 10 June and 12 July in 1998 = 1998-06-10..1998-07-12
        It opened in 2013. => 2013 = 2013
        The 2009 election was close. => 2009 = 2009
        The firm, founded 1887, closed. => 1887 = 1887
        It ran from 1904 to 1910. => from 1904 to 1910 = 1904..1910
        The war of 2015–2016 ended. => 2015–2016 = 2015..2016
        The 2015-16 season was short. => 2015-16 = 2015..2016
        The 2010/11 budget passed. => 2010/11 = 2010..2011
        He died circa 1880. => 1880 = 1880
        It dates from 776 BC. => 776 BC = -0776
        It fell in AD 79. => AD 79 = 0079
        By 2030, all cars will change. => 2030 = 2030
        She was born in 1923, in Rome. => 1923 = 1923
        Some 2000 people came. =>
        1709 farmers signed. =>
        A Long Day (2009) is a film. => 2009 = 2009
        He has worked there since 1997. => since 1997 = 1997..
        They stayed until 2005. => until 2005 = ..2005
        ",
    );
}

#[test]
fn decades_and_centuries() {
    check(
        "
        It grew in the 1990s. => the 1990s = 1990..1999
        It grew in the late 1960s and 1970s. => the late 1960s = 1960..1969 & 1970s = 1970..1979
        It grew in the mid-1980s. => the mid-1980s = 1980..1989
        It grew in the nineties. => the nineties = 1990..1999
        Music of the '90s is back. => '90s = 1990..1999
        It was built in the 19th century. => the 19th century = 1800..1899
        A nineteenth-century mill stands there. => nineteenth-century = 1800..1899
        It changed at the turn of the century. => the turn of the century = ?
        ",
    );
}

#[test]
fn weekdays() {
    check(
        "
        It opened on Monday. => Monday = 2024-05-13
        It will open on Friday. => Friday = 2024-05-17
        It opened last Tuesday. => last Tuesday = 2024-05-14
        It opens next Thursday. => next Thursday = 2024-05-16
        It opened on Wednesday. => Wednesday = 2024-05-15
        They met Sunday night. => Sunday night = 2024-05-12
        Black Friday was loud. => Black Friday = ?
        ",
    );
}

#[test]
fn relative_days() {
    check(
        "
        It opened yesterday. => yesterday = 2024-05-14
        It opens tomorrow morning. => tomorrow morning = 2024-05-16
        It opened today. => today = 2024-05-15
        It opened tonight. => tonight = 2024-05-15
        It opened the day before yesterday. => the day before yesterday = 2024-05-13
        It opened three days ago. => three days ago = 2024-05-12
        It opened two weeks ago. => two weeks ago = 2024-05-01
        It opened a month ago. => a month ago = 2024-04
        It opened ten years ago. => ten years ago = 2014
        It opened several years ago. => several years ago = ?
        Two days later it closed. => Two days later = ?
        They meet again a week from now. => a week from now = 2024-W21
        ",
    );
}

#[test]
fn relative_periods() {
    check(
        "
        It grew last week. => last week = 2024-W19
        They met this weekend. => this weekend = 2024-W19
        It opened over the weekend. => the weekend = 2024-W19
        They will meet this weekend. => this weekend = 2024-W20
        It grew last month. => last month = 2024-04
        It grew last year. => last year = 2023
        It will grow next month. => next month = 2024-06
        It grew this year. => this year = 2024
        It grew this morning. => this morning = 2024-05-15
        They have fought since last fall. => since last fall = 2023-FA..
        They left last summer. => last summer = 2023-SU
        It opens next spring. => next spring = 2025-SP
        It rained last winter. => last winter = 2023-WI
        It grew last March. => last March = 2024-03
        The past two years were dry. => The past two years = 2022..2024
        The next three days will be hot. => The next three days = 2024-05-15..2024-05-18
        Over the last 24 hours it rained. => the last 24 hours = ?
        The past decade was wet. => The past decade = 2014..2024
        It ends by the end of the year. => the end of the year = 2024
        The following month they left. => The following month = ?
        Earlier this month it snowed. => Earlier this month = 2024-05
        Later that day they left. => Later that day = ?
        Last year's flood broke it. => Last year = 2023
        In 2010 he left, and the following year she did. => 2010 = 2010 & the following year = 2011
        ",
    );
}

#[test]
fn quarters_seasons_holidays() {
    check(
        "
        It lost money in the third quarter of 2010. => the third quarter of 2010 = 2010-Q3
        Sales rose in the second quarter. => the second quarter = 2024-Q2
        They came in summer 2010. => summer 2010 = 2010-SU
        They came in the summer of 1982. => the summer of 1982 = 1982-SU
        They ski in the winter. => the winter = ?
        They met on Christmas Day 2020. => Christmas Day 2020 = 2020-12-25
        Shops close at Easter. => Easter = ?
        They met on New Year's Eve. => New Year's Eve = 2023-12-31
        The fall of the wall was loud. =>
        ",
    );
}

#[test]
fn clock_times() {
    check(
        "
        The bell rang at 10:30. => 10:30 = 2024-05-15T10:30
        The train left at 5 p.m. on Friday. => 5 p.m. on Friday = 2024-05-10
        The shop opens at 9 a.m. EST. => 9 a.m. EST = 2024-05-15T09:00
        It closed at 5pm. => 5pm = 2024-05-15T17:00
        It rang at noon. => noon = 2024-05-15T12:00
        The site was back at 1511 GMT. => 1511 GMT = 2024-05-15T15:11
        The bus left at nine o'clock. => nine o'clock = 2024-05-15T09:00
        It stayed until midnight. => until midnight = ..2024-05-15T00:00
        He woke at 6:30 a.m. yesterday. => 6:30 a.m. yesterday = 2024-05-14
        ",
    );
}

#[test]
fn no_times() {
    check(
        "
        The talks lasted three hours. =>
        He comes every year. =>
        Recently it rained. =>
        Room 2010 is free. =>
        It costs $2000. =>
        Windows 2000 users left. =>
        She walked 2015 miles. =>
        They lost 3-5. =>
        ",
    );
}
