//! The receipt of an assessment.

use crate::employer::EmployerYear;
use crate::receipt::Receipt;

written! {
    /// A receipt; each figure is its line.
    ReceiptObject<'a> {
        crate_version: needed &'a str,
        figures_fingerprint: needed &'a str,
        figures: needed Vec<String>,
        input: needed &'a EmployerYear,
    }
}
form! { Receipt = ReceiptObject<'_>: write, Serialize }

impl<'a> From<&'a Receipt> for ReceiptObject<'a> {
    fn from(receipt: &'a Receipt) -> Self {
        Self {
            crate_version: receipt.crate_version(),
            figures_fingerprint: receipt.figures_fingerprint(),
            figures: receipt.figures().iter().map(ToString::to_string).collect(),
            input: receipt.input(),
        }
    }
}
