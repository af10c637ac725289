//! The people who may come, and what they work, earn and change.

use crate::employer::EmployerYear;
use crate::language::Language;
use crate::parameters::Figures;
use crate::planning::{Change, ChangeKind, Effect, Hiring, Plan, RestOfYear};
use crate::regime::loonkostenvoordeel;
use crate::unit::{Euro, Hours, HoursPerWeek};

/// People of as many hours a week, who come on a day of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct People {
    pub(super) week: HoursPerWeek,
    pub(super) rest: RestOfYear,
}

impl People {
    /// The fewest who work these hours; `None` where no number of people is enough.
    pub(super) fn needed(self, hours: Hours) -> Option<u32> {
        self.rest.people(hours, self.week).ok()
    }

    /// The hours of a number of them.
    pub(super) fn hours(self, people: u32) -> Option<Hours> {
        self.rest.hours(people, self.week).ok()
    }

    /// The LKV of a number of them together, each with a maximum of its own (Wtl 2.13); `None` where
    /// it is not known.
    pub(super) fn lkv(self, people: u32, figures: &Figures) -> Option<Euro> {
        let lkv = loonkostenvoordeel(self.hours(1)?, self.rest.year(), figures).ok()?;
        Euro::new(lkv.to_decimal().checked_mul(people.into())?).ok()
    }

    /// The plan that a number of them comes.
    pub(super) fn plan(self, how: Hiring, people: u32) -> Option<Plan> {
        let kind = ChangeKind::Hire(self.week);
        Plan::new(vec![Change::new(kind, how.into(), people, self.rest.from())]).ok()
    }

    /// What a number of them changes.
    pub(super) fn effect(
        self,
        how: Hiring,
        people: u32,
        employer: &EmployerYear,
        figures: &Figures,
    ) -> Option<Effect> {
        self.plan(how, people)?.effect(employer, figures).ok()
    }

    /// The hours a week, in the style of the language.
    pub(super) fn week_text(self, language: Language) -> String {
        let week = self.week.to_string();
        if language == Language::Nl { week.replace('.', ",") } else { week }
    }
}
