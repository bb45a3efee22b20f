//! Names in Japanese in other letters than usual, はままつ and だーうぃん, or with a slip in their marks, アンポン.

use std::borrow::Cow;
use std::ops::Range;

use compact_str::CompactString;
use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization as _;

use crate::answer::ranges::overlap;
use crate::corpus::{Glossary, Term};
use crate::language::{Language, is_hiragana, is_katakana, range_in, rewritten, spliced};

/// The shortest name in hiragana that is read as one, in characters: shorter ones stand within other words.
const LEAST_HIRAGANA: usize = 4;

/// What a name in hiragana may stand right behind, of what is in hiragana itself: かんきょうと names no きょうと.
const BEFORE_HIRAGANA: [char; 15] =
    ['と', 'の', 'は', 'や', 'で', 'に', 'が', 'も', 'か', 'を', 'へ', 'ら', 'な', 'つ', 'て'];

/// The shortest name in katakana that is told with a slip in it, in characters of its [`bare`] form.
const LEAST_BARE: usize = 4;

/// From this length on, several slips leave it the same name.
const LONG_BARE: usize = 6;

/// The names of a glossary that are written in kana.
pub(super) struct KanaNames {
    /// Names in hiragana, each with its first one in Japanese, the longest first.
    in_hiragana: Vec<(CompactString, CompactString)>,
    /// Places with a long mark in hiragana, each with its usual name: beside hiragana that mark stands in loanwords alone.
    with_long_mark: Vec<(CompactString, CompactString)>,
    /// Places in katakana, each with how it is usually written.
    in_katakana: FxHashMap<CompactString, CompactString>,
    /// The bare forms of first names in katakana, each with the name; `None` where two names share one.
    bare: FxHashMap<CompactString, Option<CompactString>>,
}

impl KanaNames {
    pub(super) fn new(glossary: &Glossary) -> Self {
        let mut in_hiragana: Vec<_> = glossary.terms().iter().flat_map(in_hiragana).collect();
        in_hiragana.sort_by_key(|(kana, _)| std::cmp::Reverse(kana.len()));
        let mut with_long_mark = Vec::new();
        let (mut in_katakana, mut bare_names) = (FxHashMap::default(), FxHashMap::default());
        // Other things are called by everyday words, which others lie near: ブランド and プラント.
        for term in glossary.terms().iter().filter(|term| term.is_place) {
            let names = term.names.get(Language::Ja).map(Vec::as_slice).unwrap_or_default();
            let Some(first) = names.first() else { continue };
            for name in names.iter().filter(|name| name.chars().all(is_katakana)) {
                // メス is as usual as メス市.
                let is_usual = first.chars().all(is_katakana) || first.contains(name.as_str());
                let usual = if is_usual { name } else { first };
                if name.contains('ー') && name.chars().count() >= LEAST_HIRAGANA {
                    with_long_mark.push((name.chars().map(as_hiragana).collect(), usual.as_str().into()));
                }
                in_katakana.insert(name.as_str().into(), CompactString::from(usual.as_str()));
            }
            let bare = bare(first);
            if first.chars().all(is_katakana) && bare.chars().count() >= LEAST_BARE {
                let of_name = Some(first.as_str().into());
                let found = bare_names.entry(bare).or_insert_with(|| of_name.clone());
                if *found != of_name {
                    *found = None;
                }
            }
        }
        Self { in_hiragana, with_long_mark, in_katakana, bare: bare_names }
    }

    /// `text` with the names of it that stand in other kana than usual, or with a slip in their marks, as they are usual.
    pub(super) fn in_usual_letters<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        let text = if text.contains(is_hiragana) { self.without_hiragana(text) } else { text };
        let text = if text.contains('ー') { as_usual(text, &self.with_long_mark) } else { text };
        if !text.contains(is_katakana) {
            return text;
        }
        let named = |run: Range<usize>| Some((run.clone(), self.usual(&text[run])?));
        let parts: Vec<_> = runs(&text).filter_map(named).collect();
        spliced(text, parts)
    }

    /// `text` with its names in hiragana as they are usually written.
    fn without_hiragana<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        let mut found: Vec<(Range<usize>, &str)> = Vec::new();
        for (kana, usual) in &self.in_hiragana {
            let starts = text.match_indices(kana.as_str()).map(|(at, _)| at).filter(|at| may_begin(&text[..*at]));
            for range in starts.map(|at| at..at + kana.len()) {
                if !found.iter().any(|(longer, _)| overlap(longer, &range)) {
                    found.push((range, usual));
                }
            }
        }
        found.sort_unstable_by_key(|(range, _)| range.start);
        spliced(text, found)
    }

    /// How the name `run` is usually written, where it is one that is not.
    fn usual(&self, run: &str) -> Option<&str> {
        if let Some(usual) = self.in_katakana.get(run) {
            return Some(usual.as_str()).filter(|usual| *usual != run);
        }
        let bare = bare(run);
        let name = self.bare.get(&bare)?.as_deref()?;
        (bare.chars().count() >= LONG_BARE || slips(run, name) <= 1).then_some(name)
    }
}

