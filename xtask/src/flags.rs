//! What can be asked on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// A command line.
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask", disable_help_subcommand = true)]
pub(crate) struct Line {
    /// What is done.
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

/// What is done. Each line below is its help.
#[derive(Debug, PartialEq, Eq, Subcommand)]
pub(crate) enum Verb {
    /// Builds the release and serves it on 127.0.0.1
    Serve {
        /// Where; 0 takes any
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Prints each request
        #[arg(long)]
        log: bool,
        /// As with build
        #[arg(long)]
        without_offline: bool,
    },
    /// Writes dist/
    Build {
        /// Keeps nothing for use without a connection, and takes away what an earlier build kept
        #[arg(long)]
        without_offline: bool,
    },
    /// Format, clippy, arrows of the house, links of the documents, content
    Check,
    /// How the content is written: findings, reading ease
    Content(ContentFlags),
    /// Every check and test
    Test(Tests),
    /// Builds the commit twice, in two folders, and says whether both are the same byte by byte
    Reproduce,
    /// Writes the files of a release: the archive for servers, the package for npm, the sums of both
    Release {
        /// The version that is meant; what speaks against releasing it is told
        #[arg(long)]
        version: Option<String>,
    },
    /// Sizes in brotli against size-budget.toml
    Size,
    /// Takes the pictures of the README anew
    Pictures,
    /// Times beside the smallest page of the same kind
    Bench,
    /// Searches for bytes that a way in does not hold against
    Fuzz(Search),
    /// Prints the parsed question bank
    Catalogue {
        /// As JSON, the one form there is
        #[arg(long, required = true)]
        json: bool,
    },
    /// How far two raters agreed, or what raters are given; docs/rating.md
    Rating {
        /// Prints what raters are given
        #[arg(long)]
        questionnaire: bool,
    },
    /// Writes the example assessments as save files
    Samples {
        /// Where to
        folder: PathBuf,
    },
    /// Writes reports of them and others in every format
    Reports {
        /// Where to
        folder: PathBuf,
    },
    /// Says whether a file of own words fits, or all that does not; docs/own-words.md
    CheckOwn {
        /// A file of own words
        file: PathBuf,
    },
    /// Puts a file of own words beside a page that was built, and has the page name it
    Own {
        /// A file of own words
        file: PathBuf,
        /// Where the page lies; without, dist/
        #[arg(long)]
        dist: Option<PathBuf>,
    },
    /// Prints in which order the risks and the gaps of an assessment stand, and why
    Order {
        /// A save file
        save: PathBuf,
    },
    /// Prints what a question sheet that was filled in would change in an assessment
    Compare {
        /// A save file
        save: PathBuf,
        /// A workbook
        sheet: PathBuf,
    },
}

/// What is done with the content.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// Prints what the rules of style find.
    Look,
    /// Enters its ids into the register; those that are gone are named.
    Accept { retire: Vec<String> },
    /// Makes anew what its texts are compared with.
    Agenda { file: PathBuf },
}

/// The same as flags.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ContentFlags {
    /// Enters new ids into the register; those that are gone stay there as retired, if each is named
    #[arg(long)]
    accept: bool,
    /// An id that is gone
    #[arg(long, value_name = "ID", requires = "accept")]
    retire: Vec<String>,
    /// Makes anew what the texts are compared with
    #[arg(long, value_name = "FILE", conflicts_with = "accept")]
    agenda: Option<PathBuf>,
}

impl From<ContentFlags> for Content {
    fn from(flags: ContentFlags) -> Self {
        match flags {
            ContentFlags { agenda: Some(file), .. } => Self::Agenda { file },
            ContentFlags { accept: true, retire, .. } => Self::Accept { retire },
            ContentFlags { .. } => Self::Look,
        }
    }
}

/// Which tests run.
#[derive(Args, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tests {
    /// What takes minutes, in full
    #[arg(long)]
    pub(crate) long: bool,
    /// Writes the expected exports anew instead of comparing
    #[arg(long)]
    pub(crate) update: bool,
    /// Only those in a browser
    #[arg(long, conflicts_with = "host")]
    pub(crate) browser: bool,
    /// Only those on this machine
    #[arg(long)]
    pub(crate) host: bool,
}

