//! What stands behind a figure and belongs to it: scale words, percent, money; and what makes it unsafe.

use super::figure::{self, Manner, Read};
use super::piece::{Line, What, is_hangul};
use super::scale::{is_scale_like, scale};
use super::words::{self, HALVES, Share, is_and, is_hour, joins, percent};
use crate::facts::analysis::is_unspaced;
use crate::facts::{Approx, Kind, Unit};
use crate::text::Span;

/// What stands behind a figure in scripts without spaces and makes it a number in a row: a floor, an hour, a page.
const IN_A_ROW: [&str; 34] = [
    "号", "號", "时", "時", "点", "點", "分", "秒", "层", "楼", "樓", "路", "章", "页", "頁", "条",
    "條", "届", "回", "期", "位", "版", "시", "분", "호", "회", "번", "층", "쪽", "장", "차",
    "세기", "世纪", "世紀",
];

/// The same signs where they count after all: hours and minutes.
const SPANS: [&str; 7] = ["時間", "小时", "分間", "分钟", "秒間", "시간", "분간"];

/// The kind of a number and its unit.
pub(super) type Measure = (Kind, Option<Unit>);

/// What stands behind a figure and belongs to it.
#[derive(Debug, Default)]
pub(super) struct Tail {
    pub(super) scales: Vec<f64>,
    /// What is added in `3万5000`.
    pub(super) more: f64,
    pub(super) unit: Option<Measure>,
    pub(super) approx: Option<Approx>,
    /// Whether a scale, percent or currency follows.
    pub(super) measured: bool,
    pub(super) end: usize,
    pub(super) past: usize,
}

impl Tail {
    /// Reads on behind the figure `at`; none when what follows makes it unsafe.
    pub(super) fn read(line: &Line<'_>, code: &'static str, at: usize) -> Option<Self> {
        let mut tail = Self {
            end: line.get(at)?.end,
            past: at + 1,
            ..Self::default()
        };
        let next = at + 1;
        let unspaced = line
            .words(next)
            .starts_with(|c: char| is_unspaced(c) || is_hangul(c));
        if line.glued(next) && line.is(next, What::Word) && unspaced {
            tail.run_on(line, code)?;
        } else {
            tail.scale_words(line, code)?;
            tail.measure(line);
        }
        tail.is_safe(line).then_some(tail)
    }

    /// Scale words with spaces: `3,5 Millionen`, `3 mil millones`, `300mila`.
    fn scale_words(&mut self, line: &Line<'_>, code: &'static str) -> Option<()> {
        let glued = line.glued(self.past) && line.is(self.past, What::Word);
        while let Some(piece) = line.get(self.past).filter(|p| p.what == What::Word)
            && let Some((by, _)) = scale(code, &line.lower(self.past), false)
        {
            // Larger scales follow smaller ones: "mil millones"; the other way round is another number.
            if self.scales.len() == 2
                || self
                    .scales
                    .first()
                    .is_some_and(|&first| first > 1e3 || by < 1e6)
            {
                return None;
            }
            if self.scales.len() == 1 && !matches!(code, "es" | "pt" | "ru") {
                return None;
            }
            self.scales.push(by);
            self.end = piece.end;
            self.past += 1;
            if line.sign(self.past, ".")
                && line.glued(self.past)
                && line.get(self.past + 1).is_some()
            {
                let short = matches!(
                    line.lower(self.past - 1).as_str(),
                    "mio" | "mrd" | "tsd" | "mill" | "bio" | "тыс" | "тис" | "tys"
                );
                self.past += usize::from(short);
            }
        }
        self.measured = !self.scales.is_empty();
        // "5e", "14h", "10km": letters right behind it that are no scale.
        if glued && !self.measured {
            return None;
        }
        let word = line.lower(self.past);
        let unknown = is_scale_like(&word) && !word.is_empty();
        (!unknown).then_some(())
    }

    /// Percent and money behind the number.
    fn measure(&mut self, line: &Line<'_>) {
        let i = self.past;
        let (sign, word) = (line.words(i), line.lower(i));
        if matches!(sign, "%" | "％" | "٪") {
            self.take(line, i, (Kind::Percent, Some(Unit::Name("%"))));
            return;
        }
        if let Some(unit) = words::sign(sign).filter(|_| line.is(i, What::Sign)) {
            self.take(line, i, (Kind::Money, unit.unit()));
            return;
        }
        if let Some((share, count)) = percent(&word, &line.lower(i + 1), &line.lower(i + 2)) {
            let last = i + count - 1;
            let unit = match share {
                Share::Percent => Unit::Name("%"),
                Share::Points => Unit::Words(
                    line.get(last)
                        .map_or_else(Span::default, |p| line.span(i, p.end)),
                ),
            };
            self.take(line, last, (Kind::Percent, Some(unit)));
            return;
        }
        // "5 millones de euros"
        let of = usize::from(matches!(word.as_str(), "de" | "di") && !self.scales.is_empty());
        let elided = usize::from(word == "d" && matches!(line.words(i + 1), "'" | "’")) * 2;
        let named = i + of + elided;
        if let Some(unit) = words::currency(&line.lower(named)) {
            self.take(line, named, (Kind::Money, Some(Unit::Name(unit))));
        }
    }

    fn take(&mut self, line: &Line<'_>, last: usize, unit: Measure) {
        self.unit = Some(unit);
        self.measured = true;
        self.end = line.get(last).map_or(self.end, |p| p.end);
        self.past = last + 1;
    }

