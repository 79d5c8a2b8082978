import Datasets
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Where the data folder is found, and what is said where it is not.
@Suite struct LocatingTests {
  /// A tree with a program in `app/bin`, and folders of data where asked.
  private func inTree<Value>(
    _ folders: [String], _ body: (String) throws -> Value
  ) throws -> Value {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("digigov-\(UUID().uuidString)").resolvingSymlinksInPath()
    defer { try? FileManager.default.removeItem(at: root) }
    for folder in folders + ["app/bin"] {
      let path = root.appendingPathComponent(folder)
      try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
      if folder.hasSuffix("data") {
        try Data("{}".utf8).write(to: path.appendingPathComponent("datapackage.json"))
      }
    }
    try Data().write(to: root.appendingPathComponent("app/bin/digigov"))
    return try body(root.path)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var folders: [String]
    var option: String?
    var variable: String?
    /// Below the root; nil for none found.
    var found: String?
  }

  static let cases: [Case] = [
    Case(
      testDescription: "option wins", folders: ["mine", "other", "app/share/digigov/data"],
      option: "mine", variable: "other", found: "mine"),
    Case(
      testDescription: "variable next", folders: ["other", "app/share/digigov/data"],
      variable: "other", found: "other"),
    Case(
      testDescription: "share before data", folders: ["app/share/digigov/data", "app/bin/data"],
      found: "app/share/digigov/data"),
    Case(
      testDescription: "nearest data", folders: ["app/data", "data"], found: "app/data"),
    Case(testDescription: "data above", folders: ["data"], found: "data"),
    Case(
      testDescription: "data without a description is passed by",
      folders: ["data", "app/data/inner"], found: "data"),
    Case(
      testDescription: "named folder that is not there", folders: ["data"], option: "gone"),
    Case(
      testDescription: "variable's folder that is not there", folders: ["data"],
      variable: "gone"),
    Case(
      testDescription: "file in place of a folder", folders: ["data"], option: "app/bin/digigov"),
  ]

  @Test(arguments: cases) func findsTheFolder(_ example: Case) throws {
    try inTree(example.folders) { root in
      let found = try? DataFolder.locate(
        option: example.option.map { root + "/" + $0 },
        environment: example.variable.map { ["DIGIGOV_DATA": root + "/" + $0] } ?? [:],
        programPath: root + "/app/bin/digigov")
      #expect(found?.path == example.found.map { root + "/" + $0 })
    }
  }

  @Test func placesTriedAreNamed() throws {
    try inTree([]) { root in
      let error = #expect(throws: DataError.self) {
        try DataFolder.locate(
          option: nil, environment: ["DIGIGOV_DATA": ""], programPath: root + "/app/bin/digigov")
      }
      let message = try #require(error?.description)
      #expect(
        message.contains(
          "tried \(root)/app/share/digigov/data, \(root)/app/bin/data, \(root)/app/data, "
            + "\(root)/data"))
      #expect(message.contains("--data DIR"))
    }
  }

  @Test func linkToTheProgramIsFollowed() throws {
    try inTree(["app/data", "links"]) { root in
      try FileManager.default.createSymbolicLink(
        atPath: root + "/links/digigov", withDestinationPath: root + "/app/bin/digigov")
      let found = try DataFolder.locate(
        option: nil, environment: [:], programPath: root + "/links/digigov")
      #expect(found.path == root + "/app/data")
    }
  }
}
