import Analytics
import Figures
import Frames

/// What numbers were before a lever was moved, beside what they are.
extension State {
  /// The same screen with what the baseline brings and costs; nil where nothing was changed, and as
  /// long as it is not known. What is not of the account stays as it is now.
  var before: State? {
    guard lab.guessing == nil, scenario != baseline, let account = baselineAccount,
      let projection = baselineProjection ?? projection
    else { return nil }
    var state = self
    state.scenario = baseline
    state.projection = projection
    state.uncertainty?.expected = account
    return state
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

extension Item {
  /// The item with what its numbers were on their cards.
  fileprivate func noting(_ before: Item, in name: String) -> Item {
    var item = Item(
      figures: figures.map { figure in
        before.figures.first { $0.id == figure.id }
          .map { figure.noting(before: $0.text, in: name) } ?? figure
      }, opens: destination, lever: lever)
    item.setting = setting
    return item
  }
}

extension Bars {
  /// With what the bars were, by their labels.
  func beside(_ before: Bars, in name: String) -> Bars {
    let known = Dictionary(before.rows.map { ($0.bar.label, $0) }) { first, _ in first }
    var bars = self
    bars.rows = rows.map { row in
      guard let then = known[row.bar.label], then.bar.text != row.bar.text else { return row }
      var row = Row(row.bar, row.item.noting(then.item, in: name))
      row.bar.was = then.bar.text
      if row.bar.start == nil { row.bar.before = then.bar.value }
      return row
    }
    return bars
  }
}

extension Table {
  /// With what the numbers of its rows were, by the words of the rows: the first that changed in a
  /// column of its own at the end, all of a row below the list while it is the chosen one. Rows that
  /// share their words with another are left as they are.
  func beside(_ before: Table, in name: String) -> Table {
    let own = Dictionary(grouping: rows, by: \.words)
    let known = Dictionary(grouping: before.rows, by: \.words)
    func then(_ row: Row) -> Row? {
      let words = row.words
      guard own[words]?.count == 1, let found = known[words], found.count == 1 else { return nil }
      return found[0]
    }
    var table = self
    var first: Int?
    var cells = [Text?](repeating: nil, count: rows.count)
    for (index, row) in rows.enumerated() {
      guard let then = then(row) else { continue }
      let changed = row.cells.indices.filter { place in
        let cell = row.cells[place]
        return place > 0 && cell.value != nil && then.cells.indices.contains(place)
          && then.cells[place].text != cell.text
      }
      guard let place = changed.first else { continue }
      first = min(first ?? place, place)
      table.rows[index] = Row(row.cells, row.item.noting(then.item, in: name))
      table.rows[index].was =
        "Was: "
        + changed.map { "\(heading($0)) \(then.cells[$0].bare)".trimmed }.joined(separator: ", ")
        + "."
      cells[index] = then.cells[place]
    }
    guard let first, columns.indices.contains(first) else { return table }
    table.columns.append(Column("\(heading(first)) was".trimmed, trailing: true, priority: 5))
    for index in rows.indices {
      while table.rows[index].cells.count < columns.count {
        table.rows[index].cells.append(Text(""))
      }
      let cell = cells[index]
      table.rows[index].cells.append(Text(cell?.bare ?? "", .muted, value: cell?.value))
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
}

extension Text {
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
