//! How ranges of bytes of one text stand to each other.

use std::ops::Range;

/// Does `outer` hold all of `inner`.
pub(super) const fn is_within(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Do both hold some of the same.
pub(super) const fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// What stands between them, whichever comes first; nothing where they overlap.
pub(super) fn between(a: &Range<usize>, b: &Range<usize>) -> Range<usize> {
    let start = a.end.min(b.end);
    start..a.start.max(b.start).max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_two_ranges_is_told_whichever_comes_first() {
        assert_eq!((between(&(0..5), &(9..14)), between(&(9..14), &(0..5))), (5..9, 5..9));
        assert_eq!((between(&(0..5), &(0..5)), between(&(0..5), &(3..8))), (5..5, 5..5));
    }

    #[test]
    fn ranges_that_touch_do_not_overlap() {
        for (a, b, overlaps, within) in [
            (0..5, 5..9, false, false),
            (0..5, 4..9, true, false),
            (2..4, 0..5, true, true),
            (0..5, 0..5, true, true),
            (5..9, 0..5, false, false),
        ] {
            assert_eq!(
                (overlap(&a, &b), overlap(&b, &a), is_within(&a, &b)),
                (overlaps, overlaps, within),
                "{a:?} {b:?}"
            );
        }
    }
}
