//! The part-of-speech tagger: features and greedy decoding.

use super::Tag;
use super::form::{Form, mix};
use super::model::{Model, Scores, best};

/// What the decoder has decided so far: the two tags before, [`NONE`] at the start.
pub(in crate::facts) type History = [u8; 2];

/// The tag before the first.
pub(in crate::facts) const NONE: u8 = 31;

/// The feature that is the word itself; its row also says whether the word has only one tag.
pub(in crate::facts) fn word_feature(form: &Form) -> u64 {
    mix(mix(0x5eed, 1), u64::from(form.word))
}

/// Calls `emit` with each feature of the token at `i`, but the one of the word itself. About 26 of them.
pub(in crate::facts) fn features(
    forms: &[Form],
    i: usize,
    history: History,
    mut emit: impl FnMut(u64),
) {
    let edge = Form::default();
    let at = |k: usize| forms.get(k).unwrap_or(&edge);
    let back = |n: usize| i.checked_sub(n).map_or(&edge, at);
    let (here, before, after) = (at(i), back(1), at(i + 1));
    let mut id = 1_u64;
    let mut put = |a: u64, b: u64| {
        id += 1;
        emit(mix(mix(mix(0x5eed, id), a), b));
    };
    let first = u64::from(i == 0 || (i == 1 && before.case == 6));
    let [s1, s2, s3, s4] = here.suffix.map(u64::from);
    let (w, shape) = (u64::from(here.word), u64::from(here.shape));
    let (wb, wa) = (u64::from(before.word), u64::from(after.word));
    let [tag, older] = history.map(u64::from);
    let class = u64::from(here.flags.class());
    let name = u64::from(here.flags.names());
    put(0, 0);
    put(s1, u64::from(here.prefix));
    put(s2, 0);
    put(s3, 0);
    put(s4, 0);
    put(u64::from(here.prefix), 0);
    put(shape, first);
    put(s3, shape);
    let stem = u64::from(here.stem);
    put(class, first);
    put(class, s2);
    put(class, tag);
    put(stem, class);
    put(stem, tag);
    put(name, (first << 4) | u64::from(here.case));
    put(tag, 0);
    put(tag, older);
    put(tag, w);
    put(tag, s3);
    put(wb, 0);
    put(wb, w);
    put(u64::from(before.suffix[2]), tag);
    put(u64::from(back(2).word), 0);
    put(wa, 0);
    put(w, wa);
    put(u64::from(after.suffix[2]), s2);
    put(
        u64::from(after.flags.class()) << 16 | u64::from(after.stem),
        class,
    );
    put(u64::from(after.shape), tag);
    put(u64::from(at(i + 2).word), 0);
    put(u64::from(after.flags.class()), tag << 8 | older);
}

/// Appends the tags of one sentence. Linear in its tokens.
pub(in crate::facts) fn tag(model: &Model<'_>, forms: &[Form], out: &mut Vec<Tag>) {
    let mut history = [NONE, NONE];
    for (i, form) in forms.iter().enumerate() {
        let chosen = choose(model, forms, i, form, history);
        out.push(chosen);
        history = [chosen as u8, history[0]];
    }
}

/// The tag of one token.
fn choose(model: &Model<'_>, forms: &[Form], i: usize, form: &Form, history: History) -> Tag {
    let mut scores: Scores = Scores::default();
    let word = word_feature(form);
    if let Some(row) = model.row(word) {
        let sure = row.last().copied().unwrap_or(0);
        if sure > 0 {
            return Tag::of(usize::from(sure) - 1);
        }
        model.add(word, &mut scores);
    }
    if model.labels() == 0 {
        return Tag::X;
    }
    features(forms, i, history, |f| model.add(f, &mut scores));
    Tag::of(best(&scores, model.labels()))
}
