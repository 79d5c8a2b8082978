import Frames

/// What a cell's style comes to on paper.
struct Paint: Hashable {
  /// 0xRRGGBB.
  var ink, ground: UInt32
  var bold, italic, underline: Bool

  /// The terminal's own colours become black on white.
  init(_ style: Style) {
    var ink = style.foreground?.rgb ?? 0x000000
    var ground = style.background?.rgb ?? 0xFFFFFF
    if style.attributes.contains(.reverse) { (ink, ground) = (ground, ink) }
    if style.attributes.contains(.dim) { ink = mixed(ink, into: ground, quarters: 2) }
    self.ink = ink
    self.ground = ground
    bold = style.attributes.contains(.bold)
    italic = style.attributes.contains(.italic)
    underline = style.attributes.contains(.underline)
  }
}

/// So many quarters of a colour in another.
func mixed(_ colour: UInt32, into ground: UInt32, quarters: Int) -> UInt32 {
  [16, 8, 0].reduce(0) { sum, shift in
    let (over, under) = (Int(colour >> shift & 0xFF), Int(ground >> shift & 0xFF))
    return sum | UInt32((over * quarters + under * (4 - quarters) + 2) / 4) << UInt32(shift)
  }
}

/// `#12436D`.
func hexColour(_ rgb: UInt32) -> String {
  let digits = String(rgb, radix: 16, uppercase: true)
  return "#" + String(repeating: "0", count: 6 - digits.count) + digits
}
