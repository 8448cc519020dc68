//! Lines that a web page carries around its article: share buttons, forms, notices, links to other stories.
//!
//! Takes one line; says whether it is such a line anywhere ([`Verdict::Sure`]), or only at the head or foot of an
//! article ([`Verdict::Likely`]). The phrases are written by us after the templates of common blog and news systems.
//! A line is compared whole or by its first words: a sentence that merely mentions a newsletter is none.

mod lists;

/// How sure it is that a line is not part of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    /// It may be a heading or a remark inside an article; at its head or foot it is not.
    Likely,
    /// Nobody writes this in an article.
    Sure,
}

/// The longest line, in bytes, that is looked at: notices are short.
const LONGEST: usize = 320;

/// What a line is; none for a line of the article. O(bytes), and O(1) for long lines.
pub(super) fn judge(line: &str) -> Option<Verdict> {
    if line.len() > LONGEST || line.is_empty() {
        return None;
    }
    if !may_begin(line) {
        return None;
    }
    let mut folded = [0_u8; LONGEST];
    let line = fold(line, &mut folded)?;
    if line.is_empty() {
        return None;
    }
    if lists::SURE.binary_search(&line).is_ok() || opens(line) {
        return Some(Verdict::Sure);
    }
    if lists::LIKELY.binary_search(&line).is_ok() || opens_weakly(line) {
        return Some(Verdict::Likely);
    }
    // `Accept all | Manage preferences`: a row of buttons, each of them furniture.
    let row = line.contains(" | ") || line.contains(" \u{b7} ");
    let all = row && line.split(['|', '\u{b7}']).all(|part| known(part.trim()));
    all.then_some(Verdict::Sure)
}

/// Whether a part of a row is a button.
fn known(part: &str) -> bool {
    lists::SURE.binary_search(&part).is_ok()
        || lists::LIKELY.binary_search(&part).is_ok()
        || opens(part)
}

/// A quick look before the real one: long lines are judged by their first words only.
fn may_begin(line: &str) -> bool {
    line.len() <= 90
        || line.bytes().take(40).any(|b| b == b'\xc2')
        || first_word(line).is_some_and(|w| {
            [
                "we",
                "this",
                "by",
                "your",
                "click",
                "save",
                "notify",
                "please",
                "sign",
                "subscribe",
                "copyright",
                "all",
                "our",
                "get",
                "enter",
                "you",
                "the",
                "to",
                "required",
                "share",
                "follow",
                "join",
                "read",
                "some",
                "i",
                "published",
            ]
            .iter()
            .any(|k| w.eq_ignore_ascii_case(k))
        })
}

/// The first word of a line.
fn first_word(line: &str) -> Option<&str> {
    line.split(|c: char| !c.is_alphanumeric())
        .find(|w| !w.is_empty())
}

/// A line as the lists have it: lower case, straight apostrophes, single spaces, without marks at its ends.
fn fold<'a>(line: &str, buffer: &'a mut [u8; LONGEST]) -> Option<&'a str> {
    let line = line.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                ':' | '.'
                    | '!'
                    | '?'
                    | '»'
                    | '›'
                    | '→'
                    | '>'
                    | '…'
                    | '|'
                    | '['
                    | ']'
                    | '('
                    | '+'
                    | '-'
                    | '–'
                    | '—'
                    | '▼'
                    | '▾'
                    | '←'
                    | '«'
                    | '‹'
                    | '<'
                    | '↑'
                    | '#'
                    | '•'
                    | '·'
                    | '*'
            )
    });
    let mut len = 0;
    let mut put = |c: char| {
        let mut utf8 = [0_u8; 4];
        let bytes = c.encode_utf8(&mut utf8).as_bytes();
        buffer
            .get_mut(len..len + bytes.len())?
            .copy_from_slice(bytes);
        len += bytes.len();
        Some(())
    };
    let mut space = false;
    for c in line.chars() {
        match c {
            '\u{2018}' | '\u{2019}' => put('\'')?,
            c if c.is_whitespace() => {
                if !space {
                    put(' ')?;
                }
            }
            c if c.is_ascii() => put(c.to_ascii_lowercase())?,
            c => c.to_lowercase().try_for_each(&mut put)?,
        }
        space = c.is_whitespace();
    }
    buffer.get(..len).and_then(|b| std::str::from_utf8(b).ok())
}

