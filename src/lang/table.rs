//! The macro behind the tables of texts.

/// Declares interface texts: each row becomes a method of [`Lang`](crate::lang::Lang) that returns the text in that
/// language; a row with arguments returns a `String`, its texts naming the arguments in braces.
macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident $(($($arg:ident: $type:ty),+))? { $zh:literal, $en:literal })*) => {
        impl crate::lang::Lang {
            $(texts! { @row $(#[$doc])* $name $(($($arg: $type),+))? { $zh, $en } })*
        }
    };
    (@row $(#[$doc:meta])* $name:ident { $zh:literal, $en:literal }) => {
        #[doc = concat!("`", $en, "`")]
        $(#[$doc])*
        pub const fn $name(self) -> &'static str {
            match self {
                Self::Zh => $zh,
                Self::En => $en,
            }
        }
    };
    (@row $(#[$doc:meta])* $name:ident ($($arg:ident: $type:ty),+) { $zh:literal, $en:literal }) => {
        #[doc = concat!("`", $en, "`")]
        $(#[$doc])*
        pub fn $name(self, $($arg: $type),+) -> String {
            match self {
                Self::Zh => format!($zh),
                Self::En => format!($en),
            }
        }
    };
}
