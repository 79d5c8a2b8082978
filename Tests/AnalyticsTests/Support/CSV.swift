import Foundation

/// The rows of a small, trusted CSV file: quotes with doubled quotes, LF.
struct CSV {
  let header: [String]
  let rows: [[String: String]]

  init(_ folder: String, _ name: String) throws {
    let address = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent(folder).appendingPathComponent(name)
    let records = CSV.records(Array(try String(contentsOf: address, encoding: .utf8).utf8))
    let header = records.first ?? []
    self.header = header
    rows = records.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  private static func records(_ bytes: [UInt8]) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field: [UInt8] = []
    var quoted = false
    for (place, byte) in bytes.enumerated() {
      switch (byte, quoted) {
      case (UInt8(ascii: "\""), true): quoted = false
      case (UInt8(ascii: "\""), false):
        if place > 0, bytes[place - 1] == byte { field.append(byte) }
        quoted = true
      case (UInt8(ascii: ","), false):
        record.append(String(decoding: field, as: UTF8.self))
        field = []
      case (UInt8(ascii: "\n"), false):
        record.append(String(decoding: field, as: UTF8.self))
        records.append(record)
        (record, field) = ([], [])
      case (UInt8(ascii: "\r"), false): break
      default: field.append(byte)
      }
    }
    return records
  }
}

extension [String: String] {
  func text(_ column: String) throws -> String {
    guard let value = self[column] else { throw MissingField(name: column) }
    return value
  }
  func number(_ column: String) throws -> Double {
    guard let value = Double(try text(column)) else { throw MissingField(name: column) }
    return value
  }
}

struct MissingField: Error { let name: String }
