//! Bytes to text: the encoding, line ends, entities, and UTF-8 that was once read as Windows-1252.

use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, WINDOWS_1252};

use super::{ImportError, Report};
use crate::corpus::reading::squeezed;
use crate::language::is_invisible;

/// How far into a page its encoding may be declared, in bytes.
const HEAD: usize = 4096;

/// The text of a file, every line end a `\n`, with no control character and no invisible one.
pub(super) fn text(raw: &[u8], report: &mut Report) -> Result<String, ImportError> {
    let encoding = Encoding::for_bom(raw).map(|(encoding, _)| encoding).or_else(|| declared(raw)).unwrap_or(UTF_8);
    // A page says UTF-8 rightly far more often than anything else: what is UTF-8 is read as UTF-8.
    let encoding = match str::from_utf8(raw) {
        Ok(_) if is_iso_2022_jp(raw) => ISO_2022_JP,
        Ok(_) => UTF_8,
        Err(_) => encoding,
    };
    let (text, used, malformed) = encoding.decode(raw);
    if malformed {
        return Err(ImportError::NotText(used.name()));
    }
    report.encoding = (used != UTF_8).then(|| used.name());
    Ok(clean(&text))
}

/// What the file is, where that is no article: its kind and what to do.
pub(super) fn no_article(raw: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 5] = [
        (b"%PDF-", "a PDF"),
        (b"{\\rtf", "an RTF document"),
        (b"PK\x03\x04", "a packed document or archive"),
        (b"bplist00", "a web archive"),
        (b"\xd0\xcf\x11\xe0", "a Word document"),
    ];
    let start = raw.strip_prefix(b"\xef\xbb\xbf").unwrap_or(raw).trim_ascii_start();
    let kind = KINDS.iter().find(|(beginning, _)| start.starts_with(beginning)).map(|(_, kind)| *kind);
    kind.or_else(|| is_mhtml(start).then_some("a web archive (MHTML)"))
}

/// Does it begin with the headers of a page that was saved as one file, in the form of a mail.
fn is_mhtml(raw: &[u8]) -> bool {
    let lines = raw.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii_end);
    let headers = lines.take_while(|line| !line.is_empty()).take(64);
    let is_named = |line: &[u8], name: &[u8]| line.get(..name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name));
    headers.into_iter().any(|line| is_named(line, b"MIME-Version:") || is_named(line, b"Snapshot-Content-Location:"))
}

/// Is it a corpus file, or a glossary: a key and its value first, and below it the head of an entry.
pub(super) fn is_corpus_file(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let is_entry = |line: &str| matches!(line, "[[passage]]" | "[[term]]" | "[[place]]");
    let is_key = |key: &str| key.chars().all(|sign| sign.is_ascii_alphanumeric() || "-_. ".contains(sign));
    let first = lines.next().unwrap_or_default();
    is_entry(first) || first.split_once('=').is_some_and(|(key, _)| is_key(key)) && lines.any(is_entry)
}

/// Is it Japanese in seven bits, which is valid UTF-8 as well: escape sequences call the sets of characters.
fn is_iso_2022_jp(raw: &[u8]) -> bool {
    let calls = |window: &[u8]| matches!(window, b"\x1b$B" | b"\x1b$@" | b"\x1b(J" | b"\x1b(I");
    raw.is_ascii() && raw.windows(3).any(calls)
}

/// The encoding that a page declares: `charset=…` near its beginning, in any of its spellings.
fn declared(raw: &[u8]) -> Option<&'static Encoding> {
    let head = raw[..raw.len().min(HEAD)].to_ascii_lowercase();
    let at = head.windows(8).position(|window| window == b"charset=")? + 8;
    let label = head[at..].trim_ascii_start().trim_prefix_quote();
    let end = label.iter().position(|byte| !byte.is_ascii_alphanumeric() && !b"-_:.".contains(byte));
    Encoding::for_label(&label[..end.unwrap_or(label.len())])
}

trait TrimPrefixQuote {
    fn trim_prefix_quote(&self) -> &Self;
}

impl TrimPrefixQuote for [u8] {
    fn trim_prefix_quote(&self) -> &Self {
        self.strip_prefix(b"\"").or_else(|| self.strip_prefix(b"'")).unwrap_or(self)
    }
}

fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' => {
                characters.next_if_eq(&'\n');
                clean.push('\n');
            }
            '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            '\t' | '\u{a0}' => clean.push(' '),
            // A sign's variation is part of it: 葛󠄀 is a name. Windows-1252 that was taken for Latin-1 has its quotes
            // among the control characters: see `mended`.
            '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' | '\u{80}'..='\u{9f}' => clean.push(character),
            character if character.is_control() || is_invisible(character) => {}
            character => clean.push(character),
        }
    }
    clean
}

/// The line with its entities read and its garbled characters set right; `None` where there is nothing to mend.
pub(super) fn mended(line: &str) -> Option<String> {
    let read = entities(line);
    let ungarbled = ungarbled(read.as_deref().unwrap_or(line));
    let mended = ungarbled.or(read)?;
    let plain = clean(&mended).chars().filter(|character| !character.is_control()).collect::<String>();
    Some(squeezed(&plain))
}

