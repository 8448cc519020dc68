//! The finders, one file each. A finder reads the shared analysis and proposes candidates; it knows of no other.

mod attribution;
mod claim;
mod definition;
mod list;
mod name;
mod phrase;
mod quantity;
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
    /// Its rules hold in any language: figures, ISO dates, words in quotation marks.
    AnyLanguage,
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
        name: "name",
        scope: Scope::English,
        run: name::find,
    },
    Finder {
        name: "time and number",
        scope: Scope::English,
        run: |analysis, out| {
            let times = time::find(analysis);
            out.extend(quantity::find(analysis, &times));
            out.extend(times);
        },
    },
    Finder {
        name: "quote",
        scope: Scope::AnyLanguage,
        run: |analysis, out| quote::find(&attribution::read(analysis), out),
    },
    Finder {
        name: "claim",
        scope: Scope::English,
        run: |analysis, out| claim::find(analysis, &attribution::read(analysis), out),
    },
];

/// Runs the finders that know the language; an unknown one (too little text to tell) is taken for English.
/// Candidates come back in the order of their spans.
pub(super) fn all(analysis: &Analysis<'_>, language: Option<Language>) -> Vec<Candidate> {
    let english = language.is_none_or(Language::is_english);
    let mut out = Vec::new();
    for finder in FINDERS {
        if english || finder.scope == Scope::AnyLanguage {
            let before = out.len();
            (finder.run)(analysis, &mut out);
            debug_assert!(before <= out.len(), "{} took candidates away", finder.name);
        }
    }
    out.sort_by_key(|c: &Candidate| (c.span.start, c.span.end, c.kind));
    out
}
