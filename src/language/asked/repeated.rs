//! Whether something comes back at set times, as it is asked in Indonesian: *tiap tahun apa tidak*, which asks for no year.

use super::words::Words;

/// What says that it does, before the time.
const EACH: [&str; 5] = ["tiap", "setiap", "tiap2", "saban", "per"];
/// The times.
const TIMES: [&str; 4] = ["tahun", "bulan", "minggu", "hari"];
/// What sets something else beside it.
const OR: [&str; 2] = ["apa", "atau"];
/// What denies it there.
#[rustfmt::skip]
const NOT: [&str; 20] = [
    "tidak", "tdk", "tak", "ga", "gak", "gk", "nggak", "ngga", "nggk", "enggak", "engga", "ngak", "kagak", "kaga", "ndak", "nda", "seng", "tra", "bukan", "cuma",
];
/// What may stand behind that at the end.
const AT_THE_END: [&str; 6] = ["ya", "sih", "yah", "kak", "min", "dong"];

/// Do the `words` ask whether something comes back each year, month, week or day.
pub(super) fn ask_whether_repeated(words: &Words) -> bool {
    let is = |word: Option<&String>, listed: &[&str]| word.is_some_and(|word| listed.contains(&word.as_str()));
    let asks = |place: usize| {
        let mut behind = words.in_order[place + 1..].iter();
        let time = behind.next();
        if !is(time, &TIMES) {
            return false;
        }
        let next = behind.next();
        // No year is of each year; a month may be.
        let is_year = || time.is_some_and(|time| time == "tahun") && next.is_some_and(|next| next == "apa");
        if is(next, &OR) {
            return is(behind.next(), &NOT) || is_year();
        }
        is(next, &NOT) && behind.all(|word| AT_THE_END.contains(&word.as_str()))
    };
    words.hold_any(&EACH) && (0..words.in_order.len()).any(|place| is(words.in_order.get(place), &EACH) && asks(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_asked_whether_something_is_repeated() {
        for (text, expect) in [
            ("lomba itu tiap tahun apa tidak", true),
            ("lomba itu setiap taun apa ngga ya", true),
            ("lomba tiap thn apa dua tahun sekali", true),
            ("lombanya tiap bulan atau nggak", true),
            ("lomba layar tiap tahun ga sih", true),
            ("lomba itu tiap bulan apa", false),
            ("lomba itu tahun apa", false),
            ("tiap tahun ga ada yang datang", false),
            ("tiap tahun ada lomba", false),
            ("tiap", false),
            ("", false),
        ] {
            assert_eq!(ask_whether_repeated(&Words::of(text)), expect, "{text}");
        }
    }
}
