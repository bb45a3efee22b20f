//! Which of the three languages a text is in.
//!
//! Questions are short: "siapa walikota hamamatsu" has one word that tells. So the script decides first, then the words
//! that only one language has, then the endings, and only then letter statistics.

use std::sync::LazyLock;

use unicode_segmentation::UnicodeSegmentation;
use whatlang::{Detector, Lang};

use super::words::{WordSet, has_synonyms, is_cjk, is_kana, is_root, stem};
use super::{Folded, Language, is_chatter, is_stop_word};

/// The language of `text`, or `None` where it does not tell: names, numbers, nothing.
#[must_use]
pub fn detect(text: &str) -> Option<Language> {
    let folded = Folded::new(text);
    let text = folded.as_str();
    let letters = text.chars().filter(|character| character.is_alphabetic()).count();
    let cjk = text.chars().filter(|character| is_cjk(*character)).count();
    // A Japanese sign says more than a Latin letter: 5 signs are a clause, 5 letters a word.
    if cjk > 0 && (text.chars().any(is_kana) && cjk * 4 >= letters || cjk * 2 >= letters) {
        return Some(Language::Ja);
    }
    // What asks says more than the names and titles that it asks of.
    if cjk > 0 && JA_ASKS.iter().any(|asks| text.contains(asks)) {
        return Some(Language::Ja);
    }
    let mut id = 0_usize;
    let mut en = 0_usize;
    let mut has_english_grammar = false;
    let mut others: Vec<&str> = Vec::new();
    for word in text.unicode_words() {
        match (is_stop_word(Language::Id, word), is_stop_word(Language::En, word)) {
            _ if TELL_NOTHING.contains(&word) => {}
            _ if asks(word, &ID_ASKS) => id += 9,
            _ if asks(word, &EN_ASKS) => (en, has_english_grammar) = (en + 9, true),
            (true, false) => id += 3,
            // By itself it may be a label, *A. 2010 B. 2014*.
            (false, true) => (en, has_english_grammar) = (en + 3, has_english_grammar || word != "a"),
            _ if is_indonesian(word) => id += 2,
            _ if is_english(word) => en += 2,
            _ => others.push(word),
        }
    }
    // Nothing but nouns: what they are tells.
    let count = |language| others.iter().filter(|word| is_known_in(language, word)).count();
    if id == 0 && !has_english_grammar {
        id = count(Language::Id);
    }
    if id == 0 && en == 0 {
        en = count(Language::En);
    }
    // A name in Latin letters is longer than what is asked of it: *hamamatsu hannover いつ*.
    if cjk > 0 && id == 0 && !has_english_grammar && (text.chars().any(is_kana) || en == 0) {
        return Some(Language::Ja);
    }
    // English names stand in Indonesian (*alamat ambon music office*), seldom the other way round.
    if id > 0 && !has_english_grammar {
        return Some(Language::Id);
    }
    if id != en {
        return Some(if id > en { Language::Id } else { Language::En });
    }
    let detector = Detector::with_allowlist(vec![Lang::Ind, Lang::Eng]);
    let statistics = detector.detect(&others.join(" ")).filter(whatlang::Info::is_reliable)?;
    Some(if statistics.lang() == Lang::Ind { Language::Id } else { Language::En })
}

/// What a question is asked with says more than the title that it asks about: *siapa sutradara Beauty and the Beast*.
const ID_ASKS: [&str; 9] = ["apa", "siapa", "kapan", "berapa", "mana", "dimana", "mengapa", "kenapa", "bagaimana"];
const EN_ASKS: [&str; 9] = ["what", "who", "whom", "whose", "when", "where", "which", "why", "how"];

const JA_ASKS: [&str; 15] = [
    "誰",
    "だれ",
    "いつ",
    "いくつ",
    "いくら",
    "何",
    "なに",
    "なん",
    "どこ",
    "なぜ",
    "どう",
    "ですか",
    "ますか",
    "でしたか",
    "ましたか",
];

