import CTerminal
import Frames

/// The numbers by which curses knows pairs of colours, handed out as they are first used.
struct ColourPairs {
  private struct Pair: Hashable {
    var foreground, background: Int32
  }

  private let depth: ColourDepth
  private let colours: Int
  private let limit: Int
  private var numbers: [Pair: Int32] = [:]
  /// Some of `numbers` by a place that is quicker to find: every cell asks.
  private var near = [(pair: Pair, number: Int32)](
    repeating: (Pair(foreground: -1, background: -1), 0), count: 256)

  /// - Parameters:
  ///   - colours: how many colours curses has.
  ///   - limit: the highest pair number.
  init(depth: ColourDepth, colours: Int, limit: Int) {
    self.depth = depth
    self.colours = colours
    self.limit = limit
  }

  /// Whether so few numbers are left that a new frame might not get all it needs.
  var isNearlyFull: Bool { numbers.count > limit / 2 }

  mutating func forget() {
    numbers.removeAll(keepingCapacity: true)
    for place in near.indices { near[place].number = 0 }
  }

  /// The pair of a style, and the attributes that stand in where the colours are too few.
  @MainActor mutating func number(for style: Style) -> (pair: Int32, bold: Bool) {
    guard depth > .none, style.foreground != nil || style.background != nil else {
      return (0, false)
    }
    // With eight colours the bright half is the dark half in bold; grounds lose their brightness.
    let bright = colours < 16 && (style.foreground?.basic ?? 0) >= 8
    let pair = Pair(
      foreground: style.foreground.map(number) ?? -1, background: style.background.map(number) ?? -1
    )
    let place = Int(UInt8(truncatingIfNeeded: pair.foreground &* 31 &+ pair.background))
    if near[place].number > 0, near[place].pair == pair { return (near[place].number, bright) }
    let number = number(of: pair)
    near[place] = (pair, number)
    return (number, bright)
  }

  /// 0, the terminal's own colours, where there are no numbers left.
  @MainActor private mutating func number(of pair: Pair) -> Int32 {
    if let known = numbers[pair] { return known }
    guard numbers.count < limit else { return 0 }
    let new = Int32(numbers.count + 1)
    numbers[pair] = new
    cc_define_pair(new, pair.foreground, pair.background)
    return new
  }

  private func number(of colour: Colour) -> Int32 {
    switch depth {
    case .trueColour:
      max(Int32(colour.rgb), cc_first_direct_colour())
    case .indexed: Int32(colour.indexed)
    default: Int32(colour.basic) % Int32(max(min(colours, 16), 1))
    }
  }
}
