//! Whether a passage tells of what is asked for besides something, *which cities besides Metz*, or of that something alone.

use std::ops::Range;

use crate::answer::Answerer;
use crate::answer::ranking::Fit;
use crate::answer::understanding::{Mention, Query};
use crate::language::{AnswerKind, leans_on_the_one_before, sentences};

/// What stands before or behind a name that is told together with others, or against them: *pupils and teachers*.
#[rustfmt::skip]
const TOGETHER: [&str; 13] = [
    ",", "、", "&", "and", "or", "dan", "atau", "rather than", "と", "や", "ではなく", "daripada", "・",
];

/// What a sentence tells of, where something is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Beside {
    /// That alone.
    Excepted,
    /// Of another place, too.
    Both,
    /// Something else, or what is listed with it.
    Other,
}

impl Answerer {
    /// Does the passage of `fit` tell of nothing but what `query` leaves out.
    pub(super) fn tells_of_the_excepted_alone(&self, query: &Query, fit: &Fit) -> bool {
        // How many others there are is told where it is told of all.
        let is_left_out = !query.narrowed().excepted.is_empty() && query.kind() != Some(AnswerKind::Number);
        is_left_out && self.sentences_beside(query, fit).iter().all(|beside| *beside == Beside::Excepted)
    }

    /// The place of the first sentence of the passage of `fit` from the `best` one on that tells of anything else than what `query`
    /// leaves out, or else of one before it; `best` where there is none, or where nothing is left out.
    pub(in crate::answer) fn beside_the_excepted(&self, query: &Query, fit: &Fit, best: usize) -> usize {
        if query.narrowed().excepted.is_empty() {
            return best;
        }
        let beside = self.sentences_beside(query, fit);
        let first = |tells: Beside| {
            let tells = |place: &usize| beside.get(*place) == Some(&tells);
            (best..beside.len()).find(tells).or_else(|| (0..best).find(tells))
        };
        first(Beside::Other).or_else(|| first(Beside::Both)).unwrap_or(best)
    }

    /// For each sentence of the passage of `fit`: does it tell of what `query` leaves out.
    fn sentences_beside(&self, query: &Query, fit: &Fit) -> Vec<Beside> {
        let (text, names) = (self.text_of(fit), self.names());
        let excepted = &query.narrowed().excepted;
        let is_excepted = |told: &Mention| excepted.iter().any(|it| names.lies_in(told.term, it.term));
        // Another place than one that is left out and those that it or what is asked of lies in, or another thing of its list.
        let is_another = |told: &Mention| {
            excepted.iter().all(|it| names.are_apart(it.term, told.term))
                && !query.named().iter().any(|named| names.lies_in(*named, told.term))
                && excepted
                    .iter()
                    .any(|it| names.are_alike(it.term, told.term) || names.are_somewhere(it.term, told.term))
        };
        // What is told where a place is named is told of that, unless it names another one.
        let is_of_the_place =
            names.mentions(text).iter().any(|told| names.is_somewhere(told.term) && is_excepted(told));
        let mut beside: Vec<Beside> = Vec::new();
        for sentence in sentences(text) {
            let sentence = &text[sentence];
            let told = names.mentions(sentence);
            let is_told_together = |told: &Mention| {
                is_excepted(told) && !names.is_somewhere(told.term) && is_together(sentence, &told.range)
            };
            let is_told = told.iter().any(is_excepted);
            let is_listed = told.iter().any(is_told_together);
            let is_of_another = if is_of_the_place || is_told {
                is_listed || told.iter().any(is_another)
            } else {
                // *It was stopped* is still of what the sentence before names.
                beside.last() != Some(&Beside::Excepted) || !leans_on_the_one_before(sentence, fit.language)
            };
            // Passages tell in order what came first.
            let is_later = query.narrowed().is_before && beside.iter().any(|it| *it != Beside::Other);
            let tells = match (is_told, is_of_another) {
                (_, false) => Beside::Excepted,
                _ if is_later => Beside::Excepted,
                (true, true) if !is_listed => Beside::Both,
                (_, true) => Beside::Other,
            };
            beside.push(tells);
        }
        beside
    }
}

