//! The words beside a figure that change what it means, in any of the languages: halves, labels, hours, joints, percent,
//! money. All in small letters. Source: ours, from the grammars and the press of these languages.

use crate::facts::Unit;

/// Words behind a scale or a figure that add a part to it: `y medio`, `et demi`.
pub(super) const HALVES: [&str; 10] = [
    "demi",
    "demie",
    "medio",
    "media",
    "mezzo",
    "meio",
    "meia",
    "half",
    "половиной",
    "пол",
];

/// Whether a word says that the figure before it is a time of day.
pub(super) fn is_hour(word: &str) -> bool {
    [
        "uhr",
        "uur",
        "h",
        "hs",
        "hrs",
        "heure",
        "heures",
        "hora",
        "horas",
        "ore",
        "час",
        "часа",
        "часов",
        "ч",
        "godz",
        "година",
        "годині",
        "утра",
        "вечера",
        "ночи",
        "am",
        "pm",
    ]
    .contains(&word)
}

/// Whether a word says that the figure behind it counts nothing: a page, a chapter, a number in a row, a time of day.
pub(super) fn is_label(word: &str) -> bool {
    const STARTS: [&str; 42] = [
        "seite",
        "kapitel",
        "artikel",
        "paragra",
        "absatz",
        "tabelle",
        "abbildung",
        "nummer",
        "numéro",
        "número",
        "numer",
        "chapitre",
        "chapter",
        "tableau",
        "capít",
        "capit",
        "articl",
        "artíc",
        "artig",
        "artyk",
        "figur",
        "tabla",
        "tabel",
        "página",
        "pagin",
        "hoofdst",
        "sección",
        "sezion",
        "section",
        "abschnitt",
        "version",
        "versión",
        "страниц",
        "глав",
        "стать",
        "таблиц",
        "рисун",
        "номер",
        "част",
        "пункт",
        "верси",
        "rozdzia",
    ];
    const WHOLE: [&str; 44] = [
        "s", "p", "pp", "pg", "pag", "pág", "págs", "nr", "no", "nos", "n", "núm", "num", "nº",
        "kap", "art", "abs", "abb", "tab", "fig", "page", "pages", "teil", "partie", "parte",
        "deel", "band", "tome", "tomo", "vol", "alle", "às", "klockan", "kl", "стр", "с", "рис",
        "табл", "гл", "ст", "п", "стор", "vers", "strona",
    ];
    WHOLE.contains(&word) || STARTS.iter().any(|s| word.starts_with(s))
}

/// Whether a word joins two figures to a range or a pair, the second of which says what both are.
pub(super) fn joins(word: &str) -> bool {
    [
        "bis", "und", "oder", "à", "et", "ou", "a", "y", "o", "u", "e", "al", "tot", "en", "of",
        "do", "i", "och", "till", "до", "и", "или", "по", "та", "ve", "至", "到", "から", "do",
    ]
    .contains(&word)
}

/// What percent words mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Share {
    Percent,
    /// Percentage points.
    Points,
}

/// Reads the words behind a figure as percent: how many of them belong to it.
pub(super) fn percent(first: &str, second: &str, third: &str) -> Option<(Share, usize)> {
    match (first, second) {
        ("pour", "cent") | ("per", "cento") | ("por", "ciento" | "cento") => {
            Some((Share::Percent, 2))
        }
        ("points" | "point", "de") if third == "pourcentage" => Some((Share::Points, 3)),
        ("puntos" | "punto", "porcentuales" | "porcentual")
        | ("punti" | "punto", "percentuali" | "percentuale")
        | ("pontos" | "ponto", "percentuais" | "percentual") => Some((Share::Points, 2)),
        (first, second) if first.starts_with("процентн") && second.starts_with("пункт") => {
            Some((Share::Points, 2))
        }
        (
            "prozentpunkte" | "prozentpunkten" | "prozentpunkt" | "procentpunt" | "procentenheter",
            _,
        ) => Some((Share::Points, 1)),
        (
            "prozent" | "procent" | "pourcent" | "procenta" | "процент" | "процента" | "процентов"
            | "відсоток" | "відсотки" | "відсотків",
            _,
        ) => Some((Share::Percent, 1)),
        _ => None,
    }
}

/// The currency that a word behind an amount names. Words for dollars and pesos name several and give none.
pub(super) fn currency(word: &str) -> Option<&'static str> {
    Some(match word {
        "euro" | "euros" | "eur" | "евро" | "євро" | "欧元" | "ユーロ" | "유로" => {
            "EUR"
        }
        "usd" | "美元" | "米ドル" => "USD",
        "gbp" | "英镑" => "GBP",
        "chf" => "CHF",
        "rubel" | "rublos" | "рубль" | "рубля" | "рублей" | "руб" => "RUB",
        "гривня" | "гривні" | "гривень" | "грн" => "UAH",
        "złoty" | "złote" | "złotych" | "zł" => "PLN",
        "lira" => "TRY",
        "人民币" | "元" => "CNY",
        "円" => "JPY",
        "원" => "KRW",
        "reais" => "BRL",
        _ => return None,
    })
}

/// What a sign of money stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Currency {
    /// One currency.
    One(&'static str),
    /// The currencies of several countries.
    Several,
}

impl Currency {
    /// The unit of an amount; none where it may be one of several.
    pub(super) const fn unit(self) -> Option<Unit> {
        match self {
            Self::One(name) => Some(Unit::Name(name)),
            Self::Several => None,
        }
    }
}

/// What a sign of money stands for; none for any other sign.
pub(super) fn sign(sign: &str) -> Option<Currency> {
    Some(match sign {
        "€" => Currency::One("EUR"),
        "£" => Currency::One("GBP"),
        "₽" => Currency::One("RUB"),
        "₴" => Currency::One("UAH"),
        "₩" => Currency::One("KRW"),
        "₺" => Currency::One("TRY"),
        "₹" => Currency::One("INR"),
        "$" | "¥" | "￥" => Currency::Several,
        _ => return None,
    })
}

/// Whether a word adds a figure to another one, unless a word before both makes a range of them: `zwischen 10 und 15`.
pub(super) fn is_and(word: &str) -> bool {
    matches!(
        word,
        "und" | "et" | "y" | "e" | "en" | "и" | "i" | "och" | "ve" | "та"
    )
}
