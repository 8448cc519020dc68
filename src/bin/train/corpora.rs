//! Reads the corpora with names: gold files beside texts, IOB2 beside a treebank, JSON Lines.

use std::path::Path;

use anyhow::{Context, Result};
use nutgraf::document::{BlockKind, Builder, Meta};
use nutgraf::facts::NameKind;
use nutgraf::facts::train::{Corpus, GoldName, NameDocument};
use nutgraf::import;
use nutgraf::text::Span;
use serde_json::Value;

/// A document with the name of its file, for those that are scored.
pub(crate) struct Named {
    /// The set and the name: `gum/GUM_bio_chao`.
    pub name: String,
    /// The day it is dated, if it is.
    pub date: Option<String>,
    /// The document.
    pub gold: NameDocument,
}

/// The texts of one set with their gold.
pub(crate) fn gold_files(data: &Path, set: &str, corpus: Corpus) -> Result<Vec<Named>> {
    let mut out = Vec::new();
    let folder = data.join(set);
    for entry in std::fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let file = path
            .file_name()
            .map(|n| n.to_string_lossy().into_owned())
            .unwrap_or_default();
        let Some(name) = file.strip_suffix(".gold.json") else {
            continue;
        };
        let gold: Value = serde_json::from_str(&crate::read(&path)?)?;
        let bytes = std::fs::read(folder.join(format!("{name}.txt")))?;
        out.push(Named {
            name: format!("{set}/{name}"),
            date: text(&gold, "date_created").map(str::to_owned),
            gold: NameDocument {
                document: import::plain(&bytes, Meta::default()),
                names: names(&gold, corpus),
                corpus,
            },
        });
    }
    out.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(out)
}

/// The text of a field.
fn text<'v>(value: &'v Value, field: &str) -> Option<&'v str> {
    value.get(field)?.as_str()
}

/// The number in a field.
fn number(value: &Value, field: &str) -> Option<usize> {
    value.get(field)?.as_u64()?.try_into().ok()
}

/// The items of a field; none where it has none.
fn list<'v>(value: &'v Value, field: &str) -> &'v [Value] {
    value
        .get(field)
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default()
}

/// The names of a gold file: sure ones first, then the longer before the shorter.
fn names(gold: &Value, corpus: Corpus) -> Vec<GoldName> {
    let at = |fact: &Value, a: &str, b: &str| Some(Span::new(number(fact, a)?, number(fact, b)?));
    let mut out = Vec::new();
    for fact in list(gold, "facts") {
        let kind = match text(fact, "kind").unwrap_or_default() {
            "person" => NameKind::Person,
            "organization" => NameKind::Organization,
            "place" => NameKind::Place,
            "event" => NameKind::Event,
            "object" | "other" => NameKind::Other,
            _ => continue,
        };
        let neutral = text(fact, "neutral");
        if neutral == Some("nested") && corpus == Corpus::Gum || neutral == Some("demonym") {
            continue;
        }
        let open = neutral.is_some_and(|n| n != "nested");
        let (Some(span), Some(head)) =
            (at(fact, "start", "end"), at(fact, "head_start", "head_end"))
        else {
            continue;
        };
        let order = (neutral.is_some(), open, usize::MAX - span.len());
        out.push((
            order,
            GoldName {
                span,
                head,
                kind: (!open).then_some(kind),
            },
        ));
    }
    out.sort_by_key(|o| o.0);
    out.into_iter().map(|o| o.1).collect()
}

/// The documents of a treebank with the names of an IOB2 file over the same sentences.
pub(crate) fn universal(conllu: &str, iob: &str) -> Vec<NameDocument> {
    let rows = |block: &str| -> Vec<(String, String)> {
        block
            .lines()
            .filter(|l| !l.starts_with('#'))
            .filter_map(|l| {
                let mut fields = l.split('\t').skip(1);
                Some((fields.next()?.to_owned(), fields.next()?.to_owned()))
            })
            .collect()
    };
    let labels: std::collections::HashMap<String, Vec<(String, String)>> = iob
        .split("\n\n")
        .filter_map(|block| Some((id(block)?, rows(block))))
        .collect();
    let mut out = Vec::new();
    let mut builder = Builder::default();
    let mut names = Vec::new();
    let mut finish = |builder: &mut Builder, names: &mut Vec<GoldName>| {
        let document = std::mem::take(builder).finish();
        let names = std::mem::take(names);
        if !document.text().is_empty() {
            out.push(NameDocument {
                document,
                names,
                corpus: Corpus::Uner,
            });
        }
    };
    for sentence in conllu.split("\n\n").filter(|s| !s.trim().is_empty()) {
        if sentence.starts_with("# newdoc") {
            finish(&mut builder, &mut names);
        }
        if sentence.contains("# newpar") {
            builder.open(BlockKind::Paragraph, None);
        } else {
            builder.push(" ", None);
        }
        let text = sentence
            .lines()
            .find_map(|l| l.strip_prefix("# text = "))
            .unwrap_or_default();
        let base = builder.here().get();
        builder.push(text, None);
        let Some(rows) = id(sentence).and_then(|id| labels.get(&id)) else {
            continue;
        };
        let mut at = 0;
        for (form, label) in rows {
            let Some(start) = text
                .get(at..)
                .and_then(|t| t.find(form.as_str()))
                .map(|p| at + p)
            else {
                continue;
            };
            at = start + form.len();
            let span = Span::new(base + start, base + at);
            let kind = match label.get(2..) {
                Some("PER") => NameKind::Person,
                Some("ORG") => NameKind::Organization,
                Some("LOC") => NameKind::Place,
                _ => continue,
            };
            match names.last_mut() {
                Some(last) if label.starts_with("I-") => {
                    last.span = last.span.to(span);
                    last.head = span;
                }
                _ => names.push(GoldName {
                    span,
                    head: span,
                    kind: Some(kind),
                }),
            }
        }
    }
    finish(&mut builder, &mut names);
    out
}

/// The number of a sentence.
fn id(block: &str) -> Option<String> {
    block
        .lines()
        .find_map(|l| l.strip_prefix("# sent_id = "))
        .map(str::to_owned)
}

/// The texts of WNUT 17, each a document.
pub(crate) fn posts(lines: &str) -> Vec<NameDocument> {
    let mut out = Vec::new();
    for line in lines.lines() {
        let Ok(post) = serde_json::from_str::<Value>(line) else {
            continue;
        };
        let mut builder = Builder::default();
        builder.push(text(&post, "text").unwrap_or_default(), None);
        let spans = list(&post, "spans");
        let mut names = Vec::new();
        for span in spans {
            let at = |key: &str| number(span, key).unwrap_or(0);
            let kind = match text(span, "type") {
                Some("person") => NameKind::Person,
                Some("location") => NameKind::Place,
                Some("group" | "corporation") => NameKind::Organization,
                _ => NameKind::Other,
            };
            let span = Span::new(at("start"), at("end"));
            names.push(GoldName {
                span,
                head: span,
                kind: Some(kind),
            });
        }
        out.push(NameDocument {
            document: builder.finish(),
            names,
            corpus: Corpus::Wnut,
        });
    }
    out
}
