//! The words of dates and times.

use crate::facts::lexicon::{Table, Words, table, words};

/// The units that time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// Names of the seasons, in the order of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Fall,
    Winter,
}

/// Units, singular and plural.
pub(super) static UNITS: Table<Unit> = table!(Unit;
    "minute" => Unit::Minute, "minutes" => Unit::Minute, "hour" => Unit::Hour, "hours" => Unit::Hour,
    "day" => Unit::Day, "days" => Unit::Day, "weekend" => Unit::Weekend, "weekends" => Unit::Weekend,
    "week" => Unit::Week, "weeks" => Unit::Week, "fortnight" => Unit::Fortnight, "fortnights" => Unit::Fortnight,
    "month" => Unit::Month, "months" => Unit::Month, "quarter" => Unit::Quarter, "quarters" => Unit::Quarter,
    "year" => Unit::Year, "years" => Unit::Year, "decade" => Unit::Decade, "decades" => Unit::Decade,
    "century" => Unit::Century, "centuries" => Unit::Century,
);

/// Months, full and short.
pub(super) static MONTHS: Table<i8> = table!(i8;
    "january" => 1, "february" => 2, "march" => 3, "april" => 4, "may" => 5, "june" => 6, "july" => 7,
    "august" => 8, "september" => 9, "october" => 10, "november" => 11, "december" => 12,
    "jan" => 1, "feb" => 2, "mar" => 3, "apr" => 4, "jun" => 6, "jul" => 7, "aug" => 8, "sep" => 9, "sept" => 9,
    "oct" => 10, "nov" => 11, "dec" => 12,
);

/// Weekdays from Monday, 0.
pub(super) static WEEKDAYS: Table<i8> = table!(i8;
    "monday" => 0, "tuesday" => 1, "wednesday" => 2, "thursday" => 3, "friday" => 4, "saturday" => 5, "sunday" => 6,
    "mondays" => 0, "tuesdays" => 1, "wednesdays" => 2, "thursdays" => 3, "fridays" => 4, "saturdays" => 5,
    "sundays" => 6, "mon" => 0, "tue" => 1, "tues" => 1, "wed" => 2, "thu" => 3, "thur" => 3, "thurs" => 3,
    "fri" => 4, "sat" => 5, "sun" => 6,
);

/// Seasons.
pub(super) static SEASONS: Table<Season> = table!(Season;
    "spring" => Season::Spring, "springtime" => Season::Spring, "summer" => Season::Summer,
    "summertime" => Season::Summer, "fall" => Season::Fall, "autumn" => Season::Fall, "winter" => Season::Winter,
    "wintertime" => Season::Winter,
);

/// Parts of a day.
pub(super) static DAY_PARTS: Words = words!(
    "morning mornings afternoon afternoons evening evenings night nights midday noon midnight dawn dusk lunchtime"
);

/// Ordinals of the quarters and halves of a year, and of days in a month written out.
pub(super) static ORDINALS: Table<i8> = table!(i8;
    "first" => 1, "second" => 2, "third" => 3, "fourth" => 4, "fifth" => 5, "sixth" => 6, "seventh" => 7,
    "eighth" => 8, "ninth" => 9, "tenth" => 10, "eleventh" => 11, "twelfth" => 12, "thirteenth" => 13,
    "fourteenth" => 14, "fifteenth" => 15, "sixteenth" => 16, "seventeenth" => 17, "eighteenth" => 18,
    "nineteenth" => 19, "twentieth" => 20, "twenty-first" => 21, "thirtieth" => 30,
);

/// Decades as words.
pub(super) static DECADES: Table<i16> = table!(i16;
    "twenties" => 20, "thirties" => 30, "forties" => 40, "fifties" => 50, "sixties" => 60, "seventies" => 70,
    "eighties" => 80, "nineties" => 90,
);

/// Small numbers in words, as they count days and years.
pub(super) static COUNTS: Table<i32> = table!(i32;
    "a" => 1, "an" => 1, "one" => 1, "two" => 2, "three" => 3, "four" => 4, "five" => 5, "six" => 6, "seven" => 7,
    "eight" => 8, "nine" => 9, "ten" => 10, "eleven" => 11, "twelve" => 12, "thirteen" => 13, "fourteen" => 14,
    "fifteen" => 15, "sixteen" => 16, "seventeen" => 17, "eighteen" => 18, "nineteen" => 19, "twenty" => 20,
    "thirty" => 30, "forty" => 40, "fifty" => 50, "sixty" => 60, "seventy" => 70, "eighty" => 80, "ninety" => 90,
    "hundred" => 100, "twenty-five" => 25,
);

/// Numbers that are not known: `several years ago`.
pub(super) static VAGUE: Words = words!(
    "few several many some couple dozen dozens hundreds thousands numerous countless recent"
);

/// Words that may stand before a bare year or month and show that it is one.
pub(super) static BEFORE: Words = words!(
    "in since by until till from of during before after around circa c about for to through throughout between
     late early mid and or on at last next this that ca within back post pre"
);

/// Time zones.
pub(super) static ZONES: Words = words!(
    "gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt bst cet cest ist jst aest local z eastern"
);

/// Words near a date that put it in the future.
pub(super) static FUTURE: Words = words!(
    "will won't we'll i'll they'll he'll she'll it'll you'll shall scheduled due expected upcoming plans planned
     planning expects intends hopes slated should must deadline forthcoming until tomorrow"
);

/// The first words of holidays, with how many further words they need: see `holiday`.
pub(super) static HOLIDAYS: Words = words!(
    "christmas easter thanksgiving halloween ramadan hanukkah diwali christmastime eid passover yom pentecost lent"
);

/// What stands before `Day` or `Eve` in the name of a holiday.
pub(super) static NAMED_DAYS: Words = words!(
    "independence valentine's labor labour memorial veterans christmas boxing earth father's mother's bastille
     presidents republic australia armistice remembrance columbus anzac mayday mothers fathers valentines"
);
