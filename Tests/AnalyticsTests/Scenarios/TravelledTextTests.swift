import Testing

@testable import Analytics

/// Scenario lines as mail, chats and documents hand them over.
@Suite struct TravelledTextTests {
  static let line = "digigov1:blueprint:pace=0.9:HMRC.start_delay=1.5:fraud_potential=4,7,9"

  @Test(arguments: [
    line, "\u{FEFF}\(line)", " \(line)\n", "\(line).", "\"\(line)\"", "\u{201C}\(line)\u{201D}.",
    "\u{2018}\(line)\u{2019}", "\u{AB}\u{A0}\(line)\u{A0}\u{BB}", "<\(line)>", "> \(line)",
    "`\(line)`", "(\(line))", "'\(line)',", "\u{A0}\(line)\u{A0}",
    "digigov1:blueprint:pace=0.9:\r\nHMRC.start_delay=1.5:\r\nfraud_potential=4,7,9\r\n",
    "> digigov1:blueprint:pace=0.9:HMRC.st\n> art_delay=1.5:fraud_potential=4,7,9",
    "digigov1:blueprint: pace=0.9: HMRC.start_delay=1.5: fraud_potential=4, 7, 9",
    "Digigov1:blueprint:pace=0.9:HMRC.start_delay=1.5:fraud_potential=4,7,9",
    "digigov1:blueprint:pace=0.9\u{200B}:HMRC.start_delay=1.5:fraud_\u{AD}potential=4,7,9",
    "\"\u{201C}\(line)\u{201D}\"",
  ])
  func aLineIsTheSameAfterItsWay(_ text: String) {
    #expect(TravelledText.cleaned(text) == Self.line)
  }

  @Test(arguments: [
    ("blueprint.", "blueprint"), ("\u{201C}delayed\u{201D}", "delayed"), ("blueprint", "blueprint"),
    ("my.plan", "my.plan"), ("{\"id\": \"x\"}", "{\"id\": \"x\"}"), ("", ""), ("\"", "\""),
    ("''", ""),
    ("digigov1:x:a=\u{2212}2,\u{2013}1,0", "digigov1:x:a=-2,-1,0"),
  ])
  func otherTextsLoseOnlyWhatIsAroundThem(_ text: String, _ cleaned: String) {
    #expect(TravelledText.cleaned(text) == cleaned)
  }
}