/// Where is searched, and for how long.
#[derive(Args, Debug, PartialEq, Eq)]
pub(crate) struct Search {
    /// At one way in; without, at each
    pub(crate) target: Option<String>,
    /// For so long at each; 0 searches no more
    #[arg(long, default_value_t = 2)]
    pub(crate) minutes: u32,
    /// Keeps a choice of the small inputs that reach what was reached, for the tests
    #[arg(long)]
    pub(crate) keep: bool,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;
    use clap::error::ErrorKind;

    use super::*;

    fn parse(line: &str) -> Result<Verb, ErrorKind> {
        let arguments = ["xtask"].into_iter().chain(line.split_whitespace());
        Line::try_parse_from(arguments).map(|line| line.verb).map_err(|error| error.kind())
    }

    fn content(line: &str) -> Content {
        match parse(line) {
            Ok(Verb::Content(flags)) => flags.into(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn verbs_take_their_own_flags_alone() {
        Line::command().debug_assert();
        let serve = |port, log, without_offline| Ok(Verb::Serve { port, log, without_offline });
        assert_eq!(parse("serve"), serve(8080, false, false));
        assert_eq!(parse("serve --port 0 --log"), serve(0, true, false));
        assert_eq!(parse("serve --without-offline"), serve(8080, false, true));
        assert_eq!(parse("build"), Ok(Verb::Build { without_offline: false }));
        assert_eq!(parse("build --without-offline"), Ok(Verb::Build { without_offline: true }));
        assert_eq!(parse("serve --port 65536"), Err(ErrorKind::ValueValidation));
        assert_eq!(parse("test --long"), Ok(Verb::Test(Tests { long: true, ..Tests::default() })));
        assert_eq!(parse("test --browser --host"), Err(ErrorKind::ArgumentConflict));
        assert_eq!(parse("reproduce"), Ok(Verb::Reproduce));
        assert_eq!(parse("pictures"), Ok(Verb::Pictures));
        assert_eq!(parse("release"), Ok(Verb::Release { version: None }));
        let version = Some("1.2.3".to_owned());
        assert_eq!(parse("release --version 1.2.3"), Ok(Verb::Release { version }));
        assert_eq!(parse("build --log"), Err(ErrorKind::UnknownArgument));
        assert_eq!(parse("catalogue"), Err(ErrorKind::MissingRequiredArgument));
        assert_eq!(parse("compare a.json"), Err(ErrorKind::MissingRequiredArgument));
        assert_eq!(parse("order"), Err(ErrorKind::MissingRequiredArgument));
        assert_eq!(parse("order a.json"), Ok(Verb::Order { save: "a.json".into() }));
        let own = |dist: Option<&str>| {
            Ok(Verb::Own { file: "own.json".into(), dist: dist.map(Into::into) })
        };
        assert_eq!(parse("check-own"), Err(ErrorKind::MissingRequiredArgument));
        assert_eq!(parse("check-own own.json"), Ok(Verb::CheckOwn { file: "own.json".into() }));
        assert_eq!(parse("own own.json"), own(None));
        assert_eq!(parse("own own.json --dist site"), own(Some("site")));
        let fuzz = |target: Option<&str>, minutes, keep| {
            Ok(Verb::Fuzz(Search { target: target.map(str::to_owned), minutes, keep }))
        };
        assert_eq!(parse("fuzz"), fuzz(None, 2, false));
        assert_eq!(parse("fuzz sheet-xls --minutes 9 --keep"), fuzz(Some("sheet-xls"), 9, true));
        assert_eq!(parse("deploy"), Err(ErrorKind::InvalidSubcommand));
        let shown = ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
        assert_eq!(parse(""), Err(shown), "the verbs are shown");
    }

    #[test]
    fn content_is_looked_at_accepted_or_compared_anew() {
        assert_eq!(content("content"), Content::Look);
        let file = "agenda.md".into();
        assert_eq!(content("content --agenda agenda.md"), Content::Agenda { file });
        let accept = |ids: &[&str]| Content::Accept {
            retire: ids.iter().map(|id| (*id).to_owned()).collect(),
        };
        assert_eq!(content("content --accept"), accept(&[]));
        let both = "content --accept --retire a --retire b=c";
        assert_eq!(content(both), accept(&["a", "b=c"]));
        let bad = [
            ("--accept --retire", ErrorKind::InvalidValue),
            ("--accept a", ErrorKind::UnknownArgument),
            ("--retire a", ErrorKind::MissingRequiredArgument),
            ("--agenda a --accept", ErrorKind::ArgumentConflict),
        ];
        for (flags, fault) in bad {
            assert_eq!(parse(&format!("content {flags}")), Err(fault), "{flags}");
        }
    }
}
