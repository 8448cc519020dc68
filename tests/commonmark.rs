//! The examples of the `CommonMark` specification: structure and text must come out as those of the expected HTML.
//!
//! The examples are not a part of the project: `NUTGRAF_COMMONMARK` names a JSON file of them (fields `markdown`,
//! `html`, `section`), as the specification's own tools write it. Without it the test does nothing.

use std::path::PathBuf;

use nutgraf::document::{BlockKind, Document};
use nutgraf::import::{InputKind, Request, import};
use serde_json::Value;

/// The examples that may differ.
const DIFFERENT: usize = 1;

/// Blocks as a reader sees them: kind, and words without the white space between.
fn outline(doc: &Document) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for block in doc.blocks() {
        let text = doc.slice(block.span);
        let words = || text.split_whitespace().collect::<Vec<_>>().join(" ");
        lines.push(match &block.kind {
            BlockKind::Rule => "rule".to_owned(),
            BlockKind::Image { alt, .. } => format!("image {}", alt.replace(' ', "")),
            BlockKind::Heading { level } => format!("h{level} {}", words()),
            BlockKind::ListItem { depth, marker } => {
                // HTML does not tell `1)` from `1.`.
                format!("item {depth} {} {}", marker.replace(')', "."), words())
            }
            BlockKind::Quotation { depth } => format!("quote {depth} {}", words()),
            BlockKind::Code { language } => format!("code {language:?} {}", text.trim_end()),
            kind => format!("{} {}", kind.name(), words()),
        });
    }
    lines
}

fn read(text: &str, kind: InputKind) -> Vec<String> {
    let request = Request {
        kind: Some(kind),
        cleaning: nutgraf::import::Cleaning::Whole,
        ..Request::default()
    };
    import(text.as_bytes(), &request)
        .map(|doc| outline(&doc))
        .unwrap_or_default()
}

#[test]
fn the_examples_of_the_specification() {
    let Some(path) = std::env::var_os("NUTGRAF_COMMONMARK").map(PathBuf::from) else {
        return;
    };
    let examples: Vec<Value> = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let mut wrong = Vec::new();
    for example in &examples {
        let field = |name: &str| example[name].as_str().unwrap_or_default();
        let markdown = read(field("markdown"), InputKind::Markdown);
        let html = read(field("html"), InputKind::Html);
        if markdown != html {
            wrong.push(format!(
                "{}\n{:?}\n{}  {markdown:#?}\n  {html:#?}",
                field("section"),
                field("markdown"),
                field("html")
            ));
        }
    }
    println!(
        "{} of {} right",
        examples.len() - wrong.len(),
        examples.len()
    );
    assert!(
        wrong.len() <= DIFFERENT,
        "{}: {}",
        wrong.len(),
        wrong.join("\n\n")
    );
}
