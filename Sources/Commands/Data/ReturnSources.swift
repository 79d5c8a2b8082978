import Datasets
import Frames

/// The files that the arguments of an import name: files, `-` for standard input, folders with all
/// that is in them, and patterns such as `returns/*/2026-*.csv` that no shell has opened.
struct ReturnSources {
  /// Paths, those of folders and patterns in order of their names.
  private(set) var paths: [String] = []
  /// How many files of folders have another ending than those of returns.
  private(set) var others = 0

  /// Endings of files that a folder gives.
  static let endings = ["csv", "tsv", "txt", "xlsx", "ods", "xls"]

  init(_ arguments: [String]) throws(CommandFailure) {
    for argument in arguments {
      if argument == "-" || WholeFile.status(of: argument) != nil {
        add(argument)
        continue
      }
      guard argument.contains(where: { "*?[".contains($0) }) else {
        // The error of reading it says what is wrong.
        paths.append(argument)
        continue
      }
      let matches = Self.matches(of: argument)
      if matches.isEmpty {
        throw CommandFailure(
          code: 2, message: "\(neutralised(argument)): no file has such a name")
      }
      for match in matches { add(match) }
    }
    guard !paths.isEmpty else {
      throw CommandFailure(
        code: 2,
        message: "no files of returns in \(neutralised(arguments.joined(separator: " "))); "
          + "expected some that end in \(Self.endings.joined(separator: " "))")
    }
  }

  private mutating func add(_ path: String) {
    guard let names = WholeFile.isRegular(path) == false ? WholeFile.names(in: path) : nil else {
      paths.append(path)
      return
    }
    for name in names.sorted() where !name.hasPrefix(".") {
      let inside = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      if WholeFile.isRegular(inside) == false, WholeFile.names(in: inside) != nil {
        add(inside)
      } else if Self.endings.contains(where: { name.lowercased().hasSuffix("." + $0) }) {
        paths.append(inside)
      } else {
        others += 1
      }
    }
  }

  /// What is there under a pattern, part by part of its path.
  private static func matches(of pattern: String) -> [String] {
    var found = [pattern.hasPrefix("/") ? "/" : ""]
    for part in pattern.split(separator: "/") {
      found = found.flatMap { folder -> [String] in
        guard part.contains(where: { "*?[".contains($0) }) else {
          return WholeFile.status(of: folder + part) == nil ? [] : [folder + part + "/"]
        }
        let names = WholeFile.names(in: folder.isEmpty ? "." : folder) ?? []
        return names.filter { !$0.hasPrefix(".") && matches($0, Array(part)) }.sorted()
          .map { folder + $0 + "/" }
      }
    }
    return found.map { String($0.dropLast()) }
  }

  /// Whether a name is of a pattern: `*` any letters, `?` one, `[a-c]` one of these.
  static func matches(_ name: String, _ pattern: [Character]) -> Bool {
    func match(_ name: ArraySlice<Character>, _ pattern: ArraySlice<Character>) -> Bool {
      guard let first = pattern.first else { return name.isEmpty }
      let rest = pattern.dropFirst()
      if first == "*" {
        return (name.startIndex...name.endIndex).contains { match(name[$0...], rest) }
      }
      guard let letter = name.first else { return false }
      if first == "[", let end = rest.firstIndex(of: "]"), end > rest.startIndex {
        var set = rest[..<end]
        let isNot = ["!", "^"].contains(set.first)
        if isNot { set = set.dropFirst() }
        return isOne(letter, of: Array(set)) != isNot
          && match(name.dropFirst(), pattern[(end + 1)...])
      }
      return (first == "?" || first == letter) && match(name.dropFirst(), rest)
    }
    return match(Array(name)[...], pattern[...])
  }

  private static func isOne(_ letter: Character, of set: [Character]) -> Bool {
    var place = 0
    while place < set.count {
      if place + 2 < set.count, set[place + 1] == "-" {
        if set[place] <= letter, letter <= set[place + 2] { return true }
        place += 3
      } else {
        if set[place] == letter { return true }
        place += 1
      }
    }
    return false
  }

  /// The files, to be read one after the other.
  var sources: [ReturnsImport.Source] {
    paths.map { path in
      ReturnsImport.Source(name: path) { () throws(Defect) -> [UInt8] in
        do throws(WholeFile.Failure) {
          return try WholeFile.bytes(of: path == "-" ? "/dev/stdin" : path)
        } catch {
          throw Defect(
            file: path, problem: "unreadable file (\(error.reason))",
            expected: "a file that may be read")
        }
      }
    }
  }
}
