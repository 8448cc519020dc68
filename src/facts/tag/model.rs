//! A linear model as it is stored: hashed features, each with a small whole weight for every label.
//!
//! The file: the magic, labels (u8), three bytes of nothing, the number of slots and of buckets (u32 each); then a
//! shift of two bytes for each bucket, a check of two bytes for each slot, and a row for each slot: one byte a label,
//! and one more, which is the only tag of a word, plus 1, or the power of two to multiply the row by. All numbers are
//! little-endian.
//!
//! A feature has one slot and no other: its bucket tells by how many steps of its own it is moved from where its hash
//! would put it (hash and displace: Belazzougui, Botelho, Dietzfelbinger 2009). An unknown feature finds a check that
//! is not its own, but for one in 65,000, and says nothing. Reading never fails: a table that does not fit its head
//! answers as an empty one.

/// The first bytes of a model file.
pub(in crate::facts) const MAGIC: [u8; 4] = *b"NGM2";

/// Bytes before the shifts.
pub(in crate::facts) const HEAD: usize = 16;

/// The most labels that a model may have.
pub(in crate::facts) const MOST: usize = 24;

/// The scores of the labels.
pub(in crate::facts) type Scores = [i32; MOST];

/// What a feature says: a weight for each label (two's complement), and one byte more. `W` is the labels plus 1.
pub(in crate::facts) type Row<const W: usize> = [u8; W];

/// A model in memory: slices of the file. `W` is the labels plus 1.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::facts) struct Model<'m, const W: usize> {
    shifts: &'m [[u8; 2]],
    checks: &'m [[u8; 2]],
    rows: &'m [Row<W>],
}

impl<'m, const W: usize> Model<'m, W> {
    /// Reads a model file. O(1).
    pub(in crate::facts) fn read(bytes: &'m [u8]) -> Self {
        Self::parse(bytes).unwrap_or_default()
    }

    fn parse(bytes: &'m [u8]) -> Option<Self> {
        let (head, rest) = bytes.split_at_checked(HEAD)?;
        let number = |at: usize| {
            let bytes = head.get(at..)?.first_chunk::<4>()?;
            usize::try_from(u32::from_le_bytes(*bytes)).ok()
        };
        let (slots, buckets) = (number(8)?, number(12)?);
        if !head.starts_with(&MAGIC) || usize::from(*head.get(4)?) + 1 != W || slots == 0 {
            return None;
        }
        let (shifts, rest) = rest.split_at_checked(buckets.checked_mul(2)?)?;
        let (checks, rest) = rest.split_at_checked(slots.checked_mul(2)?)?;
        let rows = rest.get(..slots.checked_mul(W)?)?;
        Some(Self {
            shifts: shifts.as_chunks().0,
            checks: checks.as_chunks().0,
            rows: rows.as_chunks().0,
        })
    }

    /// Whether there is no model.
    pub(in crate::facts) const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The row of a feature, if it is known.
    #[inline]
    pub(in crate::facts) fn row(&self, feature: u64) -> Option<&'m Row<W>> {
        let place = Place::of(feature);
        let shift = self.shifts.get(place.bucket(self.shifts.len()))?;
        let slot = place.slot(u16::from_le_bytes(*shift), self.checks.len());
        let check = u16::from_le_bytes(*self.checks.get(slot)?);
        if check == place.check {
            self.rows.get(slot)
        } else {
            None
        }
    }

    /// Adds the weights of a feature, multiplied by the power of two in the last byte of its row.
    #[inline]
    pub(in crate::facts) fn add_scaled<const L: usize>(&self, feature: u64, scores: &mut [i32; L]) {
        if let Some((&power, row)) = self.row(feature).and_then(|r| r.split_last()) {
            let power = power & 7;
            for (score, &weight) in scores.iter_mut().zip(row) {
                *score += i32::from(weight.cast_signed()) << power;
            }
        }
    }

    /// Adds the weights of a feature to the scores.
    #[inline]
    pub(in crate::facts) fn add(&self, feature: u64, scores: &mut Scores) {
        if let Some(row) = self.row(feature) {
            add(row, scores);
        }
    }
}

/// Adds one row of scores to another.
#[inline]
pub(in crate::facts) fn add_scores(more: &Scores, scores: &mut Scores) {
    for (score, &more) in scores.iter_mut().zip(more) {
        *score += more;
    }
}

/// Adds the weights of a row to the scores.
#[inline]
pub(in crate::facts) fn add<const W: usize>(row: &Row<W>, scores: &mut Scores) {
    if let Some((_, row)) = row.split_last() {
        for (score, &weight) in scores.iter_mut().zip(row) {
            *score += i32::from(weight.cast_signed());
        }
    }
}

/// Where a feature belongs.
#[derive(Clone, Copy, Debug)]
pub(in crate::facts) struct Place {
    bucket: u32,
    start: u32,
    step: u32,
    /// What its slot must hold.
    pub(in crate::facts) check: u16,
}

impl Place {
    /// The place of a feature.
    #[inline]
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the parts of a hash are meant"
    )]
    pub(in crate::facts) const fn of(feature: u64) -> Self {
        // Multipliers of SplitMix64 (Steele, Lea, Flood 2014; public domain).
        let mixed = (feature ^ feature >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let again = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        Self {
            bucket: (mixed >> 32) as u32,
            start: (again >> 32) as u32,
            step: (again as u32) | 1,
            check: mixed as u16,
        }
    }

    /// Its bucket among so many.
    #[inline]
    pub(in crate::facts) const fn bucket(self, buckets: usize) -> usize {
        within(self.bucket, buckets)
    }

    /// Its slot among so many, by the shift of its bucket.
    #[inline]
    pub(in crate::facts) const fn slot(self, shift: u16, slots: usize) -> usize {
        let moved = self.step.wrapping_mul(shift as u32);
        within(self.start.wrapping_add(moved), slots)
    }
}

/// A hash as an index below `count`, without a division (Lemire 2019).
#[inline]
const fn within(hash: u32, count: usize) -> usize {
    ((hash as u64 * count as u64) >> 32) as usize
}

/// The label with the highest score among the first `labels`; the first of equals.
pub(in crate::facts) fn best(scores: &Scores, labels: usize) -> usize {
    let mut best = (0, i32::MIN);
    for (label, &score) in scores.iter().take(labels).enumerate() {
        if score > best.1 {
            best = (label, score);
        }
    }
    best.0
}