/// May a name in hiragana stand behind `before`: behind no hiragana but a particle.
pub(super) fn may_begin(before: &str) -> bool {
    before.chars().next_back().is_none_or(|it| !is_hiragana(it) || BEFORE_HIRAGANA.contains(&it))
}

/// `text` with the second of each of `names` in place of the first.
fn as_usual<'t>(text: Cow<'t, str>, names: &[(CompactString, CompactString)]) -> Cow<'t, str> {
    rewritten(text, names.iter().map(|(kana, usual)| (kana.as_str(), usual.as_str())))
}

/// The names of `term`, a place or one that is usual in katakana, that are written in hiragana alone, each with its first one.
fn in_hiragana(term: &Term) -> Vec<(CompactString, CompactString)> {
    let Some([usual, others @ ..]) = term.names.get(Language::Ja).map(Vec::as_slice) else { return Vec::new() };
    if !term.is_place && !usual.chars().all(is_katakana) {
        return Vec::new();
    }
    let is_one = |name: &&String| name.chars().count() >= LEAST_HIRAGANA && name.chars().all(is_hiragana);
    others.iter().filter(is_one).map(|name| (name.as_str().into(), usual.as_str().into())).collect()
}

/// Where katakana stand side by side in `text`, in bytes.
fn runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split(|it: char| !is_katakana(it)).filter(|run| !run.is_empty()).map(|run| range_in(text, run))
}

/// `name`, in katakana, without what a slip leaves out or takes for another: voicing marks, long marks, and small letters large.
fn bare(name: &str) -> CompactString {
    let is_mark = |it: &char| matches!(it, '\u{3099}' | '\u{309a}' | 'ー');
    name.nfd().filter(|it| !is_mark(it)).map(large).collect()
}

/// How many letters or long marks differ between `run` and `name`, which have the same bare form.
fn slips(run: &str, name: &str) -> usize {
    let marks = |text: &str| text.chars().filter(|it| *it == 'ー').count();
    let letters = |text: &str| -> Vec<char> { text.chars().filter(|it| *it != 'ー').collect() };
    let differ = letters(run).into_iter().zip(letters(name)).filter(|(a, b)| a != b).count();
    differ + marks(run).abs_diff(marks(name))
}

/// A small letter of katakana as the large one, ィ as イ, which stands right behind it in Unicode; another one as it is.
fn large(letter: char) -> char {
    let is_small = matches!(letter, 'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' | 'ッ' | 'ャ' | 'ュ' | 'ョ' | 'ヮ');
    char::from_u32(u32::from(letter) + u32::from(is_small)).unwrap_or(letter)
}

/// A letter of katakana as hiragana has it, 0x60 before it in Unicode; the long mark, which both have, as it is.
fn as_hiragana(letter: char) -> char {
    if letter == 'ー' { letter } else { char::from_u32(u32::from(letter) - 0x60).unwrap_or(letter) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;

    #[test]
    fn a_name_is_read_in_its_usual_letters() {
        let names = KanaNames::new(Source::Embedded.read().expect("a sound corpus").glossary());
        for (text, expect) in [
            ("はままつの市長", "浜松の市長"),
            ("ハママツの市長", "浜松の市長"),
            ("あんぼんとはままつの関係", "アンボンと浜松の関係"),
            ("とうきょうとアンボン", "東京とアンボン"),
            ("あんぼんっていつゆねすこに", "アンボンっていつユネスコに"),
            ("おんがくのつながり", "おんがくのつながり"),
            ("アンボンのきょうと", "アンボンの京都"),
            ("アンボンのかんきょうとごみ", "アンボンのかんきょうとごみ"),
            ("キョウトとの話", "京都との話"),
            ("アンポンの人口", "アンボンの人口"),
            ("アンホンの人口", "アンボンの人口"),
            ("アンボーンの人口", "アンボンの人口"),
            ("ダーウィーンとの協定", "ダーウィンとの協定"),
            ("だーうぃんとの協定", "ダーウィンとの協定"),
            // As the glossary has it, too.
            ("フリッシンゲンとの覚書", "フリッシンゲンとの覚書"),
            ("アンボンの人口", "アンボンの人口"),
            ("メスの話", "メスの話"),
            // Too short to tell, or another word.
            ("バリの人口", "バリの人口"),
            ("パリの人口", "パリの人口"),
            ("パンプキンの値段", "パンプキンの値段"),
            ("歯のブラッシング", "歯のブラッシング"),
            ("浜松の楽器プラント", "浜松の楽器プラント"),
            ("ブランズの都市", "ブランズの都市"),
            ("ゴンクールはいつ", "ゴンクールはいつ"),
            ("おーじーさんは誰", "おーじーさんは誰"),
            ("すーぱーの値段", "すーぱーの値段"),
            ("kapan", "kapan"),
            ("", ""),
        ] {
            assert_eq!(names.in_usual_letters(Cow::Borrowed(text)), expect);
        }
    }

    #[test]
    fn what_a_slip_leaves_out_is_no_part_of_a_bare_name() {
        for (name, expect) in [
            ("アンボン", "アンホン"),
            ("ダーウィン", "タウイン"),
            ("ハノーヴァー", "ハノウア"),
            ("ッャュョヮ", "ツヤユヨワ"),
            ("ー", ""),
        ] {
            assert_eq!(bare(name), expect);
        }
    }
}
