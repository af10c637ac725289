//! The payroll files: from a path, standard input or the bundled sample, in any dialect.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use banenafspraak::Printable;
use banenafspraak::dialects::{Given, Plain, columns_of};
use banenafspraak::payroll::csv;

use crate::Stopped;
use crate::args::Args;
use crate::errors::Errors;
use crate::shared::options::Lang;
use crate::shared::trouble::about;

/// The bytes of a file.
type Bytes = Box<dyn Read + Send>;

/// The bytes of a file, and how many there are: 0 where that is not known.
pub(crate) fn bytes(args: &Args, file: csv::File) -> Result<Option<(Bytes, u64)>, Stopped> {
    Ok(match args.path(file) {
        Some(path) if path == Path::new("-") => Some((Box::new(io::stdin()), 0)),
        Some(path) => {
            let file = open(path)?;
            let length = file.metadata().map_or(0, |data| data.len());
            Some((Box::new(file), length))
        }
        None if args.is_sample() => {
            let sample = sample(file);
            Some((Box::new(sample), u64::try_from(sample.len()).unwrap_or(0)))
        }
        None => None,
    })
}

/// Reads a file in the plain form, and says once on standard error what it is in if that is another one.
pub(crate) fn plain<R: Read>(
    args: &Args,
    file: csv::File,
    bytes: R,
    errors: &mut Errors,
) -> Result<Plain<R>, Stopped> {
    let given = Given {
        separator: args.separator.iter().rev().find_map(|given| given.of(file)),
        decimal: args.decimal.iter().rev().find_map(|given| given.of(file)),
        encoding: args.encoding.iter().rev().find_map(|given| given.of(file)),
    };
    let plain = Plain::open(bytes, columns_of(file), given);
    let plain = plain.map_err(|error| Stopped::Dialect(file, error))?;
    let name = file.localized(args.lang.into());
    if plain.is_translated() {
        eprintln!("payroll: {name}: {}", plain.dialect().localized(args.lang.into()));
    }
    for column in plain.unused_columns() {
        let column = Printable(column);
        match args.lang {
            Lang::Nl => eprintln!("payroll: {name}: kolom {column} wordt niet gebruikt"),
            Lang::En => eprintln!("payroll: {name}: column {column} is not used"),
        }
    }
    for column in columns_of(file) {
        if let Some(name) = plain.name_in_file(column.name) {
            errors.name_column(file, column.name, name);
        }
    }
    Ok(plain)
}

fn open(path: &Path) -> Result<File, Stopped> {
    File::open(path).map_err(|error| Stopped::Open(about(path, error)))
}

/// The bundled sample.
const fn sample(file: csv::File) -> &'static [u8] {
    match file {
        csv::File::Employers => include_bytes!("sample/employers.csv"),
        csv::File::Records => include_bytes!("sample/records.csv"),
        csv::File::Register => include_bytes!("sample/register.csv"),
        _ => include_bytes!("sample/attributions.csv"),
    }
}
