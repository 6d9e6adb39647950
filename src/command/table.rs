//! The macro behind the table of commands.

/// Declares the commands: each row is a variant, its name in keymaps, its label in both languages, and where it
/// applies.
macro_rules! commands {
    ($($variant:ident $name:literal {$zh:literal, $en:literal} in $contexts:expr;)*) => {
        /// Something a user can ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Command {
            $(
                #[doc = $en]
                $variant,
            )*
        }

        impl Command {
            /// Every command, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its name in keymaps; never changes.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// What it is called on the screen.
            pub const fn label(self, lang: $crate::lang::Lang) -> &'static str {
                match (self, lang) {
                    $(
                        (Self::$variant, $crate::lang::Lang::Zh) => $zh,
                        (Self::$variant, $crate::lang::Lang::En) => $en,
                    )*
                }
            }

            /// Where it applies.
            pub const fn contexts(self) -> &'static [Context] {
                match self {
                    $(Self::$variant => $contexts,)*
                }
            }

            /// Whether it applies in `context`.
            pub fn applies_in(self, context: Context) -> bool {
                self.contexts().contains(&context)
            }
        }

        impl std::str::FromStr for Command {
            type Err = ();

            fn from_str(name: &str) -> Result<Self, ()> {
                match name {
                    $($name => Ok(Self::$variant),)*
                    _ => Err(()),
                }
            }
        }
    };
}
