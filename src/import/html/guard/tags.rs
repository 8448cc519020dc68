//! Kinds of elements by their names, whatever their case.

/// Whether a name is one of these.
pub(super) fn one_of(name: &str, names: &[&str]) -> bool {
    names.iter().any(|n| n.eq_ignore_ascii_case(name))
}

/// Elements without content.
pub(super) fn is_void(name: &str) -> bool {
    one_of(
        name,
        &[
            "br", "img", "meta", "link", "input", "hr", "area", "base", "col", "embed", "source",
            "track", "wbr", "param", "basefont", "frame",
        ],
    )
}

/// Elements whose content is text whatever it looks like.
pub(super) fn is_raw(name: &str) -> bool {
    one_of(
        name,
        &[
            "script",
            "style",
            "textarea",
            "title",
            "xmp",
            "iframe",
            "noembed",
            "noframes",
            "plaintext",
        ],
    )
}

/// Elements that a parser opens anew in every block until they are closed.
pub(super) fn is_formatting(name: &str) -> bool {
    one_of(
        name,
        &[
            "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong",
            "tt", "u",
        ],
    )
}
