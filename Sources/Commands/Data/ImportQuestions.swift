import Datasets
import Frames

/// The questions of an import on a terminal: each with its answers, of which a number is typed.
struct ImportQuestions {
  /// Prints a text.
  let say: (String) -> Void
  /// The next line that is typed; nil where none comes any more.
  let next: () -> String?

  /// Asks about each defect, and gives the answers to an import.
  ///
  /// - Parameters:
  ///   - left: files that the user leaves out are added.
  /// - Returns: whether to go on.
  func answer(
    _ defects: [Defect], _ options: inout ReturnsImport.Options, leaving left: inout Set<String>
  ) -> Bool {
    for (place, defect) in defects.enumerated() where !left.contains(defect.file) {
      say("\(neutralised(defect.description))\n")
      for (number, answer) in defect.answers.enumerated() {
        say("  \(number + 1)  \(neutralised(answer.words))\n")
      }
      say("  s  leave the file out\n  q  write nothing\n")
      let rest = defects.count - place - 1
      say("\(rest > 0 ? "\(rest) more behind this. " : "")? ")
      guard choose(defect, &options, &left) else { return false }
    }
    return true
  }

  private func choose(
    _ defect: Defect, _ options: inout ReturnsImport.Options, _ left: inout Set<String>
  ) -> Bool {
    while let line = next() {
      let typed = String(line.drop { $0.isWhitespace }.prefix { !$0.isWhitespace }).lowercased()
      switch typed {
      case "q", "quit", "n", "no": return false
      case "s", "skip":
        left.insert(defect.file)
        return true
      case "y", "yes":
        if defect.answers.count == 1 {
          defect.answers[0].apply(to: &options)
          return true
        }
      default:
        if let number = Int(typed), (1...max(defect.answers.count, 1)).contains(number),
          !defect.answers.isEmpty
        {
          defect.answers[number - 1].apply(to: &options)
          return true
        }
      }
      let numbers = defect.answers.isEmpty ? "" : "a number from 1 to \(defect.answers.count), "
      say("Type \(numbers)s or q: ")
    }
    return false
  }

  /// Whether the user says yes.
  func confirms(_ question: String) -> Bool {
    say("\(question) [y/n] ")
    while let line = next() {
      switch line.lowercased().filter({ !$0.isWhitespace }) {
      case "y", "yes": return true
      case "n", "no", "q": return false
      default: say("Type y or n: ")
      }
    }
    return false
  }
}
