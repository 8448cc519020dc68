//! What is said in small texts, as tables. Paragraphs are parted by line breaks; `> ` begins a quotation set off.

mod claims;
mod first;
mod quotes;
mod vetoes;

use crate::document::{BlockKind, Builder};
use crate::facts::{Stance, Value, analyse};

/// Checks what is found, in order: `quote|words|speaker|cue`, `claim|content + further pieces|speaker|cue|stance`.
#[track_caller]
fn check(text: &str, expect: &[&str]) {
    let mut builder = Builder::default();
    for line in text.lines() {
        let (kind, words) = match line.strip_prefix("> ") {
            Some(words) => (BlockKind::Quotation { depth: 0 }, words),
            None => (BlockKind::Paragraph, line),
        };
        builder.open(kind, None);
        builder.push(words, None);
    }
    let document = builder.finish();
    let analysis = analyse(&document, None);
    let mut found = Vec::new();
    super::find(&analysis, &mut found);
    found.sort_by_key(|c| (c.span.start, c.span.end));
    let words = |span: Option<crate::text::Span>| span.map_or("-", |s| document.slice(s));
    let lines: Vec<String> = found
        .iter()
        .map(|c| match &c.value {
            Value::Claim {
                speaker,
                cue,
                stance,
                more,
            } => {
                let mut content = document.slice(c.span).to_owned();
                for piece in more {
                    content.push_str(" + ");
                    content.push_str(document.slice(*piece));
                }
                let stance = match stance {
                    Stance::Asserted => "asserted",
                    Stance::Denied => "denied",
                    Stance::Hedged => "hedged",
                };
                format!(
                    "claim|{content}|{}|{}|{stance}",
                    words(*speaker),
                    words(Some(*cue))
                )
            }
            Value::Quote { speaker, cue } => {
                format!(
                    "quote|{}|{}|{}",
                    document.slice(c.span),
                    words(*speaker),
                    words(*cue)
                )
            }
            _ => String::new(),
        })
        .collect();
    assert_eq!(lines, expect, "\n{text}");
}
