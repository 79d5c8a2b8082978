import Documents
import Frames

/// What `check` prints.
struct CheckReport {
  let file: String
  let check: DocumentCheck
  /// What the document was made of; nil for one that is not of a brief.
  let recipe: Recipe?
  /// The data in hand: name with version, and date; empty for none.
  let data: (package: String, date: String)

  // MARK: For people

  var text: String {
    check.findings.map { neutralised(line($0)) + "\n" }.joined() + neutralised(summary) + "\n"
  }

  private func line(_ finding: Finding) -> String {
    let place = finding.place.isEmpty ? "" : "\(finding.place): "
    var text = "\(Self.words(finding.verdict)): \(place)\u{201C}\(short(finding.words))\u{201D}"
    let isLost = [.lostRange, .lostMark, .lostCaveat].contains(finding.verdict)
    if !finding.says.isEmpty, finding.says != finding.words {
      text += " says \(short(finding.says))"
    }
    if !finding.shouldSay.isEmpty {
      let should = short(finding.shouldSay)
      text += isLost ? " lacks \u{201C}\(should)\u{201D}" : ", should say \(should)"
    }
    text += (text.hasSuffix(".") ? " " : ". ") + finding.why
    return text + (finding.figure.isEmpty ? "" : " [\(finding.figure)]")
  }

  private func short(_ text: String) -> String {
    text.count > 200 ? String(text.prefix(200)) + "\u{2026}" : text
  }

  static func words(_ verdict: Finding.Verdict) -> String {
    switch verdict {
    case .stale: "stale"
    case .altered: "altered"
    case .differs: "stale or altered"
    case .lostRange: "lost range"
    case .lostMark: "lost mark"
    case .lostCaveat: "lost caveat"
    }
  }

  /// Sentences that can be read aloud.
  var summary: String {
    guard recipe != nil || check.unchanged > 0 else {
      return "No figure of ours: nothing here was written by digigov brief, or says the value of a "
        + "figure of the data in its words."
    }
    guard let recipe else {
      let count = check.unchanged
      return count == 1
        ? "One number is a figure of the data in hand, and is as they have it."
        : "\(count) numbers are figures of the data in hand, and are as they have them."
    }
    let faults = Finding.Verdict.allCases.compactMap { verdict -> String? in
      let count = check.findings.count { $0.verdict == verdict }
      return count == 0 ? nil : Self.counted(count, verdict)
    }
    let unchanged =
      check.unchanged == 1 ? "One figure is unchanged" : "\(check.unchanged) figures are unchanged"
    let parts = [unchanged] + faults
    var text =
      parts.count == 1
      ? (check.unchanged == 0 ? "No figure of this brief is left in it" : unchanged)
      : parts.dropLast().joined(separator: ", ") + " and " + (parts.last ?? "")
    text += "."
    if recipe.data != data.package || recipe.date != data.date {
      text +=
        " It was made on \(Self.edition(recipe.data, recipe.date)); the data in hand are "
        + "\(Self.edition(data.package, data.date))."
    }
    return text
  }

  private static func counted(_ count: Int, _ verdict: Finding.Verdict) -> String {
    let isOne = count == 1
    let number = isOne ? "one" : "\(count)"
    switch verdict {
    case .stale: return "\(number) \(isOne ? "is" : "are") stale"
    case .altered: return "\(number) \(isOne ? "was" : "were") altered"
    case .differs: return "\(number) \(isOne ? "is" : "are") stale or altered"
    case .lostRange: return "\(number) lost \(isOne ? "its range" : "their range")"
    case .lostMark: return "\(number) lost \(isOne ? "its mark" : "their mark")"
    case .lostCaveat: return "\(number) lost what has to be said beside \(isOne ? "it" : "them")"
    }
  }

  private static func edition(_ package: String, _ date: String) -> String {
    (package.isEmpty ? "data without a version" : package) + (date.isEmpty ? "" : " of \(date)")
  }

  // MARK: For programs

  var json: JSONValue {
    func text(_ value: String) -> JSONValue { value.isEmpty ? .null : .string(value) }
    func edition(_ package: String, _ date: String) -> JSONValue {
      .object([.init("package", text(package)), .init("date", text(date))])
    }
    let findings = check.findings.map { finding in
      JSONValue.object([
        .init("verdict", .string(finding.verdict.rawValue)), .init("figure", text(finding.figure)),
        .init("place", text(finding.place)), .init("words", .string(finding.words)),
        .init("says", text(finding.says)), .init("should_say", text(finding.shouldSay)),
        .init("why", .string(finding.why)),
      ])
    }
    let made = recipe.map { recipe in
      JSONValue.object([
        .init("form", .string(recipe.form.rawValue)),
        .init("department", text(recipe.department ?? "")),
        .init("scenarios", .array(recipe.scenarios.map { .string($0) })),
        .init("data", edition(recipe.data, recipe.date)),
      ])
    }
    return .object([
      .init("schema", .string("digigov.check/1")), .init("file", .string(file)),
      .init("made", made ?? .null), .init("data", edition(data.package, data.date)),
      .init("unchanged", JSONValue(Double(check.unchanged))),
      .init("found_by_words", JSONValue(Double(check.foundByWords))),
      .init("findings", .array(findings)), .init("summary", .string(summary)),
    ])
  }
}
