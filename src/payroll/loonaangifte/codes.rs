//! The codes of a wage return, and what each means here.

use super::error::WageReturnProblem;
use super::reasons;
use super::text;
use crate::error::Excerpt;
use crate::payroll::record::Employment;

/// What a code means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Code {
    number: u8,
    /// The kind of a record.
    pub(super) kind: Employment,
    /// Where its hours are.
    hours: Hours,
    /// Whether its premium wage counts as such at all.
    pub(super) premium_wage: bool,
    /// Whether that is in the base of the surcharge (Wet banenafspraak 6 lid 4).
    wage_base: bool,
    /// Whether the LKV doelgroep banenafspraak can be earned (Wtl 2.10).
    pub(super) lkv: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hours {
    /// In A of Wfsv 38g.
    A,
    /// Taken out of A: lent out by a temp agency (Besluit Wfsv 2.31).
    Lent,
    /// Taken out of A and C: a Wsw employment (Wfsv 38g lid 4, 5).
    Wsw,
}

/// The kind of income (SrtIV).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Income {
    /// Worked wage: `CdAard` says what it means.
    Worked,
    /// Anything else means what its own code says; it has no `CdAard`.
    Other(Code),
}

// `CdAard` by value, `SrtIV` by its two digits; the worked wage of 11, 13 and 15 is what `CdAard`
// says. The last column is what the code is of.
#[rustfmt::skip]
mod table {
    use super::{Code, Employment::{Agency, BeschutWerk, Benefit, Ordinary, Payroll, Wsw, WswSeconded}, Hours::{self, A, Lent}};

    const YES: bool = true;
    const NO: bool = false;
    const fn row(code: u8, kind: super::Employment, hours: Hours, premium_wage: bool, wage_base: bool, lkv: bool) -> Code {
        Code { number: code, kind, hours, premium_wage, wage_base, lkv }
    }

    //                          kind         hours       premium wage  base  LKV
    pub(super) const CD_AARD: [Code; 14] = [
        row( 1,                 Ordinary,    A,          YES,          YES,  YES), // contract
        row( 4,                 Ordinary,    A,          YES,          YES,  YES), // share fisherman
        row( 6,                 Ordinary,    A,          YES,          YES,  YES), // musician or artist
        row( 7,                 Ordinary,    A,          YES,          YES,  YES), // trainee
        row(11,                 Agency,      Lent,       YES,          NO,   YES), // uitzendkracht
        row(18,                 Ordinary,    A,          YES,          YES,  YES), // public appointment
        row(21,                 Wsw,         Hours::Wsw, YES,          NO,   NO ), // Wsw sheltered
        row(22,                 WswSeconded, Hours::Wsw, YES,          NO,   YES), // Wsw seconded
        row(23,                 Ordinary,    A,          YES,          YES,  YES), // Wsw article 7: a regular employer's
        row(24,                 BeschutWerk, A,          YES,          NO,   YES), // Participatiewet 10b
        row(79,                 Ordinary,    A,          YES,          YES,  YES), // meaning not found
        row(81,                 Ordinary,    A,          YES,          YES,  YES), // other fictitious employment
        row(82,                 Payroll,     A,          YES,          NO,   YES), // payroll (BW 7:692)
        row(83,                 Ordinary,    A,          YES,          YES,  YES), // BBL apprenticeship
    ];
    pub(super) const WORKED: [u8; 3] = [11, 13, 15]; // civil servant, insured director, other wage
    pub(super) const SRT_IV: [Code; 30] = [
        row(17,                 Ordinary,    A,          NO,           NO,   NO ), // director-shareholder, not insured
        row(18,                 Benefit,     A,          YES,          NO,   NO ), // wachtgeld
        row(22,                 Benefit,     A,          YES,          NO,   NO ), // AOW
        row(23,                 Benefit,     A,          YES,          NO,   NO ), // war pensions
        row(24,                 Benefit,     A,          YES,          NO,   NO ), // Anw
        row(31,                 Benefit,     A,          YES,          NO,   NO ), // ZW
        row(32,                 Benefit,     A,          YES,          NO,   NO ), // WAO
        row(33,                 Benefit,     A,          YES,          NO,   NO ), // WW
        row(34,                 Benefit,     A,          YES,          NO,   NO ), // IOAW
        row(36,                 Benefit,     A,          YES,          NO,   NO ), // WAZ
        row(37,                 Benefit,     A,          YES,          NO,   NO ), // Wajong
        row(38,                 Benefit,     A,          YES,          NO,   NO ), // several at once
        row(39,                 Benefit,     A,          YES,          NO,   NO ), // IVA
        row(40,                 Benefit,     A,          YES,          NO,   NO ), // WGA
        row(42,                 Benefit,     A,          YES,          NO,   NO ), // Bbz
        row(43,                 Benefit,     A,          YES,          NO,   NO ), // Participatiewet
        row(45,                 Benefit,     A,          YES,          NO,   NO ), // IOAZ
        row(46,                 Benefit,     A,          YES,          NO,   NO ), // TW
        row(50,                 Benefit,     A,          YES,          NO,   NO ), // other
        row(52,                 Benefit,     A,          YES,          NO,   NO ), // IOW
        row(53,                 Benefit,     A,          YES,          NO,   NO ), // meaning not found
        row(55,                 Benefit,     A,          YES,          NO,   NO ), // pensions and annuities: 55 to 60
        row(56,                 Benefit,     A,          YES,          NO,   NO ),
        row(57,                 Benefit,     A,          YES,          NO,   NO ),
        row(58,                 Benefit,     A,          YES,          NO,   NO ),
        row(59,                 Benefit,     A,          YES,          NO,   NO ),
        row(60,                 Benefit,     A,          YES,          NO,   NO ),
        row(61,                 Benefit,     A,          YES,          NO,   NO ), // supplement after the employment
        row(62,                 Benefit,     A,          YES,          NO,   NO ), // severance
        row(63,                 Benefit,     A,          YES,          NO,   NO ), // other pension
    ];
}

