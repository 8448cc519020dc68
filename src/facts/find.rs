//! The finders, one file each. A finder reads the shared analysis and proposes candidates; it knows of no other.

mod attribution;
mod claim;
mod definition;
mod list;
mod quote;
mod row;
mod time;

use super::{Analysis, Candidate, Language};

/// One finder.
struct Finder {
    /// Its name, for the curious.
    name: &'static str,
    /// The languages that its rules are made for.
    scope: Scope,
    /// Appends what it finds.
    run: fn(&Analysis<'_>, &mut Vec<Candidate>),
}

/// Where a finder may be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    /// Its rules hold in any language: figures, ISO dates.
    #[expect(dead_code, reason = "the finder of numbers will be of this kind")]
    AnyLanguage,
    /// Its rules hold in any language, and a finder for English does more: words in quotation marks.
    OtherLanguages,
    /// Its rules are rules of English.
    English,
}

/// All finders. Their order does not matter: candidates are sorted, and merging decides between them.
const FINDERS: &[Finder] = &[
    Finder {
        name: "list",
        scope: Scope::English,
        run: list::find,
    },
    Finder {
        name: "definition",
        scope: Scope::English,
        run: definition::find,
    },
    Finder {
        name: "time",
        scope: Scope::English,
        run: |analysis, out| out.extend(time::find(analysis)),
    },
    Finder {
        name: "speech",
        scope: Scope::English,
        run: attribution::find,
    },
    Finder {
        name: "quote",
        scope: Scope::OtherLanguages,
        run: quote::find_marks,
    },
];

/// Runs the finders that know the language; an unknown one (too little text to tell) is taken for English.
/// Candidates come back in the order of their spans.
pub(super) fn all(analysis: &Analysis<'_>, language: Option<Language>) -> Vec<Candidate> {
    let english = language.is_none_or(Language::is_english);
    let mut out = Vec::new();
    for finder in FINDERS {
        let holds = match finder.scope {
            Scope::AnyLanguage => true,
            Scope::OtherLanguages => !english,
            Scope::English => english,
        };
        if holds {
            let before = out.len();
            (finder.run)(analysis, &mut out);
            debug_assert!(before <= out.len(), "{} took candidates away", finder.name);
        }
    }
    out.sort_by_key(|c: &Candidate| (c.span.start, c.span.end, c.kind));
    out
}
