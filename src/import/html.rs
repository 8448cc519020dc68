//! Web pages to a [`Document`]: the article with its structure, what was cut from the page folded in its place.
//!
//! The way: `guard` cuts what would stall a parser; `meta` reads title, byline and dates; `extract` says what is the
//! article; `walk` turns the tree into drafts; `widen` takes in good paragraphs that extraction left out; `clean`
//! folds what does not belong to the text; `draft::emit` pushes the rest through the builder.

mod clean;
mod extract;
mod guard;
mod list;
mod math;
mod media;
mod meta;
mod names;
mod notes;
mod pen;
mod restore;
mod sink;
mod table;
mod thread;
mod tidy;
mod walk;
mod widen;

pub(super) use guard::{Loss, Syntax, limit, limit_to};
pub(super) use list::bullet;
pub(super) use sink::parse as tree;
pub(super) use walk::{Links, walk};

use dom_query::{Document as Page, NodeId};
use rustc_hash::FxHashSet;

use self::meta::Genre;
use super::Cleaning;
use super::draft::{self, Draft};
use crate::document::{BlockKind, Builder, Document, Meta};

/// The first date in a text, in the usual notations.
pub(super) fn date(text: &str) -> Option<crate::document::Date> {
    meta::date_in(text)
}

/// A kept text with fewer words than this is no article: the whole page is shown.
const ARTICLE: usize = 40;

/// A page that does not call itself an article is none when its main part has so many times the words of what was
/// found.
const MAIN: usize = 2;

/// A page is long from here on, in bytes, without what is never parsed.
pub(super) const LONG: usize = 512 << 10;
/// So many bytes of text, counted as often as elements lie around them, are scored in about two seconds.
const NESTED: usize = 100 << 20;
/// Of a long page at least so much is read first, in bytes.
const TOP: usize = 128 << 10;
/// So many bytes of a page give one of text.
const MARKUP: usize = 4;
/// The top of a page is worth showing when so much of it is shown, in bytes.
const SHOWN: usize = 4 << 10;

/// Imports a page, as much of it as is wanted.
pub(super) fn import(
    text: &str,
    meta: Meta,
    cleaning: Cleaning,
    warning: Option<String>,
) -> Document {
    let mut builder = Builder::new(meta);
    if let Some(warning) = warning {
        builder.warn(warning);
    }
    let (text, loss) = limit(text, syntax(text));
    if let Some(said) = loss.sentence() {
        builder.warn(said);
    }
    parse(&text, builder, cleaning)
}

/// Imports the top of a long page: as much of it as gives about `enough` bytes of text. None where the page is not
/// long, or its top is no article: then the whole must be read. What the whole will have folded may be open here.
pub(super) fn top(text: &str, meta: Meta, cleaning: Cleaning, enough: usize) -> Option<Document> {
    if text.len() < LONG {
        return None;
    }
    let (text, loss) = limit(text, syntax(text));
    if !loss.is_none() || text.len() < LONG {
        return None;
    }
    let most = TOP.max(enough.saturating_mul(MARKUP));
    let cut = text.get(..text.floor_char_boundary(most))?;
    let document = parse(cut.get(..cut.rfind('<')?)?, Builder::new(meta), cleaning);
    let open = document
        .blocks()
        .iter()
        .filter(|block| block.kind != BlockKind::Boilerplate);
    let shown: usize = open.map(|block| block.span.len()).sum();
    (document.warnings().is_empty() && shown >= SHOWN && text.len() > cut.len()).then_some(document)
}

/// How the tags of a page are read.
fn syntax(text: &str) -> Syntax {
    if text.trim_start().starts_with("<?xml") {
        Syntax::Xml
    } else {
        Syntax::Html
    }
}

