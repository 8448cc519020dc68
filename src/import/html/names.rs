//! What the elements of HTML are: hidden, block, inline; and what their classes tell.

/// What a walker does with an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Its content is not text for a reader.
    Hidden,
    /// It begins and ends a block.
    Block,
    /// It stands inside a block.
    Inline,
}

/// The role of an element by its name (lower case).
pub(super) fn role(name: &str) -> Role {
    match name {
        "script" | "style" | "template" | "noscript" | "head" | "iframe" | "object" | "embed"
        | "audio" | "video" | "canvas" | "select" | "datalist" | "textarea" | "input" | "meter"
        | "progress" | "map" | "title" | "rp" | "annotation" | "annotation-xml" | "noframes"
        | "noembed" | "meta" | "link" | "button" | "applet" | "metadata" | "defs" => Role::Hidden,
        "address" | "article" | "aside" | "blockquote" | "body" | "center" | "dd" | "details"
        | "dialog" | "dir" | "div" | "dl" | "dt" | "fieldset" | "figcaption" | "figure"
        | "footer" | "form" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "header" | "hgroup"
        | "hr" | "html" | "legend" | "li" | "main" | "menu" | "nav" | "ol" | "optgroup" | "p"
        | "pre" | "section" | "summary" | "table" | "tbody" | "td" | "tfoot" | "th" | "thead"
        | "tr" | "ul" | "caption" | "listing" | "xmp" | "plaintext" | "search" | "frameset"
        | "text" => Role::Block,
        _ => Role::Inline,
    }
}

/// Whether an attribute list hides its element: `hidden`, an inline style, `aria-hidden`.
pub(super) fn is_hidden(
    hidden: bool,
    style: Option<&str>,
    aria_hidden: Option<&str>,
    class: &str,
) -> bool {
    if hidden {
        return true;
    }
    if let Some(style) = style {
        let style: String = style
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect::<String>()
            .to_ascii_lowercase();
        if style.contains("display:none") || style.contains("visibility:hidden") {
            return true;
        }
    }
    (aria_hidden == Some("true") && !class.contains("fallback-image")) || names_hover(class)
}

/// Whether a class names what only shows while the mouse stands on a word.
fn names_hover(class: &str) -> bool {
    let is_hover = |word: &str| {
        let word = word.to_ascii_lowercase();
        let what = ["tooltip", "popover", "rollover", "hovercard"]
            .iter()
            .find_map(|name| word.split_once(name));
        what.is_some_and(|(_, part)| {
            let part = part.rsplit(['-', '_']).next().unwrap_or_default();
            matches!(part, "text" | "content" | "body" | "inner" | "block")
        })
    };
    // Asked of every element: most have none of these.
    (class.contains("over") || class.contains("ool")) && class.split_whitespace().any(is_hover)
}

/// Words in a class or id that name a part of a page beside the article.
const ASIDE: &[&str] = &[
    "comment",
    "footer",
    "related",
    "promo",
    "banner",
    "breadcrumb",
    "disqus",
    "menu",
    "navbar",
    "navigation",
    "popup",
    "newsletter",
    "subscribe",
    "share",
    "sharing",
    "social",
    "sponsor",
    "cookie",
    "consent",
    "advert",
    "recommend",
    "trending",
    "most-read",
    "mostread",
    "outbrain",
    "taboola",
    "author-bio",
    "tag-list",
    "pagination",
    "pager",
    "masthead",
    "signup",
];

/// Whether class and id (lower case) name a part of a page beside the article.
pub(super) fn names_aside(hint: &str) -> bool {
    (ASIDE.iter().any(|word| hint.contains(word)) || names_widget(hint) || names_sidebar(hint))
        && !hint.contains("article-body")
        && !hint.contains("content-body")
}

/// Whether class and id (lower case) name what may be longer than the article and is beside it all the same: what
/// readers wrote, other articles.
pub(super) fn names_others(hint: &str) -> bool {
    let words = ["comment", "disqus", "related", "recommend", "trending"];
    words.iter().any(|word| hint.contains(word)) || names_widget(hint)
}

/// Whether a class names a sidebar, and not what has one beside it.
fn names_sidebar(hint: &str) -> bool {
    let beside = |word: &str| {
        let has = [
            "has-",
            "with-",
            "no-",
            "container",
            "content",
            "wrap",
            "layout",
            "main",
        ];
        word.contains("sidebar") && !has.iter().any(|part| word.contains(part))
    };
    hint.contains("sidebar") && hint.split_whitespace().any(beside)
}

/// Whether a class names a widget: a box at the side. A page builder calls everything on its pages one.
fn names_widget(hint: &str) -> bool {
    hint.contains("widget")
        && hint
            .split_whitespace()
            .any(|word| word.contains("widget") && !word.starts_with("elementor"))
}

/// Whether an element by its name or role stands beside the article.
pub(super) fn is_landmark(name: &str, role: &str) -> bool {
    matches!(name, "nav" | "footer" | "aside" | "dialog")
        || matches!(
            role,
            "navigation"
                | "complementary"
                | "contentinfo"
                | "banner"
                | "search"
                | "menu"
                | "menubar"
                | "dialog"
                | "alertdialog"
        )
}

/// Whether the class of an element may name a part of a page: a heading or a paragraph is only a line of it.
pub(super) fn is_container(name: &str) -> bool {
    matches!(
        name,
        "div"
            | "section"
            | "aside"
            | "ul"
            | "ol"
            | "dl"
            | "form"
            | "header"
            | "menu"
            | "table"
            | "fieldset"
            | "center"
    )
}

/// Whether class and id (lower case) name the caption of a picture.
pub(super) fn names_caption(hint: &str) -> bool {
    hint.split([' ', '_']).any(|word| {
        word.split('-')
            .any(|part| part == "caption" || part == "captions" || part == "imagecaption")
            || word.ends_with("caption")
            || word.ends_with("caption-text")
    })
}

#[cfg(test)]
mod tests {
    use super::{is_hidden, names_aside};

    #[test]
    fn what_shows_under_the_mouse_alone_is_hidden() {
        for class in ["tooltiptext", "a rollover-note-block", "Popover__content"] {
            assert!(is_hidden(false, None, None, class), "{class}");
        }
        for class in [
            "tooltip",
            "rollover-note",
            "content over text",
            "has-tooltip",
        ] {
            assert!(!is_hidden(false, None, None, class), "{class}");
        }
    }

    #[test]
    fn what_has_a_sidebar_is_none() {
        assert!(names_aside("sidebar sidebar-left"));
        assert!(names_aside("page-sidebar"));
        assert!(!names_aside("container container-sidebar"));
        assert!(!names_aside("has-sidebar"));
    }

    #[test]
    fn a_box_at_the_side_is_told_from_the_parts_of_a_page_builder() {
        assert!(names_aside("widget widget_text"));
        assert!(!names_aside(
            "elementor-element elementor-widget elementor-widget-text-editor"
        ));
        assert!(names_aside(
            "elementor-widget elementor-widget-share-buttons"
        ));
    }
}
