//! The names of an object's fields, with those of its groups, put together when it is compiled.

#![expect(clippy::arithmetic_side_effects, reason = "only the compiler runs this, and checks it")]

/// How many names there are.
pub(crate) const fn count(parts: &[&[&str]]) -> usize {
    let mut count = 0;
    let mut rest = parts;
    while let [first, more @ ..] = rest {
        count += first.len();
        rest = more;
    }
    count
}

/// The names in one list; there are `N`.
#[expect(clippy::indexing_slicing, reason = "only the compiler runs this, and checks it")]
pub(crate) const fn all<const N: usize>(parts: &[&[&'static str]]) -> [&'static str; N] {
    let mut names = [""; N];
    let (mut place, mut rest) = (0, parts);
    while let [first, more @ ..] = rest {
        let mut part = *first;
        while let [name, others @ ..] = part {
            names[place] = *name;
            place += 1;
            part = others;
        }
        rest = more;
    }
    names
}
