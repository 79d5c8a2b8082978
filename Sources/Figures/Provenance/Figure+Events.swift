extension Evidence {
  /// A promise or an event as a figure: its number where it has one, its date and how it stands.
  /// Where a fact states the number, it is of the fact's date and as exact as there; else it is of
  /// the day it happened, or of its source's date where it is still to come.
  public func figure(_ row: Milestone) -> Figure {
    let fact = fact(row.factID)
    let source = source(row.sourceID)
    let number = number(of: row)
    let toCome = row.status == .due || row.status == .late
    return Figure(
      id: "timeline.\(row.id)", label: "\(row.title), \(name(of: row.body))",
      text: (number.map { $0.text + ", " } ?? "") + "\(row.date): \(row.status.rawValue)",
      mark: fact?.mark ?? .reported, kind: fact?.kind, confidence: fact?.confidence ?? .b,
      asOf: fact?.asOf ?? (toCome ? seen(row, in: source) : row.date), source: source,
      locator: row.locator, note: row.remark,
      contradictions: fact.map { figure($0).contradictions } ?? [],
      cautions: secondHand(row.sourceID),
      inputs: fact.map { [$0.id] } ?? [], value: number)
  }

  /// The day of what says so, else when that was last seen.
  private func seen(_ row: Milestone, in source: Source?) -> String {
    let date = source?.date ?? ""
    return date.isEmpty ? row.lastSeen : date
  }

  /// The number promised or reached, as exact as the fact that states it; nil where there is none.
  public func number(of row: Milestone) -> FigureValue? {
    row.value.map { value in
      let fact = fact(row.factID)?.figureValue
      let isSame = fact?.number == value && fact?.unit == row.unit
      return FigureValue(
        number: value, qualifier: isSame ? fact?.qualifier : nil, unit: row.unit, body: row.body,
        period: row.date)
    }
  }

  /// How many a failure affected; without that, how long it lasted. Where a fact states the number,
  /// mark, date, source and rivals are the fact's.
  public func figure(_ row: Incident) -> Figure {
    let affected = row.affectedValue.text
    let hours = row.hoursValue.text
    var figure = figure(
      row, id: row.id,
      value: affected.isEmpty && !hours.isEmpty ? row.hoursValue : row.affectedValue)
    if let fact = fact(row.factID) {
      let stated = self.figure(fact)
      (figure.mark, figure.kind, figure.confidence) = (stated.mark, stated.kind, stated.confidence)
      (figure.asOf, figure.source, figure.locator) = (stated.asOf, stated.source, stated.locator)
      figure.contradictions = stated.contradictions
      figure.inputs = [fact.id]
    }
    return figure
  }

  /// How long a failure lasted, where how many it affected is a figure of its own; else nil.
  public func duration(of row: Incident) -> Figure? {
    row.affected == nil || row.hours == nil
      ? nil : figure(row, id: row.id + ".hours", value: row.hoursValue)
  }

  private func figure(_ row: Incident, id: String, value: FigureValue) -> Figure {
    let text = value.text
    return Figure(
      id: id, label: "\(row.title), \(name(of: row.body)), \(row.date)",
      text: text.isEmpty ? "no count in these data" : text, mark: row.mark, kind: row.kind,
      confidence: row.confidence, asOf: row.date, source: source(row.sourceID),
      locator: row.locator,
      note: [row.fallback.isEmpty ? "" : "Fallback: \(row.fallback).", row.note]
        .filter { !$0.isEmpty }.joined(separator: " "), cautions: secondHand(row.sourceID),
      value: value)
  }
}

extension Incident {
  /// How many were affected, as the note qualifies it.
  public var affectedValue: FigureValue {
    FigureValue(
      number: affected, qualifier: Qualifier(note: note, value: affected, low: nil, high: nil),
      unit: affectedUnit, body: body, period: date)
  }

  fileprivate var hoursValue: FigureValue {
    FigureValue(number: hours, unit: "hours", body: body, period: date)
  }
}
