//! The XML files of a book, read with the parser of pages: it never fails, whatever is unescaped or left open.
//!
//! Names are compared in lower case and without a prefix: `opf:itemref` is `itemref`.

use dom_query::{Document as Page, NodeRef};

use crate::import::html::{Syntax, limit, tree};

/// Parses an XML text.
pub(super) fn parse(text: &str) -> Page {
    let (text, _) = limit(text, Syntax::Xml);
    tree(&text)
}

/// The name of an element, without its prefix; empty for other nodes.
pub(super) fn name(node: NodeRef<'_>) -> String {
    let Some(name) = node.qual_name_ref() else {
        return String::new();
    };
    let name: &str = &name.local;
    name.rsplit(':').next().unwrap_or_default().to_owned()
}

/// All elements of a name under a node, in order.
pub(super) fn all<'t>(node: NodeRef<'t>, wanted: &str) -> Vec<NodeRef<'t>> {
    node.descendants_it()
        .filter(|n| n.is_element() && name(*n) == wanted)
        .collect()
}

/// An attribute, whatever its prefix.
pub(super) fn value(node: NodeRef<'_>, wanted: &str) -> Option<String> {
    let element = node.element_ref()?;
    element
        .attrs
        .iter()
        .find(|a| a.name.local.rsplit(':').next() == Some(wanted))
        .map(|a| a.value.trim().to_owned())
}

/// The text of a node on one line.
pub(super) fn line(node: NodeRef<'_>) -> String {
    node.text().split_whitespace().collect::<Vec<_>>().join(" ")
}
