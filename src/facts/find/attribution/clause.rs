//! Cue clauses: a reporting verb with the one who speaks and what stands between verb and content.
//!
//! Takes the reading and a segment (a sentence in which quotations are closed boxes), gives the cues in it from left
//! to right. A cue says where its verb stands, who its subject is and where the content may begin; what the content
//! is, `content` decides.

mod group;

use std::ops::Range;

use super::lexicon::{Class, Classes, Form, Frames, Use};
use super::reading::Reading;
use super::skip;
use super::source::{self, Source};
use crate::facts::Tag;
use group::group;

/// Where the source stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// `X said`.
    Before,
    /// `said X`.
    After,
    /// `it was said`, `X was criticized by Y`.
    Passive,
}

/// A cue with its source.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    /// What kind of act it reports.
    pub(super) class: Class,
    /// What may follow it.
    pub(super) frames: Frames,
    /// The form of the verb.
    pub(super) form: Form,
    /// The words of the cue, with auxiliaries and particle.
    pub(super) words: Range<usize>,
    /// The verb itself.
    pub(super) head: usize,
    /// Who speaks; none when the text does not say.
    pub(super) source: Option<Source>,
    /// Where the source stands.
    pub(super) side: Side,
    /// The first token of the clause: of the source or the verb.
    pub(super) from: usize,
    /// The first token after verb, source, adverbials and addressee.
    pub(super) after: usize,
    /// Whether the verb is negated.
    pub(super) negated: bool,
    /// Whether the verb is put as possible.
    pub(super) maybe: bool,
    /// Whether the source is shared with the verb before: `X said A and added B`.
    pub(super) shared: bool,
}

/// The cues of a segment, from left to right.
pub(super) fn cues(r: &Reading<'_>, segment: &Range<usize>) -> Vec<Cue> {
    let mut out: Vec<Cue> = Vec::new();
    for at in segment.clone() {
        if out.last().is_some_and(|c| c.words.contains(&at)) {
            continue;
        }
        for &of in r.uses(at) {
            if let Some(cue) = cue(r, segment, at, of, &out) {
                out.push(cue);
                break;
            }
        }
    }
    out
}

fn cue(
    r: &Reading<'_>,
    segment: &Range<usize>,
    at: usize,
    of: Use,
    earlier: &[Cue],
) -> Option<Cue> {
    let verb = r.verb(of)?;
    let mut end = at + 1;
    if !verb.particle.is_empty() {
        let reach = if verb.particle == "clear" { 2 } else { 0 };
        end = (end..=end + reach).find(|&i| r.says(i, verb.particle))? + 1;
    }
    let says = matches!(r.word(at), "said" | "says" | "say");
    let speaks = verb.frames.any(Frames::QUOTE) && r.is(end, Classes::MARK);
    let that = r.says(end, "that") && !r.finite(end + 1);
    if !(says || speaks || that || matches!(r.tag(at), Tag::Verb | Tag::Aux)) {
        return None;
    }
    let g = group(r, segment.start, at);
    if r.before_is(g.start, Classes::DET.or(Classes::POSS))
        && !r.before_is(g.start, Classes::SUBJECT)
    {
        return None;
    }
    let passive = g.be && matches!(of.form, Form::Past | Form::Participle);
    let ok = match of.form {
        Form::Base => g.modal || g.raised || g.start == at && after_subject(r, segment.start, at),
        Form::Present => g.start == at && (says || after_subject(r, segment.start, at)),
        Form::Past => g.be || g.have || !g.modal,
        Form::Participle => g.be || g.have,
        Form::Ing => true,
    };
    let infinitive = g.start > segment.start && r.says(g.start - 1, "to") && !g.raised
        || r.is(at, Classes::NAME) && of.form != Form::Past && at != segment.start;
    if !ok || infinitive || r.is(at, Classes::NAME) && !r.before_is(at, Classes::MARK) {
        return None;
    }
    let mut cue = Cue {
        class: verb.class,
        frames: verb.frames,
        form: of.form,
        words: g.start..end,
        head: at,
        source: None,
        side: Side::Before,
        from: g.start,
        after: end,
        negated: g.negated,
        maybe: g.maybe,
        shared: false,
    };
    if passive && g.modal {
        return None;
    }
    if passive {
        return passive_cue(r, segment, cue);
    }
    if of.form == Form::Past && r.says(end, "by") && g.start == at {
        return None;
    }
    if inverted(r, segment, &cue) {
        let source = source::after(r, end, segment.end)?;
        cue.after = source.name.end;
        cue.side = Side::After;
        cue.source = Some(source);
    } else {
        find_source(r, segment, &mut cue, earlier)?;
    }
    let start = cue.source.as_ref().map_or(cue.from, |s| s.name.start);
    // "Please note that …" is said by nobody
    if r.says(start, "please") {
        return None;
    }
    // "writing in a blog post": a post, and no posting
    let says = r.uses(start).iter().any(|u| u.form == Form::Ing);
    if says && start < cue.words.start {
        return None;
    }
    // "as far as I can tell"
    if start >= 2 && r.says(start - 1, "as") && r.says(start - 2, "far") {
        return None;
    }
    cue.after = skip::adverbials(r, cue.after, segment.end, cue.frames);
    Some(cue)
}

