//! The model: placeholder.

/// The log-odds that a line with these features is a heading.
pub(super) fn score(features: &[f32; super::FEATURES]) -> f32 {
    let [chars, words, end, ..] = *features;
    if chars < 110.0 && words <= 16.0 && end < 6.0 && features.get(19).is_some_and(|b| *b > 60.0) {
        1.0
    } else {
        -1.0
    }
}
