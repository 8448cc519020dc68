//! Anchors are found again after edits, and never in a wrong place.

use proptest::prelude::*;

use super::*;

const TEXT: &str = "The bridge was closed in March after engineers found cracks in two of its eleven piers.\n\n\
    \u{201c}We could not wait,\u{201d} said Ann Lindow, who leads the roads office of the county.\n\n\
    About 2,500 cars crossed it each day. About 900 trucks crossed it each day as well.\n\n\
    The county expects the repair to take until autumn and to cost 1.2 million.\n\n\
    Engineers found cracks in the railing, too.";

/// The anchor of the words `exact` in `TEXT`.
fn anchor(exact: &str) -> Anchor {
    let start = TEXT.find(exact).unwrap();
    Anchor::in_text(TEXT, Span::new(start, start + exact.len()))
}

#[track_caller]
fn check(exact: &str, edited: &str, expect: Option<&str>) {
    let found = anchor(exact).find_in(edited).span();
    assert_eq!(found.map(|span| span.slice(edited)), expect);
}

#[test]
fn an_unchanged_text_gives_the_same_place() {
    check("2,500 cars", TEXT, Some("2,500 cars"));
    let place = Anchor::in_text(TEXT, Span::at(Pos(89)));
    assert_eq!(place.find_in(TEXT), Found::Placed(Span::at(Pos(89))));
}

#[test]
fn words_are_found_after_text_came_or_went_before_them() {
    let longer = format!("A correction was added on Monday.\n\n{TEXT}");
    check("2,500 cars", &longer, Some("2,500 cars"));
    let shorter = TEXT.split_once("\n\n").unwrap().1;
    check("2,500 cars", shorter, Some("2,500 cars"));
}

#[test]
fn the_same_words_in_another_sentence_are_another_place() {
    let gone = TEXT.replace("About 2,500 cars crossed it each day. ", "");
    check("crossed it each day", &gone, None);
    check("2,500 cars", &gone, None);
    let gone = TEXT.replace(
        "The bridge was closed in March after engineers found cracks in two of its eleven piers.",
        "",
    );
    check("engineers found cracks in", &gone, None);
}

#[test]
fn new_white_space_and_case_change_nothing() {
    let wrapped = TEXT.replace(" to ", "\n  to ").replace("repair", "Repair");
    check(
        "the repair to take until autumn",
        &wrapped,
        Some("the Repair\n  to take until autumn"),
    );
}

#[test]
fn words_that_were_edited_are_found_with_their_signs() {
    let edited = TEXT.replace("We could not wait", "We couldn't wait");
    check(
        "\u{201c}We could not wait,\u{201d} said Ann Lindow, who leads the roads office",
        &edited,
        Some("\u{201c}We couldn't wait,\u{201d} said Ann Lindow, who leads the roads office"),
    );
    let edited = TEXT.replace("1.2 million.", "1.4 million.");
    check(
        "expects the repair to take until autumn and to cost 1.2 million.",
        &edited,
        Some("expects the repair to take until autumn and to cost 1.4 million."),
    );
}

#[test]
fn another_article_has_no_place() {
    let other = "Bakers in the town sold twice as many loaves in spring. The oven is from 1912.";
    for exact in [
        "2,500 cars",
        "The county expects the repair to take until autumn",
    ] {
        check(exact, other, None);
        check(exact, "", None);
    }
    let place = Anchor::in_text(TEXT, Span::at(Pos(89)));
    assert_eq!(place.find_in(other), Found::Orphan);
}

#[test]
fn of_passages_alike_only_one_that_is_clearly_nearest_is_taken() {
    let verse = "Row, row, row your boat, gently down the stream, merrily, merrily, life is but a dream.\n\n";
    let song = verse.repeat(9);
    let at = 4 * verse.len() + 30;
    let word = Anchor::in_text(&song, Span::new(at, at + 6));
    let near = format!("Sing!\n\n{song}");
    assert_eq!(word.find_in(&near).span(), Some(Span::new(at + 7, at + 13)));
    let between = format!("{}{song}", "x".repeat(verse.len() / 2));
    assert_eq!(word.find_in(&between), Found::Orphan);
}

#[test]
fn a_long_passage_is_found_by_its_ends() {
    let words = |from: usize, to| {
        let words: Vec<_> = (from..to).map(|n| format!("word{n}")).collect();
        words.join(" ")
    };
    let text = words(0, 400);
    let exact = words(100, 300);
    let start = text.find(&exact).unwrap();
    let long = Anchor::in_text(&text, Span::new(start, start + exact.len()));
    let edited = text
        .replace("word200 ", "")
        .replace("word101", "WORD")
        .replace("word5 ", "");
    let found = long.find_in(&edited).span().unwrap();
    assert!(found.slice(&edited).starts_with("word100 WORD word102"));
    assert!(found.slice(&edited).ends_with("word299"));
}

