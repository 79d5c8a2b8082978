import Frames

extension PlainCommand {
  /// Words that stand for a key, and what is said where it does nothing.
  static let named: [String: (key: KeyPress, otherwise: String)] = [
    "home": (.of("1"), ""),
    "enter": (KeyPress(.enter), nothingOpens), "open": (KeyPress(.enter), nothingOpens),
    "tab": (KeyPress(.tab), "There is one panel."),
    "left": (KeyPress(.left), noStep), "right": (KeyPress(.right), noStep),
    "down": (KeyPress(.down), noStep),
    "lower": (KeyPress(.left), noLever), "higher": (KeyPress(.right), noLever),
    "baseline": (.of("0"), noLever),
    "previous": (.of("["), noPage), "next": (.of("]"), noPage),
    "back": (.of("<"), "There is no place to go back to."),
    "forward": (.of(">"), "There is no place to go forward to."),
    "undo": (.of("z"), "Nothing to undo."), "redo": (.of("Z"), "Nothing to redo."),
    "copy": (.of("y"), noNumber),
    "line": (.of("c"), ""), "big": (.of("b"), ""),
    "sort": (.of("o"), noOrder), "turn": (.of("O"), noOrder), "not": (.of("!"), noOrder),
    "export": (.of("x"), ""),
    "reset": (.of("r"), "The levers already are as in the scenario that was opened."),
  ]

  private static let nothingOpens = "This line opens nothing."
  private static let noStep = "There is nothing in that direction."
  private static let noLever =
    "No lever has the focus. Say the number of one, or its name and value, such as pace 1.2."
  private static let noPage = "Only an organisation's page has a previous and a next one."
  static let noNumber = "The line in focus has no number; say which, such as source 3."
  private static let noOrder = "This panel has no rows to put in order."

  /// Words that are for a lever in focus alone: elsewhere their keys would do something else.
  static let forLevers: Set = ["lower", "higher", "baseline"]

  /// What can be said, by what one wants: a line each.
  static let words = """
    Ask in plain words: home office; what matters most; how much cash; who is late; promised by 2027; \
    who disagrees with 14.5 billion; what is NPSV; red rated; driving licence.
    Change: two years late; pace 1.2; national pace 1.2 is for all wherever you are; undo; redo; reset; \
    baseline puts the lever in focus back, lower and higher move it; changes reads what is different.
    Compare: compare with do nothing; compare NAME NAME; scenario lists the names; scenario NAME \
    opens one; save NAME keeps the present one.
    Read on: more; all; repeat; where; panels; panel 3, or panel and its name; table, its chart in three sentences and its rows.
    Numbers: source says where the last answer is from, sources those of the panel, card all that is known of it, why how it comes \
    about; source 3 and why 3 are of line 3; a number alone opens that line.
    Go: home; screen 4; legacy, and any other screen by its name; back; forward; up; next and previous \
    organisation.
    Lists: filter WORDS keeps the rows with them, filter alone all; not turns it round; sort; turn.
    Find: find WORDS, names with their values.
    Say it otherwise: words full; words brief; words symbols.
    Take away: copy; line, the scenario in one word; export, the screen as a picture.
    keys lists the keys of the screen, each of which works here too. quit leaves; what you changed is \
    kept as you go, and offered at the next start where the program ends without quit.
    """
}
