//! The glossary at work: what one thing is called elsewhere stands for it in every field.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use compact_str::{CompactString, ToCompactString as _};
use rustc_hash::FxBuildHasher;

use super::concept::{Alternative, Concept, idf};
use super::kana::{KanaNames, may_begin};
use crate::answer::ranges::{is_within, overlap};
use crate::answer::ranking::Weights;
use crate::corpus::{self, Glossary};
use crate::index::{Field, Index, TermId};
use crate::language::{
    Folded, Language, Term, bigrams, detect, is_cjk, is_hiragana, is_one_of, plain_words, spliced, terms, words_of,
};

/// The names of the glossary, ready to be found in a question.
pub(in crate::answer) struct Names {
    /// The names that begin with this folded word, or with this Japanese character.
    by_start: HashMap<CompactString, Vec<Name>, FxBuildHasher>,
    /// For each term: its names in each language, as the index's terms; those that it holds.
    known: Vec<[Vec<Vec<TermId>>; 3]>,
    /// For each term: is it a place.
    is_place: Vec<bool>,
    /// For each term: is it a body that may do something, as one that is always written as a name.
    is_body: Vec<bool>,
    /// For each term: which list of things it is of that are not each other.
    apart: Vec<Option<usize>>,
    /// For each term: the regions that it lies in, itself where it is one.
    regions: Vec<Vec<usize>>,
    /// Those that are written in kana.
    in_kana: KanaNames,
    /// For each term: what it is called in Japanese, unless that is what it is called in Latin letters.
    in_japanese: Vec<Option<CompactString>>,
}

struct Name {
    /// The folded words after the first; for a Japanese name, all of it.
    text: NameText,
    term: usize,
}

enum NameText {
    Words(Box<[CompactString]>),
    Characters(Box<str>),
}

/// A name of the glossary that stands in a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::answer) struct Mention {
    /// Where, in bytes of the question.
    pub(in crate::answer) range: Range<usize>,
    /// What: the place of its term in the glossary.
    pub(in crate::answer) term: usize,
}

impl Names {
    /// The names of `glossary`, to stand for each other in questions of `index`.
    pub(in crate::answer) fn new(glossary: &Glossary, index: &Index) -> Self {
        let mut by_start: HashMap<CompactString, Vec<Name>, FxBuildHasher> = HashMap::default();
        let mut known = Vec::with_capacity(glossary.terms().len());
        let pairs = index.vocabulary(Field::Bigrams);
        let is_held = |pair: &Term| pair.stem.chars().nth(1).is_none() || pairs.get(&pair.stem).is_some();
        // What is written in hiragana has endings, which the index leaves out.
        let has_ending = |name: &str| name.contains(is_hiragana);
        let may_stand = |name: &str| has_ending(name) || bigrams(name).iter().all(is_held);
        for (place, term) in glossary.terms().iter().enumerate() {
            let mut languages: [Vec<Vec<TermId>>; 3] = Default::default();
            for (language, names) in term.names.iter() {
                let vocabulary = index.vocabulary(Field::Words(language));
                for name in names {
                    let ids = |found: &[Term]| -> Option<Vec<TermId>> {
                        found.iter().map(|term| vocabulary.get(&term.stem)).collect()
                    };
                    let folded = Folded::new(name);
                    let folded = folded.as_str().trim();
                    let (start, text, ids) = match folded.chars().next() {
                        Some(first) if is_cjk(first) => {
                            // Parting Japanese into words takes long, and many names stand nowhere.
                            let ids = if may_stand(folded) { ids(&terms(language, name)) } else { None };
                            (first.to_compact_string(), NameText::Characters(folded.into()), ids)
                        }
                        _ => {
                            let found = terms(language, name);
                            let mut words = found.iter().map(|term| term.word.clone());
                            let Some(first) = words.next() else { continue };
                            (first, NameText::Words(words.collect()), ids(&found))
                        }
                    };
                    languages[language as usize].extend(ids.filter(|ids| !ids.is_empty()));
                    by_start.entry(start).or_default().push(Name { text, term: place });
                }
            }
            known.push(languages);
        }
        // Most begin differently.
        by_start.values_mut().for_each(Vec::shrink_to_fit);
        let is_place = glossary.terms().iter().map(|term| term.is_place).collect();
        let is_body = glossary.terms().iter().map(is_body).collect();
        let apart = glossary.terms().iter().map(|term| term.apart).collect();
        Self {
            by_start,
            known,
            is_place,
            is_body,
            apart,
            regions: regions(glossary),
            in_kana: KanaNames::new(glossary),
            in_japanese: glossary.terms().iter().map(in_japanese).collect(),
        }
    }

