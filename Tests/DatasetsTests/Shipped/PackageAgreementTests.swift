import Datasets
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// datapackage.json says of each table what the loader asks of it.
@Suite struct PackageAgreementTests {
  struct Package: Decodable {
    struct Resource: Decodable {
      var name, path: String
      var schema: Schema
    }
    struct Schema: Decodable {
      var fields: [Field]
      var primaryKey: [String]?
      var foreignKeys: [Key]?
    }
    struct Field: Decodable {
      var name, type: String
      var constraints: Constraints?
    }
    struct Constraints: Decodable {
      var required: Bool?
      var `enum`: [String]?
    }
    struct Key: Decodable {
      var fields: [String]
      var reference: Reference
    }
    struct Reference: Decodable {
      var resource: String
      var fields: [String]
    }
    var resources: [Resource]
  }

  private static func package() throws -> Package {
    let path = URL(fileURLWithPath: ShippedFolder.path + "/datapackage.json")
    return try JSONDecoder().decode(Package.self, from: Data(contentsOf: path))
  }

  @Test func listsTheSameTables() throws {
    let listed = try Self.package().resources.map { "\($0.name) \($0.path)" }
    #expect(Set(listed) == Set(DataFolder.tables.map { "\($0.name) \($0.file)" }))
    #expect(listed.count == DataFolder.tables.count)
  }

  @Test(arguments: DataFolder.tables) func describesTheTable(_ table: TableSchema) throws {
    let resource = try #require(try Self.package().resources.first { $0.name == table.name })
    let fields = resource.schema.fields
    #expect(fields.map(\.name) == table.columnNames)
    #expect(resource.schema.primaryKey ?? [] == table.key)
    for (field, column) in zip(fields, table.columns) {
      #expect(Self.agrees(field, column, table), "\(table.name): \(field) and \(column.kind)")
    }
    let keys = Set(
      (resource.schema.foreignKeys ?? []).map { key in
        // An empty name is the table itself.
        let target = key.reference.resource.isEmpty ? table.name : key.reference.resource
        return [key.fields.joined(), target, key.reference.fields.joined()]
      })
    for key in table.foreignKeys {
      #expect(keys.contains([key.column, key.table, key.key]))
    }
  }

  private static func agrees(
    _ field: Package.Field, _ column: ColumnSchema, _ table: TableSchema
  ) -> Bool {
    // The package may ask for more, since it describes this data and not a user's own.
    if column.isRequired, field.constraints?.required != true { return false }
    switch column.kind {
    case .oneOf(["true", "false"]): return field.type == "boolean"
    case .oneOf(let words):
      // The ids of a register are its rows; listing them again is left to the package.
      let isRegister = table.key == [column.name] && field.constraints?.enum == nil
      return field.type == "string" && (isRegister || field.constraints?.enum == words)
    case .number: return field.type == "number"
    case .whole: return field.type == "integer"
    default: return field.type == "string"
    }
  }
}
