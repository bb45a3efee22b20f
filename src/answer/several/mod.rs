//! Questions that ask several things, each answered by itself.
//!
//! In the order in which to read them: `parting` parts several questions in one message, `in_one` answers them, or those of
//! one verb; `comparing` asks the same of each of two places, `each` of two that stand side by side and `times` of two times, where
//! it has no answer of both; `together` makes one answer of theirs. `introduced` leaves out where who asks is from, which
//! `where_one_is` tells from what is asked in one breath with it, `told_before` asks a question after what is told before
//! it, or without what is added behind it; `either` asks which of two it is of the first alone, `claimed` what somebody wants checked without who says so.

mod claimed;
mod comparing;
mod each;
mod either;
mod in_one;
mod introduced;
mod parting;
mod times;
mod together;
mod told_before;
mod where_one_is;
