//! Bodies that act in the news without a name of their own: `the Iraqi government`, `Shiite militias`, `a US-led
//! coalition`.
//!
//! A word for an organised body behind a people, a faith, or a word that says who leads or backs it, with up to two
//! words between. The same words elsewhere are the same body. People in general (`American troops`, `French voters`)
//! are no body: numbers count them.

use super::row::Row;
use crate::facts::analysis::{Analysis, Key, Shape};
use crate::facts::gazetteer::Flags;
use crate::facts::lexicon::{Words, words};
use crate::facts::model::{Candidate, Kind, Value};
use crate::facts::tag::Tag;
use crate::facts::tag::form::word_key;

/// What is one body.
static BODIES: Words = words!(
    "government parliament coalition army military police navy opposition authorities militias militia militants
     lawmakers rebels insurgents guerrillas separatists"
);

/// What is one with a word between, or led by somebody: `Iraqi security forces`.
static FORCES: Words = words!("forces fighters troops groups alliance campaign");

/// Faiths and peoples without a country.
static FAITHS: Words = words!(
    "shiite shia sunni druze alawite kurdish arab islamist jihadist maoist christian muslim hindu jewish houthi"
);

/// What says who leads, behind a hyphen.
static LED: Words =
    words!("led backed allied aligned supported controlled sponsored funded dominated");

/// Proposes the bodies of a document. Linear in its tokens.
pub(super) fn find(analysis: &Analysis<'_>, out: &mut Vec<Candidate>) {
    for sentence in analysis.sentences.iter().filter(|s| s.prose) {
        let row = Row::new(analysis, sentence);
        let mut at = 0;
        while at < row.len() {
            let end = body_at(&row, at).unwrap_or(at);
            if end > at {
                let span = row.span(at, end);
                out.push(Candidate {
                    kind: Kind::Organization,
                    span,
                    subject: None,
                    value: Value::Name {
                        canonical: span,
                        role: None,
                        acronym: None,
                    },
                    entity: None,
                    confidence: 0.7,
                });
            }
            at = end.max(at + 1);
        }
    }
}

/// Where the body that begins at `at` ends.
fn body_at(row: &Row<'_>, at: usize) -> Option<usize> {
    if !row.word(at).starts_with(char::is_uppercase) {
        return None;
    }
    let (who, how) = row.word(at).rsplit_once('-').unwrap_or_default();
    let led = !who.is_empty() && LED.has(Key::of_word(how));
    let people = row.any(at, FAITHS)
        || row
            .analysis
            .lists
            .word(word_key(row.word(at)))
            .has(Flags::DEMONYM);
    if !led && !people {
        return None;
    }
    let first = at + 1;
    let end = (first..first + 3).find(|&i| row.any(i, BODIES) || row.any(i, FORCES))?;
    let between = first..end;
    let plain = |i: usize| {
        row.is_lower(i)
            && row.spaced(i)
            && matches!(row.tag(i), Some(Tag::Adj | Tag::Noun))
            && row.shape(i) == Some(Shape::Word)
    };
    let force = row.any(end, FORCES);
    // "Iraqi government officials" are people, "a Kurdish militia leader" is one of them
    let more =
        row.spaced(end + 1) && row.is_lower(end + 1) && matches!(row.tag(end + 1), Some(Tag::Noun))
            || row.is_dash(end + 1) && !row.spaced(end + 1);
    let named = row.is_capital(at.wrapping_sub(1)) && at > 1;
    (between.clone().all(plain)
        && row.is_lower(end)
        && (!more || led)
        && !named
        && (!force || led || !between.is_empty()))
    .then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::analyse;
    use crate::facts::merge::testing::document;

    /// Checks lines `sentence => body & body`.
    #[track_caller]
    fn check(table: &str) {
        for line in table.lines().map(str::trim).filter(|l| !l.is_empty()) {
            let (text, expect) = line.split_once(" =>").unwrap_or((line, ""));
            let document = document(text);
            let analysis = analyse(&document, None);
            let mut out = Vec::new();
            find(&analysis, &mut out);
            let found: Vec<&str> = out.iter().map(|c| analysis.slice(c.span)).collect();
            assert_eq!(found.join(" & "), expect.trim(), "{text}");
        }
    }

    #[test]
    fn bodies_of_a_people_a_faith_or_a_leader() {
        check(
            "
            The Norwegian government met the Danish parliament. => Norwegian government & Danish parliament
            They fear the Polish security forces. => Polish security forces
            The attack was the work of Shiite militias. => Shiite militias
            Iranian-backed militants crossed the river. => Iranian-backed militants
            The NATO-led coalition left. => NATO-led coalition
            It worries French lawmakers. => French lawmakers
            The Kenyan immigration authorities agreed. => Kenyan immigration authorities
            ",
        );
    }

    #[test]
    fn people_in_general_are_no_body() {
        check(
            "
            American troops are stationed there. =>
            French voters stayed at home. =>
            Norwegian government officials met. =>
            The government met. =>
            The Danish forces of nature are strong. =>
            ",
        );
    }
}