/// Makes a document of a page that was cut to its limits.
fn parse(text: &str, mut builder: Builder, cleaning: Cleaning) -> Document {
    let page = tree(text);
    let told = |tag: &str| memchr::memmem::find(text.as_bytes(), tag.as_bytes()).is_some();
    let base = (told("<base") || told("<BASE"))
        .then(|| page.select_single("base[href]").attr("href"))
        .flatten();
    builder.set_base(base.as_deref());
    let found = meta::find(&page, &builder.meta.source);
    let extract = match cleaning {
        Cleaning::Whole => None,
        // Scoring reads every text once for each element around it.
        Cleaning::Clean | Cleaning::Extracted if text.len() > LONG && is_deep(&page) => None,
        Cleaning::Clean | Cleaning::Extracted => extract::article(&page),
    };
    let genre = found.genre;
    let mut whole = false;
    let byline = extract.as_ref().and_then(|e| e.byline.clone());
    meta::fill(&mut builder.meta, found, byline);
    let mut drafts = match (cleaning, &extract) {
        (Cleaning::Whole, _) => walk(page.root(), Links::Page, &|_| true),
        (Cleaning::Extracted, None) => walk(page.root(), Links::Extracted, &|_| true),
        (Cleaning::Extracted, Some(extract)) => {
            walk(page.root(), Links::Extracted, &|node| extract.holds(node))
        }
        (Cleaning::Clean, extract) => {
            let thread = genre == Genre::Thread
                || told("schema.org/DiscussionForumPosting")
                || told("schema.org/QAPage")
                || (genre == Genre::Unsaid && told("class=\"forum"));
            let posts = thread.then(|| thread::posts(&page)).flatten();
            let (drafts, all) = read(&page, extract.as_ref(), posts.as_ref(), genre, &mut builder);
            whole = all;
            drafts
        }
    };
    // The tree of half a million elements is larger than all that is made of it.
    drop((page, extract));
    if cleaning == Cleaning::Clean {
        clean::clean(&mut drafts, &builder.meta, whole);
    }
    if builder.meta.published.is_none() {
        builder.meta.published = meta::date_in_text(&drafts);
    }
    draft::emit(&mut builder, drafts);
    if builder.is_empty() {
        builder.warn("There is nothing to read on the page.");
    }
    builder.finish()
}

/// Whether the text of a page, each byte of it counted as often as elements lie around it, comes to more than
/// [`NESTED`].
fn is_deep(page: &Page) -> bool {
    let mut sum = 0;
    let mut depth: usize = 0;
    let mut node = page.root().first_child();
    while let Some(at) = node {
        sum += walk::read(at, str::len).unwrap_or_default() * depth;
        if sum > NESTED {
            return true;
        }
        if let Some(child) = at.first_child() {
            depth += 1;
            node = Some(child);
            continue;
        }
        let mut up = Some(at);
        node = None;
        while let Some(at) = up {
            node = at.next_sibling();
            if node.is_some() {
                break;
            }
            depth = depth.saturating_sub(1);
            up = at.parent();
        }
    }
    false
}

/// The drafts of a page: the article where there is one, else the whole page without its navigation. The second says
/// whether the page is no article.
fn read(
    page: &Page,
    extract: Option<&extract::Extract>,
    posts: Option<&FxHashSet<NodeId>>,
    genre: Genre,
    builder: &mut Builder,
) -> (Vec<Draft>, bool) {
    let mut drafts = walk(page.root(), Links::Page, &|node| {
        extract.is_some_and(|e| e.holds(node)) || posts.is_some_and(|posts| posts.contains(&node))
    });
    restore::extend(&mut drafts, &builder.meta.title);
    restore::deck(&mut drafts, &builder.meta.title);
    restore::complete(&mut drafts);
    restore::restore(&mut drafts, &builder.meta.title);
    widen::widen(&mut drafts);
    notes::settle(&mut drafts, builder.meta.url.as_deref());
    notes::unfold(&mut drafts);
    if posts.is_some() {
        thread::fold_repeats(&mut drafts);
        return (drafts, true);
    }
    let words = |keep: &dyn Fn(&&Draft) -> bool| -> usize {
        drafts.iter().filter(keep).map(Draft::words).sum()
    };
    let (all, kept) = (words(&|_| true), words(&|draft| !draft.fold));
    let (main, inside) = (
        words(&|draft| !draft.aside),
        words(&|draft| !draft.aside && !draft.fold),
    );
    let little = kept < ARTICLE && all > kept;
    let has_main = main >= ARTICLE;
    let whole = little || (genre != Genre::Article && has_main && inside * MAIN < main);
    if whole {
        for draft in &mut drafts {
            draft.fold = draft.aside && has_main;
        }
        let hides = drafts.iter().any(|draft| draft.fold);
        builder.warn(if hides {
            "No article was found on the page: all of its main part is shown."
        } else {
            "No article was found on the page: all of it is shown."
        });
    }
    (drafts, whole)
}
