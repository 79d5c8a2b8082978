import Analytics
import Figures
import Frames
import Synchronization

/// What numbers were before a lever was moved, beside what they are.
extension State {
  /// Whether something was changed, and what it was before is known.
  var hasBefore: Bool {
    lab.guessing == nil && scenario != baseline && baselineProjection != nil
      && baselineAccount != nil
  }

  /// The panels of the screen with what their numbers were in the baseline. What is of a change, or
  /// shows it in a way of its own, stays as it is.
  func besideBefore(_ panels: [Panel]) -> [Panel] {
    // Services and evidence have nothing that a lever reaches.
    guard place.screen != .evidence, place.screen != .services, hasBefore else { return panels }
    let then = Once { [self] in screens[place.screen]?.panels(inBaseline) ?? [] }
    let question = Once { [self] in beforeQuestion }
    let own: Set = ["results", "comparison", "attribution", "levers", "guesses"]
    return panels.map { panel in
      guard !own.contains(panel.id) else { return panel }
      let content = Once { then.value.first { $0.id == panel.id }?.content ?? .drawn }
      let numbers = Once { [befores] in
        befores.numbers(of: panel.id, question.value) { content.value.numbers }
      }
      return panel.beside(
        PanelBefore(name: baseline.name, numbers: numbers, items: Once { content.value.items }))
    }
  }

  /// The same screen with what the baseline brings and costs, and what the analyses found of it.
  private var inBaseline: State {
    var state = self
    state.scenario = baseline
    state.projection = baselineProjection
    state.uncertainty = uncertainty.flatMap { baselines[$0.draws] }
    state.lab.analyses = lab.analyses.compactMapValues { known in
      known.request.ofBefore.flatMap { request in
        known.before.map { Analysis(request: request, result: $0) }
      }
    }
    state.place.arrangements = [:]
    return state
  }

  /// The screen as it was before a lever was moved; nil where nothing was.
  var before: State? { hasBefore ? inBaseline : nil }

  /// All that what was before depends on.
  private var beforeQuestion: Befores.Question {
    Befores.Question(
      place: inBaseline.place, size: [columns, rows], settings: settings, baseline: baseline,
      draws: uncertainty?.draws ?? 0, hasDetail: hasDetail(baselineAccount), unit: lab.unit,
      treemap: treemap, loading: loading,
      analyses: lab.analyses.compactMapValues { $0.before == nil ? nil : $0.request.ofBefore })
  }

  /// `, was £20bn` where it printed something else.
  func was(_ now: String, _ before: String?) -> String {
    before.map { $0 == now ? "" : ", was \($0)" } ?? ""
  }
}

extension Figure {
  /// The figure with what it was, on its card.
  func noting(before text: String, in name: String) -> Figure {
    guard !text.isEmpty, text != self.text else { return self }
    var figure = self
    figure.note += (note.isEmpty ? "" : " ") + "Before, in \(name): \(text)."
    return figure
  }
}

/// Something made by the first who asks.
final class Once<Value> {
  private let make: () -> Value
  private(set) lazy var value = make()

  init(_ make: @escaping () -> Value) { self.make = make }
}

/// The numbers of rows as they are printed, cell by cell, by the words that tell the rows apart.
typealias PrintedRows = [[String]: [PrintedNumber]]

struct PrintedNumber: Sendable {
  var text: String
  /// Without its signs.
  var bare: String
  var value: Double?

  /// Whether it stands beside what is now: it printed something else, and the two do not read as the
  /// opposite of what happened, as numbers can that were rounded to add up with their neighbours.
  func tells(against now: PrintedNumber) -> Bool {
    guard text != now.text else { return false }
    guard let value, let later = now.value, let old = Self.read(text),
      let new = Self.read(now.text),
      old.unit == new.unit
    else { return true }
    return (later - value) * (new.number - old.number) >= 0
  }

  /// The first number of a text, and the unit that stands at it.
  private static func read(_ text: String) -> (number: Double, unit: Substring)? {
    let word = text.split(separator: " ").first ?? ""
    let sign = word.hasPrefix(Numbers.minus) ? -1.0 : 1
    let start = word.drop { !$0.isASCII || !$0.isNumber }
    let digits = start.prefix { $0.isNumber || $0 == "." || $0 == "," }
    return Decimal.value(digits.filter { $0 != "," })
      .map { (sign * $0, start.dropFirst(digits.count)) }
  }
}

/// What a panel's numbers were in the scenario that changes are measured against.
struct PanelBefore {
  var name: String
  var numbers: Once<PrintedRows>
  /// The rows with their figures, for cards.
  var items: Once<[[String]: Item]>

  /// The item with what its numbers were on their cards.
  fileprivate func noted(_ item: Item, _ words: [String]) -> Item {
    var noted = Item(
      figures: item.figures.map { figure in
        let then = items.value[words]?.figures.first { $0.id == figure.id }
        return figure.noting(before: then?.text ?? "", in: name)
      }, opens: item.destination, lever: item.lever)
    noted.setting = item.setting
    return noted
  }
}

/// What was before on the screen that was looked at last, so that a lever's key has nothing to make
/// twice.
final class Befores: Equatable, Sendable {
  struct Question: Equatable, Sendable {
    var place: Place
    var size: [Int]
    var settings: Settings
    var baseline: Scenario
    var draws: Int
    var hasDetail: Bool
    var unit: MoneyUnit
    var treemap: Bool
    var loading: Loading?
    /// What the analyses of the baseline were asked, by kind.
    var analyses: [AnalysisKind: AnalysisRequest]
  }

