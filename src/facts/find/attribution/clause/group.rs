//! Verb groups: a verb with the auxiliaries, adverbs and negations before it.

use crate::facts::find::attribution::lexicon::Classes;
use crate::facts::find::attribution::reading::Reading;

/// What is in a verb group.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says of one kind of word whether it is there"
)]
pub(super) struct Group {
    /// The first token.
    pub(super) start: usize,
    /// A form of `be` right before the verb: passive or progressive.
    pub(super) be: bool,
    /// A form of `have` as the auxiliary.
    pub(super) have: bool,
    /// A modal verb or `do`.
    pub(super) modal: bool,
    /// A negation.
    pub(super) negated: bool,
    /// A word that puts it as possible.
    pub(super) maybe: bool,
    /// Whether the verb is an infinitive after a verb that lends it its subject: `came to believe`.
    pub(super) raised: bool,
}

/// The verb group that ends in the verb at `head`.
pub(super) fn group(r: &Reading<'_>, from: usize, head: usize) -> Group {
    let mut g = Group {
        start: head,
        be: false,
        have: false,
        modal: false,
        negated: false,
        maybe: false,
        raised: false,
    };
    let mut at = head;
    if head > from + 1 && r.says(head - 1, "to") && raises(r, head - 2) {
        // `came to believe`, `went on to say`
        g.raised = true;
        at = if r.says(head - 2, "on") {
            head - 3
        } else {
            head - 2
        };
        g.start = at;
    }
    while at > from && head - at < 7 {
        let c = r.classes(at - 1);
        let contracted =
            c.any(Classes::POSSESSIVE) && at - 1 > from && r.before_is(at - 1, Classes::SUBJECT);
        let aux = c.any(Classes::AUX) && !c.any(Classes::NAME) || contracted;
        let adverb = c.any(Classes::ADVERB.or(Classes::NOT))
            && !c.any(
                Classes::NAME
                    .or(Classes::TIME)
                    .or(Classes::DET)
                    .or(Classes::CONJ),
            );
        if !aux && !adverb {
            break;
        }
        if aux {
            let first = g.start == head || !(g.be || g.have || g.modal);
            g.be |= first && (c.any(Classes::BE) || contracted);
            g.have |= c.any(Classes::HAVE) && !g.be;
            g.modal |= c.any(Classes::MODAL);
            g.start = at - 1;
        }
        g.negated |= c.any(Classes::NOT);
        g.maybe |= c.any(Classes::MAYBE);
        at -= 1;
    }
    g
}

/// Whether a verb stands here that lends its subject to the infinitive after it; `on` of `went on` counts with it.
fn raises(r: &Reading<'_>, at: usize) -> bool {
    const VERBS: [&str; 22] = [
        "came",
        "come",
        "continued",
        "continues",
        "continue",
        "proceeded",
        "began",
        "begun",
        "started",
        "appeared",
        "appears",
        "seemed",
        "seems",
        "seem",
        "tried",
        "sought",
        "failed",
        "used",
        "goes",
        "managed",
        "hastened",
        "went",
    ];
    let verb = if r.says(at, "on") {
        at.wrapping_sub(1)
    } else {
        at
    };
    VERBS.iter().any(|w| r.says(verb, w))
}
