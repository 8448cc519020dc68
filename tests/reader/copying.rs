//! What is copied: words with where they stand.

use nutgraf::app::Effect;

use super::{SCRAPED, Stage, article};

/// What these keys copy.
#[track_caller]
fn check(stage: &mut Stage, keys: &str, copied: &str) {
    let Some(Effect::Copy(clipping)) = stage.keys(keys) else {
        panic!("{keys} copies nothing")
    };
    assert_eq!(clipping.text, copied, "{keys}");
}

#[test]
fn the_sentence_of_the_selected_fact() {
    check(
        &mut Stage::bridge(),
        "F J J y",
        "“It will cost $4.2 million and is to open in 2027.”\n— Ada Brook, A Bridge for Lindow, 2025-03-03, bridge.md:10\n",
    );
    check(
        &mut Stage::bridge(),
        "F Tab G y",
        "“The clerk, Mary Lowe, explains them to anybody who asks.”\n— Ada Brook, A Bridge for Lindow, What Comes Next, 2025-03-03, bridge.md:52\n",
    );
}

#[test]
fn without_one_the_paragraph_at_the_top() {
    check(
        &mut Stage::bridge(),
        "12G y",
        "“Nobody spoke against the plan. The Lindow Rowing Club (LRC) had asked for a wider arch, and got it.”\n— Ada Brook, A Bridge for Lindow, 2025-03-03, bridge.md:12\n",
    );
}

#[test]
fn the_section_without_what_is_hidden() {
    let mut stage = Stage::new(&SCRAPED, 80, 24);
    let Some(Effect::Copy(clipping)) = stage.keys("Y") else {
        panic!("nothing was copied")
    };
    assert_eq!(clipping.amount, "8 sentences, 309 characters");
    let copied = clipping.text;
    assert!(
        copied.contains("It will cost $4.2 million") && copied.contains("Nobody spoke"),
        "{copied}"
    );
    assert!(!copied.contains("newsletter"), "{copied}");
    assert!(copied.ends_with("scraped.txt:1\n"), "{copied}");
    check(
        &mut Stage::bridge(),
        "22G Y",
        "The Ford\n\nCarts used the ford until a flood washed it away. Two stones of it can still be seen when the water is low.\n\n— Ada Brook, A Bridge for Lindow, The Ford, 2025-03-03, bridge.md:22\n",
    );
}

#[test]
fn a_text_without_a_title_is_named_by_its_file() {
    let untitled = article(
        "notes.txt",
        "only some words that are no title at all, and go on and on.\n",
    );
    check(
        &mut Stage::new(&untitled, 80, 24),
        "y",
        "“only some words that are no title at all, and go on and on.”\n— notes.txt:1\n",
    );
}
