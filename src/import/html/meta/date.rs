//! When a page was published: a finder of our own, since libraries find half of the dates.
//!
//! The order of sources is that of `htmldate` (Barbaresi 2020): structured data, tags, marked elements, the address,
//! then words in the text.

mod parse;

use dom_query::{Element, Matcher, NodeRef};

use parse::day;
pub(super) use parse::parse;

use super::{Facts, holds_one, line, matching};
use crate::document::{BlockKind, Date};
use crate::import::draft::Draft;

/// `<meta>` names of the day of publication.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:published_time",
    "datepublished",
    "article:published",
    "og:article:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "published",
    "publication_date",
    "publication-date",
    "article.published",
    "rnews:datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dcterms.created",
    "citation_publication_date",
    "citation_date",
    "cxenseparse:recs:publishtime",
    "article:post_date",
    "ptime",
    "original-publish-date",
    "displaydate",
    "datecreated",
];
/// `<meta>` names of the day of the last change.
const MODIFIED: &[&str] = &[
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "lastmod",
    "dcterms.modified",
    "dc.date.modified",
    "revised",
];
/// Elements that show the day of publication.
const ELEMENTS: &[&str] = &[
    "[pubdate], time.published, .entry-date, .published, .post-date, .dt-published",
    "article time[datetime], main time[datetime], header time[datetime]",
    "time",
    "[class*=publish], [class*=pubdate], [id*=pubdate], [class*=dateline], [class*=article-date], [class*=post-date]",
    ".date, .article__date, .post__date, .timestamp, .submitted, .posted, .dateline, #date",
    "[class*=date], [class*=timestamp], [id*=date], [class*=meta-time], [class*=byline]",
];

/// Finds the day of publication.
pub(super) fn published(facts: &Facts<'_>) -> Option<Date> {
    let linked = facts.linked.published.as_deref().and_then(parse);
    linked
        .or_else(|| {
            PUBLISHED
                .iter()
                .filter_map(|name| facts.tag(&[name]))
                .find_map(parse)
        })
        .or_else(|| shown(facts))
        .or_else(|| modified(facts))
}

/// The day that an element of the page shows, or its address.
fn shown(facts: &Facts<'_>) -> Option<Date> {
    let elements = matching(facts.page.root(), may_show_date);
    let marked = |selector: &str, most: usize| {
        let matcher = Matcher::new(selector).ok()?;
        let mut found = elements.iter().filter(|node| node.is_match(&matcher));
        found.by_ref().take(most).find_map(|node| of(*node))
    };
    (!elements.is_empty())
        .then(|| marked("[itemprop~=datePublished]", usize::MAX))
        .flatten()
        .or_else(|| facts.url.as_deref().and_then(in_address))
        .or_else(|| {
            let mut selectors = ELEMENTS.iter().filter(|_| !elements.is_empty());
            selectors.find_map(|selector| marked(selector, 12))
        })
}

/// Whether one of [`ELEMENTS`] may mean an element.
fn may_show_date(element: &Element) -> bool {
    &*element.name.local == "time"
        || element.attrs.iter().any(|attribute| {
            let signs: &[&str] = match &*attribute.name.local {
                "class" => &[
                    "date",
                    "publish",
                    "timestamp",
                    "meta-time",
                    "byline",
                    "posted",
                    "submitted",
                ],
                "id" => &["date"],
                "itemprop" => &["datepublished"],
                "pubdate" => return true,
                _ => return false,
            };
            holds_one(&attribute.value, signs)
        })
}

/// Finds the day of the last change.
pub(super) fn modified(facts: &Facts<'_>) -> Option<Date> {
    let linked = facts.linked.modified.as_deref().and_then(parse);
    linked.or_else(|| {
        MODIFIED
            .iter()
            .filter_map(|name| facts.tag(&[name]))
            .find_map(parse)
    })
}

/// The date of an element: its attributes, else its words when they are few.
fn of(node: NodeRef<'_>) -> Option<Date> {
    for name in ["datetime", "content", "title", "data-date", "data-datetime"] {
        if let Some(day) = node.attr(name).and_then(|value| parse(&value)) {
            return Some(day);
        }
    }
    let text = line(node);
    (text.chars().count() <= 120)
        .then(|| parse(&text))
        .flatten()
}

/// The date in a line near the top that says it is one, or is nothing else.
pub(super) fn in_text(drafts: &[Draft]) -> Option<Date> {
    const LEADS: [&str; 8] = [
        "published",
        "posted",
        "updated",
        "last updated",
        "date",
        "on ",
        "by ",
        "first published",
    ];
    let short =
        |draft: &&Draft| !matches!(draft.kind, BlockKind::Code { .. }) && draft.words() <= 20;
    let lines = drafts.iter().filter(short).take(120);
    let mut plain = None;
    for text in lines.flat_map(|draft| draft.text.lines()) {
        let lower = text.trim().to_lowercase();
        if LEADS
            .iter()
            .any(|lead| lower.starts_with(lead) || lower.contains("published"))
        {
            if let Some(day) = parse(text) {
                return Some(day);
            }
        } else if plain.is_none() && text.split_whitespace().count() <= 8 {
            plain = parse(text);
        }
    }
    plain
}

/// The date in a path such as `/2021/03/05/title` or `/2021-03-05-title`.
fn in_address(url: &str) -> Option<Date> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let mut numbers: Vec<i64> = Vec::new();
    for part in path.split(['/', '-', '_', '.']) {
        match part.parse::<i64>() {
            Ok(n) if part.len() <= 4 => numbers.push(n),
            Ok(n) if part.len() == 8 => {
                if let Some(day) = day(n / 10_000, n / 100 % 100, n % 100) {
                    return Some(day);
                }
                numbers.clear();
            }
            _ => numbers.clear(),
        }
        if let [.., year, month, date] = numbers.as_slice()
            && *year >= 1990
            && let Some(day) = day(*year, *month, *date)
        {
            return Some(day);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_addresses() {
        let day = |url| in_address(url).map(|d| d.to_string());
        assert_eq!(
            day("https://a.example/2021/03/05/x").as_deref(),
            Some("2021-03-05")
        );
        assert_eq!(
            day("https://a.example/x-2021-03-05.html").as_deref(),
            Some("2021-03-05")
        );
        assert_eq!(
            day("https://a.example/x/20210305/").as_deref(),
            Some("2021-03-05")
        );
        assert_eq!(day("https://a.example/1/2/3"), None);
    }
}
