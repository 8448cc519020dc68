//! Sentence in, facts out, in languages that have no rules of their own.

mod germanic;
mod mixed;
mod romance;
mod scripts;

use crate::facts::merge::testing::document;
use crate::facts::{Approx, Kind, Period, Unit, Value};

/// The facts of a text in a language: `kind words = value`.
fn found(text: &str, language: &str) -> Vec<String> {
    let mut builder = crate::document::Builder::default();
    let plain = document(text);
    builder.meta.language = Some(language.to_owned());
    for block in plain.blocks() {
        builder.open(block.kind.clone(), None);
        builder.push(plain.slice(block.span), None);
        builder.close();
    }
    let document = builder.finish();
    let findings = crate::facts::find(&document, None);
    findings
        .facts
        .iter()
        .map(|fact| {
            let value = match &fact.value {
                Value::Number(n) => {
                    let approx = match n.approx {
                        Approx::Exact => "",
                        Approx::About => "~",
                        Approx::Above => ">",
                        Approx::Below => "<",
                    };
                    let unit = match (fact.kind, &n.unit) {
                        (Kind::Percent, Some(Unit::Name("%"))) | (_, None) => String::new(),
                        (_, Some(Unit::Name(name))) => format!(" {name}"),
                        (_, Some(Unit::Words(span))) => format!(" {}", document.slice(*span)),
                    };
                    format!(" = {approx}{}{unit}", n.number)
                }
                Value::Time(Some(Period::Date(date))) => format!(" = {date}"),
                _ => String::new(),
            };
            format!("{} {}{value}", fact.kind.name(), document.slice(fact.span))
        })
        .collect()
}

/// Checks a table of lines `sentence => fact & fact`.
#[track_caller]
fn check(language: &str, table: &str) {
    let mut wrong = Vec::new();
    for line in table.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let (text, expect) = line.split_once(" =>").unwrap_or((line, ""));
        let got = found(text, language).join(" & ");
        if got != expect.trim() {
            wrong.push(format!("{text} => {got}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
