//! Sentence in, times out.

use crate::document::{BlockKind, Builder, Date};
use crate::facts::analysis::analyse;
use crate::facts::model::{Period, Value};

/// Checks the times of a text published on Wednesday, 15 May 2024: `span = value`.
#[track_caller]
fn check(text: &str, expect: &[&str]) {
    let mut builder = Builder::default();
    builder.open(BlockKind::Paragraph, None);
    builder.push(text, None);
    let document = builder.finish();
    let analysis = analyse(&document, Date::new(2024, 5, 15));
    let found: Vec<_> = super::find(&analysis)
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
        .collect();
    assert_eq!(found, expect);
}

#[test]
fn full_dates() {
    check(
        "It opened on March 3, 2021.",
        &["March 3, 2021 = 2021-03-03"],
    );
}
