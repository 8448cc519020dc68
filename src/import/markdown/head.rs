//! Who wrote an article and when, as it stands under its title.
//!
//! Looks at the few short lines after the first heading and no further; front matter has the first word.

use crate::document::Meta;
use crate::import::plain::{byline_in, date_in};

/// How many lines under the title are looked at.
const LINES: usize = 4;
/// A line longer than this is running text, in bytes.
const SHORT: usize = 120;

/// Reads byline and date into `meta`, where they are not known yet. O(text before the first heading + a few lines).
pub(super) fn read(body: &str, meta: &mut Meta) {
    let mut lines = body.lines().map(str::trim).filter(|line| !line.is_empty());
    if lines.next().is_none_or(|first| !first.starts_with("# ")) {
        return;
    }
    for line in lines.take(LINES) {
        let words = line.trim_matches(['*', '_', '\\', ' ']);
        if words.len() > SHORT || words.starts_with(['#', '>', '|', '-', '!', '`']) {
            return;
        }
        if meta.byline.is_none() {
            meta.byline = byline_in(words);
        }
        if meta.published.is_none() {
            meta.published = date_in(words);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(body: &str, byline: Option<&str>, published: Option<&str>) {
        let mut meta = Meta::default();
        read(body, &mut meta);
        assert_eq!(meta.byline.as_deref(), byline, "{body}");
        assert_eq!(
            meta.published.map(|d| d.to_string()).as_deref(),
            published,
            "{body}"
        );
    }

    #[test]
    fn byline_and_date_stand_under_the_title() {
        check(
            "# A Bridge\n\n*By Ada Brook*\n\nMarch 3, 2024\n\nText.",
            Some("Ada Brook"),
            Some("2024-03-03"),
        );
        check(
            "# A Bridge\n\nBy Ada Brook\nMarch 3, 2024\n",
            Some("Ada Brook"),
            Some("2024-03-03"),
        );
    }

    #[test]
    fn running_text_and_lists_are_not_asked() {
        check("# A Bridge\n\n- By Ada Brook\n", None, None);
        check("By Ada Brook\n", None, None);
        let long = format!(
            "# A Bridge\n\nBy night {} boats come.\n",
            "and day ".repeat(20)
        );
        check(&long, None, None);
    }
}
