//! The things that a theme has a tint for.

use super::tint::Tint;
use crate::command::Ink;
use crate::facts::Kind;

/// A thing that a theme has a tint for. Its name in a theme file is in [`Part::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The ground of the whole screen.
    Ground,
    Text,
    Title,
    Heading,
    Accent,
    /// Between text and dim.
    Faint,
    Dim,
    /// Lines between panes, bars, borders.
    Line,
    Quotation,
    Code,
    Link,
    Error,
    /// Behind the selected entry of a list.
    Selection,
    /// The text on that, where it must be another.
    OnSelection,
    /// Behind the selected entry of a list that has not the focus.
    SelectionElsewhere,
    /// Behind the sentence of the selected fact.
    Evidence,
    Hit,
    CurrentHit,
    /// Text on a hit.
    OnHit,
    /// Text on the mark of the selected fact.
    OnFact,
    Number,
    Time,
    Person,
    Organization,
    Place,
    Event,
    Quote,
    Claim,
    Definition,
    List,
    /// Behind words being selected; the text on them is as on a hit.
    Chosen,
    /// Behind highlighted words.
    Yellow,
    Green,
    Blue,
    Red,
    Purple,
    /// The text on these, where it must be another.
    OnHighlight,
}

impl Part {
    /// All parts with their names, in the order of their numbers.
    pub(super) const ALL: [(&'static str, Self); 37] = [
        ("ground", Self::Ground),
        ("text", Self::Text),
        ("title", Self::Title),
        ("heading", Self::Heading),
        ("accent", Self::Accent),
        ("faint", Self::Faint),
        ("dim", Self::Dim),
        ("line", Self::Line),
        ("quotation", Self::Quotation),
        ("code", Self::Code),
        ("link", Self::Link),
        ("error", Self::Error),
        ("selection", Self::Selection),
        ("on-selection", Self::OnSelection),
        ("selection-elsewhere", Self::SelectionElsewhere),
        ("evidence", Self::Evidence),
        ("hit", Self::Hit),
        ("current-hit", Self::CurrentHit),
        ("on-hit", Self::OnHit),
        ("on-fact", Self::OnFact),
        ("number", Self::Number),
        ("time", Self::Time),
        ("person", Self::Person),
        ("organization", Self::Organization),
        ("place", Self::Place),
        ("event", Self::Event),
        ("quote", Self::Quote),
        ("claim", Self::Claim),
        ("definition", Self::Definition),
        ("list", Self::List),
        ("chosen", Self::Chosen),
        ("highlight-yellow", Self::Yellow),
        ("highlight-green", Self::Green),
        ("highlight-blue", Self::Blue),
        ("highlight-red", Self::Red),
        ("highlight-purple", Self::Purple),
        ("on-highlight", Self::OnHighlight),
    ];

    /// The part of a kind of fact.
    pub(super) const fn of(kind: Kind) -> Self {
        match kind {
            Kind::Quantity | Kind::Percent | Kind::Money => Self::Number,
            Kind::Time => Self::Time,
            Kind::Person => Self::Person,
            Kind::Organization => Self::Organization,
            Kind::Place => Self::Place,
            Kind::Event => Self::Event,
            Kind::Quote => Self::Quote,
            Kind::Claim | Kind::Statement => Self::Claim,
            Kind::Definition => Self::Definition,
            Kind::List => Self::List,
        }
    }

    /// The ground of words highlighted with an ink.
    pub(super) const fn behind(ink: Ink) -> Self {
        match ink {
            Ink::Yellow => Self::Yellow,
            Ink::Green => Self::Green,
            Ink::Blue => Self::Blue,
            Ink::Red => Self::Red,
            Ink::Purple => Self::Purple,
        }
    }

    /// The sign of an ink: in the colour of the facts which come nearest to it.
    pub(super) const fn sign(ink: Ink) -> Self {
        match ink {
            Ink::Yellow => Self::Number,
            Ink::Green => Self::Place,
            Ink::Blue => Self::Organization,
            Ink::Red => Self::Person,
            Ink::Purple => Self::Event,
        }
    }
}

/// A tint for every part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Palette([Tint; Part::ALL.len()]);

impl Default for Palette {
    /// Nothing has a colour.
    fn default() -> Self {
        Self([Tint::default(); Part::ALL.len()])
    }
}

impl Palette {
    /// The tint of a part.
    pub(super) fn tint(&self, part: Part) -> Tint {
        self.0.get(part as usize).copied().unwrap_or_default()
    }

    /// Gives a part a tint.
    pub(super) fn set(&mut self, part: Part, tint: Tint) {
        if let Some(place) = self.0.get_mut(part as usize) {
            *place = tint;
        }
    }

    /// The same palette with every tint changed.
    pub(super) fn map(self, to: impl FnMut(Tint) -> Tint) -> Self {
        Self(self.0.map(to))
    }

    /// Whether a terminal with the 16 colours can show it as it is.
    pub(super) fn fits_sixteen(&self) -> bool {
        !self.0.iter().any(|tint| tint.is_rgb())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stand_at_their_numbers() {
        for (at, (name, part)) in Part::ALL.into_iter().enumerate() {
            assert_eq!(part as usize, at, "{name}");
        }
    }
}
