//! Where the rows of a block begin: indents, markers, bars. At narrow measures indents shrink before the text does.

use super::row::{Content, Ornament, Run, ornament_width};
use super::spacing::runs_on;
use super::{Paragraphs, Setting, measure};
use crate::document::{BlockId, BlockKind, Document};

/// From this measure on lists and code are set in by [`INDENT`].
const ROOMY: usize = 40;
/// How far lists and code stand in from the text around them, in columns.
const INDENT: usize = 2;
/// The columns that short markers hang in, so that `9.` and `10.` line up.
const NUMBER_HANG: usize = 4;
/// How far the text of a quotation is set in for each depth: the bar and a space.
const BAR_HANG: usize = 2;
/// How many blocks are looked back at for the item that a further paragraph belongs to.
const LOOK_BACK: usize = 64;

/// The frame of a wrapped block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Shape {
    /// The ornaments of its first row.
    pub(super) first: Vec<Run>,
    /// The ornaments of every row.
    pub(super) every: Vec<Run>,
    /// The column where the text of its first row begins.
    pub(super) first_col: usize,
    /// The column where the text of its other rows begins.
    pub(super) col: usize,
}

/// The shape of a block. At least one column is left for text. O(1), O([`LOOK_BACK`]) for paragraphs of list items.
pub(super) fn shape(document: &Document, id: BlockId, setting: Setting) -> Shape {
    let Some(block) = document.block(id) else {
        return Shape::default();
    };
    match &block.kind {
        BlockKind::ListItem { depth, .. } => {
            let indent = list_indent(usize::from(*depth), setting.measure());
            let hang = item_hang(document, id, *depth, setting);
            hanging(document, Ornament::Marker(id), indent, hang, setting)
        }
        BlockKind::Footnote { .. } => {
            let marker = Ornament::Marker(id);
            let width = ornament_width(marker, document, setting.glyphs);
            hanging(document, marker, 0, (width + 1).max(NUMBER_HANG), setting)
        }
        BlockKind::Image { .. } => {
            let width = ornament_width(Ornament::Image, document, setting.glyphs);
            hanging(document, Ornament::Image, 0, width + 1, setting)
        }
        BlockKind::Quotation { depth } => {
            let room = setting.measure() / 2 / BAR_HANG;
            let bars = (usize::from(*depth) + 1).min(room);
            let every = (0..bars)
                .map(|i| run(i * BAR_HANG, Ornament::Bar))
                .collect();
            Shape {
                every,
                first_col: bars * BAR_HANG,
                col: bars * BAR_HANG,
                ..Shape::default()
            }
        }
        BlockKind::Code { .. } => {
            let col = if setting.measure() >= ROOMY {
                INDENT
            } else {
                0
            };
            Shape {
                first_col: col,
                col,
                ..Shape::default()
            }
        }
        BlockKind::Paragraph => Shape {
            first_col: first_line(document, id, setting),
            ..Shape::default()
        },
        BlockKind::Heading { .. }
        | BlockKind::Table { .. }
        | BlockKind::Rule
        | BlockKind::Boilerplate => Shape::default(),
    }
}

/// How far the first row of a paragraph is set in: where no blank row parts it from another paragraph.
fn first_line(document: &Document, id: BlockId, setting: Setting) -> usize {
    let before = id.get().checked_sub(1).map(BlockId::new);
    let above = before.and_then(|id| document.block(id));
    let follows = above
        .zip(document.block(id))
        .is_some_and(|(above, block)| runs_on(document, above, block));
    if follows && setting.typography.paragraphs == Paragraphs::Indented {
        INDENT.min(setting.measure() / 4)
    } else {
        0
    }
}

/// An ornament with text hanging beside it. Short markers end one column before the text; long ones push the text of
/// the first row on; what takes more than half the measure is cut, and left out below four columns.
fn hanging(
    document: &Document,
    ornament: Ornament,
    indent: usize,
    hang: usize,
    setting: Setting,
) -> Shape {
    let measure = setting.measure();
    let col = (indent + hang).min(measure / 2);
    let width = ornament_width(ornament, document, setting.glyphs);
    let plain = |first_col| Shape {
        first_col,
        col,
        ..Shape::default()
    };
    if width == 0 || measure < 4 {
        return plain(col);
    }
    if width < hang && indent + hang == col {
        let gap = if is_numbered(document, ornament) {
            hang - width - 1
        } else {
            0
        };
        let first = vec![run(indent + gap, ornament)];
        return Shape {
            first,
            ..plain(col)
        };
    }
    let most = measure / 2 - 1;
    let (ornament, width) = match ornament {
        _ if width <= most => (ornament, width),
        Ornament::Marker(id) => (Ornament::MarkerCut(id, measure::columns(most)), most),
        _ => return plain(col),
    };
    let start = col.saturating_sub(width + 1).min(indent);
    let first = vec![run(start, ornament)];
    Shape {
        first,
        ..plain((start + width + 1).max(col))
    }
}

/// Whether a marker is a number or a letter, which is set flush right.
fn is_numbered(document: &Document, ornament: Ornament) -> bool {
    let Ornament::Marker(id) = ornament else {
        return false;
    };
    match document.block(id).map(|b| &b.kind) {
        Some(BlockKind::ListItem { marker, .. }) => marker.contains(char::is_alphanumeric),
        _ => false,
    }
}

/// The columns between the start of a list item's marker and its text. A further paragraph of an item (no marker)
/// hangs as its item does.
fn item_hang(document: &Document, id: BlockId, depth: u8, setting: Setting) -> usize {
    let back = (0..=id.get()).rev().take(LOOK_BACK);
    for at in back.map(BlockId::new) {
        let Some(BlockKind::ListItem { depth: d, marker }) = document.block(at).map(|b| &b.kind)
        else {
            break;
        };
        if *d != depth || marker.is_empty() {
            continue;
        }
        let width = ornament_width(Ornament::Marker(at), document, setting.glyphs);
        let least = if marker.contains(char::is_alphanumeric) {
            NUMBER_HANG
        } else {
            0
        };
        let most = (setting.measure() / 3).max(2);
        return (width + 1).clamp(least.min(most), most);
    }
    2
}

/// The indent of a list of a depth: each level begins about where the text of the one above does. At most a third of
/// the measure.
fn list_indent(depth: usize, measure: usize) -> usize {
    let first = if measure >= ROOMY { INDENT } else { 0 };
    let step = if measure >= ROOMY / 2 {
        NUMBER_HANG
    } else {
        INDENT
    };
    (first + depth * step).min(measure / 3)
}

/// A run of one ornament.
pub(super) fn run(col: usize, ornament: Ornament) -> Run {
    Run {
        col: measure::columns(col),
        content: Content::Ornament(ornament),
    }
}
