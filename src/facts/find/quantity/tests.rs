//! Sentence in, numbers out.

mod belongs;
mod units;

use crate::document::{BlockKind, Builder};
use crate::facts::analysis::analyse;
use crate::facts::model::{Approx, Change, Unit, Value};

/// The numbers of a text: `kind|span|number|approx and change|unit|subject`.
fn found(text: &str) -> Vec<String> {
    let mut builder = Builder::default();
    builder.open(BlockKind::Paragraph, None);
    builder.push(text, None);
    let document = builder.finish();
    let analysis = analyse(&document, None);
    let times = super::super::time::find(&analysis);
    super::find(&analysis, &times)
        .iter()
        .map(|c| {
            let Value::Number(number) = &c.value else {
                return "no number".to_owned();
            };
            let approx = match number.approx {
                Approx::Exact => "=",
                Approx::About => "~",
                Approx::Below => "<",
                Approx::Above => ">",
            };
            let change = match number.change {
                None => "",
                Some(Change::Up) => "+",
                Some(Change::Down) => "-",
            };
            let value = match number.to {
                Some(to) => format!("{}..{to}", number.number),
                None => number.number.to_string(),
            };
            let unit = match &number.unit {
                None => "",
                Some(Unit::Name(name)) => name,
                Some(Unit::Words(span)) => analysis.slice(*span),
            };
            let subject = c.subject.map_or("", |s| analysis.slice(s));
            format!(
                "{}|{}|{value}|{approx}{change}|{unit}|{subject}",
                c.kind.name(),
                analysis.slice(c.span)
            )
        })
        .collect()
}

/// Checks a table of lines `sentence => finding & finding`.
#[track_caller]
fn check(table: &str) {
    for line in table.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let (text, expect) = line.split_once(" =>").unwrap_or((line, ""));
        assert_eq!(found(text).join(" & "), expect.trim(), "{text}");
    }
}

#[test]
fn counted_things() {
    check(
        "
        The army sent 2,500 soldiers. => quantity|2,500 soldiers|2500|=|soldiers|army
        Around 2,500 American troops are stationed in the north. => quantity|Around 2,500 American troops|2500|~|American troops|American troops
        The town has 40 schools and two hospitals. => quantity|40 schools|40|=|schools|town & quantity|two hospitals|2|=|hospitals|town
        She adopted three large, friendly dogs. => quantity|three large, friendly dogs|3|=|large, friendly dogs|large, friendly dogs
        Twelve people died when the bridge fell. => quantity|Twelve people|12|=|people|people
        The firm hired 14 highly trained welders last year. => quantity|14 highly trained welders|14|=|highly trained welders|firm
        There were 163 teams in the hall. => quantity|163 teams|163|=|teams|teams
        We found four species of moss. => quantity|four species|4|=|species|moss
        Two of the five boats sank. => quantity|Two of the five boats|2|=|boats|boats
        Three of Peru's mines closed. => quantity|Three of Peru's mines|3|=|mines|mines
        It drew 21 million visitors. => quantity|21 million visitors|21000000|=|visitors|visitors
        The fleet lost five new 737 aircraft. => quantity|five new 737 aircraft|5|=-|new 737 aircraft|fleet
        The list has 12 European Union member states. => quantity|12 European Union member states|12|=|European Union member states|list
        Only one ship reached the port. =>
        He won six games against strong rivals. => quantity|six games|6|=|games|games
        ",
    );
}

#[test]
fn words_and_scales() {
    check(
        "
        Two thousand five hundred and six votes were counted. => quantity|Two thousand five hundred and six votes|2506|=|votes|votes
        Half a million people marched. => quantity|Half a million people|500000|=|people|people
        About a dozen eggs broke. => quantity|About a dozen eggs|12|~|eggs|eggs
        She bought two dozen roses. => quantity|two dozen roses|24|=|roses|roses
        Hundreds of workers left. => quantity|Hundreds of workers|100|~|workers|workers
        Tens of thousands of birds came back. => quantity|Tens of thousands of birds|10000|~|birds|birds
        A couple of neighbours helped. => quantity|A couple of neighbours|2|=|neighbours|neighbours
        One and a half million readers wrote in. => quantity|One and a half million readers|1500000|=|readers|readers
        The plant makes 1.5 million cars. => quantity|1.5 million cars|1500000|=|cars|plant
        It holds two hundred thousand books. => quantity|two hundred thousand books|200000|=|books|books
        Twenty-five nurses and thirty doctors signed. => quantity|Twenty-five nurses|25|=|nurses|nurses & quantity|thirty doctors|30|=|doctors|doctors
        A hundred ships waited. => quantity|A hundred ships|100|=|ships|ships
        A million seeds were sown. => quantity|A million seeds|1000000|=|seeds|seeds
        Three hundred and twelve houses burned. => quantity|Three hundred and twelve houses|312|=|houses|houses
        Dozens of letters arrived. => quantity|Dozens of letters|12|~|letters|letters
        It has 3.2 billion users. => quantity|3.2 billion users|3200000000|=|users|users
        Nine thousand and one nights passed. => quantity|Nine thousand and one nights|9001|=|nights|
        ",
    );
}

