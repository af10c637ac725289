//! What is wrong with a file, in both languages: the system says it in English alone.

use std::error::Error;
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::Path;

use banenafspraak::{Language, Printable};

/// An error about a file.
#[derive(Debug)]
struct About {
    name: String,
    error: io::Error,
}

impl fmt::Display for About {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.error)
    }
}

impl Error for About {}

/// A reason of the program's own, in English and Dutch.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reason(pub(crate) &'static str, pub(crate) &'static str);

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Error for Reason {}

/// The same error, with the file it is about.
pub(crate) fn about(path: &Path, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), About { name: path.display().to_string(), error })
}

/// The error in a language.
pub(crate) fn said(error: &io::Error, language: Language) -> String {
    let inner = error.get_ref();
    if let Some(About { name, error }) = inner.and_then(|inner| inner.downcast_ref()) {
        return format!("{}: {}", Printable(name), said(error, language));
    }
    if language == Language::En {
        return Printable(error).to_string();
    }
    if let Some(Reason(_, dutch)) = inner.and_then(|inner| inner.downcast_ref()) {
        return (*dutch).to_owned();
    }
    let dutch = match error.kind() {
        ErrorKind::NotFound => "bestaat niet",
        ErrorKind::PermissionDenied => "geen toegang",
        ErrorKind::IsADirectory => "is een map",
        ErrorKind::NotADirectory => "een deel van het pad is geen map",
        ErrorKind::AlreadyExists => "bestaat al",
        ErrorKind::StorageFull => "de schijf is vol",
        ErrorKind::InvalidData => "geen geldige UTF-8",
        ErrorKind::ReadOnlyFilesystem => "de schijf is alleen te lezen",
        ErrorKind::FileTooLarge => "het bestand wordt te groot",
        ErrorKind::UnexpectedEof => "houdt te vroeg op",
        _ => return format!("lezen of schrijven is mislukt ({})", Printable(error)),
    };
    dutch.to_owned()
}
