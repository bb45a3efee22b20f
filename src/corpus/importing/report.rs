//! What an import found in an article, and what it mended: for a person to look over.

use std::fmt;

/// What is known of a document beside its paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// The language of its paragraphs.
    Language,
    /// Its title.
    Title,
    /// Who published it.
    Publisher,
    /// When.
    Published,
    /// The page's address.
    Url,
    /// Its copyright line.
    Rights,
}

impl fmt::Display for Detail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Language => "language",
            Self::Title => "title",
            Self::Publisher => "publisher",
            Self::Published => "published",
            Self::Url => "url",
            Self::Rights => "rights",
        })
    }
}

/// Where a detail was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// It was given.
    Given,
    /// This part of the page's own metadata, such as `og:title`.
    Page(&'static str),
    /// The first line, which is no sentence.
    Heading,
    /// The first sentence, as nothing better was there.
    FirstSentence,
    /// The words of the article.
    Words,
    /// A line that is a date, an address or a source, and nothing else.
    OwnLine,
    /// The copyright line.
    RightsLine,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Given => "given",
            Self::Page(part) => return write!(f, "the page's {part}"),
            Self::Heading => "the first line",
            Self::FirstSentence => "the first sentence, as there is no title: --title sets another",
            Self::Words => "the article's words",
            Self::OwnLine => "a line of its own",
            Self::RightsLine => "the copyright line",
        })
    }
}

/// Why a line is no paragraph of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noise {
    /// It leads to another article.
    ReadAlso,
    /// It asks to share, to follow or to subscribe.
    Share,
    /// It is, or announces, an advertisement.
    Advertisement,
    /// It names the author, the editor or the photographer.
    Byline,
    /// It lists keywords.
    Tags,
    /// It is the page's date and nothing else.
    Date,
    /// It is an address, or the name of the source.
    Address,
    /// The page marks it as none of the article: buttons, pictures, further articles.
    Marked,
    /// It stands on the page outside of the article.
    Outside,
    /// It is the title once more.
    Title,
    /// It has no letter and no digit.
    Ornament,
}

impl fmt::Display for Noise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ReadAlso => "leads to another article",
            Self::Share => "share, follow or subscribe",
            Self::Advertisement => "advertisement",
            Self::Byline => "author, editor or photographer",
            Self::Tags => "keywords",
            Self::Date => "the page's date",
            Self::Address => "address or source",
            Self::Marked => "marked by the page as none of the article",
            Self::Outside => "outside of the article",
            Self::Title => "the title once more",
            Self::Ornament => "ornament",
        })
    }
}

/// What was done about the quotes of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuoteMend {
    /// Doubled quotes, spaces inside them, or one that points the wrong way were set right.
    SetRight,
    /// A quote that was not closed was closed.
    Closed,
    /// A quote that was not opened was opened.
    Opened,
    /// A quote is open or closed without its fellow, and only a reader can tell where that belongs.
    LeftOpen,
}

impl fmt::Display for QuoteMend {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::SetRight => "its quotes are set right",
            Self::Closed => "its quote is closed",
            Self::Opened => "its quote is opened",
            Self::LeftOpen => "one of its quotes stands alone: please look",
        })
    }
}

/// What was found and mended.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// The encoding, where it was not UTF-8.
    pub encoding: Option<&'static str>,
    /// In how many lines UTF-8 had been taken for Windows-1252, or entities such as `&quot;` were left.
    pub garbled: usize,
    /// Each detail with its value and where that was found.
    pub details: Vec<(Detail, String, Origin)>,
    /// What stands where the page's date should, and is no date that exists or can be read.
    pub no_date: Option<String>,
    /// How many line ends within paragraphs were joined.
    pub joined: usize,
    /// How many copyright lines there were.
    pub rights_lines: usize,
    /// The lines that are no paragraph, each with why.
    pub left_out: Vec<(Noise, String)>,
    /// How many readings of words, written small beside them, were left out.
    pub readings: usize,
    /// How many paragraphs stood there once more and were taken once.
    pub repeated: usize,
    /// Which paragraphs, by their number from 1, had broken quotes.
    pub quotes: Vec<(usize, QuoteMend)>,
}

impl Report {
    /// Notes where a detail was found, and hands it back.
    pub(super) fn take<T: fmt::Display>(&mut self, detail: Detail, value: T, from: Origin) -> T {
        self.details.push((detail, value.to_string(), from));
        value
    }

    /// What was given, else what was found.
    pub(super) fn choose<T: fmt::Display>(
        &mut self,
        detail: Detail,
        given: Option<T>,
        found: Option<(T, Origin)>,
    ) -> Option<T> {
        let (value, from) = given.map(|given| (given, Origin::Given)).or(found)?;
        Some(self.take(detail, value, from))
    }
}
