public import Analytics
public import Figures

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A folder of data, and what can be read from it. A folder with any defect is refused whole;
/// nothing is half loaded.
public struct DataFolder: Hashable, Sendable {
  /// Where it stands, as it was named.
  public let path: String

  /// How many threads may read it; the number changes no result.
  public var threads = 1

  /// Files that are read as these bytes, whatever stands in the folder.
  private var replaced: [String: [UInt8]] = [:]

  /// The folder at a path, which is not looked at until something is read.
  public init(path: String) { self.path = path }

  /// The folder as it would be with other bytes in some of its files; nothing is written.
  public func replacing(_ files: [(name: String, bytes: [UInt8])]) -> DataFolder {
    var folder = self
    for (name, bytes) in files { folder.replaced[name] = bytes }
    return folder
  }

  /// What one of its files holds.
  func bytes(of name: String) throws(RegularFile.Refusal) -> [UInt8] {
    if let bytes = replaced[name] { return bytes }
    return try RegularFile.bytes(of: place(of: name))
  }

  /// Every table that a folder holds: the model's eight, then the evidence.
  public static var tables: [TableSchema] { TableSchema.all }

  /// A file of the folder that may be meant by the name of one that it lacks: written otherwise, or
  /// with another ending.
  func name(like file: String) -> String? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let wanted = file.lowercased().split(separator: ".").first ?? ""
    return names.sorted().first { name in
      name != file && name.contains(".")
        && name.lowercased().split(separator: ".").first?.filter { $0 != " " } == wanted
    }
  }

  /// A folder inside this one that has tables of data; nil for none.
  var folderInside: String? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().first { name in
      ["organisations.csv", "facts.csv"].contains { RegularFile.exists("\(path)/\(name)/\($0)") }
    }
  }

  /// The model's inputs: the eight tables of the contract, and the package's name and version
  /// where `datapackage.json` stands beside them.
  public func modelInputs() throws(DataError) -> ModelInputs {
    let reading = FolderReading(self, tables: TableSchema.model)
    try reading.refuseDefects()
    return reading.modelInputs()
  }

  /// The evidence. All tables are read, since codes of evidence point to those of the model.
  public func evidence() throws(DataError) -> Evidence { try load().evidence }

  /// The model's inputs and the evidence, in one pass over the files.
  public func load() throws(DataError) -> (inputs: ModelInputs, evidence: Evidence) {
    let reading = FolderReading(self, tables: TableSchema.all)
    try reading.refuseDefects()
    return reading.contents()
  }

  /// As `load`, without the months where their file is larger than `size` bytes: they are left for
  /// later, and the evidence has none until then.
  public func load(
    deferring size: Int
  ) throws(DataError) -> (inputs: ModelInputs, evidence: Evidence, rest: DeferredMonths?) {
    let schema = TableSchema.evidence.first { $0.name == DeferredMonths.table }
    let isLarge = schema.map { RegularFile.size(of: place(of: $0.file)) > size } ?? false
    let reading = FolderReading(
      self, tables: TableSchema.all, deferring: isLarge ? schema?.name : nil)
    // Then nothing is opened, and the large file's defects belong among the others.
    if isLarge, !reading.defects.isEmpty { _ = try load() }
    try reading.refuseDefects()
    let rest = isLarge ? schema.map { DeferredMonths(folder: self, schema: $0, reading) } : nil
    let (inputs, evidence) = reading.contents()
    return (inputs, evidence, rest)
  }

  /// Every defect of every table, in the order of the tables and of their rows.
  public func check() -> [Defect] { read().defects }

  /// One table of a folder without defects, as it stands in its file.
  public func table(_ name: String) throws(DataError) -> Table {
    let names = TableSchema.all.map(\.name)
    guard names.contains(name) else {
      throw .unknownTable(
        name: name, nearest: Nearest.match(name, among: names), allowed: names)
    }
    let reading = FolderReading(self, tables: TableSchema.all)
    try reading.refuseDefects()
    guard let table = reading.tables[name] else {
      throw .invalid(
        first: Defect(
          file: name + ".csv", problem: "missing file",
          expected: "what `digigov data audit --write` makes"), others: 0)
    }
    return table
  }

  /// Every table that could be read, and every defect, in one pass over the files.
  public func read() -> (tables: [Table], defects: [Defect]) {
    let reading = FolderReading(self, tables: TableSchema.all)
    return (
      TableSchema.all.compactMap { reading.tables[$0.name] }, reading.defects + reading.unmetRoles
    )
  }

  /// All tables of a folder without defects, in order.
  public func allTables() throws(DataError) -> [Table] {
    let reading = FolderReading(self, tables: TableSchema.all)
    try reading.refuseDefects()
    return TableSchema.all.compactMap { reading.tables[$0.name] }
  }
}
