import Analytics
import ArgumentParser
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

  /// Cards name rows of their own; each that is not there is said with the nearest that is.
  @Test(arguments: [
    (
      "{\"body\": \"HARBOUR\", \"promised\": \"pot.totl\"}",
      "datapackage.json column services: \"HARBOUR promised: pot.totl\": names no row; expected the "
        + "id of a row of timeline.csv or facts.csv; pot.total is near to it"
    ),
    ("{\"body\": \"HARBOR\"}", "\"HARBOR body: HARBOR\": names no row"),
    ("{\"body\": \"MINT\", \"measure\": \"Users\"}", "\"MINT measure: Users\": names no row"),
    ("{\"cost\": \"old.now\"}", "datapackage.json column services: entry 1 has no body"),
    ("{\"body\": 1}", "entry 1 is no object of texts"),
    ("\"MINT\"", "entry 1 is no object of texts"),
    (
      "{\"body\": \"MINT\", \"mesure\": \"Users\"}",
      "entry 1 has the member mesure, perhaps measure"
    ),
    ("{\"body\": \"MINT\"}, {\"body\": \"MINT\"}", "entry 2 names MINT again"),
  ])
  func faultsOfCardsAreNamed(card: String, said: String) throws {
    try changed("  \"resources\": [", "  \"services\": [\(card)],\n  \"resources\": [") { folder in
      let defects = folder.read().defects.map(\.description)
      #expect(defects.contains { $0.contains(said) }, "\(defects)")
    }
  }

  @Test func aFolderChoosesTheServicesThatHaveACard() throws {
    let card = "{\"body\": \"HARBOUR\", \"promised\": \"pot.online\", \"now\": \"paper.only\"}"
    try changed("  \"resources\": [", "  \"services\": [\(card)],\n  \"resources\": [") { folder in
      #expect(folder.read().defects == [])
      try Nation.open {
        let lines = try lines(Place(.services), folder).split(separator: "\n")
        for stage in ["promised", "now", "next"] {
          #expect(lines.contains { $0.contains("Harbour Lights") && $0.contains(stage) })
        }
      }
    }
  }

  /// The captions of the built-in tour are of the data that came with the program.
  @Test func theBuiltInTourIsRefusedWhereItsCaptionsAreNotTrue() throws {
    try Nation.open {
      let store = try Nation.state(Place(.overview))
      #expect(throws: CommandFailure.self) {
        try TourCommand.parse([]).tape(for: store.state)
      }
      do {
        _ = try TourCommand.parse([]).tape(for: store.state)
      } catch let failure as CommandFailure {
        #expect(failure.code == 2 && failure.message.contains("HO, which these data have not"))
      }
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
        #expect(!draw(overview).frame.lines.joined().contains("┄ headline"))
      }
    }
  }

  /// The model starts from what is published of one organisation, in every command.
  @Test func anOwnLegacyShareIsWhereTheModelStarts() throws {
    let role = "\"headline\": \"pot.total\","
    try changed(role, role + " \"own_legacy_share\": \"old.own\",") { folder in
      let path = folder.path + "/facts.csv"
      var text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
      text +=
        "old.own.MINT,legacy,Legacy share of systems,MINT,2031,52,%,,,reported,survey,audit-2031,"
        + "chapter 3,2031-02-11,B,,\n"
      try Data(text.utf8).write(to: URL(filePath: path))
      #expect(folder.read().defects == [])
      func start(_ code: String, _ data: String) throws -> String {
        try Explain.parse(["\(code).legacy_share@2031-32", "--data", data]).output()
      }
      try Nation.open {
        #expect(try start("MINT", folder.path).contains("52%"))
        #expect(try start("MINT", folder.path).contains("old.own.MINT"))
        #expect(try start("PORTS", folder.path) == start("PORTS", Nation.folder))
        let own = try folder.modelInputs()
        let scenario = Scenario(try #require(own.presets.first { $0.id == "steady" }))
        let model = Model(own).central(scenario)
        let mint = try #require(model.organisations.first { $0.code == "MINT" })
        #expect(mint.legacyShare.first == 0.52)
        let plain = Model(try DataFolder(path: Nation.folder).modelInputs()).central(scenario)
        for (one, other) in zip(model.organisations, plain.organisations) where one.code != "MINT" {
          #expect(one.legacyShare == other.legacyShare && one.npsv == other.npsv)
        }
        #expect(model.national.net != plain.national.net)
      }
      try Data(text.replacing("MINT,2031,52,%", with: "MINT,2031,130,%").utf8)
        .write(to: URL(filePath: path))
      #expect(
        folder.read().defects.contains {
          $0.description.contains("expected a number above 0 and below 100")
        })
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
