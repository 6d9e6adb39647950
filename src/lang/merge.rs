//! The words of merging copies of a ledger.

texts! {
    lost_nothing { "（空）", "(nothing)" }
    lost_yes { "是", "yes" }
    lost_no { "否", "no" }
    check_lost(kept: &str, lost: &str) { "合并时用了“{kept}”，没有用“{lost}”", "merging took {kept}, not {lost}" }
    check_stands { "合并时一边删了，另一边改过，留下了", "merging: deleted in one copy, changed in the other; it stands" }
    check_gone { "合并时一边改过，另一边后来删了，现在没有了", "merging: changed in one copy, deleted later in the other; it is gone" }
    check_binned { "合并时一边移入回收站，另一边改过，现在在回收站里", "merging: put into the bin in one copy, changed in the other; it is in the bin" }
    check_binned_hint { "这样对就确认；要找回，从回收站取回", "confirm it if that is right, or restore it from the bin" }
    check_at_gone(name: &str) { "[{name}]（已没有）", "[{name}] (gone)" }
    merge_would_lose(kept: &str, lost: &str) { "会用“{kept}”，不用“{lost}”", "would take {kept}, not {lost}" }
    merge_would_stand { "一边删了，另一边改过，会留下", "deleted in one copy, changed in the other; it would stand" }
    merge_would_go { "一边改过，另一边后来删了，会没有", "changed in one copy, deleted later in the other; it would go" }
    merge_would_bin { "一边移入回收站，另一边改过，会在回收站里", "put into the bin in one copy, changed in the other; it would be in the bin" }
    merge_would_clash(count: usize) { "两边都改过的有 {count} 处，改得晚的会留下，另一个值会记着待看：", "changed on both sides: {count}; the later value would stand, the other would be kept to be looked at:" }
    check_taken_away_hint { "这样对就确认；要找回，看 taizhang history", "confirm it if that is right; taizhang history has what it was" }
    check_lost_hint { "现在的对就确认；不对就改过来", "confirm what stands, or change it" }
    check_at_ledger(what: &str) { "台账 {what}", "the ledger: {what}" }

    checks_settle { "看过了，用现在的值", "seen: what stands is right" }
    checks_settle_all(count: usize) { "合并留下的{count}处都看过了", "seen: all {count} left by merging" }

    merge_plan(changes: usize, records: usize) { "对方有 {changes} 次改动是这里没有的，其中新记录 {records} 条", "changes there that are not known here: {changes}; new records: {records}" }
    merge_done(changes: usize, records: usize) { "已合并：带来 {changes} 次改动，新记录 {records} 条。撤销用 taizhang undo", "merged; changes that came over: {changes}; new records: {records}. `taizhang undo` takes it back" }
    merge_nothing { "对方没有这里不知道的改动，没有什么可合并", "the other copy has nothing that is not known here" }
    merge_clashes(count: usize) { "两边都改过的有 {count} 处，改得晚的留下，另一个值记着待看（taizhang check）：", "changed on both sides: {count}; the later value stands, the other is kept to be looked at (taizhang check):" }
    merge_settled(count: usize) { "{count} 处已确认", "{count} confirmed" }
    merge_none_to_settle { "没有合并留下的待看的值", "merging has left nothing to look at" }

    cli_merge_settled_act { "合并留下的值都看过", "what merging left" }
    cli_merge { "合并同一本台账的另一份：两边的改动都留下", "Take in another copy of this ledger: the changes of both stay" }
    cli_arg_merge { "另一份的数据目录、备份，或导出的 .jsonl", "The other copy: a data directory, a backup, or an export (.jsonl)" }
    cli_opt_merge_dry_run { "只看会带来什么，不改", "Change nothing: say what would come" }
    cli_opt_settle { "合并留下的值都看过了，用现在的", "What merging has left was looked at: what stands is right" }
}
