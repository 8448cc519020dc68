//! What pages say beside their articles: invitations, labels, credits, notices.
//!
//! The lists are our own, in general words of the trade. They are compared with the plain words of a block (lower
//! case, no signs), and only with short blocks.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::document::BlockKind;
use crate::import::draft::Draft;
use crate::import::html::meta::plain;

/// A block with more words than this is never a phrase.
const LONG: usize = 45;

/// The most words of `image 3 of 12` and its kind.
const COUNTER: usize = 5;

/// Whole blocks.
const EXACT: &str = "ad|ads|advert|advertisement|advertisements|advertising|sponsored|sponsored content|promoted|\
    promoted content|anzeige|werbung|publicité|publicidad|publicidade|iklan|reklama|pubblicità|close|\
    caption|captions|share|share this|tweet|email|print|save|pin it|copy link|facebook|twitter|linkedin|\
    whatsapp|reddit|flipboard|pinterest|sharing is caring|comment|comments|no comments|view comments|\
    show comments|reply|loading|loading content|please wait|read more|more|learn more|see more|show more|\
    view more|continue reading|read full story|enlarge|enlarge image|enlarge this image|toggle caption|\
    hide caption|show caption|expand|view gallery|view full size|view author archive|email the author|\
    follow on twitter|get author rss feed|back to top|to top|top|skip to content|skip to main content|\
    subscribe|subscribe now|sign up|sign in|log in|register|highlights|getty images|reuters|warning|video|\
    shutterstock|your cart|your cart is empty|shopping cart|add to cart|view cart|checkout|check out|continue shopping";

/// Beginnings.
const START: &str = "advertisement |article continues below|story continues below|continue reading below|scroll to continue|\
    scroll down to|subscribe to |subscribe for |subscribe and |sign up to |sign up for |sign up now|\
    sign up here|get the latest |get our |get unlimited |join our |join the conversation|\
    join the discussion|follow us |follow him |follow her |follow me |follow them |like us on |find us on |\
    connect with us|share this |share on |share via |click to tweet|click here to |click here for |\
    click to |tap here to |leave a reply|leave a comment|post a comment|add a comment|write a comment|\
    your email address will not be|save my name email|this slideshow requires|this site uses|\
    this website uses|we use cookies|by clicking |by signing up|by subscribing|enable javascript|\
    please enable javascript|javascript is |your browser does not|you need to enable|filed under|posted in |\
    tagged with|estimated reading time|reading time|tempo de leitura|lesezeit|copyright |\
    all rights reserved|this article was originally published|this story was originally published|\
    this document is subject to copyright|this material may not be|have a tip|got a tip|send us your|\
    thank you for subscribing|thanks for subscribing|you have been successfully|there was a problem |\
    there was an error |view this post on |a post shared by |contact the author|photo credit|image credit|download our app";

/// Labels over lists of other articles.
const LABELS: &str = "related|related news|related articles|related article|related stories|related story|related posts|\
    related post|related content|related links|related coverage|related reading|related topics|\
    related video|related videos|recommended|recommended for you|recommended reading|recommended stories|\
    you may also like|you might also like|you may like|you might like|you might also enjoy|\
    you may also enjoy|you may be interested in|more stories|more news|more to read|more articles|\
    more coverage|more like this|most read|most read stories|most popular|most viewed|trending|trending now|\
    trending stories|popular|popular now|popular posts|popular stories|top stories|latest|latest news|\
    latest stories|latest posts|recent posts|dont miss|don t miss|up next|read next|what to read next|\
    editors picks|something to consider";

/// Beginnings of such labels, when nothing but a link follows.
const LABEL_START: &str = "related |more from |more on |more in |read more |read next |read also |also read |see also |also see |\
    top stories |don t miss |must read |recommended |watch |see more |you may also ";

/// Labels over the person who wrote it.
const AUTHOR: &str = "about the author|about the authors|about author|meet the author|author|written by|about the writer|\
    author bio";

/// Labels over the contents of the page.
const CONTENTS: &str = "contents|content|table of contents|page contents|blog contents|article contents|on this page|\
    in this article|in this post|in this guide|jump to|quick links|inhalt|inhaltsverzeichnis|sommaire|índice|contenido|目次";

/// Labels over what readers wrote.
const COMMENTS: &str = "comments|comment|leave a reply|leave a comment|leave a response|post a comment|join the conversation|\
    reader comments|discussion|responses|kommentare|commentaires|comentarios";

/// Sources of pictures, as credits name them.
const AGENCIES: &str =
    "getty images|getty|shutterstock|istock|ap photo|reuters|afp|unsplash|associated press|alamy";

