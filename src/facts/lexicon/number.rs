//! Words that count: numerals, scales, fractions, approximators, currencies, units of measure, words of change.

use super::{Table, Words, table, words};
use crate::facts::model::{Approx, Change};

/// What a numeral does in a spelled number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Numeral {
    /// `zero` to `nineteen`.
    Small(f64),
    /// `twenty` to `ninety`.
    Tens(f64),
    /// `hundred`.
    Hundred,
    /// `thousand`, `million`, …
    Scale(f64),
    /// `dozen`.
    Dozen,
    /// `dozens`, `hundreds`, `millions`: a number of which only the size is known.
    Many(f64),
    /// `half`.
    Half,
}

use Numeral::{Dozen, Half, Hundred, Many, Scale, Small, Tens};

/// Numerals.
pub(crate) static NUMERALS: Table<Numeral> = table!(Numeral;
    "zero" => Small(0.0), "one" => Small(1.0), "two" => Small(2.0), "three" => Small(3.0), "four" => Small(4.0),
    "five" => Small(5.0), "six" => Small(6.0), "seven" => Small(7.0), "eight" => Small(8.0), "nine" => Small(9.0),
    "ten" => Small(10.0), "eleven" => Small(11.0), "twelve" => Small(12.0), "thirteen" => Small(13.0),
    "fourteen" => Small(14.0), "fifteen" => Small(15.0), "sixteen" => Small(16.0), "seventeen" => Small(17.0),
    "eighteen" => Small(18.0), "nineteen" => Small(19.0), "twenty" => Tens(20.0), "thirty" => Tens(30.0),
    "forty" => Tens(40.0), "fourty" => Tens(40.0), "fifty" => Tens(50.0), "sixty" => Tens(60.0),
    "seventy" => Tens(70.0), "eighty" => Tens(80.0), "ninety" => Tens(90.0), "hundred" => Hundred,
    "thousand" => Scale(1e3), "million" => Scale(1e6), "billion" => Scale(1e9), "trillion" => Scale(1e12),
    "quadrillion" => Scale(1e15), "lakh" => Scale(1e5), "crore" => Scale(1e7), "dozen" => Dozen,
    "tens" => Many(10.0), "dozens" => Many(12.0), "scores" => Many(20.0), "hundreds" => Many(1e2), "thousands" => Many(1e3),
    "millions" => Many(1e6), "billions" => Many(1e9), "trillions" => Many(1e12), "half" => Half,
);

/// Short scales that stand right behind digits: `1.2bn`. `m` is a million only with money or before a noun.
pub(crate) static SCALES: Table<f64> = table!(f64;
    "k" => 1e3, "bn" => 1e9, "b" => 1e9, "m" => 1e6, "mn" => 1e6, "mln" => 1e6, "mm" => 1e6, "tn" => 1e12,
    "trn" => 1e12, "t" => 1e12, "million" => 1e6, "billion" => 1e9, "thousand" => 1e3,
);

/// The lower part of a fraction: `thirds`, `quarter`.
pub(crate) static PARTS: Table<f64> = table!(f64;
    "half" => 2.0, "halves" => 2.0, "third" => 3.0, "thirds" => 3.0, "quarter" => 4.0, "quarters" => 4.0,
    "fourth" => 4.0, "fourths" => 4.0, "fifth" => 5.0, "fifths" => 5.0, "sixth" => 6.0, "sixths" => 6.0,
    "seventh" => 7.0, "sevenths" => 7.0, "eighth" => 8.0, "eighths" => 8.0, "ninth" => 9.0, "ninths" => 9.0,
    "tenth" => 10.0, "tenths" => 10.0, "twentieth" => 20.0, "hundredth" => 100.0, "hundredths" => 100.0,
);

/// Approximators of one word, before a number.
pub(crate) static APPROXIMATORS: Table<Approx> = table!(Approx;
    "about" => Approx::About, "around" => Approx::About, "approximately" => Approx::About, "roughly" => Approx::About,
    "some" => Approx::About, "circa" => Approx::About, "ca" => Approx::About, "approx" => Approx::About,
    "estimated" => Approx::About, "nearly" => Approx::About, "almost" => Approx::About, "nigh" => Approx::About,
    "near" => Approx::About, "approaching" => Approx::About, "~" => Approx::About, "≈" => Approx::About,
    "over" => Approx::Above, "above" => Approx::Above, "exceeding" => Approx::Above, "exceeded" => Approx::Above,
    "surpassing" => Approx::Above, "topping" => Approx::Above, ">" => Approx::Above, "≥" => Approx::Above,
    "under" => Approx::Below, "below" => Approx::Below, "<" => Approx::Below, "≤" => Approx::Below,
    "beyond" => Approx::Above, "past" => Approx::Above, "upto" => Approx::Below,
);

