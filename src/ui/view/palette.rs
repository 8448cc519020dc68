//! The palette: any command, heading, line or percent by a few letters.

use crate::article::Article;
use crate::command::{Command, TABLE};
use crate::document::SectionId;

/// Something that the palette offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaletteEntry {
    /// A command of the table.
    Command(Command),
    /// A section, to go to.
    Section(SectionId),
    /// A line of the file, from 1.
    Line(usize),
    /// A percentage of the text.
    Percent(u32),
}

/// At most this many entries are offered.
const MOST: usize = 200;

/// What answers to `typed`, the best first: a number is a line or (with `%`) a percentage; letters must all occur in
/// order, the closer together the better. O(commands + sections).
pub fn palette(article: &Article, typed: &str) -> Vec<PaletteEntry> {
    let typed = typed.trim();
    if let Some(percent) = typed.strip_suffix('%').and_then(|n| n.trim().parse().ok()) {
        return vec![PaletteEntry::Percent(percent)];
    }
    if let Ok(line) = typed.parse() {
        return vec![PaletteEntry::Line(line)];
    }
    let sections = (0..article.document.outline().sections().len()).map(SectionId::new);
    let sections = sections.filter_map(|id| {
        Some((
            distance(typed, article.section_title(id))?,
            PaletteEntry::Section(id),
        ))
    });
    let commands = TABLE.iter().filter_map(|entry| {
        let by_name = distance(typed, entry.name);
        let by_sentence = distance(typed, entry.sentence).map(|d| d + 20);
        Some((
            by_name.or(by_sentence)?,
            PaletteEntry::Command(entry.command),
        ))
    });
    let mut found: Vec<_> = sections.chain(commands).collect();
    found.sort_by_key(|&(distance, _)| distance);
    found
        .into_iter()
        .map(|(_, entry)| entry)
        .take(MOST)
        .collect()
}

/// How far `typed` is from `name`: its letters must all occur in order, whatever their case. Gaps and a late start
/// cost. None when they do not occur.
fn distance(typed: &str, name: &str) -> Option<usize> {
    let name = name.to_lowercase();
    let typed = typed.to_lowercase();
    if typed.is_empty() {
        return Some(0);
    }
    if let Some(at) = name.find(&typed) {
        let starts_word = name
            .get(..at)
            .is_some_and(|b| b.ends_with([' ', '-']) || b.is_empty());
        return Some(at.min(9) + if starts_word { 0 } else { 5 });
    }
    let mut letters = name.char_indices();
    let (mut first, mut last) = (None, 0);
    for wanted in typed.chars().filter(|c| !c.is_whitespace()) {
        let (at, _) = letters.find(|&(_, c)| c == wanted)?;
        first.get_or_insert(at);
        last = at;
    }
    let spread = last - first?;
    (spread <= typed.len() * 4).then_some(10 + spread)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_lines_and_percentages() {
        let article = Article::default();
        assert_eq!(palette(&article, "40"), [PaletteEntry::Line(40)]);
        assert_eq!(palette(&article, "40 %"), [PaletteEntry::Percent(40)]);
    }

    #[test]
    fn letters_in_order_find_a_command() {
        let article = Article::default();
        let first = |typed| palette(&article, typed).into_iter().next();
        assert_eq!(first("theme"), Some(PaletteEntry::Command(Command::Theme)));
        assert_eq!(
            first("nxfact"),
            Some(PaletteEntry::Command(Command::NextFact))
        );
        assert_eq!(first("qqqqq"), None);
    }
}
