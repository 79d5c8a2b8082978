import Analytics
import Frames

/// The styles of everything that is drawn. Light follows the Analysis Function palette; dark is
/// derived from it so that every mark has at least 3:1 against its ground and text 4.5:1.
struct Theme: Sendable {
  var ground, text, strong, muted, accent: Style
  var border, focusBorder, title, focusTitle: Style
  var tab, currentTab: Style
  /// Colours that mean something: the first is that of a measure, then each stream and each class of
  /// the estate of systems has its own (``Stream/colour``, ``LegacyClass/colour``). Those that can
  /// stand in one chart, the measure with the streams and the measure with the classes, are told
  /// apart with every kind of colour blindness (CIEDE2000 above 20; with 256 colours on white 18, the
  /// most there is without a black measure). What has one of them is also told apart by its label,
  /// and by its dashes where it is a line.
  var series: [Style]
  /// Filled tiles in the colours of the series, with letters that stand out on each (4.5:1).
  var tiles: [Style]
  /// The reference line and what is out of reach.
  var reference: Style
  /// Ground of a fan's inner band.
  var band: Style
  /// The series' colours as lines over a band, where some need to be darker.
  private var lines: [Style]
  /// The unfilled part of a bar.
  var track: Style
  /// Something that needs attention.
  var warning: Style

  func series(_ index: Int) -> Style { series[index % series.count] }
  func tile(_ index: Int) -> Style { tiles[index % tiles.count] }
  /// What is no stream, no class, no part: a benefit, a count, a share.
  var measure: Style { series(0) }

  /// The style of a line that crosses a band.
  func overBand(_ style: Style) -> Style { series.firstIndex(of: style).map { lines[$0] } ?? style }

  func style(_ tone: Tone) -> Style {
    switch tone {
    case .plain: text
    case .strong: strong
    case .muted: muted
    case .accent: accent
    case .warning: warning
    }
  }

  /// The style of a bar: a colour for a part, none for what is no part.
  func style(of bar: BarRow) -> Style {
    switch bar.kind {
    case .part: series(bar.series)
    case .total: strong
    case .aside: muted
    case .loss: reference
    }
  }

  static func named(_ name: ThemeName) -> Theme {
    switch name {
    case .dark: dark
    case .light: light
    case .contrast: contrast
    case .mono: mono
    }
  }

  private init(_ p: Palette) {
    func on(_ colour: Colour?, _ attributes: Attributes = []) -> Style {
      Style(colour, on: p.ground, attributes)
    }
    ground = on(p.text)
    text = on(p.text)
    strong = on(p.text, .bold)
    muted = on(p.muted)
    accent = on(p.accent, .bold)
    border = on(p.border)
    focusBorder = on(p.accent, .bold)
    title = on(p.text, .bold)
    focusTitle = on(p.accent, .bold)
    tab = on(p.muted)
    currentTab = on(p.accent, [.bold, .reverse])
    series = p.series.map { on($0) }
    lines = (p.lines ?? p.series).map { on($0) }
    tiles = zip(p.tiles ?? p.series, p.letters).map { Style($1, on: $0) }
    reference = on(p.reference)
    band = Style(p.text, on: p.band ?? p.ground)
    track = on(p.border)
    warning = on(p.warning, .bold)
  }

  private struct Palette {
    var ground, text, muted, accent, border: Colour?
    var series: [Colour?]
    /// The colours of letters on the series' colours.
    var letters: [Colour?]
    /// The grounds of tiles where they differ from the series' colours.
    var tiles: [Colour?]?
    /// The colours of lines over a band where they differ from the series'.
    var lines: [Colour?]?
    var reference, band, warning: Colour?
  }

  /// Black, but white where there are sixteen colours: on their blue black is too dark.
  private static let inkOrWhite = Colour(0x000000, indexed: 16, basic: 15)
  /// White, but black where there are sixteen colours: theirs are brighter.
  private static let whiteOrInk = Colour(0xFFFFFF, indexed: 231, basic: 0)
  private static let ink = Colour(0x000000, indexed: 16, basic: 0)
  private static let paper = Colour(0xFFFFFF, indexed: 231, basic: 15)

  private static let dark = Theme(
    Palette(
      ground: Colour(0x10161E, indexed: 233, basic: 0),
      text: Colour(0xE8EDF2, indexed: 255, basic: 15),
      muted: Colour(0xA3B0BD, indexed: 248, basic: 7),
      accent: Colour(0xFFD166, indexed: 221, basic: 11),
      border: Colour(0x5D6B7A, indexed: 242, basic: 7),
      series: [
        Colour(0xB2A7FF, indexed: 111, basic: 12), Colour(0x5AC8B2, indexed: 145, basic: 14),
        Colour(0x866570, indexed: 95, basic: 13), Colour(0xF4F47B, indexed: 193, basic: 11),
        Colour(0x4465D3, indexed: 62, basic: 7), Colour(0xDE7B44, indexed: 202, basic: 10),
        Colour(0xD2B487, indexed: 180, basic: 3), Colour(0xC3FFFF, indexed: 255, basic: 15),
      ],
      letters: [inkOrWhite, ink, whiteOrInk, ink, whiteOrInk, ink, inkOrWhite, ink],
      lines: [
        Colour(0xB2A7FF, indexed: 111, basic: 12), Colour(0x5AC8B2, indexed: 145, basic: 14),
        Colour(0xB08A98, indexed: 138, basic: 13), Colour(0xF4F47B, indexed: 193, basic: 11),
        Colour(0x8FA0F5, indexed: 105, basic: 7), Colour(0xDE7B44, indexed: 202, basic: 10),
        Colour(0xD2B487, indexed: 180, basic: 3), Colour(0xC3FFFF, indexed: 255, basic: 15),
      ],
      reference: Colour(0xFF6B6B, indexed: 203, basic: 9),
      band: Colour(0x1E3A57, indexed: 17, basic: 4),
      warning: Colour(0xFF6B6B, indexed: 203, basic: 9)))