#[test]
fn digits() {
    check(
        "
        The mast is 2½ metres tall. => quantity|2½ metres|2.5|=|metres|mast
        He scored 3,141.59 points. => quantity|3,141.59 points|3141.59|=|points|
        The index closed at 8,579.19. => quantity|8,579.19|8579.19|=||index
        Cold air brought the valley to -36 degrees. => quantity|-36 degrees|-36|=|degrees|valley
        The hall seats 1,00,000 people. => quantity|1,00,000 people|100000|=|people|people
        It grew by 1/4 inch. => quantity|1/4 inch|0.25|=+|inch|
        It sold for 5k euros. => money|5k euros|5000|=|EUR|
        The film has 5m viewers. => quantity|5m viewers|5000000|=|viewers|film
        The average was .322 that season. => quantity|.322|0.322|=||average
        ",
    );
}

#[test]
fn ranges() {
    check(
        "
        Between 10 and 15 boats sailed. => quantity|Between 10 and 15 boats|10..15|=|boats|boats
        The walk takes 10 to 15 minutes. => quantity|10 to 15 minutes|10..15|=|minutes|walk
        The class has 20-25 pupils. => quantity|20-25 pupils|20..25|=|pupils|class
        The fee is $5 to $10. => money|$5 to $10|5..10|=|USD|fee
        It costs between $12 million and $20 million. => money|between $12 million and $20 million|12000000..20000000|=|USD|
        Rates of 3% to 5% are usual. => percent|3% to 5%|3..5|=|%|Rates
        Between 5 and 7 percent of voters stayed home. => percent|Between 5 and 7 percent|5..7|=|%|voters
        Some 5 to 10 million people watched. => quantity|Some 5 to 10 million people|5000000..10000000|~|people|people
        The child had two or three toys. => quantity|two or three toys|2..3|=|toys|child
        They expect 750,000–800,000 sales. => quantity|750,000–800,000 sales|750000..800000|=|sales|sales
        The rod is 5mm to 7mm thick. => quantity|5mm to 7mm|5..7|=|mm|rod
        ",
    );
}

#[test]
fn approximators() {
    check(
        "
        Nearly 300 goats escaped. => quantity|Nearly 300 goats|300|~|goats|goats
        Almost 40 percent agreed. => percent|Almost 40 percent|40|~|%|
        As many as 60 rebels hid there. => quantity|As many as 60 rebels|60|<|rebels|rebels
        At least ten people were hurt. => quantity|At least ten people|10|>|people|people
        Up to 500 homes lost power. => quantity|Up to 500 homes|500|<|homes|homes
        More than 20 trains were late. => quantity|More than 20 trains|20|>|trains|trains
        Fewer than 50 copies exist. => quantity|Fewer than 50 copies|50|<|copies|copies
        No more than six guests may enter. => quantity|No more than six guests|6|<|guests|guests
        No fewer than 80 mayors signed. => quantity|No fewer than 80 mayors|80|>|mayors|mayors
        Just over 900 fans came. => quantity|Just over 900 fans|900|>|fans|fans
        Some 300 pilgrims walked. => quantity|Some 300 pilgrims|300|~|pilgrims|pilgrims
        An estimated 4,000 seals live here. => quantity|An estimated 4,000 seals|4000|~|seals|seals
        Well above 70 letters came in. => quantity|Well above 70 letters|70|>|letters|letters
        The queue had 30 or so people. => quantity|30 or so people|30|~|people|queue
        Children aged 10 or older may swim. => quantity|10 or older|10|>|years|Children
        Over 100 people, 60-plus of them nurses, marched. => quantity|Over 100 people|100|>|people|people & quantity|60-plus|60|>|people|people
        It weighs close to 90 kg. => quantity|close to 90 kg|90|~|kg|
        In excess of 200 claims were filed. => quantity|In excess of 200 claims|200|>|claims|claims
        The dam holds upwards of 12 million litres. => quantity|upwards of 12 million litres|12000000|>|litres|dam
        Slightly less than 15 tons was shipped. => quantity|Slightly less than 15 tons|15|<|tons|
        Under 5 percent replied. => percent|Under 5 percent|5|<|%|
        The tower is about 90 metres high. => quantity|about 90 metres|90|~|metres|tower
        ~80 seats are left. => quantity|~80 seats|80|~|seats|seats
        ",
    );
}

