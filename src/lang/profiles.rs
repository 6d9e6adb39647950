//! The words of page set-ups (版式): choosing, making, renaming and removing them.

texts! {
    profiles_annexes(count: usize) { "附件{count}个", "{count} annexes" }
    profiles_more(name: &str) { "照“{name}”另建一种，或改它…", "make one like “{name}”, or change it…" }
    profiles_new(like: &str) { "照“{like}”另建一种…", "a new one like “{like}”…" }
    profiles_change(name: &str) { "改“{name}”…", "change “{name}”…" }
    profiles_rename(name: &str) { "给“{name}”改名…", "rename “{name}”…" }
    profiles_remove(name: &str) { "删去“{name}”", "remove “{name}”" }
    profiles_restore(name: &str) { "“{name}”恢复原样", "“{name}” as it was" }
    profiles_name { "起个名字，出文时按名字选", "Its name, by which it is chosen." }
    profiles_value(key: &str) { "{key}改成多少", "What {key} is to be" }
    hint_profiles { "选版式", "page set-ups" }
    profile_changed(name: &str) { "版式“{name}”已记下", "page set-up “{name}” is kept" }
    profile_removed(name: &str) { "版式“{name}”已删去", "page set-up “{name}” is gone" }
    profile_renamed(name: &str, new: &str) { "版式“{name}”改名为“{new}”", "page set-up “{name}” is called “{new}” now" }
    settings_profile { "版式", "page set-up" }
    settings_profile_help(names: &str) { "出文用哪种版式，F4 选、另建、改：{names}", "How the report looks on paper, F4 chooses and changes: {names}" }
    cli_profile { "列出、查看、修改版式", "List, show or change page set-ups" }
    cli_arg_profile { "版式的名字", "The name of a page set-up" }
    cli_arg_profile_values { "如 上边距=37 行距=28 附件=核对表,来源", "Such as top=37 line=28 annexes=figures,sources" }
    cli_opt_profile { "用哪种版式（默认设置里的）", "Which page set-up (default: that of the settings)" }
    cli_opt_profile_from { "新版式从这一种改起", "Begin a new one from this" }
    cli_opt_profile_rename { "改成这个名字", "Give it this name" }
    cli_opt_profile_remove { "删去这种版式", "Take this one away" }
}
