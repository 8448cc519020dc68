//! A buffer as an SVG: one text element a run of cells with the same style, each put where its cells are.

use std::fmt::Write;

use nutgraf::layout::measure;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// The size of a cell, in pixels; the letters of the usual fonts are 0.6 as wide as they are high.
const CELL: (f64, f64) = (8.4, 18.0);
const FONT: f64 = 14.0;
/// The frame around the screen: to every side, and the bar at the top.
const MARGIN: f64 = 14.0;
const BAR: f64 = 34.0;

/// What a cell looks like.
#[derive(Clone, Copy, PartialEq)]
struct Style {
    text: Color,
    ground: Color,
    modifier: Modifier,
}

impl Style {
    fn of(cell: &Cell) -> Self {
        let (text, ground) = if cell.modifier.contains(Modifier::REVERSED) {
            (cell.bg, cell.fg)
        } else {
            (cell.fg, cell.bg)
        };
        Self {
            text,
            ground,
            modifier: cell.modifier,
        }
    }
}

/// Draws a buffer whose every cell has its colours in 24 bits, in a window with a title.
pub(super) fn picture(buffer: &Buffer, title: &str) -> String {
    let area = buffer.area();
    let (width, height) = (
        f64::from(area.width) * CELL.0 + 2.0 * MARGIN,
        f64::from(area.height) * CELL.1 + BAR + MARGIN,
    );
    let ground = hex(buffer[(area.width - 1, area.height - 1)].bg);
    let mut svg = String::new();
    let _ = writeln!(
        svg,
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.1} {height:.1}" width="{width:.0}" height="{height:.0}" role="img" aria-label="{title}">
<rect width="{width:.1}" height="{height:.1}" rx="10" fill="{ground}" stroke="#45464a"/>
<circle cx="20" cy="17" r="5" fill="#e0655a"/><circle cx="38" cy="17" r="5" fill="#dfb04c"/><circle cx="56" cy="17" r="5" fill="#69b15d"/>
<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="{FONT}">
<text x="{:.1}" y="21" text-anchor="middle" fill="#8c8a86">{title}</text>"##,
        width / 2.0,
        title = escape(title),
    );
    for y in 0..area.height {
        for run in runs(buffer, y) {
            run.draw(&mut svg, &ground);
        }
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

/// Neighbouring cells with the same style.
struct Run {
    x: u16,
    y: u16,
    columns: u16,
    text: String,
    style: Style,
}

/// The runs of a row. A sign that fonts often lack, or draw wider, is a run of its own, so that it moves nothing.
fn runs(buffer: &Buffer, y: u16) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut x = 0;
    while x < buffer.area().width {
        let cell = &buffer[(x, y)];
        let style = Style::of(cell);
        let columns = u16::try_from(measure::width(cell.symbol()).max(1)).unwrap();
        let plain = |text: &str| text.chars().all(|c| c < '\u{2100}' || c == '─');
        match runs.last_mut() {
            Some(run) if run.style == style && plain(cell.symbol()) && plain(&run.text) => {
                run.text.push_str(cell.symbol());
                run.columns += columns;
            }
            _ => runs.push(Run {
                x,
                y,
                columns,
                text: cell.symbol().to_owned(),
                style,
            }),
        }
        x += columns;
    }
    runs
}

impl Run {
    fn draw(&self, svg: &mut String, ground: &str) {
        let left = MARGIN + f64::from(self.x) * CELL.0;
        let top = BAR + f64::from(self.y) * CELL.1;
        let width = f64::from(self.columns) * CELL.0;
        let (fill, behind) = (hex(self.style.text), hex(self.style.ground));
        if behind != ground {
            let _ = writeln!(
                svg,
                r#"<rect x="{left:.1}" y="{top:.1}" width="{width:.1}" height="{:.1}" fill="{behind}"/>"#,
                CELL.1
            );
        }
        let words = self.text.trim();
        if words.is_empty() {
            return;
        }
        let before = measure::width(&self.text) - measure::width(self.text.trim_start());
        let columns = measure::width(words);
        let cells = |n: usize| f64::from(u16::try_from(n).unwrap()) * CELL.0;
        let x = left + cells(before);
        if let Some((part_left, part_top, part_width, part_height)) = drawn(words) {
            let _ = writeln!(
                svg,
                r#"<rect x="{:.1}" y="{:.1}" width="{:.1}" height="{:.1}" fill="{fill}"/>"#,
                x + part_left * CELL.0,
                top + part_top * CELL.1,
                part_width * cells(columns),
                part_height * CELL.1
            );
            return;
        }
        let mut attributes = String::new();
        for (modifier, attribute) in [
            (Modifier::BOLD, r#" font-weight="bold""#),
            (Modifier::ITALIC, r#" font-style="italic""#),
            (Modifier::DIM, r#" opacity="0.6""#),
        ] {
            if self.style.modifier.contains(modifier) {
                attributes.push_str(attribute);
            }
        }
        let _ = writeln!(
            svg,
            r#"<text x="{x:.1}" y="{:.1}" textLength="{:.1}" lengthAdjust="spacingAndGlyphs" fill="{fill}"{attributes}>{}</text>"#,
            top + 13.5,
            cells(columns),
            escape(words)
        );
        if self.style.modifier.contains(Modifier::UNDERLINED) {
            let _ = writeln!(
                svg,
                r#"<rect x="{x:.1}" y="{:.1}" width="{:.1}" height="1" fill="{fill}"/>"#,
                top + 15.5,
                cells(columns)
            );
        }
    }
}

/// Lines and bars that must meet their neighbours: left, top, width and height as parts of the cells. Fonts leave gaps.
fn drawn(text: &str) -> Option<(f64, f64, f64, f64)> {
    let bars = "▁▂▃▄▅▆▇█";
    let sign = text.chars().next()?;
    if text.chars().any(|c| c != sign) {
        return None;
    }
    match sign {
        '│' => Some((0.45, 0.0, 0.1, 1.0)),
        '─' => Some((0.0, 0.48, 1.0, 0.05)),
        '▌' => Some((0.0, 0.0, 0.4, 1.0)),
        _ => {
            let eighths = bars.chars().position(|c| c == sign)? + 1;
            let height = f64::from(u16::try_from(eighths).ok()?) / 8.0;
            Some((0.2, 0.95 - 0.9 * height, 0.6, 0.9 * height))
        }
    }
}

fn hex(colour: Color) -> String {
    let Color::Rgb(r, g, b) = colour else {
        panic!("{colour:?} is not a colour of its own: the picture needs a theme with a ground");
    };
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// Text for XML. Blanks beside each other would become one.
fn escape(text: &str) -> String {
    let text = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    text.replace('"', "&quot;").replace("  ", "\u{a0} ")
}
