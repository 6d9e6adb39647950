//! The words of what keeps the data safe: backups, restoring, the doctor, the history.

texts! {
    cli_backup { "把整本台账备份成一个文件，打印路径", "Back everything up into one file and print its path" }
    cli_import { "导入表格（.xlsx、.xls、.csv、.txt），每行一条；或把导出的 jsonl、备份装入空台账", "Import a table (.xlsx, .xls, .csv, .txt), a row an item; or load an export (jsonl) or backup where there is no ledger yet" }
    cli_arg_backup { "写到这个文件（默认放在台账的 backup 文件夹）", "Write this file (default: in the ledger's folder backup)" }
    cli_arg_restore { "备份或导出的文件", "A backup or an export" }
    cli_opt_into { "恢复到这个文件夹（默认台账所在处）", "Restore into this directory (default: the ledger's)" }
    cli_opt_item { "只看这一条的改动", "Only the changes of this item" }
    part_ground { "目录", "directory" }
    part_journal { "日志", "journal" }
    part_database { "数据库", "database" }
    part_cache { "缓存", "cache" }
    part_backups { "备份", "backups" }
    part_permissions { "权限", "permissions" }
    part_good { "完好", "good" }
    part_absent { "还没有，用到时会建", "none yet; made when needed" }
    part_in_use(holder: &str) { "另一个程序开着（{holder}），没有查", "another program has it open ({holder}), so not looked into" }
    part_hurt(count: usize) { "有{count}处问题", "{count} found" }
    cli_healthy { "一切正常", "all is well" }
    cli_findings(count: usize) { "发现 {count} 处问题", "{count} findings" }
    cli_restore { "从备份或 jsonl 恢复；原有台账留在旁边，备份照样列出", "Restore from a backup or jsonl; a ledger that is there is kept beside, its backups stay listed" }
    cli_restored(seq: u64, dir: &str) { "已恢复到第{seq}号改动：{dir}", "restored up to change no. {seq} in {dir}" }
    cli_backups { "列出备份：改动号、时间、记录数、是否完好", "List the backups: number, time, records, whether they are whole" }
    cli_doctor { "检查各部分，说明修复会做什么；有问题时退出码为3", "Check every part and say what a repair does; exit code 3 with findings" }
    cli_opt_repair { "修复能修复的，每一步都说明", "Mend what can be mended, saying each step" }
    cli_whole { "完好", "whole" }
    cli_not_whole { "损坏", "damaged" }
    cli_of_kept { "（在恢复以前的台账里）", " (in a ledger from before a restore)" }
    cli_kept(dir: &str) { "原有台账（连同它的设置和版式）在：{dir}", "the ledger that was there, with its settings and page set-ups, is in {dir}" }
    cli_kept_drafts(count: usize) { "  其中有没存的草稿{count}份：用 --data 打开它可以看到", "  it holds {count} drafts that were never saved: --data opens it" }
    cli_kept_backups(count: usize) { "  其中有备份{count}份，taizhang backups 照样列出；删去它之前先把要留的复制出来", "  it holds {count} backups, which `taizhang backups` still lists; copy what you want to keep before removing it" }
    cli_carried(names: &str) { "文件夹里不属于台账的文件都已移到新台账这边：{names}", "the files there that are not the ledger's own came over: {names}" }
    cli_not_empty(dir: &str, changes: u64) { "{dir} 里已有台账，有{changes}次改动；整本导入只能装进空台账，未作改动", "{dir} holds a ledger with {changes} changes; a whole ledger goes only into an empty one, so nothing was changed" }
    cli_not_empty_hint(file: &str, other: &str, dir: &str) { "另装一本：taizhang import {file} --data {other}\n  换掉它（原有台账留在旁边）：taizhang restore {file} --into {dir}", "beside it: taizhang import {file} --data {other}\n  in its place (it is kept beside): taizhang restore {file} --into {dir}" }
    cli_incomplete(what: &str, hint: &str) { "看到的可能不全：{what}。{hint}", "this may not be all: {what}; {hint}" }
    cli_findings_all { "加 --repair 修复；修复前会保留原文件", "--repair mends this and keeps the old files" }
    cli_findings_some(count: usize) { "加 --repair 能修复其中{count}处；其余的请照上面说的做", "--repair mends {count} of them; do what is said above about the others" }
    cli_findings_none { "这些 --repair 修复不了，请照上面说的做", "--repair cannot mend these; do what is said above" }
    cli_findings_left { "能修复的已修复；余下的请照上面说的做", "what can be mended is mended; do what is said above about the rest" }
    cli_between_names { "、", ", " }
    part_reserve { "预留空间", "reserve" }
    part_shut { "磁盘是只读的，数据库要能写才能打开，没有查；数据以日志为准，可以照常看。要记录，先取消写保护或复制到能写的磁盘", "the disk is read-only and a database opens only where it can be written, so not looked into; the journal has all data, which can be read as ever. To record, lift the write protection or copy the ledger to another disk" }
    cli_backup_nowhere { "`-` 不是文件名，备份不写到标准输出；没有备份", "`-` names no file, and no backup goes to standard output; none was made" }
    cli_backup_nowhere_hint { "写明一个文件，如 备份.zst；要接到别的程序，用 taizhang export --format jsonl -o -", "name a file, such as backup.zst; for another program use `taizhang export --format jsonl -o -`" }
    cli_restore_stream(file: &str) { "{file} 是管道或设备：备份要读两遍，只能从文件恢复；未作改动", "{file} is a pipe or a device: a backup is read twice, so only from a file; nothing was changed" }
    cli_restore_stream_hint { "先存成文件，再 taizhang restore 这个文件", "save it as a file first, then `taizhang restore` that file" }
    part_unseen { "要先解决上面“目录”的问题，没有查", "not looked into before what is said of the directory is mended" }
}
