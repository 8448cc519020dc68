//! Which script the letters of a text are in, and the language that the script tells.

use super::Language;

/// Letters by script.
#[derive(Debug, Default)]
pub(super) struct Scripts {
    all: u32,
    han: u32,
    kana: u32,
    hangul: u32,
    cyrillic: u32,
    ukrainian: u32,
    greek: u32,
    arabic: u32,
    hebrew: u32,
    devanagari: u32,
    latin: u32,
}

impl Scripts {
    /// Counts the letters of a word. A Han or kana sign stands for about two letters of an alphabet.
    pub(super) fn count(&mut self, word: &str) {
        if word.is_ascii() {
            let letters = word.bytes().filter(u8::is_ascii_alphabetic).count();
            let letters = u32::try_from(letters).unwrap_or(u32::MAX);
            self.all = self.all.saturating_add(letters);
            self.latin = self.latin.saturating_add(letters);
            return;
        }
        for c in word.chars().filter(|c| c.is_alphabetic()) {
            self.all += 1;
            match u32::from(c) {
                0x41..=0x24f | 0x1e00..=0x1eff => self.latin += 1,
                0x370..=0x3ff | 0x1f00..=0x1fff => self.greek += 1,
                0x400..=0x52f => {
                    self.cyrillic += 1;
                    self.ukrainian += u32::from(matches!(c, 'і' | 'ї' | 'є' | 'ґ'));
                }
                0x590..=0x5ff => self.hebrew += 1,
                0x600..=0x6ff | 0x750..=0x77f => self.arabic += 1,
                0x900..=0x97f => self.devanagari += 1,
                0x3040..=0x30ff => self.kana += 1,
                0x3400..=0x4dbf | 0x4e00..=0x9fff | 0x20000..=0x2ffff => self.han += 1,
                0x1100..=0x11ff | 0xac00..=0xd7af => self.hangul += 1,
                _ => {}
            }
        }
    }

    /// The language that the script tells; none for Latin letters and for too little text.
    pub(super) fn language(&self) -> Option<Language> {
        if self.all < 6 {
            return None;
        }
        let most = |letters: u32| letters * 2 > self.all;
        let code = if most(self.han + self.kana) {
            if self.kana * 10 > self.han + self.kana {
                "ja"
            } else {
                "zh"
            }
        } else if most(self.hangul) {
            "ko"
        } else if most(self.cyrillic) {
            if self.ukrainian * 50 > self.cyrillic {
                "uk"
            } else {
                "ru"
            }
        } else if most(self.greek) {
            "el"
        } else if most(self.arabic) {
            "ar"
        } else if most(self.hebrew) {
            "he"
        } else if most(self.devanagari) {
            "hi"
        } else if most(self.latin) {
            return None;
        } else {
            "und"
        };
        Some(Language(code))
    }
}
