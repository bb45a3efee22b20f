//! Indonesian words without their affixes.
//!
//! Confix stripping over a dictionary of roots, after Nazief and Adriani (Asian, Williams and Tahaghoghi 2005): of all that is
//! left when endings and prefixes are taken off, also with the first letter that a nasal prefix has swallowed (*mengirim*,
//! *kirim*), the longest root of the dictionary. A word without a known root is cut by Tala's rules, which know no words.

use std::collections::HashSet;
use std::sync::LazyLock;

use compact_str::{CompactString, ToCompactString};
use rustc_hash::FxBuildHasher;
use tantivy_stemmers::algorithms::indonesian_tala;

/// Words that others are made from, one a line.
const ROOTS: &str = include_str!("roots/id.txt");

/// The root of the folded `word`, as far as it is known.
pub(super) fn stem(word: &str) -> CompactString {
    if is_root(word) {
        return word.into();
    }
    let mut best = Best::default();
    each_without_endings(word, |beginning| best.look_into(beginning, beginning.len(), PREFIXES_MOST));
    best.root.unwrap_or_else(|| indonesian_tala(word).into())
}

/// Is the folded `word` one that others are made from.
pub(in crate::language) fn is_root(word: &str) -> bool {
    static SET: LazyLock<HashSet<&str, FxBuildHasher>> = LazyLock::new(|| ROOTS.lines().collect());
    (SHORTEST..=LONGEST).contains(&word.len()) && SET.contains(word)
}

/// The shortest and the longest root, in bytes.
const SHORTEST: usize = 3;
const LONGEST: usize = 16;

/// How many prefixes a word has at most, one behind the other: *memperbandingkan* has two, *keberangkatan* as well.
const PREFIXES_MOST: usize = 3;

/// Hands over `word` with none, one and more of its endings taken off: a particle, whose it is, and how it is derived.
fn each_without_endings(word: &str, mut take: impl FnMut(&str)) {
    const PARTICLES: [&str; 4] = ["", "lah", "kah", "pun"];
    const POSSESSIVES: [&str; 4] = ["", "nya", "ku", "mu"];
    const DERIVATIONS: [&str; 4] = ["", "kan", "an", "i"];
    for plain in PARTICLES.iter().filter_map(|ending| word.strip_suffix(ending)) {
        for own in POSSESSIVES.iter().filter_map(|ending| plain.strip_suffix(ending)) {
            DERIVATIONS.iter().filter_map(|ending| own.strip_suffix(ending)).for_each(&mut take);
        }
    }
}

/// The longest root found so far.
#[derive(Default)]
struct Best {
    root: Option<CompactString>,
    /// How many bytes of it stand in the word, one less where a prefix has swallowed the first; and how many prefixes may still
    /// be taken off. More is better, in this order.
    rank: (usize, usize),
}

impl Best {
    /// Looks at what is left of a word, of which `standing` bytes stand there, and at it without up to `prefixes` prefixes; of
    /// equals the one found first stays.
    fn look_into(&mut self, left: &str, standing: usize, prefixes: usize) {
        let rank = (standing, prefixes);
        if rank <= self.rank {
            return;
        }
        if is_root(left) {
            *self = Self { root: Some(left.into()), rank };
        } else if prefixes > 0 {
            each_without_prefix(left, |rest, swallowed| self.look_into(rest, rest.len() - swallowed, prefixes - 1));
        }
    }
}

/// Hands over `word` without its first prefix, in each way in which one may be read, and how many bytes in front of it the
/// prefix has swallowed.
fn each_without_prefix(word: &str, mut take: impl FnMut(&str, usize)) {
    const PLAIN: [&str; 12] = ["di", "ke", "se", "ber", "bel", "be", "ter", "te", "per", "pel", "ku", "kau"];
    if !word.starts_with(['d', 'k', 's', 'b', 't', 'p', 'm']) {
        return;
    }
    PLAIN.iter().filter_map(|prefix| word.strip_prefix(prefix)).for_each(|rest| take(rest, 0));
    let Some(behind) = word.strip_prefix("me").or_else(|| word.strip_prefix("pe")) else { return };
    take(behind, 0);
    // The nasal, and the letter that it stands for where a vowel follows.
    for (nasal, swallowed) in [("nge", None), ("ng", Some('k')), ("ny", Some('s')), ("n", Some('t')), ("m", Some('p'))]
    {
        let Some(rest) = behind.strip_prefix(nasal) else { continue };
        take(rest, 0);
        if let Some(letter) = swallowed.filter(|_| rest.starts_with(['a', 'e', 'i', 'o', 'u'])) {
            let mut restored = letter.to_compact_string();
            restored.push_str(rest);
            take(&restored, letter.len_utf8());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_root_lead_to_it() {
        for (root, forms) in [
            ("tulis", "menulis ditulis penulis tulisan penulisan tertulis dituliskan tulisnya"),
            ("kirim", "mengirim dikirim pengiriman kiriman kirimkan mengirimkan"),
            ("kunjung", "mengunjungi kunjungan dikunjungi berkunjung kunjungi pengunjung kunjungannya"),
            ("pakai", "memakai dipakai pemakaian terpakai"),
            ("nyanyi", "menyanyi penyanyi dinyanyikan bernyanyi nyanyian menyanyikan"),
            ("sewa", "menyewa penyewa disewakan sewaan persewaan"),
            ("terima", "menerima diterima penerimaan penerima"),
            ("mula", "memulai dimulai mulailah bermula permulaan mulai"),
            ("urus", "mengurus pengurus diurus kepengurusan"),
            ("tarik", "menarik penarikan ditarik"),
            ("meninggal", "meninggalnya"),
            ("tinggal", "ditinggalkan tinggalnya"),
            ("tetap", "menetapkan ditetapkan penetapan ketetapan"),
            ("resmi", "meresmikan diresmikan peresmian peresmiannya"),
            ("menang", "memenangkan pemenang dimenangkan kemenangan"),
            ("kerja", "bekerja pekerja pekerjaan mengerjakan dikerjakan"),
            ("panjang", "memperpanjang diperpanjang perpanjangan panjangnya"),
            ("perintah", "pemerintah pemerintahan memerintah"),
            ("ajar", "belajar pelajar pelajaran mengajar pengajar diajarkan mempelajari"),
            ("beri", "memberi diberikan pemberian berikan"),
            ("angkat", "mengangkat berangkat keberangkatan diangkat diberangkatkan"),
            ("sah", "mengesahkan disahkan pengesahan"),
            ("produksi", "memproduksi diproduksi"),
        ] {
            for form in forms.split(' ').chain([root]) {
                assert_eq!(stem(form), root, "{form}");
            }
        }
    }

    #[test]
    fn what_is_no_affix_stays() {
        for word in ["ambon", "hamamatsu", "makan", "berita", "terang", "keluarga", "kota", "suci", "musik"] {
            assert_eq!(stem(word), word);
        }
    }

    #[test]
    fn a_word_without_a_known_root_is_cut_by_rules() {
        assert_eq!(stem("menggugelkan"), "gugel");
    }

    proptest::proptest! {
        #[test]
        fn any_word_has_a_stem(word in "[a-zé-]{1,30}") {
            proptest::prop_assert!(!stem(&word).is_empty());
        }
    }
}