    /// `text` with its names in kana as they are usually written, はままつ as 浜松, アンポン as アンボン, and those in Latin letters as
    /// Japanese has them where it is in Japanese: *Bandungに* as バンドンに.
    pub(in crate::answer) fn in_usual_letters<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        let text = self.in_kana.in_usual_letters(text);
        let has_latin = text.bytes().any(|byte| byte.is_ascii_alphabetic());
        if !has_latin || !text.contains(is_cjk) || detect(&text) != Some(Language::Ja) {
            return text;
        }
        let is_latin = |it: &Mention| text[it.range.clone()].starts_with(|first: char| first.is_ascii_alphabetic());
        let mut named: Vec<Mention> = self.mentions(&text).into_iter().filter(is_latin).collect();
        // Of two meanings the first is as good as the other.
        named.dedup_by(|next, before| next.range == before.range);
        let usual = |it: Mention| Some((it.range, self.in_japanese[it.term].as_deref()?));
        let found: Vec<_> = named.into_iter().filter_map(usual).collect();
        spliced(text, found)
    }

    /// The names that stand in `text`: the longest where several begin in one place, in order.
    pub(in crate::answer) fn mentions(&self, text: &str) -> Vec<Mention> {
        // A name within a longer name is not meant, 音楽 in 音楽都市; of two that overlap, the longer one is.
        let mut found = self.all_mentions(text);
        found.sort_by_key(|mention| (std::cmp::Reverse(mention.range.len()), mention.range.start, mention.term));
        let mut apart: Vec<Mention> = Vec::with_capacity(found.len());
        for mention in found {
            // What has two meanings has both.
            if !apart.iter().any(|taken| overlap(&taken.range, &mention.range) && taken.range != mention.range)
                && !apart.contains(&mention)
            {
                apart.push(mention);
            }
        }
        apart.sort_by_key(|mention| (mention.range.start, mention.term));
        apart
    }

    /// The same with those within longer names, in no order.
    fn all_mentions(&self, text: &str) -> Vec<Mention> {
        let mut found: Vec<Mention> = Vec::new();
        if self.by_start.is_empty() {
            return found;
        }
        let folded = Folded::new(text);
        // Names in Japanese are looked for by their characters.
        let has_words = folded.as_str().bytes().any(|byte| byte.is_ascii_alphanumeric());
        let words = if has_words { plain_words(&folded) } else { Vec::new() };
        for (place, (word, range)) in words.iter().enumerate() {
            for first in as_names(word) {
                for name in self.by_start.get(first).into_iter().flatten() {
                    let NameText::Words(rest) = &name.text else { continue };
                    let mut following = words[place + 1..].iter().take(rest.len());
                    // Only the last word of a name carries an ending.
                    let is_first_whole = rest.is_empty() || first == word;
                    let reads = |((word, _), name): (&(CompactString, _), &CompactString)| {
                        as_names(word).any(|word| word == *name)
                    };
                    if is_first_whole && following.len() == rest.len() && following.by_ref().zip(rest).all(reads) {
                        let end = words[place + rest.len()].1.end;
                        found.push(Mention { range: range.start..end, term: name.term });
                    }
                }
            }
        }
        let mut key = [0; 4];
        for (start, character) in folded.as_str().char_indices().filter(|(_, character)| is_cjk(*character)) {
            let within_hiragana = is_hiragana(character) && !may_begin(&folded.as_str()[..start]);
            for name in self.by_start.get(&*character.encode_utf8(&mut key)).into_iter().flatten() {
                if let NameText::Characters(name_text) = &name.text
                    && folded.as_str()[start..].starts_with(&**name_text)
                    && !(within_hiragana && name_text.chars().all(is_hiragana))
                {
                    let range = folded.origin(start..start + name_text.len());
                    found.push(Mention { range, term: name.term });
                }
            }
        }
        found
    }

    /// Of `mentions`, the things of a list that are not each other, where no other of it is mentioned: whoever names two leaves
    /// open which it is.
    pub(super) fn set_apart(&self, mentions: impl Iterator<Item = Mention>) -> Vec<Mention> {
        let mut things: Vec<Mention> = mentions.filter(|it| self.apart[it.term].is_some()).collect();
        let is_another = |a: &Mention, b: &Mention| a.term != b.term && self.apart[a.term] == self.apart[b.term];
        let two: Vec<usize> =
            things.iter().filter(|it| things.iter().any(|other| is_another(it, other))).map(|it| it.term).collect();
        things.retain(|it| !two.contains(&it.term));
        things
    }

    /// The things of such lists that `text` names, in order, each with its list.
    pub(in crate::answer) fn listed_things(&self, text: &str) -> impl Iterator<Item = (Mention, usize)> {
        self.mentions(text).into_iter().filter_map(|it| self.apart[it.term].map(|list| (it, list)))
    }

    /// The same with those within longer names: the piano of a *piano competition*.
    pub(in crate::answer) fn all_listed_things(&self, text: &str) -> impl Iterator<Item = (Mention, usize)> {
        self.all_mentions(text).into_iter().filter_map(|it| self.apart[it.term].map(|list| (it, list)))
    }

    /// Are two terms both places, or things of one list that are not each other.
    pub(in crate::answer) fn are_alike(&self, one: usize, other: usize) -> bool {
        self.is_place[one] && self.is_place[other] || self.apart[one].is_some() && self.apart[one] == self.apart[other]
    }

    /// Is `term` this `other` one, or does it lie in it, as a city in its country.
    pub(in crate::answer) fn lies_in(&self, term: usize, other: usize) -> bool {
        term == other || self.regions[term].contains(&other)
    }

    /// Is the term a place or a region, as a country.
    pub(in crate::answer) fn is_somewhere(&self, term: usize) -> bool {
        self.is_place[term] || self.is_region(term)
    }

    /// Are both of these terms places or regions.
    pub(in crate::answer) fn are_somewhere(&self, one: usize, other: usize) -> bool {
        self.is_somewhere(one) && self.is_somewhere(other)
    }

    /// Is the term a place.
    pub(in crate::answer) fn is_place(&self, term: usize) -> bool {
        self.is_place[term]
    }

    /// Does `text` not name one of `things`, which are each of a list of things that are not each other, and another one of its list.
    pub(in crate::answer) fn names_others_than(&self, things: &[&Mention], text: &str) -> bool {
        if things.is_empty() {
            return false;
        }
        let told = self.all_mentions(text);
        let is_told = |thing: &Mention| told.iter().any(|mention| mention.term == thing.term);
        let is_other = |thing: &Mention| told.iter().any(|mention| self.apart[thing.term] == self.apart[mention.term]);
        things.iter().any(|thing| !is_told(thing) && is_other(thing))
    }

    /// The term that a name in `text` at this range stands for, as its place in the glossary.
    pub(in crate::answer) fn term_at(&self, text: &str, range: &Range<usize>) -> Option<usize> {
        let mentions = self.mentions(text);
        let is_there = |it: &Mention| is_within(range, &it.range);
        mentions.into_iter().find(is_there).map(|mention| mention.term)
    }

    /// The terms that `text` names, those within longer names too.
    pub(in crate::answer) fn all_named(&self, text: &str) -> Vec<usize> {
        self.all_mentions(text).into_iter().map(|mention| mention.term).collect()
    }

    /// Does `name` hold that of a place: *Ambon*, *Ambon Jazz*.
    pub(in crate::answer) fn names_a_place(&self, name: &str) -> bool {
        !self.places(name).is_empty()
    }

    /// The places that `text` names: each once, as the places of their terms in the glossary, in order.
    pub(in crate::answer) fn which_places(&self, text: &str) -> Vec<usize> {
        let mut places: Vec<usize> = self.mentioned_places(text).map(|mention| mention.term).collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    /// Where `text` names places, in order.
    pub(in crate::answer) fn places(&self, text: &str) -> Vec<Range<usize>> {
        self.mentioned_places(text).map(|mention| mention.range).collect()
    }

    /// The places that `text` names, in order.
    pub(in crate::answer) fn mentioned_places(&self, text: &str) -> impl Iterator<Item = Mention> {
        self.mentions(text).into_iter().filter(|mention| self.is_place[mention.term])
    }

    /// The places, but for countries and continents, and the bodies that `text` names, in order: those that may do something.
    pub(in crate::answer) fn acting(&self, text: &str) -> impl Iterator<Item = Mention> {
        let may_act = |term: usize| self.is_place[term] && !self.is_region(term) || self.is_body[term];
        self.mentions(text).into_iter().filter(move |mention| may_act(mention.term))
    }

    /// The regions that are among `mentions` in `text`, by the places of their terms; not where a language is meant.
    pub(super) fn regions_among<'m>(&self, text: &str, mentions: impl Iterator<Item = &'m Mention>) -> Vec<usize> {
        let is_region = |it: &&Mention| self.is_region(it.term) && !names_a_language(text, &it.range);
        mentions.filter(is_region).map(|it| it.term).collect()
    }

    /// Are two places apart: neither is the other, nor lies in it.
    pub(in crate::answer) fn are_apart(&self, one: usize, other: usize) -> bool {
        !self.lies_in(one, other) && !self.lies_in(other, one)
    }

    /// Is the term a country or a continent.
    pub(in crate::answer) fn is_region(&self, term: usize) -> bool {
        self.regions[term].contains(&term)
    }

    /// Does `text` name places of other regions than those `asked`, and none that lies in one of them.
    pub(in crate::answer) fn is_of_other_regions(&self, asked: &[usize], text: &str) -> bool {
        if asked.is_empty() {
            return false;
        }
        let told = self.all_mentions(text);
        let mut told = told.iter().flat_map(|mention| &self.regions[mention.term]).peekable();
        told.peek().is_some() && told.all(|region| !asked.contains(region))
    }

    /// Lets the other names of what is mentioned stand for it among the concepts of `field`.
    pub(super) fn apply(
        &self,
        mention: &Mention,
        field: Field,
        index: &Index,
        weights: &Weights,
        concepts: &mut Vec<Concept>,
    ) {
        let vocabulary = index.vocabulary(field);
        let names = &self.known[mention.term][field.language() as usize];
        let alternative = |terms: &Vec<TermId>| Alternative { terms: terms.clone(), closeness: weights.glossary };
        let alternatives: Vec<Alternative> = names.iter().map(alternative).collect();
        let within = |concept: &Concept| overlap(&concept.range, &mention.range);
        if alternatives.is_empty() {
            // A place that no passage names is none that is written like it.
            if let Some(place) = concepts.iter_mut().find(|it| within(it)).filter(|_| self.is_place[mention.term]) {
                place.is_place = true;
                place.alternatives.clear();
            }
            return;
        }
        let all_known = concepts.iter().filter(|concept| within(concept)).all(|concept| concept.known);
        let any = concepts.iter().any(within);
        let holding = alternatives
            .iter()
            .filter_map(|name| name.terms.iter().map(|term| vocabulary.passages(*term)).min())
            .max()
            .unwrap_or_default();
        let weight = idf(holding, index.holders(field));
        if any && all_known {
            // The words are there as asked: the other names only add to what may stand for the first of them.
            let mut covered = concepts.iter_mut().filter(|concept| within(concept));
            if let (Some(only), None) = (covered.next(), covered.next()) {
                only.alternatives.extend(alternatives);
                only.weight = only.weight.min(weight);
                only.is_place = self.is_place[mention.term];
                only.is_phrase = field.language() != Language::Ja && mention.range.len() > only.range.len();
                return;
            }
        }
        let place =
            concepts.iter().position(|concept| concept.range.end > mention.range.start).unwrap_or(concepts.len());
        let words: Vec<&str> =
            concepts.iter().filter(|concept| within(concept)).map(|concept| &*concept.word).collect();
        let word = words.join(" ");
        let mut alternatives = alternatives;
        let as_asked: Option<Vec<_>> = concepts
            .iter()
            .filter(|concept| within(concept))
            .map(|concept| Some(concept.alternatives.first().filter(|_| concept.known)?.terms.clone()))
            .collect();
        if let Some(as_asked) = as_asked.map(|terms| terms.concat()).filter(|terms| !terms.is_empty()) {
            alternatives.insert(0, Alternative { terms: as_asked, closeness: 1.0 });
        }
        let is_name = concepts.iter().filter(|concept| within(concept)).any(|concept| concept.is_name);
        // A sister is asked about, a sister city is a thing.
        let is_aspect = any && concepts.iter().filter(|concept| within(concept)).all(|concept| concept.is_aspect);
        concepts.retain(|concept| !within(concept));
        let merged = Concept {
            word: word.into(),
            range: mention.range.clone(),
            alternatives,
            weight,
            is_name,
            known: true,
            is_place: self.is_place[mention.term],
            is_aspect,
            is_phrase: false,
        };
        concepts.insert(place.min(concepts.len()), merged);
    }
}

