//! The timeline as a picture: dates down a line, each with its sentence, large enough to be read on a phone. Values in,
//! bytes out; the same letters on every machine, by fonts that are compiled in.

use std::io::Read as _;
use std::sync::LazyLock;

use ab_glyph::{Font as _, FontRef, PxScale, ScaleFont as _, point};
use flate2::read::GzDecoder;
use unicode_segmentation::UnicodeSegmentation as _;

/// A date and what was then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// As the reader's language writes it.
    pub date: String,
    /// One sentence.
    pub text: String,
    /// Who says so.
    pub source: String,
}

/// Widths and heights are in pixels: shown on a phone at about half of its size, 30 are as large as a chat's letters.
const WIDTH: u32 = 1080;
const MARGIN: f32 = 56.0;
/// Where the line of time stands, and where the text begins.
const LINE_AT: f32 = 72.0;
const TEXT_AT: f32 = 120.0;
const HEADING: f32 = 50.0;
const DATE: f32 = 40.0;
const TEXT: f32 = 36.0;
const SMALL: f32 = 30.0;
/// From one line of letters to the next, in parts of their size.
const LEADING: f32 = 1.42;
const BETWEEN: f32 = 34.0;
const DOT: f32 = 13.0;
/// The most lines of one entry's sentence.
const LINES: usize = 5;

type Colour = [u8; 3];
const PAPER: Colour = [0xfb, 0xfa, 0xf7];
const INK: Colour = [0x1f, 0x29, 0x33];
const FAINT: Colour = [0x5b, 0x67, 0x75];
const ACCENT: Colour = [0x1c, 0x5d, 0x99];
const RULE: Colour = [0xc5, 0xd3, 0xe0];

/// Packed, as a fifth of it is saved so; unpacked for the first picture, which takes about as long as to draw it.
static REGULAR: LazyLock<FontRef<'static>> = LazyLock::new(|| {
    let packed: &[u8] = include_bytes!("../../assets/fonts/NotoSansCJKjp-Regular-subset.otf.gz");
    let mut font = Vec::new();
    GzDecoder::new(packed).read_to_end(&mut font).expect("the font in the binary is packed whole");
    FontRef::try_from_slice(font.leak()).expect("the font in the binary is one")
});
static BOLD: LazyLock<FontRef<'static>> = LazyLock::new(|| {
    let font = include_bytes!("../../assets/fonts/NotoSansCJKjp-Bold-subset.otf");
    FontRef::try_from_slice(font).expect("the font in the binary is one")
});

/// The timeline as a PNG, [`WIDTH`] pixels wide and as high as it needs.
///
/// # Errors
/// Where the picture cannot be encoded.
pub fn timeline(heading: &str, entries: &[Entry], footer: &str) -> Result<Vec<u8>, png::EncodingError> {
    let room = canvas_width() - TEXT_AT - MARGIN;
    let mut marks: Vec<Mark> = Vec::new();
    let mut top = MARGIN;
    let font = bold_for(heading);
    for line in wrapped(heading, HEADING, canvas_width() - 2.0 * MARGIN, 2) {
        marks.push(Mark::new(line, MARGIN, &mut top, HEADING, INK, font));
    }
    top += BETWEEN;
    let mut dots = Vec::new();
    for entry in entries {
        dots.push(top + DATE * LEADING / 2.0);
        marks.push(Mark::new(entry.date.clone(), TEXT_AT, &mut top, DATE, ACCENT, bold_for(&entry.date)));
        for line in wrapped(&entry.text, TEXT, room, LINES) {
            marks.push(Mark::new(line, TEXT_AT, &mut top, TEXT, INK, &REGULAR));
        }
        for line in wrapped(&entry.source, SMALL, room, 1) {
            marks.push(Mark::new(line, TEXT_AT, &mut top, SMALL, FAINT, &REGULAR));
        }
        top += BETWEEN;
    }
    for line in wrapped(footer, SMALL, room, 1) {
        marks.push(Mark::new(line, MARGIN, &mut top, SMALL, FAINT, &REGULAR));
    }
    let mut canvas = Canvas::new(whole(top + MARGIN / 2.0));
    if let (Some(first), Some(last)) = (dots.first(), dots.last()) {
        canvas.column(LINE_AT, 4.0, *first, *last, RULE);
    }
    for dot in dots {
        canvas.disc(LINE_AT, dot, DOT, ACCENT);
    }
    for mark in &marks {
        canvas.write(mark);
    }
    canvas.encode()
}

#[expect(clippy::cast_precision_loss, reason = "the width is small")]
const fn canvas_width() -> f32 {
    WIDTH as f32
}

