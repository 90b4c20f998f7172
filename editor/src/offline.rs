//! Whether the page is kept on this device for use without a connection, and whether a newer one is.

/// What is known of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offline {
    /// Whether this page is kept.
    pub stands: Stands,
    /// Whether another window has brought a newer one.
    pub newer: Newer,
}

/// Whether this page is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stands {
    /// Not known before the seal.
    #[default]
    NotKnown,
    /// It opens and works without a connection.
    Kept,
    /// It does not, and why.
    Not(Why),
}

/// Why the page is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The browser or a rule of the server refused, or what came was not what belongs to the page.
    Failed,
    /// It did not come over HTTPS.
    Insecure,
    /// The browser has no means for it, in this window at least.
    Absent,
    /// It stands inside another page, which would not be there either.
    Framed,
    /// It has no origin of its own, and can keep nothing at all.
    Nowhere,
    /// This build is not meant to be kept.
    Without,
    /// It is one file, and is there wherever that lies.
    OneFile,
}

/// Whether another window has brought a newer version of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Newer {
    /// Not that this one knew.
    #[default]
    No,
    /// It is here, and comes when the page is loaded again.
    Here,
    /// That was said, and closed.
    Closed,
}
