//! The whole model, or its facts, as JSON: the schema that the manual documents.
//!
//! Offsets are bytes, half-open. `span` is in the text, `source` in the input file as given (null where the text is
//! not a part of the file). Fields are only added, never renamed, within a schema number.

use std::fmt;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value as Json, json};

use super::Sheet;
use crate::article::Article;
use crate::document::{Block, BlockKind, Document};
use crate::facts::{Fact, FactId, Number, Period, Unit, Value};
use crate::text::Span;

/// The schema number in the output.
pub const SCHEMA: u32 = 1;

/// The whole model as one JSON object. It is written field by field and never held as a tree, which would take many
/// times the memory of the model.
#[derive(Clone, Copy, Debug)]
pub struct Dump<'a>(pub &'a Article);

/// The names of all fields, in the order in which they are written.
const FIELDS: [&str; 15] = [
    "blocks",
    "boilerplate",
    "byline",
    "facts",
    "language",
    "published",
    "repeats",
    "schema",
    "sections",
    "sentences",
    "site",
    "source",
    "text",
    "title",
    "warnings",
];

impl Serialize for Dump<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(article) = *self;
        let document = &article.document;
        let place = |span: Span| document.origin().span(span).unwrap_or(span);
        let block = |b: &Block| {
            json!({
                "kind": b.kind.name(),
                "span": b.span,
                "source": b.source.or_else(|| document.origin().span(b.span)),
                "section": document.outline().headed(b.section),
            })
        };
        let about = about(article);
        let mut map = serializer.serialize_map(Some(FIELDS.len()))?;
        for field in FIELDS {
            match field {
                "text" => map.serialize_entry(field, document.text())?,
                "blocks" => {
                    map.serialize_entry(field, &Each(|| document.blocks().iter().map(block)))?;
                }
                "sentences" => {
                    let sentences = &article.findings.sentences;
                    map.serialize_entry(field, &Each(|| sentences.iter().map(|&s| place(s))))?;
                }
                "facts" => {
                    let facts = article.findings.facts.len();
                    let each = Each(|| (0..facts).filter_map(|i| fact(article, FactId::new(i))));
                    map.serialize_entry(field, &each)?;
                }
                _ => map.serialize_entry(field, &about.get(field))?,
            }
        }
        map.end()
    }
}

impl fmt::Display for Dump<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(self).map_err(|_| fmt::Error)?)
    }
}

/// An array whose elements are made while it is written.
struct Each<F>(F);

impl<F, I> Serialize for Each<F>
where
    F: Fn() -> I,
    I: Iterator,
    I::Item: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// The fields of [`Dump`] but for the text, the blocks, the sentences and the facts.
fn about(article: &Article) -> Map<String, Json> {
    let (document, findings) = (&article.document, &article.findings);
    let meta = document.meta();
    let place = |span: Span| document.origin().span(span).unwrap_or(span);
    let boilerplate = document
        .blocks()
        .iter()
        .filter(|b| b.kind == BlockKind::Boilerplate);
    let fields = json!({
        "schema": SCHEMA,
        "title": meta.title,
        "byline": meta.byline,
        "published": meta.published,
        "site": meta.site,
        "language": meta.language,
        "source": meta.source,
        // Parts without a heading are for going about in the reader.
        "sections": document.outline().sections().iter().enumerate().filter(|(i, s)| *i == 0 || s.heading.is_some()).map(|(_, s)| json!({
            "title": document.slice(s.title),
            "level": s.level,
            "parent": s.parent,
            "span": s.title,
            "source": document.origin().span(s.title),
            "body": s.span,
        })).collect::<Vec<_>>(),
        "boilerplate": boilerplate.map(|b| place(b.span)).collect::<Vec<_>>(),
        "repeats": findings.repeats.iter().map(|r| json!({
            "span": r.span,
            "source": document.origin().span(r.span),
            "first": r.first,
            "verbatim": r.verbatim,
        })).collect::<Vec<_>>(),
        "warnings": article.warnings().collect::<Vec<_>>(),
    });
    match fields {
        Json::Object(fields) => fields,
        _ => Map::new(),
    }
}

/// The facts of an article with what belongs to them, as one JSON object: like [`Dump`], without the text, the blocks
/// and the sentences; each fact has its place and its sentence in words besides (see [`entry`]).
pub fn report(sheet: &Sheet<'_>, facts: &[FactId]) -> Json {
    let mut fields = about(sheet.article);
    let entries = facts.iter().filter_map(|&id| entry(sheet, id)).collect();
    fields.insert("facts".into(), entries);
    Json::Object(fields)
}

/// One fact as a record that stands alone: with `file`, `line`, `column` (both from 1, characters), `heading` (of its
/// section) and `evidence` (the sentence in words). None where there is no fact of that number.
pub fn entry(sheet: &Sheet<'_>, id: FactId) -> Option<Json> {
    let found = sheet.article.fact(id)?;
    let place = sheet.place_of(found);
    let mut json = fact(sheet.article, id)?;
    let map = json.as_object_mut()?;
    map.insert("file".into(), json!(sheet.name()));
    map.insert("line".into(), json!(place.map(|p| p.line)));
    map.insert("column".into(), json!(place.map(|p| p.column)));
    map.insert("heading".into(), json!(sheet.section(found.section)));
    map.insert("evidence".into(), json!(sheet.words(found.sentence)));
    Some(json)
}