/// Whether the line opens as only furniture does.
fn opens(line: &str) -> bool {
    const ANY: &[&str] = &[
        "click to share on ",
        "click to email ",
        "click to print",
        "click here to subscribe",
        "click here to sign up",
        "share on facebook",
        "share on twitter",
        "we use cookies",
        "we and our partners use cookies",
        "this site uses cookies",
        "this website uses cookies",
        "our website uses cookies",
        "our site uses cookies",
        "this site uses akismet",
        "by continuing to use this site",
        "by continuing to use this website",
        "by continuing to browse",
        "by clicking \"accept",
        "by clicking accept",
        "by subscribing you agree",
        "by signing up you agree",
        "by signing up, you agree",
        "by subscribing, you agree",
        "by submitting this form",
        "your email address will not be published",
        "your e-mail address will not be published",
        "required fields are marked",
        "save my name, email",
        "save my name and email",
        "notify me of follow-up",
        "notify me of new",
        "notify me when",
        "you must be logged in to",
        "you must log in to",
        "you need to be logged in",
        "please log in to",
        "please sign in to",
        "please enable javascript",
        "please enable cookies",
        "this site is protected by recaptcha",
        "fill in your details below",
        "copyright \u{a9}",
        "copyright (c)",
        "\u{a9} copyright",
        "sign up for our ",
        "sign up to our ",
        "sign up to receive",
        "sign up to get",
        "subscribe to our ",
        "subscribe to the newsletter",
        "join our newsletter",
        "join our mailing list",
        "enter your email address to",
        "get the latest news delivered",
        "get our daily newsletter",
        "follow us on ",
        "find us on ",
        "like us on facebook",
        "download our app",
        "this material may not be published, broadcast",
        "this article originally appeared on",
        "you have reached your limit of free articles",
        "some features of this site",
        "powered by wordpress",
        "post was not sent",
        "email check failed",
        "sorry, your blog cannot share",
    ];
    let words = line.bytes().filter(|b| *b == b' ').count() + 1;
    let dated = line.strip_prefix('\u{a9}').is_some_and(|rest| {
        rest.trim_start().starts_with(|c: char| c.is_ascii_digit()) || words <= 8
    });
    let reserved = line.ends_with("all rights reserved") && words <= 30;
    words <= 40 && (dated || reserved || begins_with_any(line, ANY))
}

/// Whether one of `openings` stands at the front of `line`. The first byte decides nearly always.
fn begins_with_any(line: &str, openings: &[&str]) -> bool {
    let first = line.as_bytes().first();
    openings
        .iter()
        .any(|o| o.as_bytes().first() == first && line.starts_with(o))
}

/// Whether the line opens as furniture often does.
fn opens_weakly(line: &str) -> bool {
    const ANY: &[&str] = &[
        "read more: ",
        "read more about ",
        "also read: ",
        "read also: ",
        "read next: ",
        "related: ",
        "related story: ",
        "more from ",
        "more on ",
        "filed under: ",
        "posted in ",
        "tags: ",
        "tagged: ",
        "categories: ",
        "tagged with ",
        "share this ",
        "subscribe to ",
        "sign up for ",
        "sign up to ",
        "view all posts by ",
        "comments (",
        "view comments (",
        "copyright ",
        "previous post: ",
        "next post: ",
        "previous: ",
        "next: ",
        "click here ",
        "continue reading ",
        "print this ",
        "email this ",
        "follow ",
        "watch: ",
        "see also: ",
    ];
    let words = line.bytes().filter(|b| *b == b' ').count() + 1;
    let comments = line
        .strip_suffix(" comments")
        .or_else(|| line.strip_suffix(" comment"))
        .is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()));
    words <= 14 && (comments || begins_with_any(line, ANY))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<Verdict>) {
        assert_eq!(judge(line), expected, "{line}");
    }

    #[test]
    fn the_lists_are_sorted_for_their_search() {
        assert!(lists::SURE.is_sorted() && lists::LIKELY.is_sorted());
    }

    #[test]
    fn furniture_is_known_in_any_dress() {
        for line in [
            "Leave A Reply",
            "ADVERTISEMENT",
            "Share this:",
            "Read more »",
            "Your email address will not be published. Required fields are marked *",
            "Click to share on Mastodon (Opens in new window)",
            "We use cookies to give you a better visit. Accept all | Decline",
            "Accept all | Manage preferences",
            "© 2024 The Daily Example. All rights reserved.",
            "You might also like…",
            "Don’t miss",
        ] {
            check(line, Some(Verdict::Sure));
        }
    }

    #[test]
    fn what_a_heading_may_say_is_only_likely() {
        check("See also", Some(Verdict::Likely));
        check("12 Comments", Some(Verdict::Likely));
        check("Related: How bridges age", Some(Verdict::Likely));
    }

    #[test]
    fn sentences_that_mention_furniture_are_the_article() {
        for line in [
            "The newsletter told subscribers that the site uses cookies.",
            "Sharing this was hard, she said.",
            "Register offices close at noon.",
            "",
        ] {
            check(line, None);
        }
    }
}