#[test]
fn fractions() {
    check(
        "
        Two-thirds of the members voted. => quantity|Two-thirds|0.6666666666666666|=||members
        A quarter of the bread was stale. => quantity|A quarter|0.25|=||bread
        One third of farmers use it. => quantity|One third|0.3333333333333333|=||farmers
        Three quarters of the crop failed. => quantity|Three quarters|0.75|=||crop
        Half of the fish died. =>
        About a third of the land is wet. => quantity|About a third|0.3333333333333333|~||land
        ",
    );
}

#[test]
fn percent() {
    check(
        "
        Some 40% of households own a car. => percent|Some 40%|40|~|%|households
        It was a near-50:50 split. =>
        They climbed the steps of the 70 meter tower. => quantity|70 meter|70|=|meter|tower
        Profits rose 12 percent. => percent|12 percent|12|=+|%|Profits
        Turnout fell to 51 per cent. => percent|51 per cent|51|=|%|Turnout
        The rate was cut by 25 basis points. => percent|25 basis points|25|=-|basis points|rate
        Support dropped three percentage points. => percent|three percentage points|3|=-|percentage points|Support
        It took a 20 percent share. => percent|20 percent|20|=|%|share
        The drink has 5% alcohol. => percent|5%|5|=|%|alcohol
        Exports to Peru fell 7% to $2.3 billion. => percent|7%|7|=-|%|Exports to Peru & money|$2.3 billion|2300000000|=|USD|Exports to Peru
        A 49% decline followed. => percent|49%|49|=-|%|
        Sales were 9 percent higher. => percent|9 percent|9|=+|%|Sales
        Seven percent of its staff left. => percent|Seven percent|7|=|%|staff
        Shares of Oakfield Bank jumped nearly 8%. => percent|nearly 8%|8|~+|%|Shares of Oakfield Bank
        Food prices are up 3.5%. => percent|3.5%|3.5|=+|%|Food prices
        ",
    );
}

#[test]
fn money() {
    check(
        "
        The bridge cost $1.2 billion. => money|$1.2 billion|1200000000|=|USD|bridge
        She paid £20 for the lamp. => money|£20|20|=|GBP|lamp
        The deal is worth US$ 7.2 bn to the bank. => money|US$ 7.2 bn|7200000000|=|USD|deal
        He owes US$1.2bn to the bank. => money|US$1.2bn|1200000000|=|USD|
        The ticket is €5. => money|€5|5|=|EUR|ticket
        They raised A$ 3.5 million. => money|A$ 3.5 million|3500000|=|AUD|
        The fine was 500 euros. => money|500 euros|500|=|EUR|fine
        The grant is worth 40 CUC. => money|40 CUC|40|=|CUC|grant
        It sold for 2.5 million Canadian dollars. => money|2.5 million Canadian dollars|2500000|=|CAD|
        A coffee costs 3.50 Swiss francs. => money|3.50 Swiss francs|3.5|=|CHF|coffee
        The toll is 50 cents. => money|50 cents|50|=|cents|toll
        Workers get $15 an hour. => money|$15 an hour|15|=|USD|Workers
        Oil sold at $58.24 per barrel. => money|$58.24 per barrel|58.24|=|USD|Oil
        A $5 million contribution saved the school. => money|$5 million|5000000|=|USD|contribution
        The state pledged $100 million in new aid. => money|$100 million|100000000|=|USD|new aid
        He spent $300 on books. => money|$300|300|=|USD|books
        Millions of dollars vanished. => money|Millions of dollars|1000000|~|USD|
        They fined him 500 pounds. => money|500 pounds|500|=|GBP|
        Price: $59. => money|$59|59|=|USD|Price
        The trust holds ¥300 billion in bonds. => money|¥300 billion|300000000000|=|JPY|bonds
        The state gave some of the US$ 700 billion to banks. => money|US$ 700 billion|700000000000|=|USD|state
        Rents rose by $40 a month. => money|$40 a month|40|=+|USD|Rents
        ",
    );
}

