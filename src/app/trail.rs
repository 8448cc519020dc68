//! The articles that were read before and after this one: where the list of jumps goes on when it ends.

use std::sync::Arc;

use super::event::Reading;
use crate::article::Article;
use crate::import::source::Input;
use crate::ui::View;

/// How many articles are kept on each side.
const KEEP: usize = 20;
/// How much text they may have together, in bytes; the one left last is kept in any case.
const MOST: usize = 64 << 20;

/// An article as it was left.
#[derive(Debug)]
pub(super) struct Left {
    /// Where it came from.
    pub(super) input: Option<Input>,
    /// The reading whose workers may still make it fuller.
    pub(super) reading: Reading,
    /// The article at that time, to which the view belongs.
    pub(super) article: Arc<Article>,
    /// A fuller version that came since.
    pub(super) fuller: Option<Arc<Article>>,
    /// The place and all else that the reader did in it.
    pub(super) view: View,
}

/// The way through the articles.
#[derive(Debug, Default)]
pub(super) struct Trail {
    behind: Vec<Left>,
    ahead: Vec<Left>,
}

/// Which way to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Back,
    Forward,
}

impl Trail {
    /// Notes the article that is left for a new one; what lay ahead is forgotten.
    pub(super) fn leave(&mut self, left: Left) {
        self.ahead.clear();
        self.behind.push(left);
        let size = |left: &Left| left.article.document.text().len();
        let mut sum: usize = self.behind.iter().map(size).sum();
        while self.behind.len() > KEEP || (sum > MOST && self.behind.len() > 1) {
            sum -= size(&self.behind.remove(0));
        }
    }

    /// Goes one article back or forward from `here`; None where the trail ends.
    pub(super) fn go(&mut self, way: Way, here: Left) -> Option<Left> {
        let (from, to) = match way {
            Way::Back => (&mut self.behind, &mut self.ahead),
            Way::Forward => (&mut self.ahead, &mut self.behind),
        };
        let next = from.pop()?;
        to.push(here);
        Some(next)
    }

    /// Whether the trail goes on that way.
    pub(super) fn leads(&self, way: Way) -> bool {
        match way {
            Way::Back => !self.behind.is_empty(),
            Way::Forward => !self.ahead.is_empty(),
        }
    }

    /// Takes a fuller version of an article that was left.
    pub(super) fn take(&mut self, reading: Reading, article: Arc<Article>) {
        let mut all = self.behind.iter_mut().chain(&mut self.ahead);
        if let Some(left) = all.find(|left| left.reading == reading) {
            left.fuller = Some(article);
        }
    }
}
