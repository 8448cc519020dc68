//! Dates, periods and times of day.
//!
//! Takes the analysis, gives candidates of kind [`Kind::Time`] with the period they name, as far as it can be known.
//! One scan over each sentence: a token that can begin a time is handed to the readers in turn; what stands before it
//! (`early`, `since`, `between`) and a second time joined to it (`to 1910`, `and April`) are taken in after that.
//! Deliberately absent: lengths of time (`three hours` is a quantity), vague words (`recently`, `now`), sets (`every
//! year`).

mod clock;
mod date;
mod holiday;
mod part;
mod read;
mod relative;
mod resolve;
mod subject;
mod tense;
mod vocabulary;
mod year;

use super::row::{Row, key};
use crate::facts::analysis::{Analysis, Sentence};
use crate::facts::lexicon::words;
use crate::facts::model::{Candidate, Kind, Period, Value};
use resolve::{Context, When, resolve};
use tense::Tense;
use vocabulary::Unit;

/// All times of a document.
pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Candidate> {
    let mut read = Vec::new();
    for sentence in analysis.sentences.iter().filter(|s| s.prose || s.title) {
        let row = Row::new(analysis, sentence);
        let mut at = 0;
        while at < row.len() {
            let Some(time) = time_at(&row, at) else {
                at += 1;
                continue;
            };
            at = time.to.max(at + 1);
            if let Some(second) = time.end.filter(|_| time.is_lifespan()) {
                read.push((
                    row,
                    Time {
                        to: time.cut,
                        end: None,
                        ..time
                    },
                ));
                read.push((
                    row,
                    Time {
                        from: time.cut + 1,
                        when: second,
                        end: None,
                        ..time
                    },
                ));
            } else {
                read.push((row, time));
            }
        }
    }
    let narrative = is_narrative(analysis, &read);
    let (mut story, mut block) = (None, None);
    let mut out = Vec::with_capacity(read.len());
    // The sentence of the time before, and where that begins.
    let mut earlier: Option<(&Sentence, usize)> = None;
    for (row, time) in read {
        if block != Some(row.sentence.block) {
            block = Some(row.sentence.block);
            story = story.filter(|_| narrative);
        }
        let tense = tense::tense(&row, time.from, time.to);
        let time = time.as_meant(&row, tense);
        let context = Context {
            anchor: analysis.anchor.map(crate::document::Date::civil),
            story,
            tense,
            habit: tense == Tense::Present && matches!(time.when, When::Month { .. }),
            narrative,
        };
        story = time.last().story().or(story);
        let here = earlier.filter(|(sentence, _)| std::ptr::eq(*sentence, row.sentence));
        let limit = here.map_or(time.from, |(_, from)| from);
        earlier = Some((row.sentence, time.from));
        out.push(Candidate {
            kind: Kind::Time,
            span: row.span(time.from, time.to),
            subject: subject::subject(&row, time.from, time.to, limit),
            value: Value::Time(time.period(context)),
            entity: None,
            confidence: if time.when == When::Now { 0.3 } else { 0.8 },
        });
    }
    out
}

/// Whether the text tells a history: most of its years are far from the anchor's.
fn is_narrative(analysis: &Analysis<'_>, read: &[(Row<'_>, Time)]) -> bool {
    let Some(anchor) = analysis.anchor else {
        return false;
    };
    let now = anchor.civil().year();
    let years = read.iter().filter_map(|(_, time)| time.last().story());
    let (mut near, mut far) = (0, 0);
    for (year, _) in years {
        if (year - now).abs() <= 1 {
            near += 1;
        } else {
            far += 1;
        }
    }
    far > 4 && far > near * 3
}

/// A time that was read: its tokens, and one or two meanings.
#[derive(Clone, Copy, Debug)]
struct Time {
    from: usize,
    to: usize,
    when: When,
    end: Option<When>,
    /// Where the first ends, if there are two.
    cut: usize,
    /// Whether `from` or `between` stands before it.
    led: bool,
    /// Whether it is open at its end (`since`), or at its start (`until`).
    open: Open,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    No,
    After,
    Until,
}

impl Time {
    /// This as the sentence means it: `Today` in the present tense at its head is the age, not the day.
    fn as_meant(self, row: &Row<'_>, tense: Tense) -> Self {
        let is = (self.to..self.to + 6).any(|i| row.any(i, words!("is are has have")));
        let present = is && tense != Tense::Future || tense == Tense::Present;
        let age = self.from == 0 && present && self.end.is_none();
        match self.when {
            When::Off(0, Unit::Day) if age => Self {
                when: When::Now,
                ..self
            },
            _ => self,
        }
    }