/// The kind of income by its code (SrtIV, a text of two digits).
pub(super) fn income(text: &str) -> Result<Income, WageReturnProblem> {
    let code = if text.len() == 2 { text::integer(text, 2) } else { None };
    let Some(code) = code.and_then(|code| u8::try_from(code).ok()) else {
        return Err(unknown("SrtIV", text));
    };
    if table::WORKED.contains(&code) {
        return Ok(Income::Worked);
    }
    let known = table::SRT_IV.iter().find(|row| row.number == code);
    known.map(|row| Income::Other(*row)).ok_or_else(|| unknown("SrtIV", text))
}

/// The kind of employment by its code (CdAard, a number: 01 is 1).
pub(super) fn employment(text: &str) -> Result<Code, WageReturnProblem> {
    let code = text::integer(text, 2).and_then(|code| u8::try_from(code).ok());
    let known = code.and_then(|code| table::CD_AARD.iter().find(|row| row.number == code));
    known.copied().ok_or_else(|| unknown("CdAard", text))
}

/// An unknown code is named if it looks like one; anything else could be personal data.
fn unknown(element: &'static str, code: &str) -> WageReturnProblem {
    if (1..=2).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit()) {
        return WageReturnProblem::UnknownCode { element, code: Excerpt::of(code) };
    }
    WageReturnProblem::Refused { element, reason: reasons::NOT_A_CODE }
}

// The table says what the kinds of the payroll say.
const _: () = {
    let mut rest: &[Code] = &table::CD_AARD;
    let mut next: &[Code] = &table::SRT_IV;
    while let Some((Code { kind, hours, premium_wage, wage_base, lkv, .. }, after)) =
        rest.split_first()
    {
        let (premium_wage, wage_base, lkv) = (*premium_wage, *wage_base, *lkv);
        assert!(kind.is_wsw() == matches!(hours, Hours::Wsw));
        assert!(matches!(kind, Employment::Agency) == matches!(hours, Hours::Lent));
        if premium_wage {
            assert!(wage_base == kind.in_wage_base() && lkv == kind.earns_bonus());
        } else {
            assert!(!wage_base && !lkv);
        }
        (rest, next) = if after.is_empty() { (next, after) } else { (after, next) };
    }
};

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::*;

    /// The enumeration of a simple type of a schema.
    fn enumerated(schema: &str, name: &str) -> BTreeSet<u8> {
        let (_, after) = schema.split_once(&format!("<xs:simpleType name=\"{name}\">")).unwrap();
        let (body, _) = after.split_once("</xs:simpleType>").unwrap();
        let values = body.split("<xs:enumeration value=\"").skip(1);
        values.map(|value| value.split('"').next().unwrap().parse().unwrap()).collect()
    }

    /// `SrtIV` and `CdAard`: the table has the codes of both schemas, no more and no fewer.
    #[test]
    fn the_table_has_the_codes_of_the_schemas() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let shared = ["../shared", "../../shared"].map(|shared| root.join(shared));
        let Some(shared) = shared.iter().find(|shared| shared.join("loonaangifte").is_dir()) else {
            eprintln!("skipped: the schemas are not beside the repository");
            return;
        };
        let own = |rows: &[Code]| rows.iter().map(|row| row.number).collect::<BTreeSet<u8>>();
        let mut incomes = own(&table::SRT_IV);
        incomes.extend(table::WORKED);
        for year in ["2022", "2026"] {
            let file = shared.join(format!("loonaangifte/Loonaangifte{year}v2.0.xsd"));
            let schema = fs::read_to_string(file).unwrap();
            assert_eq!(enumerated(&schema, "CdSrtIV"), incomes, "{year}");
            assert_eq!(enumerated(&schema, "CdAard"), own(&table::CD_AARD), "{year}");
        }
        assert_eq!((incomes.len(), table::CD_AARD.len()), (33, 14));
    }

    /// `CdAard` is a number and `SrtIV` a text, by their types.
    #[test]
    fn a_zero_in_front_changes_a_number_and_not_a_text() {
        assert_eq!(employment("01"), employment("1"));
        assert_eq!(employment("0011").unwrap().kind, Employment::Agency);
        assert!(income("15").is_ok() && income("015").is_err() && income("+1").is_err());
        let unknown = employment("8").unwrap_err();
        assert_eq!(unknown.to_string(), "CdAard: `8` is not a known code");
        for code in ["35", "54"] {
            let unknown = income(code).unwrap_err().to_string();
            assert_eq!(unknown, format!("SrtIV: `{code}` is not a known code"));
        }
    }
}
