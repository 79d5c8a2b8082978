import Terminal
import Testing

/// What a terminal says of its ground, and what follows from it.
@Suite struct GroundColourTests {
  @Test(arguments: [
    ("rgb:ffff/ffff/ffff", true), ("rgb:0000/0000/0000", false), ("rgb:ff/ff/ff", true),
    ("rgb:f/f/f", true), ("rgb:1e1e/1e1e/1e1e", false), ("rgb:fdfd/f6f6/e3e3", true),
    ("rgb:0000/2b2b/3636", false), ("rgba:ffff/ffff/ffff/8000", true),
    // The grey at which black and white stand out equally is between these two.
    ("rgb:70/70/70", false), ("rgb:80/80/80", true),
  ]) func answersAreRead(answer: String, isLight: Bool) throws {
    #expect(try #require(GroundColour(answer: answer)).isLight == isLight)
  }

  @Test(arguments: [
    "", "rgb:", "rgb:ff/ff", "rgb:ff/ff/ff/ff", "rgb:fffff/ff/ff", "rgb:gg/00/00", "#ffffff",
    "rgb:-1/00/00", "rgb:ff//ff", "hsl:1/2/3",
  ]) func anythingElseIsNoAnswer(answer: String) {
    #expect(GroundColour(answer: answer) == nil)
  }

  @Test(arguments: [
    ("xterm-256color", true), ("tmux-256color", true), ("screen", true), ("foot", true),
    ("alacritty", true), ("linux", false), ("vt100", false), ("dumb", false), ("", false),
  ]) func onlyTerminalsThatKnowTheQuestionAreAsked(type: String, isAsked: Bool) {
    #expect(GroundColour.isToBeAsked(type: type) == isAsked)
  }
}
