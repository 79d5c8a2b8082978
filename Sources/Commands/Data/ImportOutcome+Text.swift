import Datasets
import Frames

extension ReturnsImport.Outcome {
  /// What was added, taken for something else and left out, a line each.
  var words: String {
    var lines: [String] = []
    for added in months {
      let count = added.returns == 1 ? "1 return" : "\(added.returns) returns"
      lines.append(
        "\(added.department) \(added.month): \(count)\(added.isNew ? "" : ", added to those of the month")"
      )
    }
    for body in bodies {
      lines.append("new body \(body.code) in \(body.department): \(neutralised(body.name))")
    }
    for spelling in spellings {
      lines.append("\(neutralised(spelling.written)): taken for \(neutralised(spelling.taken))")
    }
    lines += heldWords
    for (file, measures) in absent where !months.isEmpty {
      let names = measures.map(\.rawValue).joined(separator: " ")
      lines.append("\(neutralised(file)): no column for \(names), which stay blank")
    }
    for (rule, count) in leftOut {
      lines.append("left out, \(rule): \(count == 1 ? "1 value" : "\(count) values")")
    }
    if leftOut.contains(where: { $0.rule == ReturnRule.futureMonth.rawValue }) {
      lines.append(
        "returns after \(collected.words) are of the future; --collected YYYY-MM says otherwise"
      )
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The last line where nothing is written, with the reason.
  var nothing: String {
    held.isEmpty
      ? "Nothing changes.\n" : "Nothing changes: the folder has these months already.\n"
  }

  /// What stays as the folder has it.
  private var heldWords: [String] {
    var lines: [String] = []
    let untouched = held.filter { month in
      !months.contains { $0.department == month.department && $0.month == month.month }
    }
    let groups = Dictionary(grouping: untouched, by: \.department)
    for (department, group) in groups.sorted(by: { $0.key < $1.key }) {
      guard let first = group.map(\.month).min(), let last = group.map(\.month).max() else {
        continue
      }
      lines.append(
        first == last
          ? "\(department) \(first): the folder has the month, which stays as it is"
          : "\(department): the folder has \(group.count) of the months, \(first) to \(last), which stay as they are"
      )
    }
    let differences = held.flatMap { month in
      month.differences.map {
        "\(month.department) \(month.month): the files say \($0.column) \($0.found), the folder \($0.held), which stays"
      }
    }
    lines += Self.short(differences, "sums that differ")
    let lacking = held.flatMap { month in
      month.lacking.map {
        "\(month.department) \(month.month): the folder's sum is without \($0.code); --new-body \"\(neutralised($0.name))\" adds it"
      }
    }
    lines += Self.short(lacking, "bodies that a sum is without")
    let more = held.filter { $0.more > 0 }.map {
      "\($0.department) \($0.month): the files have \($0.more) more than the folder's sum, which does not say whose it is without; --new-body NAME=\($0.month) adds one"
    }
    lines += Self.short(more, "months with more returns")
    lines += Self.short(
      elsewhere.map {
        "\($0.body) \($0.month): filed under \($0.filed), stays under \($0.kept), where the folder has it"
      }, "bodies filed under another department")
    return lines
  }

  private static func short(_ lines: [String], _ what: String) -> [String] {
    lines.count > 20 ? lines.prefix(20) + ["and \(lines.count - 20) more \(what)"] : lines
  }
}
