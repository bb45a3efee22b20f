//! Words that hold sentences together and find nothing by themselves.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use compact_str::CompactString;
use rustc_hash::FxBuildHasher;

use crate::language::{Language, Term, is_hiragana, terms};

/// Words, to be looked up.
pub(in crate::language) type WordSet = HashSet<&'static str, FxBuildHasher>;

/// Indonesian function words and the words that questions and chat are made of.
const ID: &str = "ada adalah akan aku anda antara apa apakah apaan atau atas bagaimana bagi bahwa banget bisa boleh buat \
    bukan dan dalam dapat dari daripada deh dengan di dia dimana dong dulu gimana guys halo hai harus hingga ialah ini itu iya \
    jadi jika juga kah kak kakak kalau kalo kami kamu kan kapan karena ke kenapa kepada kita kok lagi lah lalu lebih maka \
    mana mau maupun melalui memiliki mengapa menjadi merupakan mereka min mohon nih nya oleh pada para paling pernah per pun punya \
    saat saja sama sampai sang saya sebagai sebuah secara sedang sejak seorang seperti serta si siapa sih suatu sudah supaya \
    tapi telah tentang terhadap tersebut tetapi tidak tolong tahu tau tuh untuk yaitu yakni ya yah yang yg utk dgn dg dlm \
    sdh udah gak ga nggak enggak kagak ngga bgt berapa dr sy gw gue lu lo tsb jd krn aja bro bang mas mbak masih sebutkan \
    jelaskan kasih beri info dibilang katanya maaf permisi selamat pagi siang sore malam terima kasih makasih kpn brp \
    skrg sekarang dmn mn sp tu jg knp sm ama beta katong ktg dorang ose antua pung pe seng dapet bareng isi isinya bahas ngerjain tanya nanya dapat kepanjangannya apaan kek gitu x";
/// English function words and the words that questions and chat are made of.
const EN: &str = "a about all also am an and any are as at be because been being both but by can could did do does doing \
    become became becomes don't for from get had has have having he her here hers hey hi hello him his how i i'm if in into is isn't it it's its \
    just like many me more most much my no nor not of off on one only or other our ours out over own please pls plz same she \
    so some such tell than thanks that that's the their theirs them then there these they this those thru to too u under until \
    up ur us very was we were what what's whats when where which while who who's whos whom whose why will with would you \
    your yours know wanna want wondering anyone anybody someone nobody noone everyone everybody hi okay ok yo bro guys something now im \
    ive let lets dat dis x";
/// Japanese particles, endings and the words that questions are made of. Whole words as the segmenter cuts them.
const JA: &str = "の に は を た が で て と し れ さ ある いる も する から な こと として い や れる など なっ ない この ため \
    その あっ よう また もの という あり まで られ なる へ か だ これ によって により おり より による ず なり られる において \
    なかっ なく しかし について だっ ので なお のみ でき き つ における および いう さらに でも たり その他 に関する たち ます \
    ん なら に対して です でし ました ますか ですか でしょう か ね よ くだ さい ください 教え 教えて 何 なに なん いつ どこ だれ \
    誰 どう どの どれ どんな なぜ どうして いくつ いくら って とは ところ 何人 何年 何月 何日 何番 何度 何歳 人数 どういう った年 った国 った人 った都市 それ あれ ここ そこ ちょっと すみません お願い 今 さん 内容 の内 容";

/// Is the folded `word` one of `language`'s function words.
#[must_use]
pub fn is_stop_word(language: Language, word: &str) -> bool {
    static SETS: LazyLock<[WordSet; 3]> =
        LazyLock::new(|| [ID, EN, JA].map(|list| list.split_ascii_whitespace().collect()));
    // Short words in hiragana alone are particles and endings.
    let is_ending = |word: &str| word.chars().count() <= 3 && word.chars().all(is_hiragana);
    // Chinese characters that ask, with whatever the segmenter leaves at them: 何と, 何種, 誰か.
    let asks = |word: &str| word.starts_with(['何', '誰']);
    // -kah makes a question of a word: siapakah, kapankah.
    let plain = |word: &str| word.strip_suffix("kah").is_some_and(|plain| SETS[Language::Id as usize].contains(plain));
    SETS[language as usize].contains(word)
        || match language {
            Language::Id => plain(word),
            Language::En => false,
            Language::Ja => !word.is_empty() && is_ending(word) || asks(word),
        }
}

