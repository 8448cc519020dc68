//! Feeds (RSS, Atom, JSON Feed) to a [`Document`]: a list of articles, each a section with its date, its author and what
//! the feed gives of it. The heading links to the article itself.
//!
//! `feed-rs` reads the feed; what items say in HTML goes through the walker of pages. A feed that is cut off is read
//! up to its last whole item, with a warning.

use dom_query::Document as Page;
use feed_rs::model::{Entry, Feed, Link, Person, Text};
use feed_rs::parser;

use super::ImportError;
use super::draft::{Draft, emit};
use super::html::{Links, Loss, Syntax, limit, tree, walk};
use crate::document::{BlockKind, Builder, Date, Document, MarkKind, Meta};

/// The most items that are shown; feeds of whole archives go on for ever.
const ITEMS: usize = 500;
/// The most that is read of one item, in bytes of HTML.
const ITEM: usize = 512 << 10;
/// Headings inside an item stand below its own.
const BELOW: u8 = 2;

/// Whether these are the first words of a feed.
pub(super) fn opens(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.starts_with('{') {
        return text.contains("jsonfeed.org/version/");
    }
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let end = match rest {
            _ if rest.starts_with("<?") => "?>",
            _ if rest.starts_with("<!--") => "-->",
            _ => break,
        };
        match rest.split_once(end) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    let root = rest.split_once('>').map_or(rest, |(root, _)| root);
    let is = |name: &str| {
        root.strip_prefix(name)
            .is_some_and(|after| after.is_empty() || after.starts_with(char::is_whitespace))
    };
    is("<rss")
        || (is("<feed") && root.contains("/Atom"))
        || (is("<rdf:RDF") && root.contains("purl.org/rss"))
}

/// Imports a feed.
///
/// # Errors
/// When no item of it can be read.
pub(super) fn import(
    text: &str,
    meta: Meta,
    warning: Option<String>,
) -> Result<Document, ImportError> {
    let mut builder = Builder::new(meta);
    if let Some(warning) = warning {
        builder.warn(warning);
    }
    let text = without_declaration(text);
    let feed = parse(text, &builder.meta.source).or_else(|| {
        builder.warn("The feed is cut off or damaged: its whole items are shown.");
        parse(&mended(text)?, &builder.meta.source)
    });
    let Some(feed) = feed else {
        return Err(ImportError::Damaged {
            name: builder.meta.source,
            what: "feed",
        });
    };
    describe(&feed, &mut builder);
    if feed.entries.len() > ITEMS {
        builder.warn(format!(
            "Of the {} items of the feed the first {ITEMS} are shown.",
            feed.entries.len()
        ));
    }
    if feed.entries.is_empty() {
        builder.warn("There is no item in the feed.");
    }
    let mut lost = Loss::default();
    for entry in feed.entries.iter().take(ITEMS) {
        emit(&mut builder, item(entry, &mut lost));
    }
    if lost.length {
        builder.warn(format!(
            "Of items longer than {} KiB only the beginning is shown.",
            ITEM >> 10
        ));
        lost.length = false;
    }
    if let Some(said) = lost.sentence() {
        builder.warn(said);
    }
    Ok(builder.finish())
}

/// Reads the feed of that address.
fn parse(text: &str, address: &str) -> Option<Feed> {
    let base = address.contains("://").then_some(address);
    let parser = parser::Builder::new().base_uri(base).build();
    parser.parse(text.as_bytes()).ok()
}

/// The text is UTF-8 by now, whatever its declaration says.
fn without_declaration(text: &str) -> &str {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    match text
        .strip_prefix("<?xml")
        .and_then(|rest| rest.split_once("?>"))
    {
        Some((_, rest)) => rest.trim_start(),
        None => text,
    }
}

