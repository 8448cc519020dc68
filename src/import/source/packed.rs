//! Packed files: gzip and zstd are unpacked before anything looks at them, so that offsets count what is in them.

use std::io::Read;

use ruzstd::decoding::StreamingDecoder;

use super::Refusal;

/// How many bytes a packed file may unpack to.
pub(super) const UNPACKED: u64 = 512 << 20;
/// And to how many times its size: text packs ten times, logs fifty.
const RATIO: u64 = 100;
/// Any file may unpack to so many bytes.
const LEAST: u64 = 16 << 20;

const GZIP: &[u8] = b"\x1f\x8b";
const ZSTD: &[u8] = b"\x28\xb5\x2f\xfd";

/// Whether these first bytes are those of a packed file that is opened.
pub(super) fn is_packed(head: &[u8]) -> bool {
    head.starts_with(GZIP) || head.starts_with(ZSTD)
}

/// What is in a packed file; none when it is not packed. One that is damaged is opened as far as it goes.
///
/// # Errors
/// When nothing at all can be unpacked, or more than `limit` bytes.
pub(super) fn unpack(bytes: &[u8], limit: u64) -> Result<Option<Unpacked>, Refusal> {
    let limit = limit.min(LEAST.max(bytes.len() as u64 * RATIO));
    let (kind, unpacked) = if bytes.starts_with(GZIP) {
        ("gzip file", gunzip(bytes, limit))
    } else if bytes.starts_with(ZSTD) {
        ("zstd file", unzstd(bytes, limit))
    } else {
        return Ok(None);
    };
    if unpacked.bytes.len() as u64 > limit {
        return Err(Refusal::Bomb(limit >> 20));
    }
    if unpacked.bytes.is_empty() {
        return Err(if unpacked.damaged {
            Refusal::Damaged(kind)
        } else {
            Refusal::Empty
        });
    }
    Ok(Some(unpacked))
}

/// What was in a packed file.
#[derive(Debug, Default)]
pub(super) struct Unpacked {
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// Whether there should have been more.
    pub(super) damaged: bool,
}

fn gunzip(bytes: &[u8], limit: u64) -> Unpacked {
    let mut out = Unpacked::default();
    let mut reader = flate2::read::MultiGzDecoder::new(bytes).take(limit + 1);
    out.damaged = reader.read_to_end(&mut out.bytes).is_err();
    out
}

/// All frames of a zstd file, one after the other.
fn unzstd(mut bytes: &[u8], limit: u64) -> Unpacked {
    let mut out = Unpacked::default();
    while !bytes.is_empty() && out.bytes.len() as u64 <= limit && !out.damaged {
        let Ok(decoder) = StreamingDecoder::new(&mut bytes) else {
            out.damaged = true;
            break;
        };
        let room = (limit + 1).saturating_sub(out.bytes.len() as u64);
        out.damaged = decoder.take(room).read_to_end(&mut out.bytes).is_err();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn gz(bytes: &[u8]) -> Vec<u8> {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(bytes).unwrap();
        packer.finish().unwrap()
    }

    fn zst(bytes: &[u8]) -> Vec<u8> {
        ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
    }

    #[test]
    fn gzip_and_zstd_are_opened_several_parts_in_a_row() {
        let words = b"words and more words ".repeat(4000);
        for pack in [gz, zst] {
            let twice = [pack(&words), pack(b"end")].concat();
            let unpacked = unpack(&twice, UNPACKED).unwrap().unwrap();
            assert_eq!(unpacked.bytes, [&words[..], b"end"].concat());
            assert!(!unpacked.damaged);
        }
        assert!(unpack(b"plain", UNPACKED).unwrap().is_none());
    }

    #[test]
    fn a_broken_file_is_opened_as_far_as_it_goes_and_a_bomb_is_refused() {
        let words: Vec<u8> = (0..400_000_u32)
            .flat_map(|n| {
                (n.wrapping_mul(2_654_435_761) >> 9)
                    .to_string()
                    .into_bytes()
            })
            .collect();
        for pack in [gz, zst] {
            let packed = pack(&words);
            let unpacked = unpack(&packed[..packed.len() / 2], UNPACKED)
                .unwrap()
                .unwrap();
            assert!(unpacked.damaged && words.starts_with(&unpacked.bytes));
            assert!(matches!(
                unpack(&packed[..6], UNPACKED),
                Err(Refusal::Damaged(_))
            ));
            assert!(matches!(unpack(&packed, 1 << 20), Err(Refusal::Bomb(1))));
        }
    }
}
