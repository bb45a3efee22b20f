//! Names of countries: who asks for a city is not told one.

use crate::language::Folded;

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

/// What may follow a country's name in a word that is still of it, in Latin letters: its people and its adjective, *Cubans*,
/// *Japanese*, *Pakistani*, *Turkish*, and Indonesian's *Jepangnya*.
#[rustfmt::skip]
const ENDINGS: [&str; 16] = [
    "", "n", "ns", "an", "ans", "ian", "ians", "vian", "vians", "ese", "i", "is", "sh", "nya", "kah", "pun",
];

/// Does `text` name a country, or who or what is of it: *a Japanese pianist*. That a longer word only begins like one, as
/// Indonesian *perusahaan* does like Peru, names none.
#[must_use]
pub fn names_a_country(text: &str) -> bool {
    let folded = Folded::new(text);
    let text = folded.as_str();
    COUNTRIES.iter().any(|name| names(text, name))
}

/// Does `text` hold the country's `name`: in Latin letters as a word, with an ending of it or without, in Japanese as it stands.
fn names(text: &str, name: &str) -> bool {
    let is_of_a_word = |letter: char| letter.is_ascii_alphanumeric();
    let is_word = |start: usize| {
        let behind = &text[start + name.len()..];
        let ending = behind.find(|letter| !is_of_a_word(letter)).map_or(behind, |end| &behind[..end]);
        !text[..start].ends_with(is_of_a_word) && ENDINGS.contains(&ending)
    };
    text.match_indices(name).any(|(start, _)| !name.is_ascii() || is_word(start))
}

/// Is the folded `name` that of a country.
#[must_use]
pub fn is_country(name: &str) -> bool {
    COUNTRIES.contains(&name)
}

/// Does `text` begin with the name of a country.
#[must_use]
pub fn begins_with_a_country(text: &str) -> bool {
    let folded = Folded::new(text);
    let is_whole = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    COUNTRIES.iter().any(|name| folded.as_str().strip_prefix(name).is_some_and(is_whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_named_by_a_word_of_its_own() {
        for (text, expect) in [
            ("saya dari Peru", true),
            ("in the United States", true),
            ("orang jepangnya", true),
            ("a Japanese pianist", true),
            ("Cubans, Peruvians", true),
            ("the Turkish delegation", true),
            ("japan's cities", true),
            ("日本の都市", true),
            ("perusahaan, perubahan dan perumahan", false),
            ("kubah masjid", false),
            ("pada kenyataannya", false),
            ("Indiana", false),
            ("perunggu", false),
            ("", false),
        ] {
            assert_eq!(names_a_country(text), expect, "{text}");
        }
    }
}
