//! Sentence in, numbers out.

use crate::document::{BlockKind, Builder};
use crate::facts::analysis::analyse;
use crate::facts::model::{Approx, Change, Unit, Value};

/// Checks the numbers of a text: `kind|span|number|approx|unit|subject`.
#[track_caller]
fn check(text: &str, expect: &[&str]) {
    let mut builder = Builder::default();
    builder.open(BlockKind::Paragraph, None);
    builder.push(text, None);
    let document = builder.finish();
    let analysis = analyse(&document, None);
    let times = super::super::time::find(&analysis);
    let found: Vec<_> = super::find(&analysis, &times)
        .iter()
        .map(|c| {
            let Value::Number(number) = &c.value else {
                return "no number".to_owned();
            };
            let approx = match number.approx {
                Approx::Exact => "=",
                Approx::About => "~",
                Approx::Below => "<",
                Approx::Above => ">",
            };
            let change = match number.change {
                None => "",
                Some(Change::Up) => "+",
                Some(Change::Down) => "-",
            };
            let value = match number.to {
                Some(to) => format!("{}..{to}", number.number),
                None => number.number.to_string(),
            };
            let unit = match &number.unit {
                None => "",
                Some(Unit::Name(name)) => name,
                Some(Unit::Words(span)) => analysis.slice(*span),
            };
            let subject = c.subject.map_or("", |s| analysis.slice(s));
            format!(
                "{}|{}|{value}|{approx}{change}|{unit}|{subject}",
                c.kind.name(),
                analysis.slice(c.span)
            )
        })
        .collect();
    assert_eq!(found, expect);
}

#[test]
fn counted_things() {
    check(
        "The army sent 2,500 soldiers.",
        &["quantity|2,500 soldiers|2500|=|soldiers|army"],
    );
}
