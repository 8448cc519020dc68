//! Mail (RFC 5322 and MIME, `.eml`) to a [`Document`]: subject, sender and day, what was written, and the names of what
//! is attached.
//!
//! `mail-parser` takes the message apart. Of two versions of the same words the one with structure is read: HTML goes
//! through the walker of pages, plain text through its own importer, quoted replies become quotations. Attachments are
//! named and never opened. Deliberately absent: mailboxes of many messages, signatures, encryption.

use mail_parser::{Address, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::draft::{Draft, emit};
use super::html::{Links, Loss, Syntax, limit, tree, walk};
use super::{ImportError, plain};
use crate::document::{BlockKind, Builder, Date, Document, MarkKind, Meta};

/// So many receivers are named.
const NAMED: usize = 12;

/// Headers that only mail has.
const TELLING: [&str; 8] = [
    "received:",
    "message-id:",
    "mime-version:",
    "return-path:",
    "delivered-to:",
    "dkim-signature:",
    "in-reply-to:",
    "x-mailer:",
];

/// Whether a text opens with the headers of a mail: with two that nothing else has.
pub(super) fn opens(text: &str) -> bool {
    let mut telling = 0;
    for line in text.lines() {
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let name = line.split(':').next().unwrap_or_default();
        let is_name = name.len() < line.len()
            && !name.is_empty()
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if !is_name {
            break;
        }
        let header = format!("{}:", name.to_ascii_lowercase());
        telling += usize::from(TELLING.contains(&header.as_str()));
    }
    telling >= 2
}

/// Imports a mail.
///
/// # Errors
/// When it has no header that can be read.
pub(super) fn import(bytes: &[u8], meta: Meta) -> Result<Document, ImportError> {
    let mut builder = Builder::new(meta);
    let Some(message) = MessageParser::default().parse(bytes) else {
        return Err(ImportError::Damaged {
            name: builder.meta.source,
            what: "mail",
        });
    };
    builder.set_base(None);
    describe(&message, &mut builder.meta);
    let mut drafts = head(&message, &builder.meta);
    let mut lost = Loss::default();
    let before = drafts.len();
    for part in body(&message) {
        drafts.extend(written(part, &mut lost));
    }
    let is_silent = drafts.len() == before;
    drafts.extend(attached(&message));
    emit(&mut builder, &drafts);
    if let Some(said) = lost.sentence() {
        builder.warn(said);
    }
    if is_silent {
        builder.warn("There are no words in the mail that can be read.");
    }
    Ok(builder.finish())
}

/// Subject, sender and day.
fn describe(message: &Message<'_>, meta: &mut Meta) {
    let subject = message.subject().unwrap_or_default();
    subject.trim().clone_into(&mut meta.title);
    meta.byline = message.from().map(names).filter(|names| !names.is_empty());
    meta.published = message.date().and_then(|date| {
        Date::new(
            i16::try_from(date.year).ok()?,
            i8::try_from(date.month).ok()?,
            i8::try_from(date.day).ok()?,
        )
    });
}

/// The subject as the title, and a line on who wrote to whom and when.
fn head(message: &Message<'_>, meta: &Meta) -> Vec<Draft> {
    let mut title = Draft::new(BlockKind::Heading { level: 1 });
    title.text.clone_from(&meta.title);
    let mut line = Draft::new(BlockKind::Paragraph);
    let copies = message.cc().map(names).filter(|names| !names.is_empty());
    let said = [
        ("From", meta.byline.clone()),
        (
            "To",
            message.to().map(names).filter(|names| !names.is_empty()),
        ),
        ("Copy to", copies),
        ("Date", meta.published.map(|day| day.to_string())),
    ];
    for (label, words) in said {
        let Some(words) = words else { continue };
        if !line.text.is_empty() {
            line.text.push('\n');
        }
        let from = line.text.len();
        line.text.push_str(label);
        line.marks.push((from, line.text.len(), MarkKind::Strong));
        line.text.push(' ');
        line.text.push_str(&words);
    }
    vec![title, line]
}

/// The names behind addresses, or the addresses themselves, with commas.
fn names(address: &Address<'_>) -> String {
    let all = address.iter().filter_map(|one| {
        let name = one.name().map(|name| name.trim().trim_matches(['"', '\'']));
        name.filter(|name| !name.is_empty()).or(one.address())
    });
    let all: Vec<&str> = all.collect();
    let first = all.get(..NAMED).unwrap_or(&all).join(", ");
    match all.len().saturating_sub(NAMED) {
        0 => first,
        more => format!("{first} and {more} more"),
    }
}

/// The parts that hold what was written: those with structure where there are any.
fn body<'m>(message: &'m Message<'m>) -> Vec<&'m MessagePart<'m>> {
    let html: Vec<_> = message.html_bodies().collect();
    if html
        .iter()
        .any(|part| matches!(part.body, PartType::Html(_)))
    {
        html
    } else {
        message.text_bodies().collect()
    }
}

/// What one part says, as blocks. What is left out of it is added to `lost`.
fn written(part: &MessagePart<'_>, lost: &mut Loss) -> Vec<Draft> {
    match &part.body {
        PartType::Html(html) => {
            let (page, loss) = limit(html, Syntax::Html);
            *lost = lost.and(loss);
            let page = tree(&page);
            let mut drafts = walk(page.root(), Links::Page, &|_| true);
            for draft in &mut drafts {
                if let BlockKind::Heading { level } = &mut draft.kind {
                    *level = level.saturating_add(1).min(6);
                }
            }
            drafts
        }
        PartType::Text(text) => {
            let document = plain::import(text.as_bytes(), Meta::default());
            document
                .blocks()
                .iter()
                .map(|b| draft(&document, b))
                .collect()
        }
        _ => Vec::new(),
    }
}

/// A block of a plain text as a draft. Its first line is no title here: the subject is.
fn draft(document: &Document, block: &crate::document::Block) -> Draft {
    let kind = match &block.kind {
        BlockKind::Heading { level: 1 } | BlockKind::Boilerplate => BlockKind::Paragraph,
        kind => kind.clone(),
    };
    let mut draft = Draft::new(kind);
    document.slice(block.span).clone_into(&mut draft.text);
    for mark in document.marks_in(block.span) {
        let from = mark.span.start.get().saturating_sub(block.span.start.get());
        let to = mark.span.end.get().saturating_sub(block.span.start.get());
        if !matches!(mark.kind, MarkKind::Jump(_)) && to <= draft.text.len() {
            draft.marks.push((from, to, mark.kind.clone()));
        }
    }
    draft
}

/// The names of what is attached, with kind and size.
fn attached(message: &Message<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for part in message.attachments() {
        let name = part.attachment_name().unwrap_or("without a name");
        let kind = part.content_type().map(|kind| {
            let sub = kind.subtype().unwrap_or_default();
            format!(" · {}/{sub}", kind.ctype())
        });
        let mut item = Draft::new(BlockKind::ListItem {
            depth: 0,
            marker: "•".to_owned(),
        });
        let size = size(part.len());
        item.text = format!("{name}{} · {size}", kind.unwrap_or_default());
        drafts.push(item);
    }
    if !drafts.is_empty() {
        let mut heading = Draft::new(BlockKind::Heading { level: 2 });
        "Attached".clone_into(&mut heading.text);
        drafts.insert(0, heading);
    }
    drafts
}

/// A size in bytes for people.
fn size(bytes: usize) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}