    fn last(&self) -> When {
        self.end.unwrap_or(self.when)
    }

    /// Whether it is two full days that no `from` joins, as of a birth and a death, which are two facts.
    fn is_lifespan(&self) -> bool {
        if self.led {
            return false;
        }
        let full = |when: When| matches!(when, When::Day { year: Some(_), .. });
        full(self.when) && self.end.is_some_and(full)
    }

    fn period(&self, context: Context) -> Option<Period> {
        let first = resolve(self.when, context);
        if let Some(end) = self.end {
            let (from, to) = (start(first), finish(resolve(end, context)));
            return (from.is_some() && to.is_some()).then_some(Period::Range(from, to));
        }
        match self.open {
            Open::No => first,
            Open::After => start(first).map(|from| Period::Range(Some(from), None)),
            Open::Until => finish(first).map(|to| Period::Range(None, Some(to))),
        }
    }
}

/// The start of a period.
fn start(period: Option<Period>) -> Option<String> {
    match period? {
        Period::Date(date) => Some(date),
        Period::Range(from, _) => from,
    }
}

/// The end of a period.
fn finish(period: Option<Period>) -> Option<String> {
    match period? {
        Period::Date(date) => Some(date),
        Period::Range(_, to) => to,
    }
}

/// The time that begins at `at`, with what leads it and what is joined to it.
fn time_at(row: &Row<'_>, at: usize) -> Option<Time> {
    let (mut to, mut when) = read::core(row, at)?;
    (to, when) = read::with_clock(row, to, when);
    let mut from = at;
    let before = |from: usize| from.wrapping_sub(1);
    if row.any(before(from), words!("the")) && !matches!(when, When::Year(_) | When::Years(..)) {
        from -= 1;
    }
    let apostrophe = ["'", "’", "‘"].iter().any(|s| row.sign(before(from), s));
    let named = matches!(when, When::Open) && date::weekday(row, from).is_some();
    if apostrophe && !row.spaced(from) && matches!(when, When::Era(..)) || named {
        from -= 1;
    }
    if row.any(before(from), words!("early late earlier later mid"))
        || row.is_dash(before(from)) && row.any(from.wrapping_sub(2), words!("mid"))
    {
        from -= if row.is_dash(before(from)) { 2 } else { 1 };
        if row.any(before(from), words!("the")) {
            from -= 1;
        }
    }
    if row.any(before(from), words!("of"))
        && row.any(
            from.wrapping_sub(2),
            words!("end start beginning middle summer spring autumn winter fall rest remainder"),
        )
    {
        from -= 2;
        if row.any(before(from), words!("the")) {
            from -= 1;
        }
    }
    let mut time = Time {
        from,
        to,
        when,
        end: None,
        cut: to,
        led: false,
        open: Open::No,
    };
    let opening = before(from);
    let between = row.key(opening) == key!("between");
    let joined = row.any(to, words!("to until till through"))
        || row.is_dash(to)
        || between && row.key(to) == key!("and");
    if joined {
        let the = usize::from(row.key(to + 1) == key!("the"));
        if let Some((end, second)) = read::core(row, to + 1 + the)
            .filter(|(_, w)| read::grain(*w) == read::grain(when) || between)
            && read::ordered(when, second)
        {
            if let (Some((year, _)), None) = (second.story(), when.story()) {
                time.when = when.with_year(year);
            }

            time.end = Some(second);
            time.to = end;
            let year = year::year_digits(row, end + 1).filter(|_| row.any(end, words!("in of")));
            if let (Some(year), None, None) = (year, when.story(), second.story()) {
                time.when = when.with_year(year);
                time.end = Some(second.with_year(year));
                time.to = end + 2;
            }
            if between || row.key(opening) == key!("from") {
                time.from -= 1;
                time.led = true;
            }
            return Some(time);
        }
        if row.any(to + 1, words!("present today now")) && row.is_dash(to) {
            time.to = to + 2;
            time.open = Open::After;
            return Some(time);
        }
    }
    if row.key(opening) == key!("since") {
        time.from -= 1;
        time.open = Open::After;
    } else if row.any(opening, words!("until till")) {
        time.from -= 1;
        time.open = Open::Until;
    }
    Some(time)
}

#[cfg(test)]
mod tests;
