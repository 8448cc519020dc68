//! The names that headings get for links, as GitHub makes them.

use rustc_hash::FxHashMap;

/// The names given so far.
#[derive(Debug, Default)]
pub(super) struct Slugs {
    seen: FxHashMap<String, u32>,
}

impl Slugs {
    /// The name of the next heading: lower case, spaces to hyphens, signs dropped, `-1`, `-2` for repeats.
    pub(super) fn next(&mut self, title: &str) -> String {
        let slug: String = title
            .chars()
            .flat_map(char::to_lowercase)
            .filter_map(|c| match c {
                ' ' => Some('-'),
                '-' | '_' => Some(c),
                c if c.is_alphanumeric() => Some(c),
                _ => None,
            })
            .collect();
        let count = self.seen.entry(slug.clone()).or_default();
        *count += 1;
        if *count == 1 {
            slug
        } else {
            format!("{slug}-{}", *count - 1)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Slugs;

    #[test]
    fn repeats_are_numbered() {
        let mut slugs = Slugs::default();
        assert_eq!(slugs.next("What's new?"), "whats-new");
        assert_eq!(slugs.next("What's new?"), "whats-new-1");
    }
}
