import Analytics
import Dashboard
import Frames
import Screenshots
import Testing

/// Colours that can stand in one chart are told apart by everyone.
@Suite struct ColourVisionTests {
  @Test func theDistanceIsThatOfTheStandard() {
    // Pairs 1, 7 and 25 of the published test data.
    for (one, other, expected) in [
      ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425), ((50, 0, 0), (50, -1, 2), 2.3669),
      ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ] as [(ColourVision.Lab, ColourVision.Lab, Double)] {
      #expect(abs(ColourVision.difference(one, other) - expected) < 1e-4)
    }
  }

  /// What stands for a stream and for a measure on the screen: bars of the streams with measures of
  /// the way from the headline among them stand in one chart, and so do scenarios compared.
  static func colours(_ theme: ThemeName, _ depth: ColourDepth) throws -> [String: Colour] {
    let world = try World.load()
    func frame(_ place: Place) throws -> Frame {
      var state = try world.state(
        place, columns: 120, rows: 36, settings: Settings(theme: theme, depth: depth))
      state.look { $0.enlarged = true }
      return draw(state).frame
    }
    let streams = try frame(Place(.department, path: ["DWP"], panel: "streams"))
    var found: [String: Colour] = [:]
    for name in ColourMeaningTests.names {
      let colour: Colour = try #require(ColourMeaningTests.colour(streams, name), "\(name)")
      found[name] = colour
    }
    let ranking = try frame(Place(.overview, panel: "ranking"))
    let measure: Colour = try #require(
      ColourMeaningTests.colour(ranking, "National Health Service"))
    found["measure"] = measure
    return found
  }

  static func shown(_ colour: Colour, _ depth: ColourDepth) -> UInt32 {
    depth == .indexed ? ContrastTests.Terminal.indexed.rgb(colour) : colour.rgb
  }

  @Test(
    arguments: [ThemeName.dark, .light, .contrast], [ColourDepth.trueColour, .indexed])
  func streamsAndMeasuresAreToldApart(theme: ThemeName, depth: ColourDepth) throws {
    let all = try Self.colours(theme, depth).sorted { $0.key < $1.key }
    #expect(all.count == Stream.allCases.count + 1)
    // Of the 256 colours none are further apart on white without black among them.
    let least = depth == .indexed && theme == .light ? 18.0 : 20
    for vision in ColourVision.allCases {
      for (place, one) in all.enumerated() {
        for other in all[..<place] {
          let distance = vision.distance(
            Self.shown(one.value, depth), Self.shown(other.value, depth))
          #expect(distance > least, "\(one.key) and \(other.key), \(vision)")
        }
      }
    }
  }

  /// What is made for a page has the screen's colours.
  @Test(arguments: [ThemeName.dark, .light, .contrast])
  func pagesHaveTheSameColours(theme: ThemeName) throws {
    let state = try World.load().state(
      Place(.department, path: ["DWP"]), columns: 120, rows: 36, settings: Settings(theme: theme))
    let svg = String(
      decoding: try PictureFormat.svg.written(state.picture(panel: "streams"), for: .page).bytes,
      as: UTF8.self
    ).uppercased()
    for (name, colour) in try Self.colours(theme, .trueColour) where name != "measure" {
      let digits = String(colour.rgb, radix: 16, uppercase: true)
      let hex = "#" + String(repeating: "0", count: 6 - digits.count) + digits
      #expect(svg.contains(hex), "\(name) \(hex)")
    }
  }

  /// The classes of the estate: lines of one chart, which differ in their dashes as well.
  @Test(arguments: [ThemeName.dark, .light, .contrast])
  func classesAreToldApart(theme: ThemeName) throws {
    let state = try World.load().state(
      Place(.legacy, panel: "paths", enlarged: true), columns: 160, rows: 48,
      settings: Settings(theme: theme))
    let frame = draw(state).frame
    var marks: [String: Colour] = [:]
    for (row, line) in frame.lines.enumerated() {
      guard let glyph = line.firstMatch(of: #/([━╍┅]) [A-Za-z][A-Za-z ]+ *[│┃]$/#)?.1.first else {
        continue
      }
      let column = try #require(frame.columns(of: glyph, in: row).last)
      marks[String(glyph)] = frame[column, row].style.foreground
    }
    #expect(marks.count == 3, "\(marks)")
    for vision in ColourVision.allCases {
      for (one, colour) in marks {
        for (other, second) in marks where other != one {
          #expect(vision.distance(colour.rgb, second.rgb) > 20, "\(one) and \(other), \(vision)")
        }
      }
    }
  }

  /// Losses and what is only contained are told from parts by what fills their bars, in colour, too.
  @Test(arguments: [ThemeName.dark, .light, .contrast])
  func kindsDifferInForm(theme: ThemeName) throws {
    let state = try World.load().state(
      Place(.department, path: ["DWP"], panel: "streams", enlarged: true), columns: 120, rows: 36,
      settings: Settings(theme: theme))
    let lines = draw(state).frame.lines
    let kinds = try ["Fraud", "of it cash", "Cost"].map { words -> Character in
      let line = try #require(lines.first { $0.contains(" " + words) })
      let bar = try #require(line.firstMatch(of: #/([█▒░])\1+/#), "\(line)")
      return try #require(bar.1.first)
    }
    #expect(Set(kinds).count == 3, "\(kinds)")
  }

  /// The expected line, the central one and the headline have marks of their own in every theme.
  @Test(arguments: [ThemeName.dark, .light, .contrast, .mono])
  func theCentralCaseAndTheHeadlineDifferInForm(theme: ThemeName) throws {
    let state = try World.load().state(
      Place(.lab, panel: "fan", enlarged: true), columns: 160, rows: 48,
      settings: Settings(theme: theme))
    let lines = draw(state).frame.lines
    let marks = try ["expected", "central", "headline"].map { words -> Character in
      let line = try #require(
        lines.compactMap { $0.firstMatch(of: #/([━╍┅╌┈┄·]) ([a-z]+) *[│┃]?$/#) }
          .first { $0.2 == words }, "\(words)")
      return try #require(line.1.first)
    }
    #expect(Set(marks).count == 3, "\(marks)")
  }
}

extension Frame {
  fileprivate func columns(of glyph: Character, in row: Int) -> [Int] {
    (0..<columns).filter { self[$0, row].text == String(glyph) }
  }
}
