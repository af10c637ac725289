//! A file that is written whole or not at all, and never over a file that is read.
//!
//! The text goes to a temporary file in the same folder, which takes the name at the end: a crash or
//! a full disk leaves the old file as it was. Where the name is a link, the file it points to is
//! replaced and the link stays. What is no regular file, such as `/dev/null` or a named pipe, is
//! written directly.

use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use same_file::Handle;
use tempfile::{Builder, NamedTempFile};

use super::trouble::{Reason, about};

/// An output file. Without [`finish`](Self::finish) nothing of it is kept.
pub(crate) struct OutputFile {
    name: PathBuf,
    out: BufWriter<Target>,
}

/// Where the text goes.
enum Target {
    /// To a device, a pipe, or the file that standard output or standard error is.
    Direct(File),
    /// To a temporary file, which is renamed to `path` at the end.
    Beside { temporary: NamedTempFile, path: PathBuf, replaces: bool },
}

impl OutputFile {
    /// An empty file, to be written. `inputs` are the files that are read.
    ///
    /// # Errors
    ///
    /// The file is one of the inputs or is standard input, it exists and `force` is not given, or it
    /// cannot be written. Nothing has changed then.
    pub(crate) fn create(name: &Path, force: bool, inputs: &[PathBuf]) -> io::Result<Self> {
        let target = Target::open(name, force, inputs).map_err(|error| about(name, error))?;
        Ok(Self { name: name.to_owned(), out: BufWriter::new(target) })
    }

    /// Gives the file its name.
    ///
    /// # Errors
    ///
    /// The rest cannot be written, or without `force` a file of that name has appeared meanwhile.
    pub(crate) fn finish(self) -> io::Result<()> {
        let Self { name, out } = self;
        let target = out.into_inner().map_err(io::IntoInnerError::into_error);
        target.and_then(Target::finish).map_err(|error| about(&name, error))
    }
}

impl Write for OutputFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes).map_err(|error| about(&self.name, error))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush().map_err(|error| about(&self.name, error))
    }
}

impl Target {
    fn open(name: &Path, force: bool, inputs: &[PathBuf]) -> io::Result<Self> {
        match fs::metadata(name) {
            Ok(found) if found.is_dir() => Err(ErrorKind::IsADirectory.into()),
            Ok(found) if found.is_file() => Self::over(name, force, inputs),
            Ok(_) => File::options().write(true).open(name).map(Self::Direct),
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            Err(_) if fs::symlink_metadata(name).is_ok() => Err(refused(LINK_TO_NOTHING)),
            Err(_) => Self::beside(name.to_owned(), None),
        }
    }

    /// A regular file that exists.
    fn over(name: &Path, force: bool, inputs: &[PathBuf]) -> io::Result<Self> {
        // To open it changes nothing, and fails where it is write-protected.
        let file = File::options().write(true).open(name)?;
        let old = file.metadata()?;
        let found = Handle::from_file(file)?;
        if is_read(&found, inputs) {
            return Err(refused(ONE_OF_THE_INPUTS));
        }
        if let Some(stream) = standard_stream(&found)? {
            return Ok(Self::Direct(stream));
        }
        if !force {
            return Err(refused(EXISTS));
        }
        Self::beside(name.canonicalize()?, Some(&old))
    }

    /// A temporary file in the folder of `path`, with the permissions of the old file or of a new one.
    fn beside(path: PathBuf, old: Option<&fs::Metadata>) -> io::Result<Self> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        // A folder that is not there is said in the system's own words.
        fs::metadata(folder)?;
        let mut builder = Builder::new();
        builder.prefix(".banenafspraak-").suffix(".tmp");
        #[cfg(unix)]
        let builder = {
            use std::os::unix::fs::PermissionsExt as _;
            // Like any new file: the umask takes away from it.
            builder.permissions(fs::Permissions::from_mode(0o666))
        };
        let temporary = builder.tempfile_in(folder)?;
        if let Some(old) = old {
            fs::set_permissions(temporary.path(), old.permissions())?;
        }
        Ok(Self::Beside { temporary, path, replaces: old.is_some() })
    }

    fn finish(self) -> io::Result<()> {
        let Self::Beside { temporary, path, replaces } = self else { return Ok(()) };
        // On the disk before it has the name.
        temporary.as_file().sync_all()?;
        if replaces {
            temporary.persist(path)?;
        } else {
            let exists = |error: tempfile::PersistError| match error.error.kind() {
                ErrorKind::AlreadyExists => refused(EXISTS_BY_NOW),
                _ => error.error,
            };
            temporary.persist_noclobber(path).map_err(exists)?;
        }
        Ok(())
    }
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Direct(file) => file.write(bytes),
            Self::Beside { temporary, .. } => temporary.as_file_mut().write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Whether a file is one of the inputs, or standard input.
fn is_read(found: &Handle, inputs: &[PathBuf]) -> bool {
    // A pipe is not opened: that would wait for its writer.
    let files = inputs.iter().filter(|input| fs::metadata(input).is_ok_and(|it| it.is_file()));
    let mut inputs = files.filter_map(|input| Handle::from_path(input).ok());
    inputs.any(|input| input == *found) || Handle::stdin().is_ok_and(|input| input == *found)
}

/// Standard output or standard error, where a file is one of them, as `/dev/stdout` is: the text
/// goes on where they are.
#[cfg(unix)]
fn standard_stream(found: &Handle) -> io::Result<Option<File>> {
    use std::os::fd::AsFd as _;
    let stream = if Handle::stdout().is_ok_and(|stream| stream == *found) {
        io::stdout().as_fd().try_clone_to_owned()
    } else if Handle::stderr().is_ok_and(|stream| stream == *found) {
        io::stderr().as_fd().try_clone_to_owned()
    } else {
        return Ok(None);
    };
    stream.map(|stream| Some(stream.into()))
}

/// No file is standard output by another name.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
const fn standard_stream(_: &Handle) -> io::Result<Option<File>> {
    Ok(None)
}

#[rustfmt::skip]
mod reasons {
    use crate::shared::trouble::Reason;

    pub(super) const LINK_TO_NOTHING: Reason   = Reason("is a link to a file that does not exist; name that file", "is een koppeling naar een bestand dat niet bestaat; geef dat bestand zelf op");
    pub(super) const ONE_OF_THE_INPUTS: Reason = Reason("is one of the inputs; write to another file",             "is een van de invoerbestanden; schrijf naar een ander bestand");
    pub(super) const EXISTS: Reason            = Reason("exists; --force replaces it",                             "bestaat al; met --force wordt het vervangen");
    pub(super) const EXISTS_BY_NOW: Reason     = Reason("exists by now; --force replaces it",                      "bestaat inmiddels; met --force wordt het vervangen");
}
use reasons::{EXISTS, EXISTS_BY_NOW, LINK_TO_NOTHING, ONE_OF_THE_INPUTS};

fn refused(why: Reason) -> io::Error {
    io::Error::new(ErrorKind::AlreadyExists, why)
}
