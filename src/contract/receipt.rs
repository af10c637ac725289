//! A receipt, as it is written and as it is read back.

use super::not_json::NotJson;
use crate::error::Error;
use crate::json::{Node, ReadFields as _};
use crate::receipt::Receipt;

/// A receipt as it was written, read back to be [verified](Self::verify): what it says, whether it is
/// true or not.
///
/// ```
/// use banenafspraak::contract::SavedReceipt;
/// use banenafspraak::{Language, assess};
///
/// let employer = banenafspraak::sample::school()?; // 180,000 hours, 2,662 by the doelgroep
/// let file = serde_json::to_string(&assess(&employer)?.receipt()).unwrap();
///
/// // Years later:
/// let receipt = SavedReceipt::from_json(file.as_bytes()).unwrap()?;
/// assert!(receipt.verify().is_the_same());
///
/// let changed = file.replace(r#""quotumtekort":"1.4""#, r#""quotumtekort":"0.4""#);
/// let verified = SavedReceipt::from_json(changed.as_bytes()).unwrap()?.verify();
/// assert_eq!(
///     verified.localized(Language::En).to_string(),
///     "not the same\n  changed after it was written\n  quotumtekort: 0.4 in the receipt, 1.4 now"
/// );
/// # Ok::<(), banenafspraak::Error>(())
/// ```
///
/// As JSON it is an object with `crate_version`, `figures_fingerprint`, `figures` (those that the outcome
/// rests on, in the form of a caller's own), `input` and `outcome` (both in the form of the contract), and
/// `sha256`: the digest of the other fields as compact JSON with the names of each object in order, which
/// is RFC 8785. It shows a change by accident, also of what changes no outcome; whoever changes the digest
/// as well is not found by it.
#[derive(Debug, Clone, PartialEq)]
pub struct SavedReceipt {
    pub(super) crate_version: String,
    pub(super) figures_fingerprint: String,
    pub(super) figures: Vec<Node<'static>>,
    pub(super) input: Node<'static>,
    pub(super) outcome: Node<'static>,
    pub(super) sha256: String,
}

object! {
    SavedReceipt as it {
        crate_version: needed = it.crate_version,
        figures_fingerprint: needed = it.figures_fingerprint,
        figures: needed = it.figures,
        input: needed = it.input,
        outcome: needed = it.outcome,
        sha256: needed = it.sha256,
    }
}
serialize! { SavedReceipt }
deserialize! { SavedReceipt }

impl SavedReceipt {
    /// Reads a JSON text that should be one receipt.
    ///
    /// # Errors
    ///
    /// [`NotJson`] for a text that is no JSON; inside, an [`Error`] for one that is no receipt.
    pub fn from_json(text: &[u8]) -> Result<Result<Self, Error>, NotJson> {
        let node: Node<'_> = serde_json::from_slice(text)?;
        Ok(Self::read_object(&node))
    }

    /// The version of this crate that wrote it.
    pub fn crate_version(&self) -> &str {
        &self.crate_version
    }

    /// The digest of all but the digest itself.
    pub(super) fn digest(&self) -> String {
        let mut content = Node::of(self);
        if let Node::Object(fields) = &mut content {
            fields.retain(|(name, _)| name != name_of!(Self, sha256));
        }
        content.digest()
    }
}

/// What is written of a receipt.
impl From<&Receipt> for SavedReceipt {
    fn from(receipt: &Receipt) -> Self {
        let mut saved = Self {
            crate_version: receipt.crate_version().to_owned(),
            figures_fingerprint: receipt.figures_fingerprint().to_owned(),
            figures: receipt.figures().iter().map(Node::of).collect(),
            input: Node::of(receipt.input()),
            outcome: Node::of(receipt.outcome()),
            sha256: String::new(),
        };
        saved.sha256 = saved.digest();
        saved
    }
}

/// See [`SavedReceipt`].
impl serde::Serialize for Receipt {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        SavedReceipt::from(self).serialize(serializer)
    }
}
