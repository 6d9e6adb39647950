//! Tests of the keymaps that come with the program, and of what is refused in others.

use crossterm::event::{KeyCode, KeyModifiers};
use keybinds::{Key, Mods};

use super::*;

fn press(code: KeyCode, modifiers: KeyModifiers) -> KeyEvent {
    KeyEvent::new(code, modifiers)
}

fn means(keymap: &Keymap, context: Context, mode: Mode, keys: &str) -> Meaning {
    let keys: Vec<KeyInput> = key::parse(keys).expect("a key").as_slice().to_vec();
    keymap.meaning(&keys, context, mode)
}

fn office(context: Context, keys: &str) -> Meaning {
    means(&Keymap::office(), context, Mode::Insert, keys)
}

fn fault(text: &str) -> String {
    let error = Keymap::from_text("my.toml", text).expect_err("a fault");
    format!("{} | {}", error.text(Lang::En), error.hint(Lang::En))
}

fn every_binding(keymap: &Keymap) -> Vec<(Context, Binding)> {
    let of = |&context: &Context| keymap.bindings(context, Mode::Insert).map(move |one| (context, one.clone()));
    Context::ALL.iter().flat_map(|context| of(context).collect::<Vec<_>>()).collect()
}

#[test]
fn r1_the_office_keymap_has_no_letter_commands() {
    for (context, binding) in every_binding(&Keymap::office()) {
        let input = binding.keys.as_slice()[0];
        if let (Key::Char(c), Mods::NONE) = (input.key(), input.mods()) {
            assert!(c.is_ascii_digit() || c == ' ', "{c} in {}", context.name());
        }
    }
}

#[test]
fn r1_any_printable_character_on_a_list_begins_the_search() {
    for text in ["a", "5", "中", "？"] {
        let c = text.chars().next().expect("a character");
        assert_eq!(office(Context::List, text), Meaning::Text(c));
    }
    assert_eq!(office(Context::List, "Space"), Meaning::Command(Command::Mark));
    assert_eq!(office(Context::Search, "Space"), Meaning::Text(' '));
    assert_eq!(office(Context::Board, "a"), Meaning::Nothing);
}

#[test]
fn r2_the_office_keymap_has_no_chords() {
    for (_, binding) in every_binding(&Keymap::office()) {
        assert_eq!(binding.keys.as_slice().len(), 1, "{}", binding.keys);
    }
}

#[test]
fn r3_enter_goes_to_the_next_field_and_saving_has_its_own_keys() {
    for context in [Context::Form, Context::Choice, Context::Settings] {
        assert_eq!(office(context, "Enter"), Meaning::Command(Command::Accept));
    }
    assert_eq!(office(Context::Editor, "Enter"), Meaning::Command(Command::BreakLine));
    assert_eq!(office(Context::Form, "F8"), Meaning::Command(Command::SaveAndNext));
    assert_eq!(office(Context::Form, "Ctrl+s"), Meaning::Command(Command::SaveAndClose));
}

#[test]
fn r4_esc_is_back_everywhere_but_on_the_board_where_it_opens_the_menu() {
    for &context in Context::ALL {
        let expected = if context == Context::Board { Command::Menu } else { Command::Back };
        assert_eq!(office(context, "Esc"), Meaning::Command(expected), "{}", context.name());
    }
}

#[test]
fn r5_full_width_keys_fold_where_they_are_keys_and_stay_where_they_are_text() {
    assert_eq!(office(Context::Board, "３"), Meaning::Command(Command::Digit3));
    assert_eq!(office(Context::Choice, "３"), Meaning::Command(Command::Digit3));
    assert_eq!(office(Context::Form, "３"), Meaning::Text('３'));
    let vim = Keymap::load("vim").expect("vim");
    assert_eq!(means(&vim, Context::Board, Mode::Normal, "？"), Meaning::Command(Command::Help));
    assert_eq!(means(&vim, Context::Board, Mode::Normal, "："), Meaning::Command(Command::Palette));
}

