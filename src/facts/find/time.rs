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
mod relative;
mod resolve;
mod subject;
mod vocabulary;

use super::row::{Row, key};
use crate::facts::analysis::{Analysis, Shape};
use crate::facts::lexicon::words;
use crate::facts::model::{Candidate, Kind, Period, Value};
use resolve::{Context, When, resolve};
use vocabulary::{DAY_PARTS, FUTURE};

/// All times of a document.
pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Candidate> {
    let mut read = Vec::new();
    for sentence in analysis.sentences.iter().filter(|s| s.prose) {
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
    for (row, time) in read {
        if block != Some(row.sentence.block) {
            block = Some(row.sentence.block);
            story = story.filter(|_| narrative);
        }
        let tense = tense(&row, time.from, time.to);
        let context = Context {
            anchor: analysis.anchor.map(crate::document::Date::civil),
            story,
            future: tense == Tense::Future,
            habit: tense == Tense::Present && matches!(time.when, When::Month { .. }),
            narrative,
        };
        story = time.last().story().or(story);
        out.push(Candidate {
            kind: Kind::Time,
            span: row.span(time.from, time.to),
            subject: subject::subject(&row, time.from, time.to),
            value: Value::Time(time.period(context)),
            entity: None,
            confidence: 0.8,
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
    let (mut to, mut when) = core(row, at)?;
    (to, when) = with_clock(row, to, when);
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
        if let Some((end, second)) =
            core(row, to + 1 + the).filter(|(_, w)| grain(*w) == grain(when) || between)
        {
            if ordered(when, second) {
                if let (Some((year, _)), None) = (second.story(), when.story()) {
                    time.when = when.with_year(year);
                }

                time.end = Some(second);
                time.to = end;
                if between || row.key(opening) == key!("from") {
                    time.from -= 1;
                    time.led = true;
                }
                return Some(time);
            }
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

/// The readers, in the order in which they are asked.
fn core(row: &Row<'_>, i: usize) -> Option<(usize, When)> {
    let token = row.get(i)?;
    let found = match token.shape {
        Shape::Number => number(row, i),
        Shape::Word if token.span.len() > 20 => None,
        Shape::Word if row.word(i).starts_with(|c: char| c.is_ascii_digit()) => {
            clock::clock(row, i)
                .or_else(|| date::from_day(row, i))
                .or_else(|| date::decade(row, i))
                .or_else(|| date::by_ordinal(row, i))
        }
        Shape::Word => word(row, i),
        _ => None,
    }?;
    Some(found)
}

/// What begins with a number in digits.
fn number(row: &Row<'_>, i: usize) -> Option<(usize, When)> {
    clock::clock(row, i)
        .or_else(|| date::from_day(row, i))
        .or_else(|| date::in_digits(row, i))
        .or_else(|| relative::distance(row, i))
        .or_else(|| date::decade(row, i))
        .or_else(|| date::from_year(row, i))
}

/// What begins with a word.
fn word(row: &Row<'_>, i: usize) -> Option<(usize, When)> {
    use vocabulary::{
        COUNTS, DECADES, HOLIDAYS, MONTHS, NAMED_DAYS, ORDINALS, SEASONS, VAGUE, WEEKDAYS,
    };
    let key = row.key(i);
    if MONTHS.get(key).is_some() {
        return date::from_month(row, i);
    }
    if WEEKDAYS.get(key).is_some() {
        return weekday(row, i);
    }
    if ORDINALS.get(key).is_some() {
        return date::from_day(row, i).or_else(|| date::by_ordinal(row, i));
    }
    if COUNTS.get(key).is_some() || VAGUE.has(key) {
        return relative::distance(row, i).or_else(|| clock::clock(row, i));
    }
    if SEASONS.get(key).is_some() {
        return date::season(row, i);
    }
    if DECADES.get(key).is_some() {
        return date::decade(row, i);
    }
    if HOLIDAYS.has(key) || NAMED_DAYS.has(key) || key == key!("new") || key == key!("good") {
        return holiday::holiday(row, i);
    }
    if STARTS.has(key) {
        return relative::deictic(row, i)
            .or_else(|| relative::phrase(row, i))
            .or_else(|| relative::pointed(row, i))
            .or_else(|| clock::clock(row, i))
            .or_else(|| date::from_year(row, i));
    }
    let text = row.word(i);
    if text.contains('-') {
        return date::decade(row, i)
            .or_else(|| date::by_ordinal(row, i))
            .or_else(|| mid(row, i));
    }
    None
}

/// Other words that may begin a time.
static STARTS: crate::facts::lexicon::Words = words!(
    "today tonight yesterday tomorrow overnight last next this past previous preceding prior following ensuing
     subsequent coming upcoming current same that the day turn end start beginning middle noon midday midnight ad ce a.d"
);

/// `mid-March`, `mid-2010` as one word.
fn mid(row: &Row<'_>, i: usize) -> Option<(usize, When)> {
    let rest = row
        .word(i)
        .strip_prefix("mid-")
        .or_else(|| row.word(i).strip_prefix("Mid-"))?;
    let key = crate::facts::analysis::Key::of_word(rest);
    if let Some(month) = vocabulary::MONTHS.get(key) {
        let year = date::year_digits(row, i + 1);
        return Some((
            i + 1 + usize::from(year.is_some()),
            When::Month { year, month },
        ));
    }
    let year = rest
        .parse::<i16>()
        .ok()
        .filter(|y| (1500..2100).contains(y))?;
    Some((i + 1, When::Year(year)))
}

/// A weekday, with the date or the part of the day that may follow.
fn weekday(row: &Row<'_>, i: usize) -> Option<(usize, When)> {
    let day = date::weekday(row, i)?;
    if row.any(
        i.wrapping_sub(1),
        words!("black bloody cyber ash palm holy super"),
    ) && row.is_capital(i.wrapping_sub(1))
    {
        return Some((i + 1, When::Open));
    }
    let mut at = i + 1;
    if row.any(at, DAY_PARTS) {
        at += 1;
    }
    let comma = usize::from(row.sign(at, ","));
    let the = usize::from(row.key(at + comma) == key!("the"));
    let date = date::from_month(row, at + comma).or_else(|| date::from_day(row, at + comma + the));
    if let Some((end, when @ (When::Day { .. } | When::Days { .. }))) = date {
        return Some((end, when));
    }
    let past = row.any(at, words!("last")) && !row.is_lower(at + 1);
    Some((
        at + usize::from(past),
        When::Weekday(day, if past { -1 } else { 0 }),
    ))
}

/// Takes in a date that stands with a time of day, or a time of day with a date: `10 a.m. on Friday`, `Friday at noon`.
fn with_clock(row: &Row<'_>, to: usize, when: When) -> (usize, When) {
    let mut at = to;
    if row.sign(at, ",") || row.any(at, words!("on at of")) {
        at += 1;
    }
    if matches!(when, When::Clock(..)) {
        return match core(row, at) {
            Some((
                end,
                date @ (When::Day { .. } | When::Weekday(..) | When::Off(_, vocabulary::Unit::Day)),
            )) => (end, date),
            _ => (to, when),
        };
    }
    if matches!(
        when,
        When::Day { .. } | When::Weekday(..) | When::Off(_, vocabulary::Unit::Day)
    ) {
        if let Some((end, When::Clock(..))) =
            clock::clock(row, at).filter(|_| row.key(at) != key!("noon") || at > to)
        {
            return (end, when);
        }
    }
    (to, when)
}

/// What two times must share to be joined as a range.
fn grain(when: When) -> u8 {
    match when {
        When::Day { .. } | When::Days { .. } => 0,
        When::Month { .. } => 1,
        When::Year(_) | When::Years(..) | When::Before(_) => 2,
        When::Weekday(..) => 3,
        When::Clock(..) => 4,
        When::Era(..) => 5,
        When::Season { .. } => 6,
        _ => 7,
    }
}

/// Whether the second does not come before the first, where both are years.
fn ordered(first: When, second: When) -> bool {
    match (first, second) {
        (When::Year(a), When::Year(b)) => a <= b,
        _ => !matches!(second, When::Open | When::Stretch(..)),
    }
}

/// The time that a sentence speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tense {
    Past,
    Present,
    Future,
}

/// The tense round a time, by the words that show it.
fn tense(row: &Row<'_>, from: usize, to: usize) -> Tense {
    let future = (from.saturating_sub(12)..(to + 6).min(row.len())).any(|i| {
        row.any(i, FUTURE) && !(row.key(i) == key!("until") && i + 1 == from)
            || row.key(i) == key!("to")
                && (row.any(i + 1, words!("be begin start open hold meet visit take"))
                    || row.any(i.wrapping_sub(1), words!("is are")) && row.is_lower(i + 1))
            || row.key(i) == key!("going") && row.key(i + 1) == key!("to")
    });
    if future {
        return Tense::Future;
    }
    let present = (0..row.len()).any(|i| {
        row.any(
            i,
            words!("is are occurs occur has have do does can may falls rises runs"),
        )
    });
    let past = (0..row.len()).any(|i| {
        row.any(i, crate::facts::lexicon::grammar::PASTS)
            || row.is_lower(i) && row.word(i).ends_with("ed")
    });
    if past || !present {
        Tense::Past
    } else {
        Tense::Present
    }
}

#[cfg(test)]
mod tests;
