//! Questions that go on from the one before them.
//!
//! In the order in which to read them: `following` takes the words of both together, or what was asked before, or neither;
//! `bare` where nothing but *where?* is asked, `in_talk` whether a line goes on at all;
//! `another_place` asks the same of another place, `another_thing` of another thing, `another_year` of another year, `astray`
//! tells what does not answer, `doubted` asks whether what was answered is so, `still` whether it goes on, `further` what else there
//! is for who asks for nothing but more.

mod another_place;
mod another_thing;
mod another_year;
mod astray;
mod bare;
mod doubted;
mod following;
mod further;
mod in_talk;
mod still;

pub(super) use following::Alone;
