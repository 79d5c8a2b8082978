/// What may come at the end of a command line, for the shells' completion.
struct Completion: Equatable {
  struct Candidate: Equatable {
    var value: String
    var note = ""
  }

  /// What may stand there; all of it begins with what has been typed.
  var candidates: [Candidate] = []
  /// Files, by their extensions (none means any), or folders, which the shell knows to find.
  var files: ValueKind?

  /// - Parameters:
  ///   - words: the words of the line after the program's name that are complete.
  ///   - typed: the beginning of the word at the end.
  init(after words: [String], typed: String) {
    if words.first == "help" {
      candidates = Self.commands(after: Array(words.dropFirst()), typed)
      return
    }
    let (shape, count) = CommandShape.found(words)
    var line = Line(shape)
    for word in words.dropFirst(count) { line.take(word) }
    let values = CompletionValues(line)
    if let option = line.open {
      offer(option.kind(shape), values, typed, given: line.values[option.stem] ?? [])
    } else if typed.hasPrefix("-"), !line.isEnded, let mark = typed.firstIndex(of: "=") {
      let name = String(typed[..<mark])
      guard let option = shape.options.first(where: { $0.names.contains(name) }) else { return }
      let rest = String(typed[typed.index(after: mark)...])
      offer(option.kind(shape), values, rest, given: line.values[option.stem] ?? [])
      // A shell would look for files by the whole word.
      files = nil
      candidates = candidates.map { Candidate(value: name + "=" + $0.value, note: $0.note) }
    } else if typed.hasPrefix("-"), !line.isEnded {
      offerOptions(line, typed)
    } else {
      if words.isEmpty || (count == words.count && !shape.commands.isEmpty) {
        candidates = shape.commands.filter { $0.name.hasPrefix(typed) }
          .map { Candidate(value: $0.name, note: $0.abstract) }
      }
      guard let kind = line.nextPositional else { return }
      offer(kind, values, typed, given: line.positionals)
    }
  }

  private mutating func offer(
    _ kind: ValueKind, _ values: CompletionValues, _ typed: String, given: [String]
  ) {
    switch kind {
    case .file, .folder: files = kind
    case .scenario: files = .file(["json"])
    default: break
    }
    candidates += values.candidates(kind, typed, given: given)
  }

  private mutating func offerOptions(_ line: Line, _ typed: String) {
    candidates = line.shape.options.filter { option in
      option.repeats || !line.given.contains(option.stem)
    }
    .filter { $0.name.hasPrefix(typed) }
    .map { Candidate(value: $0.name, note: $0.help) }
  }

  private static func commands(after words: [String], _ typed: String) -> [Candidate] {
    let (shape, count) = CommandShape.found(words)
    guard count == words.count else { return [] }
    return shape.commands.filter { $0.name.hasPrefix(typed) && $0.name != "help" }
      .map { Candidate(value: $0.name, note: $0.abstract) }
  }

  /// A command line as far as it has been typed.
  struct Line {
    let shape: CommandShape
    /// The stems of the options that stand there, and their values.
    var given: Set<String> = []
    var values: [String: [String]] = [:]
    var positionals: [String] = []
    /// The option whose value comes next.
    var open: CommandShape.Option?
    /// Whether `--` has been typed: nothing after it is an option.
    var isEnded = false

    init(_ shape: CommandShape) { self.shape = shape }

    mutating func take(_ word: String) {
      if let option = open {
        values[option.stem, default: []].append(word)
        open = nil
      } else if word == "--", !isEnded {
        isEnded = true
      } else if word.hasPrefix("-"), word.count > 1, !isEnded {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let option = shape.options.first(where: { $0.names.contains(String(parts[0])) })
        else { return }
        given.insert(option.stem)
        guard option.value != nil else { return }
        if parts.count == 2 {
          values[option.stem, default: []].append(String(parts[1]))
        } else {
          open = option
        }
      } else {
        positionals.append(word)
      }
    }

    /// What the next argument without a name would be.
    var nextPositional: ValueKind? {
      let place = min(positionals.count, shape.positionals.count - 1)
      guard place >= 0 else { return nil }
      let positional = shape.positionals[place]
      guard positional.repeats || place == positionals.count else { return nil }
      return ValueKind.argument(positional.value, of: shape.path)
    }

    /// The last value of an option.
    func value(_ name: String) -> String? { values[name]?.last }
  }

  /// For the scripts of the shells: a line each, `VALUE`, a tab and what it is; files as
  /// `:files EXTENSION …` or `:folders`.
  var text: String {
    var lines = candidates.map { candidate in
      let note = candidate.note.split(whereSeparator: \.isNewline).joined(separator: " ")
      return note.isEmpty ? candidate.value : "\(candidate.value)\t\(note)"
    }
    switch files {
    case .file(let extensions): lines.append(([":files"] + extensions).joined(separator: " "))
    case .folder: lines.append(":folders")
    default: break
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension CommandShape.Option {
  func kind(_ shape: CommandShape) -> ValueKind {
    ValueKind.option(String(name.drop { $0 == "-" }), value ?? "", help: help, of: shape.path)
      ?? .free
  }
}
