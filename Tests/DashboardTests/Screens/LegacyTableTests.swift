import Analytics
import Dashboard
import Figures
import Frames
import Testing

/// Legacy by department: one table, with how much of the whole it covers.
@Suite struct LegacyTableTests {
  static func rows(_ columns: Int, _ rows: Int) throws -> [String] {
    let state = try World.load().withoutDraws.state(
      Place(.legacy, panel: "red"), columns: columns, rows: rows)
    return state.outline.parts.first { $0.id == "red" }?.lines.map(\.text) ?? []
  }

  /// Department, systems, date, how many are funded, money given and needed.
  @Test(arguments: [
    ("Ministry of Defence", ["11", "2024-05", "2024", "7", "£11.7bn", "2019 estimate"]),
    ("Home Office", ["4", "2023-11", "2024", "£232m", "2021-22"]),
    ("Food", ["1+", "2023-12", "£366m", "£726m", "2021 to 2025"]),
    ("HM Revenue", ["no count", "£268m", "2021-22"]),
  ]) func aDepartmentIsARow(name: String, texts: [String]) throws {
    let row = try #require(try Self.rows(200, 60).first { $0.contains(name) })
    for text in texts { #expect(row.contains(text), "\(row)") }
  }

  /// It comes whole from 120 columns on, beside the shares and the queue.
  @Test(arguments: [(120, 36), (160, 48)]) func itIsWhole(columns: Int, rows: Int) throws {
    let state = try World.load().state(Place(.legacy), columns: columns, rows: rows)
    let drawing = draw(state)
    let items = Set(drawing.areas.filter { $0.panel == "red" }.compactMap(\.item))
    #expect(items.count == state.sight.entries.count { $0.panel == "red" })
    for id in ["shares", "queue"] {
      #expect(drawing.areas.contains { $0.panel == id && $0.item == nil && $0.rect.rows > 4 })
    }
  }

  /// A sum that has floors in it is a floor, and no share of the nation's count.
  @Test func itsCoverageIsSaid() throws {
    let world = try World.load().withoutDraws
    let state = try world.state(Place(.legacy), columns: 160, rows: 48)
    let note = state.drawnLines.joined(separator: " ").split { $0 == " " || $0 == "┃" }
      .joined(separator: " ")
    #expect(note.contains("At least 34 of about 80 red-rated systems (2025-01)"))
    #expect(state.drawnLines.contains { $0.contains("been released by department since 2024") })
    let sum = try #require(
      state.sight.entries.flatMap(\.figures).first { $0.id == "legacy.red_rated.counted" })
    #expect(sum.mark == .derived && sum.value?.qualifier == .atLeast && sum.value?.number == 34)
    #expect(sum.inputs.count == 9 && sum.inputs.allSatisfy { world.evidence.fact($0) != nil })
  }
}
