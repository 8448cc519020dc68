//! Lines over sizes, both on logarithmic scales, as SVG.

use std::fmt::Write as _;

/// One line.
pub(super) struct Line {
    /// What it is of.
    pub(super) name: &'static str,
    /// In what it is measured.
    pub(super) unit: &'static str,
    /// Bytes, and the value.
    pub(super) points: Vec<(f64, f64)>,
}

const WIDTH: f64 = 860.0;
const HEIGHT: f64 = 440.0;
/// The edges of the plot: left, top, right, bottom.
const EDGES: (f64, f64, f64, f64) = (70.0, 40.0, 630.0, 390.0);
/// The decades shown: of bytes, and of milliseconds or megabytes.
const BYTES: (f64, f64) = (3.4, 8.2);
const VALUES: (f64, f64) = (-1.0, 5.0);
const COLOURS: [&str; 6] = [
    "#1d6fa5", "#2a9d62", "#8a6d00", "#7a4fb5", "#b5462f", "#555555",
];

/// The lines as a picture.
pub(super) fn chart(lines: &[Line]) -> String {
    let (left, top, right, bottom) = EDGES;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"sans-serif\" \
         font-size=\"13\">\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n<text x=\"{left}\" y=\"22\" \
         font-size=\"15\">What sizes cost: milliseconds (memory: megabytes) over the bytes of a plain text</text>\n"
    );
    for (bytes, name) in [
        (4e3, "4 KB"),
        (1e5, "100 KB"),
        (3e6, "3 MB"),
        (3e7, "30 MB"),
        (1e8, "100 MB"),
    ] {
        let at = x(bytes);
        let _ = writeln!(
            svg,
            "<line x1=\"{at:.0}\" y1=\"{top}\" x2=\"{at:.0}\" y2=\"{bottom}\" stroke=\"#e4e4e4\"/><text x=\"{at:.0}\" \
             y=\"{:.0}\" text-anchor=\"middle\">{name}</text>",
            bottom + 20.0
        );
    }
    for (value, name) in [
        (0.1, "0.1"),
        (1.0, "1"),
        (10.0, "10"),
        (100.0, "100"),
        (1e3, "1,000"),
        (1e4, "10,000"),
        (1e5, "100,000"),
    ] {
        let at = y(value);
        let _ = writeln!(
            svg,
            "<line x1=\"{left}\" y1=\"{at:.0}\" x2=\"{right}\" y2=\"{at:.0}\" stroke=\"#e4e4e4\"/><text x=\"{:.0}\" \
             y=\"{:.0}\" text-anchor=\"end\">{name}</text>",
            left - 8.0,
            at + 4.0
        );
    }
    for ((line, colour), label) in lines.iter().zip(COLOURS).zip(labels(lines)) {
        let points: Vec<String> = line
            .points
            .iter()
            .map(|p| format!("{:.1},{:.1}", x(p.0), y(p.1)))
            .collect();
        let _ = writeln!(
            svg,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>",
            points.join(" ")
        );
        for point in &line.points {
            let _ = writeln!(
                svg,
                "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"3\" fill=\"{colour}\"/>",
                x(point.0),
                y(point.1)
            );
        }
        let last = line.points.last().map_or(0.0, |p| p.1);
        let _ = writeln!(
            svg,
            "<text x=\"{:.0}\" y=\"{label:.0}\" fill=\"{colour}\">{}: {} {}</text>",
            right + 10.0,
            line.name,
            rounded(last),
            line.unit
        );
    }
    svg.push_str("</svg>\n");
    svg
}

/// Where the names of the lines stand: beside their ends, from top to bottom, not one over the other.
fn labels(lines: &[Line]) -> Vec<f64> {
    let end = |line: &Line| line.points.last().map_or(0.0, |p| y(p.1));
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by(|a, b| {
        let of = |i: &usize| lines.get(*i).map_or(0.0, end);
        of(a).total_cmp(&of(b))
    });
    let mut places = vec![0.0; lines.len()];
    let mut free = 0.0_f64;
    for i in order {
        let place = lines.get(i).map_or(0.0, end).max(free);
        free = place + 18.0;
        if let Some(slot) = places.get_mut(i) {
            *slot = place + 4.0;
        }
    }
    places
}

fn rounded(value: f64) -> String {
    if value < 10.0 {
        format!("{value:.1}")
    } else {
        format!("{value:.0}")
    }
}

fn x(bytes: f64) -> f64 {
    scale(bytes, BYTES, (EDGES.0, EDGES.2))
}

fn y(value: f64) -> f64 {
    scale(value, VALUES, (EDGES.3, EDGES.1))
}

/// Where a value stands between two ends that stand for two powers of ten.
fn scale(value: f64, (low, high): (f64, f64), (from, to): (f64, f64)) -> f64 {
    from + (value.max(1e-9).log10() - low) / (high - low) * (to - from)
}