/// One fact; none where there is no fact of that number.
pub fn fact(article: &Article, id: FactId) -> Option<Json> {
    let document = &article.document;
    let fact = article.findings.facts.get(id.get())?;
    let place = |span: &Span| document.origin().span(*span).unwrap_or(*span);
    Some(json!({
        "id": id.0 + 1,
        "kind": fact.kind,
        "text": document.slice(fact.span),
        "span": fact.span,
        "source": document.origin().span(fact.span),
        "sentence": fact.sentence,
        "section": document.outline().headed(fact.section),
        "subject": subject(fact).map(|s| document.slice(s)),
        "place": fact.place.map(|s| document.slice(s)),
        "when": fact.when.map(|s| document.slice(s)),
        "value": value(document, fact),
        "mentions": fact.mentions.iter().map(place).collect::<Vec<_>>(),
        "conflicts": fact.conflicts.iter().map(|c| c.0 + 1).collect::<Vec<_>>(),
        "score": (f64::from(fact.score) * 1000.0).round() / 1000.0,
        "rank": fact.rank,
        "reasons": fact.reasons,
    }))
}

/// What a fact is about. Of what is said it is the speaker, by name, though the sentence may have a pronoun.
fn subject(fact: &Fact) -> Option<Span> {
    match fact.value {
        Value::Quote { speaker, .. } | Value::Claim { speaker, .. } => speaker,
        _ => fact.subject,
    }
}

/// The value of a fact, by kind.
fn value(document: &Document, fact: &Fact) -> Json {
    let words = |span: Span| document.slice(span);
    let place = |span: Span| document.origin().span(span).unwrap_or(span);
    let mut out = Map::new();
    let mut set = |key: &str, value: Json| {
        if !value.is_null() {
            out.insert(key.to_owned(), value);
        }
    };
    match &fact.value {
        Value::Number(number) => return number_value(document, number),
        Value::Time(None) | Value::Statement => return Json::Null,
        Value::Time(Some(Period::Date(date))) => set("date", json!(date)),
        Value::Time(Some(Period::Range(from, to))) => {
            set("from", json!(from));
            set("to", json!(to));
        }
        Value::Name {
            canonical,
            role,
            acronym,
        } => {
            set("name", json!(words(*canonical)));
            set("role", json!(role.map(words)));
            set("acronym", json!(acronym.map(words)));
        }
        Value::Quote { speaker, cue } => {
            set("speaker", json!(speaker.map(words)));
            // Where the sentence names the speaker; the name itself may stand further off, where a pronoun is used.
            set("speaker_span", json!(fact.subject.or(*speaker).map(place)));
            set("cue", json!(cue.map(words)));
            set("cue_span", json!(cue.map(place)));
            if fact.unnamed(document.text()).is_some() {
                set("anonymous", json!(true));
            }
        }
        Value::Claim {
            speaker,
            cue,
            stance,
            more,
        } => {
            set("speaker", json!(speaker.map(words)));
            // Where the sentence names the speaker; the name itself may stand further off, where a pronoun is used.
            set("speaker_span", json!(fact.subject.or(*speaker).map(place)));
            set("cue", json!(words(*cue)));
            set("cue_span", json!(place(*cue)));
            set("stance", json!(stance));
            if fact.unnamed(document.text()).is_some() {
                set("anonymous", json!(true));
            }
            if !more.is_empty() {
                set(
                    "content_spans",
                    json!(more.iter().map(|&s| place(s)).collect::<Vec<_>>()),
                );
            }
        }
        Value::Definition { short, long } => {
            set("short", json!(words(*short)));
            set("long", json!(words(*long)));
        }
        Value::List { count, items } => {
            set("count", json!(count));
            set(
                "items",
                json!(items.iter().map(|&s| words(s)).collect::<Vec<_>>()),
            );
        }
    }
    Json::Object(out)
}

/// The value of a number: `number` or `from` and `to`, `approx`, `change`, `unit`.
fn number_value(document: &Document, number: &Number) -> Json {
    #[derive(Serialize)]
    #[serde(untagged)]
    enum Figure {
        Whole(i64),
        Real(f64),
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "only whole numbers below 2^53 are cast"
    )]
    let figure = |n: f64| {
        if n.fract() == 0.0 && n.abs() < 9e15 {
            Figure::Whole(n as i64)
        } else {
            Figure::Real(n)
        }
    };
    let unit = number.unit.as_ref().map(|unit| match unit {
        Unit::Words(span) => document.slice(*span),
        Unit::Name(name) => name,
    });
    let mut out = match number.to {
        Some(to) => json!({"from": figure(number.number), "to": figure(to)}),
        None => json!({"number": figure(number.number)}),
    };
    if let Some(map) = out.as_object_mut() {
        map.insert("approx".into(), json!(number.approx));
        if let Some(change) = number.change {
            map.insert("change".into(), json!(change));
        }
        if let Some(unit) = unit {
            map.insert("unit".into(), json!(unit));
        }
    }
    out
}
