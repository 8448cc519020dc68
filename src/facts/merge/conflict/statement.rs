//! What the clause of a value says of it, so that two clauses can be compared which are the same but for the value.

use super::super::repeat::fold;
use crate::facts::lexicon::grammar::{CLAUSE_WORDS, PASTS, PREPOSITIONS, VERBS};
use crate::facts::lexicon::number::{APPROXIMATORS, NUMERALS};
use crate::facts::lexicon::small::SMALL;
use crate::facts::lexicon::{Words, words};
use crate::facts::{Fact, Key, Kind, Sentences, Shape, Tag, Token, Unit, Value};
use crate::text::Span;

/// Words beside a number that make it another portion, a part or a rate.
static PORTIONS: Words = words!(
    "another other others additional further extra more less fewer remaining rest first second third last \
     next previous former each every per half quarter most some few both neither only once again \
     initially originally earlier later then previously formerly now today currently meanwhile \
     subsequently alone day hour week month year minimum maximum average record between until"
);

/// Small words that tell two statements apart, and stay in what is compared.
static TELLING: Words = words!(
    "another other each every all both either neither only still yet now then more most less least over up down off out \
     before after during while until via through between among against under above without within very same own such"
);

/// Words that begin a thing not spoken of before.
static INDEFINITE: Words = words!("a an one some any");

/// What forms of verbs leave in what is compared.
static TENSES: Words = words!("was will would had");

/// Words of an opening that say nothing of what a clause holds of: `in the end`.
static OPENINGS: Words = words!("end fact total sum addition short");

/// Verbs of saying, behind which what is said begins.
static SAYS: Words = words!(
    "said says say told announced reported reports claimed claims estimated estimates found finds wrote writes stated \
     states confirmed confirms believes insists insisted admitted puts showed shows"
);

/// Words that set a condition, or a place that is one of several.
static CONDITIONS: Words = words!("if unless whether when whenever where wherever");

/// Words behind which a value is not said to hold.
static DENIALS: Words = words!(
    "not no never nor neither none cannot don't doesn't didn't won't wouldn't isn't aren't wasn't weren't hasn't \
     haven't hadn't can't couldn't shouldn't without denied denies deny false wrong wrongly instead contrary \
     expect expects expected forecast forecasts forecasting predict predicts predicted project projects projected \
     could may might should likely plan plans planned hopes hoped aims aimed target suppose imagine assume example \
     rumour rumours rumor rumors"
);

/// Pronouns: what they stand for is not known here.
static PERSONAL: Words = words!("he she it they we i you who which that this these those");
static POSSESSIVE: Words = words!("his her its their our my your");

/// What happens to the same again and again, so that only a time tells one from another.
static REPEATED: Words = words!(
    "score scored scores won win wins lost loses lose played play plays collected sold sells hit hits threw throws ran \
     runs walked ate drank caught beat beats finished averaged shot gave gives got did made makes fell falls rose rises \
     gained gains dropped drops climbed climbs closed closes ended jumped grew grows increased increases decreased \
     declined reached reaches drew posted earned earns raised cut added took sat spent voted tested visited met"
);

/// Verbs of harm, each with the key that stands for all its forms.
static HARM: Words = words!(
    "killed injured wounded hurt died dead destroyed damaged drowned displaced burned burnt sank collapsed kills dies \
     injures wounds destroys damages drowns displaces burns sinks collapses"
);

/// What happens once to a thing, so that two dates of it cannot both be right.
static ONCE: Words = words!("born died founded established assassinated beheaded");

/// The reading of one sentence for one value.
pub(super) struct Reading<'t> {
    /// The tokens of the clause before and behind the value.
    before: &'t [Token],
    behind: &'t [Token],
    /// Those of the whole sentence before the value.
    ahead: &'t [Token],
    own: &'t [Token],
}

/// What a clause says of its value.
pub(super) struct Statement {
    /// One number for the words before and behind the value, its place and time left out.
    pub(super) frame: u64,
    /// Whether only a time can tell it from another of its kind: `a fire`, `scored`.
    pub(super) repeated: bool,
    /// Whether it tells of harm, which is done once.
    pub(super) harm: bool,
    /// Whether a name stands in the clause.
    pub(super) named: bool,
}

