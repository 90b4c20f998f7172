//! Something the worker is asked for about the assessment, until its newest answer has come.

/// What was asked last. An answer to an older request is not meant any more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Request {
    /// For which revision of the assessment, where it depends on one.
    revision: Option<u32>,
    /// The number of the job under way.
    job: Option<u32>,
}

impl Request {
    /// Whether an answer is still to come.
    pub(crate) fn is_under_way(self) -> bool {
        self.job.is_some()
    }

    /// Whether this job is the one that an answer is awaited from.
    pub(crate) fn awaits(self, job: u32) -> bool {
        self.job == Some(job)
    }

    /// Whether it was asked for this revision of the assessment, answered or not.
    pub(crate) fn is_for(self, revision: u32) -> bool {
        self.revision == Some(revision)
    }

    /// A job was asked for what depends on no assessment.
    pub(crate) fn ask(&mut self, job: u32) {
        self.job = Some(job);
    }

    /// A job was asked for this revision of the assessment.
    pub(crate) fn ask_for(&mut self, revision: u32, job: u32) {
        *self = Self { revision: Some(revision), job: Some(job) };
    }

    /// The awaited answer has come, or never will.
    pub(crate) fn answered(&mut self) {
        self.job = None;
    }

    /// Whatever was asked, it has to be asked anew.
    pub(crate) fn ask_anew(&mut self) {
        self.revision = None;
    }
}
