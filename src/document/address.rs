//! Links and images by their full addresses, where the address of the page is known.

use url::Url;

use super::{Block, BlockKind, Mark, MarkKind};

/// What relative addresses of a page count from.
#[derive(Debug)]
pub(super) struct Base {
    base: Url,
    /// The page itself, to know links that stay on it.
    page: Option<String>,
}

impl Base {
    /// The base of a page with this address, if it is one; `base` is what the page says itself.
    pub(super) fn new(address: &str, base: Option<&str>) -> Option<Self> {
        let page = Url::parse(address).ok().filter(is_web);
        let base = match (base, &page) {
            (Some(base), Some(page)) => page.join(base).ok(),
            (Some(base), None) => Url::parse(base).ok(),
            (None, page) => page.clone(),
        };
        Some(Self {
            base: base.filter(is_web)?,
            page: page.map(|mut page| {
                page.set_fragment(None);
                page.to_string()
            }),
        })
    }

    /// Gives links their full addresses. Links to a place on the page itself become `#place`.
    pub(super) fn complete(&self, marks: &mut [Mark], blocks: &mut [Block]) {
        for mark in marks {
            if let MarkKind::Link(target) = &mut mark.kind {
                self.link(target);
            }
        }
        for block in blocks {
            if let BlockKind::Image { target, .. } = &mut block.kind
                && !target.is_empty()
                && let Ok(full) = self.base.join(target)
            {
                *target = full.into();
            }
        }
    }

    fn link(&self, target: &mut String) {
        if target.starts_with('#') {
            return;
        }
        let Ok(full) = self.base.join(target) else {
            return;
        };
        *target = full.into();
        let on_page = self
            .page
            .as_ref()
            .and_then(|page| target.strip_prefix(page));
        if let Some(place) = on_page.filter(|rest| rest.len() > 1 && rest.starts_with('#')) {
            *target = place.to_owned();
        }
    }
}

fn is_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
}

#[cfg(test)]
mod tests {
    use super::Base;

    #[track_caller]
    fn check(base: Option<&str>, target: &str, expect: &str) {
        let mut target = target.to_owned();
        let base = Base::new("https://a.example/news/1", base).unwrap();
        base.link(&mut target);
        assert_eq!(target, expect);
    }

    #[test]
    fn links_are_completed_and_stay_where_they_lead_to_the_page_itself() {
        check(None, "../b?x#y", "https://a.example/b?x#y");
        check(None, "//c.example/d", "https://c.example/d");
        check(None, "mailto:a@b.example", "mailto:a@b.example");
        check(None, "#notes", "#notes");
        check(None, "/news/1#notes", "#notes");
        check(Some("/old/"), "b", "https://a.example/old/b");
        assert!(Base::new("page.html", None).is_none());
        assert!(Base::new("page.html", Some("https://a.example/")).is_some());
    }
}
