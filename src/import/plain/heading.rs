//! Which short lines are headings: features of a line and its neighbours, and a small model over them.
//!
//! Takes the units with furniture and title labelled; gives a score for each unit that might be a heading (above 0: more likely
//! one than not). The model is a sum of small decision tables, learned from pages whose headings are known; where its
//! numbers come from is said in [`weights`]. It knows shapes of lines and English function words, and no topics.

mod look;
mod veto;
mod weights;

pub(super) use look::Look;

use super::unit::{Label, Page};

/// How many features a line has.
const FEATURES: usize = 52;

/// What the labelling stage needs to know of one unit.
#[derive(Clone, Debug)]
pub(super) struct Scored {
    /// The index of the unit.
    pub(super) unit: usize,
    /// The log-odds that it is a heading.
    pub(super) score: f32,
}

/// Scores all units that may be headings, in order. O(characters).
pub(super) fn score(page: &Page) -> Vec<Scored> {
    let kept: Vec<usize> = page
        .units
        .iter()
        .enumerate()
        .filter(|(_, u)| u.label != Label::Boilerplate)
        .map(|(i, _)| i)
        .collect();
    let looks: Vec<Look> = kept
        .iter()
        .filter_map(|&i| page.unit(i))
        .map(|u| Look::of(page, u))
        .collect();
    let frame = Frame::of(&looks);
    let veto = veto::Veto::of(page, &kept);
    let mut out = Vec::new();
    for (at, look) in looks.iter().enumerate() {
        if !look.candidate {
            continue;
        }
        let Some(&unit) = kept.get(at) else { break };
        let score = match veto.judge(page, unit, at) {
            Some(true) => 9.0,
            Some(false) => -9.0,
            None => weights::score(&features(&looks, at, look, &frame)),
        };
        out.push(Scored { unit, score });
    }
    out
}

/// What is true of the whole document.
#[derive(Debug, Default)]
struct Frame {
    units: f32,
    candidates: f32,
    prose_chars: f32,
    items: f32,
    questions: f32,
    answers: f32,
    blanks: f32,
    /// How often lines of each style stand over prose, and how often at all.
    styles: rustc_hash::FxHashMap<u16, (f32, f32)>,
    /// How often each short line comes.
    repeats: rustc_hash::FxHashMap<u64, f32>,
}

impl Frame {
    fn of(looks: &[Look]) -> Self {
        let mut frame = Self::default();
        let (mut prose, mut prose_chars) = (0.0, 0.0);
        for (i, look) in looks.iter().enumerate() {
            frame.units += 1.0;
            frame.items += f32::from(u8::from(look.item));
            frame.answers += f32::from(u8::from(look.answer));
            frame.blanks += f32::from(u8::from(look.gap > 0.0));
            if look.prose {
                prose += 1.0;
                prose_chars += look.chars;
            }
            if look.candidate {
                frame.candidates += 1.0;
                frame.questions += f32::from(u8::from(look.is_question()));
                let over = looks.get(i + 1).is_some_and(|n| n.prose || n.item);
                let style = frame.styles.entry(look.style).or_default();
                style.0 += f32::from(u8::from(over));
                style.1 += 1.0;
                *frame.repeats.entry(look.words_hash).or_default() += 1.0;
            }
        }
        frame.prose_chars = if prose > 0.0 {
            prose_chars / prose
        } else {
            0.0
        };
        frame
    }
}

/// The features of one candidate. Neighbours that are missing look like an empty line.
fn features(looks: &[Look], at: usize, look: &Look, frame: &Frame) -> [f32; FEATURES] {
    let none = Look::default();
    let near = |d: isize| {
        at.checked_add_signed(d)
            .and_then(|i| looks.get(i))
            .unwrap_or(&none)
    };
    let (before, above, below, after) = (near(-2), near(-1), near(1), near(2));
    let flag = |b: bool| f32::from(u8::from(b));
    let (over, all) = frame.styles.get(&look.style).copied().unwrap_or_default();
    let run = |d: isize| {
        let mut n: u8 = 0;
        let mut i = d;
        while n < 8
            && at
                .checked_add_signed(i)
                .and_then(|k| looks.get(k))
                .is_some_and(|l| l.candidate)
        {
            n += 1;
            i += d;
        }
        f32::from(n)
    };
    #[expect(
        clippy::cast_precision_loss,
        reason = "a share of the document needs no more than 24 bits"
    )]
    let place = at as f32 / looks.len().max(1) as f32;
    [
        look.chars,
        look.words,
        look.end,
        look.begin,
        look.title_case,
        look.function,
        flag(look.all_caps),
        flag(look.question),
        flag(look.pronoun),
        flag(look.verb),
        look.digits,
        look.commas,
        flag(look.colon_inside),
        flag(look.numbered),
        flag(look.symbol),
        look.kind(),
        look.gap,
        below.gap,
        below.kind(),
        below.chars.min(600.0),
        below.end,
        below.begin,
        flag(below.item),
        after.kind(),
        after.chars.min(600.0),
        above.kind(),
        above.chars.min(600.0),
        above.end,
        before.kind(),
        before.chars.min(600.0),
        run(-1),
        run(1),
        place,
        frame.candidates / frame.units.max(1.0),
        frame.prose_chars.min(800.0),
        frame.items / frame.units.max(1.0),
        over / all.max(1.0),
        all,
        frame.repeats.get(&look.words_hash).copied().unwrap_or(1.0),
        frame.candidates.min(60.0),
        above.words.min(60.0),
        below.title_case,
        flag(above.style == look.style),
        flag(below.style == look.style),
        flag(look.you),
        flag(look.caption),
        flag(below.answer),
        frame.questions / frame.candidates.max(1.0),
        frame.answers / frame.units.max(1.0),
        frame.blanks / frame.units.max(1.0),
        below.words.min(60.0),
        below.function,
    ]
}
