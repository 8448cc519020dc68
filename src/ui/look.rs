//! What a piece of text is, before any colour: its role, its mark, its part in a search.

use crate::command::Ink;
use crate::facts::Kind;

/// The role of a piece on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Role {
    /// Running text.
    #[default]
    Text,
    /// The title of the document.
    Title,
    /// A heading.
    Heading,
    /// Text that should recede: labels, counts, hints.
    Dim,
    /// Entries of a list that are out of sight in the text: less than text, more than a label.
    Faint,
    /// Lines between panes, bars, borders.
    Line,
    /// A quotation set off.
    Quotation,
    /// Code.
    Code,
    /// Header cells of a table.
    TableHead,
    /// What the cleaner hid.
    Hidden,
    /// The mark of the current entry, of the focused pane.
    Accent,
    /// The selected entry of a list in the pane that has the focus.
    Selection,
    /// The selected entry of a list in another pane.
    SelectionElsewhere,
    /// The glyph of a kind of fact.
    Glyph,
    /// A notice.
    Notice,
    /// A notice that something went wrong.
    Error,
    /// The cursor in a line being typed.
    Cursor,
}

/// How strongly a fact is marked in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Marked {
    /// Part of a long fact: a quotation, a claim.
    Light,
    /// A fact.
    Plain,
    /// A further mention of the selected fact.
    Mention,
    /// The selected fact.
    Selected,
}

/// Part of a search hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hit {
    /// A hit.
    Other,
    /// The hit that the reader is at.
    Current,
}

/// How the author marked it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are independent marks, any of which may be on"
)]
pub struct Inline {
    /// Strong emphasis.
    pub strong: bool,
    /// Emphasis.
    pub emphasis: bool,
    /// Struck out.
    pub strike: bool,
    /// Code.
    pub code: bool,
    /// A link.
    pub link: bool,
}

/// All that decides the style of a piece.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Look {
    /// Its role.
    pub role: Role,
    /// The fact that it belongs to.
    pub fact: Option<(Kind, Marked)>,
    /// Whether it is in the sentence that is the evidence of the selected fact.
    pub evidence: bool,
    /// Whether it recedes behind the facts, for skimming.
    pub receding: bool,
    /// The highlight that it belongs to.
    pub ink: Option<Ink>,
    /// The search hit that it belongs to.
    pub hit: Option<Hit>,
    /// Whether it is selected.
    pub chosen: bool,
    /// How the author marked it.
    pub inline: Inline,
}

impl From<Role> for Look {
    fn from(role: Role) -> Self {
        Self {
            role,
            ..Self::default()
        }
    }
}

impl Look {
    /// The sign of an ink.
    pub fn ink(ink: Ink) -> Self {
        Self {
            role: Role::Glyph,
            ink: Some(ink),
            ..Self::default()
        }
    }

    /// The glyph of a kind.
    pub const fn glyph(kind: Kind) -> Self {
        Self {
            role: Role::Glyph,
            fact: Some((kind, Marked::Plain)),
            evidence: false,
            receding: false,
            ink: None,
            hit: None,
            chosen: false,
            inline: Inline {
                strong: false,
                emphasis: false,
                strike: false,
                code: false,
                link: false,
            },
        }
    }
}
