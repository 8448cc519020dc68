//! Abbreviations that are written with a full stop, by what may follow them, and the words that open a sentence.
//!
//! Keys leave out the final stop. Single letters with stops between them (`U.S.`, `p.m.`) need no list.

use super::{Table, Words, table, words};

/// What an abbreviation tells about the full stop behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// Something always follows: `Dr.`, `e.g.`
    Inside,
    /// It may end a sentence, and does so before a word that opens one: `Inc.`
    Open,
    /// The same, but the word is one only with a capital: `Mass.`, `Ill.`
    Named,
    /// It ends a sentence before any capital: `etc.`
    Final,
    /// It is an abbreviation only before a number: `No. 5`, `Fig. 3`.
    Numbered,
}

use Stop::{Final, Inside, Named, Numbered, Open};

/// The abbreviations.
pub(crate) static ABBREVIATIONS: Table<Stop> = table!(Stop;
    "mr" => Inside, "mrs" => Inside, "ms" => Inside, "mx" => Inside, "dr" => Inside, "drs" => Inside,
    "prof" => Inside, "profs" => Inside, "gen" => Inside, "sen" => Inside, "sens" => Inside, "rep" => Inside,
    "reps" => Inside, "gov" => Inside, "govs" => Inside, "lt" => Inside, "col" => Inside, "sgt" => Inside,
    "capt" => Inside, "cmdr" => Inside, "cdr" => Inside, "adm" => Inside, "maj" => Inside, "brig" => Inside,
    "pvt" => Inside, "cpl" => Inside, "rev" => Inside, "hon" => Inside, "st" => Inside, "ste" => Inside,
    "mt" => Inside, "ft" => Inside, "pres" => Inside, "supt" => Inside, "messrs" => Inside, "mme" => Inside,
    "mlle" => Inside, "insp" => Inside, "det" => Inside, "amb" => Inside, "atty" => Inside, "asst" => Inside,
    "vs" => Inside, "cf" => Inside, "viz" => Inside, "approx" => Inside, "e.g" => Inside, "i.e" => Inside,
    "eg" => Inside, "ie" => Inside, "resp" => Inside, "incl" => Inside, "esp" => Inside, "ca" => Inside,
    "inc" => Open, "co" => Open, "cos" => Open, "corp" => Open, "ltd" => Open, "llc" => Open, "plc" => Open,
    "bros" => Open, "jr" => Open, "sr" => Open, "esq" => Open, "al" => Open, "ave" => Open, "blvd" => Open,
    "rd" => Open, "hwy" => Open, "dept" => Open, "univ" => Open, "assn" => Open, "assoc" => Open, "intl" => Open,
    "govt" => Open, "natl" => Open, "mfg" => Open, "est" => Open, "ed" => Open, "eds" => Open, "trans" => Open,
    "jan" => Open, "feb" => Open, "aug" => Open, "sept" => Open, "oct" => Open, "nov" => Open, "dec" => Open,
    "apr" => Open, "mon" => Open, "tue" => Open, "tues" => Open, "thu" => Open, "thur" => Open,
    "thurs" => Open, "fri" => Open, "calif" => Open, "conn" => Named, "fla" => Open, "ill" => Named, "ind" => Named,
    "kan" => Open, "mich" => Open, "minn" => Open, "okla" => Open, "ore" => Named, "penn" => Named,
    "tenn" => Open, "tex" => Open, "wis" => Open, "ont" => Open, "que" => Open, "ala" => Open, "ariz" => Open,
    "ga" => Named, "la" => Named, "pa" => Named, "md" => Named, "va" => Named, "ky" => Named, "vt" => Named,
    "mo" => Named, "del" => Named, "mass" => Named, "miss" => Named, "mont" => Named, "wash" => Named,
    "ark" => Named, "colo" => Named, "neb" => Open, "nev" => Open, "wyo" => Open, "ph.d" => Open,
    "oz" => Open, "tsp" => Open, "tbsp" => Open,
    "etc" => Final, "hrs" => Final, "mins" => Final, "secs" => Final, "yrs" => Final, "lbs" => Final,
    "no" => Numbered, "nos" => Numbered, "fig" => Numbered, "figs" => Numbered, "sec" => Numbered,
    "art" => Numbered, "arts" => Numbered, "ch" => Numbered, "pp" => Numbered, "vol" => Numbered,
    "vols" => Numbered, "mar" => Numbered, "sat" => Numbered, "sun" => Numbered, "wed" => Numbered,
    "op" => Numbered, "eq" => Numbered, "para" => Numbered, "pt" => Numbered, "tab" => Numbered,
    "jun" => Numbered, "jul" => Numbered, "sep" => Numbered, "ver" => Numbered, "app" => Numbered,
    "div" => Numbered, "chap" => Numbered, "ep" => Numbered,
);

/// Words that open a sentence when written with a capital, and seldom begin a name.
pub(crate) static OPENERS: Words = words!(
    "the a an this that these those it it's its he she they we i you his her their our my your there there's here
     he's she's they're we're you're i'm i've we've they've that's what's who's let's don't
     in on at by for from to with without as if when while where what who whom whose which why how but and or so yet
     nor not after before since although though because however moreover meanwhile furthermore nevertheless
     nonetheless therefore thus hence instead indeed otherwise besides additionally similarly finally eventually
     many most some several all both each every few much more none one two three four five about nearly almost
     according now then also once during under over between among until despite throughout within against
     another other others such only even just still today yesterday tomorrow recently currently previously
     later earlier last next did does do is are was were has have had can could will would should may might must
     yes no well perhaps maybe please unlike given like through upon via whether either neither because"
);

/// Words that follow a quotation and name its speaker, so that the mark in it does not end the sentence.
pub(crate) static SAYING: Words = words!(
    "said says say asked asks replied replies added adds wrote writes told tells explained explains answered answers
     cried shouted whispered exclaimed muttered remarked noted notes joked recalled recalls insisted declared
     wondered demanded yelled screamed called continued continues thought quipped responded pleaded sighed"
);
