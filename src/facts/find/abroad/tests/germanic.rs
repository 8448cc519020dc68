//! German, Dutch and Swedish.

use super::check;

#[test]
fn german() {
    check(
        "de",
        "
        Nach Angaben der Stadt liegt der Schaden bei 3,5 Millionen Euro. => money 3,5 Millionen Euro = 3500000 EUR
        Rund 2.500 Einwohner mussten ihre Häuser in der Nacht verlassen. => quantity 2.500 = ~2500
        Mehr als 10 000 Menschen waren ohne Strom und ohne Wasser. => quantity 10 000 = >10000
        Am 12. Februar wurde die Brücke für den Verkehr gesperrt. =>
        Am 12. Februar 2024 wurde die Brücke für den Verkehr gesperrt. => time 12. Februar 2024 = 2024-02-12
        Das Gericht tagt vom 3. bis zum 5. Mai in der Stadt. =>
        Die Karte der Altstadt ist auf Seite 5 zu sehen. =>
        Der Umsatz stieg um 12,5 % und lag damit über dem Plan. => percent 12,5 % = 12.5
        Die Preise sind um 4,1 Prozent gestiegen, sagte der Minister. => percent 4,1 Prozent = 4.1
        Die Partei verlor 3,2 Prozentpunkte und kam auf 18 Prozent. => percent 3,2 Prozentpunkte = 3.2 Prozentpunkte & percent 18 Prozent = 18
        Der Bund gibt dafür 1,2 Mrd. Euro aus, das Land nur 300 Mio. Euro. => money 1,2 Mrd. Euro = 1200000000 EUR & money 300 Mio. Euro = 300000000 EUR
        Der Zug fährt um 14.30 Uhr ab und ist um 18 Uhr am Ziel. =>
        Im Jahr 2019 kamen 350 Kinder an die Schule, im Jahr davor waren es 290. => time 2019 = 2019 & quantity 350 = 350 & quantity 290 = 290
        Der Täter ist ein 14-jähriger Schüler aus der 8. Klasse. =>
        Die Boeing 737 landete ohne Schaden auf dem Flughafen in der Nähe. =>
        Zwischen 10 und 15 Häuser sind noch nicht wieder zu bewohnen. =>
        Im Kanton fehlen 1'300 Plätze, das ist ein Zehntel mehr als im Vorjahr. => quantity 1'300 = 1300
        Die Mannschaft verlor das Spiel mit 2:3 und ist nun auf dem 4. Platz. =>
        „Wir haben alles verloren“, sagte die Frau, die mit drei Kindern im Keller war. => quote Wir haben alles verloren
        Die Zeitung „Der neue Tag“ ist die größte der Stadt und wird viel gelesen. =>
        ",
    );
}

#[test]
fn dutch() {
    check(
        "nl",
        "
        De schade aan de huizen wordt geschat op 3,5 miljoen euro. => money 3,5 miljoen euro = 3500000 EUR
        Het dorp heeft ongeveer 2.500 inwoners en twee scholen. => quantity 2.500 = ~2500
        Op 12 februari werd de brug voor het verkeer gesloten. =>
        De brug werd op 12 februari 2024 voor het verkeer gesloten. => time 12 februari 2024 = 2024-02-12
        De trein vertrekt om 14 uur van het station in de stad. =>
        Het aantal werklozen daalde met 4,5 procent en dat is veel. => percent 4,5 procent = 4.5
        “We zijn alles kwijt”, zei de vrouw, die met haar kinderen vluchtte. => quote We zijn alles kwijt
        ",
    );
}

#[test]
fn swedish() {
    check(
        "sv",
        "
        Skadorna är på 3,5 miljoner och det är mer än väntat. => quantity 3,5 miljoner = 3500000
        Omkring 2 500 personer var utan ström när det blåste som mest. => quantity 2 500 = ~2500
        ",
    );
}
