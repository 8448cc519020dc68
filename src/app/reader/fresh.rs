//! What a change of the file brought: the place is kept, and facts that are new or changed are marked until seen.

use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::Reader;
use crate::article::{Article, State};
use crate::facts::{FactId, Kind};
use crate::text::Span;

impl Reader {
    /// A page of this host is on its way.
    pub fn fetching(&mut self, host: &str) {
        self.view.fetching = Some(crate::ui::Fetching {
            host: crate::document::clean_line(host),
            bytes: 0,
        });
    }

    /// Says what the importer had to say of the article, such as that the whole page is shown.
    pub(super) fn say_warning(&mut self) {
        if let Some(warning) = self.article.document.warnings().first() {
            let said = warning.clone();
            self.view.say(said);
        }
    }

    /// Takes the article as it is after its file changed. The place is kept; the facts that were not there before are
    /// marked as new, and counted in a notice that begins with `what` happened. Before all facts are found, nothing
    /// can be said to be new.
    pub fn reload(&mut self, article: Arc<Article>, what: &str) {
        let old = Arc::clone(&self.article);
        let comparable = old.state == State::Complete && article.state == State::Complete;
        let unseen: Vec<_> = self.view.fresh.iter().copied().collect();
        let mut fresh = BTreeSet::new();
        if comparable {
            let unseen = unseen.into_iter().filter_map(|id| key(&old, id)).collect();
            fresh = new_facts(&old, &article, &unseen);
        }
        let count = fresh.len();
        let view = self.moved(&article);
        self.replace(article);
        self.view = view;
        self.view.fresh = fresh;
        self.settle();
        let facts = match count {
            0 => String::new(),
            1 => "; one fact is new".to_owned(),
            n => format!("; {n} facts are new"),
        };
        self.view.say(format!("{what}{facts}"));
    }

    /// Counts new facts as seen that were on the screen and no longer are, or were selected and no longer are.
    pub(super) fn see_fresh(&mut self, before: Span) {
        if self.view.fresh.is_empty() {
            return;
        }
        let (shown, selected) = (self.shown, self.view.selected);
        let left = std::mem::replace(&mut self.last_selected, selected);
        let article = &self.article;
        self.view.fresh.retain(|&id| {
            let Some(fact) = article.fact(id) else {
                return false;
            };
            let passed = fact.span.overlaps(before) && !fact.span.overlaps(shown);
            let chosen = left == Some(id) && selected != Some(id);
            !(passed || chosen)
        });
    }
}

/// What makes a fact the same in two versions of an article: what it says, not where.
type Key = (Kind, String, String);

fn key(article: &Article, id: FactId) -> Option<Key> {
    let fact = article.fact(id)?;
    let words = |span: Span| article.document.slice(span).to_owned();
    let subject = fact.subject.map(words).unwrap_or_default();
    Some((fact.kind, words(fact.span), subject))
}

/// The facts of the new article that the old one did not say, and those that were new there and not seen.
fn new_facts(old: &Article, new: &Article, unseen: &BTreeSet<Key>) -> BTreeSet<FactId> {
    let ids = |article: &Article| (0..article.findings.facts.len()).map(FactId::new);
    let mut said: FxHashMap<Key, usize> = FxHashMap::default();
    for key in ids(old).filter_map(|id| key(old, id)) {
        *said.entry(key).or_default() += 1;
    }
    ids(new)
        .filter(|&id| {
            key(new, id).is_some_and(|key| {
                let again = said.get_mut(&key).filter(|left| **left > 0);
                let was_there = again.map(|left| *left -= 1).is_some();
                !was_there || unseen.contains(&key)
            })
        })
        .collect()
}