fn asks(word: &str, with: &[&str]) -> bool {
    with.contains(&word) || word.strip_suffix("kah").is_some_and(|word| with.contains(&word))
}

/// Words of a language that are names as well, or are used in English, too.
const TELL_NOTHING: [&str; 4] = ["antara", "hayat", "kbri", "per"];

/// Is the folded `word` one of everyday in `language` and not in the other that has Latin letters.
fn is_known_in(language: Language, word: &str) -> bool {
    let is_of = |language| {
        let stem = stem(language, word);
        // A short name may look like a form of a word: *Maluku*.
        let is_its_form = language != Language::Id || word == stem || word.len() >= LONG;
        is_its_form && (has_synonyms(language, &stem) || language == Language::Id && is_root(&stem))
            || word.len() >= SHORT && is_chatter(language, word)
    };
    let other = if language == Language::Id { Language::En } else { Language::Id };
    is_of(language) && !is_of(other)
}

/// Is the folded `word` one of everyday, Indonesian or English, as it has near-synonyms there or others are made from it.
#[must_use]
pub fn is_everyday(word: &str) -> bool {
    let (id, en) = (stem(Language::Id, word), stem(Language::En, word));
    is_root(&id) || has_synonyms(Language::Id, &id) || has_synonyms(Language::En, &en)
}

/// From this length on, in bytes, a word has a form that tells its language.
const LONG: usize = 7;
/// Below this length, in bytes, a word in chat is written alike in both.
const SHORT: usize = 4;

/// Words that are in no list of function words and yet Indonesian alone.
fn is_indonesian(word: &str) -> bool {
    const WORDS: &str = "kota musik walikota wali tahun jepang belanda kerja sama kerjasama kembar sampah bahasa negara orang \
        nama jumlah harga tiket alat alamat jadwal lagu penyanyi bulan tanggal hari uang sekolah rumah sakit dunia tempat apa2 kpn brp dmn gmn knp spa siapa2 sampe \
        budaya sejarah pantai gunung makanan minuman penginapan warga penduduk luas cuaca suhu biaya beasiswa mahasiswa \
        pelajar pertukaran kunjungan delegasi kerusuhan perang klinik mata operasi katarak dokter gempa bencana pemadam \
        kebakaran mobil kapal layar lomba kompetisi konferensi rencana aksi pilar dinas kantor kedutaan kedubes surat \
        puskesmas pemkot pemda dprd orkes keroncong gereja masjid pelabuhan bandara kampus universitas dosen guru murid \
        siswa seni seniman tari tarian bupati gubernur menteri kepala wakil provinsi kabupaten kecamatan pulau laut rempah \
        daerah agama perjanjian kesepakatan hubungan kesehatan pendidikan pariwisata kebersihan lingkungan limbah konser \
        pertunjukan penghargaan gelar juara pemenang kabar berita artikel jalan pasar lapangan patung \
        walkot wlkt taon taong barapa kanapa ibukota ibu bapak pak bu drs masuk mei okt des agu agt januari februari maret juni juli agustus oktober desember ngapain adaapa unpatti \
        pertemuan tawaran bantuan persahabatan resep suling bambu resmi udah blm belum jg jga sm klo kalo tdk yg dgn krn lg sdh brapa mn thn taun tgl skrg tdk gak ga";
    const ENDINGS: [&str; 5] = ["nya", "kan", "kah", "annya", "lah"];
    const BEGINNINGS: [&str; 8] = ["meng", "memb", "peng", "pemb", "penj", "diper", "berke", "keber"];
    /// English words that begin and end as Indonesian ones do.
    const LOOK_ALIKE: [&str; 2] = ["member", "membership"];
    static SET: LazyLock<WordSet> = LazyLock::new(|| WORDS.split_ascii_whitespace().collect());
    let begins = || BEGINNINGS.iter().any(|beginning| word.starts_with(beginning));
    SET.contains(word)
        || word.len() >= 6
            && (ENDINGS.iter().any(|ending| word.ends_with(ending))
                || begins() && !LOOK_ALIKE.contains(&word) && ends_as_indonesian(word))
}

