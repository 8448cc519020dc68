//! The averaged perceptron (Collins 2002), and its weights as a model file.

use rustc_hash::FxHashMap;

use crate::facts::tag::model::{HEAD, MAGIC, MOST, REACH, place};

/// Weights while they are learnt.
#[derive(Debug)]
pub(super) struct Learner {
    labels: usize,
    rows: FxHashMap<u64, Row>,
    clock: f32,
}

/// The weights of one feature.
#[derive(Clone, Debug)]
struct Row {
    now: [f32; MOST],
    /// Sum of (change x time of the change): the average is `now - late / clock`.
    late: [f32; MOST],
}

impl Learner {
    /// Nothing learnt yet.
    pub(super) fn new(labels: usize) -> Self {
        Self {
            labels: labels.min(MOST),
            rows: FxHashMap::default(),
            clock: 0.0,
        }
    }

    /// Adds the weights of the features to the scores.
    pub(super) fn score(&self, features: &[u64], scores: &mut [f32; MOST]) {
        for row in features.iter().filter_map(|f| self.rows.get(f)) {
            for (score, weight) in scores.iter_mut().zip(&row.now) {
                *score += weight;
            }
        }
    }

    /// One example has been looked at.
    pub(super) fn tick(&mut self) {
        self.clock += 1.0;
    }

    /// Moves the weights of the features towards (1) or away from (-1) a label.
    pub(super) fn update(&mut self, features: &[u64], label: usize, by: f32) {
        for &feature in features {
            let row = self.rows.entry(feature).or_insert(Row {
                now: [0.0; MOST],
                late: [0.0; MOST],
            });
            if let (Some(now), Some(late)) = (row.now.get_mut(label), row.late.get_mut(label)) {
                *now += by;
                *late += by * self.clock;
            }
        }
    }

    /// The averaged weights as a model file of 2^`log` slots: the strongest features that fit, in bytes.
    /// `sure` gives words that have one tag only, as word features with tag + 1; without it the last byte of a row is
    /// the power of two that its weights are to be multiplied by.
    pub(super) fn pack(&self, log: u8, sure: Option<&FxHashMap<u64, u8>>) -> Vec<u8> {
        let slots = 1_usize << log;
        let mut rows: Vec<(f32, u64, [f32; MOST])> = Vec::new();
        for (&feature, row) in &self.rows {
            let mut mean = row.now;
            for (m, late) in mean.iter_mut().zip(&row.late) {
                *m -= late / self.clock.max(1.0);
            }
            let most = mean.iter().fold(0.0_f32, |a, b| a.max(b.abs()));
            let most = if sure.is_some_and(|s| s.contains_key(&feature)) {
                f32::MAX
            } else {
                most
            };
            rows.push((most, feature, mean));
        }
        rows.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        rows.truncate(slots * 17 / 20);
        let scale = scale(&rows);
        let mut cells: Vec<Option<usize>> = vec![None; slots];
        for (index, (_, feature, _)) in rows.iter().enumerate() {
            let (slot, _) = place(*feature);
            let free = (0..REACH)
                .map(|step| (slot + step) & (slots - 1))
                .find(|&s| cells.get(s).is_some_and(Option::is_none));
            if let Some(cell) = free.and_then(|s| cells.get_mut(s)) {
                *cell = Some(index);
            }
        }
        self.write(log, &cells, &rows, scale, sure)
    }

    /// The bytes of the file.
    fn write(
        &self,
        log: u8,
        cells: &[Option<usize>],
        rows: &[(f32, u64, [f32; MOST])],
        scale: f32,
        sure: Option<&FxHashMap<u64, u8>>,
    ) -> Vec<u8> {
        let mut out = Vec::with_capacity(HEAD + cells.len() * (3 + self.labels));
        out.extend(MAGIC);
        out.extend([u8::try_from(self.labels).unwrap_or(0), log, 0, 0]);
        for cell in cells {
            let check = cell
                .and_then(|i| rows.get(i))
                .map_or([0, 0], |r| place(r.1).1);
            out.extend(check);
        }
        for cell in cells {
            match cell.and_then(|i| rows.get(i)) {
                Some((_, feature, mean)) => {
                    let most = mean.iter().fold(0.0_f32, |a, b| a.max(b.abs()));
                    let shift = (0..7).find(|&s| most * scale <= 127.0 * f32::from(1_u8 << s));
                    let shift = if sure.is_some() {
                        0
                    } else {
                        shift.unwrap_or(7)
                    };
                    let scale = scale / f32::from(1_u8 << shift);
                    out.extend(mean.iter().take(self.labels).map(|w| small(w * scale)));
                    out.push(match sure {
                        Some(sure) => sure.get(feature).copied().unwrap_or(0),
                        None => shift,
                    });
                }
                None => out.extend(std::iter::repeat_n(0, self.labels + 1)),
            }
        }
        out
    }
}

/// What to multiply weights by so that all but one in a thousand fit a byte.
fn scale(rows: &[(f32, u64, [f32; MOST])]) -> f32 {
    let mut all: Vec<f32> = rows.iter().flat_map(|r| r.2).map(f32::abs).collect();
    all.sort_by(f32::total_cmp);
    let large = all
        .get(all.len() - all.len() / 5000 - 1)
        .copied()
        .unwrap_or(1.0);
    127.0 / large.max(1e-6)
}

/// A weight as a byte.
#[expect(
    clippy::cast_possible_truncation,
    reason = "clamped to the range of a byte"
)]
fn small(weight: f32) -> u8 {
    (weight.round().clamp(-127.0, 127.0) as i8).cast_unsigned()
}
