//! What somebody is to a place, a body or a contest: its mayor, its director, its winner.

/// Offices and relations, the first word of each in Latin letters, folded.
#[rustfmt::skip]
const ROLES: [&str; 132] = [
    // Indonesian
    "wali", "walikota", "walikotanya", "walkot", "wako", "wawali", "gubernur", "gubernurnya", "bupati", "presiden",
    "menteri", "menlu", "mendagri", "mendikbud", "menpar", "raja", "ratu", "duta", "dubes", "konsul", "konjen", "direktur",
    "dirut", "kepala", "kadis", "kabid", "ketua", "ketuanya", "wakil", "pimpinan", "pemimpin", "pendiri", "penemu",
    "pencipta", "penggagas", "juara", "pemenang", "rektor", "dekan", "bos", "bosnya", "manajer", "sekda", "sekretaris",
    "bendahara", "camat", "lurah", "kapolres", "kapolda", "komandan", "pelatih", "kapten", "pemilik", "istri", "istrinya",
    "suami", "suaminya", "anak", "anaknya", "juri", "perwakilan", "moderator", "narasumber", "penanggung",
    // English and Dutch
    "mayor", "mayors", "burgemeester", "governor", "president", "minister", "ambassador", "consul", "king", "queen",
    "emperor", "prince", "princess", "chair", "chairs", "chairman", "chairwoman", "chairperson", "director", "head", "heads",
    "chief", "ceo", "boss", "founder", "founders", "inventor", "owner", "creator", "composer", "author", "architect",
    "winner", "winners", "champion", "champions", "rector", "dean", "principal", "manager", "secretary", "treasurer",
    "captain", "coach", "commander", "leader", "successor", "predecessor", "wife", "husband", "son", "daughter", "father",
    "mother", "brother", "deputy", "spokesperson", "spokesman", "conductor", "judge", "juror", "premier", "curator",
    "organizer", "organiser", "sponsor", "patron", "runner-up",
];
#[rustfmt::skip]
const ROLES_JA: [&str; 55] = [
    "市長", "知事", "大統領", "首相", "総理", "大臣", "外相", "大使", "総領事", "国王", "女王", "天皇", "王様", "社長", "会長", "代表",
    "代表者", "理事長", "館長", "学長", "校長", "監督", "創業者", "創設者", "創立者", "発明者", "優勝者", "受賞者", "入賞者", "所長",
    "局長", "部長", "課長", "議長", "副市長", "妻", "夫", "奥さん", "旦那", "息子", "娘", "指揮者", "審査員", "作曲者", "作者", "作曲家",
    "設計者", "オーナー", "リーダー", "担当者", "責任者", "町長", "村長", "総裁", "主催者",
];

/// Does the folded word, or the first of several, say what somebody is: *wali kota*, *director*; or Japanese text hold
/// such a word.
#[must_use]
pub fn is_role(word: &str) -> bool {
    let first = word.split(' ').next().unwrap_or(word);
    // One character is a role by itself alone.
    let is_role = |role: &str| role.chars().nth(1).is_some() || word == role;
    let begins = |rest: &str| ROLES_JA.iter().any(|role| rest.starts_with(role) && is_role(role));
    ROLES.contains(&first) || !word.is_ascii() && word.char_indices().any(|(at, _)| begins(&word[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_somebody_is_is_told_from_what_they_do() {
        for (word, expect) in [
            ("wali kota", true),
            ("mayor", true),
            ("浜松市長", true),
            ("優勝者", true),
            ("kota", false),
            ("singer", false),
            ("音楽", false),
            ("", false),
        ] {
            assert_eq!(is_role(word), expect, "{word}");
        }
    }
}