/// May the folded `word` be a form of an Indonesian one by its end: a vowel, or one consonant and *ng*, and never a *y*. English
/// *members* and a name as *Berkeley* are none.
fn ends_as_indonesian(word: &str) -> bool {
    let is_vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u');
    let mut letters = word.chars().rev();
    let (Some(last), Some(before)) = (letters.next(), letters.next()) else { return true };
    last != 'y' && (is_vowel(last) || is_vowel(before) || word.ends_with("ng") || word.ends_with("ks"))
}

/// Words that are in no list of function words and yet English alone.
fn is_english(word: &str) -> bool {
    const WORDS: &str = "city sister music mayor year name first people country between join joined sign signed waste japan world \
        price ticket tickets address schedule founded began start started twin twinned headquarters company companies famous population \
        meeting member members memberships dollar dollars contract amount";
    const ENDINGS: [&str; 9] = ["tion", "ing", "ment", "ship", "ness", "ity", "ies", "ed", "'s"];
    static SET: LazyLock<WordSet> = LazyLock::new(|| WORDS.split_ascii_whitespace().collect());
    SET.contains(word) || word.len() >= 5 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_tells_its_language() {
        use Language::{En, Id, Ja};
        let check = |text: &str, expect| assert_eq!(detect(text), expect, "{text}");
        check("Ambon kota musik の pilar いくつ", Some(Ja));
        check("Kapan Ambon menjadi kota musik UNESCO?", Some(Id));
        check("kpn ambon jd kota musik", Some(Id));
        check("siapa mayor hamamatsu", Some(Id));
        check("When did Ambon become a UNESCO city of music?", Some(En));
        check("who is the mayor of hamamatsu", Some(En));
        check("アンボンはいつ音楽都市になりましたか", Some(Ja));
        check("浜松市長", Some(Ja));
        check("hamamatsu hannover いつ", Some(Ja));
        check("SSVA 理事長", Some(Ja));
        check("浜松 mayor", Some(En));
        check("Ambonの市長は？", Some(Ja));
        check("UNESCO creative cities network に加盟したのはいつ", Some(Ja));
        check("sister city hamamatsu", Some(En));
        check("walikota hamamatsu", Some(Id));
        check("kompetisi piano hamamatsu", Some(Id));
        check("penduduk vlissingen", Some(Id));
        check("ambon darwin sister city thn brp", Some(Id));
        check("harga tiket museum alat musik hamamatsu", Some(Id));
        check("hamamatsu museum ticket price", Some(En));
        check("alamat ambon music office", Some(Id));
        check("puskesmas ambon", Some(Id));
        check("email pemkot ambon", Some(Id));
        check("koleksi museum hamamatsu", Some(Id));
        check("perpanjangan mou vlissingen", Some(Id));
        check("sister city pertama ambon", Some(Id));
        check("hotel murah hamamatsu", Some(Id));
        check("fire engine ambon", Some(En));
        check("hamamatsu yacht race", Some(En));
        check("maluku singers", Some(En));
        check("what is a kota kembar", Some(En));
        check("network members ambon", Some(En));
        check("hamamatsu delegation members", Some(En));
        check("choir member ambon", Some(En));
        check("choir membership ambon", Some(En));
        check("dollar amount hamamatsu ambon contract", Some(En));
        check("nilai kontrak ambon dollar", Some(Id));
        check("kota member uccn", Some(Id));
        check("membangun museum hamamatsu", Some(Id));
        check("pembuat piano hamamatsu", Some(Id));
        check("museum keberhasilan ambon", Some(Id));
        check("29 okt 2016", Some(Id));
        check("mei 2014", Some(Id));
        check("ibukota maluku", Some(Id));
        check("Pak Nakano", Some(Id));
        check("Hamamatsu masuk UCCN tahun: A. 2010 B. 2014 C. 2019", Some(Id));
        // Both languages have the word.
        check("museum hamamatsu", None);
        check("Berkeley", None);
        check("Rico Hayat", None);
        check("2019", None);
        check("", None);
        check("🎵🎵", None);
    }
}
