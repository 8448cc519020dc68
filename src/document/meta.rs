//! What is known of a document besides its text.

use std::fmt;

use serde::{Serialize, Serializer};

/// A calendar day, of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(jiff::civil::Date);

impl Date {
    /// The day, if there is such a day in the years -9999 to 9999.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        jiff::civil::Date::new(year, month, day).ok().map(Self)
    }

    /// The day in calendar arithmetic.
    pub fn civil(self) -> jiff::civil::Date {
        self.0
    }
}

impl From<jiff::civil::Date> for Date {
    fn from(day: jiff::civil::Date) -> Self {
        Self(day)
    }
}

impl std::str::FromStr for Date {
    type Err = String;

    /// Reads `YYYY-MM-DD`.
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        s.parse()
            .map(Self)
            .map_err(|_| format!("{s:?} is not a date: write YYYY-MM-DD, such as 2024-01-25"))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Title, byline, dates and where the document came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// The title, on one line; empty when there is none.
    pub title: String,
    /// Who wrote it, without "By".
    pub byline: Option<String>,
    /// The day of publication: the anchor of relative dates.
    pub published: Option<Date>,
    /// The day of the last change, where it is another one.
    pub modified: Option<Date>,
    /// The name of the site, paper or publisher.
    pub site: Option<String>,
    /// The language, as a two-letter code, where it is given or recognised.
    pub language: Option<String>,
    /// The character encoding of the input, as the standard names it, where it was not plain UTF-8.
    pub encoding: Option<String>,
    /// The address that a page gives itself, as it stands there; not checked.
    pub url: Option<String>,
    /// The file name, URL or other name of the input, as it may be shown.
    pub source: String,
}