/// Is what stands at `range` of `sentence` told together with something else.
fn is_together(sentence: &str, range: &Range<usize>) -> bool {
    let (before, behind) = (sentence[..range.start].trim_end(), sentence[range.end..].trim_start());
    TOGETHER.iter().any(|joint| {
        // In Latin letters it is a word of its own: *mayor* does not end in *or*.
        let is_word = joint.ends_with(|letter: char| letter.is_ascii_alphabetic());
        let is_apart = |beside: Option<char>| !is_word || !beside.is_some_and(char::is_alphanumeric);
        before.strip_suffix(joint).is_some_and(|rest| is_apart(rest.chars().next_back()))
            || behind.strip_prefix(joint).is_some_and(|rest| is_apart(rest.chars().next()))
    })
}

#[cfg(test)]
mod tests {
    use crate::answer::{Answerer, Question};
    use crate::corpus::Source;

    use super::is_together;

    #[test]
    fn what_joins_two_is_a_word_of_its_own() {
        for (sentence, name, expect) in [
            ("pupils and teachers", "pupils", true),
            ("pupils and teachers", "teachers", true),
            ("the mayor Wattimena", "Wattimena", false),
            ("Wattimena ordered it", "Wattimena", false),
            ("音楽と文化", "音楽", true),
            ("Yamaha, Kawai", "Kawai", true),
        ] {
            let start = sentence.find(name).expect("it is there");
            assert_eq!(is_together(sentence, &(start..start + name.len())), expect, "{sentence}");
        }
    }

    #[test]
    fn what_is_left_out_is_no_answer() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("Besides Vlissingen, which sister cities does Ambon have", Some("Darwin in Australia followed")),
            ("Besides Vlissingen, which other sister cities has Ambon?", Some("Darwin in Australia followed")),
            ("フリシンゲン以外にアンボンの姉妹都市は？", Some("オーストラリア")),
            ("フリシンゲンとダーウィン以外のアンボンの姉妹都市は", None),
            ("sebelum dengan darwin, ambon kembaran sama kota mana", Some("Vlissingen di Belanda")),
            ("which sister city did Ambon have before Darwin?", Some("Vlissingen in the Netherlands")),
            ("sebelum sama jepang, ambon sudah punya kota kembar mana", Some("Vlissingen di Belanda")),
            ("kota mana di asia yang jadi kota musik sebelum hamamatsu", None),
            ("selain yamaha perusahaan apa di hamamatsu", Some("Kawai")),
            ("aside from the piano competition what's in hamamatsu", Some("Museum")),
            ("besides Hanover which cities does Hamamatsu exchange music with", None),
            ("besides pupils who is exchanged between darwin and ambon", Some("teachers")),
            ("besides ambon how many cities joined in 2019", Some("66 cities")),
            ("selain dengan ambon, hamamatsu kerja sama musik dgn kota mana", Some("Hannover")),
            ("selain lomba layar darwin ambon ada apa", Some("saling mengirim delegasi")),
            ("kota kembar ambon yang bukan vlissingen", Some("Darwin di Australia")),
            ("kota kembar ambon di luar belanda", Some("Darwin di Australia")),
            ("which sister cities are not in the Netherlands", Some("Darwin in Australia")),
            ("アンボンの姉妹都市でオランダじゃない都市は", Some("オーストラリア")),
            ("オーストラリアにない姉妹都市は", Some("オランダ")),
            ("perusahaan alat musik yang bukan dari hamamatsu", None),
            ("singers not from maluku", None),
            ("bidang apa yang tidak dijajaki ambon dan hamamatsu?", None),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let told =
                answer.passages().first().filter(|_| answer.is_found()).map(|best| best.best_sentence().to_owned());
            match expect {
                Some(expect) => {
                    assert!(told.as_ref().is_some_and(|told| told.contains(expect)), "{question}: {told:?}");
                }
                None => assert_eq!(told, None, "{question}"),
            }
        }
    }
}
