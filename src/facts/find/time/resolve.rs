//! What a date means on the calendar: TIMEX-like strings, counted from the day of publication.
//!
//! Takes what was read ([`When`]) and what is known round it ([`Context`]); gives a [`Period`], or nothing where the
//! text leaves it open. Dates without a year count from the last full date of the same block, else from the anchor, in
//! the direction that the tense of the sentence gives.

use jiff::Span as Length;
use jiff::civil::{Date, Weekday};

use super::tense::Tense;
use super::vocabulary::{Season, Unit};
use crate::facts::model::Period;

/// What was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    Day {
        year: Option<i16>,
        month: i8,
        day: i8,
    },
    /// Two days of one month.
    Days {
        year: Option<i16>,
        month: i8,
        from: i8,
        to: i8,
    },
    Month {
        year: Option<i16>,
        month: i8,
    },
    Year(i16),
    /// The years from the first to the second.
    Years(i16, i16),
    Quarter {
        year: Option<i16>,
        quarter: i8,
    },
    Season {
        year: Option<i16>,
        season: Season,
    },
    /// The first year of a century or decade, and how many years.
    Era(i16, i16),
    /// A year before our era.
    Before(i16),
    /// A weekday, with -1 for `last`, 1 for `next`, 0 for none.
    Weekday(i8, i8),
    /// So many units from the anchor: `last year` is -1.
    Off(i32, Unit),
    /// A season or month `last` or `next`.
    OffSeason(i8, Season),
    OffMonth(i8, i8),
    /// A month of the year that is so many from the anchor's: `March of next year`.
    MonthOf(i16, i8),
    /// So many units from the last date of the text: `the following month`.
    Story(i32, Unit),
    /// The last (negative) or next so many units.
    Stretch(i32, Unit),
    /// A time of day, of the anchor unless a date stands with it.
    Clock(i8, i8),
    /// The time of writing: `presently`.
    Now,
    /// It is a time, and no more can be said.
    Open,
}

/// What is known round a date.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Context {
    /// The day that relative dates count from.
    pub(super) anchor: Option<Date>,
    /// The last date of the text before: year, and month if known.
    pub(super) story: Option<(i16, Option<i8>)>,
    /// Whether the sentence speaks of what is over, of now, or of what is to come.
    pub(super) tense: Tense,
    /// Whether it speaks of a month as such, of no year: neither of the past nor of what is to come.
    pub(super) habit: bool,
    /// Whether the text tells a history and is no report of its day, so that the anchor says nothing of its dates.
    pub(super) narrative: bool,
}

impl Context {
    /// The year of a month (and day) that stands without one.
    fn year_of(self, month: i8, day: i8) -> Option<i16> {
        let Some(anchor) = self.anchor.filter(|_| !self.narrative) else {
            return self.story.map(|(year, _)| year);
        };
        if self.habit && self.story.is_none() {
            return None;
        }
        if let Some((year, _)) = self.story
            && year != anchor.year()
        {
            return Some(year);
        }
        let later = (month, day) > (anchor.month(), anchor.day());
        let earlier = (month, day) < (anchor.month(), anchor.day());
        let far = (month - anchor.month()).abs() > 1;
        Some(if self.tense.is_future() && earlier && far {
            anchor.year() + 1
        } else if !self.tense.is_future() && later && far {
            anchor.year() - 1
        } else {
            anchor.year()
        })
    }
}

impl Context {
    /// The year of a quarter that stands without one: the last that was over or had begun, or the next.
    fn year_of_quarter(self, quarter: i8) -> Option<i16> {
        let anchor = self.anchor?;
        let now = (anchor.month() + 2) / 3;
        Some(match (self.tense.is_future(), quarter.cmp(&now)) {
            (true, std::cmp::Ordering::Less) => anchor.year() + 1,
            (false, std::cmp::Ordering::Greater) => anchor.year() - 1,
            _ => anchor.year(),
        })
    }
}

