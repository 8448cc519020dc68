//! Code, images and their captions.

use dom_query::{Element, NodeRef};

use super::math;
use super::names;
use super::pen::Fresh;
use super::walk::{Inner, Place, Walker, attribute};
use crate::document::BlockKind;
use crate::import::draft::Draft;

/// A caption with more words than this is text.
const CAPTION: usize = 120;

/// The height of a picture of words, at most, in pixels.
const WORDS: u32 = 200;

/// An element whose white space stays.
pub(super) fn code(walker: &mut Walker<'_>, node: NodeRef<'_>, place: Place) {
    let language = language(node);
    let kind = BlockKind::Code { language };
    let mut lines = Lines {
        text: String::new(),
        fresh_line: true,
        keep: None,
    };
    lines.collect(walker, node);
    let text = lines.text.trim_end().trim_start_matches('\n');
    if text.trim().is_empty() {
        return;
    }
    let expanded = expand_tabs(text);
    let keep = lines.keep.unwrap_or(true);
    walker.pens.verbatim(&expanded, keep, || Fresh {
        kind,
        aside: place.aside,
        body: place.body,
        hint: String::new(),
    });
    walker.pens.flush();
}

/// The text of code, line numbers left out.
struct Lines {
    text: String,
    fresh_line: bool,
    keep: Option<bool>,
}

impl Lines {
    fn collect(&mut self, walker: &Walker<'_>, node: NodeRef<'_>) {
        let mut child = node.first_child();
        while let Some(node) = child {
            child = node.next_sibling();
            if node.is_text() {
                let text = node.text();
                if !text.trim().is_empty() {
                    let kept = walker.keeps(node);
                    self.keep = Some(self.keep.unwrap_or(false) || kept);
                }
                self.text.push_str(&text);
            } else if let Some(element) = node.element_ref() {
                let name: &str = &element.name.local;
                let class = attribute(&element, "class").unwrap_or_default();
                let gutter = class.split_whitespace().any(|c| {
                    matches!(
                        c,
                        "gutter"
                            | "lineno"
                            | "linenos"
                            | "line-number"
                            | "line-numbers"
                            | "line-numbers-rows"
                    )
                });
                let hidden = names::role(name) == names::Role::Hidden;
                if gutter || hidden {
                    continue;
                }
                let line = matches!(name, "br" | "div" | "p" | "li" | "tr");
                if line && (name == "br" || !(self.text.is_empty() || self.text.ends_with('\n'))) {
                    self.text.push('\n');
                }
                self.collect(walker, node);
            }
        }
        self.fresh_line = false;
    }
}

/// Tabs to the next multiple of four columns.
fn expand_tabs(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut column = 0;
    for c in text.chars() {
        match c {
            '\t' => {
                let step = 4 - column % 4;
                out.extend(std::iter::repeat_n(' ', step));
                column += step;
            }
            '\n' => {
                out.push(c);
                column = 0;
            }
            _ => {
                out.push(c);
                column += 1;
            }
        }
    }
    out
}

/// The language of a code block, from the classes that highlighters use, on the block, its child or its parents.
fn language(node: NodeRef<'_>) -> Option<String> {
    let own = node.element_ref().and_then(|e| named_language(&e));
    own.or_else(|| {
        node.first_element_child()
            .and_then(|c| c.element_ref().and_then(|e| named_language(&e)))
    })
    .or_else(|| {
        node.ancestors_it(Some(2))
            .find_map(|a| a.element_ref().and_then(|e| named_language(&e)))
    })
}

fn named_language(element: &Element) -> Option<String> {
    if let Some(lang) =
        attribute(element, "data-lang").or_else(|| attribute(element, "data-language"))
    {
        return Some(lang.to_ascii_lowercase());
    }
    let class = attribute(element, "class")?;
    class.split_whitespace().find_map(|word| {
        let prefixes = [
            "language-",
            "lang-",
            "highlight-source-",
            "brush:",
            "sourceCode-",
        ];
        prefixes
            .iter()
            .find_map(|prefix| word.strip_prefix(prefix))
            .filter(|lang| !lang.is_empty() && *lang != "none" && *lang != "plaintext")
            .map(|lang| lang.trim_end_matches(';').to_ascii_lowercase())
    })
}

/// An image in the text: a block of its own after the block that it stands in.
pub(super) fn image(walker: &mut Walker<'_>, node: NodeRef<'_>, element: &Element, place: Place) {
    let alt = attribute(element, "alt").unwrap_or_default().trim();
    if is_glyph(alt) {
        walker.write(alt, walker.keeps(node), place);
        return;
    }
    if let Some(tex) = math::pictured(element) {
        walker.formula(&tex, walker.keeps(node), place);
        return;
    }
    if (place.flat && place.heading.is_none()) || place.pre {
        return;
    }
    let keep = walker.keeps(node);
    let large = |kind: &BlockKind| matches!(kind, BlockKind::Image { size: Some((_, height)), .. } if *height > WORDS);
    let shown = |kind: &BlockKind| keep && (place.heading.is_none() || large(kind));
    if let Some(kind) = kind(element).filter(shown) {
        let mut draft = Draft::new(kind);
        draft.hint = link_around(node);
        walker.pens.add(draft);
    }
}

