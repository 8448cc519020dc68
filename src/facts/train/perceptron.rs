//! The averaged perceptron (Collins 2002), and its weights as a model file.

use rustc_hash::FxHashMap;

use crate::facts::tag::model::{HEAD, MAGIC, MOST, Place};

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

    /// One learner with the mean of the averaged weights of several.
    pub(super) fn blend(learners: &[Self]) -> Self {
        let mut all = Self::new(learners.first().map_or(0, |l| l.labels));
        for learner in learners {
            for (&feature, row) in &learner.rows {
                let sum = all.rows.entry(feature).or_insert(Row {
                    now: [0.0; MOST],
                    late: [0.0; MOST],
                });
                for ((sum, now), late) in sum.now.iter_mut().zip(row.now).zip(row.late) {
                    *sum += now - late / learner.clock.max(1.0);
                }
            }
        }
        all
    }

    /// The averaged weights as a model file of so many slots: the strongest features that fit, in bytes.
    /// `sure` gives words that have one tag only, as word features with tag + 1; without it the last byte of a row is
    /// the power of two that its weights are to be multiplied by.
    pub(super) fn pack(&self, slots: usize, sure: Option<&FxHashMap<u64, u8>>) -> Vec<u8> {
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
        rows.truncate(slots - slots / 50);
        let scale = scale(&rows);
        let features: Vec<u64> = rows.iter().map(|r| r.1).collect();
        let (shifts, cells) = displace(&features, slots);
        let mut out = Vec::with_capacity(HEAD + shifts.len() * 2 + slots * (3 + self.labels));
        out.extend(MAGIC);
        out.extend([u8::try_from(self.labels).unwrap_or(0), 0, 0, 0]);
        for number in [slots, shifts.len()] {
            out.extend(u32::try_from(number).unwrap_or(0).to_le_bytes());
        }
        out.extend(shifts.iter().flat_map(|s| s.to_le_bytes()));
        let held = |cell: &Option<usize>| cell.and_then(|i| rows.get(i));
        for cell in &cells {
            let check = held(cell).map_or(0, |r| Place::of(r.1).check);
            out.extend(check.to_le_bytes());
        }
        for cell in &cells {
            match held(cell) {
                Some(row) => self.row(row, scale, sure, &mut out),
                None => out.extend(std::iter::repeat_n(0, self.labels + 1)),
            }
        }
        out
    }

    /// The bytes of one row.
    fn row(
        &self,
        (_, feature, mean): &(f32, u64, [f32; MOST]),
        scale: f32,
        sure: Option<&FxHashMap<u64, u8>>,
        out: &mut Vec<u8>,
    ) {
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
}

/// How many features share a bucket, about.
const SHARED: usize = 4;

/// Gives each feature a slot of its own: the shift of each bucket, and for each slot the index of its feature. The
/// fullest buckets choose first; of one that fits nowhere the last feature is left out.
fn displace(features: &[u64], slots: usize) -> (Vec<u16>, Vec<Option<usize>>) {
    let count = slots / SHARED + 1;
    let mut buckets: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (i, &feature) in features.iter().enumerate() {
        if let Some(bucket) = buckets.get_mut(Place::of(feature).bucket(count)) {
            bucket.push(i);
        }
    }
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|&b| std::cmp::Reverse(buckets.get(b).map_or(0, Vec::len)));
    let mut shifts = vec![0; count];
    let mut cells: Vec<Option<usize>> = vec![None; slots];
    for b in order {
        let Some(bucket) = buckets.get_mut(b) else {
            continue;
        };
        while !bucket.is_empty() {
            let found = (0..=u16::MAX).find_map(|shift| {
                let mut taken = Vec::with_capacity(bucket.len());
                for &feature in bucket.iter().filter_map(|&i| features.get(i)) {
                    let slot = Place::of(feature).slot(shift, slots);
                    if cells.get(slot) != Some(&None) || taken.contains(&slot) {
                        return None;
                    }
                    taken.push(slot);
                }
                Some((shift, taken))
            });
            let Some((shift, taken)) = found else {
                bucket.pop();
                continue;
            };
            if let Some(cell) = shifts.get_mut(b) {
                *cell = shift;
            }
            for (slot, &feature) in taken.into_iter().zip(bucket.iter()) {
                if let Some(cell) = cells.get_mut(slot) {
                    *cell = Some(feature);
                }
            }
            break;
        }
    }
    (shifts, cells)
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