/// Whether what stands before a verb may be its subject, so that it is neither a noun itself nor an imperative.
fn after_subject(r: &Reading<'_>, from: usize, at: usize) -> bool {
    let Some(b) = skip::back_over_adverbs(r, from, at) else {
        return false;
    };
    let nominal = matches!(
        r.tag(b),
        Tag::Noun | Tag::Propn | Tag::Pron | Tag::Num | Tag::X
    ) || r.is(
        b,
        Classes::COMMA
            .or(Classes::CLOSE)
            .or(Classes::CONJ)
            .or(Classes::RELATIVE)
            .or(Classes::NAME),
    ) || matches!(
        r.word(b),
        "many"
            | "Many"
            | "some"
            | "Some"
            | "most"
            | "Most"
            | "few"
            | "others"
            | "Others"
            | "all"
            | "All"
            | "both"
            | "Both"
    );
    nominal && !r.is(b, Classes::POSS) && b + 1 > from
}

/// Whether the subject follows the verb: `"...," said X`.
fn inverted(r: &Reading<'_>, segment: &Range<usize>, cue: &Cue) -> bool {
    if !cue.frames.any(Frames::QUOTE)
        || !matches!(cue.form, Form::Past | Form::Present)
        || cue.words.start != cue.head
    {
        return false;
    }
    let next = cue.words.end;
    let opens = Classes::DET
        .or(Classes::POSS)
        .or(Classes::NAME)
        .or(Classes::PERSON)
        .or(Classes::SUBJECT);
    if !r.is(next, opens) || r.is(next, Classes::TIME) || r.says(next, "that") {
        return false;
    }
    let head = cue.head;
    if head == segment.start {
        return false;
    }
    if r.before_is(head, Classes::MARK) {
        return true;
    }
    if !r.before_is(head, Classes::COMMA) || TOLD.iter().any(|w| r.says(head, w)) {
        return false;
    }
    // `X, the mayor, said the plan failed` has a finite verb further on; `the plan failed, said the mayor` has none.
    let finite = (next + 1..segment.end)
        .take_while(|&i| {
            !r.is(
                i,
                Classes::COMMA
                    .or(Classes::STOP)
                    .or(Classes::RELATIVE)
                    .or(Classes::MARK),
            )
        })
        .any(|i| r.finite(i) && !r.is(i, Classes::REDUCED) && !r.is(i, Classes::NAME));
    let clause = (segment.start..head).any(|i| r.finite(i))
        || (segment.start..head).any(|i| r.is(i, Classes::QUOTED));
    !finite && clause
}

/// Verbs behind which somebody stands who is told, and not who speaks: `he founded the club, emailed some friends …`.
const TOLD: [&str; 9] = [
    "emailed", "e-mailed", "texted", "phoned", "called", "told", "informed", "notified", "assured",
];