impl<'t> Reading<'t> {
    /// Splits the tokens of the sentence of a fact.
    pub(super) fn of(analysis: &Sentences<'_>, fact: &Fact, tokens: &'t [Token]) -> Self {
        let start = tokens.partition_point(|t| t.span().start < fact.span.start);
        let end = tokens.partition_point(|t| t.span().start < fact.span.end);
        let (ahead, rest) = tokens.split_at(start.min(end));
        let (own, after) = rest.split_at(end.saturating_sub(start));
        let parts = |t: &Token| match t.shape {
            Shape::Sign => !matches!(analysis.word(t), "-" | "$" | "£" | "€" | "%" | "’" | "'"),
            Shape::Word => CLAUSE_WORDS.has(t.key) && t.key != Key::of("and"),
            _ => false,
        };
        let says = |t: &Token| t.shape == Shape::Word && SAYS.has(t.key);
        let from = ahead.iter().rposition(|t| parts(t) || says(t));
        let to = after.iter().position(parts).unwrap_or(after.len());
        Self {
            before: ahead.get(from.map_or(0, |i| i + 1)..).unwrap_or_default(),
            behind: after.get(..to).unwrap_or_default(),
            ahead,
            own,
        }
    }

    /// What the clause says; none where the value is a part, a condition, a forecast, denied or said of a pronoun.
    pub(super) fn statement(
        &self,
        analysis: &Sentences<'_>,
        fact: &Fact,
        tags: &[Tag],
    ) -> Option<Statement> {
        let time = fact.kind == Kind::Time;
        let held = |t: &Token| {
            let places = [fact.place, fact.when];
            !time && places.iter().flatten().any(|s| s.overlaps(t.span()))
        };
        let first = self.before.iter().find(|t| t.shape == Shape::Word);
        let pronoun = |t: &&Token| PERSONAL.has(t.key);
        // "May 2023" is no "may"
        let denies = |t: &Token| DENIALS.has(t.key) && !t.is_capital();
        let apart = self.ahead.iter().chain(self.behind).any(denies)
            || self.ahead.iter().any(|t| CONDITIONS.has(t.key))
            || self.before.iter().find(pronoun).is_some()
            || first.is_some_and(|t| POSSESSIVE.has(t.key))
            || !time && self.is_portion(analysis, fact);
        if apart || !self.is_said(analysis, tags) {
            return None;
        }
        let mut before = Self::words(analysis, self.before, &held);
        let mut behind = Self::words(analysis, self.behind, &held);
        if let Value::Number(number) = &fact.value
            && let Some(Unit::Words(unit)) = number.unit
        {
            let counted = self.own.iter().filter(|t| unit.covers(t.span()));
            behind.extend(counted.map(|t| t.key).filter(|&key| !is_numeral(key)));
        }
        if time {
            let once = self.before.iter().any(|t| ONCE.has(t.key));
            let place = |i: usize, word| self.before.get(i).is_some_and(|t| t.key == Key::of(word));
            let took = (0..self.before.len()).any(|i| place(i, "took") && place(i + 1, "place"));
            if !once && !took {
                return None;
            }
            behind.clear();
        }
        let says = |key: &&Key| !TENSES.has(**key);
        if before.iter().chain(&behind).filter(says).count() < 2 {
            return None;
        }
        before.extend(self.lead(analysis, &held));
        let all = || self.before.iter().chain(self.behind);
        let repeated = first.is_some_and(|t| INDEFINITE.has(t.key))
            || !time && all().any(|t| REPEATED.has(t.key));
        let named = |t: &Token| t.is_capital() && first.is_none_or(|f| f.span() != t.span());
        for side in [&mut before, &mut behind] {
            side.sort_unstable();
            side.dedup();
        }
        let label = fold(&self.label(analysis));
        Some(Statement {
            frame: fold(&before).rotate_left(17) ^ fold(&behind) ^ label.rotate_left(31),
            repeated,
            harm: all().any(|t| HARM.has(t.key)),
            named: all().any(named),
        })
    }

    /// The verbs of harm in the clause, one key for all forms of each.
    pub(super) fn harms(&self, analysis: &Sentences<'_>) -> Vec<Key> {
        let all = self.before.iter().chain(self.behind);
        all.filter(|t| HARM.has(t.key))
            .map(|t| stem(analysis.word(t)))
            .collect()
    }

    /// The words that a clause compares by. Places, times and counted figures are left out.
    fn words(
        analysis: &Sentences<'_>,
        tokens: &[Token],
        held: &dyn Fn(&Token) -> bool,
    ) -> Vec<Key> {
        let mut keys = Vec::new();
        for (i, token) in tokens.iter().enumerate() {
            let next = tokens.get(i + 1);
            let counted = token.shape == Shape::Number
                && next.is_some_and(|t| t.shape == Shape::Word && !t.is_capital() && t.spaced)
                && !(i > 0 && tokens.get(i - 1).is_some_and(Token::is_capital));
            let word = matches!(token.shape, Shape::Word | Shape::Number) && !counted;
            if !word || held(token) {
                continue;
            }
            if let Some(key) = sense(analysis, token) {
                keys.push(key);
            }
        }
        keys
    }

