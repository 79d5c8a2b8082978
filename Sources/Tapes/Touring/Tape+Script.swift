extension Tape {
  /// What is said in a tour, as text: captions numbered, notes and questions named.
  public var script: String {
    var number = 0
    return Beat.all(of: self).reduce(into: "") { text, beat in
      switch beat {
      case .caption(let words, let note):
        number += 1
        text += "\(number). \(words)\n" + (note.isEmpty ? "" : "   Note: \(note)\n")
      case .question(let words, let note):
        number += 1
        text += "\(number). Question: \(words)\n" + (note.isEmpty ? "" : "   Note: \(note)\n")
      default: break
      }
    }
  }
}
