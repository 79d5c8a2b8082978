import Frames

extension PlainCommand {
  /// Words that stand for a key, and what is said where it does nothing.
  static let named: [String: (key: KeyPress, otherwise: String)] = [
    "home": (.of("1"), ""),
    "enter": (KeyPress(.enter), nothingOpens), "open": (KeyPress(.enter), nothingOpens),
    "tab": (KeyPress(.tab), "There is one panel."),
    "left": (KeyPress(.left), noStep), "right": (KeyPress(.right), noStep),
    "down": (KeyPress(.down), noStep),
    "less": (KeyPress(.left), noLever), "more": (KeyPress(.right), noLever),
    "baseline": (.of("0"), noLever),
    "previous": (.of("["), noPage), "next": (.of("]"), noPage),
    "back": (.of("<"), "There is no place to go back to."),
    "forward": (.of(">"), "There is no place to go forward to."),
    "undo": (.of("z"), "Nothing to undo."), "redo": (.of("Z"), "Nothing to redo."),
    "source": (.of("s"), noNumber), "why": (.of("w"), noNumber), "copy": (.of("y"), noNumber),
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
  private static let noNumber = "The line in focus has no number; say which, such as source 3."
  private static let noOrder = "This panel has no rows to put in order."

  /// Words that are for a lever in focus alone: elsewhere their keys would do something else.
  static let forLevers: Set = ["less", "more", "baseline"]

  static let words = """
    A number opens the line with that number; "source 3" shows where its number comes from, "why 3"
    its formula. An empty line prints the screen again. "panel 2" goes to a panel and reads it,
    "screen 4" to a screen, "home" to the first one, "find WORDS" to anything by its name. "esc" or
    "up" goes up a level or closes what is in front, "back" and "forward" walk the way.
    "pace 1.2" sets a lever: on an organisation's page its own, elsewhere that of all.
    "national pace 1.2" is for all wherever you are, "CODE.pace 1.2" for one. "less" and "more" move
    the lever in focus, "baseline" puts it back, "reset" all; "undo" and "redo"; "changes" reads the
    lines that the last change of the levers changed.
    "scenario" lists the scenarios, "scenario 2" or "scenario delayed" opens one, "save NAME" saves
    the present one, "compare A B" says which is better, and how surely.
    "filter WORDS" keeps the rows of the panel with these words, "filter" alone all; "not" turns it
    round; "sort" goes to the next column, "turn" the other way round; "table" prints the panel as
    Markdown.
    "copy" writes the number in focus with its source to a file, "line" the scenario in one word,
    "export" the screen as a picture.
    "previous" and "next" step through organisations on a page. "keys" lists the keys of the screen,
    each of which works here too. "quit" leaves. What you changed is kept as you go: where the
    program ends without "quit", the next start offers it; of lines from a pipe nothing is kept.
    """
}
