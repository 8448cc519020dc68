//! Paths inside a book.

/// The path in the book that a link from a file leads to, with its fragment; addresses outside the book stay as they
/// are. A path never leads above the top of the book.
pub(in crate::import) fn resolve(from: &str, href: &str) -> String {
    let scheme = href.split(['/', '#', '?']).next().unwrap_or_default();
    if scheme.contains(':') || href.starts_with("//") {
        return href.to_owned();
    }
    let (path, fragment) = match href.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment)),
        None => (href, None),
    };
    let path = path.split('?').next().unwrap_or_default();
    let mut out = if path.is_empty() {
        from.to_owned()
    } else {
        join(from, &percent_decoded(path))
    };
    if let Some(fragment) = fragment.filter(|f| !f.is_empty()) {
        out.push('#');
        out.push_str(&percent_decoded(fragment));
    }
    out
}

/// A relative path from the folder of a file, without `.` and `..`.
fn join(from: &str, path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    if !path.starts_with('/') {
        let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
        parts.extend(folder.split('/').filter(|part| !part.is_empty()));
    }
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// A path with `%20` and the like decoded; what is no UTF-8 then stays as it was.
pub(crate) fn percent_decoded(path: &str) -> String {
    if !path.contains('%') {
        return path.to_owned();
    }
    let bytes = path.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let hex = path
            .get(at + 1..at + 3)
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        if let Some(decoded) = hex.filter(|_| byte == b'%') {
            out.push(decoded);
            at += 3;
        } else {
            out.push(byte);
            at += 1;
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn links_lead_inside_the_book_and_never_above_it() {
        for (from, href, path) in [
            ("a/b.xhtml", "c.xhtml#x", "a/c.xhtml#x"),
            ("a/b.xhtml", "#x", "a/b.xhtml#x"),
            ("a/b.xhtml", "../c%20d.xhtml", "c d.xhtml"),
            ("a/b.xhtml", "../../../etc/passwd", "etc/passwd"),
            ("a/b.xhtml", "/c.xhtml", "c.xhtml"),
            (
                "a/b.xhtml",
                "https://x.example/y#z",
                "https://x.example/y#z",
            ),
            ("b.xhtml", "50%.xhtml", "50%.xhtml"),
        ] {
            assert_eq!(resolve(from, href), path, "{href}");
        }
    }
}
