extension Tape {
  /// The tour that comes with the program: a question answered, nine screens, two guesses.
  public static func demo() throws(TapeError) -> Tape {
    let rules = TapeRules(folder: "/") { path throws(Unreadable) in
      throw Unreadable(reason: "the built-in tour takes in no other tape")
    }
    return try Tape(Array(demoText.utf8), file: "tour", rules: rules)
  }

  /// The organisation whose page the tour visits by its code; folders without it need a tape of
  /// their own, since what the captions ask is of these data.
  public static let demoOrganisation = "HO"

  // Captions name no figure that the screen does not show; each Expect keeps one of them true.
  private static let demoText = """
    Set Columns 120
    Set Rows 36
    Set TypingSpeed 350ms

    Caption "The state of digital government: the review of January 2025 on one screen."
    Note "Each number has a letter: R reported, D derived from reported numbers, M modelled here."
    Expect "£45bn"

    Caption "A question to begin with: what is the Home Office's part, and what if it starts late?"
    Type ":ho"
    Enter
    Sleep 1s
    Caption "The first lines answer: what is expected, with its range, and its part by our split."
    Expect "Its part of £45bn"
    Type "l"
    Down@0s 5
    Right@0s 4
    Sleep 1s
    Caption "Two years later: the first line says what it is now and what it was. y copies it."
    Expect "Against"
    Type "z"
    Type "1"
    Sleep 1s

    Type "s"
    Caption "Where does a number come from? s shows its source, date, place and licence."
    Expect "Source card"
    Escape

    Type "2"
    Sleep 1s
    Caption "The opportunity by lever. The parts make 46, the headline says 45: both as published."
    Note "What can be banked stands below: most of the benefit is staff time, not cash."
    Expect "Who can bank it"
    Type "t"
    Sleep 1s
    Caption "t turns the bars into a map of areas."

    Type "3"
    Sleep 1s
    Caption "Legacy: the share of old systems, the paths with and without the policy, the red list."
    Expect "Red-rated systems"

    Hide
    Caption "79% were satisfied with public services in 2014. What share was it in 2024?"
    Note "Take a show of hands, or a number from the room."
    Type@0s "6"
    Tab@0s
    Type@0s "e/satisfaction with public"
    Enter@0s
    Down@0s
    Show
    Sleep 1s
    Caption "68% in 2024, says the review. / finds rows by name; the pointer is on the answer."
    Wait+Screen /▸ Satisfaction with public .* 2024 +68% R/

    Type "7"
    Sleep 1s
    Caption "Every organisation with its part of the benefit; o sorts by the next column."
    Type "o"
    Sleep 1s
    Type "O"
    Type "O"
    Enter
    Sleep 1s
    Type "l"
    Sleep 1s
    Caption "One organisation: its own levers, its projection, what has been published about it."
    Note "Square brackets step to the one before and the next."
    Expect "Levers: this organisation only"

    Type "8"
    Sleep 1s
    Caption "The scenario lab: every lever, and a projection that is computed anew at each step."
    Hide
    Caption "Suppose that everything starts two years later. What is left of the expected £bn a year?"
    Down@0s 5
    Right@0s 4
    Show
    Sleep 1s
    Caption "Two years later: expected under the chart, its range in the results, the change beside it."
    Expect "*changed"
    Type@0s "zzzz"
    Sleep 1s
    Caption "z takes each step back. The draws are the same for every scenario: a lever moved the picture."

    Type "9"
    Sleep 1s
    Caption "What happened next, every fact and source, and what this model cannot tell you."
    Expect "What happened next"
    """
}