/// UTF-8 that was read as Windows-1252, read as UTF-8: `â€œ` is `“`.
fn ungarbled(line: &str) -> Option<String> {
    if !line.contains(['Ã', 'Â', 'â', 'ã', 'å', 'ä', 'æ', 'ç', 'è', 'é'])
        && !line.contains(|sign: char| ('\u{80}'..='\u{9f}').contains(&sign))
    {
        return None;
    }
    let mut bytes = Vec::with_capacity(line.len());
    for character in line.chars() {
        // The five bytes without a character of their own stand for themselves.
        if matches!(character, '\u{81}' | '\u{8d}' | '\u{8f}' | '\u{90}' | '\u{9d}') {
            bytes.push(u8::try_from(u32::from(character)).ok()?);
            continue;
        }
        let mut buffer = [0; 4];
        let (encoded, _, unmappable) = WINDOWS_1252.encode(character.encode_utf8(&mut buffer));
        if unmappable {
            return None;
        }
        bytes.extend_from_slice(&encoded);
    }
    String::from_utf8(bytes).ok().filter(|read| read != line)
}

/// The named entities that scrapers leave, and what they stand for.
const NAMED: [(&str, &str); 18] = [
    ("amp", "&"),
    ("quot", "\""),
    ("apos", "'"),
    ("lt", "<"),
    ("gt", ">"),
    ("nbsp", " "),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("hellip", "…"),
    ("copy", "©"),
    ("reg", "®"),
    ("eacute", "é"),
];

fn entities(line: &str) -> Option<String> {
    let mut read = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find('&') {
        let (before, entity) = rest.split_at(at);
        read.push_str(before);
        if let Some((character, length)) = entity_at(entity) {
            read.push_str(&character);
            rest = &entity[length..];
        } else {
            read.push('&');
            rest = &entity[1..];
        }
    }
    read.push_str(rest);
    (read != line).then_some(read)
}

/// What the entity at the start of `text` stands for, and its length in bytes.
fn entity_at(text: &str) -> Option<(String, usize)> {
    let end = text.bytes().take(10).position(|byte| byte == b';')?;
    let name = &text[1..end];
    let character = if let Some(number) = name.strip_prefix('#') {
        let number = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
            None => number.parse(),
        };
        // As HTML has it: what is a control character stands for that of Windows-1252.
        let number = number.ok()?;
        match u8::try_from(number) {
            Ok(byte @ 0x80..=0x9f) => WINDOWS_1252.decode(&[byte]).0.into_owned(),
            _ => char::from_u32(number)?.to_string(),
        }
    } else {
        NAMED.iter().find(|(named, _)| *named == name)?.1.to_owned()
    };
    Some((character, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_read_in_the_encoding_that_they_are_in() {
        let check = |raw: &[u8], expect: &str, encoding: Option<&str>| {
            let mut report = Report::default();
            assert_eq!(text(raw, &mut report).unwrap(), expect);
            assert_eq!(report.encoding, encoding);
        };
        check("音楽の街".as_bytes(), "音楽の街", None);
        check(b"\xef\xbb\xbfa\r\nb\rc\x07\xc2\xadd", "a\nb\ncd", None);
        check(b"\xff\xfea\0\x0d\0\x0a\0", "a\n", Some("UTF-16LE"));
        check(b"<meta charset=\"Shift_JIS\">\x89\xb9\x8ay", "<meta charset=\"Shift_JIS\">音楽", Some("Shift_JIS"));
        check(
            b"<meta content='text/html; charset=euc-jp'>\xb2\xbb\xb3\xda",
            "<meta content='text/html; charset=euc-jp'>音楽",
            Some("EUC-JP"),
        );
        // With its encoding declared, and without.
        check(
            b"<meta charset=iso-2022-jp>\x1b$B2;3Z\x1b(B \x1b$@3Z\x1b(J.",
            "<meta charset=iso-2022-jp>音楽 楽.",
            Some("ISO-2022-JP"),
        );
        check(b"a \x1b$B2;3Z\x1b(B", "a 音楽", Some("ISO-2022-JP"));
        check("<meta charset=iso-2022-jp>音楽".as_bytes(), "<meta charset=iso-2022-jp>音楽", None);
        check(b"<meta charset=iso-2022-jp>a \x1b[1mb", "<meta charset=iso-2022-jp>a [1mb", None);
        assert!(matches!(text(b"a\xff\xfe\xfd", &mut Report::default()), Err(ImportError::NotText("UTF-8"))));
    }

    #[test]
    fn what_is_garbled_is_set_right_and_nothing_else() {
        let check = |line: &str, expect: Option<&str>| assert_eq!(mended(line).as_deref(), expect, "{line:?}");
        check("â€œKami siap,â€\u{9d} katanya", Some("“Kami siap,” katanya"));
        check("CafÃ©", Some("Café"));
        check("&quot;Kami&nbsp;siap,&quot; &amp; &#8217; &#x3042; &#146;", Some("\"Kami siap,\" & ’ あ ’"));
        check("Café à la carte, “quoted”", None);
        check("R&D & x; &unknown; &#xffffffff;", None);
        check("音楽", None);
        let garbled: String = "音楽".bytes().map(|byte| WINDOWS_1252.decode(&[byte]).0.into_owned()).collect();
        check(&garbled, Some("音楽"));
    }
}
