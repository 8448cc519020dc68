//! Who wrote a page.

use dom_query::{Element, Matcher};

use super::{Facts, holds_one, line, matching, plain};

/// Elements that hold the names of authors, the surest first.
const ELEMENTS: &[&str] = &[
    "[itemprop~=author] [itemprop~=name]",
    "[itemprop~=author]",
    "[rel~=author]",
    "a[href*='/author/']",
    ".byline, .p-author, .author-name, .article-author, .post-author, .entry-author",
    "[class*=byline], [class*=author-name], [data-testid*=byline], [id*=byline]",
    ".author, .authors, .vcard .fn",
    "[class*=author]",
];

/// Finds the author or authors.
pub(super) fn find(facts: &Facts<'_>, site: Option<&str>) -> Option<String> {
    let site = site.map(plain);
    let good = |name: &str| tidy(name).filter(|name| Some(plain(name)) != site);
    let mut names: Vec<String> = Vec::new();
    for name in facts.linked.authors.iter().filter_map(|name| good(name)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if !names.is_empty() {
        return Some(names.join(", "));
    }
    let tags = [
        "author",
        "parsely-author",
        "sailthru.author",
        "byl",
        "dc.creator",
        "dcterms.creator",
        "article:author",
        "article:author_name",
        "article:author:name",
        "og:article:author",
        "citation_author",
        "cxenseparse:author",
        "rbauthors",
        "twitter:creator:name",
    ];
    let tagged = tags
        .iter()
        .filter_map(|tag| facts.tag(&[tag]))
        .find_map(good);
    tagged.or_else(|| {
        let elements = matching(facts.page.root(), may_name_author);
        ELEMENTS.iter().find_map(|selector| {
            let matcher = Matcher::new(selector).ok()?;
            let mut found = elements.iter().filter(|node| node.is_match(&matcher));
            let mut first = found.by_ref().take(4);
            first.find_map(|node| good(&line(*node)))
        })
    })
}

/// Whether one of [`ELEMENTS`] may mean an element.
fn may_name_author(element: &Element) -> bool {
    element.attrs.iter().any(|attribute| {
        let signs: &[&str] = match &*attribute.name.local {
            "class" => &["author", "byline", "fn"],
            "id" | "data-testid" => &["byline"],
            "itemprop" => &["author", "name"],
            "rel" => &["author"],
            "href" => &["/author/"],
            _ => return false,
        };
        holds_one(&attribute.value, signs)
    })
}

/// A name or names out of a line such as "By Ann Example, Staff Writer"; none where it cannot be one.
pub(super) fn tidy(line: &str) -> Option<String> {
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut name = line.trim_matches(|c: char| c.is_whitespace() || "|,;:·•–—-".contains(c));
    for lead in [
        "By ",
        "by ",
        "BY ",
        "Written by ",
        "Posted by ",
        "Author: ",
        "Von ",
        "Par ",
        "Por ",
        "Di ",
        "Author ",
    ] {
        if let Some(rest) = name.strip_prefix(lead) {
            name = rest.trim_start_matches([':', ' ']);
        }
    }
    for stop in [
        " | ",
        " • ",
        " · ",
        " Published",
        " Updated",
        " Posted",
        " on ",
    ] {
        name = name.split_once(stop).map_or(name, |(front, _)| front);
    }
    let name = name.trim_matches(|c: char| c.is_whitespace() || "|,;:·•–—-".contains(c));
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let fits = letters >= 2
        && name.chars().count() <= 100
        && !name.contains("://")
        && !name.starts_with('@');
    let lower = plain(name);
    let nobody = matches!(
        lower.as_str(),
        "admin" | "administrator" | "author" | "staff" | "editor" | "unknown" | "by" | "null"
    );
    (fits && !nobody).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn a_byline_is_the_name_alone() {
        for (line, name) in [
            ("By Ann Example", Some("Ann Example")),
            ("Written by  Ann Example | Staff", Some("Ann Example")),
            ("https://site.example/ann", None),
            ("admin", None),
            (
                "by Ann Example and Bo Sample on May 3",
                Some("Ann Example and Bo Sample"),
            ),
        ] {
            assert_eq!(tidy(line).as_deref(), name, "{line}");
        }
    }
}
