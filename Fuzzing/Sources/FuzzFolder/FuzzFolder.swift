import Analytics
import Dashboard
import Datasets
import Figures
import Frames
import Fuzzing
import Store

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Bytes as edits to the cells of a small sound folder: a file, a row, a column, then the cell's
/// new text up to a zero. A folder that is still accepted is projected and drawn, screen by screen.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var input = unsafe Input(start, count)
  var edits = Edits.sound
  while !input.isEmpty { edits.apply(&input) }
  Workplace.shared.written(edits, read)
  return 0
}

private func read(_ folder: DataFolder) {
  let defects = folder.check()
  for text in defects.flatMap({ [$0.description, $0.message] }) {
    require(!isDangerous(text), "not neutral: \(text.debugDescription)")
  }
  do throws(DataError) {
    let (inputs, evidence) = try folder.load()
    require(defects.isEmpty, "loaded with defects: \(defects)")
    show(inputs, evidence)
  } catch {
    require(!defects.isEmpty, "refused without a defect: \(error)")
  }
}

/// Projects every scenario of the folder, then opens every screen.
private func show(_ inputs: ModelInputs, _ evidence: Evidence) {
  let model = Model(inputs)
  for preset in inputs.presets { requireFinite(model.central(Scenario(preset))) }
  guard let first = inputs.presets.first else { return }
  var state = State(
    inputs: inputs, evidence: evidence, scenario: Scenario(first), draws: 8
  ).settled(by: Answers(model, seed: inputs.seed))
  for screen in ScreenID.allCases {
    for (columns, rows) in [(80, 24), (160, 48)] {
      let path = screen == .department ? inputs.organisations.prefix(1).map(\.code) : []
      for action in [
        .resized(columns: columns, rows: rows), .went(Place(screen, path: path)),
      ] as [Action] { _ = state.update(action) }
      requireSound(draw(state).frame)
    }
  }
}

/// The tables of a folder, cell by cell.
private struct Edits {
  /// Each table's rows, by its file; the header is the first.
  private(set) var tables: [String: [[String]]]
  private(set) var changed: Set<String> = []

  static let sound: Edits = {
    let files = SampleFolder().files
    return Edits(
      tables: files.filter { $0.key.hasSuffix(".csv") }.mapValues {
        String(decoding: $0, as: UTF8.self).split(separator: "\n").map(cells)
      })
  }()

  private static let names = sound.tables.keys.sorted()

  mutating func apply(_ input: inout Input) {
    let name = input.choice(of: Self.names)
    var rows = tables[name] ?? []
    let row = input.number(below: rows.count + 1)
    // A row past the end is the last one again.
    if row == rows.count { rows.append(rows[row - 1]) }
    let column = input.number(below: rows[row].count)
    let text = String(decoding: input.part(endedBy: 0), as: UTF8.self)
    rows[row][column] = text
    tables[name] = rows
    changed.insert(name)
  }

  func bytes(of name: String) -> [UInt8] {
    let lines = (tables[name] ?? []).map { row in
      row.map {
        "\""
          + $0.split(separator: "\"", omittingEmptySubsequences: false)
          .joined(separator: "\"\"") + "\""
      }.joined(separator: ",")
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// Cells of a line of the sound folder, whose only quotes stand around whole cells.
  private static func cells(_ line: Substring) -> [String] {
    line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .reduce(into: [""]) { cells, part in
        if part.offset % 2 == 1 {
          cells[cells.count - 1] += part.element
        } else {
          let plain = part.element.split(separator: ",", omittingEmptySubsequences: false)
          cells[cells.count - 1] += plain[0]
          cells += plain.dropFirst().map(String.init)
        }
      }
  }
}

/// A folder that keeps the sound tables; each input writes those that it changes, and puts them
/// back.
private struct Workplace {
  private let path: String

  static let shared = Workplace()

  private init() {
    path = ".build-fuzz/results/FuzzFolder/folder"
    write {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    for (name, bytes) in SampleFolder().files { write(bytes, to: name) }
  }

  /// The folder with the edits, for as long as `body` runs.
  func written(_ edits: Edits, _ body: (DataFolder) -> Void) {
    for name in edits.changed { write(edits.bytes(of: name), to: name) }
    body(DataFolder(path: path))
    for name in edits.changed { write(Edits.sound.bytes(of: name), to: name) }
  }

  private func write(_ bytes: [UInt8], to name: String) {
    write { try Data(bytes).write(to: URL(filePath: path + "/" + name)) }
  }

  private func write(_ body: () throws -> Void) {
    do { try body() } catch { fatalError("The fuzzer cannot write its folder: \(error)") }
  }
}
