//! The colours. Chosen by us; text colours keep 4.5:1 against their ground (WCAG 2.1), tests compute it.

use ratatui::style::Color;

use crate::command::Ink;
use crate::facts::Kind;

/// A 24-bit colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rgb(pub(super) u32);

impl Rgb {
    /// Red, green, blue.
    pub(super) const fn parts(self) -> (u8, u8, u8) {
        let [_, r, g, b] = self.0.to_be_bytes();
        (r, g, b)
    }

    /// The colour for a terminal with 24 bits.
    pub(super) const fn color(self) -> Color {
        let (r, g, b) = self.parts();
        Color::Rgb(r, g, b)
    }
}

/// All colours of a theme.
#[derive(Clone, Copy, Debug)]
pub(super) struct Palette<C> {
    pub(super) text: C,
    pub(super) ground: C,
    pub(super) title: C,
    pub(super) heading: C,
    pub(super) dim: C,
    /// Between text and dim.
    pub(super) faint: C,
    pub(super) line: C,
    pub(super) accent: C,
    pub(super) quotation: C,
    pub(super) code: C,
    pub(super) link: C,
    pub(super) error: C,
    /// Behind the selected entry of a list.
    pub(super) selection: C,
    /// Behind the sentence of the selected fact.
    pub(super) evidence: C,
    pub(super) hit: C,
    pub(super) current_hit: C,
    /// Behind words being selected.
    pub(super) chosen: C,
    /// Text on a mark, a hit or a selection.
    pub(super) on_mark: C,
    /// Text on the mark of the selected fact.
    pub(super) on_fact: C,
    number: C,
    time: C,
    person: C,
    organization: C,
    place: C,
    event: C,
    quote: C,
    claim: C,
    definition: C,
    list: C,
    /// Behind highlighted words.
    yellow: C,
    green: C,
    blue: C,
    red: C,
    purple: C,
}

impl<C: Copy> Palette<C> {
    /// The colour of a kind of fact.
    pub(super) const fn kind(&self, kind: Kind) -> C {
        match kind {
            Kind::Quantity | Kind::Percent | Kind::Money => self.number,
            Kind::Time => self.time,
            Kind::Person => self.person,
            Kind::Organization => self.organization,
            Kind::Place => self.place,
            Kind::Event => self.event,
            Kind::Quote => self.quote,
            Kind::Claim => self.claim,
            Kind::Definition => self.definition,
            Kind::List => self.list,
        }
    }

    /// The ground of words highlighted with an ink.
    pub(super) const fn ink(&self, ink: Ink) -> C {
        match ink {
            Ink::Yellow => self.yellow,
            Ink::Green => self.green,
            Ink::Blue => self.blue,
            Ink::Red => self.red,
            Ink::Purple => self.purple,
        }
    }

    /// The colour of the sign of an ink: that of the facts which come nearest to it.
    pub(super) const fn sign(&self, ink: Ink) -> C {
        match ink {
            Ink::Yellow => self.number,
            Ink::Green => self.place,
            Ink::Blue => self.organization,
            Ink::Red => self.person,
            Ink::Purple => self.event,
        }
    }
}

/// For dark grounds.
pub(super) const DARK: Palette<Rgb> = Palette {
    text: Rgb(0xd8_d4cc),
    ground: Rgb(0x17_181b),
    title: Rgb(0xf2_eee6),
    heading: Rgb(0xe6_c99a),
    dim: Rgb(0x8c_8a86),
    faint: Rgb(0xae_aba5),
    line: Rgb(0x45_4648),
    accent: Rgb(0xe6_c99a),
    quotation: Rgb(0xb9_b4aa),
    code: Rgb(0xa9_c7b4),
    link: Rgb(0x8f_b7e0),
    error: Rgb(0xf0_8a7c),
    selection: Rgb(0x3a_3d46),
    evidence: Rgb(0x29_2b31),
    hit: Rgb(0xc9_b458),
    current_hit: Rgb(0xff_a94d),
    chosen: Rgb(0x9d_b8dd),
    on_mark: Rgb(0x14_1416),
    on_fact: Rgb(0x14_1416),
    number: Rgb(0xf2_b84b),
    time: Rgb(0x6f_c9bd),
    person: Rgb(0xf0_93a8),
    organization: Rgb(0x86_b3f0),
    place: Rgb(0x9c_cf79),
    event: Rgb(0xc7_a4ee),
    quote: Rgb(0xe3_d58a),
    claim: Rgb(0xf2_a076),
    definition: Rgb(0x6c_c8ea),
    list: Rgb(0xb9_b6d6),
    yellow: Rgb(0x3c_3500),
    green: Rgb(0x12_3d1f),
    blue: Rgb(0x15_3a5e),
    red: Rgb(0x57_1f2c),
    purple: Rgb(0x43_2a63),
};