/// For each term of `glossary`, the regions that it lies in, those that these lie in, and itself where it is one.
fn regions(glossary: &Glossary) -> Vec<Vec<usize>> {
    let terms = glossary.terms();
    let mut regions: Vec<Vec<usize>> = terms.iter().map(|term| term.within.clone()).collect();
    for region in terms.iter().flat_map(|term| &term.within) {
        if !regions[*region].contains(region) {
            regions[*region].push(*region);
        }
    }
    for regions in &mut regions {
        let mut next = 0;
        while let Some(region) = regions.get(next).copied() {
            let outer = terms[region].within.iter().filter(|outer| !regions.contains(outer));
            let outer: Vec<usize> = outer.copied().collect();
            regions.extend(outer);
            next += 1;
        }
    }
    regions
}

/// Is `term` written as a name in what is usual in Latin letters, and no place and none of a list of things.
fn is_body(term: &corpus::Term) -> bool {
    let is_written_so = |language| {
        let names = term.names.get(language);
        names.and_then(|names| names.first()).is_some_and(|name| name.starts_with(char::is_uppercase))
    };
    !term.is_place && term.apart.is_none() && is_written_so(Language::Id) && is_written_so(Language::En)
}

/// What `term` is called first in Japanese, where none of its names there is in Latin letters.
fn in_japanese(term: &corpus::Term) -> Option<CompactString> {
    let names = term.names.get(Language::Ja)?;
    let is_latin = |name: &String| name.starts_with(|first: char| first.is_ascii_alphabetic());
    names.first().filter(|_| !names.iter().any(is_latin)).map(|name| name.as_str().into())
}

