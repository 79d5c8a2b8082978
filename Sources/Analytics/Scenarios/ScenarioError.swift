import Figures

/// What is wrong with a scenario: one sentence that names it, the text as typed and what is
/// allowed.
public enum ScenarioError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A name that is not known: `what` it should be, and the `allowed` ones or where they are.
  case unknown(what: String, typed: String, nearest: String?, allowed: String)
  /// Text that cannot be read, as typed, with the form that it should have.
  case malformed(typed: String, expected: String)
  /// A value outside its range, as typed.
  case outOfRange(name: String, typed: String, minimum: String, maximum: String)
  /// P10 > P50 or P50 > P90, as typed.
  case disordered(name: String, typed: String)
  /// A range that touches an end of the domain of its scale, as typed.
  case atEndOfDomain(name: String, typed: String, allowed: String)
  /// A value for one organisation of a lever that has only a national one.
  case nationalOnly(typed: String, lever: Lever)
  /// A target named twice where once is allowed.
  case repeated(name: String, line: String)
  /// A scenario line made with other data than the folder's.
  case otherData(named: String, folder: String?)

  /// Whether the data are at fault and not what was typed: exit code 3, not 2.
  public var isAboutData: Bool {
    if case .otherData = self { true } else { false }
  }

  public var description: String {
    switch self {
    case .unknown(let what, let typed, let nearest, let allowed):
      let hint = nearest.map { "; did you mean \($0)?" } ?? ""
      return "unknown \(what) \(short(typed)); allowed \(allowed)\(hint)"
    case .malformed(let typed, let expected):
      return "\(short(typed)): expected \(expected)"
    case .outOfRange(let name, let typed, let minimum, let maximum):
      // As numbers are printed; what was typed stays as it was typed.
      let range = "\(minimum) to \(maximum)".replacing("-", with: Numbers.minus)
      return "\(name)=\(short(typed)): allowed \(range)"
    case .disordered(let name, let typed):
      return "\(name)=\(short(typed)): P10 <= P50 <= P90 is required"
    case .atEndOfDomain(let name, let typed, let allowed):
      return "\(name)=\(short(typed)): a range, unlike a fixed value, must lie \(allowed)"
    case .nationalOnly(let typed, let lever):
      return
        "\(short(typed)): \(lever.id) has no value for one organisation; allowed \(lever.id)=NUMBER"
    case .repeated(let name, let line):
      return "\(short(line)): \(name) is named twice; allowed once"
    case .otherData(let named, let folder):
      let has = folder.map { "the data folder is \($0)" } ?? "the data folder has no name"
      return "data=\(short(named)): \(has); --accept-data goes on with it"
    }
  }

  /// What was typed, cut where it is too long for what is wrong with it to be seen behind it.
  private func short(_ typed: String) -> String {
    let most = 200
    return typed.utf8.count <= most ? typed : typed.prefix(most) + "…"
  }
}

extension ThreePoint {
  /// `P10,P50,P90`; one number where it is fixed.
  var text: String {
    p10 == p50 && p50 == p90
      ? Decimal.text(p50) : [p10, p50, p90].map(Decimal.text).joined(separator: ",")
  }
}

/// The known words that are nearest to a mistyped one.
public enum Nearest {
  /// The one with the fewest edits, letter case aside; nil where all are far off.
  public static func match(_ word: String, among known: some Sequence<String>) -> String? {
    matches(word, among: known, most: 1).first
  }

  /// Those within a third of the word's length in edits, letter case aside, the nearest first and
  /// otherwise in order.
  public static func matches(
    _ word: String, among known: some Sequence<String>, most count: Int
  ) -> [String] {
    let letters = Array(word.lowercased().utf8.prefix(80))
    let limit = max(1, letters.count / 3)
    let ranked = known.compactMap { other -> (word: String, edits: Int)? in
      let others = Array(other.lowercased().utf8)
      guard abs(others.count - letters.count) <= limit else { return nil }
      let edits = edits(letters, others)
      return edits <= limit ? (other, edits) : nil
    }
    let order = ranked.indices.sorted { (ranked[$0].edits, $0) < (ranked[$1].edits, $1) }
    return order.prefix(count).map { ranked[$0].word }
  }

  /// Whether so many edits turn one word into the other.
  public static func isWithin(_ limit: Int, _ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    return abs(left.count - right.count) <= limit && edits(left, right) <= limit
  }

  /// Insertions, deletions, replacements and swaps of neighbours.
  private static func edits(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var (before, row) = ([Int](), Array(0...b.count))
    for i in a.indices {
      var next = [i + 1]
      for j in b.indices {
        var best = min(row[j] + (a[i] == b[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        next.append(best)
      }
      (before, row) = (row, next)
    }
    return row[b.count]
  }
}
