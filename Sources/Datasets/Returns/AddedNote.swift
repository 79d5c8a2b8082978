/// The months of returns to which the user added a body, as its note in `bodies.csv` has them:
/// "Added from a workforce return of July 2026, August 2026."
enum AddedNote {
  private static let start = "Added from a workforce return of "

  static func months(in note: String) -> Set<Month> {
    guard let list = list(in: note) else { return [] }
    return Set(note[list].split(separator: ",").compactMap { Month(in: String($0)) })
  }

  /// The note with more months.
  static func adding(_ months: [Month], to note: String) -> String {
    let words = Self.months(in: note).union(months).sorted().map(\.words).joined(separator: ", ")
    guard let list = list(in: note) else {
      return note + (note.isEmpty ? "" : " ") + start + words + "."
    }
    return String(note[..<list.lowerBound]) + words + note[list.upperBound...]
  }

  private static func list(in note: String) -> Range<String.Index>? {
    guard let start = note.firstRange(of: start)?.upperBound else { return nil }
    return start..<(note[start...].firstIndex(of: ".") ?? note.endIndex)
  }
}

/// Bodies that the user says are not counted yet: "NAME", or "NAME=2026-07", which says of one
/// month that the folder's sum is without it.
struct NewBodyNames {
  /// Months that are named, by names in their one form.
  private var months: [String: Set<Month>] = [:]

  init(_ texts: [String]) {
    for text in texts {
      let mark = text.lastIndex(of: "=")
      let month = mark.flatMap { Month(text: String(text[text.index(after: $0)...])) }
      let name = month == nil ? text : String(text[..<(mark ?? text.endIndex)])
      months[NormalName(name).key, default: []].formUnion([month].compactMap(\.self))
    }
  }

  func has(_ name: String) -> Bool { !months.isEmpty && months[NormalName(name).key] != nil }

  /// Whether a return is of one of them, by its written name or its code.
  func has(_ found: ReturnsMerge.Placed) -> Bool { has(found.written) || has(found.body) }

  /// Whether the user names the month too.
  func has(_ found: ReturnsMerge.Placed, in month: Month) -> Bool {
    [found.written, found.body].contains { months[NormalName($0).key]?.contains(month) == true }
  }
}
