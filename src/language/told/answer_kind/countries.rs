//! Names of countries: who asks for a city is not told one.

use crate::language::{Folded, holds_word};

/// Countries, in Indonesian, English and Japanese, folded: Asia's and the Pacific's, and those that cities of music are in.
#[rustfmt::skip]
const COUNTRIES: [&str; 123] = [
    "indonesia", "jepang", "japan", "belanda", "netherlands", "the netherlands", "holland", "australia", "jerman", "germany", "prancis",
    "perancis", "france", "kuba", "cuba", "uzbekistan", "inggris", "england", "britania raya", "united kingdom", "skotlandia", "scotland",
    "irlandia", "ireland", "italia", "italy", "spanyol", "spain", "portugal", "belgia", "belgium", "swiss", "switzerland", "austria",
    "polandia", "poland", "ceko", "czechia", "hungaria", "hungary", "swedia", "sweden", "norwegia", "norway", "denmark", "finlandia",
    "finland", "rusia", "russia", "turki", "turkey", "yunani", "greece", "amerika serikat", "united states", "usa", "kanada", "canada",
    "meksiko", "mexico", "brasil", "brazil", "kolombia", "colombia", "argentina", "cile", "chile", "peru", "jamaika", "jamaica", "maroko",
    "morocco", "mesir", "egypt", "afrika selatan", "south africa", "nigeria", "kenya", "tiongkok", "china", "cina", "korea selatan",
    "south korea", "korea", "taiwan", "thailand", "malaysia", "singapura", "singapore", "filipina", "philippines", "vietnam", "kamboja",
    "cambodia", "myanmar", "india", "sri lanka", "pakistan", "bangladesh", "iran", "irak", "iraq", "timor leste", "east timor", "papua nugini",
    "papua new guinea", "selandia baru", "new zealand", "fiji", "suriname", "kazakhstan", "インドネシア", "日本", "オランダ", "オーストラリア",
    "ドイツ", "フランス", "キューバ", "ウズベキスタン", "イギリス", "アメリカ", "イタリア", "韓国",
];

/// Does `text` name a country.
#[must_use]
pub fn names_a_country(text: &str) -> bool {
    let folded = Folded::new(text);
    let text = folded.as_str();
    COUNTRIES.iter().any(|name| holds_word(text, name))
}

/// Is the folded `name` that of a country.
#[must_use]
pub fn is_country(name: &str) -> bool {
    COUNTRIES.contains(&name)
}
