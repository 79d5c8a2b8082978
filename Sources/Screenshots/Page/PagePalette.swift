import Charts
import Frames

/// The colours of a page. The light one has the Analysis Function's palette on white; the others
/// are derived from it so that every mark has 3:1 against its ground and every letter 4.5:1.
struct PagePalette {
  private let ground, text, muted, grid, axis, reference, loss: UInt32
  private let series: [UInt32]
  /// Letters on the colours of the series.
  private let letters: [UInt32]

  static func named(_ look: Picture.Look) -> PagePalette {
    switch look {
    case .light: light
    case .dark: dark
    case .contrast: contrast
    case .mono: mono
    }
  }

  /// A colour, 0xRRGGBB, and how much of it: ranges let the grid through.
  func colour(_ ink: Scene.Ink) -> (colour: UInt32, opacity: Double) {
    switch ink {
    case .role(let role): colour(role)
    case .on(let role): (letter(role), 1)
    case .text: (text, 1)
    case .muted: (muted, 1)
    case .ground: (ground, 1)
    case .grid: (grid, 1)
    case .axis: (axis, 1)
    case .reference: (reference, 1)
    case .warning: (loss, 1)
    }
  }

  private func colour(_ role: Chart.Role) -> (colour: UInt32, opacity: Double) {
    switch role {
    case .series(let index), .beside(let index): (series[index % series.count], 1)
    case .range(let index): (series[index % series.count], 0.22)
    case .baseline, .muted: (muted, 1)
    case .total: (text, 1)
    case .loss: (loss, 1)
    }
  }

  private func letter(_ role: Chart.Role) -> UInt32 {
    switch role {
    case .series(let index), .beside(let index): letters[index % letters.count]
    case .range: text
    case .baseline, .muted: ground
    case .total: ground
    case .loss: ground == 0xFFFFFF ? 0xFFFFFF : 0x000000
    }
  }

  private static let light = PagePalette(
    ground: 0xFFFFFF, text: 0x0B0C0C, muted: 0x505A5F, grid: 0xD5D8DA, axis: 0x505A5F,
    reference: 0x505A5F, loss: 0xD4351C,
    series: [0x003C6E, 0x28A096, 0x8C505A, 0xF0640A, 0x3C280A, 0x7864C8, 0x876900, 0x697878],
    letters: [0xFFFFFF, 0x0B0C0C, 0xFFFFFF, 0x0B0C0C, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF])

  private static let dark = PagePalette(
    ground: 0x10161E, text: 0xE8EDF2, muted: 0xA3B0BD, grid: 0x2B3642, axis: 0xA3B0BD,
    reference: 0xA3B0BD, loss: 0xFF6B6B,
    series: [0xB2A7FF, 0x5AC8B2, 0x866570, 0xF4F47B, 0x4465D3, 0xDE7B44, 0xD2B487, 0xC3FFFF],
    letters: [
      0x000000, 0x000000, 0xFFFFFF, 0x000000, 0xFFFFFF, 0x000000, 0x000000, 0x000000,
    ])

  private static let contrast = PagePalette(
    ground: 0x000000, text: 0xFFFFFF, muted: 0xFFFFFF, grid: 0x555555, axis: 0xFFFFFF,
    reference: 0xFFFF00, loss: 0xFFFF00,
    series: [0x65FF70, 0x914FF4, 0xFF9CE9, 0xA7BDA7, 0x448686, 0xB2700D, 0xB49687, 0xE1F0E1],
    letters: [UInt32](repeating: 0x000000, count: 8))

  private static let mono = PagePalette(
    ground: 0xFFFFFF, text: 0x000000, muted: 0x4A4A4A, grid: 0xD0D0D0, axis: 0x000000,
    reference: 0x4A4A4A, loss: 0x8C8C8C,
    series: [0x1A1A1A, 0x8C8C8C, 0x555555, 0x707070, 0x000000, 0x3A3A3A, 0x636363, 0x7E7E7E],
    letters: [0xFFFFFF, 0x000000, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0x000000])
}
