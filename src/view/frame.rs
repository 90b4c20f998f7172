//! See the module that uses it.
