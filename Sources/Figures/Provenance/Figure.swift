/// A number with everything that has to stay with it on the way to the screen and into files:
/// what it is, its unit, mark, date and source, and the figures that contradict it.
public struct Figure: Equatable, Sendable {
  /// Id of the fact, or of the metric or series that was computed.
  public var id: String
  /// What the number measures, of whom and when, in a few words.
  public var label: String
  /// The number as it is printed, with its unit.
  public var text: String
  /// The number as data, not rounded; nil where the figure is a statement in words.
  public var value: FigureValue?
  /// Further numbers that the text names beside its own.
  public var others: [Beside]
  /// How the number came to be; of a result, the worst of its inputs.
  public var mark: Mark
  /// Whether it is of a scenario; what is modelled may rest on the data alone.
  public var basis: Basis
  /// What sort of statement it is; nil for what this project computes.
  public var kind: Kind?
  /// How much weight it bears; nil for a result.
  public var confidence: Confidence?
  /// The date that the number is of; empty where it has none of its own.
  public var asOf: String
  /// The publication; nil for what this project computes.
  public var source: Source?
  /// Where in the source it stands; empty for a result.
  public var locator: String
  /// How it was computed, in words; empty for a published figure.
  public var formula: String
  /// What has to be said beside it.
  public var note: String
  /// Figures that say something else about the same thing, in one line each.
  public var contradictions: [String]
  /// What has to be said so that nobody takes it for more than it is.
  public var cautions: [Caution]
  /// Ids of the figures that it was computed from; empty where its own id explains it.
  public var inputs: [String]

  public init(
    id: String, label: String, text: String, mark: Mark, basis: Basis = .data,
    kind: Kind? = nil,
    confidence: Confidence? = nil, asOf: String = "", source: Source? = nil, locator: String = "",
    formula: String = "", note: String = "", contradictions: [String] = [],
    cautions: [Caution] = [], inputs: [String] = [], value: FigureValue? = nil,
    others: [Beside] = []
  ) {
    self.id = id
    self.label = label
    self.text = text
    self.value = value
    self.others = others
    self.mark = mark
    self.basis = basis
    self.kind = kind
    self.confidence = confidence
    self.asOf = asOf
    self.source = source
    self.locator = locator
    self.formula = formula
    self.note = note
    self.contradictions = contradictions
    self.cautions = cautions
    self.inputs = inputs
  }
}

extension Figure {
  /// A number that a figure's text names beside its own: the central case beside the P50, a year
  /// without the policy beside the same year with it.
  public struct Beside: Equatable, Sendable {
    /// As `digigov explain` knows it: the figure's own id, or another's.
    public var id: String
    /// The number as data.
    public var value: FigureValue

    public init(_ id: String, _ value: FigureValue) {
      self.id = id
      self.value = value
    }
  }
}

extension Evidence {
  /// A fact as a figure, with the rows that contradict it.
  public func figure(_ fact: Fact) -> Figure {
    Figure(
      id: fact.id, label: "\(fact.measure), \(name(of: fact.body)), \(fact.period)",
      text: fact.printed, mark: fact.mark, kind: fact.kind, confidence: fact.confidence,
      asOf: fact.asOf, source: source(fact.sourceID), locator: fact.locator, note: fact.note,
      contradictions: contradictions(of: fact).map { other in
        let publisher = source(other.sourceID)?.publisher ?? other.sourceID
        // Whose it is where that is not the same, and in the row's own words why it differs.
        let scope = other.body == fact.body ? "" : "\(name(of: other.body)), "
        let why = other.note.isEmpty || other.statement != nil ? "" : "; \(other.note)"
        return "\(other.measure), \(scope)\(other.period): \(other.printed) (\(publisher))\(why)"
      }, cautions: cautions(fact), value: fact.figureValue)
  }

  /// An observation as a figure; where a fact states the same figure, with its contradictions.
  public func figure(_ row: Observation, in table: ObservationTable) -> Figure {
    let place = "\(table.rawValue).\(row.body).\(row.measure).\(row.period)"
    var figure = Figure(
      id: row.factID.isEmpty ? place : row.factID,
      label: "\(row.measure), \(name(of: row.body)), \(row.period)", text: row.printed,
      mark: row.mark, kind: row.kind, confidence: row.confidence, asOf: row.asOf,
      source: source(row.sourceID), locator: row.locator, note: row.note, cautions: cautions(row),
      value: row.figureValue)
    if let fact = fact(row.factID) { figure.contradictions = self.figure(fact).contradictions }
    return figure
  }

  /// The name of a body, or its code where the tree lacks it.
  public func name(of code: String) -> String { body(code)?.name ?? code }
}

extension Evidence {
  /// What stands in place of a figure that the data do not hold. That something is not published is
  /// said only where a row says it.
  public static let absent = "not in these data"
}

extension Fact {
  /// What is stated in place of a number; nil where there is a number or a range.
  public var statement: String? {
    figureValue.text.isEmpty ? (note.isEmpty ? "not published" : note) : nil
  }

  /// Whether the row says that the figure was looked for and is not in these data.
  public var isAbsent: Bool { statement?.hasPrefix(Evidence.absent) == true }

  /// The figure in its unit: `£45bn a year`; for a statement, the statement.
  public var printed: String { statement ?? figureValue.text }
}

extension Observation {
  /// What is stated in place of a number; nil where there is a number or a range.
  public var statement: String? {
    guard figureValue.text.isEmpty else { return nil }
    if unit == "statement", !note.isEmpty { return note }
    return note.contains("suppressed") ? "suppressed" : "not published"
  }

  /// The figure in its unit; for an empty cell what its row states.
  public var printed: String { statement ?? figureValue.text }
}
