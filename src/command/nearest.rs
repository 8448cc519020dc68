//! What somebody may have meant: the nearest of some names.

/// The name that is nearest to what was typed, if one is near: at most a third of its letters wrong. `_` and capitals
/// count as what they stand for. O(names x letters²).
pub(crate) fn nearest<'a>(typed: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let typed: Vec<char> = typed
        .to_lowercase()
        .replace(['_', ' '], "-")
        .chars()
        .collect();
    let far = |name: &str| {
        let name: Vec<char> = name.chars().collect();
        let most = (name.len().max(typed.len()) / 3).max(1);
        Some(distance(&typed, &name)).filter(|&d| d <= most)
    };
    names
        .filter_map(|name| Some((far(name)?, name)))
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, name)| name)
}

/// The edit distance: letters put in, left out, changed, or two neighbours exchanged (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let at = |row: &[usize], i: usize| row.get(i).copied().unwrap_or(usize::MAX);
    let mut two_before: Vec<usize> = Vec::new();
    let mut before: Vec<usize> = (0..=b.len()).collect();
    let mut last: Option<char> = None;
    for (i, &x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &y) in b.iter().enumerate() {
            let changed = at(&before, j) + usize::from(x != y);
            let mut fewest = changed.min(at(&before, j + 1) + 1).min(at(&row, j) + 1);
            let crossed = j > 0 && last == Some(y) && b.get(j - 1) == Some(&x);
            if crossed && i > 0 {
                fewest = fewest.min(at(&two_before, j - 1) + 1);
            }
            row.push(fewest);
        }
        two_before = std::mem::replace(&mut before, row);
        last = Some(x);
    }
    at(&before, b.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expect: Option<&str>) {
        let names = ["theme", "theme-dark", "width", "next-fact", "order"];
        assert_eq!(nearest(typed, names.into_iter()), expect);
    }

    #[test]
    fn slips_find_what_was_meant() {
        check("thene", Some("theme"));
        check("them", Some("theme"));
        check("themed-ark", Some("theme-dark"));
        check("widht", Some("width"));
        check("Next_Fact", Some("next-fact"));
        check("colour", None);
        check("", None);
    }

    #[test]
    fn neighbours_exchanged_are_one_slip() {
        let letters = |s: &str| s.chars().collect::<Vec<_>>();
        assert_eq!(distance(&letters("abcd"), &letters("abdc")), 1);
        assert_eq!(distance(&letters(""), &letters("abc")), 3);
        assert_eq!(distance(&letters("kitten"), &letters("sitting")), 3);
    }
}
