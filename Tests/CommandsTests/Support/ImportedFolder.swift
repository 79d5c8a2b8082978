import ArgumentParser
import Datasets

@testable import Commands

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A copy of the repository's data in a folder of its own, with returns to import into it.
struct ImportedFolder {
  static let shipped =
    #filePath.split(separator: "/").dropLast(4).reduce(into: "") { $0 += "/" + $1 } + "/data"

  private static let heading =
    "Organisation name,Parent department,Payroll staff Total FTE,Payroll staff costs Total paybill\n"

  /// The folder that holds all of it.
  let place: String
  var path: String { place + "/data" }
  var journal: String { path + "/.digigov/journal" }

  /// Gives it to what a test does.
  static func made<Value>(_ body: (ImportedFolder) throws -> Value) throws -> Value {
    try inFolder { place in
      try FileManager.default.copyItem(atPath: shipped, toPath: place + "/data")
      // One that whoever runs the tests has imported into has a journal.
      try? FileManager.default.removeItem(atPath: place + "/data/.digigov")
      return try body(ImportedFolder(place: place))
    }
  }

  /// A return of the Home Office for a month, imported in place.
  @discardableResult func importReturn(_ month: String = "2026-07") throws -> String {
    try ImportWorkforce.parse(["--in-place", "--data", path, try file(month)]).result()
  }

  /// The path of such a return.
  func file(_ month: String = "2026-07") throws -> String {
    let file = place + "/ho-\(month).csv"
    let text = Self.heading + "Home Office,Home Office,50000,\"£262,000,000\"\n"
    try Data(text.utf8).write(to: URL(filePath: file))
    return file
  }

  @discardableResult func undo(_ words: String...) throws -> String {
    try DataUndo.parse([path] + words).result(width: nil)
  }

  /// The bytes of its files by their names.
  func files() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: path) where name != ".digigov" {
      files[name] = try Data(contentsOf: URL(filePath: path + "/" + name))
    }
    return files
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path + "/" + name)), as: UTF8.self)
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path + "/" + name))
  }

  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }
}
