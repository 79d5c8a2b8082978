public import Figures

/// A piece of running text as every writer takes it.
public enum Run: Equatable, Sendable {
  case text(String)
  case strong(String)
  /// What stays with a figure, in brackets: its standing and the number of its source.
  case citation(String, source: Int?)
  /// A reference to a note at the foot, by its number from 1; whether it is the first to it.
  case note(Int, isFirst: Bool)
}

/// What a cell of a table holds, as writers take it that have notes and links.
public enum CellRun: Equatable, Sendable {
  case text(String)
  /// A publication by its number in the list of sources.
  case source(Int)
  /// One that is not listed, by its web address and what is read there.
  case link(String, String)
  /// A reference to a note, as of ``Run/note(_:isFirst:)``.
  case note(Int, isFirst: Bool)
}

/// A note at the foot: how figures came to be and where they are from.
public struct Note: Equatable, Sendable {
  public var text: String
  /// A web address to go to; empty for none.
  public var address: String
}

/// The numbers of a document's sources and notes.
public struct References: Sendable {
  private let numbers: [String: Int]
  /// In the order of their first mention.
  public let notes: [Note]
  private let places: [String: Int]
  private let citations: Document.Citations
  private let listsSources: Bool

  public init(_ document: Document) {
    numbers = Dictionary(
      document.sources.enumerated().map { ($1.id, $0 + 1) },
      uniquingKeysWith: { first, _ in first })
    citations = document.citations
    listsSources = document.listsSources
    var (notes, places): ([Note], [String: Int]) = ([], [:])
    if citations == .notes {
      for figure in document.blocks.flatMap(\.passages).flatMap(\.figures) {
        let note = Self.note(figure)
        guard places[note.text] == nil else { continue }
        notes.append(note)
        places[note.text] = notes.count
      }
    }
    (self.notes, self.places) = (notes, places)
  }

  /// The number of a source; nil where none is listed.
  public subscript(source: Source?) -> Int? {
    listsSources ? source.flatMap { numbers[$0.id] } : nil
  }

  /// What a note says of a figure: mark, kind and date, then the publication.
  private static func note(_ figure: Figure) -> Note {
    guard figure.mark != .modelled else {
      let date = figure.asOf.isEmpty ? "" : " on the data of \(figure.asOf)"
      return Note(
        text: "Modelled by this project\(date): not an official statistic.", address: "")
    }
    // Its date and kind stand with the number or the publication: figures of one share a note.
    var plain = figure
    (plain.asOf, plain.kind) = ("", nil)
    let standing = plain.standing
    let head = standing.capitalised
    let address = figure.source?.address ?? ""
    // As much of its name as fits a line.
    let names = figure.source.map { source in
      [source.name, source.title + (source.date.isEmpty ? "" : " (\(source.date))"), source.short]
    }
    let room = 104 - head.count
    let name = names.flatMap { names in names.first { $0.count < room } ?? names.last }
    return Note(
      text: head + (name.map { ": " + $0 } ?? "") + ".", address: address.isWeb ? address : "")
  }

  /// A passage as runs.
  ///
  /// - Parameter seen: the notes that were referred to before, which the passage's are added to.
  public func runs(_ passage: Passage, seen: inout Set<Int>) -> [Run] {
    placed(passage, seen: &seen).map(\.run)
  }

  /// The same, each with the figure that it is of.
  func placed(_ passage: Passage, seen: inout Set<Int>) -> [(run: Run, figure: Figure?)] {
    // A passage refers to one note once.
    var own: Set<Int> = []
    var runs: [(run: Run, figure: Figure?)] = []
    for span in passage.spans {
      switch span {
      case .text(let text): runs.append((.text(text), nil))
      case .strong(let text): runs.append((.strong(text), nil))
      case .figure(let figure) where citations == .notes:
        runs.append((.text(figure.prose), figure))
        runs += reference(figure, &own, &seen).map { ($0, figure) }
      case .figure(let figure):
        runs += [(.text(figure.prose + " "), figure), (citation(figure), figure)]
      case .citation(let figure) where citations == .notes:
        // A reference stands right behind what it is to; where it stood before, nothing does.
        if case .text(let text)? = runs.last?.run, text.hasSuffix(" ") {
          runs[runs.count - 1].run = .text(String(text.dropLast()))
        }
        runs += reference(figure, &own, &seen).map { ($0, figure) }
      case .citation(let figure): runs.append((citation(figure), figure))
      }
    }
    return runs
  }

  /// The number of the note on a figure; nil where a document has none.
  func note(on figure: Figure) -> Int? { places[Self.note(figure).text] }

  /// A cell as a run.
  ///
  /// - Parameter seen: the notes that were referred to before, to which the cell's is added.
  public func run(_ cell: Document.Table.Cell, seen: inout Set<Int>) -> CellRun {
    switch cell {
    case .note(let figure):
      if case .note(let number, let isFirst)? = runs(Passage([.citation(figure)]), seen: &seen)
        .first
      {
        return .note(number, isFirst: isFirst)
      }
    case .source(let source):
      if let number = self[source] { return .source(number) }
      if source.address.isWeb { return .link(source.address, plain(cell)) }
    case .text, .number, .figure: break
    }
    return .text(plain(cell))
  }

  private func citation(_ figure: Figure) -> Run {
    .citation(figure.standing, source: self[figure.source])
  }

  private func reference(_ figure: Figure, _ own: inout Set<Int>, _ seen: inout Set<Int>) -> [Run] {
    guard let number = places[Self.note(figure).text], own.insert(number).inserted else {
      return []
    }
    return [.note(number, isFirst: seen.insert(number).inserted)]
  }

  /// A passage as plain text: `28% (reported, survey, 2024 [3])`, or `28% [1]` for a note.
  public func plain(_ passage: Passage) -> String {
    var seen: Set<Int> = []
    return runs(passage, seen: &seen).map { run in
      switch run {
      case .text(let text), .strong(let text): text
      case .citation(let standing, let source):
        "(\(standing)\(source.map { " [\($0)]" } ?? ""))"
      case .note(let number, _): " [\(number)]"
      }
    }.joined()
  }

  /// What a table is called.
  public func name(_ table: Document.Table) -> String {
    table.name.isEmpty ? plain(table.caption) : table.name
  }

  /// A cell as plain text; a source by its number, or its publisher where none are listed.
  public func plain(_ cell: Document.Table.Cell) -> String {
    switch cell {
    case .text(let text), .number(let text): text
    case .figure(let figure): figure.text
    case .source(let source):
      listsSources ? self[source].map { "[\($0)]" } ?? "" : source.short
    case .note(let figure): places[Self.note(figure).text].map { "[\($0)]" } ?? ""
    }
  }
}

extension Source {
  /// What a list of sources says of one: publisher, title, date, licence, how it was seen.
  public var line: String {
    [name, licence, seenHow.isEmpty ? "" : "Seen \(seenHow)"].filter { !$0.isEmpty }
      .joined(separator: ". ") + "."
  }

  /// Publisher, title and date.
  public var name: String {
    let name = publisher.isEmpty || title.hasPrefix(publisher) ? title : "\(publisher), \(title)"
    return name + (date.isEmpty ? "" : " (\(date))")
  }

  /// Publisher and date, for a narrow cell.
  public var short: String {
    let name = publisher.isEmpty ? title : publisher
    return name + (date.isEmpty ? "" : ", \(date)")
  }
}

extension String {
  /// Whether the text may be a link: nothing but the web is one.
  public var isWeb: Bool { hasPrefix("https://") || hasPrefix("http://") }
}
