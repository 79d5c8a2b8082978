import Figures
import Testing

@Suite("Marks")
struct MarkTests {
  @Test(
    "A result carries the worst mark of its inputs",
    arguments: [
      ([.reported, .reported], .reported), ([.derived, .reported], .derived),
      ([.reported, .modelled, .derived], .modelled), ([.modelled, .reported], .modelled),
    ] as [([Mark], Mark)])
  func worst(of marks: [Mark], is wanted: Mark) {
    #expect(marks.max() == wanted)
  }

  @Test("Marks are ordered from best to worst, each with a capital of its own")
  func letters() {
    let sorted = Mark.allCases.reversed().sorted()
    #expect(sorted == [.reported, .derived, .modelled])
    #expect(sorted.map(\.letter) == ["R", "D", "M"])
  }

  @Test("Each grade of confidence says what it is")
  func confidence() {
    #expect(Confidence.allCases.map(\.rawValue) == ["A", "B", "C", "D"])
    #expect(
      Confidence.allCases.map(\.meaning) == [
        "official statistic", "published estimate", "derived from published figures",
        "judgement or claim",
      ])
  }
}
