//! What rules know for certain about short lines, whatever their looks: captions, speakers, questions of an interview,
//! authors under a title, and the names that sections of papers have.

use super::super::mark;
use super::super::unit::{Label, Page};

/// What is to be known of a document before its lines are judged.
#[derive(Debug, Default)]
pub(super) struct Veto {
    /// An interview: its questions are turns, not headings.
    interview: bool,
    /// Turns begin with the speaker's name.
    speakers: bool,
    /// Sections are named with a full stop: `Introduction.`
    stopped: bool,
}

impl Veto {
    /// Looks at the units `kept` of a page. O(units).
    pub(super) fn of(page: &Page, kept: &[usize]) -> Self {
        let mut veto = Self::default();
        let (mut spoken, mut looked) = (0_usize, 0_usize);
        for (at, unit) in kept.iter().filter_map(|&i| page.unit(i)).enumerate() {
            let words = page.words(unit);
            if at < 3 && unit.chars < 240 {
                veto.interview |= words.split(|c: char| !c.is_alphabetic()).any(|w| {
                    ["interview", "interviews", "interviewed", "interviewer"]
                        .iter()
                        .any(|i| w.eq_ignore_ascii_case(i))
                });
            }
            looked += 1;
            spoken += usize::from(speaker(words).is_some());
            veto.stopped |= unit.chars < 40 && words.ends_with('.') && is_section_name(words);
        }
        veto.speakers = spoken >= 4 && spoken * 10 >= looked * 3;
        veto
    }

    /// Whether a line is a heading for certain, is none for certain, or must be judged by its looks. `at` counts
    /// the units that are not furniture.
    pub(super) fn judge(&self, page: &Page, unit: usize, at: usize) -> Option<bool> {
        let unit = page.unit(unit)?;
        let words = page.words(unit);
        if is_numbered_caption(words)
            || introduces_speech(words)
            || (self.speakers && speaker(words).is_some())
        {
            return Some(false);
        }
        if self.interview && words.ends_with('?') {
            return Some(false);
        }
        if at <= 4
            && is_author(words)
            && page
                .units
                .iter()
                .take(12)
                .any(|u| u.label == Label::Heading(1))
        {
            return Some(false);
        }
        let count = words.split_whitespace().count();
        let stop = words.ends_with('.') && !words.contains(". ");
        if stop && count <= 6 && unit.gap > 0 && words.starts_with(char::is_uppercase) {
            if self.stopped {
                return Some(true);
            }
            if mark::section_number(words).is_none() && count <= 3 && is_section_name(words) {
                return Some(true);
            }
        }
        None
    }
}

/// The name that a turn of a conversation begins with: `Ada Example: Yes.`
fn speaker(words: &str) -> Option<&str> {
    let head = words.get(..words.floor_char_boundary(48))?;
    let name = head.get(..head.find(": ")?)?;
    let count = name.split(' ').count();
    let capitals = name.split(' ').all(|w| {
        w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || matches!(w, "of" | "de" | "van")
    });
    (capitals && count <= 5).then_some(name)
}

/// Whether a line says that someone speaks next: `The minister told reporters on Monday:`
fn introduces_speech(words: &str) -> bool {
    const VERBS: [&str; 41] = [
        "said",
        "says",
        "say",
        "saying",
        "told",
        "tells",
        "wrote",
        "writes",
        "added",
        "adds",
        "asked",
        "asks",
        "explained",
        "explains",
        "stated",
        "states",
        "tweeted",
        "tweets",
        "replied",
        "replies",
        "answered",
        "continued",
        "continues",
        "concluded",
        "concludes",
        "noted",
        "notes",
        "argued",
        "argues",
        "recalled",
        "recalls",
        "commented",
        "comments",
        "declared",
        "insisted",
        "responded",
        "warned",
        "reads",
        "posted",
        "remarked",
        "claimed",
    ];
    let Some(line) = words.strip_suffix(':') else {
        return false;
    };
    let mut parts = line.split_whitespace().skip(1);
    // In a title the verb has a capital letter: `What the Minister Said:`
    parts.any(|word| VERBS.contains(&word.trim_matches([',', ';'])))
}

/// Whether a line is the caption of a figure or a table by its number.
fn is_numbered_caption(words: &str) -> bool {
    let mut parts = words.split_whitespace();
    let (Some(first), Some(second)) = (parts.next(), parts.next()) else {
        return false;
    };
    let named = [
        "figure", "fig.", "fig", "table", "photo", "image", "exhibit", "chart",
    ]
    .iter()
    .any(|n| first.eq_ignore_ascii_case(n));
    let number = second.trim_end_matches(['.', ':', ')']);
    let counted = number.starts_with(|c: char| c.is_ascii_digit()) || mark::roman(number).is_some();
    named && counted && parts.next().is_some()
}

/// Whether a line under a title names its authors or where they work.
fn is_author(words: &str) -> bool {
    let place = [
        "University",
        "Department",
        "Institute",
        "College",
        "School of",
        "Faculty",
        "Laboratory",
        "@",
    ]
    .iter()
    .any(|p| words.contains(p));
    let mut names = 0;
    let mut initials = 0;
    for word in words
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|w| !w.is_empty())
    {
        let bare = word.trim_end_matches('.');
        if matches!(bare, "and" | "&" | "de" | "van" | "von") {
            continue;
        }
        if !bare.starts_with(char::is_uppercase) {
            return place && words.contains(',');
        }
        initials += usize::from(bare.chars().count() == 1);
        names += 1;
    }
    (place && words.contains(','))
        || words.contains('@')
        || (names >= 2 && initials > 0 && words.contains(" and "))
}

/// Whether the words are the usual name of a section of a paper.
fn is_section_name(words: &str) -> bool {
    const NAMES: [&str; 36] = [
        "abstract",
        "introduction",
        "background",
        "related work",
        "methods",
        "method",
        "methodology",
        "materials and methods",
        "materials",
        "participants",
        "procedure",
        "data",
        "data collection",
        "data analysis",
        "analysis",
        "results",
        "findings",
        "discussion",
        "general discussion",
        "conclusion",
        "conclusions",
        "concluding remarks",
        "limitations",
        "future work",
        "acknowledgments",
        "acknowledgements",
        "references",
        "appendix",
        "summary",
        "overview",
        "literature review",
        "study design",
        "statistical analysis",
        "measures",
        "results and discussion",
        "funding",
    ];
    let bare = words.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' '));
    let bare = bare.trim_end_matches(['.', ':']);
    NAMES.iter().any(|n| bare.eq_ignore_ascii_case(n))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_speakers_and_authors_are_known_by_their_form() {
        assert!(is_numbered_caption("Figure 2. The river at noon"));
        assert!(!is_numbered_caption("Figure skating returns"));
        assert_eq!(speaker("Ada Example: Yes."), Some("Ada Example"));
        assert_eq!(speaker("The result: nothing"), None);
        assert!(is_author("A B Example and C Sample"));
        assert!(is_author(
            "Ada Example ada@example.org University of Sampling, Atlantis"
        ));
        assert!(!is_author("Growth and Decay"));
        assert!(is_section_name("4. Discussion."));
        assert!(introduces_speech("The Harbour Master Ada Example said:"));
        assert!(introduces_speech("She told the paper on Monday:"));
        assert!(!introduces_speech("What She Said:"));
        assert!(!introduces_speech("What she said"));
    }
}