    /// The words of an opening that narrows the clause behind its comma: `Among the young, unemployment was 12 percent`.
    fn lead(&self, analysis: &Sentences<'_>, held: &dyn Fn(&Token) -> bool) -> Vec<Key> {
        let behind = self.ahead.len() - self.before.len();
        let lead = self
            .ahead
            .get(..behind.saturating_sub(1))
            .unwrap_or_default();
        let opens = lead.first().is_some_and(|t| PREPOSITIONS.has(t.key));
        let mut words = Self::words(analysis, if opens { lead } else { &[] }, held);
        words.retain(|&key| !OPENINGS.has(key));
        words
    }

    /// The words before a colon that say whose value it is: `Ann Brook: arrested, held on a bond of $500.`
    fn label(&self, analysis: &Sentences<'_>) -> Vec<Key> {
        let colon = |t: &Token| t.shape == Shape::Sign && analysis.word(t) == ":";
        let at = self.ahead.iter().position(colon).unwrap_or(0);
        let label = self.ahead.get(..at).unwrap_or_default();
        label.iter().map(|t| t.key).collect()
    }

    /// Whether the words of the number or beside it make it a part or another portion. Percentages are parts of
    /// something by nature.
    fn is_portion(&self, analysis: &Sentences<'_>, fact: &Fact) -> bool {
        let beside = |token: &Token| PORTIONS.has(token.key);
        let share = fact.kind == Kind::Percent;
        let of = |t: &Token| !share && t.key == Key::of("of");
        let near = fact.span.start.get().saturating_sub(24);
        let last = self.ahead.iter().rev().take(2);
        let tail = self.behind.iter().take(2);
        let compound = fact.kind == Kind::Quantity && analysis.slice(fact.span).contains('-');
        // "30 others": beside 14 that are told before, as the other sentence says too
        let counted = self.own.iter().rev().skip(1);
        compound
            || self.own.iter().any(of)
            || self.behind.first().is_some_and(of)
            || counted.into_iter().any(beside)
            || (self.own.last()).is_some_and(|t| beside(t) && t.key != Key::of("others"))
            || last.filter(|t| t.span().start.get() >= near).any(beside)
            || tail
                .into_iter()
                .any(|t| beside(t) && t.key != Key::of("others"))
    }

    /// Whether a verb stands in the clause: two headings, items of a list and short notes say too little. An order (`Bake
    /// for 20 minutes`) says nothing of the world.
    fn is_said(&self, analysis: &Sentences<'_>, tags: &[Tag]) -> bool {
        let offset = self.ahead.len() - self.before.len();
        let tag = |i: usize| tags.get(i).copied().unwrap_or_default();
        let verb = |token: &Token, tag: Tag| {
            let word = analysis.word(token);
            matches!(tag, Tag::Verb | Tag::Aux)
                || PASTS.has(token.key)
                || VERBS.has(token.key)
                || word.ends_with("ed")
        };
        let order = self.before.first().is_some_and(|t| {
            let word = analysis.word(t);
            tag(offset) == Tag::Verb && !PASTS.has(t.key) && !word.ends_with("ed")
        });
        let from = self.ahead.len() + self.own.len();
        let before = self
            .before
            .iter()
            .enumerate()
            .map(|(i, t)| (t, tag(offset + i)));
        let behind = self
            .behind
            .iter()
            .enumerate()
            .map(|(i, t)| (t, tag(from + i)));
        !order && before.chain(behind).any(|(t, tag)| verb(t, tag))
    }
}

/// What a word says in a comparison; none for words that say little. Forms of `be` tell the past from the present.
fn sense(analysis: &Sentences<'_>, token: &Token) -> Option<Key> {
    let word = analysis.word(token);
    match word {
        "is" | "are" | "am" | "was" | "were" => {
            return matches!(word, "was" | "were").then(|| Key::of("was"));
        }
        "will" | "would" | "had" => return Some(token.key),
        _ => {}
    }
    (!SMALL.has(token.key) || TELLING.has(token.key)).then_some(token.key)
}

/// The words of a sentence that say something, by their stems, without figures.
pub(super) fn stems(analysis: &Sentences<'_>, span: Span) -> Vec<Key> {
    let tokens = analysis.tokens_in(span);
    let words = tokens.iter().filter(|t| t.shape == Shape::Word);
    let mut stems: Vec<Key> = words
        .filter(|t| !SMALL.has(t.key) && !is_numeral(t.key) && APPROXIMATORS.get(t.key).is_none())
        .map(|t| stem(analysis.word(t)))
        .collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

fn is_numeral(key: Key) -> bool {
    NUMERALS.get(key).is_some()
}

/// A word without its ending, by spelling: `kills` and `killed` as `kill`.
pub(super) fn stem(word: &str) -> Key {
    let word = word.to_lowercase();
    let ends = ["ed", "es", "ing", "s", "d", "e"];
    let stem = ends
        .iter()
        .find_map(|end| word.strip_suffix(end).filter(|s| s.len() >= 3));
    Key::of(stem.unwrap_or(&word))
}
