internal import Analytics
internal import Figures

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Name, version and date in `datapackage.json`; nil where the folder has none.
struct PackageName: Decodable, Equatable {
  static let file = "datapackage.json"

  var name: String?
  var version: String?
  var created: String?
  /// What plays which part, by the names of roles as they stand there.
  var roleNames: [String: String] = [:]
  /// The services that have a card, and what is wrong with the list of them.
  var services: [ServiceCard] = []
  var serviceFaults: [String] = []

  /// Those that the program knows.
  var roles: Roles {
    Roles(
      Dictionary(
        uniqueKeysWithValues: roleNames.compactMap { name, value in
          Role(rawValue: name).map { ($0, value) }
        }), services: services)
  }

  init() {}

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    name = try members.decodeIfPresent(String.self, forKey: .name)
    version = try members.decodeIfPresent(String.self, forKey: .version)
    // Nothing is computed from the date: one that is no text is as good as none.
    created = try? members.decodeIfPresent(String.self, forKey: .created)
    roleNames = try members.decodeIfPresent([String: String].self, forKey: .roles) ?? [:]
    guard members.contains(.services) else { return }
    guard var list = try? members.nestedUnkeyedContainer(forKey: .services) else {
      serviceFaults = ["no list"]
      return
    }
    while !list.isAtEnd {
      let place = "entry \(list.currentIndex + 1)"
      guard let texts = try? list.decode([String: String].self) else {
        _ = try list.decode(Anything.self)
        serviceFaults.append("\(place) is no object of texts")
        continue
      }
      let known = ServiceCard.Member.allCases.map(\.rawValue)
      serviceFaults += texts.keys.filter { !known.contains($0) }.sorted().map { name in
        "\(place) has the member \(name)"
          + (Nearest.match(name, among: known).map { ", perhaps \($0)" } ?? ", which is none")
      }
      guard let card = ServiceCard(texts) else {
        serviceFaults.append("\(place) has no body")
        continue
      }
      if services.contains(where: { $0.body == card.body }) {
        serviceFaults.append("\(place) names \(card.body) again")
      }
      services.append(card)
    }
  }

  /// Takes the place of an entry that is not what it should be.
  private struct Anything: Decodable { init(from decoder: any Decoder) {} }

  private enum CodingKeys: CodingKey { case name, version, created, roles, services }

  /// Reads the folder's description, if there is one.
  init(_ folder: DataFolder, _ defects: inout [Defect]) {
    self.init()
    do throws(RegularFile.Refusal) {
      let bytes = try folder.bytes(of: Self.file)
      self = Self.decoded(bytes, &defects)
    } catch {
      if case .missing = error { return }
      defects.append(Defect(file: Self.file, problem: error.problem, expected: error.expected))
    }
  }

  static func decoded(_ bytes: [UInt8], _ defects: inout [Defect]) -> PackageName {
    guard let package = try? JSONDecoder().decode(PackageName.self, from: Data(bytes)) else {
      defects.append(
        Defect(
          file: file, problem: "not an object of JSON with a name and a version in text",
          expected: "a data package's description"))
      return PackageName()
    }
    for (member, text) in [("name", package.name), ("version", package.version)] {
      if let text, text.isEmpty || !text.utf8.allSatisfy(TableCheck.isCodeByte) {
        defects.append(
          Defect(file: file, column: member, value: text, expected: TableCheck.codeWords))
      }
    }
    defects += RoleRules.defects(ofNames: package.roleNames)
    defects += package.serviceFaults.map { fault in
      Defect(
        file: file, column: "services", problem: fault,
        expected: "a list of objects with a body and, where known, name, measure, promised, cost, "
          + "then and now, each a text, one of a body")
    }
    return package
  }
}

/// What `datapackage.json` says of columns.
struct PackageColumns: Decodable {
  private struct Resource: Decodable {
    struct Schema: Decodable {
      struct Field: Decodable {
        var name: String
        var description: String?
      }
      var fields: [Field]?
    }
    var name: String?
    var schema: Schema?
  }

  private var resources: [Resource]?

  init?(_ bytes: [UInt8]) {
    guard let columns = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else { return nil }
    self = columns
  }

  /// By table and column.
  var descriptions: [String: [String: String]] {
    Dictionary(
      (resources ?? []).compactMap { resource in
        resource.name.map { name in
          let fields = (resource.schema?.fields ?? []).compactMap { field in
            field.description.map { (field.name, $0) }
          }
          return (name, Dictionary(fields, uniquingKeysWith: { first, _ in first }))
        }
      }, uniquingKeysWith: { first, _ in first })
  }
}
