//! The words of a first start on a ledger that has lost its years.

texts! {
    no_years { "台账里没有一个年度：上次没有建完，或记着年度的改动已损坏", "the ledger has no year: its making was cut short, or the change that began the year is damaged" }
    no_years_hint { "打开界面或用 taizhang init 补上年度，台账里其余的内容都留着；有备份的，也可用 taizhang restore 恢复", "open the interface or use `taizhang init` to add the year, which keeps all else; or `taizhang restore` a backup" }
    yearless_title { "这本台账里没有年度，补上一个就能用", "This ledger has no year; give it one to use it" }
    yearless_make { "补上年度", "Add the year" }
    yearless_made { "年度已补上，台账里其余的内容都在", "The year was added; all else that the ledger holds is there" }
}
