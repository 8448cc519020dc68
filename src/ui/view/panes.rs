//! The panes: which are wanted, how wide, and where the wheel has put their lists.

/// The panes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The outline.
    Sections,
    /// The text.
    #[default]
    Text,
    /// The facts.
    Facts,
}

/// Which panes the reader wants beside the text. A narrow terminal shows them over it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Panes {
    /// The outline.
    pub sections: bool,
    /// The facts.
    pub facts: bool,
    /// How wide they are.
    pub widths: Widths,
}

/// How wide the panes beside the text are to be, in columns; none: as the terminal suggests. What does not fit is
/// narrower, and comes back when there is room again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Widths {
    /// The outline.
    pub sections: Option<u16>,
    /// The facts.
    pub facts: Option<u16>,
}

/// The first entry shown in the lists beside the text while the wheel has moved them away from what they follow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rolled {
    /// Of the visible sections.
    pub sections: Option<usize>,
    /// Of the entries of the facts panel.
    pub facts: Option<usize>,
}
