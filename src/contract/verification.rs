//! Whether a receipt is true today.

use core::fmt;

use rust_decimal::Decimal;

use super::employer::EmployerInput;
use super::error::{ErrorObject, text};
use super::options::Options;
use super::receipt::SavedReceipt;
use crate::employer::EmployerYear;
use crate::error::Error;
use crate::error::words::Worded;
use crate::json::{Node, ReadFields as _};
use crate::language::{In, Language};
use crate::parameters::{Figure, Figures};
use crate::printable::Printable;
use crate::receipt::DifferenceKind;
use crate::regime::assess_with;

/// What computing a receipt again shows; made by [`SavedReceipt::verify`].
///
/// As JSON: `id`, `same`, `error` if its input cannot be assessed today, and `differences` with `kind`,
/// `field`, `was` and `is` each.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verification {
    /// The id of the employer, if it has one.
    pub id: Option<String>,
    /// Why its input cannot be assessed today.
    pub error: Option<Error>,
    /// Each difference, first those that make it another receipt.
    pub differences: Vec<Difference>,
}

/// A difference between a receipt and what is computed today.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Difference {
    /// What differs.
    pub kind: DifferenceKind,
    /// The field, such as `quotumtekort`, or `quotumpercentage.value` of a figure.
    pub field: String,
    /// What the receipt says; `None` if it says nothing.
    pub was: Option<String>,
    /// What is computed today; `None` if nothing is.
    pub is: Option<String>,
}

/// Verifies one receipt: JSON text in, JSON text out, as [`Verification`] is written; an object with `error`
/// for a text that is no receipt.
///
/// ```
/// use banenafspraak::contract::{Options, verify_json};
///
/// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
/// let receipt = serde_json::to_string(&banenafspraak::assess(&employer)?.receipt()).unwrap();
/// assert_eq!(verify_json(&receipt, &Options::new()), r#"{"same":true}"#);
/// # Ok::<(), banenafspraak::Error>(())
/// ```
pub fn verify_json(receipt: &str, options: &Options) -> String {
    let language = options.language;
    match SavedReceipt::from_json(receipt.as_bytes()) {
        Ok(Ok(receipt)) => text(&receipt.verify_with(&options.figures)),
        Ok(Err(error)) => ErrorObject::refused(&error, language).alone(),
        Err(error) => ErrorObject::not_json(error, language).alone(),
    }
}

impl SavedReceipt {
    /// Computes the outcome again, by the published figures and those that the receipt says a caller gave,
    /// and compares.
    pub fn verify(&self) -> Verification {
        self.verify_with(&Figures::published())
    }

    /// As [`verify`](Self::verify), by these figures and those that the receipt says a caller gave.
    pub fn verify_with(&self, figures: &Figures) -> Verification {
        let EmployerInput { id, employer, .. } = EmployerInput::of(&self.input);
        let mut found = Verification { id, error: None, differences: Vec::new() };
        let digest = self.digest();
        found.one(DifferenceKind::Content, name_of!(Self, sha256), &self.sha256, &digest);
        match employer.and_then(|employer| self.again(&employer, figures)) {
            Ok(now) => {
                found.all(
                    DifferenceKind::Figure,
                    &by_figure(&self.figures),
                    &by_figure(&now.figures),
                );
                found.all(DifferenceKind::Outcome, &self.outcome.values(), &now.outcome.values());
                let field = name_of!(Self, figures_fingerprint);
                let (was, is) = (&self.figures_fingerprint, &now.figures_fingerprint);
                found.one(DifferenceKind::FigureSet, field, was, is);
            }
            Err(error) => found.error = Some(error),
        }
        let (field, version) = (name_of!(Self, crate_version), env!("CARGO_PKG_VERSION"));
        found.one(DifferenceKind::Version, field, &self.crate_version, version);
        found
    }

    /// The receipt of its employer today.
    fn again(&self, employer: &EmployerYear, figures: &Figures) -> Result<Self, Error> {
        // A published figure is not read as one of a caller's: today's is used.
        let own = self.figures.iter().filter_map(|figure| Figure::read_object(figure).ok());
        let figures = own.fold(figures.clone(), Figures::with);
        Ok(Self::from(&assess_with(employer, &figures)?.receipt()))
    }
}

