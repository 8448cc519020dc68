//! What a document is known by: a named hash of its text, the file or address that it was read from, and a sketch that
//! tells an edited article from another one in the same file.

use std::collections::{BTreeSet, VecDeque};
use std::path::{Path, PathBuf};

use unicode_segmentation::UnicodeSegmentation;

/// Words in a row that a sketch hashes together.
const SHINGLE: usize = 3;
/// So many of the smallest hashes are kept.
const KEPT: usize = 64;
/// So much of a text is looked at, in bytes.
const LOOKED_AT: usize = 1 << 20;
/// Texts that share so much of their sketches are versions of one article, in percent. Articles on the same subject
/// share a few.
const SAME: usize = 25;

/// The name of a text: `blake3:` and 64 hexadecimal digits. Linear, about 1 ms for each MB.
pub fn text_name(text: &str) -> String {
    format!("blake3:{}", blake3::hash(text.as_bytes()).to_hex())
}

/// The name of a file: `file:` and its path from the root, without links where the system can tell.
pub fn file_name(path: &Path) -> String {
    let path = path
        .canonicalize()
        .or_else(|_| std::path::absolute(path))
        .unwrap_or_else(|_| path.to_owned());
    format!("file:{}", path.display())
}

/// The file that a name stands for, if it stands for one.
pub fn file_of(name: &str) -> Option<PathBuf> {
    name.strip_prefix("file:").map(PathBuf::from)
}

/// The place of the database: `history.db` in the folder that `nutgraf_data` names, or in `nutgraf` in the folder of
/// the XDG rules (<https://specifications.freedesktop.org/basedir-spec>: a path that is not absolute does not count), or
/// in `.local/share/nutgraf` at home. None without a home.
pub fn database_path(
    nutgraf_data: Option<PathBuf>,
    xdg_data_home: Option<PathBuf>,
    home: Option<PathBuf>,
) -> Option<PathBuf> {
    let named = nutgraf_data.filter(|p| !p.as_os_str().is_empty());
    let xdg = xdg_data_home.filter(|p| p.is_absolute());
    let home = home.filter(|p| p.is_absolute());
    let folder = named
        .or_else(|| xdg.map(|p| p.join("nutgraf")))
        .or_else(|| home.map(|p| p.join(".local/share/nutgraf")))?;
    Some(folder.join("history.db"))
}

/// A few hashes that stand for the words of a text: the smallest of those of all its shingles (a bottom-k sketch,
/// Broder 1997). Texts that share words in a row share hashes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch(Vec<u32>);

impl Sketch {
    /// The sketch of a text. Linear in its first MiB.
    pub fn of(text: &str) -> Self {
        let text = text
            .get(..text.floor_char_boundary(LOOKED_AT))
            .unwrap_or(text);
        let mut shingle = VecDeque::with_capacity(SHINGLE);
        let mut smallest = BTreeSet::new();
        for word in text.unicode_words() {
            if shingle.len() == SHINGLE {
                shingle.pop_front();
            }
            shingle.push_back(fnv(word.bytes()));
            if shingle.len() < SHINGLE {
                continue;
            }
            let hash = fnv(shingle.iter().flat_map(|word: &u64| word.to_le_bytes()));
            // The upper half is mixed best.
            let hash = u32::try_from(hash >> 32).unwrap_or_default();
            if smallest.len() < KEPT || smallest.last().is_some_and(|&most| hash < most) {
                smallest.insert(hash);
                if smallest.len() > KEPT {
                    smallest.pop_last();
                }
            }
        }
        Self(smallest.into_iter().collect())
    }

    /// Whether two texts are versions of one article.
    pub fn resembles(&self, other: &Self) -> bool {
        let mut both = [self.0.as_slice(), &other.0].concat();
        both.sort_unstable();
        both.dedup();
        both.truncate(KEPT);
        let shared = both
            .iter()
            .filter(|h| self.0.binary_search(h).is_ok() && other.0.binary_search(h).is_ok());
        !both.is_empty() && shared.count() * 100 >= both.len() * SAME
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|hash| hash.to_le_bytes()).collect()
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Self {
        let (hashes, _) = bytes.as_chunks::<4>();
        Self(
            hashes
                .iter()
                .map(|&hash| u32::from_le_bytes(hash))
                .collect(),
        )
    }
}

/// FNV-1a, 64 bits (<http://www.isthe.com/chongo/tech/comp/fnv>): stored, so it must never change.
fn fnv(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_is_the_one_that_is_named_or_that_of_the_rules() {
        let path = |named: &str, xdg: &str, home: &str| {
            let [named, xdg, home] = [named, xdg, home].map(|p| Some(PathBuf::from(p)));
            database_path(named, xdg, home).map(|p| p.display().to_string())
        };
        let some = |path: &str| Some(path.to_owned());
        assert_eq!(path("d", "/x", "/h"), some("d/history.db"));
        assert_eq!(path("", "/x", "/h"), some("/x/nutgraf/history.db"));
        assert_eq!(
            path("", "x", "/h"),
            some("/h/.local/share/nutgraf/history.db")
        );
        assert_eq!(path("", "", ""), None);
    }

    #[test]
    fn an_edited_article_resembles_itself_and_no_other() {
        let words = |from: usize, to: usize| {
            let words: Vec<_> = (from..to).map(|n| format!("word{n}")).collect();
            Sketch::of(&words.join(" "))
        };
        let (article, longer, other) = (words(0, 400), words(100, 600), words(600, 900));
        assert!(article.resembles(&article));
        assert!(article.resembles(&longer));
        assert!(!article.resembles(&other));
        assert!(!Sketch::default().resembles(&Sketch::default()));
        assert_eq!(Sketch::from_bytes(&article.to_bytes()), article);
    }

    #[test]
    fn a_sketch_has_the_smallest_hashes_of_all_shingles() {
        let words: Vec<_> = (0..300).map(|n| format!("word{}", n % 90)).collect();
        let hash = |shingle: &[String]| {
            let words = shingle.iter().map(|word| fnv(word.bytes()));
            fnv(words.flat_map(u64::to_le_bytes)) >> 32
        };
        let mut hashes: Vec<_> = words.windows(SHINGLE).map(hash).collect();
        hashes.sort_unstable();
        hashes.dedup();
        let sketch = Sketch::of(&words.join(" ")).0;
        assert_eq!(sketch.len(), KEPT);
        assert!(
            sketch
                .iter()
                .map(|&h| u64::from(h))
                .eq(hashes.into_iter().take(KEPT))
        );
        assert_eq!(Sketch::of("two words"), Sketch::default());
    }

    #[test]
    fn the_name_of_a_text_says_which_hash_it_is() {
        let name = text_name("");
        assert!(name.starts_with("blake3:af1349b9f5f9a1a6a0404dea36dcc949"));
        assert_eq!(file_of(&name), None);
    }
}
