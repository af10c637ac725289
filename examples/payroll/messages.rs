//! Wage returns as files: found, put in order of their employers by their heads, and read whole
//! employer by employer.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use banenafspraak::Language;
use banenafspraak::payroll::loonaangifte::{FiscalNumber, Head, LhNr, Message, WageReturnError};

use crate::shared::trouble::{Reason, about, said};

/// A file that cannot be read whole, and whose it is if that is known.
#[derive(Debug)]
pub(crate) struct UnreadMessage {
    pub(crate) path: PathBuf,
    pub(crate) employer: Option<FiscalNumber>,
    why: Why,
}

/// Why a file cannot be read whole.
#[derive(Debug)]
enum Why {
    NotOpened(io::Error),
    Wrong(Box<WageReturnError>),
}

impl UnreadMessage {
    pub(crate) fn code(&self) -> &'static str {
        match &self.why {
            Why::NotOpened(_) => "read",
            Why::Wrong(error) => error.code(),
        }
    }

    /// Why, in a language.
    pub(crate) fn message(&self, language: Language) -> String {
        match &self.why {
            Why::NotOpened(error) => said(error, language),
            Why::Wrong(error) => error.localized(language).to_string(),
        }
    }
}

/// A file of which the head was read.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) path: PathBuf,
    pub(crate) bytes: u64,
    pub(crate) employer: FiscalNumber,
}

/// The files by employer, and those whose head cannot be read, in order of their paths.
#[derive(Debug, Default)]
pub(crate) struct Index {
    pub(crate) employers: BTreeMap<FiscalNumber, Vec<Found>>,
    pub(crate) unread: Vec<UnreadMessage>,
}

/// The files of these paths, each once and in order: files themselves, and of folders all XML files
/// in them and in folders in them, but for hidden ones.
pub(crate) fn files(paths: &[PathBuf]) -> io::Result<Vec<PathBuf>> {
    let mut files = BTreeSet::new();
    for path in paths {
        let metadata = fs::metadata(path).map_err(|error| about(path, error))?;
        if metadata.is_dir() {
            let mut inside = BTreeSet::new();
            folder(path, &mut inside)?;
            if inside.is_empty() {
                let error = io::Error::new(io::ErrorKind::NotFound, NO_XML);
                return Err(about(path, error));
            }
            files.append(&mut inside);
        } else {
            files.insert(path.clone());
        }
    }
    // One file by two paths is one file.
    let mut seen = BTreeSet::new();
    let is_new = |path: &PathBuf| seen.insert(path.canonicalize().unwrap_or_else(|_| path.clone()));
    Ok(files.into_iter().filter(is_new).collect())
}

const NO_XML: Reason =
    Reason("no XML files in this folder", "er zijn geen XML-bestanden in deze map");

fn folder(path: &Path, files: &mut BTreeSet<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(path).map_err(|error| about(path, error))? {
        let entry = entry.map_err(|error| about(path, error))?;
        let inner = entry.path();
        // Links to folders are not followed: they may lead back.
        if entry.file_type().map_err(|error| about(&inner, error))?.is_dir() {
            folder(&inner, files)?;
        } else if inner.extension().is_some_and(is_xml) && !is_hidden(&entry.file_name()) {
            // A link that leads nowhere is a file that cannot be read.
            if fs::metadata(&inner).map_or(true, |data| data.is_file()) {
                files.insert(inner);
            }
        }
    }
    Ok(())
}

/// Whether it is the name of a hidden file, such as macOS keeps beside another one.
fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

/// Whether it is the extension of a wage return's file.
pub(crate) fn is_xml(extension: &OsStr) -> bool {
    extension.eq_ignore_ascii_case("xml")
}

/// Reads the heads of all files; `read` is called after each.
pub(crate) fn index(files: Vec<PathBuf>, read: impl Fn() + Send + Sync) -> Index {
    let mut index = Index::default();
    let heads = each(files, |path| {
        let head = head(path);
        read();
        head
    });
    for head in heads {
        match head {
            Ok(found) => index.employers.entry(found.employer).or_default().push(found),
            Err(unread) => index.unread.push(unread),
        }
    }
    index
}

fn head(path: PathBuf) -> Result<Found, UnreadMessage> {
    let opened = File::open(&path).and_then(|file| Ok((file.metadata()?.len(), file)));
    let (bytes, file) = match opened {
        Ok(opened) => opened,
        Err(error) => return Err(not_opened(path, None, error)),
    };
    match Head::read(file) {
        Ok(head) => Ok(Found { path, bytes, employer: head.lh_nr().fiscal_number() }),
        Err(error) => Err(unread(path, error)),
    }
}

/// Reads a message whole.
pub(crate) fn message(found: &Found) -> Result<Message, UnreadMessage> {
    let path = || found.path.clone();
    let file =
        File::open(&found.path).map_err(|error| not_opened(path(), Some(found.employer), error))?;
    Message::read(file).map_err(|error| unread(path(), error))
}

fn unread(path: PathBuf, error: WageReturnError) -> UnreadMessage {
    let employer = error.lh_nr.map(LhNr::fiscal_number);
    UnreadMessage { path, employer, why: Why::Wrong(Box::new(error)) }
}

fn not_opened(path: PathBuf, employer: Option<FiscalNumber>, error: io::Error) -> UnreadMessage {
    UnreadMessage { path, employer, why: Why::NotOpened(error) }
}

/// Each item's outcome, in order, worked out on all cores.
#[cfg(feature = "parallel")]
pub(crate) fn each<T: Send, U: Send>(items: Vec<T>, work: impl Fn(T) -> U + Send + Sync) -> Vec<U> {
    use rayon::prelude::*;
    items.into_par_iter().map(work).collect()
}

/// Each item's outcome, in order.
#[cfg(not(feature = "parallel"))]
pub(crate) fn each<T, U>(items: Vec<T>, work: impl Fn(T) -> U) -> Vec<U> {
    items.into_iter().map(work).collect()
}
