public import Figures
public import Frames

/// A document as a value: what its writers print, and nothing that they would have to look up. The
/// same figures give the same document.
public struct Document: Equatable, Sendable {
  /// How what stays with a figure is printed in running text.
  public enum Citations: Equatable, Sendable {
    /// In brackets behind it, with the number of its source.
    case inline
    /// As notes at the foot, each once.
    case notes
  }

  public var title: String
  /// Of whom, in which scenario, on which data.
  public var subtitle: String
  /// A protective marking such as OFFICIAL; empty for none.
  public var marking: String
  /// The date of the newest publication, `YYYY-MM-DD`: never the clock's.
  public var created: String
  /// Of all its words, as BCP 47 names it.
  public var language = "en-GB"
  public var sections: [Section]
  /// What the pages of a PDF are drawn in.
  public var dress: Dress?
  public var citations = Citations.inline
  /// Whether the list of sources ends it; without one a source stands by its name where it is cited.
  public var listsSources = true
  /// Whether it is to fit a page: smaller headings, no contents.
  public var isShort = false
  /// What it rests on: numbers of a scenario among others, or the data alone.
  public var basis = Basis.scenario
  /// The line that makes its modelled numbers again; empty for none.
  public var scenario = ""
  /// What makes it again; nil where that is not known.
  public var recipe: Recipe?

  public init(
    title: String, subtitle: String = "", marking: String = "", created: String = "",
    sections: [Section] = [], dress: Dress? = nil
  ) {
    self.title = title
    self.subtitle = subtitle
    self.marking = marking
    self.created = created
    self.sections = sections
    self.dress = dress
  }

  /// Whether the marking fits between whose page it is and its number.
  public var hasNarrowMarking: Bool { marking.count <= 24 }

  /// Every rule that made a sentence of it, in order.
  public var sentences: [Sentence] {
    blocks.flatMap { block -> [Sentence] in
      switch block {
      case .message(let sentence): [sentence]
      case .paragraph(let sentences), .points(let sentences): sentences
      case .questions(let questions): questions.flatMap { [$0.answer, $0.pressed] }
      case .heading, .table, .pictures, .code: []
      }
    }
  }

  public var tables: [Table] {
    blocks.compactMap { block in if case .table(let table) = block { table } else { nil } }
  }

  public var pictures: [Illustration] {
    blocks.flatMap { block -> [Illustration] in
      if case .pictures(let pictures) = block { pictures } else { [] }
    }
  }

  /// Every figure that is quoted, in sentences and in tables.
  public var figures: [Figure] {
    blocks.flatMap { block -> [Figure] in
      var figures = block.passages.flatMap(\.figures)
      if case .table(let table) = block {
        figures += table.rows.flatMap { row in
          row.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
        }
      }
      return figures
    }
  }

  /// The publications that are cited, in the order of their first citation: the first has the
  /// number 1.
  public var sources: [Source] {
    var found: [Source] = []
    var known: Set<String> = []
    for case let source? in blocks.flatMap(cited) where known.insert(source.id).inserted {
      found.append(source)
    }
    return found
  }

  /// What a block cites, in the order in which it is read.
  private func cited(_ block: Block) -> [Source?] {
    var sources = block.passages.flatMap(\.figures).map(\.source)
    if case .table(let table) = block {
      sources += table.rows.joined().map { cell in
        switch cell {
        case .figure(let figure): figure.source
        case .source(let source): source
        case .text, .number, .note: nil
        }
      }
    }
    return sources
  }

  var blocks: [Block] { sections.flatMap(\.blocks) }

  /// The same with the marking on every picture, since a picture travels without its page.
  public func marked(_ marking: String) -> Document {
    var document = self
    document.marking = marking
    for part in sections.indices {
      for place in sections[part].blocks.indices {
        guard case .pictures(var pictures) = sections[part].blocks[place] else { continue }
        for index in pictures.indices { pictures[index].picture.handling = marking }
        document.sections[part].blocks[place] = .pictures(pictures)
      }
    }
    return document
  }
}
