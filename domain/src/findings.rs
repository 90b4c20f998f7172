//! What the answers mean: a pure function of bank, rules and answers.