/// A length in whole pixels.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a picture's lengths are small, and none is below 0"
)]
fn whole(length: f32) -> u32 {
    length.round().max(0.0) as u32
}

/// A line of letters.
struct Mark {
    text: String,
    left: f32,
    top: f32,
    size: f32,
    colour: Colour,
    font: &'static FontRef<'static>,
}

impl Mark {
    /// A line at `top`, which goes on to the next line.
    fn new(text: String, left: f32, top: &mut f32, size: f32, colour: Colour, font: &'static FontRef<'static>) -> Self {
        let mark = Self { text, left, top: *top, size, colour, font };
        *top += size * LEADING;
        mark
    }
}

/// The font for all of a text that is to be bold: the bold one has few letters, and where any is missing the regular one is
/// taken, as two in one line look broken.
fn bold_for(text: &str) -> &'static FontRef<'static> {
    let has = |character| BOLD.glyph_id(character).0 != 0;
    if text.chars().all(has) { &BOLD } else { &REGULAR }
}

fn width(text: &str, size: f32) -> f32 {
    text.chars().map(|character| advance(character, size, &REGULAR)).sum()
}

fn advance(character: char, size: f32, font: &FontRef<'_>) -> f32 {
    font.as_scaled(scale(font, size)).h_advance(font.glyph_id(character))
}

/// The scale at which an em is `size` pixels.
fn scale(font: &FontRef<'_>, size: f32) -> PxScale {
    let em = font.units_per_em().unwrap_or(1000.0);
    PxScale::from(size * font.height_unscaled() / em)
}

/// What no line of Japanese begins with.
const NEVER_FIRST: &str = "、。，．・：；？！）」』】〉》〕ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々%％,.!?;:)]}";
/// What no line of Japanese ends with.
const NEVER_LAST: &str = "（「『【〈《〔([{";

/// `text` in lines of at most `room` pixels, at most `most` of them: broken between words, in Japanese between characters,
/// never before closing punctuation. What does not fit ends in an ellipsis.
fn wrapped(text: &str, size: f32, room: f32, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in pieces(text) {
        let line = lines.last_mut().expect("there is a line");
        if line.is_empty() || width(line, size) + width(piece.trim_end(), size) <= room {
            line.push_str(piece);
            continue;
        }
        lines.push(piece.to_owned());
    }
    // A word that is longer than a line is cut, letter by letter.
    let mut lines: Vec<String> = lines.iter().flat_map(|line| cut_up(line.trim(), size, room)).collect();
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while width(last, size) + width("…", size) > room {
                last.pop();
            }
            let kept = last.trim_end().len();
            last.truncate(kept);
            last.push('…');
        }
    }
    lines
}

/// The parts between which a line may break, with the white space behind them.
fn pieces(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    let mut start = 0;
    let mut previous: Option<&str> = None;
    for (at, grapheme) in text.grapheme_indices(true) {
        let may_break = previous.is_some_and(|previous| {
            let between_words = previous.trim().is_empty() && !grapheme.trim().is_empty();
            let between_characters = (is_wide(previous) || is_wide(grapheme)) && !grapheme.trim().is_empty();
            (between_words || between_characters) && !NEVER_FIRST.contains(grapheme) && !NEVER_LAST.contains(previous)
        });
        if may_break {
            found.push(&text[start..at]);
            start = at;
        }
        previous = Some(grapheme);
    }
    found.push(&text[start..]);
    found
}

fn is_wide(grapheme: &str) -> bool {
    grapheme
        .chars()
        .next()
        .is_some_and(|first| crate::language::is_cjk(first) || ('\u{3000}'..='\u{303f}').contains(&first))
}

fn cut_up(line: &str, size: f32, room: f32) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0.0;
    for grapheme in line.graphemes(true) {
        let needed = width(grapheme, size);
        if used + needed > room && used > 0.0 {
            lines.push(String::new());
            used = 0.0;
        }
        used += needed;
        if let Some(last) = lines.last_mut() {
            last.push_str(grapheme);
        }
    }
    lines
}

/// Pixels in rows from the top, three bytes each: red, green, blue.
struct Canvas {
    pixels: Vec<u8>,
    height: u32,
}

impl Canvas {
    fn new(height: u32) -> Self {
        Self { pixels: PAPER.repeat(WIDTH as usize * height as usize), height }
    }

