//! Reasons in words for people.

use crate::facts::{Fact, Reason};

impl Reason {
    /// What the reason says of this fact, as the end of a sentence: `is named 6 times`.
    pub fn sentence(self, fact: &Fact) -> String {
        let times = fact.mentions.len();
        match self {
            Self::Gist => "stands in a key sentence, one of those that say most".to_owned(),
            Self::Title => "shares words with the title".to_owned(),
            Self::Lede => "stands in the first sentences".to_owned(),
            Self::Salient if fact.kind.is_name() => {
                "is one of the names that the text is about".to_owned()
            }
            Self::Salient => "is about what the text says most about".to_owned(),
            Self::Repeated if fact.kind.is_name() => format!("is named {times} times"),
            Self::Repeated => format!("is said {times} times"),
            Self::Specific => "is definite: a figure, a day, a full name".to_owned(),
            Self::Attributed => "has a source that the text gives".to_owned(),
        }
    }
}

impl Fact {
    /// Why the fact ranks where it does, as one sentence without a subject: `Stands in the first sentences; is named 6
    /// times.` Empty where there is no particular reason.
    pub fn why(&self) -> String {
        let reasons: Vec<String> = self.reasons.iter().map(|r| r.sentence(self)).collect();
        let mut line = reasons.join("; ");
        if let Some(first) = line.get(..1).map(str::to_uppercase) {
            line.replace_range(..1, &first);
            line.push('.');
        }
        line
    }
}
