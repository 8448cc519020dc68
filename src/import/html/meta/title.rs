//! The title of a page, without the name of its site.

use super::{Facts, line, plain};

/// What stands between a title and the name of a site.
const BREAKS: [&str; 10] = [
    " | ", " - ", " – ", " — ", " » ", " :: ", " · ", " • ", " / ", " : ",
];

/// Finds the title.
pub(super) fn find(facts: &Facts<'_>, site: Option<&str>) -> Option<String> {
    let head = facts.page.select_single("head title");
    let head = head
        .nodes()
        .first()
        .map(|node| line(*node))
        .filter(|t| !t.is_empty());
    let tags = facts.tag(&[
        "og:title",
        "twitter:title",
        "parsely-title",
        "sailthru.title",
        "dc.title",
        "title",
        "headline",
    ]);
    let headings: Vec<String> = facts
        .page
        .select("h1")
        .nodes()
        .iter()
        .take(20)
        .map(|node| line(*node))
        .collect();
    let heading = the_heading(&headings, head.as_deref());
    let found = facts
        .linked
        .title
        .clone()
        .filter(|t| site.is_none_or(|site| plain(site) != plain(t)))
        .or_else(|| tags.map(str::to_owned))
        .or_else(|| heading.clone())
        .or(head)?;
    Some(without_site(&found, site, &headings))
}

/// The level-1 heading that is the title: the only one, or the one that the page's title repeats.
fn the_heading(headings: &[String], head: Option<&str>) -> Option<String> {
    let head = head.map(plain).unwrap_or_default();
    let repeated = headings
        .iter()
        .find(|h| h.split(' ').count() > 1 && head.contains(&plain(h)));
    let only = || {
        headings
            .first()
            .filter(|h| headings.len() == 1 && !h.is_empty())
    };
    repeated.or_else(only).cloned()
}

/// Takes the name of the site off either end.
fn without_site(title: &str, site: Option<&str>, headings: &[String]) -> String {
    let whole = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let site = site.map(plain).unwrap_or_default();
    for sign in BREAKS {
        let Some((front, back)) = whole.rsplit_once(sign) else {
            continue;
        };
        let is_site =
            |part: &str| !site.is_empty() && (plain(part) == site || site.contains(&plain(part)));
        let is_title = |part: &str| headings.iter().any(|h| plain(h) == plain(part));
        if is_site(back) || (is_title(front) && !front.is_empty()) {
            return front.to_owned();
        }
        if let Some((front, back)) = whole.split_once(sign)
            && (is_site(front) || is_title(back))
        {
            return back.to_owned();
        }
    }
    whole
}
