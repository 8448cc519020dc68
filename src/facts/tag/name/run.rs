//! Runs: the stretches of a sentence in which names may stand.

use std::ops::Range;

use crate::facts::Key;
use crate::facts::lexicon::{Words, words};
use crate::facts::tag::form::Form;

/// Small words and signs that may stand inside a name, between capitalised words.
/// Source: ours, with the particles of surnames in the larger European languages and Arabic.
static JOINTS: Words = words!(
    "of the and for in on at to a de da do dos das di du del della des la le les el al bin ibn van von der den ter ten \
     zu y e et ' 's . - – & / ad az ur ul"
);

/// Whether the word of this key may join capitalised words to one name.
pub(in crate::facts) fn is_joint(word: Key) -> bool {
    JOINTS.has(word)
}

/// How many joints may stand between two capitalised words.
const GAP: usize = 3;

impl Form {
    /// Whether it is a number in figures.
    pub(in crate::facts) const fn is_number(&self) -> bool {
        self.case == 4
    }
}

/// The runs of a sentence, as ranges of its tokens. Linear.
pub(in crate::facts) fn runs(forms: &[Form]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (i, form) in forms.iter().enumerate() {
        if !form.is_capital() {
            continue;
        }
        let open = out.last().map(|r| r.end);
        let joined = open.is_some_and(|end| {
            let gap = forms.get(end..i).unwrap_or_default();
            gap.len() <= GAP && gap.iter().all(|f| f.is_number() || f.joint)
        });
        match out.last_mut() {
            Some(last) if joined => last.end = i + 1,
            _ => {
                // A figure right before a name may belong to it: `501st`, `2006 World Cup`.
                let before = i.checked_sub(1).filter(|&b| {
                    forms.get(b).is_some_and(Form::is_number) && open.is_none_or(|end| end <= b)
                });
                out.push(before.unwrap_or(i)..i + 1);
            }
        }
        // A figure right behind: `Boeing 737`, `World War 2`.
        if let Some(last) = out.last_mut()
            && forms.get(last.end).is_some_and(Form::is_number)
        {
            last.end += 1;
        }
    }
    out
}

/// A name without joints at its ends.
pub(in crate::facts) fn trim(forms: &[Form], mut range: Range<usize>) -> Range<usize> {
    let solid = |i: usize| {
        forms
            .get(i)
            .is_some_and(|f| f.is_capital() || f.is_number())
    };
    while !range.is_empty() && !solid(range.start) {
        range.start += 1;
    }
    while !range.is_empty() && !solid(range.end - 1) {
        range.end -= 1;
    }
    range
}