/// For light grounds.
pub(super) const LIGHT: Palette<Rgb> = Palette {
    text: Rgb(0x2b_2a28),
    ground: Rgb(0xfa_f7f0),
    title: Rgb(0x11_1111),
    heading: Rgb(0x7a_4b08),
    dim: Rgb(0x6a_6763),
    faint: Rgb(0x4c_4a46),
    line: Rgb(0xcb_c6bb),
    accent: Rgb(0x7a_4b08),
    quotation: Rgb(0x55_504a),
    code: Rgb(0x2b_6148),
    link: Rgb(0x1f_5a96),
    error: Rgb(0xab_2416),
    selection: Rgb(0xe2_dccd),
    evidence: Rgb(0xf0_eadb),
    hit: Rgb(0xf2_d65c),
    current_hit: Rgb(0xff_a640),
    chosen: Rgb(0xa9_c8f5),
    on_mark: Rgb(0x14_1416),
    on_fact: Rgb(0xff_fcf5),
    number: Rgb(0x8a_4f00),
    time: Rgb(0x00_6a60),
    person: Rgb(0xa4_2450),
    organization: Rgb(0x1d_55a3),
    place: Rgb(0x2f_6b12),
    event: Rgb(0x6c_3aa6),
    quote: Rgb(0x6b_5a00),
    claim: Rgb(0x9c_3d0c),
    definition: Rgb(0x00_6387),
    list: Rgb(0x51_4d80),
    yellow: Rgb(0xff_f0a0),
    green: Rgb(0xd2_f0c4),
    blue: Rgb(0xcf_e4fb),
    red: Rgb(0xff_dbe0),
    purple: Rgb(0xea_defb),
};

/// The 16 colours of a terminal with a dark ground.
pub(super) const SIXTEEN_DARK: Palette<Color> = Palette {
    text: Color::Gray,
    ground: Color::Black,
    title: Color::White,
    heading: Color::Yellow,
    dim: Color::DarkGray,
    faint: Color::Gray,
    line: Color::DarkGray,
    accent: Color::Yellow,
    quotation: Color::Gray,
    code: Color::Green,
    link: Color::LightBlue,
    error: Color::LightRed,
    selection: Color::DarkGray,
    evidence: Color::Reset,
    hit: Color::Yellow,
    current_hit: Color::LightYellow,
    chosen: Color::Gray,
    on_mark: Color::Black,
    on_fact: Color::Black,
    number: Color::LightYellow,
    time: Color::LightCyan,
    person: Color::LightRed,
    organization: Color::LightBlue,
    place: Color::LightGreen,
    event: Color::LightMagenta,
    quote: Color::Yellow,
    claim: Color::Yellow,
    definition: Color::Cyan,
    list: Color::Magenta,
    yellow: Color::Yellow,
    green: Color::Green,
    blue: Color::Cyan,
    red: Color::Red,
    purple: Color::Magenta,
};

/// The 16 colours of a terminal with a light ground.
pub(super) const SIXTEEN_LIGHT: Palette<Color> = Palette {
    text: Color::Black,
    ground: Color::White,
    title: Color::Black,
    heading: Color::Blue,
    dim: Color::DarkGray,
    faint: Color::Black,
    line: Color::Gray,
    accent: Color::Blue,
    quotation: Color::DarkGray,
    code: Color::Green,
    link: Color::Blue,
    error: Color::Red,
    selection: Color::Gray,
    evidence: Color::Reset,
    hit: Color::Yellow,
    current_hit: Color::LightYellow,
    chosen: Color::Gray,
    on_mark: Color::Black,
    on_fact: Color::White,
    number: Color::Red,
    time: Color::Cyan,
    person: Color::Magenta,
    organization: Color::Blue,
    place: Color::Green,
    event: Color::Magenta,
    quote: Color::DarkGray,
    claim: Color::Red,
    definition: Color::Cyan,
    list: Color::Magenta,
    yellow: Color::Yellow,
    green: Color::Green,
    blue: Color::Cyan,
    red: Color::Red,
    purple: Color::Magenta,
};

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

    /// Relative luminance and contrast as WCAG 2.1 defines them.
    fn contrast(a: Rgb, b: Rgb) -> f64 {
        let luminance = |c: Rgb| {
            let (red, green, blue) = c.parts();
            let linear = |part: u8| {
                let v = f64::from(part) / 255.0;
                if v <= 0.04045 {
                    v / 12.92
                } else {
                    ((v + 0.055) / 1.055).powf(2.4)
                }
            };
            0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
        };
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        a.max(b) / a.min(b)
    }

    #[test]
    fn every_text_colour_reads_on_every_ground_it_stands_on() {
        for palette in [DARK, LIGHT] {
            let kinds = Kind::ALL.map(|k| palette.kind(k));
            let plain = [
                palette.text,
                palette.title,
                palette.heading,
                palette.accent,
                palette.quotation,
                palette.code,
                palette.link,
                palette.error,
            ];
            let inks = Ink::ALL.map(|ink| palette.ink(ink));
            for ground in [palette.ground, palette.evidence].into_iter().chain(inks) {
                for colour in plain.iter().chain(&kinds) {
                    assert!(
                        contrast(*colour, ground) >= 4.5,
                        "{colour:x?} on {ground:x?}"
                    );
                }
            }
            for colour in kinds {
                assert!(contrast(palette.on_fact, colour) >= 4.5, "{colour:x?}");
            }
            assert!(contrast(palette.dim, palette.ground) >= 4.5);
            for ground in [palette.hit, palette.current_hit, palette.chosen] {
                assert!(contrast(palette.on_mark, ground) >= 4.5);
            }
        }
    }

    #[test]
    fn greys_and_cube_colours_are_found() {
        assert_eq!(nearest_of_256(Rgb(0xff_ffff)), Color::Indexed(231));
        assert_eq!(nearest_of_256(Rgb(0x12_1212)), Color::Indexed(233));
    }
}
