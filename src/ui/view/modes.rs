//! How the article is shown: columns, marks, orders.

/// How many columns of text stand side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Columns {
    /// One.
    #[default]
    One,
    /// Two where there is room for them: the text goes down the left one, then down the right one.
    Two,
}

/// Which facts are marked in the text and listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Density {
    /// The key facts.
    #[default]
    Key,
    /// All facts.
    All,
    /// None is marked; the key facts are listed.
    Off,
}

/// Who puts right-to-left text in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bidi {
    /// The reader; the terminal is asked to leave the order alone.
    #[default]
    Reader,
    /// The terminal.
    Terminal,
    /// Nobody: letters stand from left to right in the order of the text.
    Off,
}

/// The order of the facts in their panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As they come in the text, by section.
    #[default]
    Reading,
    /// The most important first.
    Importance,
    /// By kind.
    Kind,
}

/// What is awaited before any text is shown, so that nobody sees the beginning who is taken elsewhere at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awaited {
    /// The word of the database where the reader stopped; there may be none.
    Answer,
    /// The place where the reader stopped: it is still being read.
    Place,
}