/// The period that was read, as far as it can be known.
pub(super) fn resolve(when: When, context: Context) -> Option<Period> {
    let date = match when {
        When::Day { year, month, day } => {
            let year = year.or_else(|| context.year_of(month, day))?;
            day_text(Date::new(year, month, day).ok()?)
        }
        When::Days {
            year,
            month,
            from,
            to,
        } => {
            let year = year.or_else(|| context.year_of(month, from))?;
            let day = |d| Date::new(year, month, d).ok().map(day_text);
            return Some(Period::Range(Some(day(from)?), Some(day(to)?)));
        }
        When::Month { year, month } => {
            month_text(year.or_else(|| context.year_of(month, 1))?, month)
        }
        When::Year(year) => year_text(year),
        When::Years(from, to) => {
            return Some(Period::Range(Some(year_text(from)), Some(year_text(to))));
        }
        When::Quarter { year, quarter } => {
            let year = year.or_else(|| context.year_of_quarter(quarter))?;
            format!("{year:04}-Q{quarter}")
        }
        When::Season { year, season } => {
            let year = year.or_else(|| context.anchor.map(Date::year))?;
            season_text(year, season)
        }
        When::Era(from, years) => {
            let to = from.saturating_add(years - 1);
            return Some(Period::Range(Some(year_text(from)), Some(year_text(to))));
        }
        When::Before(year) => format!("-{year:04}"),
        When::Weekday(day, step) => day_text(weekday(day, step, context)?),
        When::Off(0, Unit::Weekend) => {
            let anchor = context.anchor?;
            // On a Tuesday the weekend that is over is the one before.
            let over = context.tense == Tense::Past && anchor.weekday().to_monday_zero_offset() < 4;
            off(anchor, if over { -1 } else { 0 }, Unit::Weekend)?
        }
        When::Off(count, unit) => off(context.anchor?, count, unit)?,
        When::MonthOf(years, month) => {
            format!(
                "{:04}-{month:02}",
                context.anchor?.year().saturating_add(years)
            )
        }
        When::OffSeason(step, season) => off_season(context.anchor?, step, season),
        When::OffMonth(step, month) => off_month(context.anchor?, step, month),
        When::Story(count, unit) => story(context, count, unit)?,
        When::Stretch(count, unit) => return stretch(context.anchor?, count, unit),
        When::Clock(hour, minute) => {
            format!("{}T{hour:02}:{minute:02}", day_text(context.anchor?))
        }
        When::Now | When::Open => return None,
    };
    Some(Period::Date(date))
}

/// The day of a weekday: the nearest before the anchor, or after it when the sentence looks forward.
fn weekday(day: i8, step: i8, context: Context) -> Option<Date> {
    let anchor = context.anchor?;
    let wanted = Weekday::from_monday_zero_offset(day).ok()?;
    if anchor.weekday() == wanted && step == 0 {
        return Some(anchor);
    }
    let forward = step > 0 || step == 0 && context.tense.is_future();
    anchor
        .nth_weekday(if forward { 1 } else { -1 }, wanted)
        .ok()
}

/// A date so many units from the anchor, in the grain of the unit.
fn off(anchor: Date, count: i32, unit: Unit) -> Option<String> {
    let moved = anchor.checked_add(length(count, unit)?).ok()?;
    Some(match unit {
        Unit::Minute | Unit::Hour | Unit::Day => day_text(moved),
        Unit::Week | Unit::Weekend | Unit::Fortnight => week_text(moved),
        Unit::Month => month_text(moved.year(), moved.month()),
        Unit::Quarter => format!("{:04}-Q{}", moved.year(), (moved.month() + 2) / 3),
        Unit::Year => year_text(moved.year()),
        Unit::Decade if count.abs() > 1 => year_text(moved.year()),
        Unit::Decade | Unit::Century => return None,
    })
}

/// The same from the last date of the text, when its grain allows.
fn story(context: Context, count: i32, unit: Unit) -> Option<String> {
    let (year, month) = context.story?;
    match unit {
        Unit::Year if count.abs() <= 20 => i16::try_from(count).ok().map(|c| year_text(year + c)),
        Unit::Month => {
            let from = Date::new(year, month?, 1).ok()?;
            off(from, count, unit)
        }
        _ => None,
    }
}

