public import Figures
public import Frames

/// A briefing pack as a value: what its writers print, and nothing that they would have to look
/// up. The same figures give the same pack.
public struct Brief: Equatable, Sendable {
  public var title: String
  /// Of whom, in which scenario, on which data.
  public var subtitle: String
  /// A protective marking such as OFFICIAL; empty for none.
  public var marking: String
  /// The date of the newest publication, `YYYY-MM-DD`: never the clock's.
  public var created: String
  public var sections: [Section]
  /// What the pages of a PDF are drawn in.
  public var dress: Dress?

  /// Every rule that made a sentence of it, in order.
  public var sentences: [Sentence] {
    blocks.flatMap { block -> [Sentence] in
      switch block {
      case .message(let sentence): [sentence]
      case .paragraph(let sentences), .points(let sentences): sentences
      case .heading, .table, .pictures, .code: []
      }
    }
  }

  public var tables: [BriefTable] {
    blocks.compactMap { block in if case .table(let table) = block { table } else { nil } }
  }

  public var pictures: [BriefPicture] {
    blocks.flatMap { block -> [BriefPicture] in
      if case .pictures(let pictures) = block { pictures } else { [] }
    }
  }

  /// Every figure that is quoted, in sentences and in tables.
  public var figures: [Figure] {
    blocks.flatMap { block -> [Figure] in
      switch block {
      case .message(let sentence): sentence.passage.figures
      case .paragraph(let sentences), .points(let sentences):
        sentences.flatMap(\.passage.figures)
      case .table(let table):
        table.caption.figures
          + table.rows.flatMap { row in
            row.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
          }
      case .heading, .pictures, .code: []
      }
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
    switch block {
    case .message(let sentence): sentence.passage.figures.map(\.source)
    case .paragraph(let sentences), .points(let sentences):
      sentences.flatMap(\.passage.figures).map(\.source)
    case .table(let table):
      table.caption.figures.map(\.source)
        + table.rows.joined().map { cell in
          switch cell {
          case .figure(let figure): figure.source
          case .source(let source): source
          case .text, .number: nil
          }
        }
    case .heading, .pictures, .code: []
    }
  }

  private var blocks: [Block] { sections.flatMap(\.blocks) }
}

/// The numbers of a brief's sources.
struct Numbering {
  private let numbers: [String: Int]

  init(_ brief: Brief) {
    numbers = Dictionary(
      brief.sources.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(source: Source?) -> Int? { source.flatMap { numbers[$0.id] } }

  /// A passage as plain text: `28% (reported, survey, 2024 [3])`.
  func plain(_ passage: Passage) -> String {
    passage.spans.map { span in
      switch span {
      case .text(let text): text
      case .figure(let figure): "\(figure.prose) \(citation(figure))"
      case .citation(let figure): citation(figure)
      }
    }.joined()
  }

  private func citation(_ figure: Figure) -> String {
    "(\(figure.standing)\(self[figure.source].map { " [\($0)]" } ?? ""))"
  }

  func plain(_ cell: BriefTable.Cell) -> String {
    switch cell {
    case .text(let text), .number(let text): text
    case .figure(let figure): figure.text
    case .source(let source): self[source].map { "[\($0)]" } ?? ""
    }
  }
}