/// Currencies by sign, code and name, with their ISO codes.
pub(crate) static CURRENCIES: Table<&'static str> = table!(&'static str;
    "$" => "USD", "£" => "GBP", "€" => "EUR", "¥" => "JPY", "₹" => "INR", "₽" => "RUB", "₩" => "KRW", "₺" => "TRY",
    "₴" => "UAH", "₦" => "NGN", "₪" => "ILS", "฿" => "THB", "₫" => "VND", "₱" => "PHP", "¢" => "USD",
    "usd" => "USD", "gbp" => "GBP", "eur" => "EUR", "jpy" => "JPY", "inr" => "INR", "rub" => "RUB", "cny" => "CNY",
    "rmb" => "CNY", "cad" => "CAD", "aud" => "AUD", "chf" => "CHF", "sek" => "SEK", "nok" => "NOK", "dkk" => "DKK",
    "nzd" => "NZD", "hkd" => "HKD", "sgd" => "SGD", "krw" => "KRW", "brl" => "BRL", "mxn" => "MXN", "zar" => "ZAR",
    "try" => "TRY", "thb" => "THB", "ils" => "ILS", "pln" => "PLN", "czk" => "CZK", "huf" => "HUF", "cuc" => "CUC",
    "cup" => "CUP", "php" => "PHP", "idr" => "IDR", "myr" => "MYR", "aed" => "AED", "sar" => "SAR", "egp" => "EGP",
    "ngn" => "NGN", "kes" => "KES", "uah" => "UAH", "vnd" => "VND", "pkr" => "PKR", "rs" => "INR",
    "dollar" => "USD", "dollars" => "USD", "buck" => "USD", "bucks" => "USD", "euro" => "EUR", "euros" => "EUR",
    "pound" => "GBP", "pounds" => "GBP", "sterling" => "GBP", "quid" => "GBP", "yen" => "JPY", "yuan" => "CNY",
    "renminbi" => "CNY", "rupee" => "INR", "rupees" => "INR", "ruble" => "RUB", "rubles" => "RUB",
    "rouble" => "RUB", "roubles" => "RUB", "franc" => "CHF", "francs" => "CHF", "peso" => "MXN", "pesos" => "MXN",
    "shekel" => "ILS", "shekels" => "ILS", "lira" => "TRY", "liras" => "TRY", "baht" => "THB", "rand" => "ZAR",
    "krona" => "SEK", "kronor" => "SEK", "krone" => "NOK", "kroner" => "NOK", "zloty" => "PLN", "zlotys" => "PLN",
    "forint" => "HUF", "forints" => "HUF", "dirham" => "AED", "dirhams" => "AED", "riyal" => "SAR",
    "riyals" => "SAR", "dinar" => "dinar", "dinars" => "dinar", "cent" => "cent", "cents" => "cent",
    "penny" => "penny", "pence" => "penny", "hryvnia" => "UAH", "naira" => "NGN", "rupiah" => "IDR",
    "ringgit" => "MYR", "reais" => "BRL", "rials" => "IRR", "rial" => "IRR", "afghanis" => "AFN", "bitcoin" => "BTC",
    "bitcoins" => "BTC",
);

/// What may stand glued before a `$`: `US$`, `A$`, `HK$`.
pub(crate) static DOLLARS: Table<&'static str> = table!(&'static str;
    "us" => "USD", "u.s" => "USD", "usd" => "USD", "a" => "AUD", "au" => "AUD", "aud" => "AUD", "c" => "CAD",
    "ca" => "CAD", "cad" => "CAD", "can" => "CAD", "cdn" => "CAD", "hk" => "HKD", "nz" => "NZD", "s" => "SGD",
    "sg" => "SGD", "r" => "BRL", "nt" => "TWD", "mx" => "MXN", "gb" => "GBP",
);

/// Adjectives before the name of a currency.
pub(crate) static MONEY_ADJECTIVES: Words = words!(
    "us u.s american canadian australian hong kong singapore new zealand british swiss swedish norwegian danish turkish
     egyptian kuwaiti iraqi mexican philippine indian pakistani russian chinese japanese israeli israel"
);

/// Units of measure, words and abbreviations. Letters that are words too (`in`, `a`, `m`) are units only glued to
/// digits or where the text leaves no doubt.
pub(crate) static UNITS: Words = words!(
    "meter meters metre metres kilometer kilometers kilometre kilometres centimeter centimeters centimetre centimetres
     millimeter millimeters millimetre millimetres micrometers micrometres nanometers nanometres micron microns
     mile miles foot feet inch inches yard yards km cm mm nm ft yd mi
     gram grams gramme grammes kilogram kilograms kilo kilos kg mg lb lbs ounce ounces oz ton tons tonne tonnes
     milligram milligrams megaton megatons gigatonnes gigatons metric
     liter liters litre litres ml milliliters millilitres gallon gallons pint pints quart quarts barrel barrels
     acre acres hectare hectares ha km² m² square cubic sq
     mph kph km/h knot knots rpm
     degree degrees celsius fahrenheit kelvin °c °f ºc ° º
     watt watts kilowatt kilowatts megawatt megawatts gigawatt gigawatts kw mw gw kwh mwh twh gwh volt volts
     amp amps ampere amperes joule joules kj calorie calories kcal horsepower hp bhp ps
     hertz hz khz mhz ghz decibel decibels db
     byte bytes kilobyte kilobytes megabyte megabytes gigabyte gigabytes terabyte terabytes petabyte petabytes bit bits
     kb mb gb tb pb mbps gbps kbps megapixel megapixels mp pixel pixels
     pascal pascals kpa mpa psi atm ppm ppb mmol mol newton newtons
     second seconds millisecond milliseconds sec secs minute minutes min mins hour hours hr hrs day days night nights
     week weeks fortnight fortnights month months year years yr yrs decade decades century centuries millennium
     millennia weekend weekends light-years light-year
     point points basis
     pound-feet lb-ft nautical"
);

