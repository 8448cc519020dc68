//! Tables: those of data become one block, those that only lay out a page become what they hold.

use dom_query::NodeRef;

use super::pen::Fresh;
use super::walk::{Inner, Place, Walker, attribute};
use crate::document::{Align, BlockKind};

/// The most columns that a cell may span, as HTML has it.
const SPAN: usize = 1000;
/// Cells with more words than this on the average are text in a layout.
const CELL: usize = 60;

/// One cell of a row.
struct Cell<'t> {
    node: NodeRef<'t>,
    columns: usize,
    header: bool,
}

/// Walks over a table.
pub(super) fn table(walker: &mut Walker<'_>, node: NodeRef<'_>, place: Place) {
    let rows = rows(node);
    if !is_data(node, &rows) {
        walker.children(node, place);
        return;
    }
    if let Some(caption) = node
        .element_children()
        .into_iter()
        .find(|c| c.has_name("caption"))
    {
        walker.children(caption, place);
        walker.pens.flush();
    }
    let header_rows = rows
        .iter()
        .take_while(|row| row.iter().all(|cell| cell.header))
        .count();
    let header_rows = if header_rows == rows.len() {
        header_rows.min(1)
    } else {
        header_rows
    };
    let kind = BlockKind::Table {
        header_rows: u32::try_from(header_rows).unwrap_or_default(),
        align: rows.last().map_or_else(Vec::new, |row| aligned(row)),
    };
    let keep = rows.iter().flatten().any(|cell| {
        cell.node
            .descendants_it()
            .any(|n| n.is_text() && !n.text().trim().is_empty() && walker.keeps(n))
    });
    let flat = Place {
        flat: true,
        inner: Inner::Page,
        heading: None,
        ..place
    };
    walker.pens.flush();
    let mut begun = false;
    for row in rows.iter().filter(|row| !row.is_empty()) {
        if begun {
            walker.pens.verbatim("\n", keep, || fresh(&kind, place));
        }
        for (index, cell) in row.iter().enumerate() {
            if index > 0 {
                walker.pens.verbatim("\t", keep, || fresh(&kind, place));
            } else if !begun {
                walker.pens.verbatim("", keep, || fresh(&kind, place));
            }
            begun = true;
            walker.children(cell.node, flat);
            if cell.columns > 1 && index + 1 < row.len() {
                let more = "\t".repeat(cell.columns - 1);
                walker.pens.verbatim(&more, keep, || fresh(&kind, place));
            }
        }
    }
    walker.pens.flush();
}

/// Where the cells of a row stand, as far as they say it themselves; nothing where none does.
fn aligned(row: &[Cell<'_>]) -> Vec<Align> {
    let mut out = Vec::new();
    for (index, cell) in row.iter().enumerate().take(SPAN) {
        let align = match cell.node.attr("align").as_deref() {
            Some("right") => Align::Right,
            Some("center") => Align::Middle,
            _ => continue,
        };
        out.resize(index, Align::Unsaid);
        out.push(align);
    }
    out
}

fn fresh(kind: &BlockKind, place: Place) -> Fresh {
    Fresh {
        kind: kind.clone(),
        aside: place.aside,
        body: place.body,
        hint: String::new(),
    }
}

/// The cells of a table by rows, those of tables inside left out.
fn rows(table: NodeRef<'_>) -> Vec<Vec<Cell<'_>>> {
    let mut rows = Vec::new();
    for child in table.element_children() {
        if child.has_name("tr") {
            rows.push(cells(child, false));
        } else if ["tbody", "thead", "tfoot"]
            .iter()
            .any(|name| child.has_name(name))
        {
            let head = child.has_name("thead");
            let inner = child
                .element_children()
                .into_iter()
                .filter(|row| row.has_name("tr"));
            rows.extend(inner.map(|row| cells(row, head)));
        }
    }
    rows
}

fn cells(row: NodeRef<'_>, head: bool) -> Vec<Cell<'_>> {
    row.element_children()
        .into_iter()
        .filter_map(|node| {
            let element = node.element_ref()?;
            let header = match &*element.name.local {
                "th" => true,
                "td" => head,
                _ => return None,
            };
            let columns = attribute(&element, "colspan")
                .and_then(|n| n.trim().parse().ok())
                .unwrap_or(1);
            Some(Cell {
                node,
                columns: columns.clamp(1, SPAN),
                header,
            })
        })
        .collect()
}

/// Whether a table holds data. The signs are those that screen readers and Readability go by.
fn is_data(table: NodeRef<'_>, rows: &[Vec<Cell<'_>>]) -> bool {
    let role = table.attr("role");
    if role
        .as_deref()
        .is_some_and(|role| matches!(role, "presentation" | "none"))
    {
        return false;
    }
    let mut nested = false;
    let mut signs = table.has_attr("summary");
    for inner in table.descendants_it() {
        let Some(element) = inner.element_ref() else {
            continue;
        };
        match &*element.name.local {
            "table" => nested = true,
            "caption" | "th" | "thead" | "colgroup" => signs = true,
            _ => {}
        }
    }
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let full = rows.iter().filter(|row| !row.is_empty()).count();
    if nested || columns < 2 || full == 0 || (full < 2 && !signs) {
        return false;
    }
    let cells = rows.iter().map(Vec::len).sum::<usize>().max(1);
    let words = table.text().split_whitespace().count();
    signs || words / cells <= CELL
}
