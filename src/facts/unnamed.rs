//! Sources that the text does not name: `it was suggested`, `an unnamed official`, `on condition of anonymity`.

use super::lexicon::{Words, words};
use super::{Fact, Key, Value};
use crate::text::Span;

/// Words that say so of a source.
static UNNAMED: Words = words!("anonymous unnamed unidentified undisclosed source sources");
/// Words that say so in the sentence, the longest first.
const HIDDEN: [&str; 9] = [
    "condition of anonymity",
    "anonymity",
    "anonymously",
    "not to be named",
    "not to be identified",
    "not be named",
    "not be identified",
    "not authorized to speak",
    "not authorised to speak",
];

impl Fact {
    /// The words by which the text keeps the source of a claim or quotation to itself; none where it names it. A claim
    /// without a source has its cue: `was suggested`. O(its sentence).
    pub fn unnamed(&self, text: &str) -> Option<Span> {
        let speaker = match &self.value {
            Value::Claim {
                speaker: None, cue, ..
            } => return Some(*cue),
            Value::Claim { speaker, .. } | Value::Quote { speaker, .. } => (*speaker)?,
            _ => return None,
        };
        let mut said = speaker.slice(text).split(|c: char| !c.is_alphanumeric());
        if said.any(|word| UNNAMED.has(Key::of_word(word))) {
            return Some(speaker);
        }
        let sentence = self.sentence.slice(text);
        let (at, words) = HIDDEN.iter().find_map(|w| Some((sentence.find(w)?, w)))?;
        let start = self.sentence.start.get() + at;
        Some(Span::new(start, start + words.len()))
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::find;
    use crate::facts::merge::testing::document;

    #[test]
    fn a_source_is_unnamed_where_the_text_says_so() {
        for (text, expect) in [
            (
                "It was suggested that the old bridge is unsafe.",
                "was suggested",
            ),
            (
                "An unnamed official said that the old bridge is unsafe.",
                "An unnamed official",
            ),
            (
                "Officials, speaking on condition of anonymity, said that the old bridge is unsafe.",
                "condition of anonymity",
            ),
            (
                "An engineer, who asked not to be named, said that the old bridge is unsafe.",
                "not to be named",
            ),
            ("Ann Brook said that the old bridge is unsafe.", ""),
        ] {
            let document = document(text);
            let findings = find(&document, None);
            let claim = findings
                .facts
                .iter()
                .find(|f| f.kind == crate::facts::Kind::Claim);
            let told = claim.and_then(|f| f.unnamed(document.text()));
            assert_eq!(told.map_or("", |s| document.slice(s)), expect, "{text}");
        }
    }
}
