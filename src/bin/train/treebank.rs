//! Reads a treebank of Universal Dependencies (CoNLL-U) into documents with tags.

use nutgraf::document::{BlockKind, Builder};
use nutgraf::facts::Tag;
use nutgraf::facts::train::SpeechDocument;
use nutgraf::text::Span;

/// The documents of a treebank file.
pub(crate) fn documents(conllu: &str) -> Vec<SpeechDocument> {
    let mut out = Vec::new();
    let mut builder = Builder::default();
    let mut words = Vec::new();
    for sentence in conllu.split("\n\n").filter(|s| !s.trim().is_empty()) {
        if sentence.starts_with("# newdoc") {
            finish(&mut out, &mut builder, &mut words);
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
        words.extend(
            spans(sentence, text)
                .into_iter()
                .map(|(a, b, tag)| (Span::new(base + a, base + b), tag)),
        );
    }
    finish(&mut out, &mut builder, &mut words);
    out
}

fn finish(out: &mut Vec<SpeechDocument>, builder: &mut Builder, words: &mut Vec<(Span, Tag)>) {
    let document = std::mem::take(builder).finish();
    let words = std::mem::take(words);
    if !words.is_empty() {
        out.push(SpeechDocument { document, words });
    }
}

/// Where each word of a sentence stands in its text. The words of a contraction (`1-2` lines) share its letters when
/// they spell it, else it has the tag of its first word.
pub(crate) fn spans(sentence: &str, text: &str) -> Vec<(usize, usize, Tag)> {
    let rows: Vec<Vec<&str>> = sentence
        .lines()
        .filter(|l| !l.starts_with('#'))
        .map(|l| l.split('\t').collect())
        .collect();
    let field = |row: &[&str], i: usize| row.get(i).map(|s| (*s).to_owned()).unwrap_or_default();
    let mut out = Vec::new();
    let mut at = 0;
    let mut i = 0;
    while let Some(row) = rows.get(i) {
        i += 1;
        let (id, form) = (field(row, 0), field(row, 1));
        if id.contains('.') {
            continue;
        }
        let Some(start) = text.get(at..).and_then(|t| t.find(&form)).map(|p| at + p) else {
            continue;
        };
        at = start + form.len();
        let Some((a, b)) = id.split_once('-') else {
            out.push((start, at, tag(&field(row, 3))));
            continue;
        };
        let count = b
            .parse::<usize>()
            .unwrap_or(0)
            .saturating_sub(a.parse().unwrap_or(0))
            + 1;
        let parts: Vec<_> = rows
            .iter()
            .skip(i)
            .take(count)
            .map(|r| (field(r, 1), tag(&field(r, 3))))
            .collect();
        i += count;
        if parts.iter().map(|p| p.0.as_str()).collect::<String>() == form {
            let mut from = start;
            for (part, tag) in parts {
                out.push((from, from + part.len(), tag));
                from += part.len();
            }
        } else if let Some((_, tag)) = parts.first() {
            out.push((start, at, *tag));
        }
    }
    out
}

fn tag(name: &str) -> Tag {
    Tag::named(name).unwrap_or_default()
}
