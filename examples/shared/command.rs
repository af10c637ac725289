//! The command line in the language asked for: clap speaks English alone.

use std::ffi::OsString;
use std::process;

use banenafspraak::{Error, Language};
use clap::builder::{PossibleValue, Resettable};
use clap::error::{ContextKind, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory, Parser};

use super::dutch::{self, Rows};
use super::options::NotADay;
use super::trouble::Reason;

/// The command line; help and errors are in the language of `--lang`. `rows` has the Dutch help of the
/// program's own flags; that of flags of several programs is in [`dutch`].
///
/// Ends the process where clap does: after help, and where the command line is wrong.
pub(crate) fn parse<T: Parser>(rows: Rows) -> T {
    if asked(std::env::args_os()) == Language::En {
        return T::parse();
    }
    let command = in_dutch(T::command(), rows);
    let usage = command.clone().render_usage().to_string();
    let parsed = command.try_get_matches().and_then(|matches| T::from_arg_matches(&matches));
    parsed.unwrap_or_else(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => error.exit(),
        _ => refuse(&wrong(&error), &usage),
    })
}

/// Ends the process: the flags do not go together.
pub(crate) fn conflict<T: CommandFactory>(
    rows: Rows,
    language: Language,
    Reason(english, dutch): Reason,
) -> ! {
    if language == Language::En {
        T::command().error(ErrorKind::ArgumentConflict, english).exit();
    }
    refuse(dutch, &in_dutch(T::command(), rows).render_usage().to_string())
}

fn refuse(message: &str, usage: &str) -> ! {
    let usage = usage.strip_prefix("Usage: ").unwrap_or(usage);
    eprintln!("fout: {message}\n\nGebruik: {usage}\n\nMeer uitleg geeft '--help'.");
    process::exit(2)
}

/// The language of `--lang`, which is asked for before the command line is read.
fn asked(args: impl Iterator<Item = OsString>) -> Language {
    let args: Vec<OsString> = args.take_while(|arg| arg != "--").collect();
    let apart = args.windows(2).any(|pair| pair == ["--lang", "nl"]);
    if apart || args.iter().any(|arg| arg == "--lang=nl") { Language::Nl } else { Language::En }
}

/// The same command, its help in Dutch.
fn in_dutch(command: Command, rows: Rows) -> Command {
    let about = rows.iter().find(|(flag, _)| flag.is_empty()).map(|(_, about)| *about);
    let names: Vec<_> = command.get_arguments().map(|arg| arg.get_id().clone()).collect();
    let command = names
        .into_iter()
        .fold(command, |command, name| command.mut_arg(name, |arg| argument(arg, rows)));
    let command = command
        .about(about.unwrap_or_default())
        .long_about(Resettable::Reset)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(own("help", 'h', ArgAction::Help, "Toon deze uitleg"))
        .arg(own("version", 'V', ArgAction::Version, "Toon de versie"))
        .help_template("{about-with-newline}\nGebruik: {usage}\n\n{all-args}{after-help}");
    let usage = command.clone().render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage).replace("[OPTIONS]", "[OPTIES]");
    command.override_usage(usage)
}

fn own(name: &'static str, short: char, action: ArgAction, help: &'static str) -> Arg {
    Arg::new(name).short(short).long(name).action(action).help(help).help_heading(dutch::OPTIONS)
}

/// A flag with its help, its heading and the name of its value in Dutch.
fn argument(arg: Arg, rows: Rows) -> Arg {
    let flag = arg.get_long().unwrap_or_default();
    let known = rows.iter().chain(dutch::SHARED).find(|(name, _)| *name == flag);
    let mut help = known.map_or_else(String::new, |(_, help)| (*help).to_owned());
    // What clap adds in English.
    let defaults = arg.get_default_values();
    let takes_value = arg.get_action().takes_values();
    if takes_value && !defaults.is_empty() {
        let defaults: Vec<_> = defaults.iter().map(|value| value.to_string_lossy()).collect();
        help.extend([" [standaard: ", &defaults.join(" "), "]"]);
    }
    let possible = arg.get_possible_values();
    if takes_value && !possible.is_empty() {
        let possible: Vec<_> = possible.iter().map(PossibleValue::get_name).collect();
        help.extend([" [mogelijk: ", &possible.join(", "), "]"]);
    }
    let heading = dutch::heading(arg.get_help_heading());
    let own_name = flag.to_uppercase().replace('-', "_");
    let names = arg
        .get_value_names()
        .map(|names| names.iter().map(|name| dutch::value_name(name)).collect::<Vec<_>>());
    let names = names.unwrap_or_else(|| vec![dutch::value_name(&own_name)]);
    let arg = arg.help(help).long_help(Resettable::Reset).help_heading(heading);
    if takes_value {
        arg.value_names(names).hide_default_value(true).hide_possible_values(true)
    } else {
        arg
    }
}

/// What is wrong with the command line.
fn wrong(error: &clap::Error) -> String {
    let get = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let (arg, value) = (get(ContextKind::InvalidArg), get(ContextKind::InvalidValue));
    let mut text = match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => format!("'{arg}' heeft een waarde nodig"),
        ErrorKind::InvalidValue => format!("'{value}' is geen waarde voor '{arg}'"),
        ErrorKind::ValueValidation => {
            format!("'{value}' is geen waarde voor '{arg}'{}", why(error))
        }
        ErrorKind::UnknownArgument => format!("de optie '{arg}' bestaat niet"),
        ErrorKind::ArgumentConflict => conflicting(&arg, &get(ContextKind::PriorArg)),
        ErrorKind::MissingRequiredArgument => {
            format!("dit ontbreekt:\n  {}", arg.replace(", ", "\n  "))
        }
        ErrorKind::TooManyValues => format!("'{arg}' heeft een waarde te veel: '{value}'"),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("'{arg}' heeft waarden te weinig")
        }
        ErrorKind::InvalidUtf8 => "een waarde is geen geldige UTF-8".to_owned(),
        _ => "de opdrachtregel klopt niet".to_owned(),
    };
    let possible = get(ContextKind::ValidValue);
    if !possible.is_empty() {
        text.extend(["\n  [mogelijk: ", &possible, "]"]);
    }
    for kind in [ContextKind::SuggestedArg, ContextKind::SuggestedValue] {
        let meant = get(kind);
        if !meant.is_empty() {
            text.extend(["\n\n  Bedoelt u '", &meant, "'?"]);
        }
    }
    text
}

/// A flag beside others that it cannot be with.
fn conflicting(arg: &str, others: &str) -> String {
    const LISTED: usize = 3;
    let listed: Vec<&str> = others.split(", ").take(LISTED).collect();
    let more = if others.split(", ").count() > LISTED { " en andere" } else { "" };
    match *listed {
        [other] if other == arg => format!("'{arg}' mag maar één keer"),
        _ => format!("'{arg}' kan niet samen met '{}'{more}", listed.join("', '")),
    }
}

/// Why a value is refused, in the words of the library where it is the library that refuses it.
fn why(error: &clap::Error) -> String {
    let Some(source) = std::error::Error::source(error) else { return String::new() };
    if let Some(error) = source.downcast_ref::<Error>() {
        return format!(": {}", error.kind().localized(Language::Nl));
    }
    if source.is::<NotADay>() {
        return format!(": {}", NotADay::DUTCH);
    }
    ": geen getal dat hier kan".to_owned()
}