/// Does the name of a country at `range` of `text` name its language: *bahasa Jepang*, *a Japanese speaker*, 日本語.
fn names_a_language(text: &str, range: &Range<usize>) -> bool {
    const BEFORE: [&str; 4] = ["bahasa", "bhs", "bhsa", "speak"];
    const BEHIND: [&str; 6] = ["language", "speaker", "speakers", "speaking", "translation", "lesson"];
    let (before, behind) = (&text[..range.start], &text[range.end..]);
    behind.starts_with('語')
        || words_of(before).last().is_some_and(|word| is_one_of(word, &BEFORE))
        || words_of(behind).next().is_some_and(|word| is_one_of(word, &BEHIND))
}

/// A word of a question as a name may be written: as it is, and without the ending of a possessive, *Ambon's*, *ambons*,
/// *Ambonnya*.
fn as_names(word: &str) -> impl Iterator<Item = &str> {
    let bare = ["'s", "s", "nya"].into_iter().filter_map(move |ending| word.strip_suffix(ending));
    std::iter::once(word).chain(bare.filter(|bare| bare.len() >= LEAST_BARE))
}

/// The shortest name that is looked for behind an ending, in bytes.
const LEAST_BARE: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Corpus;
    use crate::language::ByLanguage;

    fn names(terms: &[&[(Language, &[&str])]]) -> Names {
        let term = |names: &&[(Language, &[&str])]| crate::corpus::Term {
            names: names
                .iter()
                .map(|(language, names)| (*language, names.iter().map(|name| (*name).to_owned()).collect()))
                .collect::<ByLanguage<Vec<String>>>(),
            is_place: false,
            apart: None,
            within: Vec::new(),
        };
        let index = Index::build(&Corpus::new(Vec::new(), Glossary::default())).expect("an index of nothing");
        Names::new(&Glossary::new(terms.iter().map(term).collect()), &index)
    }

    #[test]
    fn a_name_in_latin_letters_is_read_in_japanese_where_the_question_is() {
        let names = names(&[
            &[(Language::Id, &["wali kota", "walikota"]), (Language::Ja, &["市長"])],
            &[(Language::Id, &["Bandung"]), (Language::En, &["Bandung"]), (Language::Ja, &["バンドン"])],
            &[(Language::Id, &["nota", "MoU"]), (Language::Ja, &["覚書", "MoU"])],
        ]);
        for (text, expect) in [
            ("Bandungの walikota は だれですか", "バンドンの 市長 は だれですか"),
            ("バンドンのMoUはいつですか", "バンドンのMoUはいつですか"),
            ("siapa walikota Bandung", "siapa walikota Bandung"),
            ("apa arti 市 di Bandung", "apa arti 市 di Bandung"),
            ("バンドンの市長", "バンドンの市長"),
            ("", ""),
        ] {
            assert_eq!(names.in_usual_letters(Cow::Borrowed(text)), expect);
        }
    }

    #[test]
    fn a_name_is_found_where_it_stands() {
        let names = names(&[
            &[(Language::Id, &["wali kota"]), (Language::En, &["mayor"]), (Language::Ja, &["市長"])],
            &[(Language::Ja, &["音楽"])],
            &[(Language::Ja, &["音楽都市"])],
            &[(Language::Ja, &["浜松市", "浜松"])],
            &[(Language::Ja, &["市長室"])],
            &[(Language::Ja, &["京都", "きょうと"])],
        ]);
        let check = |text: &str, expect: &[(&str, usize)]| {
            let found: Vec<_> =
                names.mentions(text).into_iter().map(|mention| (&text[mention.range], mention.term)).collect();
            assert_eq!(found, expect, "{text}");
        };
        check("Siapa Wali Kota Hamamatsu?", &[("Wali Kota", 0)]);
        check("siapa wali hamamatsu", &[]);
        check("the mayor's name", &[("mayor's", 0)]);
        check("mayors", &[("mayors", 0)]);
        check("wali kotanya siapa", &[("wali kotanya", 0)]);
        check("walis kota", &[]);
        check("mayor", &[("mayor", 0)]);
        check("京都市長は音楽都市", &[("京都", 5), ("市長", 0), ("音楽都市", 2)]);
        check("市長はきょうと", &[("市長", 0), ("きょうと", 5)]);
        check("市長のかんきょうと", &[("市長", 0)]);
        check("音楽", &[("音楽", 1)]);
        check("浜松市長室", &[("浜松市", 3)]);
        check("浜松の市長室", &[("浜松", 3), ("市長室", 4)]);
        check("", &[]);
    }
}
