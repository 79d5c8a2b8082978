import Analytics
import Figures
import Frames

/// Names where there is little room.
extension State {
  /// A body's name if it is short, else what is understood in its place.
  func shortName(_ code: String) -> String {
    kept.name(of: code, in: evidence) {
      guard let body = evidence.body(code), displayWidth(body.name) > 18 else {
        return evidence.body(code)?.name ?? code
      }
      return briefName(code, body.name)
    }
  }

  /// What stands in place of a long name: the code, where it is the name's initials; the name up to
  /// a bracket or a comma, where that is short; of all departments what they are called in a sentence;
  /// else a code of few letters, or the name's first words.
  func briefName(_ code: String, _ name: String) -> String {
    if code.count <= 6, name.hasInitials(code) { return code }
    let main = name.prefix { $0 != "(" && $0 != "," }.split(separator: " ").joined(separator: " ")
    if displayWidth(main) <= 20 { return main }
    if code == evidence.roles[.government], let words = evidence.roles[.governmentWords] {
      return words
    }
    return code.count <= 6 ? code : main.firstWords(within: 20)
  }

  /// A class of the estate of systems in a word or two: as the folder has it, else by whose it is.
  func className(_ kind: LegacyClass) -> String {
    let role: Role =
      switch kind {
      case .central: .classCentral
      case .nhs: .classHealth
      case .police: .classPolice
      }
    if let words = evidence.roles[role] { return words }
    let members = inputs.organisations.filter { $0.legacyClass == kind }
    if members.count == 1 { return shortName(members[0].code) }
    let sectors = Set(members.map(\.sector))
    return sectors.count == 1 ? sectors.first ?? "" : "\(members.count) organisations"
  }

  /// Whose outages are counted and modelled.
  var outagesOwner: String { evidence.outagesOwner ?? evidence.name(of: inputs.outages) }
}

extension String {
  /// Whether letters are, in order, among those that words begin with or that are capitals.
  fileprivate func hasInitials(_ letters: String) -> Bool {
    var rest = Substring(letters.lowercased())
    var isFirst = true
    for character in self {
      let isInitial = character.isLetter && (isFirst || character.isUppercase)
      if isInitial, rest.first == character.lowercased().first { rest.removeFirst() }
      isFirst = !character.isLetter
    }
    return rest.isEmpty
  }

  /// As many whole words as have room, without one at the end that only leads on.
  fileprivate func firstWords(within columns: Int) -> String {
    var words: [Substring] = []
    for word in split(separator: " ") {
      guard displayWidth((words + [word]).joined(separator: " ")) <= columns else { break }
      words.append(word)
    }
    while words.count > 1, ["and", "of", "in", "for", "the", "other"].contains(words.last) {
      words.removeLast()
    }
    return words.isEmpty ? truncated(self, to: columns) : words.joined(separator: " ")
  }
}
