/// The rows of a CSV by the names of its columns, read by RFC 4180 and nothing else. A byte order
/// mark before it is left out.
struct CSVRows {
  let header: [String]
  let rows: [[String: String]]

  struct Malformed: Error { var line: Int }

  init(_ text: String) throws {
    var lines: [[String]] = []
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    var rest = text.unicodeScalars[...]
    if rest.first == "\u{FEFF}" { rest.removeFirst() }
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"" where isQuoted && rest.first == "\"":
        rest.removeFirst()
        cell.unicodeScalars.append(scalar)
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        cells.append(cell)
        cell = ""
      case "\n" where !isQuoted:
        lines.append(cells + [cell])
        (cells, cell) = ([], "")
      default: cell.unicodeScalars.append(scalar)
      }
    }
    header = lines.first ?? []
    let names = header
    for (place, line) in lines.enumerated() where line.count != names.count {
      throw Malformed(line: place + 1)
    }
    rows = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
  }
}
