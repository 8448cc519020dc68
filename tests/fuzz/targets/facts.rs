//! The facts of any text.

#![no_main]

use checks::{document, facts};
use libfuzzer_sys::fuzz_target;
use nutgraf::import::InputKind;

fuzz_target!(|bytes: &[u8]| {
    // Facts of small texts: what they say is at hand, and the fuzzer gets on.
    if bytes.len() > 4096 {
        return;
    }
    if let Some(document) = document(bytes, Some(InputKind::Markdown)) {
        facts(&document);
    }
});
