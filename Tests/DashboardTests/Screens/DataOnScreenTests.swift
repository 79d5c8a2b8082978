import Dashboard
import Figures
import Foundation
import Frames
import TestSupport
import Testing

/// What the screens say of a published figure is what its row in data/ says, read here once more
/// from the file.
@Suite struct DataOnScreenTests {
  /// The rows of a table of the data folder by the value of one of its columns.
  private func rows(of file: String, by key: String) throws -> [String: [String: String]] {
    let text = try String(contentsOfFile: "data/\(file)", encoding: .utf8)
    let lines = parse(text)
    let header = try #require(lines.first)
    let place = try #require(header.firstIndex(of: key))
    return Dictionary(
      lines.dropFirst().map { ($0[place], Dictionary(uniqueKeysWithValues: zip(header, $0))) },
      uniquingKeysWith: { first, _ in first })
  }

  /// A plain reader of CSV, apart from the program's.
  private func parse(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var quoted = false
    var characters = Array(text.unicodeScalars)[...]
    while let next = characters.popFirst() {
      switch (next, quoted) {
      case ("\"", true) where characters.first == "\"":
        cell.unicodeScalars.append("\"")
        characters.removeFirst()
      case ("\"", _): quoted.toggle()
      case (",", false):
        row.append(cell)
        cell = ""
      case ("\n", false):
        rows.append(row + [cell])
        (row, cell) = ([], "")
      case ("\r", false): continue
      default: cell.unicodeScalars.append(next)
      }
    }
    return rows
  }

  @Test(arguments: [ScreenID.services, .evidence, .legacy])
  func factsShownAreThoseOfTheTable(_ screen: ScreenID) throws {
    let world = try World.load()
    let table = try rows(of: "facts.csv", by: "id")
    var seen = 0
    for panel in try world.state(Place(screen)).panelNames {
      let state = try world.state(
        Place(screen, panel: panel, enlarged: true), columns: 160, rows: 60)
      for figure in state.sight.entries.flatMap(\.figures) {
        guard let row = table[figure.id] else { continue }
        seen += 1
        #expect(figure.mark.rawValue == row["mark"], "\(figure.id)")
        guard let text = row["value"], let value = Double(text) else { continue }
        #expect(
          numbers(in: figure.text).contains { abs($0 - value) <= 0.005 * max(abs(value), 1) },
          "\(figure.id): \(figure.text) for \(text)")
      }
    }
    #expect(seen > 40)
  }

  /// Every number that a text holds.
  private func numbers(in text: String) -> [Double] {
    text.replacing(",", with: "").replacing(Numbers.minus, with: "-")
      .split { !"0123456789.-".contains($0) }
      .compactMap { Double($0) }.flatMap { [$0, $0 * 1000] }
  }
}
