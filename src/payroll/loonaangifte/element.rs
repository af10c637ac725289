//! The elements of a wage return that are needed, and where each may stand.

macro_rules! elements {
    ($($name:ident,)*) => {
        /// An element that is needed, by its name; all others are passed over.
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
    Loonaangifte, Bericht, DatTdAanm, AdministratieveEenheid, LhNr,
    TijdvakAangifte, TijdvakCorrectie, DatAanvTv, DatEindTv,
    VolledigeAangifte, AanvullendeAangifte,
    InkomstenverhoudingInitieel, InkomstenverhoudingIntrekking,
    NumIV, DatAanv, DatEind, PersNr, SofiNr, NatuurlijkPersoon,
    Inkomstenperiode, SrtIV, CdAard, IndAvrLkvDgBafSb,
    Werknemersgegevens, PrlnAofAnwLg, PrlnAofAnwHg, PrlnAofAnwUit, AantVerlU,
}

impl Element {
    /// Where it may stand; anywhere else it is passed over with all in it.
    pub(super) const fn belongs_in(self, parent: Self) -> bool {
        #[allow(clippy::enum_glob_use, reason = "every variant, in the message's own words")]
        use Element::*;
        matches!(
            (parent, self),
            (Loonaangifte, Bericht | AdministratieveEenheid)
                | (Bericht, DatTdAanm)
                | (AdministratieveEenheid, LhNr | TijdvakAangifte | TijdvakCorrectie)
                | (
                    TijdvakAangifte | TijdvakCorrectie,
                    DatAanvTv | DatEindTv | VolledigeAangifte | AanvullendeAangifte
                )
                | (
                    TijdvakAangifte | TijdvakCorrectie | VolledigeAangifte | AanvullendeAangifte,
                    InkomstenverhoudingInitieel | InkomstenverhoudingIntrekking
                )
                | (
                    InkomstenverhoudingInitieel,
                    NumIV
                        | DatAanv
                        | DatEind
                        | PersNr
                        | NatuurlijkPersoon
                        | Inkomstenperiode
                        | Werknemersgegevens
                )
                | (InkomstenverhoudingIntrekking, NumIV | PersNr | SofiNr)
                | (NatuurlijkPersoon, SofiNr)
                | (Inkomstenperiode, DatAanv | SrtIV | CdAard | IndAvrLkvDgBafSb)
                | (Werknemersgegevens, PrlnAofAnwLg | PrlnAofAnwHg | PrlnAofAnwUit | AantVerlU)
        )
    }

    /// Whether it holds a value, not elements.
    pub(super) const fn holds_a_value(self) -> bool {
        #[allow(clippy::enum_glob_use, reason = "every variant, in the message's own words")]
        use Element::*;
        matches!(
            self,
            DatTdAanm
                | LhNr
                | DatAanvTv
                | DatEindTv
                | NumIV
                | DatAanv
                | DatEind
                | PersNr
                | SofiNr
                | SrtIV
                | CdAard
                | IndAvrLkvDgBafSb
                | PrlnAofAnwLg
                | PrlnAofAnwHg
                | PrlnAofAnwUit
                | AantVerlU
        )
    }

    /// Whether it may stand more than once in the element it belongs in.
    const fn repeats(self) -> bool {
        #[allow(clippy::enum_glob_use, reason = "every variant, in the message's own words")]
        use Element::*;
        matches!(
            self,
            Other
                | AdministratieveEenheid
                | TijdvakAangifte
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
    /// A bit for each element that already stood in it.
    seen: u32,
}

impl Open {
    pub(super) const fn new(element: Element) -> Self {
        Self { element, seen: 0 }
    }

    /// Notes that `element` stands in it; `false` if it may not, for it stood there before.
    pub(super) fn note(&mut self, element: Element) -> bool {
        // Fewer than 32 elements are known.
        let bit = if element.repeats() { None } else { 1_u32.checked_shl(element as u32) };
        let bit = bit.unwrap_or(0);
        let stood = self.seen & bit != 0;
        self.seen |= bit;
        !stood
    }
}

/// The namespace of a wage return, before its year and version (`2026/01`).
const NAMESPACE: &[u8] = b"http://xml.belastingdienst.nl/schemas/Loonaangifte/";
/// The first year whose wage returns have the Aof premium wages by their rate.
const FIRST_YEAR: u16 = 2022;

/// Whether this is the namespace of a wage return, of a year whose elements are known.
pub(super) fn is_wage_return(namespace: &[u8]) -> bool {
    let version = namespace.strip_prefix(NAMESPACE);
    let Some((year, [b'/', b'0'..=b'9', b'0'..=b'9'])) =
        version.and_then(<[u8]>::split_first_chunk::<4>)
    else {
        return false;
    };
    let digits = year.iter().all(u8::is_ascii_digit);
    let year = core::str::from_utf8(year).ok().and_then(|year| year.parse().ok());
    digits && year.is_some_and(|year: u16| year >= FIRST_YEAR)
}
