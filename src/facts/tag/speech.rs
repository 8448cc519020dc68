//! The part-of-speech tagger: features and greedy decoding.
//!
//! Most features depend on one word alone, on the tags before alone, or on one word and the tag before. Their weights
//! are added up once for each word of a document and kept, which makes the tagger about three times as fast and changes
//! nothing in what it says.

use super::Tag;
use super::form::{Form, Forms, mix};
use super::model::{MOST, Model, Row, Scores, add, add_scores, best};

/// What the decoder has decided so far: the two tags before, [`NONE`] at the start.
pub(in crate::facts) type History = [u8; 2];

/// The tag before the first.
pub(in crate::facts) const NONE: u8 = 31;

/// Bytes in a row: a weight for each tag, and the only tag of a word.
const WIDTH: usize = Tag::ALL.len() + 1;

/// The weights.
pub(in crate::facts) type Weights<'m> = Model<'m, WIDTH>;

/// The hash of a feature of this number.
const fn feature(id: u64, a: u64, b: u64) -> u64 {
    mix(mix(mix(0x5eed, id), a), b)
}

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
    own(at(i), &mut emit);
    for (place, form) in PLACES
        .into_iter()
        .zip([back(1), back(2), at(i + 1), at(i + 2)])
    {
        emit(near(place, form));
    }
    around(back(1), at(i), at(i + 1), is_first(forms, i), history, emit);
}

/// Whether a token is the first word of its sentence.
fn is_first(forms: &[Form], i: usize) -> bool {
    i == 0 || (i == 1 && forms.first().is_some_and(|f| f.case == 6))
}

/// The features of a token by itself.
fn own(here: &Form, emit: &mut impl FnMut(u64)) {
    let [s1, s2, s3, s4] = here.suffix.map(u64::from);
    let (prefix, shape) = (u64::from(here.prefix), u64::from(here.shape));
    let class = u64::from(here.flags.class());
    emit(feature(2, 0, 0));
    emit(feature(3, s1, prefix));
    emit(feature(4, s2, 0));
    emit(feature(5, s3, 0));
    emit(feature(6, s4, 0));
    emit(feature(7, prefix, 0));
    emit(feature(9, s3, shape));
    emit(feature(11, class, s2));
    emit(feature(13, u64::from(here.stem), class));
}

/// The numbers of the features of the words near: one and two before, one and two behind.
const PLACES: [u64; 4] = [20, 23, 24, 29];

/// The feature of a word near.
fn near(place: u64, form: &Form) -> u64 {
    feature(place, u64::from(form.word), 0)
}

/// The features of a token among its neighbours.
fn around(
    before: &Form,
    here: &Form,
    after: &Form,
    first: bool,
    history: History,
    mut emit: impl FnMut(u64),
) {
    opening(here, first, &mut emit);
    tagged(here, history[0], &mut emit);
    tags(history, &mut emit);
    beside(before, here, after, history, &mut emit);
}

/// What a word says at the start of its sentence and elsewhere.
fn opening(here: &Form, first: bool, emit: &mut impl FnMut(u64)) {
    let first = u64::from(first);
    let name = u64::from(here.flags.common_names());
    emit(feature(8, u64::from(here.shape), first));
    emit(feature(10, u64::from(here.flags.class()), first));
    emit(feature(15, name, (first << 4) | u64::from(here.case)));
}

/// What a word says after a word of this tag.
fn tagged(here: &Form, tag: u8, emit: &mut impl FnMut(u64)) {
    let tag = u64::from(tag);
    emit(feature(12, u64::from(here.flags.class()), tag));
    emit(feature(14, u64::from(here.stem), tag));
    emit(feature(18, tag, u64::from(here.word)));
    emit(feature(19, tag, u64::from(here.suffix[2])));
}

/// What the two tags before say.
fn tags([tag, older]: History, emit: &mut impl FnMut(u64)) {
    emit(feature(16, u64::from(tag), 0));
    emit(feature(17, u64::from(tag), u64::from(older)));
}

