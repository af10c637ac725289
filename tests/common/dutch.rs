//! What is not Dutch in a text that should be.
#![allow(clippy::arithmetic_side_effects, clippy::string_slice, reason = "tests")]

/// English words that are no Dutch ones, nor names of the law.
const ENGLISH: &str = "about above after again all allowed already also an and another any are as at be because \
    been before begins below between both but by can cannot column columns complete computed \
    could count counted counts covered day days default did do does due each earn earned earns \
    employer employers employment empty end ends error errors every example exempt exists \
    expected fewer field fields figure figures file filed files first folder for found from \
    full gap give given government has have header held hire hired hours how if input instead \
    it its job jobs known law least left lender levy liable line lines list listed long \
    longer lost many market message messages missing month months more most must name names \
    needed next no none nor not nothing number numbers on one only options or other others out \
    output overwritten owed own owner paid payable people period periods person persons \
    possible print program quota read reason reasons records reported required return returns \
    row rows same saves says see seen shown since so some source standard step steps sum sums \
    surcharge table than that the their them then there these they this those threshold \
    through to together tomorrow total twice two under unknown until usage use used value \
    values version wage wages warning were what when where whether which who whole whose why \
    will with within without work worked worker workers write wrong year years yes yesterday \
    you your";

/// The words of English in a text, its numbers with a decimal point, and its days such as 2026-03-31.
///
/// What is between backquotes is quoted, an identifier between brackets is the name beside its Dutch
/// word, and what is behind `--` is a flag.
pub(crate) fn not_dutch(text: &str) -> Vec<String> {
    // The name of a format.
    let text = without_names(&text.replace("JSON Lines", ""));
    let is_separator = |c: char| !(c.is_alphanumeric() || c == '\'' || c == '_');
    let english: Vec<&str> = ENGLISH.split_whitespace().collect();
    let lower = text.to_lowercase();
    let words =
        lower.split(is_separator).filter(|word| english.contains(word) || word.contains('_'));
    let mut found: Vec<String> = words.map(str::to_owned).collect();
    let mut is_article = false;
    for word in text.split_whitespace() {
        let number = word.trim_matches(|c: char| !c.is_alphanumeric());
        is_article = match number {
            // The places of the law, and the version of the library.
            "Wfsv" | "Wtl" | "banenafspraak" => true,
            "lid" | "en" => is_article,
            _ => is_article && number.starts_with(|c: char| c.is_ascii_digit()),
        };
        found.extend((!is_article && is_english(number)).then(|| number.to_owned()));
    }
    found.extend(text.contains("::").then(|| "::".to_owned()));
    found
}

/// A decimal point, a comma at the thousands, or a day that begins with its year.
fn is_english(number: &str) -> bool {
    if !number.chars().all(|c| c.is_ascii_digit() || ".,-".contains(c)) {
        return false;
    }
    let parts: Vec<&str> = number.split('-').collect();
    if let [year, month, _day] = *parts {
        return year.len() == 4 && month.len() == 2;
    }
    let (whole, decimals) = number.split_once(',').unwrap_or((number, ""));
    let in_threes = whole.split('.').skip(1).all(|digits| digits.len() == 3);
    !in_threes || decimals.contains(['.', ','])
}

/// Without what is quoted, names beside their Dutch words, codes and flags.
fn without_names(text: &str) -> String {
    let quoted = text.split('`').step_by(2).collect::<Vec<_>>().join("0");
    let mut kept = String::new();
    let mut rest = &*quoted;
    while let Some(at) = rest.find(['(', '[', '-', '<']) {
        let (before, from) = rest.split_at(at);
        kept.push_str(before);
        let length = match from.as_bytes().first() {
            Some(b'-') => flag(from),
            _ => bracketed(from),
        };
        let length = length.unwrap_or_else(|| {
            kept.push_str(&from[..1]);
            1
        });
        rest = &from[length..];
    }
    kept.push_str(rest);
    kept
}

/// `(paid_hours)`, `[too_precise]` or `<FILE>`: how long it is.
fn bracketed(text: &str) -> Option<usize> {
    let pairs = [('(', ')'), ('[', ']'), ('<', '>')];
    let (_, close) = pairs.into_iter().find(|(open, _)| text.starts_with(*open))?;
    let close = text.find(close)?;
    let inner = text.get(1..close)?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || "_.[]".contains(c);
    let is_identifier = !inner.is_empty() && inner.chars().all(is_name);
    // The values of a flag are words of the command line.
    let are_values = inner.starts_with("standaard: ") || inner.starts_with("mogelijk: ");
    (is_identifier || are_values).then_some(close + 1)
}

/// `--keep-going`: how long it is.
fn flag(text: &str) -> Option<usize> {
    text.strip_prefix("--").filter(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()))?;
    Some(text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(text.len()))
}
