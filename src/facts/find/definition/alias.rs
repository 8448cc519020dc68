//! Other names: `the extra week, known as the Golden Week`, `Northport, also known as Tarnhaven`.
//!
//! Only where the new name is capitalised (two words or more, or one after `also`) and what it names is a phrase that
//! ends at the comma; short forms are left to `acronym`.

use super::{Line, candidate};
use crate::facts::lexicon::{Words, words};
use crate::facts::{Candidate, Case, Shape};

/// Words that begin a noun phrase.
static DETERMINERS: Words = words!("the a an this that these those its his her their our my");

/// Words inside a name that are written small.
static JOINTS: Words = words!("of the and for on in de la du to");

/// The most words of what is named.
const REACH: usize = 8;

/// Appends what it finds in one sentence.
pub(super) fn find(line: &Line<'_>, out: &mut Vec<Candidate>) {
    for comma in 1..line.tokens.len() {
        if line.word(comma) == ","
            && let Some(found) = alias(line, comma)
        {
            out.push(found);
        }
    }
}

fn alias(line: &Line<'_>, comma: usize) -> Option<Candidate> {
    let mut at = comma + 1;
    let also = line.is(at, &["also", "otherwise"]);
    at += usize::from(also || line.is(at, &["better", "commonly", "widely", "popularly", "now"]));
    if !(line.is(at, &["known"]) && line.is(at + 1, &["as"])) {
        return None;
    }
    at += 2;
    at += usize::from(line.is(at, &["the"]));
    let last = name_end(line, at)?;
    let capitals = (at..=last).filter(|&i| line.is_capital(i)).count();
    let single = line.tokens.get(at)?;
    if at == last && single.case == Case::Upper {
        return None;
    }
    let from = named(line, comma)?;
    let proper = line.is_capital(from) && !line.has(from, DETERMINERS);
    if capitals < 2 && !(also && proper) {
        return None;
    }
    let long = line.span(from, comma - 1)?;
    let short = line.span(at, last)?;
    Some(candidate(long.to(short), short, long, 0.75))
}

/// The last token of the capitalised name that begins at `at`.
fn name_end(line: &Line<'_>, at: usize) -> Option<usize> {
    if !line.is_capital(at) {
        return None;
    }
    let mut last = at;
    let mut i = at + 1;
    while i < line.tokens.len() {
        let capital = line.is_capital(i) || line.tokens.get(i)?.shape == Shape::Number;
        if capital {
            last = i;
        } else if !line.has(i, JOINTS) || i > last + 2 {
            break;
        }
        i += 1;
    }
    Some(last)
}

/// The first token of what is named: a noun phrase that ends before the comma.
fn named(line: &Line<'_>, comma: usize) -> Option<usize> {
    let floor = comma.saturating_sub(REACH);
    let mut at = comma;
    while at > floor {
        at -= 1;
        if line.tokens.get(at)?.shape == Shape::Sign {
            at += 1;
            break;
        }
        if line.has(at, DETERMINERS) {
            // `around the Tarn Sea, known as`: the name may belong to something further left.
            return (at + 1 >= comma || !line.is_capital(at + 1)).then_some(at);
        }
    }
    // No determiner: a name that stands alone before the comma.
    let all_name = at < comma && (at..comma).all(|i| line.is_capital(i));
    (all_name && at == 0).then_some(at)
}