    /// What is written as one with the figure in scripts without spaces: `350万人`, `3万5000`, `350多人`.
    fn run_on(&mut self, line: &Line<'_>, code: &'static str) -> Option<()> {
        let word = line.words(self.past);
        let more = |w: &str| w.starts_with(['多', '余', '餘']);
        let start = line.get(self.past)?.start;
        let mut at = 0;
        let rest = |at: usize| word.get(at..).unwrap_or_default();
        if more(rest(at)) {
            self.approx = Some(Approx::Above);
            at += '多'.len_utf8();
        }
        if let Some((by, len)) = scale(code, rest(at), true) {
            self.scales.push(by);
            self.measured = true;
            at += len;
            self.end = start + at;
            if more(rest(at)) {
                self.approx = Some(Approx::Above);
                at += '多'.len_utf8();
            }
            if rest(at).is_empty()
                && line.is(self.past + 1, What::Figure)
                && line.glued(self.past + 1)
            {
                return self.add(line, code, by);
            }
            // "3万5千" was read; "3万半" and a scale of a scale were not.
            if rest(at).starts_with('半') || scale(code, rest(at), true).is_some() {
                return None;
            }
        }
        let counts = SPANS.iter().any(|s| rest(at).starts_with(s));
        if !counts && IN_A_ROW.iter().any(|s| rest(at).starts_with(s))
            || rest(at).starts_with(['年', '月', '日', '년', '월', '일'])
        {
            return None;
        }
        if rest(at).is_empty() && line.sign(self.past + 1, "%") {
            return None;
        }
        self.money(rest(at), start + at);
        if rest(at).starts_with("パーセント") || rest(at).starts_with("퍼센트") {
            let len = "パーセント".len().min(rest(at).len());
            self.unit = Some((Kind::Percent, Some(Unit::Name("%"))));
            self.end = start
                + at
                + if rest(at).starts_with("퍼센트") {
                    "퍼센트".len()
                } else {
                    len
                };
        }
        self.past += 1;
        Some(())
    }

    /// The currency at the beginning of what follows in the same word, from this byte of the block on.
    fn money(&mut self, rest: &str, at: usize) {
        const NAMES: [&str; 10] = [
            "美元",
            "欧元",
            "人民币",
            "元",
            "円",
            "米ドル",
            "ユーロ",
            "원",
            "유로",
            "英镑",
        ];
        if let Some(name) = NAMES.iter().find(|m| rest.starts_with(*m)) {
            self.unit = Some((Kind::Money, words::currency(name).map(Unit::Name)));
            self.end = at + name.len();
        }
    }

    /// Adds the smaller part of `3万5000人`, `1億2000万`.
    fn add(&mut self, line: &Line<'_>, code: &'static str, by: f64) -> Option<()> {
        let at = self.past + 1;
        let Read::Sure(part) = figure::read(line.words(at), Manner::of(code))? else {
            return None;
        };
        self.end = line.get(at)?.end;
        self.past = at + 1;
        let mut part = part;
        if line.glued(self.past) && line.is(self.past, What::Word) {
            let word = line.words(self.past);
            let start = line.get(self.past)?.start;
            let mut at = 0;
            if let Some((small, len)) = scale(code, word, true) {
                part *= small;
                at = len;
                self.end = start + len;
                // A third part is not read.
                if word.len() == len
                    && line.is(self.past + 1, What::Figure)
                    && line.glued(self.past + 1)
                {
                    return None;
                }
            }
            self.money(word.get(at..).unwrap_or_default(), start + at);
            self.past += 1;
        }
        self.more = part;
        (part < by).then_some(())
    }

    /// Whether nothing behind the number makes another one of it.
    fn is_safe(&self, line: &Line<'_>) -> bool {
        let i = self.past;
        let words = line.words(i);
        let glued = line.glued(i);
        let word = line.lower(i);
        if is_hour(&word) || line.is(i, What::Figure) {
            return false;
        }
        if HALVES.contains(&word.as_str())
            || joins(&word) && HALVES.contains(&line.lower(i + 1).as_str())
            || word == "с" && line.lower(i + 1) == "половиной"
        {
            return false;
        }
        if joins(&word) && line.is(i + 1, What::Figure) && (!is_and(&word) || opens_range(line, i))
        {
            return false;
        }
        let bound = matches!(
            words,
            "-" | "–"
                | "−"
                | "‑"
                | "/"
                | "'"
                | "’"
                | "*"
                | "="
                | "_"
                | "²"
                | "³"
                | "‰"
                | "^"
                | "″"
                | "′"
        );
        if line.is(i, What::Sign) && glued && bound {
            return false;
        }
        if glued && words == "°" {
            return matches!(line.words(i + 1), "C" | "F");
        }
        if glued && words == "." && line.glued(i + 1) && line.is(i + 1, What::Word) {
            return false;
        }
        let range = matches!(
            words,
            "-" | "–" | "—" | "~" | "〜" | "～" | "×" | "x" | ":" | "…"
        );
        !(range && line.is(i + 1, What::Figure))
    }
}

/// Whether a word near before the piece `at`, which belongs to a figure, makes a range of it and the next one.
pub(super) fn opens_range(line: &Line<'_>, at: usize) -> bool {
    let between = [
        "zwischen",
        "entre",
        "tra",
        "fra",
        "tussen",
        "между",
        "между",
        "mellan",
        "między",
        "між",
    ];
    (1..4).any(|back| {
        at.checked_sub(back)
            .is_some_and(|i| between.contains(&line.lower(i).as_str()))
    })
}