/// Whether a short block is a phrase that pages put beside their articles.
pub(in crate::import::html) fn is_phrase(draft: &Draft) -> bool {
    if !matches!(
        draft.kind,
        BlockKind::Paragraph
            | BlockKind::Heading { .. }
            | BlockKind::ListItem { .. }
            | BlockKind::Quotation { .. }
    ) {
        return false;
    }
    let count = draft.words();
    if count > LONG {
        return is_consent(draft);
    }
    let words = plain(&draft.text);
    if words.is_empty() {
        // Signs alone, such as `* * *`, may be a break that the author made.
        return draft.text.trim().chars().all(|c| "|/·•»«›‹<>".contains(c));
    }
    let item = matches!(draft.kind, BlockKind::ListItem { .. });
    WHOLE.contains(words.as_str())
        || (!item
            && STARTS
                .get(first(&words))
                .is_some_and(|list| list.iter().any(|start| starts(&words, start))))
        || (draft.text.contains('©') && count <= 30)
        || is_credit(draft, &words, count)
        || is_counter(&words)
        || (count <= 40
            && ["newsletter", "inbox", "subscribers"]
                .iter()
                .any(|w| words.contains(w))
            && invites(&words))
        || (count <= 40
            && words.contains("affiliate")
            && (words.contains("commission") || words.contains("links")))
        || words.ends_with("click to tweet")
        || (is_tags(&words) && draft.link_share() > 0.3)
        || (count <= 30
            && draft.link_share() > 0.4
            && LABEL_START.split('|').any(|start| words.starts_with(start)))
}

/// Whether a paragraph of any length says what is agreed to by pressing a button.
fn is_consent(draft: &Draft) -> bool {
    let text = draft.text.trim_start();
    [
        "By clicking ",
        "By signing up",
        "By submitting ",
        "By subscribing",
    ]
    .iter()
    .any(|start| text.starts_with(start))
        && text.contains("agree")
}

/// Whether a label stands over what leads on from an article: further reading, related articles.
pub(in crate::import::html) fn leads_on(draft: &Draft) -> bool {
    if !matches!(draft.kind, BlockKind::Heading { .. }) || draft.text.len() > 120 {
        return false;
    }
    let words = plain(&draft.text);
    words == "see also" || words == "further reading" || words.starts_with("related ")
}

/// Whether a caption says nothing but where the picture is from.
pub(super) fn is_only_credit(draft: &Draft) -> bool {
    is_credit(draft, &plain(&draft.text), draft.words())
}

/// The words of a caption without the place of its picture in a gallery: `image 3 of 12`.
pub(super) fn uncounted(words: &str) -> &str {
    let mut parts = words.splitn(5, ' ');
    let number = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    match (
        parts.next(),
        parts.next(),
        parts.next(),
        parts.next(),
        parts.next(),
    ) {
        (
            Some("image" | "photo" | "slide" | "picture"),
            Some(a),
            Some("of"),
            Some(b),
            Some(rest),
        ) if number(a) && number(b) => rest,
        _ => words,
    }
}

/// Whether a block is a label over other articles.
pub(in crate::import::html) fn is_label(draft: &Draft) -> bool {
    if draft.text.len() > 120 {
        return false;
    }
    let words = plain(&draft.text);
    OTHERS.contains(words.as_str())
        || (draft.words() <= 8
            && draft.text.trim_end().ends_with(':')
            && LABEL_START.split('|').any(|start| words.starts_with(start)))
}

/// Whether a heading begins as labels over other articles do.
pub(super) fn leads_others(draft: &Draft) -> bool {
    const LEADS: [&str; 8] = [
        "most read ",
        "most popular ",
        "most viewed ",
        "top stories ",
        "latest from ",
        "more from ",
        "more stories ",
        "more news ",
    ];
    let heading = matches!(draft.kind, BlockKind::Heading { .. } | BlockKind::Paragraph);
    if !heading || draft.words() > 8 {
        return false;
    }
    let words = plain(&draft.text);
    LEADS.iter().any(|lead| words.starts_with(lead))
}

/// Whether a block is a label over the author.
pub(in crate::import::html) fn is_author_label(draft: &Draft) -> bool {
    draft.text.len() < 60 && is_in(&plain(&draft.text), AUTHOR)
}

/// Whether a block is a label over the contents of the page.
pub(super) fn is_contents_label(draft: &Draft) -> bool {
    draft.text.len() < 40 && is_in(&plain(&draft.text), CONTENTS)
}