/// The last or next so many units, as a range that ends or begins at the anchor.
fn stretch(anchor: Date, count: i32, unit: Unit) -> Option<Period> {
    let other = anchor.checked_add(length(count, unit)?).ok()?;
    let grain = |date: Date| match unit {
        Unit::Year | Unit::Decade | Unit::Century => year_text(date.year()),
        Unit::Month | Unit::Quarter => month_text(date.year(), date.month()),
        _ => day_text(date),
    };
    let (from, to) = if other < anchor {
        (other, anchor)
    } else {
        (anchor, other)
    };
    Some(Period::Range(Some(grain(from)), Some(grain(to))))
}

/// So many units as a length of calendar time.
fn length(count: i32, unit: Unit) -> Option<Length> {
    let (count, none) = (i64::from(count), Length::new());
    match unit {
        Unit::Minute | Unit::Hour => Ok(none),
        Unit::Day => none.try_days(count),
        Unit::Week | Unit::Weekend => none.try_weeks(count),
        Unit::Fortnight => none.try_weeks(count * 2),
        Unit::Month => none.try_months(count),
        Unit::Quarter => none.try_months(count * 3),
        Unit::Year => none.try_years(count),
        Unit::Decade => none.try_years(count * 10),
        Unit::Century => none.try_years(count * 100),
    }
    .ok()
}

/// `last winter`, `next summer`, `this spring`. The last season is the latest that was over or had begun.
fn off_season(anchor: Date, step: i8, season: Season) -> String {
    let start = match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Fall => 9,
        Season::Winter => 12,
    };
    let year = anchor.year();
    let year = match step {
        0 if season == Season::Winter && anchor.month() < 6 => year - 1,
        0 => year,
        s if s > 0 && anchor.month() < start => year,
        s if s > 0 => year + 1,
        _ if anchor.month() >= start + 3 => year,
        _ => year - 1,
    };
    season_text(year, season)
}

/// `last March`, `next March`, `this March`.
fn off_month(anchor: Date, step: i8, month: i8) -> String {
    let year = anchor.year();
    let year = match step {
        0 => year,
        s if s > 0 && month > anchor.month() => year,
        s if s > 0 => year + 1,
        _ if month < anchor.month() => year,
        _ => year - 1,
    };
    month_text(year, month)
}

fn day_text(date: Date) -> String {
    date.to_string()
}

fn month_text(year: i16, month: i8) -> String {
    format!("{year:04}-{month:02}")
}

fn year_text(year: i16) -> String {
    format!("{year:04}")
}

fn week_text(date: Date) -> String {
    let week = date.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

fn season_text(year: i16, season: Season) -> String {
    let name = match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Fall => "FA",
        Season::Winter => "WI",
    };
    format!("{year:04}-{name}")
}

impl When {
    /// The year and month that later dates of the text may count from.
    pub(super) fn story(self) -> Option<(i16, Option<i8>)> {
        match self {
            Self::Year(year) | Self::Years(_, year) => Some((year, None)),
            Self::Day {
                year: Some(year),
                month,
                ..
            }
            | Self::Days {
                year: Some(year),
                month,
                ..
            }
            | Self::Month {
                year: Some(year),
                month,
            } => Some((year, Some(month))),
            _ => None,
        }
    }

    /// This with a year, if it lacks one.
    pub(super) fn with_year(self, new: i16) -> Self {
        match self {
            Self::Day {
                year: None,
                month,
                day,
            } => Self::Day {
                year: Some(new),
                month,
                day,
            },
            Self::Days {
                year: None,
                month,
                from,
                to,
            } => Self::Days {
                year: Some(new),
                month,
                from,
                to,
            },
            Self::Month { year: None, month } => Self::Month {
                year: Some(new),
                month,
            },
            Self::Season { year: None, season } => Self::Season {
                year: Some(new),
                season,
            },
            other => other,
        }
    }
}
