//! One employer's report, as JSON text in and HTML in JSON text out.

use jiff::civil::Date;

use super::employer::EmployerInput;
use super::error::{ErrorObject, text};
use crate::assessment::Assessment;
use crate::error::{Error, ErrorKind};
use crate::json::{Node, ReadFields as _};
use crate::language::Language;
use crate::parameters::{Figure, Figures};
use crate::regime::assess_with;
use crate::report::Report;
use crate::unit::HoursPerWeek;

/// Makes the report of one employer: JSON text in, JSON text out.
///
/// The question is an object with `years` (input objects of one employer) and, where they are wanted,
/// `language`, `name`, `date` (of the report), `hours_per_week` with `from` (people who come on a day) and
/// `figures` (of your own). The answer is `{"html": ...}`, a page that needs nothing else, or an object with
/// `error`. A year that cannot be assessed is a gap in the report.
///
/// ```
/// use banenafspraak::contract::report_json;
///
/// let answer = report_json(
///     r#"{"language": "nl", "name": "Basisschool De Brug", "date": "2027-03-01",
///         "years": [{"year": 2026, "sector": "overheid", "paid_hours": "180000",
///             "doelgroep_hours": "2662", "previous_year": {"paid_hours": "178000"}}]}"#,
/// );
/// assert!(answer.starts_with(r#"{"html":"<!DOCTYPE html>"#));
/// ```
pub fn report_json(question: &str) -> String {
    let node = match serde_json::from_str::<Node<'_>>(question) {
        Ok(node) => node,
        Err(error) => return ErrorObject::not_json(error, Language::En).alone(),
    };
    let question = match Question::read_object(&node) {
        Ok(question) => question,
        Err(error) => return ErrorObject::refused(&error, Language::En).alone(),
    };
    let language = question.language.unwrap_or(Language::En);
    match page(&question, language) {
        Ok(html) => text(&Page { html }),
        Err(error) => ErrorObject::refused(&error, language).alone(),
    }
}

/// What is asked.
struct Question {
    years: Vec<Node<'static>>,
    language: Option<Language>,
    name: Option<String>,
    date: Option<Date>,
    hours_per_week: Option<HoursPerWeek>,
    from: Option<Date>,
    figures: Option<Vec<Figure>>,
}

read! {
    Question, Question, Ok,
    needed years Vec<Node<'static>>, optional language Language, optional name String,
    optional date Date, optional hours_per_week HoursPerWeek, optional from Date,
    optional figures Vec<Figure>,
}

struct Page {
    html: String,
}

written! {
    Page as it {
        html: needed = it.html,
    }
}
serialize! { Page }

fn page(question: &Question, language: Language) -> Result<String, Error> {
    let own = question.figures.iter().flatten().cloned();
    let figures = own.fold(Figures::published(), Figures::with);
    let (mut assessed, mut refused) = (Vec::<Assessment>::new(), Vec::new());
    for year in &question.years {
        let EmployerInput { year, employer, .. } = EmployerInput::of(year);
        match employer.and_then(|employer| assess_with(&employer, &figures)) {
            Ok(outcome) => assessed.push(outcome),
            Err(error) => refused.push((year, error)),
        }
    }
    let Some(mut report) = Report::new(&assessed) else {
        let missing = Error::new(name_of!(Question, years), ErrorKind::MissingField);
        return Err(refused.into_iter().next().map_or(missing, |(_, error)| error));
    };
    report = report.in_language(language).with_figures(figures.clone());
    if let Some(name) = &question.name {
        report = report.with_name(name);
    }
    if let Some(date) = question.date {
        report = report.with_date(date);
    }
    if let (Some(each), Some(from)) = (question.hours_per_week, question.from) {
        report = report.with_people(each, from)?;
    }
    for (year, error) in &refused {
        report = report.with_refused(*year, error.localized(language).to_string());
    }
    Ok(report.html())
}
