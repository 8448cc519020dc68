//! The values of options: how each is read from a word.

use std::ffi::OsStr;
use std::str::FromStr;

use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, StringValueParser, TypedValueParser};

use crate::app::Themes;
use crate::cli::surroundings::themes_folder;
use crate::document::Date;
use crate::facts::Kind;
use crate::import::InputKind;
use crate::ui::ThemeName;

/// Who puts right-to-left text in order.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum TypedBidi {
    Reader,
    Terminal,
    Off,
}

/// A date, or the empty string for none. A date with the year last counts when day and month cannot be exchanged; one
/// in which they can is as good as none.
#[derive(Clone, Copy, Debug)]
pub(super) struct TypedDate(pub(super) Option<Date>);

impl FromStr for TypedDate {
    type Err = String;

    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        if typed.trim().is_empty() {
            return Ok(Self(None));
        }
        let numbers: Vec<i16> = typed
            .split(['-', '.', '/'])
            .filter_map(|n| n.parse().ok())
            .collect();
        if let &[a, b, year] = numbers.as_slice()
            && year >= 1000
        {
            let (day, month) = if a > 12 { (a, b) } else { (b, a) };
            let is_clear = a > 12 || b > 12 || a == b;
            let date = i8::try_from(month).ok().zip(i8::try_from(day).ok());
            match date.and_then(|(month, day)| Date::new(year, month, day)) {
                Some(date) => return Ok(Self(is_clear.then_some(date))),
                None => return Err(format!("there is no day {typed:?}: write YYYY-MM-DD")),
            }
        }
        typed.parse().map(|date| Self(Some(date)))
    }
}

/// The kinds that one word stands for.
#[derive(Clone, Debug)]
pub(super) struct Kinds(pub(super) Vec<Kind>);

/// Reads the name of a kind or of a group of kinds.
pub(super) fn kinds() -> impl TypedValueParser<Value = Kinds> {
    let groups = [
        PossibleValue::new("number").help("quantity, percent and money"),
        PossibleValue::new("name").help("person, organization, place and event"),
    ];
    let names = Kind::ALL.map(|kind| PossibleValue::new(kind.name()));
    PossibleValuesParser::new(names.into_iter().chain(groups)).map(|word| {
        let is_meant = |kind: &Kind| match word.as_str() {
            "number" => kind.is_number(),
            "name" => kind.is_name(),
            name => kind.name() == name,
        };
        Kinds(Kind::ALL.into_iter().filter(is_meant).collect())
    })
}

/// Reads the name of a theme, built in or of the person's own. Shells complete those that are built in.
pub(super) fn themes() -> impl TypedValueParser<Value = ThemeName> {
    ThemeParser
}

#[derive(Clone, Copy, Debug)]
struct ThemeParser;

impl TypedValueParser for ThemeParser {
    type Value = ThemeName;

    fn parse_ref(
        &self,
        command: &clap::Command,
        arg: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<ThemeName, clap::Error> {
        let known = StringValueParser::new().try_map(|word| {
            let (name, themes) = (ThemeName::from(word), Themes::new(themes_folder()));
            if themes.has(&name) {
                Ok(name)
            } else {
                Err(themes.offered())
            }
        });
        known.parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let names = ThemeName::built_in()
            .map(|name| PossibleValue::new(name.as_str()).help(name.summary().unwrap_or_default()));
        Some(Box::new(names))
    }
}

/// Reads the name of a kind of input.
pub(super) fn input_kinds() -> impl TypedValueParser<Value = InputKind> {
    PossibleValuesParser::new(InputKind::ALL.map(InputKind::name))
        .try_map(|word| word.parse::<InputKind>())
}

/// Reads the words for a section.
pub(super) fn section(typed: &str) -> Result<String, &'static str> {
    if typed.trim().is_empty() {
        return Err("give a number or words of a heading: `nutgraf outline` lists them");
    }
    Ok(typed.to_owned())
}

/// The forms of facts.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum TypedFactsFormat {
    /// Aligned columns for people, the most important fact first
    #[default]
    Table,
    /// One object with the facts; for several articles an array of them
    Json,
    /// One object a fact, a line each, in the order of the text
    Jsonl,
    /// Comma-separated values (RFC 4180), a fact a row
    Csv,
    /// The sentences as quotations, with their facts and places
    Markdown,
    /// Lines that editors jump to, as of a compiler: `file:line:column: kind: text`; columns count characters, from 1
    Grep,
}

/// The forms of an article.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum TypedTextFormat {
    /// Plain text
    #[default]
    Text,
    /// Markdown, with links and emphasis
    Markdown,
}

/// The forms of notes.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum TypedNotesFormat {
    /// Quotations with your notes and where they stand, for a report
    #[default]
    Markdown,
    /// One object, or an array when several articles are given or none
    Json,
}

/// The forms of the history.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum TypedHistoryFormat {
    /// Aligned columns for people
    #[default]
    Table,
    /// One object with the articles
    Json,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expect: &str) {
        let read = match typed.parse::<TypedDate>() {
            Ok(TypedDate(date)) => date.map_or("unknown".to_owned(), |d| d.to_string()),
            Err(_) => "refused".to_owned(),
        };
        assert_eq!(read, expect);
    }

    #[test]
    fn dates_are_read_where_they_are_clear() {
        check("2009-02-03", "2009-02-03");
        check("25-01-2024", "2024-01-25");
        check("01/25/2024", "2024-01-25");
        check("03-02-2009", "unknown");
        check("", "unknown");
        check("31-02-2009", "refused");
        check("soon", "refused");
    }
}