/// Finds the subject of an active verb: before it, or that of the verb before.
fn find_source(
    r: &Reading<'_>,
    segment: &Range<usize>,
    cue: &mut Cue,
    earlier: &[Cue],
) -> Option<()> {
    let start = cue.words.start;
    let progressive = cue.form == Form::Ing
        && start < cue.head
        && (start..cue.head).any(|i| r.is(i, Classes::BE.or(Classes::POSSESSIVE)));
    if cue.form == Form::Ing && !progressive {
        let quoted =
            start >= segment.start + 2 && r.says(start - 1, "as") && r.says(start - 2, "quoted");
        let joint = Classes::COMMA.or(Classes::MARK).or(Classes::CONJ);
        let led = r.before_is(start, joint)
            || start > segment.start
                && ["by", "while", "before", "after", "without"]
                    .iter()
                    .any(|w| r.says(start - 1, w));
        if !(led || quoted) {
            // `with a neighbour saying, "..."`
            let says = r.is(cue.words.end, Classes::MARK.or(Classes::COLON))
                || r.says(cue.words.end, "that")
                || r.is(cue.words.end, Classes::COMMA) && r.is(cue.words.end + 1, Classes::MARK);
            let found = source::near(r, segment.start, start).filter(|_| says)?;
            cue.from = found.from;
            cue.source = Some(found);
            return Some(());
        }
        cue.shared = true;
    } else if r.before_is(start, Classes::CONJ)
        || r.before_is(start, Classes::COMMA) && joined_by_and(r, segment, start)
    {
        cue.shared = true;
    }
    if cue.shared {
        let mates = || {
            let active = |c: &&Cue| c.source.is_some() && c.side != Side::Passive;
            earlier.iter().rev().filter(active)
        };
        let alike = |c: &&Cue| c.form == cue.form && c.class == Class::Say;
        let last = mates().find(alike).or_else(|| mates().next());
        cue.source = match last {
            Some(c) => c.source.clone(),
            None => main_subject(r, segment.start, start),
        };
        cue.source.as_ref()?;
        cue.from = start;
        return Some(());
    }
    let found = source::before(r, segment.start, start)?;
    cue.from = found.from;
    cue.source = Some(found);
    Some(())
}

/// Whether the comma before `start` is that of a list of verbs rather than the end of an insertion.
fn joined_by_and(r: &Reading<'_>, segment: &Range<usize>, start: usize) -> bool {
    start
        .checked_sub(2)
        .is_some_and(|b| b > segment.start && r.is(b, Classes::CONJ))
}

/// The subject of the first finite verb in a stretch.
fn main_subject(r: &Reading<'_>, from: usize, to: usize) -> Option<Source> {
    (from + 1..to)
        .filter(|&i| {
            r.finite(i)
                || r.uses(i)
                    .iter()
                    .any(|u| matches!(u.form, Form::Past | Form::Present))
        })
        .filter(|&i| !r.is(i, Classes::REDUCED.or(Classes::QUOTED)))
        .find_map(|i| source::before(r, from, i))
}

/// `it was suggested that`, `X is believed to`, `X was criticized by Y`.
fn passive_cue(r: &Reading<'_>, segment: &Range<usize>, mut cue: Cue) -> Option<Cue> {
    cue.side = Side::Passive;
    let subject = source::phrase(r, segment.start, cue.words.start)?;
    cue.from = subject.start;
    let next = cue.words.end;
    if r.says(next, "by") {
        let source = source::after(r, next + 1, segment.end)?;
        cue.words.end = next + 1;
        cue.after = source.name.end;
        cue.source = Some(source);
        return Some(cue);
    }
    cue.after = skip::adverbials(r, next, segment.end, Frames::default());
    let it = subject.len() == 1 && r.says(subject.start, "it");
    let says = matches!(
        cue.class,
        Class::Say | Class::Demand | Class::Find | Class::Believe
    );
    let that = it && says && r.says(cue.after, "that");
    let to =
        !it && says && r.says(cue.after, "to") && SAID_TO_BE.iter().any(|w| r.says(cue.head, w));
    if that {
        cue.from = subject.start;
        return Some(cue);
    }
    to.then_some(cue)
}

/// Participles that make a claim of what follows: `is said to`.
const SAID_TO_BE: [&str; 9] = [
    "said",
    "believed",
    "alleged",
    "reported",
    "thought",
    "rumored",
    "rumoured",
    "claimed",
    "estimated",
];
