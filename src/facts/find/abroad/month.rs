//! The names of the months, by language, in small letters, in the forms that stand beside a day or a year.
//!
//! Source: ours, as Unicode CLDR lists them.

/// The months of a language, each with its forms.
type Months = [&'static str; 12];

const MONTHS: [(&str, Months); 11] = [
    (
        "de",
        [
            "januar jänner",
            "februar feber",
            "märz",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "dezember",
        ],
    ),
    (
        "fr",
        [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
    ),
    (
        "es",
        [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre setiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
    ),
    (
        "it",
        [
            "gennaio",
            "febbraio",
            "marzo",
            "aprile",
            "maggio",
            "giugno",
            "luglio",
            "agosto",
            "settembre",
            "ottobre",
            "novembre",
            "dicembre",
        ],
    ),
    (
        "pt",
        [
            "janeiro",
            "fevereiro",
            "março",
            "abril",
            "maio",
            "junho",
            "julho",
            "agosto",
            "setembro",
            "outubro",
            "novembro",
            "dezembro",
        ],
    ),
    (
        "nl",
        [
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ],
    ),
    (
        "pl",
        [
            "stycznia styczeń styczniu",
            "lutego luty lutym",
            "marca marzec marcu",
            "kwietnia kwiecień kwietniu",
            "maja maj maju",
            "czerwca czerwiec czerwcu",
            "lipca lipiec lipcu",
            "sierpnia sierpień sierpniu",
            "września wrzesień wrześniu",
            "października październik październiku",
            "listopada listopad listopadzie",
            "grudnia grudzień grudniu",
        ],
    ),
    (
        "sv",
        [
            "januari",
            "februari",
            "mars",
            "april",
            "maj",
            "juni",
            "juli",
            "augusti",
            "september",
            "oktober",
            "november",
            "december",
        ],
    ),
    (
        "tr",
        [
            "ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül",
            "ekim", "kasım", "aralık",
        ],
    ),
    (
        "ru",
        [
            "января январь январе",
            "февраля февраль феврале",
            "марта март марте",
            "апреля апрель апреле",
            "мая май мае",
            "июня июнь июне",
            "июля июль июле",
            "августа август августе",
            "сентября сентябрь сентябре",
            "октября октябрь октябре",
            "ноября ноябрь ноябре",
            "декабря декабрь декабре",
        ],
    ),
    (
        "uk",
        [
            "січня січень січні",
            "лютого лютий лютому",
            "березня березень березні",
            "квітня квітень квітні",
            "травня травень травні",
            "червня червень червні",
            "липня липень липні",
            "серпня серпень серпні",
            "вересня вересень вересні",
            "жовтня жовтень жовтні",
            "листопада листопад листопаді",
            "грудня грудень грудні",
        ],
    ),
];

/// The number of a month by its name in a language.
pub(super) fn month(code: &str, word: &str) -> Option<u8> {
    if word.is_empty() {
        return None;
    }
    let (_, months) = MONTHS.iter().find(|(language, _)| *language == code)?;
    let at = months
        .iter()
        .position(|forms| forms.split(' ').any(|f| f == word))?;
    u8::try_from(at + 1).ok()
}

/// Whether a word begins as the name of a month does in some language: no figure stands beside it safely.
pub(super) fn is_month_like(word: &str) -> bool {
    const STARTS: [&str; 32] = [
        "janu", "janv", "jän", "genn", "ener", "jane", "febr", "févr", "febb", "feve", "märz",
        "marz", "março", "maart", "april", "avril", "abril", "mayo", "maggio", "juin", "juillet",
        "luglio", "giugno", "août", "agosto", "septem", "settem", "setem", "octo", "okto", "novem",
        "decem",
    ];
    MONTHS.iter().any(|(code, _)| month(code, word).is_some())
        || STARTS.iter().any(|s| word.starts_with(s))
}
