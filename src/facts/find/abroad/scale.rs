//! The words that multiply the figure before them, by language, in small letters.
//!
//! Source: ours. They are those of the long scale except in Brazilian Portuguese, Russian, Ukrainian and Turkish. A
//! language that has none here is read more sparingly: see [`is_scale_like`].

/// Scale words by language: a word, and what it multiplies by.
type Scales = &'static [(&'static str, f64)];

const SCALES: [(&str, Scales); 14] = [
    (
        "de",
        &[
            ("tausend", 1e3),
            ("tsd", 1e3),
            ("million", 1e6),
            ("millionen", 1e6),
            ("mio", 1e6),
            ("mill", 1e6),
            ("milliarde", 1e9),
            ("milliarden", 1e9),
            ("mrd", 1e9),
            ("billion", 1e12),
            ("billionen", 1e12),
            ("bio", 1e12),
            ("billiarde", 1e15),
            ("billiarden", 1e15),
        ],
    ),
    (
        "fr",
        &[
            ("mille", 1e3),
            ("million", 1e6),
            ("millions", 1e6),
            ("milliard", 1e9),
            ("milliards", 1e9),
            ("md", 1e9),
            ("mds", 1e9),
            ("billion", 1e12),
            ("billions", 1e12),
        ],
    ),
    (
        "es",
        &[
            ("mil", 1e3),
            ("millón", 1e6),
            ("millones", 1e6),
            ("millardo", 1e9),
            ("millardos", 1e9),
            ("billón", 1e12),
            ("billones", 1e12),
        ],
    ),
    (
        "it",
        &[
            ("mila", 1e3),
            ("milione", 1e6),
            ("milioni", 1e6),
            ("mln", 1e6),
            ("miliardo", 1e9),
            ("miliardi", 1e9),
            ("mld", 1e9),
        ],
    ),
    (
        "pt",
        &[
            ("mil", 1e3),
            ("milhão", 1e6),
            ("milhões", 1e6),
            ("bilhão", 1e9),
            ("bilhões", 1e9),
            ("bilião", 1e12),
            ("biliões", 1e12),
            ("trilhão", 1e12),
            ("trilhões", 1e12),
        ],
    ),
    (
        "nl",
        &[
            ("duizend", 1e3),
            ("miljoen", 1e6),
            ("mln", 1e6),
            ("miljard", 1e9),
            ("mld", 1e9),
            ("biljoen", 1e12),
        ],
    ),
    (
        "pl",
        &[
            ("tys", 1e3),
            ("tysiąc", 1e3),
            ("tysiące", 1e3),
            ("tysięcy", 1e3),
            ("mln", 1e6),
            ("milion", 1e6),
            ("miliony", 1e6),
            ("milionów", 1e6),
            ("mld", 1e9),
            ("miliard", 1e9),
            ("miliardy", 1e9),
            ("miliardów", 1e9),
            ("bln", 1e12),
            ("bilion", 1e12),
            ("bilionów", 1e12),
        ],
    ),
    (
        "sv",
        &[
            ("tusen", 1e3),
            ("miljon", 1e6),
            ("miljoner", 1e6),
            ("miljard", 1e9),
            ("miljarder", 1e9),
            ("biljon", 1e12),
            ("biljoner", 1e12),
        ],
    ),
    (
        "tr",
        &[
            ("bin", 1e3),
            ("milyon", 1e6),
            ("milyar", 1e9),
            ("trilyon", 1e12),
        ],
    ),
    (
        "ru",
        &[
            ("тыс", 1e3),
            ("тысяча", 1e3),
            ("тысячи", 1e3),
            ("тысяч", 1e3),
            ("млн", 1e6),
            ("миллион", 1e6),
            ("миллиона", 1e6),
            ("миллионов", 1e6),
            ("млрд", 1e9),
            ("миллиард", 1e9),
            ("миллиарда", 1e9),
            ("миллиардов", 1e9),
            ("трлн", 1e12),
            ("триллион", 1e12),
            ("триллиона", 1e12),
            ("триллионов", 1e12),
        ],
    ),
    (
        "uk",
        &[
            ("тис", 1e3),
            ("тисяча", 1e3),
            ("тисячі", 1e3),
            ("тисяч", 1e3),
            ("млн", 1e6),
            ("мільйон", 1e6),
            ("мільйони", 1e6),
            ("мільйона", 1e6),
            ("мільйонів", 1e6),
            ("млрд", 1e9),
            ("мільярд", 1e9),
            ("мільярди", 1e9),
            ("мільярда", 1e9),
            ("мільярдів", 1e9),
            ("трлн", 1e12),
        ],
    ),
    (
        "zh",
        &[
            ("百", 1e2),
            ("千", 1e3),
            ("万", 1e4),
            ("萬", 1e4),
            ("百万", 1e6),
            ("千万", 1e7),
            ("亿", 1e8),
            ("億", 1e8),
            ("万亿", 1e12),
            ("萬億", 1e12),
        ],
    ),
    (
        "ja",
        &[
            ("百", 1e2),
            ("千", 1e3),
            ("万", 1e4),
            ("百万", 1e6),
            ("億", 1e8),
            ("兆", 1e12),
        ],
    ),
    ("ko", &[("천", 1e3), ("만", 1e4), ("억", 1e8), ("조", 1e12)]),
];

/// What a scale word multiplies by. A word of an unspaced script is looked at from its beginning, and the bytes that
/// belong to the scale are given too.
pub(super) fn scale(code: &str, word: &str, runs_on: bool) -> Option<(f64, usize)> {
    let (_, list) = SCALES.iter().find(|(language, _)| *language == code)?;
    let fits = |w: &&(&str, f64)| {
        if runs_on {
            word.starts_with(w.0)
        } else {
            word == w.0
        }
    };
    let found = list.iter().filter(fits).max_by_key(|w| w.0.len());
    found.map(|&(w, by)| (by, w.len()))
}

/// How words begin that multiply a figure in some language.
const SCALE_LIKE: [&str; 25] = [
    "mill",
    "milia",
    "milio",
    "milj",
    "milh",
    "mily",
    "mio",
    "mln",
    "mld",
    "mrd",
    "mld",
    "bilh",
    "bilj",
    "bili",
    "bill",
    "tril",
    "tausend",
    "duizend",
    "tusen",
    "tys",
    "тыс",
    "млн",
    "млрд",
    "милл",
    "мільй",
];

/// Whether a word may multiply the figure beside it, in a language that is not known well enough.
pub(super) fn is_scale_like(word: &str) -> bool {
    let whole = [
        "mil",
        "mila",
        "md",
        "mds",
        "bn",
        "m",
        "k",
        "bin",
        "тис",
        "мільярд",
        "мільярдів",
        "трлн",
        "lakh",
        "crore",
        "लाख",
        "करोड़",
        "हजार",
        "हज़ार",
        "مليون",
        "مليار",
        "ألف",
        "آلاف",
        "מיליון",
        "מיליארד",
        "אלף",
        "χιλιάδες",
        "εκατ",
        "εκατομμύρια",
        "δισ",
        "δισεκατομμύρια",
        "tuhat",
        "tuhatta",
        "ezer",
        "tisíc",
        "mii",
        "tusind",
    ];
    whole.contains(&word) || SCALE_LIKE.iter().any(|start| word.starts_with(start))
}