  private static let light = Theme(
    Palette(
      ground: Colour(0xFFFFFF, indexed: 231, basic: 15),
      text: Colour(0x0B0C0C, indexed: 16, basic: 0),
      muted: Colour(0x505A5F, indexed: 240, basic: 0),
      accent: Colour(0x12436D, indexed: 24, basic: 4),
      border: Colour(0x858B8F, indexed: 245, basic: 8),
      series: [
        Colour(0x003C6E, indexed: 54, basic: 4), Colour(0x28A096, indexed: 66, basic: 8),
        Colour(0x8C505A, indexed: 88, basic: 5), Colour(0xF0640A, indexed: 166, basic: 1),
        Colour(0x3C280A, indexed: 238, basic: 0), Colour(0x7864C8, indexed: 98, basic: 4),
        Colour(0x876900, indexed: 241, basic: 8), Colour(0x697878, indexed: 22, basic: 0),
      ],
      letters: [paper, ink, paper, inkOrWhite, paper, paper, paper, paper],
      // With sixteen colours no letter stands out on grey everywhere; on cyan black does.
      tiles: [
        Colour(0x003C6E, indexed: 54, basic: 4), Colour(0x28A096, indexed: 66, basic: 6),
        Colour(0x8C505A, indexed: 88, basic: 5), Colour(0xF0640A, indexed: 166, basic: 1),
        Colour(0x3C280A, indexed: 238, basic: 0), Colour(0x7864C8, indexed: 98, basic: 4),
        Colour(0x876900, indexed: 241, basic: 5), Colour(0x697878, indexed: 22, basic: 0),
      ],
      lines: [
        Colour(0x003C6E, indexed: 54, basic: 4), Colour(0x14746B, indexed: 23, basic: 8),
        Colour(0x8C505A, indexed: 88, basic: 5), Colour(0xA8440F, indexed: 130, basic: 1),
        Colour(0x3C280A, indexed: 238, basic: 0), Colour(0x7864C8, indexed: 61, basic: 4),
        Colour(0x876900, indexed: 241, basic: 8), Colour(0x5A6868, indexed: 22, basic: 0),
      ],
      reference: Colour(0xD4351C, indexed: 160, basic: 1),
      band: Colour(0xCFE0F1, indexed: 153, basic: 7),
      warning: Colour(0xB3280F, indexed: 124, basic: 1)))

  private static let contrast = Theme(
    Palette(
      ground: Colour(0x000000, indexed: 16, basic: 0),
      text: Colour(0xFFFFFF, indexed: 231, basic: 15),
      muted: Colour(0xFFFFFF, indexed: 231, basic: 15),
      accent: Colour(0xFFFF00, indexed: 226, basic: 11),
      border: Colour(0xFFFFFF, indexed: 231, basic: 15),
      series: [
        Colour(0x65FF70, indexed: 120, basic: 14), Colour(0x914FF4, indexed: 128, basic: 12),
        Colour(0xFF9CE9, indexed: 213, basic: 13), Colour(0xA7BDA7, indexed: 252, basic: 10),
        Colour(0x448686, indexed: 66, basic: 15), Colour(0xB2700D, indexed: 166, basic: 9),
        Colour(0xB49687, indexed: 137, basic: 3), Colour(0xE1F0E1, indexed: 231, basic: 14),
      ],
      letters: [
        ink, Colour(0x000000, indexed: 231, basic: 15), ink, ink, ink, ink, inkOrWhite, ink,
      ],
      lines: [
        Colour(0x65FF70, indexed: 120, basic: 14), Colour(0xB088FF, indexed: 141, basic: 12),
        Colour(0xFF9CE9, indexed: 213, basic: 13), Colour(0xA7BDA7, indexed: 252, basic: 10),
        Colour(0x62A8A8, indexed: 73, basic: 15), Colour(0xD08A20, indexed: 172, basic: 9),
        Colour(0xB49687, indexed: 137, basic: 3), Colour(0xE1F0E1, indexed: 231, basic: 14),
      ],
      reference: Colour(0xFFFF00, indexed: 226, basic: 11),
      band: Colour(0x003A66, indexed: 18, basic: 4),
      warning: Colour(0xFFFF00, indexed: 226, basic: 11)))

  private static let mono = Theme(
    Palette(
      ground: nil, text: nil, muted: nil, accent: nil, border: nil, series: [nil],
      letters: [nil],
      reference: nil, band: nil, warning: nil))
}

extension Stream {
  /// Its colour among the theme's series: the same on every screen, and no measure's.
  var colour: Int { self == .automation ? 5 : Self.allCases.firstIndex(of: self) ?? 0 }
}

extension LegacyClass {
  /// Its colour among the theme's series: no stream's.
  var colour: Int {
    switch self {
    case .central: 0
    case .nhs: 6
    case .police: 7
    }
  }
}
