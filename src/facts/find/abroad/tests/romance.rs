//! French, Spanish, Italian and Portuguese.

use super::check;

#[test]
fn french() {
    check(
        "fr",
        "
        Le chômage est passé à 12,5 % dans la région, selon le ministère. => percent 12,5 % = 12.5
        La ville compte environ 2 500 habitants et une seule école. => quantity 2 500 = ~2500
        La ville compte 2\u{a0}500 habitants et une seule école. => quantity 2\u{a0}500 = 2500
        La ville compte 2\u{202f}500 habitants et une seule école. => quantity 2\u{202f}500 = 2500
        Le chantier a coûté 1,2 milliard d’euros, soit plus que prévu. => money 1,2 milliard d’euros = 1200000000 EUR
        Le chantier a coûté 45 millions et il est terminé. => quantity 45 millions = 45000000
        Le pont est fermé depuis le 12 février pour les travaux. =>
        Le pont est fermé depuis le 12 février 2024 pour les travaux. => time 12 février 2024 = 2024-02-12
        Les 12 et 13 février, le pont est resté fermé dans la ville. =>
        Il est né en 1987 dans un village de la montagne. => time 1987 = 1987
        Le plan de la ville est à la page 5 du journal. =>
        Le train part à 14 h 30 et il arrive à 18h dans la ville. =>
        Il a gagné 3 millions et demi dans cette affaire. =>
        La hausse est de 0,3 point de pourcentage pour les salaires. => percent 0,3 point de pourcentage = 0.3 point de pourcentage
        Entre 10 et 15 maisons ne sont plus habitables, selon la mairie. =>
        « Nous avons tout perdu », a dit une femme qui est venue avec ses enfants. => quote Nous avons tout perdu
        Elle a écrit dans « Le Monde » et dans un autre journal. =>
        Le prix est de 1 250,50 € par mois pour une famille. => money 1 250,50 € = 1250.5 EUR
        ",
    );
}

#[test]
fn spanish() {
    check(
        "es",
        "
        Al menos 120 muertos y más de 1.300 heridos dejó el terremoto en la región. => quantity 120 = >120 & quantity 1.300 = >1300
        Murieron 120 personas y las casas del barrio no tienen luz. => quantity 120 = 120
        «No tenemos agua», dijo la alcaldesa de la ciudad. => quote No tenemos agua
        El presidente dijo: \"Vamos a reconstruir\". Y no habló más con los medios. => quote Vamos a reconstruir
        El daño se estima en 3,5 millones de euros, según el gobierno. => money 3,5 millones de euros = 3500000 EUR
        El plan cuesta 2 mil millones y no hay dinero para pagarlo. => quantity 2 mil millones = 2000000000
        El terremoto del 12 de febrero fue el más fuerte de la historia. =>
        El terremoto del 12 de febrero de 2023 fue el más fuerte. => time 12 de febrero de 2023 = 2023-02-12
        El paro subió un 2,5 por ciento en el mes de marzo. => percent 2,5 por ciento = 2.5
        La reunión empieza a las 5 de la tarde en la escuela. =>
        El libro «Cien años de soledad» es de un autor que vivió en México. => quote Cien años de soledad
        ",
    );
}

#[test]
fn italian_and_portuguese() {
    check(
        "it",
        "
        I danni sono di circa 3,5 milioni di euro, secondo la regione. => money 3,5 milioni di euro = ~3500000 EUR
        La città ha 300mila abitanti e un solo ospedale per tutti. => quantity 300mila = 300000
        Il 12 febbraio 2024 il ponte è stato chiuso per la pioggia. => time 12 febbraio 2024 = 2024-02-12
        La legge è del 12 febbraio e non è stata ancora pubblicata. =>
        «Abbiamo perso tutto», ha detto una donna che era con i figli. => quote Abbiamo perso tutto
        Il prezzo è salito del 12,5% in un anno per le famiglie. => percent 12,5% = 12.5
        ",
    );
    check(
        "pt",
        "
        Os danos são de 3,5 milhões de euros e a obra não foi paga. => money 3,5 milhões de euros = 3500000 EUR
        Mais de 2.500 pessoas não têm água na cidade desde ontem. => quantity 2.500 = >2500
        O decreto é de 12 de fevereiro de 2024 e já foi publicado. => time 12 de fevereiro de 2024 = 2024-02-12
        A taxa foi de 7,8 por cento em março, segundo o instituto. => percent 7,8 por cento = 7.8
        O mapa da cidade está na página 5 do jornal de hoje. =>
        ",
    );
}
