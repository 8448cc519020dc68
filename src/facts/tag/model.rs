//! A linear model as it is stored: hashed features, each with a small whole weight for every label.
//!
//! The file: the magic, labels (u8), the logarithm of the number of slots (u8), two bytes of nothing; then a check of
//! two bytes for each slot (little-endian, 0: empty), then a row for each slot: one byte a label, and one more, which is
//! the only tag of a word, plus 1, or the power of two to multiply the row by.
//! A feature looks in the slot that its hash names and the next ones (linear probing); an unknown feature says
//! nothing. Reading never fails: a table that does not fit its head answers as an empty one.

/// The first bytes of a model file.
pub(in crate::facts) const MAGIC: [u8; 4] = *b"NGM1";

/// Bytes before the checks.
pub(in crate::facts) const HEAD: usize = 8;

/// How many slots a feature may be away from its own.
pub(in crate::facts) const REACH: usize = 16;

/// The most labels that a model may have.
pub(in crate::facts) const MOST: usize = 24;

/// The scores of the labels.
pub(in crate::facts) type Scores = [i32; MOST];

/// A model in memory: two slices of the file.
#[derive(Clone, Debug, Default)]
pub(in crate::facts) struct Model<'m> {
    checks: &'m [u8],
    rows: &'m [u8],
    labels: usize,
    mask: usize,
}

impl<'m> Model<'m> {
    /// Reads a model file. O(1).
    pub(in crate::facts) fn read(bytes: &'m [u8]) -> Self {
        let (Some(&labels), Some(&log)) = (bytes.get(4), bytes.get(5)) else {
            return Self::default();
        };
        let slots = 1_usize << log.min(24);
        let labels = usize::from(labels);
        let rest = bytes.get(HEAD..).unwrap_or_default();
        if !bytes.starts_with(&MAGIC) || labels > MOST || rest.len() < slots * (3 + labels) {
            return Self::default();
        }
        let (checks, rows) = rest.split_at(slots * 2);
        Self {
            checks,
            rows,
            labels,
            mask: slots - 1,
        }
    }

    /// How many labels it tells apart; 0 when there is no model.
    pub(in crate::facts) const fn labels(&self) -> usize {
        self.labels
    }

    /// The row of a feature: a weight for each label (two's complement), then `sure`.
    pub(in crate::facts) fn row(&self, feature: u64) -> Option<&'m [u8]> {
        if self.labels == 0 {
            return None;
        }
        let (slot, check) = place(feature);
        for step in 0..REACH {
            let slot = (slot + step) & self.mask;
            let found = self.checks.get(slot * 2..slot * 2 + 2)?;
            if found == [0, 0] {
                return None;
            }
            if found == check {
                let width = self.labels + 1;
                return self.rows.get(slot * width..(slot + 1) * width);
            }
        }
        None
    }

    /// Adds the weights of a feature, multiplied by the power of two in the last byte of its row.
    pub(in crate::facts) fn add_scaled(&self, feature: u64, scores: &mut Scores) {
        if let Some((&power, row)) = self.row(feature).and_then(<[u8]>::split_last) {
            for (score, &weight) in scores.iter_mut().zip(row) {
                *score += i32::from(weight.cast_signed()) << power.min(7);
            }
        }
    }

    /// Adds the weights of a feature to the scores.
    pub(in crate::facts) fn add(&self, feature: u64, scores: &mut Scores) {
        if let Some(row) = self.row(feature) {
            for (score, &weight) in scores.iter_mut().zip(row.iter().take(self.labels)) {
                *score += i32::from(weight.cast_signed());
            }
        }
    }
}

/// Where a feature belongs: the slot before masking, and its check.
pub(in crate::facts) const fn place(feature: u64) -> (usize, [u8; 2]) {
    let check = ((feature >> 48) as u16 | 1).to_le_bytes();
    ((feature >> 20) as usize & 0xff_ffff, check)
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
