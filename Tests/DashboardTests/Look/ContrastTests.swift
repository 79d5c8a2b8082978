import Dashboard
import Frames
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Every pair of colours that any screen or layer shows, against WCAG 2.2: letters and digits 4.5
/// to 1 (1.4.3), lines, bars, dots and boxes 3 to 1 (1.4.11).
@Suite struct ContrastTests {
  /// What a terminal makes of colours.
  enum Terminal: String, CaseIterable, Sendable {
    case trueColour, indexed, xterm16, console16

    var depth: ColourDepth {
      switch self {
      case .trueColour: .trueColour
      case .indexed: .indexed
      case .xterm16, .console16: .basic
      }
    }

    func rgb(_ colour: Colour) -> UInt32 {
      switch self {
      case .trueColour: colour.rgb
      case .indexed: Self.cube(colour.indexed)
      case .xterm16: Self.xterm[Int(colour.basic)]
      case .console16: Self.console[Int(colour.basic)]
      }
    }

    /// The defaults of xterm (XTerm-col.ad of its sources).
    private static let xterm: [UInt32] = [
      0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
      0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ]

    /// The defaults of the Linux console (default_red and its like in the kernel's vt.c).
    private static let console: [UInt32] = [
      0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA,
      0x555555, 0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
    ]

    /// xterm's 256: six steps a part, then 24 greys. The first 16 belong to the user, so no theme
    /// may use them.
    private static func cube(_ index: UInt8) -> UInt32 {
      if index >= 232 {
        let grey = UInt32(index - 232) * 10 + 8
        return grey << 16 | grey << 8 | grey
      }
      guard index >= 16 else { return 0 }
      let steps: [UInt32] = [0, 95, 135, 175, 215, 255]
      let place = Int(index - 16)
      return steps[place / 36] << 16 | steps[place / 6 % 6] << 8 | steps[place % 6]
    }
  }

  /// Relative luminance.
  static func luminance(_ rgb: UInt32) -> Double {
    func linear(_ part: UInt32) -> Double {
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255)
      + 0.0722 * linear(rgb & 255)
  }

  static func ratio(_ one: UInt32, _ other: UInt32) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test func theRatioIsThatOfTheStandard() {
    // Published values: black on white, and the grey that just passes for text.
    #expect(abs(Self.ratio(0x000000, 0xFFFFFF) - 21) < 1e-9)
    #expect(abs(Self.ratio(0x767676, 0xFFFFFF) - 4.54) < 0.005)
    #expect(abs(Self.ratio(0x12436D, 0xFFFFFF) - 10.25) < 0.005)
  }

  /// A pair of colours with what is drawn in them.
  struct Pair: Hashable {
    var front, behind: Colour
    var isText: Bool
    /// A block that fills part of a cell with the colour that fills its neighbours.
    var isRim: Bool
  }

  static let keys: [[KeyPress]] = [
    [], [.of("?")], [.of("s")], [.of("p")], [.of("x")], [.of("b")], [.of(":"), .of("h")],
    [.of("8"), KeyPress(.enter), .of("9"), .of("9"), KeyPress(.enter)],
    [.of("7"), .of("/"), .of("o")], [.of("2"), .of("t")],
    [.of("8"), KeyPress(.right), KeyPress(.right)],
  ]

  static let themes: [ThemeName] = [.dark, .light, .contrast]

  /// All frames that are looked at: every screen, places drilled into, and every layer.
  static func frames(_ theme: ThemeName, _ depth: ColourDepth) throws -> [Frame] {
    let world = try World.load()
    let settings = Settings(theme: theme, depth: depth)
    var start = try world.state(settings: settings)
    var frames: [Frame] = []
    func show(_ place: Place) {
      start.look { $0 = place }
      for (columns, rows) in [(80, 24), (160, 48)] {
        _ = start.update(.resized(columns: columns, rows: rows))
        frames.append(draw(start).frame)
      }
    }
    for place in ScreenPropertyTests.places { show(place) }
    show(Place(.opportunity, path: ["automation"]))
    show(Place(.opportunity, path: ["automation", "Central"]))
    show(Place(.contractors, path: ["HO"], panel: "bodies"))
    for keys in Self.keys {
      start.look { $0 = Place(.overview) }
      var state = start
      _ = state.update(.resized(columns: 120, rows: 36))
      world.send(keys, to: &state)
      frames.append(draw(state).frame)
    }
    return frames
  }

