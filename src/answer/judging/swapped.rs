//! Whether a question has those of a passage in each other's place: *what did Ambon send to Kyoto*, where Kyoto helps
//! Ambon. It takes for so what is not, and the passage does not tell it.

use std::ops::Range;

use crate::answer::Answerer;
use crate::answer::ranking::{Fit, Ranking};
use crate::language::{Deed, deeds, names_a_deed};

impl Answerer {
    /// Does the question of `ranking` take for so that somebody did what the passage of `fit` tells of another one.
    pub(super) fn is_swapped(&self, ranking: &Ranking<'_>, fit: &Fit) -> bool {
        if !ranking.query.takes_for_so() {
            return false;
        }
        let asked = &ranking.text[ranking.own..];
        if !names_a_deed(asked) {
            return false;
        }
        let asked = self.deeds_of(asked);
        if !asked.iter().any(|deed| deed.actor.is_some()) {
            return false;
        }
        let text = self.text_of(fit);
        let told = self.deeds_of(text);
        asked.iter().any(|deed| {
            deed.actor.is_some_and(|actor| {
                told.iter().all(|it| it.actor != Some(actor))
                    && told.iter().any(|it| is_of_another(deed, it, || self.names().all_named(text).contains(&actor)))
            })
        })
    }

    /// The deeds that `text` tells of the places and bodies in it.
    fn deeds_of(&self, text: &str) -> Vec<Deed> {
        let named: Vec<(Range<usize>, usize)> =
            self.names().acting(text).map(|mention| (mention.range, mention.term)).collect();
        deeds(text, &named)
    }
}

/// Is what is `asked` told of another one: by the one who is `told` to do it, of whoever does it as it is asked, or the
/// same by one alone where nothing but a title names who is asked about. `is_named` tells whether the text names that one.
fn is_of_another(asked: &Deed, told: &Deed, is_named: impl Fn() -> bool) -> bool {
    let is_receiver = asked.actor.is_some_and(|actor| told.receivers.contains(&actor));
    let is_exactly_so = told.actor.is_some_and(|actor| asked.receivers.contains(&actor));
    is_receiver && (is_exactly_so || asked.doing == told.doing)
        || asked.doing == told.doing && told.actor.is_some() && asked.receivers.is_empty() && !is_named()
}

#[cfg(test)]
mod tests {
    use crate::answer::{Answerer, Outcome, Question};
    use crate::corpus::Source;

    #[test]
    fn what_the_other_one_did_is_not_told_as_found() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, is_found) in [
            ("What equipment did Ambon send to Kyoto?", false),
            ("What equipment did Kyoto want to send to Ambon?", true),
            ("gelar apa yang diberikan ambon ke unesco", false),
            ("gelar apa yang diberikan unesco ke ambon", true),
            ("ambon diberi gelar apa oleh unesco", true),
            ("When did Bandung teach Hamamatsu to sort waste?", false),
            ("When did Hamamatsu teach Bandung to sort waste?", true),
            ("バンドンが浜松に教えたのは何？", false),
            ("浜松がバンドンで教えたのは何？", true),
            ("How many people came from Jakarta to Hamamatsu in 2009?", false),
            ("berapa orang yang datang dari hamamatsu ke jakarta 2009", true),
            ("浜松市はなぜアンボンと提携したいの？", false),
            ("アンボンはなぜ浜松と提携したいの？", true),
            ("kemlu melapor ke siapa", false),
            ("ambon melapor ke siapa", true),
            ("Which embassy did Hamamatsu meet?", false),
            ("Which embassy did Ambon meet?", true),
            // Whether it was so, the passage tells.
            ("Did Ambon send fire-fighting equipment to Kyoto?", true),
        ] {
            let outcome = answerer.answer(&Question::new(question)).outcome;
            assert_eq!(matches!(outcome, Outcome::Found { .. }), is_found, "{question}");
        }
    }
}
