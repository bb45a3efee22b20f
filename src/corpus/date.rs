//! A date as precise as is known.

use std::fmt;
use std::str::FromStr;

use time::{Date, Month};

/// A year, a month of a year, or a day: `2024`, `2024-11` or `2024-11-20`. Always a real one, of the years 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialDate {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl PartialDate {
    /// The date, or `None` where there is no such day or month.
    #[must_use]
    pub fn new(year: u16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        if !(1..=9999).contains(&year) || (day.is_some() && month.is_none()) {
            return None;
        }
        let in_calendar = Month::try_from(month.unwrap_or(1)).ok()?;
        Date::from_calendar_date(i32::from(year), in_calendar, day.unwrap_or(1)).ok()?;
        Some(Self { year, month, day })
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, where known.
    #[must_use]
    pub const fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, 1 to 31, where known.
    #[must_use]
    pub const fn day(self) -> Option<u8> {
        self.day
    }

    /// Does `other` fall into it, being as precise or more so: 2019 includes 2019-10, and itself.
    #[must_use]
    pub fn includes(self, other: Self) -> bool {
        self.year == other.year
            && self.month.is_none_or(|month| other.month == Some(month))
            && self.day.is_none_or(|day| other.day == Some(day))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        self.month.map_or(Ok(()), |month| write!(f, "-{month:02}"))?;
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

/// The text is not a date as precise as is known.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a date is written 2024, 2024-11 or 2024-11-20, and has to exist")]
pub struct BadDate;

impl FromStr for PartialDate {
    type Err = BadDate;

    fn from_str(text: &str) -> Result<Self, BadDate> {
        let digits = |part: &str, length: usize| {
            (part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| part.parse::<u16>().ok())
                .flatten()
                .ok_or(BadDate)
        };
        let narrow = |number: u16| u8::try_from(number).map_err(|_| BadDate);
        let mut parts = text.split('-');
        let year = digits(parts.next().unwrap_or_default(), 4)?;
        let month = parts.next().map(|part| digits(part, 2).and_then(narrow)).transpose()?;
        let day = parts.next().map(|part| digits(part, 2).and_then(narrow)).transpose()?;
        if parts.next().is_some() {
            return Err(BadDate);
        }
        Self::new(year, month, day).ok_or(BadDate)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_precise_as_it_is_written() {
        for text in ["2024", "2024-11", "2024-02-29", "0001", "9999-12-31"] {
            assert_eq!(text.parse::<PartialDate>().map(|date| date.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "24",
            "2024-1",
            "2024-13",
            "2024-00",
            "2023-02-29",
            "2024-11-31",
            "2024-11-20-",
            "2024/11",
            "0000",
            "+024",
            "２０２４",
            "2024-11-20T00:00",
            "20241",
            " 2024",
        ] {
            assert_eq!(text.parse::<PartialDate>(), Err(BadDate), "{text:?}");
        }
    }

    #[test]
    fn a_date_includes_those_within_it() {
        let parse = |text: &str| text.parse::<PartialDate>().unwrap();
        assert!(parse("2019").includes(parse("2019-10-31")) && parse("2019-10").includes(parse("2019-10")));
        assert!(!parse("2019-10").includes(parse("2019")) && !parse("2019").includes(parse("2020-10")));
    }

    #[test]
    fn dates_are_in_order_and_a_year_comes_before_its_months() {
        let parse = |text: &str| text.parse::<PartialDate>().unwrap();
        assert!(parse("2019") < parse("2019-10"));
        assert!(parse("2019-10") < parse("2019-10-31"));
        assert!(parse("2019-10-31") < parse("2020"));
    }
}