  static func pairs(_ frames: [Frame]) -> Set<Pair> {
    var pairs: Set<Pair> = []
    func isBraille(_ cell: Cell) -> Bool {
      (0x2800...0x28FF).contains(cell.text.unicodeScalars.first?.value ?? 0)
    }
    // What fills the space between a chart's edges stands behind braille; tiles never do.
    let fills = Set(
      frames.flatMap { frame in
        let ground = frame[0, 0].style.background
        return frame.cells.filter {
          isBraille($0) && $0.style.background != ground && !$0.style.attributes.contains(.reverse)
        }.compactMap(\.style.background)
      })
    for frame in frames {
      for cell in frame.cells {
        guard let scalar = cell.text.unicodeScalars.first, cell.text != " ",
          var front = cell.style.foreground, var behind = cell.style.background
        else { continue }
        if cell.style.attributes.contains(.reverse) { swap(&front, &behind) }
        let isGraphic =
          (0x2500...0x259F).contains(scalar.value)
          || (0x2800...0x28FF).contains(scalar.value)
        let isBlock = (0x2580...0x259F).contains(scalar.value)
        pairs.insert(
          Pair(
            front: front, behind: behind, isText: !isGraphic,
            isRim: isBlock && (fills.contains(front) || fills.contains(behind))))
      }
    }
    return pairs
  }

  @Test(arguments: themes, Terminal.allCases)
  func everyPairStandsOut(theme: ThemeName, terminal: Terminal) throws {
    let pairs = Self.pairs(try Self.frames(theme, terminal.depth))
    #expect(pairs.count > 12)
    for pair in pairs where !pair.isRim {
      let (front, behind) = (terminal.rgb(pair.front), terminal.rgb(pair.behind))
      let found = Self.ratio(front, behind)
      #expect(
        found >= (pair.isText ? 4.5 : 3),
        """
        \(pair.isText ? "text" : "graphics") \(String(front, radix: 16)) on \
        \(String(behind, radix: 16)): \(found); theme's \
        \(String(pair.front.rgb, radix: 16)) on \(String(pair.behind.rgb, radix: 16))
        """)
    }
  }

  @Test(arguments: themes) func aFilledBandHasAnEdgeThatStandsOut(theme: ThemeName) throws {
    let state = try World.load().state(
      Place(.overview, panel: "fan", enlarged: true), columns: 120, rows: 36,
      settings: Settings(theme: theme))
    let frame = draw(state).frame
    let ground = frame[0, 0].style.background
    func isFilled(_ column: Int, _ row: Int) -> Bool {
      let cell = frame[column, row]
      return cell.style.background != ground && !cell.style.attributes.contains(.reverse)
    }
    var edges = 0
    for column in 20..<90 {
      guard let top = (3..<30).first(where: { isFilled(column, $0) }) else { continue }
      // The dots of the edge are at most two columns apart, and in the cell above or in this one.
      let near = (column - 2...column + 2).contains { other in
        (top - 2...top + 2).contains { row in
          let cell = frame[other, row]
          guard (0x2801...0x28FF).contains(cell.text.unicodeScalars.first?.value ?? 0),
            let front = cell.style.foreground, let behind = cell.style.background
          else { return false }
          return Self.ratio(front.rgb, behind.rgb) >= 3
        }
      }
      #expect(near, "column \(column)")
      edges += 1
    }
    #expect(edges > 30)
  }

  @Test(arguments: themes) func indexedColoursAreNoneThatUsersRedefine(theme: ThemeName) throws {
    for pair in Self.pairs(try Self.frames(theme, .indexed)) {
      #expect(pair.front.indexed >= 16 && pair.behind.indexed >= 16)
    }
  }
}