/// What the words beside say together with it.
fn beside(before: &Form, here: &Form, after: &Form, history: History, emit: &mut impl FnMut(u64)) {
    let [tag, older] = history.map(u64::from);
    let (w, s2) = (u64::from(here.word), u64::from(here.suffix[1]));
    let class = u64::from(here.flags.class());
    let next = u64::from(after.flags.class());
    emit(feature(21, u64::from(before.word), w));
    emit(feature(22, u64::from(before.suffix[2]), tag));
    emit(feature(25, w, u64::from(after.word)));
    emit(feature(26, u64::from(after.suffix[2]), s2));
    emit(feature(27, next << 16 | u64::from(after.stem), class));
    emit(feature(28, u64::from(after.shape), tag));
    emit(feature(30, next, tag << 8 | older));
}

/// What one word says by itself, wherever it stands.
#[derive(Clone, Copy, Debug)]
struct Own<'m> {
    /// Its rows as the word before, two before, behind and two behind.
    near: [Option<&'m Row<WIDTH>>; 4],
    tag: Possible,
}

/// What a word may be.
#[derive(Clone, Copy, Debug)]
enum Possible {
    /// It has one tag.
    One(Tag),
    /// Its place in [`Tagger::open`].
    Open(u32),
}

/// What is known of a word of several tags.
#[derive(Clone, Copy, Debug)]
struct Open {
    /// The weights of its own features, inside a sentence and as its first word.
    scores: [Scores; 2],
    /// What it says after a word of each tag: where in [`Tagger::sums`], from 1.
    tagged: [u32; TAGS],
}

/// Tags and [`NONE`], as numbers.
const TAGS: usize = NONE as usize + 1;

/// The tagger of one document.
#[derive(Debug)]
pub(in crate::facts) struct Tagger<'m> {
    model: Weights<'m>,
    words: Vec<Option<Own<'m>>>,
    edge: Own<'m>,
    open: Vec<Open>,
    /// What two tags say, by the later and the earlier one: where in `sums`, from 1.
    tags: [[u32; TAGS]; TAGS],
    sums: Vec<Scores>,
}

impl<'m> Tagger<'m> {
    /// For a document with these forms.
    pub(in crate::facts) fn new(model: Weights<'m>, forms: &Forms) -> Self {
        let edge = Form::default();
        Self {
            model,
            words: vec![None; forms.count()],
            edge: Own {
                near: PLACES.map(|place| model.row(near(place, &edge))),
                tag: Possible::One(Tag::X),
            },
            open: Vec::new(),
            tags: [[0; TAGS]; TAGS],
            sums: Vec::new(),
        }
    }