/// Units of time.
pub(crate) static LENGTHS: Words = words!(
    "second seconds millisecond milliseconds minute minutes min mins hour hours hr hrs day days night nights week weeks
     fortnight fortnights month months year years yr yrs decade decades century centuries millennium millennia weekend
     weekends"
);

/// Words that say in which direction something changes.
pub(crate) static CHANGES: Table<Change> = table!(Change;
    "rose" => Change::Up, "rise" => Change::Up, "rises" => Change::Up, "risen" => Change::Up, "rising" => Change::Up,
    "increase" => Change::Up, "increases" => Change::Up, "increased" => Change::Up, "increasing" => Change::Up,
    "grew" => Change::Up, "grow" => Change::Up, "grows" => Change::Up, "grown" => Change::Up, "growing" => Change::Up,
    "growth" => Change::Up, "gain" => Change::Up, "gains" => Change::Up, "gained" => Change::Up,
    "gaining" => Change::Up, "climb" => Change::Up, "climbs" => Change::Up, "climbed" => Change::Up,
    "climbing" => Change::Up, "jump" => Change::Up, "jumps" => Change::Up, "jumped" => Change::Up,
    "jumping" => Change::Up, "surge" => Change::Up, "surges" => Change::Up, "surged" => Change::Up,
    "surging" => Change::Up, "soar" => Change::Up, "soars" => Change::Up, "soared" => Change::Up,
    "soaring" => Change::Up, "up" => Change::Up, "added" => Change::Up, "adding" => Change::Up,
    "raise" => Change::Up, "raised" => Change::Up, "raising" => Change::Up, "advanced" => Change::Up,
    "rallied" => Change::Up, "spiked" => Change::Up, "spike" => Change::Up, "boost" => Change::Up,
    "boosted" => Change::Up, "higher" => Change::Up, "expanded" => Change::Up, "hike" => Change::Up,
    "hiked" => Change::Up, "skyrocketed" => Change::Up, "rebounded" => Change::Up, "uptick" => Change::Up,
    "premium" => Change::Up, "rallying" => Change::Up, "upped" => Change::Up, "accelerated" => Change::Up,
    "rebound" => Change::Up, "appreciated" => Change::Up, "swelled" => Change::Up, "widened" => Change::Up,
    "fell" => Change::Down, "fall" => Change::Down, "falls" => Change::Down, "fallen" => Change::Down,
    "falling" => Change::Down, "drop" => Change::Down, "drops" => Change::Down, "dropped" => Change::Down,
    "dropping" => Change::Down, "decline" => Change::Down, "declines" => Change::Down, "declined" => Change::Down,
    "declining" => Change::Down, "decrease" => Change::Down, "decreases" => Change::Down,
    "decreased" => Change::Down, "decreasing" => Change::Down, "down" => Change::Down, "cut" => Change::Down,
    "cuts" => Change::Down, "cutting" => Change::Down, "reduce" => Change::Down, "reduced" => Change::Down,
    "reduces" => Change::Down, "reducing" => Change::Down, "reduction" => Change::Down, "lost" => Change::Down,
    "lose" => Change::Down, "loses" => Change::Down, "losing" => Change::Down, "shed" => Change::Down,
    "sheds" => Change::Down, "slid" => Change::Down, "slide" => Change::Down, "slipped" => Change::Down,
    "slip" => Change::Down, "slipping" => Change::Down, "tumble" => Change::Down, "tumbled" => Change::Down,
    "tumbling" => Change::Down, "plunge" => Change::Down, "plunged" => Change::Down, "plunging" => Change::Down,
    "plummet" => Change::Down, "plummeted" => Change::Down, "plummeting" => Change::Down, "sank" => Change::Down,
    "sink" => Change::Down, "shrank" => Change::Down, "shrink" => Change::Down, "shrunk" => Change::Down,
    "contracted" => Change::Down, "lower" => Change::Down, "lowered" => Change::Down, "slashed" => Change::Down,
    "slash" => Change::Down, "dipped" => Change::Down, "dip" => Change::Down, "eased" => Change::Down,
    "retreated" => Change::Down, "loss" => Change::Down, "dive" => Change::Down, "dived" => Change::Down,
    "slumped" => Change::Down, "slump" => Change::Down, "crashed" => Change::Down, "discount" => Change::Down,
    "off" => Change::Down, "downturn" => Change::Down, "trimmed" => Change::Down, "depreciated" => Change::Down,
    "narrowed" => Change::Down, "fewer" => Change::Down, "weakened" => Change::Down, "halved" => Change::Down,
    "dwindled" => Change::Down, "contraction" => Change::Down,
);