impl Verification {
    /// Whether the figures used and the outcome are as the receipt says, and it was not changed.
    pub fn is_the_same(&self) -> bool {
        self.error.is_none() && !self.differences.iter().any(|it| it.kind.matters())
    }

    /// The result and each difference, a line each.
    pub fn localized(&self, language: Language) -> impl fmt::Display + '_ {
        In(language, self)
    }

    fn one(&mut self, kind: DifferenceKind, field: &str, was: &str, is: &str) {
        let value = |text: &str| vec![(field.to_owned(), text.to_owned())];
        self.all(kind, &value(was), &value(is));
    }

    /// The fields that differ, in the order of the receipt; then those that it lacks.
    fn all(&mut self, kind: DifferenceKind, was: &[(String, String)], is: &[(String, String)]) {
        let of = |values: &[(String, String)], field: &str| {
            values.iter().find(|(name, _)| name == field).map(|(_, value)| value.clone())
        };
        let only_now = is.iter().filter(|(field, _)| of(was, field).is_none());
        for (field, _) in was.iter().chain(only_now) {
            let (was, is) = (of(was, field), of(is, field));
            if was != is {
                self.differences.push(Difference { kind, field: field.clone(), was, is });
            }
        }
    }
}

/// The values of figures, each under its figure's name.
fn by_figure(figures: &[Node<'static>]) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for (index, figure) in figures.iter().enumerate() {
        let mut values = figure.values();
        let name = match values.first_mut() {
            // Its name comes first.
            Some((_, name)) => core::mem::take(name),
            None => index.to_string(),
        };
        all.push((name.clone(), index.to_string()));
        all.extend(
            values.into_iter().skip(1).map(|(field, value)| (format!("{name}.{field}"), value)),
        );
    }
    all
}

/// The result in the first line; one line a difference.
impl fmt::Display for In<&Verification> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, found) = *self;
        f.write_str(if found.is_the_same() {
            language.pick("the same", "gelijk")
        } else {
            language.pick("not the same", "niet gelijk")
        })?;
        if let Some(error) = &found.error {
            write!(f, "\n  {}", error.localized(language))?;
        }
        found.differences.iter().try_for_each(|it| write!(f, "\n  {}", In(language, it)))
    }
}

impl fmt::Display for In<&Difference> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, Difference { kind, field, was, is }) = *self;
        let nothing = language.pick("nothing", "niets");
        let [was, is] = [was, is].map(|value| {
            let value = value.as_deref().unwrap_or(nothing);
            match language {
                Language::Nl if value.parse::<Decimal>().is_ok() => value.replace('.', ","),
                _ => Printable(value).to_string(),
            }
        });
        let text = Printable(field).to_string();
        let name = text.rsplit('.').next().unwrap_or(&text);
        let dutch = Worded { text: &text, name };
        match (kind, language) {
            (DifferenceKind::Content, Language::En) => f.write_str("changed after it was written"),
            (DifferenceKind::Content, Language::Nl) => f.write_str("gewijzigd na het schrijven"),
            (DifferenceKind::FigureSet, Language::En) => {
                f.write_str("the figures as a whole are others")
            }
            (DifferenceKind::FigureSet, Language::Nl) => {
                f.write_str("de cijfers als geheel zijn andere")
            }
            (DifferenceKind::Version, Language::En) => {
                write!(f, "written by version {was}, this is {is}")
            }
            (DifferenceKind::Version, Language::Nl) => {
                write!(f, "geschreven door versie {was}, dit is {is}")
            }
            (_, Language::En) => write!(f, "{text}: {was} in the receipt, {is} now"),
            (_, Language::Nl) => write!(f, "{dutch}: {was} in het bewijs, nu {is}"),
        }
    }
}

written! {
    Verification as it {
        id: optional = it.id,
        same: needed = it.is_the_same(),
        error: optional = it.error,
        differences: listed = it.differences,
    }
}

written! {
    Difference as it {
        kind: needed = it.kind.word(),
        field: needed = it.field,
        was: optional = it.was,
        is: optional = it.is,
    }
}
serialize! { Verification, Difference }