    /// Looks up what a word says by itself.
    fn look(&mut self, form: &Form) -> Own<'m> {
        let model = self.model;
        let word = model.row(word_feature(form));
        let sure = word.and_then(|row| row.last()).copied().unwrap_or(0);
        let sure = usize::from(sure).checked_sub(1).map(Tag::of);
        let sure = sure.or(form.verb.then_some(Tag::Verb));
        let tag = sure.map_or_else(
            || Possible::Open(self.look_closer(form, word)),
            Possible::One,
        );
        Own {
            near: PLACES.map(|place| model.row(near(place, form))),
            tag,
        }
    }

    /// Looks up what a word of several tags says by itself, beside its row; where in `open` it is put.
    fn look_closer(&mut self, form: &Form, word: Option<&Row<WIDTH>>) -> u32 {
        let model = self.model;
        let mut scores = Scores::default();
        if let Some(row) = word {
            add(row, &mut scores);
        }
        own(form, &mut |f| model.add(f, &mut scores));
        let mut scores = [scores; 2];
        for (first, scores) in [false, true].into_iter().zip(&mut scores) {
            opening(form, first, &mut |f| model.add(f, scores));
        }
        let at = u32::try_from(self.open.len()).unwrap_or(u32::MAX);
        self.open.push(Open {
            scores,
            tagged: [0; TAGS],
        });
        at
    }

    /// Appends the tags of one sentence, given its forms and their numbers. Linear in its tokens.
    pub(in crate::facts) fn tag(&mut self, forms: &[Form], ids: &[u32], out: &mut Vec<Tag>) {
        for (&id, form) in ids.iter().zip(forms) {
            if let Some(None) = self.words.get(id as usize) {
                let own = self.look(form);
                if let Some(word) = self.words.get_mut(id as usize) {
                    *word = Some(own);
                }
            }
        }
        if self.model.is_empty() {
            out.resize(out.len() + forms.len(), Tag::X);
            return;
        }
        let mut history = [NONE, NONE];
        for i in 0..forms.len() {
            let chosen = self.choose(forms, ids, i, history);
            out.push(chosen);
            history = [chosen as u8, history[0]];
        }
    }

    /// What the word of a token says; that of no word beyond the ends.
    fn word(&self, ids: &[u32], i: Option<usize>) -> &Own<'m> {
        let id = i.and_then(|i| ids.get(i));
        let known = id.and_then(|&id| self.words.get(id as usize)?.as_ref());
        known.unwrap_or(&self.edge)
    }

    /// The tag of one token.
    fn choose(&mut self, forms: &[Form], ids: &[u32], i: usize, history: History) -> Tag {
        let open = match self.word(ids, Some(i)).tag {
            Possible::One(tag) => return tag,
            Possible::Open(at) => at,
        };
        let Some(&Open { scores, .. }) = self.open.get(open as usize) else {
            return Tag::X;
        };
        let [inside, opens] = scores;
        let mut scores = if is_first(forms, i) { opens } else { inside };
        let places = [i.checked_sub(1), i.checked_sub(2), Some(i + 1), Some(i + 2)];
        for (place, at) in places.into_iter().enumerate() {
            if let Some(Some(row)) = self.word(ids, at).near.get(place) {
                add(row, &mut scores);
            }
        }
        let edge = Form::default();
        let before = i.checked_sub(1).and_then(|i| forms.get(i));
        let (before, after) = (before.unwrap_or(&edge), forms.get(i + 1).unwrap_or(&edge));
        if let Some(here) = forms.get(i) {
            self.add_known(here, open, history, &mut scores);
            beside(before, here, after, history, &mut |f| {
                self.model.add(f, &mut scores);
            });
        }
        Tag::of(best(&scores, Tag::ALL.len()))
    }

    /// Adds what depends on the tags before alone, or on them and the word: worked out once and kept.
    fn add_known(&mut self, here: &Form, open: u32, history: History, scores: &mut Scores) {
        let model = self.model;
        let [tag, older] = history.map(usize::from);
        if let Some(cell) = self.tags.get_mut(tag).and_then(|row| row.get_mut(older)) {
            let sum = kept(&mut self.sums, cell, |sum| {
                tags(history, &mut |f| model.add(f, sum));
            });
            add_scores(sum, scores);
        }
        let word = self.open.get_mut(open as usize);
        if let Some(cell) = word.and_then(|word| word.tagged.get_mut(tag)) {
            let sum = kept(&mut self.sums, cell, |sum| {
                tagged(here, history[0], &mut |f| model.add(f, sum));
            });
            add_scores(sum, scores);
        }
    }
}

/// The sum that a cell points at, from 1; made now if it points nowhere.
fn kept<'s>(
    sums: &'s mut Vec<Scores>,
    cell: &mut u32,
    work: impl FnOnce(&mut Scores),
) -> &'s Scores {
    static NOTHING: Scores = [0; MOST];
    if *cell == 0 {
        let mut sum = Scores::default();
        work(&mut sum);
        sums.push(sum);
        *cell = u32::try_from(sums.len()).unwrap_or(0);
    }
    let at = (*cell as usize).checked_sub(1);
    at.and_then(|i| sums.get(i)).unwrap_or(&NOTHING)
}
