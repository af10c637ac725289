//! The elements of a wage return that are needed, and where each may be.

use crate::unit::Year;

macro_rules! elements {
    ($($name:ident,)*) => {
        /// An element that is needed, by its name; all others are ignored.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Element { Other, $($name,)* }

        impl Element {
            pub(super) fn named(name: &[u8]) -> Self {
                $(if name == stringify!($name).as_bytes() { return Self::$name; })*
                Self::Other
            }

            pub(super) const fn name(self) -> &'static str {
                match self { Self::Other => "an element", $(Self::$name => stringify!($name),)* }
            }
        }
    };
}

elements! {
    Loonaangifte, Bericht, IdBer, DatTdAanm, AdministratieveEenheid, LhNr,
    TijdvakAangifte, TijdvakCorrectie, DatAanvTv, DatEindTv,
    VolledigeAangifte, AanvullendeAangifte,
    CollectieveAangifte, TotPrlnAofAnwLg, TotPrlnAofAnwHg, TotPrlnAofAnwUit,
    InkomstenverhoudingInitieel, InkomstenverhoudingIntrekking,
    NumIV, DatAanv, DatEind, PersNr, SofiNr, NatuurlijkPersoon,
    Inkomstenperiode, SrtIV, CdAard, IndAvrLkvDgBaf, IndAvrLkvDgBafSb,
    Werknemersgegevens, PrlnAofAnwLg, PrlnAofAnwHg, PrlnAofAnwUit, AantVerlU,
}

impl Element {
    /// Where it may be, as the schema has it. Elsewhere it is not read.
    pub(super) const fn belongs_in(self, parent: Self) -> bool {
        #[allow(clippy::enum_glob_use, reason = "every variant, in the message's own words")]
        use Element::*;
        #[rustfmt::skip]
        let belongs = matches!(
            (parent, self),
            (Loonaangifte, Bericht | AdministratieveEenheid)
            | (Bericht, IdBer | DatTdAanm)
            | (AdministratieveEenheid, LhNr | TijdvakAangifte | TijdvakCorrectie)
            | (TijdvakAangifte, DatAanvTv | DatEindTv | VolledigeAangifte | AanvullendeAangifte)
            | (TijdvakCorrectie, DatAanvTv | DatEindTv | InkomstenverhoudingInitieel | InkomstenverhoudingIntrekking)
            // The totals of a full return alone are checked.
            | (VolledigeAangifte, CollectieveAangifte | InkomstenverhoudingInitieel)
            | (AanvullendeAangifte, InkomstenverhoudingInitieel | InkomstenverhoudingIntrekking)
            | (CollectieveAangifte, TotPrlnAofAnwLg | TotPrlnAofAnwHg | TotPrlnAofAnwUit)
            | (InkomstenverhoudingInitieel, NumIV | DatAanv | DatEind | PersNr | NatuurlijkPersoon | Inkomstenperiode | Werknemersgegevens)
            | (InkomstenverhoudingIntrekking, NumIV | PersNr | SofiNr)
            | (NatuurlijkPersoon, SofiNr)
            | (Inkomstenperiode, DatAanv | SrtIV | CdAard | IndAvrLkvDgBaf | IndAvrLkvDgBafSb)
            | (Werknemersgegevens, PrlnAofAnwLg | PrlnAofAnwHg | PrlnAofAnwUit | AantVerlU)
        );
        belongs
    }

    /// Whether relations are in it: where it does not belong, ignoring it would lose them.
    pub(super) const fn holds_relations(self) -> bool {
        #[allow(clippy::enum_glob_use, reason = "every variant, in the message's own words")]
        use Element::*;
        matches!(
            self,
            AdministratieveEenheid
                | TijdvakAangifte
                | TijdvakCorrectie
                | VolledigeAangifte
                | AanvullendeAangifte
                | InkomstenverhoudingInitieel
                | InkomstenverhoudingIntrekking
        )
    }

    /// Whether it holds a value, not elements.
    pub(super) const fn holds_a_value(self) -> bool {
        #[allow(clippy::enum_glob_use, reason = "every variant, in the message's own words")]
        use Element::*;
        matches!(
            self,
            IdBer
                | DatTdAanm
                | LhNr
                | DatAanvTv
                | DatEindTv
                | TotPrlnAofAnwLg
                | TotPrlnAofAnwHg
                | TotPrlnAofAnwUit
                | NumIV
                | DatAanv
                | DatEind
                | PersNr
                | SofiNr
                | SrtIV
                | CdAard
                | IndAvrLkvDgBaf
                | IndAvrLkvDgBafSb
                | PrlnAofAnwLg
                | PrlnAofAnwHg
                | PrlnAofAnwUit
                | AantVerlU
        )
    }

    /// Whether it may be more than once in the element it belongs in.
    const fn repeats(self) -> bool {
        #[allow(clippy::enum_glob_use, reason = "every variant, in the message's own words")]
        use Element::*;
        matches!(
            self,
            Other
                | TijdvakCorrectie
                | InkomstenverhoudingInitieel
                | InkomstenverhoudingIntrekking
                | Inkomstenperiode
        )
    }
}

/// An element that has begun and not yet ended.
#[derive(Debug, Clone, Copy)]
pub(super) struct Open {
    pub(super) element: Element,
    /// A bit for each element that was in it already.
    seen: u64,
}

impl Open {
    pub(super) const fn new(element: Element) -> Self {
        Self { element, seen: 0 }
    }

    /// Notes that `element` is in it; `false` if it may not be, for it was there before.
    pub(super) fn note(&mut self, element: Element) -> bool {
        let was_there = self.has(element);
        self.seen |= bit(element);
        element.repeats() || !was_there
    }

    /// Whether `element` was in it.
    pub(super) const fn has(&self, element: Element) -> bool {
        self.seen & bit(element) != 0
    }
}

/// The bit of an element: fewer than 64 are known.
const fn bit(element: Element) -> u64 {
    1 << element as u32
}

/// The namespace of a wage return, before its year and version.
const NAMESPACE: &[u8] = b"http://xml.belastingdienst.nl/schemas/Loonaangifte/";
/// The first year whose wage returns have the Aof premium wages by their rate.
const FIRST_YEAR: u16 = 2022;

/// The year of a wage return's namespace (`2026/01`), of a year whose elements are known.
pub(super) fn year_of(namespace: &[u8]) -> Option<u16> {
    let version = namespace.strip_prefix(NAMESPACE)?;
    // Both schemas that are known are the first of their year.
    let (year, b"/01") = version.split_first_chunk::<4>()? else { return None };
    let digits = core::str::from_utf8(year)
        .ok()
        .filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
    let year = digits.parse().ok().filter(|year| *year >= FIRST_YEAR)?;
    Year::new(i32::from(year)).is_ok().then_some(year)
}

/// The last year whose schema is known to have `IndAvrLkvDgBafSb`.
const LAST_WITH_SB: u16 = 2022;
/// The first year whose schema is known to have `IndAvrLkvDgBaf`.
const FIRST_WITHOUT_SB: u16 = 2026;

/// Which of the names of the request for the LKV doelgroep banenafspraak a message of the year has:
/// `None` for the years between the schemas that are known, which have one or the other.
pub(super) const fn lkv_element(year: u16) -> Option<Element> {
    match year {
        ..=LAST_WITH_SB => Some(Element::IndAvrLkvDgBafSb),
        FIRST_WITHOUT_SB.. => Some(Element::IndAvrLkvDgBaf),
        _ => None,
    }
}