/// The feed up to its last whole item, ended as it should be.
fn mended(text: &str) -> Option<String> {
    [
        ("</item>", "</channel></rss>"),
        ("</entry>", "</feed>"),
        ("</item>", "</rdf:RDF>"),
    ]
    .into_iter()
    .find_map(|(item, end)| {
        let at = text.rfind(item)?;
        let whole = format!("{}{item}{end}", text.get(..at)?);
        parse(&whole, "").map(|_| whole)
    })
}

/// Title, authors, language, and a line on what it is about.
fn describe(feed: &Feed, builder: &mut Builder) {
    let site = feed.links.iter().find(|link| leads_on(link));
    builder.set_base(site.map(|link| link.href.as_str()));
    if let Some(title) = &feed.title {
        builder.meta.title = plain(title);
    }
    builder.meta.byline = names(&feed.authors);
    builder.meta.site = site.and_then(|link| {
        let address = url::Url::parse(&link.href).ok()?;
        address.host_str().map(str::to_owned)
    });
    builder.meta.language = feed
        .language
        .as_deref()
        .and_then(|tag| tag.split(['-', '_']).next())
        .filter(|code| (2..=3).contains(&code.len()))
        .map(str::to_ascii_lowercase);
    let mut drafts = Vec::new();
    if !builder.meta.title.is_empty() {
        let mut title = Draft::new(BlockKind::Heading { level: 1 });
        title.text.clone_from(&builder.meta.title);
        drafts.push(title);
    }
    if let Some(about) = &feed.description {
        drafts.extend(blocks(&about.content, &mut Loss::default()));
    }
    emit(builder, &drafts);
}

/// The blocks of one item. What is left out of it is added to `lost`.
fn item(entry: &Entry, lost: &mut Loss) -> Vec<Draft> {
    let mut heading = Draft::new(BlockKind::Heading { level: 2 });
    heading.text = entry.title.as_ref().map(plain).unwrap_or_default();
    let day = entry
        .published
        .or(entry.updated)
        .and_then(|time| time.format("%Y-%m-%d").to_string().parse::<Date>().ok());
    if heading.text.is_empty() {
        heading.text = day.map_or_else(|| "Without a title".to_owned(), |day| day.to_string());
    }
    if let Some(link) = entry.links.iter().find(|link| leads_on(link)) {
        let end = heading.text.len();
        heading
            .marks
            .push((0, end, MarkKind::Link(link.href.clone())));
    }
    let mut line = Draft::new(BlockKind::Paragraph);
    let said = [day.map(|day| day.to_string()), names(&entry.authors)];
    line.text = said.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let content = entry.content.as_ref().and_then(|c| c.body.as_deref());
    let summary = entry.summary.as_ref().map(|text| text.content.as_str());
    // The longer of the two: some feeds give a teaser as content.
    let body = match (content, summary) {
        (Some(content), Some(summary)) if content.len() < summary.len() => summary,
        (Some(content), _) => content,
        (None, summary) => summary.unwrap_or_default(),
    };
    let mut drafts = vec![heading, line];
    drafts.extend(blocks(body, lost));
    drafts
}

/// What an item says, as blocks.
fn blocks(html: &str, lost: &mut Loss) -> Vec<Draft> {
    lost.length |= html.len() > ITEM;
    let html = html.get(..html.floor_char_boundary(ITEM)).unwrap_or(html);
    let (html, loss) = limit(html, Syntax::Html);
    *lost = lost.and(loss);
    let page = tree(&html);
    let mut drafts = walk(page.root(), Links::Page, &|_| true);
    for draft in &mut drafts {
        if let BlockKind::Heading { level } = &mut draft.kind {
            *level = level.saturating_add(BELOW).min(6);
        }
    }
    drafts
}

/// A text of the feed on one line.
fn plain(text: &Text) -> String {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    if !text.content.contains(['<', '&']) {
        return words(&text.content);
    }
    words(&Page::fragment(text.content.as_str()).root().text())
}

