//! Passages and questions by the million, the same for a seed.
//!
//! Words are drawn by the Zipf–Mandelbrot law (B. Mandelbrot, 1953): the word of rank *r* has a share of
//! 1 / (*r* + 2.7). The first ranks are the real function words of a language, the others are made of its syllables;
//! sentences are as long as in encyclopaedias: lengths are log-normal around 16 words, four sentences a passage.

use fastrand::Rng;
use kembar::corpus::{Corpus, Glossary};
use kembar::language::Language;

use super::{Material, document};

/// How many different words a language has.
const WORDS: usize = 60_000;
/// How many passages a document has.
const OF_A_DOCUMENT: usize = 10;
/// How many questions are asked in each language.
const QUESTIONS: usize = 400;

const FUNCTION: [&str; 3] = [
    "yang dan di dari dengan pada untuk ini dalam oleh adalah sebagai ke itu tidak tersebut atau juga secara menjadi akan \
     karena telah ia lebih saat antara bahwa para setelah",
    "the of and in to a was is for as on by with that from at his it were an he are which this be also had or first its",
    "の に は を た が で て と し れ さ ある いる も する から な こと として い や れる など この ため その",
];
const ASKING: [&[&str]; 3] = [
    &["kapan", "siapa", "berapa", "di mana", "apa"],
    &["when did", "who was", "how many", "where is", "what is"],
    &["はいつ", "は誰ですか", "はいくつありますか", "はどこですか", "は何ですか"],
];
const ONSETS: [&str; 20] =
    ["b", "c", "d", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w", "y", "ng", "st", "tr", "pr"];
const VOWELS: [&str; 6] = ["a", "a", "e", "i", "o", "u"];
const ENDS: [&str; 8] = ["", "", "", "n", "r", "s", "ng", "t"];
const ENDINGS: [&[&str]; 2] = [&["", "", "", "an", "kan", "nya", "i"], &["", "", "", "s", "ed", "ing", "tion", "ly"]];
/// Chinese characters of the first school years.
const CHARACTERS: &str = "一右雨円王音下火花貝学気休玉金空月犬見五口校左三山子四糸字耳七車手十出女小上森人水正生青夕石赤千川先早草足村大男竹中虫町天\
    田土二日入年白八百文木本名目立力林六引羽雲園遠何科夏家歌画回会海絵外角楽活間丸岩顔汽記帰弓牛魚京強教近兄形計元言原戸古\
    午後語工公広交光考行高黄合谷国黒今才細作算止市矢姉思紙寺自時室社弱首秋週春書少場色食心新親図数西声星晴切雪船線前組走多太\
    体台地池知茶昼長鳥朝直通弟店点電刀冬当東答頭同道読内南肉馬売買麦半番父風分聞米歩母方北毎妹万明鳴毛門夜野友用曜来里理話";

/// The words of one language, and how likely each is.
struct Words {
    language: Language,
    ranked: Vec<String>,
    /// The sums of the shares up to each word.
    sums: Vec<f64>,
}

impl Words {
    fn new(language: Language, random: &mut Rng) -> Self {
        let mut words: Vec<String> = FUNCTION[language as usize].split_ascii_whitespace().map(str::to_owned).collect();
        let characters: Vec<char> = CHARACTERS.chars().filter(|character| !character.is_whitespace()).collect();
        while words.len() < WORDS {
            words.push(match language {
                Language::Ja => (0..random.usize(2..4)).filter_map(|_| random.choice(&characters)).collect(),
                _ => latin(language, random),
            });
        }
        let mut sum = 0.0;
        let sums = (1..=words.len())
            .map(|rank| {
                sum += 1.0 / (f64::from(u32::try_from(rank).unwrap_or(u32::MAX)) + 2.7);
                sum
            })
            .collect();
        Self { language, ranked: words, sums }
    }

    fn word(&self, random: &mut Rng) -> &str {
        let wanted = random.f64() * self.sums.last().copied().unwrap_or_default();
        let place = self.sums.partition_point(|sum| *sum < wanted);
        &self.ranked[place.min(self.ranked.len() - 1)]
    }

    /// A word that tells something.
    fn telling(&self, random: &mut Rng) -> &str {
        loop {
            let word = self.word(random);
            if !FUNCTION[self.language as usize].split_ascii_whitespace().any(|function| function == word) {
                return word;
            }
        }
    }

    fn sentence(&self, random: &mut Rng) -> String {
        // The sum of twelve uniform numbers less six is close to a normal one.
        let normal: f64 = (0..12).map(|_| random.f64()).sum::<f64>() - 6.0;
        let length = (16.0 * (0.45 * normal).exp()).clamp(3.0, 60.0);
        let between = if self.language == Language::Ja { "" } else { " " };
        let mut sentence = String::new();
        let mut said = 0.0;
        while said < length {
            if said > 0.0 {
                sentence.push_str(between);
            }
            match random.u8(..100) {
                0..3 => sentence.push_str(&random.u16(1600..2025).to_string()),
                3..9 => sentence.push_str(&capital(self.word(random))),
                _ => sentence.push_str(self.word(random)),
            }
            said += 1.0;
        }
        capital(&sentence) + if self.language == Language::Ja { "。" } else { ". " }
    }

    fn passage(&self, random: &mut Rng) -> String {
        let text: String = (0..random.usize(2..7)).map(|_| self.sentence(random)).collect();
        text.trim_end().to_owned()
    }

    /// A question of two to four words, one in five of them mistyped.
    fn question(&self, random: &mut Rng) -> String {
        let mut words: Vec<String> = (0..random.usize(2..5)).map(|_| self.telling(random).to_owned()).collect();
        if random.u8(..5) == 0 && self.language != Language::Ja {
            let place = random.usize(..words.len());
            let mut letters: Vec<char> = words[place].chars().collect();
            letters.remove(random.usize(..letters.len()));
            words[place] = letters.into_iter().collect();
        }
        let asking = random.choice(ASKING[self.language as usize]).copied().unwrap_or_default();
        match self.language {
            Language::Ja => format!("{}{asking}", words.join("の")),
            _ => format!("{asking} {}?", words.join(" ")),
        }
    }
}

fn latin(language: Language, random: &mut Rng) -> String {
    let mut one_of = |parts: &[&'static str]| random.choice(parts).copied().unwrap_or_default();
    let mut word = String::new();
    for place in 0.. {
        word.push_str(one_of(&ONSETS));
        word.push_str(one_of(&VOWELS));
        word.push_str(one_of(&ENDS));
        if place > 0 && one_of(&["on", "end", "end"]) == "end" {
            break;
        }
    }
    word.push_str(one_of(ENDINGS[language as usize]));
    word
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// How `count` passages are called.
pub fn name(count: usize) -> String {
    format!("made, {count}")
}

/// `count` passages, a third of them in each language, and questions in each.
pub fn generated(count: usize, seed: u64) -> Material {
    let mut random = Rng::with_seed(seed);
    let languages = Language::ALL.map(|language| Words::new(language, &mut random));
    let documents = (0..count.div_ceil(OF_A_DOCUMENT)).map(|place| {
        let words = &languages[place % 3];
        let title = format!("{} {}", capital(words.telling(&mut random)), words.telling(&mut random));
        let length = OF_A_DOCUMENT.min(count - place * OF_A_DOCUMENT);
        let passages = (0..length).map(|_| words.passage(&mut random)).collect();
        document(place, words.language, title, passages)
    });
    let corpus = Corpus::new(documents.collect(), Glossary::default());
    let questions = languages
        .iter()
        .flat_map(|words| (0..QUESTIONS).map(|_| (words.language, words.question(&mut random))).collect::<Vec<_>>())
        .collect();
    Material { name: name(count), corpus, questions }
}