#[test]
fn a_place_moves_with_the_words_after_it() {
    let at = TEXT.find("About 2,500").unwrap();
    let place = Anchor::in_text(TEXT, Span::at(Pos::new(at)));
    for edited in [
        TEXT.replace("About 2,500", "News.\n\nAbout 2,500"),
        TEXT.replace("roads office of the county", "office"),
        TEXT.replace("each day. About", "a day. About"),
    ] {
        let found = place.find_in(&edited).span().unwrap();
        let rest = Span::new(found.start.get(), edited.len()).slice(&edited);
        assert!(rest.starts_with("About 2,500"), "{rest:?}");
    }
}

/// A text whose words each stand once, so that it is known where every one of them went.
fn distinct(words: &[usize]) -> (String, Vec<Span>) {
    let (mut text, mut spans) = (String::new(), Vec::new());
    for (i, word) in words.iter().enumerate() {
        let start = text.len();
        // Letters of two scripts, so that bytes and characters differ.
        let _ = std::fmt::Write::write_fmt(&mut text, format_args!("wört{word}"));
        spans.push(Span::new(start, text.len()));
        text.push_str(if i % 17 == 16 { ".\n\n" } else { " " });
    }
    (text, spans)
}

/// An edit: words from one place to another are replaced by so many new ones.
type Edit = (usize, usize, usize);

fn edited(count: usize, edits: &[Edit]) -> Vec<usize> {
    let mut words: Vec<usize> = (0..count).collect();
    let mut fresh = count;
    for &(at, take, put) in edits {
        let at = at % words.len().max(1);
        let end = (at + take).min(words.len());
        let new: Vec<_> = (fresh..fresh + put).collect();
        fresh += put;
        words.splice(at..end, new);
    }
    words
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// What is found holds only words that belong there, and a passage is always found when neither it nor the words
    /// around it were touched.
    #[test]
    fn random_edits_never_lead_to_a_wrong_place(
        from in 0usize..150, len in 0usize..30,
        edits in prop::collection::vec((0usize..200, 0usize..25, 0usize..25), 0..6),
    ) {
        let count = 200;
        let original: Vec<usize> = (0..count).collect();
        let (text, spans) = distinct(&original);
        let span = match len {
            0 => Span::at(spans[from].start),
            _ => spans[from].to(spans[from + len - 1]),
        };
        let now = edited(count, &edits);
        let (new_text, new_spans) = distinct(&now);
        let found = Anchor::in_text(&text, span).find_in(&new_text).span();
        let index = |word: usize| now.iter().position(|&w| w == word);
        let places: Vec<Option<usize>> = (from..from + len).map(index).collect();
        let around: Vec<Option<usize>> =
            (from.saturating_sub(8)..(from + len + 8).min(count)).map(index).collect();
        let untouched = !places.is_empty()
            && around.iter().all(Option::is_some)
            && around.windows(2).all(|w| w[1] == w[0].map(|i| i + 1));
        if untouched && len >= 7 {
            let want = new_spans[places[0].unwrap()].to(new_spans[places[len - 1].unwrap()]);
            prop_assert_eq!(found, Some(want));
        }
        if let Some(found) = found {
            let inside: Vec<usize> = (0..now.len())
                .filter(|&i| found.covers(new_spans[i]))
                .map(|i| now[i])
                .collect();
            if len > 0 {
                // Its first and last words are its own or new ones between its own and its neighbours.
                let own = inside.iter().filter(|w| (from..from + len).contains(w)).count();
                prop_assert!(own * 10 >= len * 6, "{:?} of {}..{}", inside, from, from + len);
                let strange = inside.iter().filter(|&&w| w < count && !(from..from + len).contains(&w)).count();
                prop_assert_eq!(strange, 0, "{:?} of {}..{}", inside, from, from + len);
            } else {
                // A place stands beside words that it stood beside.
                let next = new_spans.partition_point(|s| s.start < found.start);
                let around = now.get(next.saturating_sub(4)..(next + 4).min(now.len())).unwrap();
                prop_assert!(around.iter().any(|&w| w.abs_diff(from) <= 8), "{:?} of {}", around, from);
            }
        }
    }

    /// Any text, any span, any other text: no panic, and what is found lies on characters of it.
    #[test]
    fn whatever_the_texts_are_a_place_lies_in_them(
        text in "\\PC{0,200}", other in "\\PC{0,200}", start in 0usize..220, len in 0usize..80,
    ) {
        let anchor = Anchor::in_text(&text, Span::new(start, start + len));
        prop_assert_eq!(anchor.find_in(&text).span().map(Span::len), Some(anchor.exact.len()));
        for there in [text.clone() + &other, other.clone() + &text, other] {
            if let Some(span) = anchor.find_in(&there).span() {
                prop_assert!(there.get(span.range()).is_some());
            }
        }
    }
}