/// The names of persons, with commas.
fn names(persons: &[Person]) -> Option<String> {
    let names: Vec<&str> = persons
        .iter()
        .filter_map(|person| person.name.as_deref().map(str::trim))
        .filter(|name| !name.is_empty())
        .collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// Whether a link leads to what the feed is about, and not to the feed or a sound.
fn leads_on(link: &Link) -> bool {
    matches!(link.rel.as_deref(), None | Some("alternate"))
        && link.href.starts_with("http")
        && link
            .media_type
            .as_deref()
            .is_none_or(|kind| kind.contains("html"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RSS: &str = "<?xml version='1.0' encoding='iso-8859-1'?>\n<!-- made by hand --><rss version='2.0'><channel>\
        <title>Harbour News &amp; More</title><link>https://harbour.example/</link><description>Ships.</description>\
        <item><title>The &lt;b>ferry&lt;/b> is late</title><link>https://harbour.example/ferry</link>\
        <pubDate>Tue, 05 Mar 2024 08:00:00 GMT</pubDate><author>Ann Brook</author>\
        <description>&lt;h1&gt;Why&lt;/h1&gt;&lt;p&gt;Forty &lt;a href='/cars'&gt;cars&lt;/a&gt; wait.&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;</description></item>\
        <item><title>Second</title><description>Plain words, 3 &amp;lt; 4.</description></item></channel></rss>";

    fn lines(text: &str) -> Vec<String> {
        let doc = import(text, Meta::default(), None).unwrap();
        let line = |block: &crate::document::Block| match block.kind {
            BlockKind::Heading { level } => format!("{level} {}", doc.slice(block.span)),
            _ => doc.slice(block.span).to_owned(),
        };
        doc.blocks().iter().map(line).collect()
    }

    #[test]
    fn every_item_is_a_section_that_leads_to_its_article() {
        assert!(opens(RSS));
        assert_eq!(
            lines(RSS),
            [
                "1 Harbour News & More",
                "Ships.",
                "2 The ferry is late",
                "2024-03-05 · Ann Brook",
                "3 Why",
                "Forty cars wait.",
                "2 Second",
                "Plain words, 3 < 4."
            ]
        );
        let doc = import(RSS, Meta::default(), None).unwrap();
        let links: Vec<_> = doc
            .marks()
            .iter()
            .filter_map(|mark| match &mark.kind {
                MarkKind::Link(to) => Some((doc.slice(mark.span), to.as_str())),
                _ => None,
            })
            .collect();
        assert_eq!(
            links,
            [
                ("The ferry is late", "https://harbour.example/ferry"),
                ("cars", "https://harbour.example/cars")
            ]
        );
        assert_eq!(doc.meta().site.as_deref(), Some("harbour.example"));
    }

    #[test]
    fn atom_and_json_are_feeds_too() {
        let atom = "<feed xmlns='http://www.w3.org/2005/Atom'><title>A</title><id>x</id><updated>2024-01-02T00:00:00Z</updated>\
            <entry><title>One</title><id>y</id><updated>2024-01-02T00:00:00Z</updated><link href='https://a.example/1'/>\
            <content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>First <em>words</em>.</p></div></content></entry></feed>";
        assert!(opens(atom));
        assert_eq!(lines(atom), ["1 A", "2 One", "2024-01-02", "First words."]);
        let json = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "J", "items":
            [{"id": "1", "url": "https://a.example/1", "title": "One", "content_html": "<p>Words.</p>"}]}"#;
        assert!(opens(json));
        assert_eq!(lines(json), ["1 J", "2 One", "Words."]);
        for other in ["<html><rss>", "<svg>", "{\"a\": 1}", "<rssfoo>", "<?xml"] {
            assert!(!opens(other), "{other}");
        }
    }

    #[test]
    fn a_feed_that_is_cut_off_gives_its_whole_items() {
        let (cut, _) = RSS.split_once("Plain").unwrap();
        let doc = import(cut, Meta::default(), None).unwrap();
        assert!(doc.text().contains("Forty cars wait.") && !doc.text().contains("Second"));
        assert_eq!(doc.warnings().len(), 1);
        assert!(import("<rss><chan", Meta::default(), None).is_err());
    }
}