  private let kept = Mutex<(question: Question, panels: [String: PrintedRows])?>(nil)

  /// The numbers of a panel, made where they are not known.
  func numbers(
    of panel: String, _ question: Question, make: () -> PrintedRows
  ) -> PrintedRows {
    let known = kept.withLock { $0?.question == question ? $0?.panels[panel] : nil }
    if let known { return known }
    let made = make()
    kept.withLock { kept in
      if kept?.question != question { kept = (question, [:]) }
      kept?.panels[panel] = made
    }
    return made
  }

  /// What is kept changes no answer.
  static func == (left: Befores, right: Befores) -> Bool { true }
}

extension Panel.Content {
  /// The numbers by the words of their rows; rows that share their words with another are left out.
  fileprivate var numbers: PrintedRows {
    rows {
      $0.printed
    } bars: {
      [$0.printed]
    }
  }

  /// The items by the same words.
  fileprivate var items: [[String]: Item] {
    rows {
      $0.item
    } bars: {
      $0.item
    }
  }

  private func rows<Value>(
    _ row: (Table.Row) -> Value, bars bar: (Bars.Row) -> Value
  ) -> [[String]: Value] {
    switch self {
    case .table(let table):
      Dictionary(grouping: table.rows, by: \.words).compactMapValues {
        $0.count == 1 ? row($0[0]) : nil
      }
    case .bars(let bars):
      Dictionary(bars.rows.map { ([$0.bar.label], bar($0)) }) { first, _ in first }
    case .drawn: [:]
    }
  }
}

extension Bars {
  /// With what the bars were, by their labels.
  func beside(_ before: PanelBefore) -> Bars {
    let known = before.numbers.value
    var bars = self
    bars.rows = rows.map { row in
      let words = [row.bar.label]
      guard let then = known[words]?.first, then.tells(against: row.printed) else { return row }
      var row = Row(row.bar, before.noted(row.item, words))
      row.bar.was = then.text
      if row.bar.start == nil { row.bar.before = then.value }
      return row
    }
    return bars
  }
}

extension Bars.Row {
  fileprivate var printed: PrintedNumber {
    PrintedNumber(text: bar.text, bare: bar.text, value: bar.value)
  }
}

extension Table {
  /// With what the numbers of its rows were, by the words of the rows: those of the first column in
  /// which any changed in a column of their own at the end, all of a row below the list while it is
  /// the chosen one. Rows that share their words with another are left as they are.
  func beside(_ before: PanelBefore) -> Table {
    let known = before.numbers.value
    guard !known.isEmpty else { return self }
    let words = rows.map(\.words)
    let counts = Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +)
    var table = self
    var first: Int?
    var befores = [[PrintedNumber]?](repeating: nil, count: rows.count)
    for (index, row) in rows.enumerated() {
      guard counts[words[index]] == 1, let then = known[words[index]] else { continue }
      let changed = row.cells.indices.filter { place in
        let cell = row.cells[place]
        return place > 0 && cell.value != nil && then.indices.contains(place)
          && then[place].tells(against: cell.printed)
      }
      guard !changed.isEmpty else { continue }
      // A range says less of a change than a number, and headings of ranges are alike.
      if let place = changed.first(where: { !then[$0].bare.contains(" to ") }) {
        first = min(first ?? place, place)
      }
      table.rows[index] = Row(row.cells, before.noted(row.item, words[index]))
      table.rows[index].was =
        "Was: " + changed.map { "\(heading($0)) \(then[$0].bare)".trimmed }.joined(separator: ", ")
        + "."
      befores[index] = then
    }
    guard let first, columns.indices.contains(first) else { return table }
    table.columns.append(Column("\(heading(first)) was".trimmed, trailing: true, priority: 5))
    for index in rows.indices {
      while table.rows[index].cells.count < columns.count {
        table.rows[index].cells.append(Text(""))
      }
      // Blank where that one printed the same.
      let then = befores[index].flatMap {
        $0[first].tells(against: rows[index].cells[first].printed) ? $0[first] : nil
      }
      table.rows[index].cells.append(Text(then?.bare ?? "", .muted, value: then?.value))
    }
    return table
  }

  /// A column's heading without the mark of its numbers.
  private func heading(_ place: Int) -> String {
    let title = columns.indices.contains(place) ? columns[place].title : ""
    return title.hasSuffix(" M") ? String(title.dropLast(2)) : title
  }
}

extension Table.Row {
  /// Its words, which tell it from other rows: all that is no number.
  fileprivate var words: [String] {
    cells.filter { $0.value == nil && $0.number == nil && !$0.isPicture }.map(\.text)
  }

  fileprivate var printed: [PrintedNumber] {
    cells.map(\.printed)
  }
}

extension Text {
  fileprivate var printed: PrintedNumber { PrintedNumber(text: text, bare: bare, value: value) }

  /// The number without its signs.
  fileprivate var bare: String {
    var words = text.split(separator: " ", omittingEmptySubsequences: false)
    if signs > 0 || words.last == "M" { words.removeLast() }
    return words.joined(separator: " ")
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }).split(separator: " ").joined(separator: " ")
  }
}
