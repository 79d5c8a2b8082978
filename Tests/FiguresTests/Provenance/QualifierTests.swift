import Figures
import Testing

/// The word before a number comes from the note or the limits of its row, and is printed wherever
/// the number is.
@Suite("Qualifiers")
struct QualifierTests {
  struct Row: Sendable {
    var note: String
    var value, low, high: Double?
    var unit: String
    var qualifier: Qualifier?
    var text, bare: String

    init(
      _ note: String, _ value: Double?, _ low: Double?, _ high: Double?, _ unit: String,
      _ qualifier: Qualifier?, _ text: String, _ bare: String
    ) {
      (self.note, self.value, self.low, self.high) = (note, value, low, high)
      (self.unit, self.qualifier, self.text, self.bare) = (unit, qualifier, text, bare)
    }
  }

  @Test(arguments: [
    // Rows of the shipped data.
    Row("over; not a forecast", 45, 45, nil, "£bn a year", .over, "over £45bn a year", "£45bn+"),
    Row("at least; not seen", 1, 1, nil, "systems", .atLeast, "at least 1 system", "1+"),
    Row("", 5, 5, nil, "%", .atLeast, "at least 5%", "5%+"),
    Row(
      "almost", 260_000, nil, 260_000, "downloads", .almost, "almost 260,000 downloads",
      "almost 260,000"),
    Row("up to", 1.9, nil, 1.9, "£bn", .upTo, "up to £1.9bn", "up to £1.9bn"),
    Row("", nil, nil, 500, "£m", .upTo, "up to £500m", "up to £500m"),
    Row("less than", 20, nil, 20, "%", .under, "under 20%", "under 20%"),
    Row("about; of 319 systems", 80, nil, nil, "systems", .about, "about 80 systems", "about 80"),
    Row("around", 26, nil, nil, "£bn a year", .about, "about £26bn a year", "about £26bn"),
    Row("nearly", 60, nil, nil, "trusts", .almost, "almost 60 trusts", "almost 60"),
    Row(
      "just under; expected £2bn", 1.8, nil, nil, "£bn", .almost, "almost £1.8bn",
      "almost £1.8bn"),
    Row(
      "more than, of 12", 200_000, 200_000, nil, "letters", .over, "over 200,000 letters",
      "200,000+"),
    Row("close to", 60, nil, nil, "%", .about, "about 60%", "about 60%"),
    // The word is of something else.
    Row("about a third of all", 25, nil, nil, "outages", nil, "25 outages", "25"),
    Row("overall; of 12", 25, nil, nil, "outages", nil, "25 outages", "25"),
    Row("over half of all", 25, nil, nil, "outages", nil, "25 outages", "25"),
    // A range has its own words.
    Row("", nil, 45, 87, "£bn a year", nil, "£45bn to £87bn a year", "£45bn to £87bn"),
    Row("", 60, 55, 81, "£bn", nil, "£60bn", "£60bn"),
    Row("", 28, 28, 28, "%", nil, "28%", "28%"),
    // Nothing is nothing, whatever the note.
    Row("about", nil, nil, nil, "%", .about, "", ""),
  ])
  func wordOfTheRow(row: Row) {
    let fact = Fact.sample(
      "x", value: row.value, unit: row.unit, low: row.low, high: row.high, note: row.note)
    #expect(fact.figureValue.qualifier == row.qualifier)
    #expect(fact.figureValue.text == row.text)
    #expect(fact.figureValue.bare == row.bare)
  }

  @Test("Only what may be more is a floor")
  func floors() {
    #expect(Qualifier.allCases.filter(\.isFloor) == [.atLeast, .over])
  }

  @Test("The words are those that files carry")
  func words() {
    #expect(
      Qualifier.allCases.map(\.rawValue)
        == ["at least", "over", "about", "almost", "up to", "under"])
  }
}
