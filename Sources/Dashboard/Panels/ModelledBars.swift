import Figures
import Frames

/// Numbers of the account in the last year as bars on one scale, each with its formula.
struct ModelledBars {
  struct Row {
    var label: String
    var short: String
    /// £bn a year.
    var value: Double
    /// How it is printed, where it is a part or a sum of others; empty prints it by itself.
    var text = ""
    var formula: String
    /// What `digigov explain` calls it; nil where it is made on the screen alone.
    var id: String?
    /// Which of the series' colours it has.
    var series: Int
    /// What it is beside the others.
    var kind: BarRow.Kind
    /// Where its bar begins, £bn, for a step of a bridge.
    var start: Double?

    init(
      _ label: String, short: String? = nil, _ value: Double?, id: String? = nil, formula: String,
      series: Int = 0, _ kind: BarRow.Kind = .part
    ) {
      self.label = label
      self.short = short ?? label
      self.value = value ?? 0
      self.id = id
      self.formula = formula
      self.series = series
      self.kind = kind
    }

    fileprivate var printed: String { text.isEmpty ? Numbers.billions(value) : text }
  }

  /// Rows printed so that they add up to what is printed for their sum, which is given back.
  static func summing(_ rows: [Row]) -> (rows: [Row], sum: String) {
    let values = rows.map(\.value)
    let texts = MoneyColumn([values.reduce(0, +)]).summing(values)
    let printed = zip(rows, texts.parts).map { row, text in
      var row = row
      row.text = text
      return row
    }
    return (printed, texts.sum)
  }

  var id, title: String
  var rows: [Row]
  /// Of whom the numbers are; empty for the nation.
  var owner = ""
  /// Its code; empty for the nation.
  var code = ""
  /// What stands below the bars where there is room.
  var note: Note?

  func panel(_ state: State) -> Panel {
    let suffix = owner.isEmpty ? "" : ", \(owner)"
    return Panel(
      id, title,
      bars: Bars(
        rows.map { row in
          var bar = BarRow(
            row.label, short: row.short, value: row.value, text: row.printed, mark: .modelled,
            series: row.series, start: row.start)
          bar.kind = row.kind
          return Bars.Row(
            bar,
            Item(
              state.modelled(
                row.id ?? "\(id).\(row.label)", "\(row.label), \(state.lastYear)\(suffix)",
                "\(row.printed) a year, \(state.basisWords)", formula: row.formula,
                value: state.accounted(row.value, Money.billionsAYear, of: code, in: state.lastYear)
              )))
        }, note: note))
  }
}

extension Sheet {
  /// As many of a text's sentences as there is room for; the whole text where not even one has room.
  private func whole(_ text: String, in rect: Rect) -> String {
    var sentences = text.split(separator: ". ").map(String.init)
    let last = sentences.count - 1
    for place in sentences.indices where place < last { sentences[place] += "." }
    while sentences.count > 1,
      wrapped(sentences.joined(separator: " "), width: rect.columns).count > rect.rows
    {
      sentences.removeLast()
    }
    let kept = sentences.joined(separator: " ")
    return wrapped(kept, width: rect.columns).count <= rect.rows ? kept : text
  }

  /// A paragraph under so many rows of a panel, with a row between where there is one to spare.
  /// Returns where it stands; nil where there was no room for a sentence of it.
  ///
  /// - Parameter cut: whether it is rather cut than left out: it has the focus.
  @discardableResult
  mutating func note(
    _ text: String, below rows: Int, in rect: Rect, evenCut cut: Bool = false
  ) -> Rect? {
    let room = rect.rows - rows
    guard room > 1, !text.isEmpty else { return nil }
    let gap = room > wrapped(text, width: rect.columns - 2).count ? 1 : 0
    let slot = Rect(
      column: rect.column + 2, row: rect.row + rows + gap, columns: rect.columns - 2,
      rows: room - gap)
    let words = whole(text, in: slot)
    guard cut || wrapped(words, width: slot.columns).count <= slot.rows else { return nil }
    let used = note(words, in: slot)
    return Rect(column: rect.column, row: slot.row, columns: rect.columns, rows: used)
  }
}
