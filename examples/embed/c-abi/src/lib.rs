//! The library behind a C ABI.
//!
//! Every function takes UTF-8 text with its length, and gives UTF-8 text with its length: JSON, as the
//! contract has it. A text that is given belongs to the caller, who frees it with [`banenafspraak_free`].
//! The status says whether the call went through; what the library refuses is in the JSON, as an object
//! with `error`. All functions can be called from any thread, also at once. No panic crosses the border.

mod border;
mod payroll;
mod text;

pub use border::{Status, Text};
pub use payroll::{
    Payroll, banenafspraak_payroll_add, banenafspraak_payroll_add_wage_return,
    banenafspraak_payroll_answer, banenafspraak_payroll_close, banenafspraak_payroll_open,
};
pub use text::{
    banenafspraak_alloc, banenafspraak_assess, banenafspraak_assess_lines, banenafspraak_figures,
    banenafspraak_free, banenafspraak_plan, banenafspraak_report, banenafspraak_schema,
    banenafspraak_verify, banenafspraak_version,
};
