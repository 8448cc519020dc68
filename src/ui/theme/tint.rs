//! What a theme says of one thing: a colour, attributes, or both; and what a terminal makes of it.

use ratatui::style::{Color, Modifier};

use super::Depth;

/// A 24-bit colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rgb(pub(super) u32);

impl Rgb {
    /// Red, green, blue.
    pub(super) const fn parts(self) -> (u8, u8, u8) {
        let [_, r, g, b] = self.0.to_be_bytes();
        (r, g, b)
    }
}

/// A colour and attributes as a theme has them; either may be missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tint {
    /// The colour: `Rgb` or one of the terminal's own.
    pub(super) colour: Option<Color>,
    /// The attributes.
    pub(super) attributes: Modifier,
}

/// The names of the terminal's own colours.
const NAMES: [(&str, Color); 17] = [
    ("default", Color::Reset),
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("white", Color::Gray),
    ("bright-black", Color::DarkGray),
    ("bright-red", Color::LightRed),
    ("bright-green", Color::LightGreen),
    ("bright-yellow", Color::LightYellow),
    ("bright-blue", Color::LightBlue),
    ("bright-magenta", Color::LightMagenta),
    ("bright-cyan", Color::LightCyan),
    ("bright-white", Color::White),
];

/// The names of attributes.
const ATTRIBUTES: [(&str, Modifier); 5] = [
    ("bold", Modifier::BOLD),
    ("dimmed", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underlined", Modifier::UNDERLINED),
    ("reversed", Modifier::REVERSED),
];

impl Tint {
    /// Reads words such as `#e8c996`, `bright-blue`, `default`, `dimmed`, `#ffffff bold`, `none`.
    ///
    /// # Errors
    /// The word that says nothing, with what could be said, as a sentence.
    pub(super) fn read(words: &str) -> Result<Self, String> {
        let mut tint = Self::default();
        for word in words.split_whitespace().filter(|&word| word != "none") {
            let attribute = ATTRIBUTES.iter().find(|(name, _)| *name == word);
            if let Some((_, attribute)) = attribute {
                tint.attributes |= *attribute;
            } else if let Some(colour) = colour(word) {
                tint.colour = Some(colour);
            } else {
                return Err(format!(
                    "`{word}` is no colour: write #rrggbb, one of the terminal's own (such as red, bright-blue, \
                     default), or attributes (bold, dimmed, italic, underlined, reversed)"
                ));
            }
        }
        Ok(tint)
    }

    /// Whether it has a colour that only some terminals can show.
    pub(super) const fn is_rgb(self) -> bool {
        matches!(self.colour, Some(Color::Rgb(..)))
    }

    /// The same in the colours of a terminal with more than 16.
    pub(super) fn at(self, depth: Depth) -> Self {
        let colour = match (depth, self.colour) {
            (Depth::Indexed, Some(Color::Rgb(r, g, b))) => {
                Some(nearest_of_256(Rgb(u32::from_be_bytes([0, r, g, b]))))
            }
            (_, colour) => colour,
        };
        Self { colour, ..self }
    }
}

/// The colour that a word names.
fn colour(word: &str) -> Option<Color> {
    if let Some(digits) = word.strip_prefix('#') {
        let number = u32::from_str_radix(digits, 16).ok();
        let (r, g, b) =
            Rgb(number.filter(|_| digits.len() == 6 && !digits.starts_with('+'))?).parts();
        return Some(Color::Rgb(r, g, b));
    }
    NAMES.iter().find(|(name, _)| *name == word).map(|n| n.1)
}

/// The nearest of xterm's 256 colours: the 6x6x6 cube or the grey ramp.
pub(super) fn nearest_of_256(colour: Rgb) -> Color {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let (red, green, blue) = colour.parts();
    let far = |other: [u8; 3]| {
        let parts = [red, green, blue].into_iter().zip(other);
        parts
            .map(|(a, b)| u32::from(a.abs_diff(b)).pow(2))
            .sum::<u32>()
    };
    let nearest = |part: u8| {
        let steps = (0_u8..).zip(STEPS);
        steps
            .min_by_key(|(_, step)| step.abs_diff(part))
            .unwrap_or_default()
    };
    let cube = [red, green, blue].map(nearest);
    let level = |grey: u8| 8 + grey * 10;
    let grey = (0..24).min_by_key(|&g| far([level(g); 3])).unwrap_or(0);
    if far([level(grey); 3]) < far(cube.map(|(_, step)| step)) {
        return Color::Indexed(232 + grey);
    }
    let [(r, _), (g, _), (b, _)] = cube;
    Color::Indexed(16 + 36 * r + 6 * g + b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greys_and_cube_colours_are_found() {
        assert_eq!(nearest_of_256(Rgb(0xff_ffff)), Color::Indexed(231));
        assert_eq!(nearest_of_256(Rgb(0x12_1212)), Color::Indexed(233));
    }

    #[test]
    fn words_name_colours_and_attributes() {
        let tint = |words| Tint::read(words).unwrap();
        assert_eq!(tint("#102030").colour, Some(Color::Rgb(16, 32, 48)));
        assert_eq!(tint("bright-black bold").colour, Some(Color::DarkGray));
        assert_eq!(tint("bright-black bold").attributes, Modifier::BOLD);
        assert_eq!(tint("none"), Tint::default());
        for wrong in ["#12", "#12345g", "beige", "#+12345"] {
            assert!(Tint::read(wrong).is_err(), "{wrong}");
        }
    }
}
