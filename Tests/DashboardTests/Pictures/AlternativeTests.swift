import Dashboard
import Frames
import Testing

/// What a voice reads in the place of a picture.
@Suite struct AlternativeTests {
  private static let places =
    ScreenID.allCases.filter { $0 != .department }.map { Place($0) }
    + ["HO", "DWP", "HMRC", "MOD", "DHSC", "MOJ"].map { Place(.department, path: [$0]) }

  private static let verbs = [
    " rises from ", " falls from ", " goes from ", " stays at ", " shows ", " is told in words",
  ]

  /// Every view and every panel of it: short, with a verb, and with a unit where a number stands.
  @Test(arguments: places) func everyPictureIsToldInShort(place: Place) throws {
    let state = try World.load().state(place, columns: 120, rows: 36)
    for panel in [nil] + state.panelNames.map(Optional.some) {
      let picture = state.picture(panel: panel)
      let text = picture.altText
      let name = "\(panel ?? "screen"): \(text)"
      #expect(text.count < 300 && text.count > 30, "\(name)")
      #expect(!text.contains("\u{2026}"), "nothing is cut: \(name)")
      #expect(text.hasSuffix(".") && !text.contains("\n") && !text.contains(".."), "\(name)")
      #expect(Self.verbs.contains { text.contains($0) }, "\(name)")
      #expect(!picture.longDescription.isEmpty, "\(name)")
      // A number without a unit says nothing: money, a share, or a number with its word.
      let hasChart = text.contains("ine chart")
      if hasChart { #expect(text.contains(/, in [%a-z]|pounds|percent|\d ?[a-z]+/), "\(name)") }
      if !hasChart, text.contains(/: \d/) {
        #expect(text.contains(/pounds|percent|\d ?[a-z]/), "\(name)")
      }
    }
  }

  /// A line that swings is told by its ends, its least and its greatest, and by its season.
  @Test func aSeriesIsToldByWhatItDoes() throws {
    let world = try World.load().withoutDraws
    let months = try world.state(Place(.department, path: ["HO"])).picture(panel: "months").altText
    #expect(months.hasPrefix("Line chart, "), "\(months)")
    #expect(months.contains("million pounds a month, "), "\(months)")
    #expect(months.contains(/goes from [\d.]+ to [\d.]+/), "\(months)")
    #expect(
      months.contains(/least [\d.]+ in [A-Z][a-z]+ 20\d\d, greatest [\d.]+ in March 2024/),
      "\(months)")
    #expect(
      months.contains("seasonal, highest every March")
        || months.contains("without a month that is highest every year"), "\(months)")
    let fan = try World.load().state(columns: 120, rows: 36).picture(panel: "fan").altText
    #expect(fan.contains("8 in 10 runs end between") || fan.contains("more line"), "\(fan)")
  }

  /// Months that were not returned are said.
  @Test func whatIsMissingIsSaid() throws {
    let state = try World.load().withoutDraws.state(Place(.department, path: ["DSIT"]))
    let picture = state.picture(panel: "months")
    if picture.asOf.contains("not returned") {
      #expect(picture.altText.contains("not returned"), "\(picture.altText)")
    }
  }
}
