//! Both laws side by side, under each scenario.

use std::fmt::{self, Display, Write as _};

use banenafspraak::planning::{Comparison, Label, Scenario};
use banenafspraak::unit::{Quantity, Rounding};
use banenafspraak::{Liability, Printable};

use crate::text::Text;

impl Text {
    pub(crate) fn comparisons(
        &self,
        out: &mut String,
        all: &[(Scenario, Comparison)],
    ) -> fmt::Result {
        let title = self.say("Both laws side by side", "Beide wetten naast elkaar");
        writeln!(out, "\n{title}")?;
        for (scenario, both) in all {
            writeln!(out, "  {}", Printable(&scenario.name))?;
            let old = &both.quotumheffing;
            let levy = self.quotumheffing(old.levy());
            writeln!(out, "    quotumheffing: {levy}{}", self.status(old))?;
            let new = &both.wet_banenafspraak;
            let [heffing, bonus] =
                [both.inclusiviteitsheffing, both.bonus].map(|euro| self.amount(euro));
            let net = self.amount(both.net);
            let (balance, status) = (self.say("net", "saldo"), self.status(new));
            writeln!(
                out,
                "    inclusiviteitsheffing: {heffing}{status}; bonus: {bonus}; {balance}: {net}"
            )?;
            self.break_even(out, both)?;
            self.parameters(out, scenario)?;
        }
        Ok(())
    }

    /// Where surcharge and bonus balance: a number of jobs, another percentage, another bonus.
    fn break_even(&self, out: &mut String, both: &Comparison) -> fmt::Result {
        if both.wet_banenafspraak.liability() != Liability::Liable {
            return Ok(());
        }
        let title = self.say("balances with", "saldo nul bij");
        let mut parts = Vec::new();
        let jobs = both.break_even_jobs().and_then(|jobs| jobs.rounded(Rounding::up(1)));
        parts.extend(jobs.map(|jobs| self.amount(jobs)));
        let surcharge = both.break_even_surcharge();
        let surcharge = surcharge.and_then(|it| it.rounded(Rounding::half_up(4)));
        let of = self.say("a surcharge of", "een opslag van");
        parts.extend(surcharge.map(|surcharge| format!("{of} {}", self.amount(surcharge))));
        match both.break_even_bonus() {
            Ok(Some(bonus)) => {
                let of = self.say("a bonus of", "een bonus van");
                let bonus = bonus.rounded(Rounding::up(2));
                parts.extend(bonus.map(|bonus| format!("{of} {}", self.amount(bonus))));
            }
            Ok(None) => parts.push(
                self.say(
                    "no bonus per hour: the maximum of all workers is less",
                    "geen bonus per uur: het maximum van alle werknemers is minder",
                )
                .to_owned(),
            ),
            Err(_) => {}
        }
        writeln!(out, "    {title}: {}", parts.join("; "))
    }

    /// Each parameter with what it is, so that nobody takes an assumption for law.
    fn parameters(&self, out: &mut String, scenario: &Scenario) -> fmt::Result {
        let mut row = |name: &str, value: &dyn Display, label: Label, source: Option<&str>| {
            let label = Quantity::from(label).localized(self.language);
            let source =
                source.map_or_else(String::new, |source| format!(", {}", Printable(source)));
            writeln!(out, "      {name}: {value} ({label}{source})")
        };
        macro_rules! rows {
            ($($field:ident $dutch:literal),*) => {$(
                let given = &scenario.$field;
                let value = Quantity::from(given.value()).localized(self.language);
                let name = self.say(stringify!($field), $dutch);
                row(name, &value, given.label(), given.source())?;
            )*};
        }
        rows!(
            activation_decided_in "besluit tot activering in",
            surcharge_percentage "opslagpercentage",
            bonus_per_hour "bonus per uur",
            bonus_maximum "hoogste bonus per werknemer",
            average_premium_wage_two_years_before "gemiddeld premieplichtig loon van twee jaar ervoor"
        );
        Ok(())
    }
}