#[test]
fn r8_keys_that_terminals_confuse_are_refused_and_not_used() {
    for key in ["Ctrl+h", "Ctrl+i", "Ctrl-J", "Ctrl+m", "Ctrl+["] {
        assert!(fault(&format!("[all]\nhelp = \"{key}\"")).starts_with("my.toml:2: `"), "{key}");
    }
    let taken = ["F2", "F10", "F11", "F12", "Alt+", "Ctrl+Shift", "Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+;"];
    for (_, binding) in every_binding(&Keymap::office()) {
        let keys = binding.keys.to_string();
        assert!(!taken.iter().any(|bad| keys == *bad || (bad.ends_with('+') && keys.starts_with(bad))), "{keys}");
    }
}

#[test]
fn every_f_key_of_the_office_keymap_has_a_ctrl_twin() {
    let bindings = every_binding(&Keymap::office());
    let is_f =
        |binding: &Binding| matches!(binding.keys.to_string().strip_prefix('F'), Some(n) if n.parse::<u8>().is_ok());
    let twin = |context: Context, command: Command| {
        bindings.iter().any(|(at, other)| {
            let input = other.keys.as_slice()[0];
            *at == context
                && other.command == command
                && input.mods() == Mods::CTRL
                && matches!(input.key(), Key::Char(_))
        })
    };
    for (context, binding) in bindings.iter().filter(|(_, binding)| is_f(binding)) {
        assert!(twin(*context, binding.command), "{} in {}", binding.keys, context.name());
    }
}

#[test]
fn every_command_is_reachable_where_it_applies() {
    for (name, modes) in [("office", &[Mode::Insert][..]), ("vim", &[Mode::Insert, Mode::Normal])] {
        let keymap = Keymap::load(name).expect(name);
        let modal = [Command::InsertMode, Command::NormalMode];
        // What is wanted seldom has no key: the menu and the palette offer it.
        let keyless = [Command::Import, Command::Bin, Command::Checks, Command::Registers, Command::Editions];
        let of_keymap =
            |command: &&Command| (keymap.is_modal() || !modal.contains(command)) && !keyless.contains(command);
        for &command in Command::ALL.iter().filter(of_keymap) {
            let reached = |context: &Context| {
                modes.iter().any(|&mode| keymap.bindings(*context, mode).any(|binding| binding.command == command))
            };
            assert!(Context::ALL.iter().any(reached), "{name}: {}", command.name());
        }
    }
}

#[test]
fn vim_reaches_in_each_context_whatever_office_reaches() {
    let (office, vim) = (Keymap::office(), Keymap::load("vim").expect("vim"));
    let spared = [Command::Digit0, Command::Back];
    for (context, binding) in every_binding(&office) {
        let known = |mode| vim.bindings(context, mode).any(|other| other.command == binding.command);
        let reached = known(Mode::Insert) || known(Mode::Normal);
        assert!(reached || spared.contains(&binding.command), "{} in {}", binding.command.name(), context.name());
    }
}

#[test]
fn vim_types_after_i_and_moves_by_letters_before() {
    let vim = Keymap::load("vim").expect("vim");
    assert_eq!(vim.first_mode(Context::Form), Mode::Insert);
    assert_eq!(vim.first_mode(Context::List), Mode::Normal);
    assert_eq!(means(&vim, Context::List, Mode::Normal, "j"), Meaning::Command(Command::Down));
    assert_eq!(means(&vim, Context::List, Mode::Insert, "j"), Meaning::Text('j'));
    assert_eq!(means(&vim, Context::List, Mode::Normal, "g"), Meaning::Prefix);
    assert_eq!(means(&vim, Context::List, Mode::Normal, "g g"), Meaning::Command(Command::Top));
    assert_eq!(means(&vim, Context::Form, Mode::Insert, "Esc"), Meaning::Command(Command::NormalMode));
    assert_eq!(means(&vim, Context::Form, Mode::Normal, "Esc"), Meaning::Command(Command::Back));
    assert_eq!(means(&vim, Context::Board, Mode::Insert, "j"), Meaning::Command(Command::Down));
}

