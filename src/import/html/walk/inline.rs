//! What stands inside a block: marks, links, line breaks, formulas, figures that are written high.

use dom_query::{Element, NodeRef};

use super::{Links, Place, Walker, attribute, place};
use crate::document::MarkKind;
use crate::import::html::{math, media};

impl Walker<'_> {
    pub(super) fn inline(&mut self, node: NodeRef<'_>, element: &Element, place: Place) {
        let name: &str = &element.name.local;
        let mark = match name {
            "br" => {
                match (place.pre, place.flat) {
                    (true, _) => self.write("\n", self.keeps(node), place),
                    (_, true) => self.pens.space(),
                    _ => self.pens.line_break(),
                }
                return;
            }
            "img" | "image" => {
                media::image(self, node, element, place);
                return;
            }
            "wbr" => return,
            "math" if math::written(node, element).is_some() => {
                let tex = math::written(node, element).unwrap_or_default();
                self.formula(&tex, self.first_text_kept(node), place);
                return;
            }
            "q" => {
                self.write("“", self.first_text_kept(node), place);
                self.children(node, place);
                self.write("”", self.first_text_kept(node), place);
                return;
            }
            "sup" if !place.pre && place::is_figure(node) => {
                let place = Place {
                    raised: !matches!(self.links, Links::Extracted),
                    ..place
                };
                self.children(node, place);
                return;
            }
            "b" | "strong" => Some(MarkKind::Strong),
            "i" | "em" | "cite" | "dfn" | "var" => Some(MarkKind::Emphasis),
            "s" | "del" | "strike" => Some(MarkKind::Strike),
            "code" | "kbd" | "samp" | "tt" if !place.pre => Some(MarkKind::Code),
            "a" => attribute(element, "href").and_then(|href| self.link(href)),
            _ => None,
        };
        if let Some(mark) = mark {
            self.pens.open_mark(mark);
            self.children(node, place);
            self.pens.close_mark();
        } else {
            self.children(node, place);
        }
    }

    /// Writes a formula, which is not broken where it need not be.
    pub(in crate::import::html) fn formula(&mut self, text: &str, keep: bool, place: Place) {
        if matches!(self.links, Links::Extracted) {
            return;
        }
        self.pens.open_mark(MarkKind::Code);
        self.write(text, keep, place);
        self.pens.close_mark();
    }

    fn first_text_kept(&self, node: NodeRef<'_>) -> bool {
        node.descendants_it()
            .find(NodeRef::is_text)
            .is_none_or(|text| self.keeps(text))
    }
}
