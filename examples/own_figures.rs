//! Next year, with a percentage that is not published yet: what would it ask of us?

use banenafspraak::{
    DoelgroepHours, EmployerYear, Error, Figure, FigureName, Figures, Hours, HoursBase, Percentage,
    Sector, Year, assess_with,
};

fn main() -> Result<(), Error> {
    let (year, sector) = (Year::new(2027)?, Sector::Overheid);
    let hours = HoursBase::new(Hours::whole(180_000));
    let doelgroep = DoelgroepHours::new(Hours::whole(4_000));
    let employer = EmployerYear::new(year, sector, hours, doelgroep)?.with_previous_year(hours);

    for percentage in ["2.49", "2.67", "2.90"] {
        let percentage: Percentage = percentage.parse()?;
        let name = FigureName::Quotumpercentage;
        let figure = Figure::given(name, Some(sector), year, percentage, "our own estimate")?;
        let outcome = assess_with(&employer, &Figures::published().with(figure))?;
        if let Some(quota) = outcome.quota() {
            let (required, short) = (quota.required_jobs(), quota.quotumtekort());
            println!("{percentage} %: {required} jobs required, {short} short");
        }
    }
    Ok(())
}
