//! The receipt of an assessment; each figure is its line.

use crate::receipt::Receipt;

written! {
    Receipt as it {
        crate_version: needed = it.crate_version(),
        figures_fingerprint: needed = it.figures_fingerprint(),
        figures: needed = it.figures().iter().map(ToString::to_string).collect::<Vec<_>>(),
        input: needed = it.input(),
    }
}
serialize! { Receipt }
