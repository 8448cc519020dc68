//! Any bytes as plain text.

#![no_main]

use checks::document;
use libfuzzer_sys::fuzz_target;
use nutgraf::import::InputKind;

fuzz_target!(|bytes: &[u8]| {
    document(bytes, Some(InputKind::Text));
});
