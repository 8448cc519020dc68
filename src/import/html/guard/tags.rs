//! Kinds of elements by their names, whatever their case.

/// Whether a name is one of these, which are in lower case.
pub(super) fn one_of(name: &str, names: &[&str]) -> bool {
    let first = name.bytes().next().map(|b| b.to_ascii_lowercase());
    // Most names are none of these: that is seen from the length and the first letter.
    names
        .iter()
        .any(|n| n.len() == name.len() && n.bytes().next() == first && n.eq_ignore_ascii_case(name))
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

/// Elements in which white space stays.
pub(super) fn is_verbatim(name: &str) -> bool {
    one_of(name, &["pre", "listing"])
}
