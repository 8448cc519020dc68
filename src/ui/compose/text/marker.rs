//! What is laid over the text: marks on facts, hits, the evidence of the selected fact, what recedes.

use unicode_segmentation::GraphemeCursor;

use crate::article::{Link, links_in};
use crate::document::MarkKind;
use crate::facts::FactId;
use crate::index::Matcher;
use crate::text::{Pos, Span};
use crate::ui::compose::Scene;
use crate::ui::listing::is_listed;
use crate::ui::{Density, Hit, Look, Marked, Note, Selection};

/// A mark longer than this many bytes is drawn lightly: few words on a screen may stand out.
const LONG: usize = 64;

/// How far from the screen a fact is looked for whose sentence may reach into it, in bytes.
const LONGEST_SENTENCE: u32 = 4096;

/// All that is laid over the text on the screen, by start.
pub(super) struct Marker<'a> {
    scene: &'a Scene<'a>,
    /// The links, by start.
    pub(super) links: Vec<Link<'a>>,
    evidence: Option<Span>,
    facts: Vec<(Span, FactId, Marked)>,
    hits: Vec<Span>,
    /// The sentences that do not recede.
    lit: Vec<Span>,
    notes: Vec<(Span, &'a Note)>,
    chosen: Option<Span>,
}

impl<'a> Marker<'a> {
    pub(super) fn new(scene: &'a Scene<'a>, shown: Span, matcher: Option<&Matcher>) -> Self {
        let article = scene.article;
        let selected = scene.view.selected.and_then(|id| article.fact(id));
        let mention = selected.map(|f| f.mention(scene.view.mention));
        let evidence = selected.zip(mention).map(|(fact, mention)| {
            if fact.sentence.covers(mention) {
                fact.sentence
            } else {
                article.sentence_at(mention.start)
            }
        });
        let facts = article.index.mentions_in(shown);
        let facts = facts
            .filter_map(|(span, id)| Some((span, id, marked(scene, span, id, mention)?)))
            .collect();
        let hits = matcher
            .map(|m| m.hits_in(article.document.text(), shown))
            .unwrap_or_default();
        let lit = if scene.view.skim {
            lit(scene, shown)
        } else {
            Vec::new()
        };
        let notes = scene.view.notes.iter();
        let notes = notes.filter_map(|note| Some((note.span?, note)));
        Self {
            scene,
            links: links_in(&article.document, shown),
            evidence,
            facts,
            hits,
            lit,
            notes: notes.filter(|(span, _)| span.overlaps(shown)).collect(),
            chosen: scene.view.selection.map(Selection::span),
        }
    }

    /// Whether a row shows some of the sentence that is the evidence of the selected fact.
    pub(super) fn is_evidence(&self, row: Span) -> bool {
        self.evidence.is_some_and(|evidence| evidence.overlaps(row))
    }

    /// The look of the white space between two words of a row; none where nothing is laid over all of it.
    pub(super) fn over_gap(&self, gap: Span, base: Look) -> Option<Look> {
        match self.split(gap, base).as_slice() {
            [(_, look)] if *look != base => Some(*look),
            _ => None,
        }
    }

