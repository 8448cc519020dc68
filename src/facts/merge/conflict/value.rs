//! When two values may both be true: within what the approximators allow, or one a rounding of the other.

use super::super::group::digits;
use crate::facts::{Approx, Kind, Number, Period, Unit};

/// Below it, people and things are counted one by one: `10 dead` is no rounding of 12.
const COUNTED: f64 = 100.0;

/// Whether both numbers may be true.
pub(super) fn compatible(kind: Kind, a: &Number, b: &Number) -> bool {
    allows(kind, a, b) || allows(kind, b, a)
}

/// Whether the first number, as it is put, allows for the second.
fn allows(kind: Kind, a: &Number, b: &Number) -> bool {
    let (low, high) = (a.number, a.to.unwrap_or(a.number));
    let (x, y) = (b.number, b.to.unwrap_or(b.number));
    let slack = match a.approx {
        Approx::About => 0.15 * high.abs(),
        _ => 0.0,
    };
    match a.approx {
        Approx::Above => y >= low,
        Approx::Below => x <= high,
        _ => (x >= low - slack && y <= high + slack) || rounds(kind, a, b),
    }
}

/// Whether the first number is the second one rounded to its own digits: `2,500` for `2,483`.
fn rounds(kind: Kind, a: &Number, b: &Number) -> bool {
    let counted = kind == Kind::Quantity && !matches!(a.unit, Some(Unit::Name(_)));
    if a.to.is_some() || b.to.is_some() || a.number == 0.0 {
        return false;
    }
    if counted && a.number.abs() < COUNTED && a.number.fract() == 0.0 && b.number.fract() == 0.0 {
        return false;
    }
    let (own, other) = (digits(a.number), digits(b.number));
    if own >= other {
        return false;
    }
    let digits = i32::try_from(own).unwrap_or(1) - 1;
    let step = 10_f64.powf(a.number.abs().log10().floor() - f64::from(digits));
    (a.number - b.number).abs() <= step / 2.0 * 1.000_001
}

/// Whether two times may both be meant: one is the other, told more closely. Ranges are not compared.
pub(super) fn one_time(a: &Period, b: &Period) -> bool {
    match (a, b) {
        (Period::Date(a), Period::Date(b)) => {
            a.starts_with(b.as_str()) || b.starts_with(a.as_str())
        }
        _ => true,
    }
}
