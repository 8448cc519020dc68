//! Facts as comma-separated values, as RFC 4180 has them: one head line, a fact a row, CR LF after each.

use serde_json::Value as Json;

use super::{Sheet, json};
use crate::facts::{Fact, FactId, Kind, Value};

/// How many columns there are.
const COUNT: usize = 30;

/// The names of the columns. Columns are only added, at the end.
const COLUMNS: [&str; COUNT] = [
    "file",
    "line",
    "column",
    "id",
    "rank",
    "score",
    "kind",
    "text",
    "subject",
    "number",
    "to",
    "approx",
    "change",
    "unit",
    "date",
    "date_to",
    "name",
    "acronym",
    "long_form",
    "role",
    "speaker",
    "cue",
    "stance",
    "items",
    "section",
    "mentions",
    "conflicts",
    "sentence",
    "place",
    "when",
];

/// The head line.
pub fn csv_head() -> String {
    rows(std::iter::once(COLUMNS.map(str::to_owned)))
}

/// The facts, a row each, in the order given; without the head line. A column that a fact has no value for is empty;
/// several conflicting facts are parted by
/// spaces, the items of a list by semicolons.
pub fn csv(sheet: &Sheet<'_>, facts: &[FactId]) -> String {
    rows(facts.iter().filter_map(|&id| row(sheet, id)))
}

/// One fact. Values are those of the JSON output.
fn row(sheet: &Sheet<'_>, id: FactId) -> Option<[String; COUNT]> {
    let fact: &Fact = sheet.article.fact(id)?;
    let json = json::fact(sheet.article, id)?;
    let place = sheet.source_place_of(fact);
    let value = |keys: &[&str]| {
        let found = keys.iter().find_map(|key| json.get("value")?.get(key));
        found.map(plain).unwrap_or_default()
    };
    let own = |key: &str| json.get(key).map(plain).unwrap_or_default();
    let is_time = fact.kind == Kind::Time;
    let (number, to) = if is_time {
        Default::default()
    } else {
        (value(&["number", "from"]), value(&["to"]))
    };
    let (date, date_to) = if is_time {
        (value(&["date", "from"]), value(&["to"]))
    } else {
        Default::default()
    };
    let items = match &fact.value {
        Value::List { items, .. } => {
            let items: Vec<_> = items.iter().map(|&item| sheet.words(item)).collect();
            items.join("; ")
        }
        _ => String::new(),
    };
    Some([
        sheet.name().to_owned(),
        place.map(|p| p.line.to_string()).unwrap_or_default(),
        place.map(|p| p.column.to_string()).unwrap_or_default(),
        own("id"),
        own("rank"),
        own("score"),
        own("kind"),
        sheet.words(fact.span),
        fact.subject.map(|s| sheet.words(s)).unwrap_or_default(),
        number,
        to,
        value(&["approx"]),
        value(&["change"]),
        value(&["unit"]),
        date,
        date_to,
        value(&["name", "short"]),
        value(&["acronym"]),
        value(&["long"]),
        value(&["role"]),
        value(&["speaker"]),
        value(&["cue"]),
        value(&["stance"]),
        items,
        sheet.section(fact.section),
        fact.mentions.len().to_string(),
        own("conflicts"),
        sheet.words(fact.sentence),
        own("place"),
        own("when"),
    ])
}

/// A JSON value as a cell.
fn plain(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(words) => super::sheet::one_line(words),
        Json::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}

/// Rows as text.
fn rows(rows: impl Iterator<Item = [String; COUNT]>) -> String {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail, and all rows have the same length.
        let _ = writer.write_record(&row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