    /// The note whose sign stands beside a row: the one that the reader is at, or else the first that begins there.
    pub(super) fn noted(&self, row: Span) -> Option<&'a Note> {
        let here = self
            .notes
            .iter()
            .filter(|(span, _)| row.contains(span.start));
        here.map(|&(_, note)| note)
            .max_by_key(|note| (self.scene.view.note == Some(note.id), note.is_written()))
    }

    /// The fact whose glyph stands beside a row: the selected one, or else the most important that begins there.
    pub(super) fn gutter(&self, row: Span) -> Option<(FactId, crate::facts::Kind)> {
        let begins = |span: &Span| row.contains(span.start);
        let here = self
            .facts
            .iter()
            .filter(|(span, _, marked)| begins(span) && *marked != Marked::Mention);
        let rank = |id: FactId| self.scene.article.fact(id).map_or(u32::MAX, |f| f.rank);
        let best = here.min_by_key(|(_, id, marked)| (*marked != Marked::Selected, rank(*id)))?;
        Some((best.1, self.scene.article.fact(best.1)?.kind))
    }

    /// Cuts a slice of a row where looks change.
    pub(super) fn split(&self, span: Span, base: Look) -> Vec<(Span, Look)> {
        let document = &self.scene.article.document;
        let inline: Vec<_> = document.marks_in(span).collect();
        let over = inline.iter().map(|m| m.span);
        let over = over
            .chain(self.links.iter().map(|link| link.span))
            .chain(self.facts.iter().map(|f| f.0))
            .chain(self.hits.iter().copied())
            .chain(self.lit.iter().copied())
            .chain(self.evidence)
            .chain(self.notes.iter().map(|n| n.0))
            .chain(self.chosen);
        let mut over = over.filter(|o| o.overlaps(span)).peekable();
        if over.peek().is_none() && !span.is_empty() {
            return vec![(span, base)];
        }
        let mut cuts = vec![span.start, span.end];
        for over in over {
            cuts.extend(
                [over.start, over.end]
                    .into_iter()
                    .filter(|&p| span.contains(p)),
            );
        }
        // A mark that begins or ends within a cluster does not part it: the accent of a letter would be lost.
        let text = document.text();
        cuts.retain(|&cut| cut == span.start || cut == span.end || is_cluster_start(text, cut));
        cuts.sort_unstable();
        cuts.dedup();
        let mut parts: Vec<(Span, Look)> = Vec::new();
        for (&start, &end) in cuts.iter().zip(cuts.iter().skip(1)) {
            let part = Span { start, end };
            let mut look = base;
            for mark in inline.iter().filter(|m| m.span.covers(part)) {
                match mark.kind {
                    MarkKind::Strong => look.inline.strong = true,
                    MarkKind::Emphasis => look.inline.emphasis = true,
                    MarkKind::Strike => look.inline.strike = true,
                    MarkKind::Code => look.inline.code = true,
                    MarkKind::Link(_) | MarkKind::Jump(_) => {}
                }
            }
            look.inline.link = self.links.iter().any(|link| link.span.covers(part));
            self.lay_over(part, &mut look);
            match parts.last_mut() {
                Some((last, same)) if *same == look => last.end = end,
                _ => parts.push((part, look)),
            }
        }
        parts
    }

    /// Adds evidence, facts and hits to the look of a part that none of them cuts.
    fn lay_over(&self, part: Span, look: &mut Look) {
        look.receding &= !self.lit.iter().any(|lit| lit.covers(part));
        look.evidence = self.evidence.is_some_and(|e| e.covers(part));
        let over = self.facts.iter().filter(|(span, ..)| span.covers(part));
        let best = over.max_by_key(|(span, _, marked)| (*marked, std::cmp::Reverse(span.len())));
        look.fact =
            best.and_then(|&(_, id, marked)| Some((self.scene.article.fact(id)?.kind, marked)));
        let inked = self.notes.iter().filter(|(span, _)| span.covers(part));
        look.ink = inked.min_by_key(|(span, _)| span.len()).map(|(_, n)| n.ink);
        look.chosen = self.chosen.is_some_and(|c| c.covers(part));
        if self.hits.iter().any(|h| h.covers(part)) {
            let current = self.scene.view.search.as_ref().and_then(|s| s.current);
            let is_current = current.is_some_and(|c| c.covers(part));
            look.hit = Some(if is_current { Hit::Current } else { Hit::Other });
        }
    }
}

/// The sentences of the listed facts that may stand on the screen.
fn lit(scene: &Scene<'_>, shown: Span) -> Vec<Span> {
    let article = scene.article;
    let near = Span {
        start: Pos(shown.start.0.saturating_sub(LONGEST_SENTENCE)),
        end: Pos(shown.end.0.saturating_add(LONGEST_SENTENCE)),
    };
    let mentions = article.index.mentions_in(near);
    let mut lit: Vec<Span> = mentions
        .filter(|&(_, id)| is_listed(article, scene.view, id))
        .filter_map(|(span, id)| article.fact(id).filter(|fact| fact.span == span))
        .map(|fact| fact.sentence.to(fact.span))
        .filter(|sentence| sentence.overlaps(shown))
        .collect();
    lit.dedup();
    lit
}

/// Whether a grapheme cluster begins at a place inside a text.
fn is_cluster_start(text: &str, at: Pos) -> bool {
    let at = at.get();
    text.as_bytes().get(at).is_some_and(u8::is_ascii)
        || GraphemeCursor::new(at, text.len(), true)
            .is_boundary(text, 0)
            .unwrap_or(true)
}

/// How a mention is marked in this view, if it is.
fn marked(scene: &Scene<'_>, span: Span, id: FactId, current: Option<Span>) -> Option<Marked> {
    let fact = scene.article.fact(id)?;
    if scene.view.selected == Some(id) {
        return Some(if current == Some(span) {
            Marked::Selected
        } else {
            Marked::Mention
        });
    }
    let first = span == fact.span;
    let wanted = match scene.view.density {
        Density::Off => false,
        Density::Key => first,
        Density::All => true,
    };
    if !wanted || !is_listed(scene.article, scene.view, id) {
        return None;
    }
    Some(if span.len() > LONG {
        Marked::Light
    } else {
        Marked::Plain
    })
}