/// Where the link around an image leads; empty without one.
fn link_around(node: NodeRef<'_>) -> String {
    let link = node.ancestors_it(Some(2)).find(|a| a.has_name("a"));
    let target = link.and_then(|a| a.attr("href"));
    target
        .map(|href| href.trim().to_owned())
        .unwrap_or_default()
}

/// What a heading shows that is nothing but a picture: of words, not one that stands where a heading should.
pub(super) fn pictured(node: NodeRef<'_>) -> Option<(NodeRef<'_>, String)> {
    let image = node.descendants_it().find(|n| n.has_name("img"))?;
    let alt = image.attr("alt")?.trim().to_owned();
    let height = image
        .attr("height")
        .and_then(|n| n.trim().parse::<u32>().ok());
    let words = height.is_none_or(|height| height <= WORDS);
    (words && !alt.is_empty() && node.text().trim().is_empty()).then_some((image, alt))
}

/// Whether the alternative text is itself a sign, such as an emoji.
fn is_glyph(alt: &str) -> bool {
    !alt.is_empty()
        && alt.chars().count() <= 4
        && alt.chars().all(|c| !c.is_alphanumeric() && !c.is_ascii())
}

/// The block of an image; none for spacers and counters.
fn kind(element: &Element) -> Option<BlockKind> {
    let [width, height] = ["width", "height"].map(|side| {
        attribute(element, side).and_then(|n| n.trim().trim_end_matches("px").parse::<u32>().ok())
    });
    let tiny = [width, height].into_iter().flatten().any(|n| n <= 32);
    let source = [
        "src",
        "data-src",
        "data-original",
        "data-lazy-src",
        "href",
        "xlink:href",
    ]
    .iter()
    .filter_map(|name| attribute(element, name))
    .map(str::trim)
    .find(|src| !src.is_empty() && !src.starts_with("data:"))
    .or_else(|| {
        let set = attribute(element, "srcset").or_else(|| attribute(element, "data-srcset"))?;
        set.split_whitespace().next()
    })
    .unwrap_or_default();
    let alt = attribute(element, "alt")
        .or_else(|| attribute(element, "title"))
        .unwrap_or_default()
        .trim();
    let alt = alt.split_whitespace().collect::<Vec<_>>().join(" ");
    if tiny || (source.is_empty() && alt.is_empty()) {
        return None;
    }
    Some(BlockKind::Image {
        target: source.to_owned(),
        alt,
        size: width.zip(height),
    })
}

/// A figure: an image with its caption, or whatever else it holds.
pub(super) fn figure(walker: &mut Walker<'_>, node: NodeRef<'_>, place: Place) {
    let mut images = Vec::new();
    let mut text = false;
    for inner in node.descendants_it() {
        let Some(element) = inner.element_ref() else {
            continue;
        };
        match &*element.name.local {
            "img" => images.extend(kind(&element).map(|kind| (walker.keeps(inner), kind))),
            "table" | "pre" | "blockquote" | "ul" | "ol" | "h1" | "h2" | "h3" | "h4" => text = true,
            _ => {}
        }
    }
    if text || node.text().split_whitespace().count() > CAPTION {
        walker.children(node, place);
        return;
    }
    let mut kept = images
        .into_iter()
        .filter(|(keep, _)| *keep)
        .map(|(_, kind)| kind);
    let last = kept.next_back();
    for kind in kept {
        walker.pens.add(Draft::new(kind));
    }
    write_caption(walker, node, place, last);
}

/// A caption outside a figure: it goes with the image before it.
pub(super) fn caption(walker: &mut Walker<'_>, node: NodeRef<'_>, place: Place) {
    let words = node.text().split_whitespace().count();
    let images = node.descendants_it().filter(|n| n.has_name("img")).count();
    if words > CAPTION || images > 1 {
        walker.children(node, place);
    } else if images == 1 {
        figure(walker, node, place);
    } else {
        let before = walker
            .pens
            .last()
            .filter(|d| matches!(d.kind, BlockKind::Image { .. }) && d.text.is_empty());
        let image = before.map(|draft| std::mem::replace(&mut draft.kind, BlockKind::Paragraph));
        write_caption(walker, node, place, image);
    }
}

/// Writes all text of a node as the caption of an image.
fn write_caption(
    walker: &mut Walker<'_>,
    node: NodeRef<'_>,
    place: Place,
    image: Option<BlockKind>,
) {
    walker.image.clone_from(&image);
    walker.children(
        node,
        Place {
            inner: Inner::Caption,
            flat: true,
            ..place
        },
    );
    walker.pens.flush();
    if walker.image.take().is_some()
        && let Some(kind) = image
    {
        walker.pens.add(Draft::new(kind));
    }
}
