//! What a number belongs to, where the nearest noun is not it.

use super::check;

#[test]
fn nouns_are_whole() {
    check(
        "
        Only 1 percent of the bank's sales force left. => percent|1 percent|1|=|%|bank's sales force
        It holds a third of the town's overall population. => quantity|a third|0.3333333333333333|=||town's overall population
        They took a 20 percent stake in the old mill. => percent|20 percent|20|=|%|stake in the old mill
        The airlines want improvements of 15%. => percent|15%|15|=|%|improvements
        Some airlines demand improvements of 15%. => percent|15%|15|=|%|improvements
        They are 100 percent wrong. => percent|100 percent|100|=|%|
        While 5 percent prefer the old road, few use it. => percent|5 percent|5|=|%|
        Shares are up 39 percent year-to-date. => percent|39 percent|39|=+|%|Shares
        It formed thousand-strong colonies. => quantity|thousand-strong|1000|=|strong|colonies
        ",
    );
}

#[test]
fn who_tells_or_notices_has_none_of_it() {
    check(
        "
        The mayor has said about 20 people asked for it. => quantity|about 20 people|20|~|people|people
        The mill was visited by 400 guests. => quantity|400 guests|400|=|guests|guests
        The reporter interviewed 20 sailors. => quantity|20 sailors|20|=|sailors|sailors
        The plan would leave it at 35 percent. => percent|35 percent|35|=|%|
        The minimum $20 million experts say it costs is too much. => money|$20 million|20000000|=|USD|
        The firm had a loss of $3 million on revenue of $9 million. => money|$3 million|3000000|=-|USD|loss & money|$9 million|9000000|=|USD|revenue
        The number of people claiming a benefit rose 15,000. => quantity|15,000|15000|=+||number of people claiming a benefit
        The shock killed a 13-year-old. => quantity|13-year-old|13|=|year-old|
        ",
    );
}

#[test]
fn models_and_particles() {
    check(
        "
        They sold five 787 airliners. => quantity|five|5|=||
        They handed over millions of dollars. => money|millions of dollars|1000000|~|USD|
        It adds $84 billion over 10 years. => money|$84 billion|84000000000|=|USD| & quantity|10 years|10|=|years|
        It took over 10 years. => quantity|over 10 years|10|>|years|
        ",
    );
}
