//! Talks of several lines, each a reply to the answer before it, as people hold them on Discord.
//!
//! `tests/questions/talks_*` holds them, a line each with what answers it behind ` | `: passages, `-` where the corpus is silent,
//! `~` where nothing is asked; a blank line between two talks. Eight hands wrote them from the passages' texts alone. Of every
//! other talk, from the second on, the lines that went wrong were looked at; weights were fitted to all. Those that are `unseen` were
//! counted alone, when rules stood; of those of round 33 the other half was looked at when the rules of the first stood. The least
//! shares are what is reached, for these two lines less.

use kembar::answer::{Answerer, Outcome, Question, Reason};
use kembar::corpus::Source;
use kembar::language::Language;

/// The most of several questions that a reply goes on from, in code points.
const LONGEST: usize = 260;

/// What a line of a talk came to.
#[derive(Debug, Default)]
struct Counts {
    asked: usize,
    right: usize,
    shown: usize,
    in_vain: usize,
    not_found: usize,
    told: usize,
    small_talk: usize,
    understood: usize,
}

impl Counts {
    /// Holds a talk, and counts all lines but the first.
    fn hold(&mut self, answerer: &Answerer, language: Language, talk: &str) {
        let mut previous: Option<String> = None;
        for (place, line) in talk.lines().enumerate() {
            let (text, expect) = line.rsplit_once(" | ").expect("what answers it");
            let answer = answerer.answer(&Question::new(text).with_fallback(language).after(previous.clone()));
            let is_small_talk = answer.reason().is_some_and(Reason::is_small_talk);
            if place > 0 {
                let best = answer.passages().first().map(|best| best.citation.passage.to_string());
                let is_found = matches!(answer.outcome, Outcome::Found { .. });
                match expect {
                    "~" => {
                        self.small_talk += 1;
                        self.understood += usize::from(is_small_talk);
                    }
                    "-" => {
                        self.in_vain += 1;
                        self.not_found += usize::from(best.is_none());
                        self.told += usize::from(is_found);
                    }
                    passages => {
                        let is_right = best.as_deref().is_some_and(|best| passages.split(' ').any(|it| it == best));
                        self.asked += 1;
                        self.right += usize::from(is_right && is_found);
                        self.shown += usize::from(best.is_some());
                    }
                }
            }
            if !is_small_talk {
                previous = Some(Question::in_turn(previous.as_deref(), text, |it| it.chars().count() <= LONGEST));
            }
        }
    }
}

/// A set of talks in a language, with its name, and the least shares, in percent, of its lines that are to be found and right, and that
/// are asked in vain and to be not found.
type Set<'t> = (&'t str, Language, &'t str, usize, usize);

fn hold(sets: [Set<'_>; 3]) {
    let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
    for (set, language, talks, least_right, least_not_found) in sets {
        let mut counts = Counts::default();
        talks.split("\n\n").for_each(|talk| counts.hold(&answerer, language, talk));
        println!("talks {set}: {counts:?}");
        let Counts { asked, right, in_vain, not_found, .. } = counts;
        assert!(right * 100 >= least_right * asked, "{set}: {right} of {asked} found and right");
        assert!(not_found * 100 >= least_not_found * in_vain, "{set}: {not_found} of {in_vain} not found");
    }
}

#[test]
fn a_talk_of_several_lines_is_followed() {
    hold([
        ("id", Language::Id, include_str!("../questions/talks_id.txt"), 78, 84),
        ("en", Language::En, include_str!("../questions/talks_en.txt"), 80, 85),
        ("ja", Language::Ja, include_str!("../questions/talks_ja.txt"), 73, 88),
    ]);
}

#[test]
fn a_talk_that_no_rule_came_of_is_followed() {
    hold([
        ("unseen id", Language::Id, include_str!("../questions/talks_unseen_id.txt"), 71, 76),
        ("unseen en", Language::En, include_str!("../questions/talks_unseen_en.txt"), 78, 85),
        ("unseen ja", Language::Ja, include_str!("../questions/talks_unseen_ja.txt"), 75, 69),
    ]);
}

#[test]
fn a_talk_of_the_thirty_third_round_is_followed() {
    hold([
        ("round 33 id", Language::Id, include_str!("../questions/talks_round_33_id.txt"), 77, 75),
        ("round 33 en", Language::En, include_str!("../questions/talks_round_33_en.txt"), 76, 79),
        ("round 33 ja", Language::Ja, include_str!("../questions/talks_round_33_ja.txt"), 81, 76),
    ]);
}