/// What people write around a question: *btw, my teacher asks*. One word a line.
const CHATTER: [&str; 3] =
    [include_str!("chatter/id.txt"), include_str!("chatter/en.txt"), include_str!("chatter/ja.txt")];

/// Is the folded `word` one that people put around a question, and that says nothing about what is asked. Some of these
/// words (*school*, *friend*) mean something where a passage holds them.
#[must_use]
pub fn is_chatter(language: Language, word: &str) -> bool {
    static SETS: LazyLock<[WordSet; 3]> = LazyLock::new(|| CHATTER.map(|list| list.lines().collect()));
    SETS[language as usize].contains(word)
}

/// What people want to know of a thing: *price*, *winner*, *phone*. One word a line.
const ASPECTS: [&str; 3] =
    [include_str!("aspects/id.txt"), include_str!("aspects/en.txt"), include_str!("aspects/ja.txt")];

/// For the first stem of each aspect, those that follow it: 参加, then 者.
type Aspects = HashMap<CompactString, Vec<Vec<CompactString>>, FxBuildHasher>;

/// Those of `terms`, which follow each other in a text, that are what is asked about a thing: a passage on the thing that lacks
/// the word is no answer, however well it fits else. What is cut into several words is all of them: 参加者, and no 者 alone.
pub fn aspects(language: Language, terms_of_text: &[Term]) -> impl Iterator<Item = &Term> {
    static ALL: LazyLock<[Aspects; 3]> = LazyLock::new(|| {
        Language::ALL.map(|language| {
            let mut aspects = Aspects::default();
            for word in ASPECTS[language as usize].lines() {
                let mut stems = terms(language, word).into_iter().map(|term| term.stem);
                let Some(first) = stems.next() else { continue };
                aspects.entry(first).or_default().push(stems.collect());
            }
            aspects
        })
    });
    let length_at = move |place: usize| {
        let rests = ALL[language as usize].get(&terms_of_text[place].stem)?;
        let behind = || terms_of_text[place + 1..].iter().map(|term| &term.stem);
        let stands = |rest: &&Vec<CompactString>| behind().take(rest.len()).eq(rest.iter());
        rests.iter().filter(stands).map(|rest| 1 + rest.len()).max()
    };
    let mut end = 0;
    terms_of_text.iter().enumerate().filter_map(move |(place, term)| {
        end = end.max(length_at(place).map_or(0, |length| place + length));
        (place < end).then_some(term)
    })
}

/// Words of questions that say what kind of thing is asked for, more than what it is about.
const WEAK: &str = "thn umur usia definisi dimaksudkan istilah org versi asal jumlahnya nama namanya jumlah tahun tanggal bulan pertama kali orang disebut maksud dimaksud arti pengertian letak \
    tanggalnya tahunnya terletak cara lama besar name names number year date first time person people called mean meaning kind type happen happened \
    located place main percentage 西暦 日付 日時 日にち 時期 人数 件数 正式 呼ぶ 言う 言葉 表す 名前 数 年 人 人物 場所 意味 何年 何人 名称 呼ば 話";

/// Is the folded `word` one that says what kind of thing is asked for: it tells less than its rarity makes believe.
#[must_use]
pub fn is_weak_word(word: &str) -> bool {
    static SET: LazyLock<WordSet> = LazyLock::new(|| WEAK.split_ascii_whitespace().collect());
    SET.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_about_a_thing_is_all_of_its_words() {
        for (language, text, expect) in [
            (Language::Ja, "会議の参加者は", &["参加", "者"][..]),
            (Language::Ja, "関係者は浜松市長と会った", &[]),
            (Language::Ja, "協力の件", &[]),
            (Language::Ja, "博物館の料金", &["料金"]),
            (Language::En, "ticket prices of the museum", &["ticket", "prices"]),
            (Language::Id, "", &[]),
        ] {
            let terms = terms(language, text);
            let found: Vec<&str> = aspects(language, &terms).map(|term| term.word.as_str()).collect();
            assert_eq!(found, expect, "{text}");
        }
    }

    #[test]
    fn function_words_are_known_in_their_own_language() {
        for (language, word, expect) in [
            (Language::Id, "yang", true),
            (Language::Id, "ambon", false),
            (Language::En, "the", true),
            (Language::En, "yang", false),
            (Language::Ja, "です", true),
            (Language::Ja, "浜松", false),
        ] {
            assert_eq!(is_stop_word(language, word), expect, "{word}");
        }
    }
}
