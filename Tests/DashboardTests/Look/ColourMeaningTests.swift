import Analytics
import Charts
import Dashboard
import Figures
import Frames
import Testing

/// A colour is a stream's; what sums streams, is contained in them or stands against them has none.
@Suite struct ColourMeaningTests {
  static func roles(_ screen: ScreenID, _ path: [String], _ panel: String) throws -> [String: Chart
    .Role]
  {
    let picture = try World.load().state(Place(screen, path: path), columns: 120, rows: 36)
      .picture(panel: panel)
    let chart = try #require(picture.charts.first)
    var roles: [String: Chart.Role] = [:]
    for datum in chart.series.flatMap(\.data) {
      let name = chart.x.names[Int(datum.x)]
      if let role = datum.role { roles[name] = role }
    }
    return roles
  }

  @Test func partsAndTotalsDifferInKind() throws {
    let roles = try Self.roles(.department, ["HO"], "streams")
    let own = Self.names.compactMap { roles[$0] }
    #expect(own.count == Stream.allCases.count)
    for (place, role) in own.enumerated() { #expect(!own[..<place].contains(role), "\(role)") }
    #expect(roles["Benefit"] == .total && roles["Cost"] == .loss)
    #expect(roles.filter { $0.key.hasPrefix("of it") }.values.allSatisfy { $0 == .muted })
  }

  /// What streams are called where there is little room, and where there is much.
  static let names = ["Automation", "Channels", "Fraud", "Contractors", "Legacy"]
  static let longNames = [
    "Simplify and automate", "Online channels", "Fraud and error", "Contractor posts",
    "Legacy upkeep",
  ]

  /// What a panel's row has its bar in: part of a cell is drawn in the bar's colour on the ground, or
  /// in the ground's on the bar's.
  static func colour(_ frame: Frame, _ words: String) -> Colour? {
    let ground = frame[0, 0].style.background
    for (row, line) in frame.lines.enumerated() where line.contains(words) {
      for column in 0..<frame.columns where "█▏▎▍▌▋▊▉▐▒░".contains(frame[column, row].text) {
        let style = frame[column, row].style
        return [style.foreground, style.background].compactMap { $0 }.first { $0 != ground }
      }
    }
    return nil
  }

  /// A stream has one colour on every screen in every theme, no other stream's, and not that of
  /// what is lost or of a measure.
  @Test(arguments: [ThemeName.dark, .light, .contrast]) func aStreamHasItsColour(theme: ThemeName)
    throws
  {
    let world = try World.load()
    let settings = Settings(theme: theme)
    func frame(_ place: Place) throws -> Frame {
      var state = try world.state(place, columns: 120, rows: 36, settings: settings)
      state.look { $0.enlarged = true }
      return draw(state).frame
    }
    let streams = try frame(Place(.department, path: ["DWP"], panel: "streams"))
    let bridge = try frame(Place(.opportunity, panel: "bridge"))
    let split = try frame(Place(.opportunity, panel: "split"))
    let banked = try frame(Place(.opportunity, panel: "bank"))
    let ranking = try frame(Place(.overview, panel: "ranking"))
    var colours: [Colour] = []
    for (stream, name) in zip(Stream.allCases, Self.names) {
      let colour = try #require(Self.colour(streams, name), "\(stream)")
      #expect(Self.colour(bridge, Self.longNames[colours.count]) == colour, "\(stream)")
      if [.automation, .channel, .fraud].contains(stream) {
        #expect(Self.colour(split, Self.longNames[colours.count]) == colour, "\(stream)")
      }
      colours.append(colour)
    }
    let measure = try #require(Self.colour(ranking, "National Health Service"))
    let loss = try #require(Self.colour(banked, "Cost that year"))
    #expect(Set(colours + [measure, loss]).count == Stream.allCases.count + 2)
  }

  /// Where there are no colours, what is lost and what is contained differ from parts by what fills
  /// their bars.
  @Test(arguments: [false, true]) func kindsDifferWithoutColour(ascii: Bool) throws {
    let settings = Settings(theme: .mono, ascii: ascii)
    let state = try World.load().state(
      Place(.department, path: ["DWP"], panel: "streams", enlarged: true), columns: 120, rows: 36,
      settings: settings)
    let lines = draw(state).frame.lines
    func fill(_ words: String) throws -> Character {
      let line = try #require(lines.first { $0.contains(" " + words) })
      // A bar is several of a kind; one alone may stand in a label.
      let bar = try #require(line.firstMatch(of: #/([█#▒=░\-])\1+/#), "\(line)")
      return try #require(bar.1.first)
    }
    let kinds = try ["Fraud", "of it cash", "Cost"].map(fill)
    #expect(Set(kinds).count == 3, "\(kinds)")
  }

  /// No two lines of a chart have the same dashes, whatever their colours.
  @Test(arguments: [
    (Place(.legacy, panel: "paths"), 3), (Place(.lab, panel: "fan"), 3),
    (Place(.department, path: ["HO"], panel: "projection"), 3),
  ]) func linesDifferWithoutColour(place: Place, count: Int) throws {
    let world = try World.load()
    for theme in [ThemeName.dark, .light, .contrast, .mono] {
      for ascii in [false, true] {
        var state = try world.state(
          place, columns: 160, rows: 48, settings: Settings(theme: theme, ascii: ascii))
        state.go { $0.enlarged = true }
        // With what was before.
        world.take(.leverTyped(.pace, .nation, "0.6"), into: &state)
        let marks = draw(state).frame.lines.compactMap { line in
          line.firstMatch(of: #/([━╍┅╌┈·\-_=~;.]) ([A-Za-z][A-Za-z ]+) *[│┃|]?$/#).map {
            $0.1
          }
        }
        #expect(marks.count >= count && Set(marks).count == marks.count, "\(marks) \(theme)")
      }
    }
  }

  /// A fan's band is told from the ground by its colour, or by a pattern.
  @Test(arguments: ColourDepth.allCases) func bandsStandOut(depth: ColourDepth) throws {
    for theme in [ThemeName.dark, .light, .contrast, .mono] {
      let state = try World.load().state(
        Place(.overview, panel: "fan", enlarged: true), columns: 80, rows: 24,
        settings: Settings(theme: theme, depth: depth))
      let drawing = draw(state)
      let fan = try #require(drawing.areas.first { $0.panel == "fan" && $0.item == nil })
      let ground = drawing.frame[fan.rect.column + 1, fan.rect.row + 1].style.background
      var inside = 0
      for row in fan.rect.row + 1..<fan.rect.endRow - 1 {
        for column in fan.rect.column + 1..<fan.rect.endColumn - 1 {
          let cell = drawing.frame[column, row]
          if cell.text == "░" || cell.style.background != ground { inside += 1 }
        }
      }
      #expect(inside > 40, "\(theme) \(depth)")
    }
  }

  @Test func whoBanksItIsNoStream() throws {
    let roles = try Self.roles(.opportunity, [], "bank")
    #expect(!roles.isEmpty)
    for role in roles.values {
      if case .series = role { Issue.record("\(roles)") }
    }
  }
}
