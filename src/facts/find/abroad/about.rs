//! The words before a figure that say how exact it is.

use super::piece::Line;
use crate::facts::Approx;

/// Words, in small letters, that stand right before a figure, the last one first.
const WORDS: [(Approx, &[&str]); 3] = [
    (
        Approx::About,
        &[
            "rund",
            "etwa",
            "ungefähr",
            "circa",
            "zirka",
            "ca",
            "environ",
            "quelque",
            "unos",
            "unas",
            "aproximadamente",
            "cerca de",
            "alrededor de",
            "autour de",
            "cerca di",
            "ongeveer",
            "zo'n",
            "около",
            "примерно",
            "приблизительно",
            "близько",
            "około",
            "ungefär",
            "omkring",
            "约",
            "約",
            "大约",
            "およそ",
            "약",
        ],
    ),
    (
        Approx::Above,
        &[
            "mehr als",
            "über",
            "mindestens",
            "plus de",
            "au moins",
            "más de",
            "al menos",
            "più di",
            "oltre",
            "almeno",
            "mais de",
            "pelo menos",
            "meer dan",
            "minstens",
            "более",
            "свыше",
            "больше",
            "не менее",
            "понад",
            "ponad",
            "över",
            "mer än",
            "minst",
            "超过",
            "逾",
            "至少",
        ],
    ),
    (
        Approx::Below,
        &[
            "weniger als",
            "höchstens",
            "moins de",
            "menos de",
            "meno di",
            "minder dan",
            "менее",
            "меньше",
            "не более",
            "mindre än",
            "不到",
        ],
    ),
];

/// What turns such words round: `no más de`.
const NOT: [&str; 10] = [
    "nicht", "no", "pas", "non", "não", "niet", "не", "nie", "inte", "ne",
];

/// What the words before the piece `at` say.
pub(super) fn before(line: &Line<'_>, at: usize) -> Option<Approx> {
    let one = at.checked_sub(1)?;
    let last = line.lower(one);
    if last.is_empty() {
        return None;
    }
    let all = || {
        let lists = WORDS.iter();
        lists.flat_map(|(approx, list)| list.iter().map(|w| (*approx, *w)))
    };
    let word_before = |back: usize| {
        let at = at.checked_sub(back);
        at.map(|i| line.lower(i)).unwrap_or_default()
    };
    let second = word_before(2);
    let both = format!("{second} {last}");
    if let Some((approx, _)) = all().find(|&(_, w)| w == both) {
        return (!NOT.contains(&word_before(3).as_str())).then_some(approx);
    }
    // Scripts without spaces write them as one with what stands before.
    let runs_on = line.glued(at);
    let (approx, _) = all().find(|&(_, w)| w == last || runs_on && last.ends_with(w))?;
    (!NOT.contains(&second.as_str())).then_some(approx)
}