    /// Lays `colour` over a pixel; `share` of it, 0 to 1.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a mix of two bytes is a byte")]
    fn lay(&mut self, x: u32, y: u32, colour: Colour, share: f32) {
        if x >= WIDTH || y >= self.height {
            return;
        }
        let place = (y as usize * WIDTH as usize + x as usize) * 3;
        for (pixel, colour) in self.pixels[place..place + 3].iter_mut().zip(colour) {
            let mixed = f32::from(*pixel) + (f32::from(colour) - f32::from(*pixel)) * share.clamp(0.0, 1.0);
            *pixel = mixed.round() as u8;
        }
    }

    fn column(&mut self, middle: f32, wide: f32, from: f32, to: f32, colour: Colour) {
        for y in whole(from)..whole(to) {
            for x in whole(middle - wide / 2.0)..whole(middle + wide / 2.0) {
                self.lay(x, y, colour, 1.0);
            }
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "places in the picture are small")]
    fn disc(&mut self, x: f32, y: f32, radius: f32, colour: Colour) {
        for row in whole(y - radius - 1.0)..whole(y + radius + 2.0) {
            for column in whole(x - radius - 1.0)..whole(x + radius + 2.0) {
                let distance = (column as f32 - x).hypot(row as f32 - y);
                self.lay(column, row, colour, radius + 0.5 - distance);
            }
        }
    }

    fn write(&mut self, mark: &Mark) {
        let mut left = mark.left;
        // The baseline is where the size's ascent ends: one for both fonts.
        let baseline = mark.top + mark.size * (LEADING - 1.0) / 2.0 + mark.size * 0.88;
        for character in mark.text.chars() {
            let font = mark.font;
            let glyph = font.glyph_id(character).with_scale_and_position(scale(font, mark.size), point(left, baseline));
            left += advance(character, mark.size, font);
            let Some(outline) = font.outline_glyph(glyph) else { continue };
            let bounds = outline.px_bounds();
            let (start, top) = (whole(bounds.min.x), whole(bounds.min.y));
            outline.draw(|x, y, share| self.lay(start + x, top + y, mark.colour, share));
        }
    }

    fn encode(&self) -> Result<Vec<u8>, png::EncodingError> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, WIDTH, self.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.pixels)?;
        writer.finish()?;
        Ok(file)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn entry(text: &str) -> Entry {
        Entry { date: "31 Oktober 2019".to_owned(), text: text.to_owned(), source: "UNESCO".to_owned() }
    }

    fn size_of(png: &[u8]) -> (u32, u32) {
        let reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().expect("a picture");
        (reader.info().width, reader.info().height)
    }

    #[test]
    fn a_picture_is_as_high_as_it_needs() {
        let short = timeline("Lini masa", &[entry("Ambon.")], "Kembar").unwrap();
        let long = timeline("Lini masa", &[entry("Ambon."), entry(&"音楽の都。".repeat(20))], "Kembar").unwrap();
        assert_eq!(size_of(&short).0, WIDTH);
        assert!(size_of(&short).1 < size_of(&long).1);
        assert!(timeline("", &[], "").is_ok());
    }

    #[test]
    fn lines_break_where_a_reader_expects_it() {
        let text = "浜松市は、音楽の都です。";
        let lines = wrapped(text, 10.0, 45.0, 9);
        assert!(lines.len() > 2 && lines.concat() == text, "{lines:?}");
        assert!(lines.iter().all(|line| !line.starts_with(['、', '。'])), "{lines:?}");
        assert_eq!(wrapped("satu dua", 10.0, 30.0, 9), ["satu", "dua"]);
        assert_eq!(wrapped("satu dua tiga", 10.0, 36.0, 1), ["satu…"]);
    }

    #[test]
    fn a_heading_is_drawn_in_one_font() {
        let is_bold = |text: &str| std::ptr::eq(bold_for(text), &raw const *BOLD);
        assert!(is_bold("Lini masa: Vlissingen 2019") && is_bold("年表"));
        assert!(!is_bold("年表：龍"));
    }

    #[test]
    fn the_fonts_hold_every_letter_of_the_corpus() {
        let corpus = crate::corpus::Source::Embedded.read().unwrap();
        let passages = corpus.documents().iter().flat_map(|document| &document.passages);
        let texts = passages.flat_map(|passage| passage.text.iter().map(|(_, text)| text));
        let publishers = corpus.documents().iter().map(|document| &document.publisher);
        let missing: Vec<char> = texts
            .chain(publishers)
            .flat_map(|text| text.chars())
            .filter(|character| REGULAR.glyph_id(*character).0 == 0)
            .collect();
        assert_eq!(missing, Vec::<char>::new());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn any_text_is_drawn(text in "\\PC{0,80}") {
            let entry = Entry { date: text.clone(), text: text.clone(), source: text.clone() };
            prop_assert!(timeline(&text, &[entry], &text).is_ok());
        }
    }
}