#[test]
fn measures() {
    check(
        "
        The boat is 12 metres long. => quantity|12 metres|12|=|metres|boat
        It ran at 300 km/h. => quantity|300 km/h|300|=|km/h|
        He drove 15 miles per hour. => quantity|15 miles per hour|15|=|miles per hour|
        The pond covers 40 hectares. => quantity|40 hectares|40|=|hectares|pond
        The disk stores 256GB. => quantity|256GB|256|=|GB|
        A 5km race was held. => quantity|5km|5|=|km|race
        It was 29 °C in the shade. => quantity|29 °C|29|=|°C|
        The sack holds 20 kilograms of rice. => quantity|20 kilograms|20|=|kilograms|rice
        Water boils at 100 degrees Celsius. => quantity|100 degrees Celsius|100|=|degrees Celsius|Water
        The engine has 640bhp. => quantity|640bhp|640|=|bhp|engine
        He is 5 feet 10 inches tall. => quantity|5 feet|5|=|feet| & quantity|10 inches|10|=|inches|
        The lake lies 2,300 feet above the sea. => quantity|2,300 feet|2300|=|feet|lake
        The jar held 300 ml of milk. => quantity|300 ml|300|=|ml|milk
        It fell three points. => quantity|three points|3|=-|points|
        The bulb uses 9 watts. => quantity|9 watts|9|=|watts|bulb
        ",
    );
}

#[test]
fn durations_and_ages() {
    check(
        "
        The talks lasted three hours. => quantity|three hours|3|=|hours|talks
        He waited for 20 minutes. => quantity|20 minutes|20|=|minutes|
        She served two years in prison. => quantity|two years|2|=|years|
        A 14-year-old boy found it. => quantity|14-year-old|14|=|year-old|boy
        The 30-day visa ran out. => quantity|30-day|30|=|day|visa
        A three-year study began. => quantity|three-year|3|=|year|study
        The dead man was aged 56. => quantity|56|56|=|years|dead man
        He left school when he was 17. => quantity|17|17|=|years|
        Ann Hall, 45, runs the shop. => quantity|45|45|=|years|Ann Hall
        At the age of 30 she moved. => quantity|30|30|=|years|
        She is 12 years old. => quantity|12 years old|12|=|years old|
        A 19 year old student sang. => quantity|19 year old|19|=|year old|student
        Twenty-year-old oaks fell. => quantity|Twenty-year-old|20|=|year-old|oaks
        The six-member team flew home. => quantity|six-member|6|=|member|team
        Four days of rain followed. => quantity|Four days|4|=|days|rain
        It took decades. =>
        ",
    );
}

#[test]
fn inherited() {
    check(
        "
        The coast has 60 farms in the north and over 90 in the south. => quantity|60 farms|60|=|farms|coast & quantity|over 90|90|>|farms|farms
        Some 2,500 troops are in Iraq and 900 in Syria. => quantity|Some 2,500 troops|2500|~|troops|troops & quantity|900|900|=|troops|troops
        Oslo won 12 medals and Rome 9. => quantity|12 medals|12|=|medals|Oslo
        They met 10,000 and as many as 30,000 people. => quantity|10,000|10000|=|people|people & quantity|as many as 30,000 people|30000|<|people|people
        The left took 40 seats, the right 35. => quantity|40 seats|40|=|seats|left & quantity|35|35|=|seats|seats
        ",
    );
}

#[test]
fn change() {
    check(
        "
        The number of farms rose by 300. => quantity|300|300|=+||number of farms
        The firm cut 1,200 jobs. => quantity|1,200 jobs|1200|=-|jobs|firm
        Membership grew to 900. => quantity|900|900|=||Membership
        The town lost 400 people. => quantity|400 people|400|=-|people|town
        The tax went up 2%. => percent|2%|2|=+|%|tax
        A rise of 8% was seen. => percent|8%|8|=+|%|rise
        A drop of 55% shocked them. => percent|55%|55|=-|%|drop
        The fund gained $3 million. => money|$3 million|3000000|=+|USD|fund
        They make up 20 to 25 percent of staff. => percent|20 to 25 percent|20..25|=|%|staff
        ",
    );
}

#[test]
fn scores() {
    check(
        "
        The home side won 2–1. => quantity|2–1|2..1|=|score|home side
        They lost the match 0-3. => quantity|0-3|0..3|=|score|
        ",
    );
}

#[test]
fn no_numbers() {
    check(
        "
        See Section 5 and page 12. =>
        It was his No. 1 rule. =>
        The Boeing 737 landed. =>
        One of the best cooks came. =>
        One should never say so. =>
        He is the one. =>
        Call 555-123-4567 now. =>
        It is so.[5] =>
        They run version 2.1.3 of it. =>
        Flight 93 left Gate 4. =>
        1. Wash the pan. =>
        In 1998 they moved. =>
        They met at 10:30. =>
        The FTSE 100 index closed early. =>
        She lives at 24 Mill Street. =>
        The iPhone 4 sold well. =>
        It is open 24/7. =>
        Chapter 3 is long. =>
        His 737 airliner was late. =>
        The answer (3) is known. =>
        Number 7 won. =>
        Both sides left. =>
        The G7 met on COVID-19. =>
        Either 1) stay or 2) go. =>
        ",
    );
}
