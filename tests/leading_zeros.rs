//! A zero before another digit: `007` is a code, not a quantity. Only XML Schema's numbers, those
//! of the wage return, may have them.
#![cfg(feature = "payroll")]
#![allow(clippy::unwrap_used, reason = "tests")]

use banenafspraak::payroll::csv::Options;

/// The hours and the wage of a line, or the code of its refusal.
fn line(hours: &str, wage: &str) -> String {
    let header = "employer,person,period,paid_hours,premium_wage,kind";
    let file = format!("{header}\ne,p,2026-01,{hours},{wage},ordinary\n");
    let mut records = Options::new().records(file.as_bytes()).unwrap();
    let read = records.read();
    match read {
        Ok(record) => {
            record.map(|r| format!("{} {}", r.entry.paid_hours, r.entry.premium_wage)).unwrap()
        }
        Err(error) => error.to_string().split_whitespace().nth(3).unwrap().to_owned(),
    }
}

/// With quotes the slow path reads them, without quotes the fast one; short and long numbers have
/// ways of their own in it.
#[test]
fn payroll_files_refuse_them_on_both_paths() {
    for hours in ["0", "0.5", "0.50", "173.33", "-0.5", "100000000.25"] {
        let [plain, quoted] = [line(hours, "0"), line(&format!("\"{hours}\""), "0")];
        let same: rust_decimal::Decimal = hours.parse().unwrap();
        assert_eq!(plain, format!("{} 0.00", same.normalize()));
        assert_eq!(plain, quoted);
    }
    for hours in ["00", "01", "007", "00.5", "-01", "0000000100.25", "0173.33", "0000000"] {
        for hours in [hours.to_owned(), format!("\"{hours}\"")] {
            assert_eq!(line(&hours, "1"), "paid_hours:", "{hours}");
            assert_eq!(line("1", &hours), "premium_wage:", "{hours}");
        }
    }
}

#[cfg(feature = "loonaangifte")]
#[test]
fn the_wage_return_may_have_them() {
    use banenafspraak::payroll::loonaangifte::WageReturn;

    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/loonaangifte");
    let january = std::fs::read_to_string(folder.join("2026-01.xml")).unwrap();
    let first = |hours: &str, wage: &str| {
        let message = january.replacen(">160<", &format!(">{hours}<"), 1).replacen(
            ">4500.00<",
            &format!(">{wage}<"),
            1,
        );
        let mut messages = WageReturn::new(message.as_bytes(), |_| "p".to_owned()).unwrap();
        let record = messages.read().map_err(|error| error.to_string())?.unwrap();
        Ok::<_, String>(format!("{} {}", record.entry.paid_hours, record.entry.premium_wage))
    };
    let wage = "PrlnAofAnwHg>4500.00<";
    assert!(january.contains("<AantVerlU>160<") && january.contains(wage));
    let both = first("160", "4500.00").unwrap();
    assert_eq!(first("00160", "04500.00").unwrap(), both);
    assert_eq!(first("-00160", "4500.00").unwrap(), format!("-{both}"));
    assert_eq!(first("000", "4500.00").unwrap(), first("0", "4500.00").unwrap());
    // An integer of XML Schema may have a plus sign too.
    assert_eq!(first("+160", "4500.00").unwrap(), both);
    for wrong in ["", "-", "0-1", "--1", "00160.0"] {
        assert!(first(wrong, "4500.00").is_err(), "{wrong}");
    }
}