/// Whether a block is a label over the comments.
pub(in crate::import::html) fn is_comments_label(draft: &Draft) -> bool {
    if draft.text.len() > 80 {
        return false;
    }
    let words = plain(&draft.text);
    let uncounted = words.trim_matches(|c: char| c.is_ascii_digit() || c == ' ');
    is_in(uncounted, COMMENTS) || matches!(uncounted, "replies" | "thoughts on" | "responses to")
}

/// The beginnings, by their first words.
static STARTS: LazyLock<FxHashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut starts: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
    for start in START.split('|').map(str::trim_end) {
        starts.entry(first(start)).or_default().push(start);
    }
    starts
});

/// The whole blocks.
static WHOLE: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| EXACT.split('|').collect());

/// The labels over other articles.
static OTHERS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| LABELS.split('|').collect());

/// The first word.
fn first(words: &str) -> &str {
    words.split(' ').next().unwrap_or_default()
}

/// Whether `words` are one of a short list.
fn is_in(words: &str, list: &str) -> bool {
    list.split('|').any(|phrase| phrase == words)
}

/// Whether `words` begin with `start` at a word's end.
fn starts(words: &str, start: &str) -> bool {
    let start = start.trim_end();
    words
        .strip_prefix(start)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Words that ask the reader to do something.
fn invites(words: &str) -> bool {
    let padded = format!(" {words} ");
    "sign up|subscribe|get|join|receive|enter your|delivered|register|want"
        .split('|')
        .any(|word| padded.contains(&format!(" {word} ")))
}

/// A line that only says where a picture is from.
fn is_credit(draft: &Draft, words: &str, count: usize) -> bool {
    let leads = [
        "photo",
        "photos",
        "image",
        "images",
        "picture",
        "photograph",
        "credit",
        "foto",
        "bild",
        "illustration",
    ];
    let sign = draft.text.trim_start_matches(['(', '[']).trim_start();
    let lead = leads.iter().any(|lead| {
        sign.get(..lead.len())
            .is_some_and(|s| s.eq_ignore_ascii_case(lead))
            && sign.get(lead.len()..).is_some_and(|rest| {
                rest.starts_with(':')
                    || rest.starts_with(" by ")
                    || rest.starts_with(" credit")
                    || rest.starts_with(" courtesy")
                    || rest.starts_with(" copyright")
            })
    });
    (lead && count <= 20)
        || (count <= 8
            && AGENCIES.split('|').any(|name| words.ends_with(name))
            && !draft.text.trim_end().ends_with('.'))
}

/// `Image 1 of 23`, `3 of 12`, `5 min read`, `12 comments`.
fn is_counter(words: &str) -> bool {
    if words.bytes().filter(|byte| *byte == b' ').count() >= COUNTER {
        return false;
    }
    let parts: Vec<&str> = words.split(' ').collect();
    let number = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    match parts.as_slice() {
        [
            "image" | "photo" | "slide" | "picture",
            a,
            "of" | "von" | "de",
            ..,
        ] => number(a),
        ["image" | "photo" | "slide", a, b] | [a, "of", b] => number(a) && number(b),
        [a, unit] | [a, unit, "read"] => {
            number(a)
                && matches!(
                    *unit,
                    "min"
                        | "mins"
                        | "minute"
                        | "minutes"
                        | "comments"
                        | "comment"
                        | "shares"
                        | "replies"
                )
        }
        _ => false,
    }
}

/// A list of the tags of an article.
fn is_tags(words: &str) -> bool {
    [
        "tags",
        "tag",
        "topics",
        "topic",
        "categories",
        "category",
        "keywords",
        "labels",
        "タグ",
        "関連記事",
        "カテゴリ",
    ]
    .iter()
    .any(|lead| starts(words, lead))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, phrase: bool) {
        let mut draft = Draft::new(BlockKind::Paragraph);
        draft.text = text.to_owned();
        assert_eq!(is_phrase(&draft), phrase, "{text}");
    }

    #[test]
    fn notices_are_known_and_sentences_are_not() {
        for text in [
            "Advertisement",
            "Image 3 of 12",
            "© 2020 A Paper",
            "(Photo: A. Person)",
            "Subscribe to our newsletter",
            "4 min read",
            "Share this:",
            "Getty Images",
            "Every post has one. Click To Tweet",
        ] {
            check(text, true);
        }
        for text in [
            "Subscribers left the paper in droves.",
            "Moreover, the image was blurred.",
            "The advert was pulled.",
            "Photos show a long queue at the gate.",
            "* * *",
            "Related events followed in May.",
            "3 of the 12 jurors left.",
        ] {
            check(text, false);
        }
    }
}
