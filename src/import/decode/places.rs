//! Where each piece of a decoded text stands in the bytes that it was decoded from.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Where text and file begin to advance together, byte by byte: (offset in the text, offset in the file), ascending in
/// both. `text` is what `encoding` makes of `bytes`, without the byte order mark. O(bytes).
pub(in crate::import) fn places(
    bytes: &[u8],
    text: &str,
    encoding: &'static Encoding,
) -> Vec<(u32, u32)> {
    let mark = match Encoding::for_bom(bytes) {
        Some((marked, len)) if marked == encoding => len,
        _ => 0,
    };
    let mut places = Places {
        runs: Vec::new(),
        text: 0,
        file: mark,
    };
    let body = bytes.get(mark..).unwrap_or_default();
    if encoding == UTF_8 {
        for chunk in body.utf8_chunks() {
            places.add(chunk.valid().len(), chunk.valid().len());
            if !chunk.invalid().is_empty() {
                places.add(
                    char::REPLACEMENT_CHARACTER.len_utf8(),
                    chunk.invalid().len(),
                );
            }
        }
    } else if encoding == UTF_16LE || encoding == UTF_16BE {
        for c in text.chars() {
            places.add(c.len_utf8(), 2 * c.len_utf16());
        }
    } else if encoding.is_single_byte() {
        for c in text.chars() {
            places.add(c.len_utf8(), 1);
        }
    } else {
        several(body, encoding, &mut places);
    }
    places.runs
}

/// What has been found of the places.
struct Places {
    runs: Vec<(u32, u32)>,
    text: usize,
    file: usize,
}

impl Places {
    /// The next bytes of the text stand for the next bytes of the file.
    fn add(&mut self, text: usize, file: usize) {
        let here = (clip(self.text), clip(self.file));
        let together = self.runs.last().is_some_and(|&(t, f)| {
            i64::from(here.1) - i64::from(f) == i64::from(here.0) - i64::from(t)
        });
        if !together && text > 0 {
            self.runs.push(here);
        }
        self.text += text;
        self.file += file;
    }
}

/// Encodings with characters of several bytes: the decoder is fed byte by byte and tells when a character is whole.
fn several(body: &[u8], encoding: &'static Encoding, places: &mut Places) {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut out = [0_u8; 32];
    let mut waiting = 0;
    for (at, byte) in body.iter().enumerate() {
        let last = at + 1 == body.len();
        let (_, _, wrote, _) = decoder.decode_to_utf8(&[*byte], &mut out, last);
        waiting += 1;
        if wrote > 0 {
            places.add(wrote, waiting);
            waiting = 0;
        }
    }
}

fn clip(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::places;
    use encoding_rs::{Encoding, GB18030, ISO_2022_JP, SHIFT_JIS, UTF_8, UTF_16LE, WINDOWS_1252};

    /// The place of each word of a text, found through its runs.
    #[track_caller]
    fn check(bytes: &[u8], encoding: &'static Encoding, words: &[(&str, usize)]) {
        let (text, _) = encoding.decode_with_bom_removal(bytes);
        let runs = places(bytes, &text, encoding);
        for (word, expect) in words {
            let at = u32::try_from(text.find(word).unwrap()).unwrap();
            let run = runs[runs.partition_point(|&(t, _)| t <= at) - 1];
            assert_eq!(
                run.1 + (at - run.0),
                u32::try_from(*expect).unwrap(),
                "{word} in {runs:?}"
            );
        }
    }

    #[test]
    fn every_encoding_leads_back_to_its_bytes() {
        check(
            b"caf\xe9 na\xefve end",
            WINDOWS_1252,
            &[("caf", 0), ("na", 5), ("end", 11)],
        );
        check(
            b"\xef\xbb\xbfa \xff\xe2\x82 b",
            UTF_8,
            &[("a", 3), ("b", 9)],
        );
        let wide: Vec<u8> = "\u{feff}é 𝄞 end"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        check(&wide, UTF_16LE, &[("é", 2), ("𝄞", 6), ("end", 12)]);
        check(
            b"\x93\xfa\x96{ x \x93\xfa end",
            SHIFT_JIS,
            &[("日", 0), ("本", 2), ("x", 5), ("end", 10)],
        );
        check(b"\x1b$BF|K\\\x1b(B end", ISO_2022_JP, &[("end", 11)]);
        check(b"\x81\x30\x89\x38 end", GB18030, &[("end", 5)]);
    }
}
