import Dashboard
import Datasets
import Figures
import Frames
import Store
import Testing

@testable import Commands

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What is said of roles: by `data check`, and by the panels that look for them.
@Suite struct RoleTests {
  /// The nation's folder with one text of its description, or of another file, replaced.
  private func changed<Value>(
    _ old: String, _ new: String, in file: String = "datapackage.json",
    _ body: (DataFolder) throws -> Value
  ) throws -> Value {
    try inFolder { place in
      try FileManager.default.copyItem(atPath: Nation.folder, toPath: place + "/data")
      let path = "\(place)/data/\(file)"
      let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
      #expect(text.contains(old))
      try Data(text.replacing(old, with: new).utf8).write(to: URL(filePath: path))
      return try body(DataFolder(path: place + "/data"))
    }
  }

  @Test(arguments: [
    (
      "pot.total", "pot.totl",
      "datapackage.json column roles: \"headline: pot.totl\": names no row; expected the id of a row "
        + "of facts.csv, or no such role; pot.total is near to it"
    ),
    ("\"whole\": \"VESSEN\"", "\"whole\": \"NOWHERE\"", "\"whole: NOWHERE\": names no row"),
    (
      "\"headline\"", "\"hedline\"",
      "\"hedline: pot.total\": unknown role; expected one of currency"
    ),
    ("\"₭\"", "\"K 1\"", "\"currency: K 1\": expected one to four letters or signs, such as kr"),
    ("\"KLD\"", "\"₭\"", "\"currency_ascii: ₭\": expected one to five letters of ASCII"),
  ])
  func faultsAreNamed(old: String, new: String, said: String) throws {
    try changed(old, new) { folder in
      let defects = folder.read().defects.map(\.description)
      #expect(defects.contains { $0.contains(said) }, "\(defects)")
    }
  }

  /// The line of the charts and the number of the tiles are one.
  @Test func anotherHeadlineThanTheModelsIsNamed() throws {
    try changed("headline_potential,2.4", "headline_potential,45", in: "fixed_parameters.csv") {
      let defects = $0.read().defects.map(\.description)
      #expect(
        defects.contains {
          $0.hasPrefix("fixed_parameters.csv row 16 column value") && $0.contains("fact pot.total")
            && $0.contains("expected 2.4 as there")
        }, "\(defects)")
    }
  }

  @Test func aRoleWithoutARowKeepsNothingFromOpening() throws {
    try changed("\"old.red\"", "\"old.rad\"") { folder in
      #expect(folder.read().defects.count == 1)
      try Nation.open {
        let text = try lines(Place(.legacy), folder)
        #expect(text.contains("the row old.rad of facts.csv, which the role red_rated in"))
      }
    }
  }

  @Test func aPanelWithoutItsRoleSaysWhichItLooksFor() throws {
    try changed("    \"headline\": \"pot.total\",\n", "") { folder in
      #expect(folder.read().defects == [])
      try Nation.open {
        let text = try lines(Place(.opportunity), folder)
        #expect(text.contains("the role headline in datapackage.json names; it names none"))
        let overview = try Nation.state(Place(.overview), of: folder).state
        // No line for a number that nobody published.
        #expect(!overview.picture(panel: "fan").altText.contains("headline"))
        #expect(!draw(overview).frame.lines.joined().contains("headline"))
      }
    }
  }

  /// The words of all lines, as if no line had been broken.
  private func lines(_ place: Place, _ folder: DataFolder) throws -> String {
    let state = try Nation.state(place, columns: 160, rows: 60, of: folder).state
    return state.panelNames.map { name in
      state.picture(panel: name).frame.lines.map {
        $0.split(whereSeparator: { " │┃".contains($0) }).joined(separator: " ")
      }.joined(separator: " ")
    }.joined(separator: "\n")
  }
}
