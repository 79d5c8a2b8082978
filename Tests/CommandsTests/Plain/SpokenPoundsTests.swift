import Testing

@testable import Commands

@Test(
  "Amounts of pounds are said where their sign cannot be printed",
  arguments: [
    ("at least £45bn+ a year", "at least 45bn+ pounds a year"), ("£bn a year", "bn pounds a year"),
    ("−£3.4m, £2", "−3.4m pounds, 2 pounds"), ("£1,200.", "1,200 pounds."),
    ("in £ thousand", "in thousand pounds"), ("real £", "real pounds"), ("£4mice", "4 pounds mice"),
    ("none", "none"),
  ])
func poundsAreSaid(_ text: String, _ said: String) {
  #expect(spokenPounds(text) == said)
}
