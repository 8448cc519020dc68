//! A place in any text, looked for in any other: what is found lies in it, and nothing moves where nothing changed.

#![no_main]

use checks::document;
use libfuzzer_sys::arbitrary::{self, Arbitrary};
use libfuzzer_sys::fuzz_target;
use nutgraf::import::InputKind;
use nutgraf::store::Anchor;
use nutgraf::text::{Pos, Span};

#[derive(Arbitrary, Debug)]
struct Edit<'a> {
    start: u16,
    len: u8,
    cut: u16,
    cut_len: u8,
    put: &'a str,
    text: &'a str,
}

fuzz_target!(|edit: Edit<'_>| {
    let Some(before) = document(edit.text.as_bytes(), Some(InputKind::Text)) else {
        return;
    };
    let text = before.text();
    let place = |at: usize| text.floor_char_boundary(at.min(text.len()));
    let start = place(usize::from(edit.start));
    let span = Span {
        start: Pos::new(start),
        end: Pos::new(place(start + usize::from(edit.len))),
    };
    let anchor = Anchor::of(&before, span);
    assert_eq!(anchor.find(&before).span(), Some(span));
    let cut = place(usize::from(edit.cut));
    let rest = place(cut + usize::from(edit.cut_len));
    let after = format!("{}{}{}", &text[..cut], edit.put, &text[rest..]);
    if let Some(after) = document(after.as_bytes(), Some(InputKind::Text))
        && let Some(found) = anchor.find(&after).span()
    {
        assert!(after.text().get(found.range()).is_some(), "{found:?}");
    }
});
