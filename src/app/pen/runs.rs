//! Which cells are written: runs of changed cells, and the order in which they are.

use ratatui::layout::Rect;

use super::Press;
use super::signs::Sign;

/// The longest gap of unchanged cells that is written over rather than jumped, in columns: a jump costs as much.
const GAP: u16 = 5;

/// Changed cells of one row and one style, with the gaps between them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    /// The number of its style.
    pub(super) ink: u16,
    /// The number of the link that it belongs to; 0 for none.
    pub(super) link: u16,
    pub(super) row: u16,
    /// The first column.
    pub(super) start: u16,
    /// The first column after it.
    pub(super) end: u16,
    /// Where its signs begin among those of the parts that changed.
    pub(super) first: usize,
    /// Whether only its ground is seen: then it takes the style of what follows.
    blank: bool,
}

impl Press {
    /// The runs of changed cells, by row and column in each pane.
    pub(super) fn runs(&self) -> Vec<Run> {
        let mut runs = Vec::new();
        let mut first = 0;
        for (place, next) in self.next.all() {
            let shown = self.shown.part(place);
            if shown != next {
                self.runs_of(place, first, (shown, next), &mut runs);
            }
            first += next.len();
        }
        runs
    }

    /// The runs of a part of a row, whose signs begin at `first` among those of all parts.
    fn runs_of(
        &self,
        place: Rect,
        first: usize,
        (shown, next): (&[Sign], &[Sign]),
        runs: &mut Vec<Run>,
    ) {
        let mut open: Option<Run> = None;
        for (x, (old, &new)) in (place.x..).zip(shown.iter().zip(next)) {
            if *old == new || new.is_half() {
                continue;
            }
            let end = x.saturating_add(new.columns());
            // Most cells go on with what stands before them.
            if let Some(run) = open
                .as_mut()
                .filter(|run| (run.ink, run.link, run.end) == (new.ink, new.link, x))
            {
                run.end = end;
                run.blank = run.blank && self.cast.is_blank(new);
                continue;
            }
            let blank = self.cast.is_blank(new);
            let joined = open
                .filter(|run| run.link == new.link && x >= run.end && x - run.end <= GAP)
                .and_then(|run| Some((run, self.both(&run, new.ink, blank)?)))
                .filter(|(run, ink)| {
                    let gap = usize::from(run.end - place.x)..usize::from(x - place.x);
                    let gap = next.get(gap).unwrap_or_default();
                    gap.iter().all(|sign| self.passes(*sign, *ink, run.link))
                });
            if let Some((run, ink)) = joined {
                open = Some(Run {
                    ink,
                    end,
                    blank: run.blank && blank,
                    ..run
                });
                continue;
            }
            runs.extend(open);
            open = Some(Run {
                ink: new.ink,
                link: new.link,
                row: place.y,
                start: x,
                end,
                first: first + usize::from(x - place.x),
                blank,
            });
        }
        runs.extend(open);
    }

    /// The style that a run and a cell beside it can both be written in, where there is one.
    fn both(&self, run: &Run, ink: u16, blank: bool) -> Option<u16> {
        if run.ink == ink {
            return Some(ink);
        }
        let same = self.cast.is_same_ground(run.ink, ink);
        match (run.blank, blank) {
            (_, true) if same => Some(run.ink),
            (true, false) if same => Some(ink),
            _ => None,
        }
    }

    /// Whether an unchanged cell can be written again in a style without a change that is seen.
    fn passes(&self, sign: Sign, ink: u16, link: u16) -> bool {
        let same = sign.ink == ink
            || (self.cast.is_blank(sign) && self.cast.is_same_ground(sign.ink, ink));
        same && sign.link == link && sign.ascii().is_some()
    }

    /// The runs of each style together, the styles in the order in which they appear.
    pub(super) fn ordered(&self, mut runs: Vec<Run>) -> Vec<Run> {
        let mut places = vec![usize::MAX; self.cast.inks()];
        for (i, run) in runs.iter().enumerate() {
            if let Some(place) = places.get_mut(usize::from(run.ink)) {
                *place = i.min(*place);
            }
        }
        // Stable: within a style the rows keep their order.
        runs.sort_by_key(|run| places.get(usize::from(run.ink)).copied());
        runs
    }
}