#[test]
fn an_unbound_alt_x_is_esc_and_x() {
    let office = Keymap::office();
    let keys = office.keys(&press(KeyCode::Char('x'), KeyModifiers::ALT), Context::Form, Mode::Insert);
    assert_eq!(keys, [KeyInput::from(Key::Esc), KeyInput::from('x')]);
    let bound = Keymap::from_text("my.toml", "[all]\nhelp = \"Alt+x\"").expect("a keymap");
    assert_eq!(bound.keys(&press(KeyCode::Char('x'), KeyModifiers::ALT), Context::Form, Mode::Insert).len(), 1);
}

#[test]
fn a_users_row_replaces_the_row_and_takes_its_keys() {
    let mine = Keymap::from_text("my.toml", "[all]\nhelp = \"F6\"\n").expect("a keymap");
    assert_eq!(means(&mine, Context::Board, Mode::Insert, "F6"), Meaning::Command(Command::Help));
    assert_eq!(means(&mine, Context::Board, Mode::Insert, "F1"), Meaning::Nothing);
    assert_eq!(means(&mine, Context::Board, Mode::Insert, "Ctrl+t"), Meaning::Command(Command::Report));
    let binding = mine.bindings(Context::Board, Mode::Insert).find(|binding| binding.command == Command::Help);
    assert_eq!(binding.expect("bound").origin.to_string(), "my.toml:2");
    let undo = mine.bindings(Context::Board, Mode::Insert).find(|binding| binding.command == Command::Undo);
    assert!(undo.expect("bound").origin.to_string().starts_with("keymaps/office.toml:"));
}

#[test]
fn faults_name_file_line_and_the_nearest_name() {
    assert_eq!(fault("[all]\n\nhlep = \"F2\""), "my.toml:3: there is no command `hlep` | did you mean `help`?");
    assert_eq!(fault("[bord]\nhelp = \"F2\""), "my.toml:1: there is no context `bord` | did you mean `board`?");
    assert_eq!(
        fault("[all]\nhelp = [\"F2\",\n  \"Crtl+b\"]"),
        "my.toml:3: there is no key `Crtl+b` | did you mean `Ctrl+b`?"
    );
    assert!(fault("base = \"vi\"").starts_with("my.toml:1: there is no keymap `vi` | did you mean `vim`?"));
    assert!(fault("[all]\nhelp = 3").starts_with("my.toml:2: right of the equals sign"));
    assert!(fault("[all]\nhelp = \"F2").starts_with("my.toml:2: not TOML"));
    assert!(
        fault("[help]\nnext_field = \"F2\"\n[board]\nbreak_line = \"F3\"")
            .contains("my.toml:4: the command `break_line`")
    );
}

#[test]
fn the_same_key_twice_names_both_lines() {
    assert!(
        fault("[all]\nhelp = \"F2\"\nquit = \"F2\"")
            .starts_with("my.toml:3: the key `F2` is taken at my.toml:2 already")
    );
    assert!(fault("[normal.all]\nhelp = \"z\"\nquit = \"z z\"").starts_with("my.toml:3: the key `z` is a command"));
}

#[test]
fn a_file_that_is_not_there_is_said_so() {
    let error = Keymap::load("/nonexistent/keys.toml").expect_err("no such file");
    assert!(error.text(Lang::Zh).contains("/nonexistent/keys.toml"));
    assert!(error.hint(Lang::En).contains("vim"));
}

#[test]
fn hints_show_the_shortest_key() {
    let office = Keymap::office();
    let shown = |command, context| office.shortest(command, context, Mode::Insert, Lang::Zh);
    assert_eq!(shown(Command::NewItem, Context::Board).as_deref(), Some("F3"));
    assert_eq!(shown(Command::SaveAndClose, Context::Form).as_deref(), Some("Ctrl-S"));
    assert_eq!(shown(Command::SaveAndClose, Context::Board), None);
}
