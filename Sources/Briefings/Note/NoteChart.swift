import Analytics
import Charts
import Dashboard
import Documents
import Explanations
import Figures
import Frames

/// The chart of a note: what it brings and costs by year; of two scenarios what both bring.
enum NoteChart {
  /// The chart as a value; nil where there is nothing by year.
  static func chart(_ subject: Subject) -> Chart? {
    let rivals = subject.rival.map { subject.with($0) }
    guard subject.benefits.count > 1, subject.benefits.count == subject.projection.years.count
    else { return nil }
    let names = ComparisonRules.names(subject)
    let scale = scale(subject, rivals)
    var chart = Chart(
      title: "Benefit and cost by year", x: Chart.Axis(.years),
      y: Chart.Axis(.money, unit: scale.unitAYear), basis: .scenario)
    chart.series = band(subject)
    if let rivals {
      chart.series += edges(rivals, names.1)
      chart.series.append(line("first", names.0, .series(0), subject.benefits, subject))
      chart.series.append(line("other", names.1, .beside(1), rivals.benefits, rivals))
    } else {
      chart.series.append(line("expected", "benefit", .series(0), subject.benefits, subject))
      chart.series.append(line("cost", "cost", .beside(1), subject.costs, subject, of: "cost"))
    }
    for series in chart.series.indices {
      for place in chart.series[series].data.indices {
        chart.series[series].data[place].y? *= scale.factor
        chart.series[series].data[place].y2? *= scale.factor
      }
    }
    // A low chart has two or three ticks: its end is one of finer ones, not the next of those.
    if let extent = chart.extent {
      let ticks = niceTicks(from: extent.lowerBound, to: extent.upperBound, count: 7)
      chart.y.range = (ticks.first ?? 0)...(ticks.last ?? 1)
    }
    return chart
  }

  /// What its values are in.
  private static func scale(_ subject: Subject, _ rivals: Subject?) -> MoneyScale {
    let all = [subject] + (rivals.map { [$0] } ?? [])
    let highs = all.flatMap { one in one.benefits.indices.map { one.benefit(at: $0)?.p90 ?? 0 } }
    return MoneyScale(
      all.flatMap(\.benefits) + highs + (rivals == nil ? subject.costs : []))
  }

  /// - Parameters:
  ///   - name: in files, behind whom it is of.
  ///   - height: in centimetres.
  static func illustration(
    _ subject: Subject, name: String = "note", height: Double = 3.2
  ) -> Illustration? {
    guard let chart = chart(subject) else { return nil }
    let rivals = subject.rival.map { subject.with($0) }
    let names = ComparisonRules.names(subject)
    let what = rivals == nil ? "Benefit and cost a year" : "Benefit a year in both scenarios"
    var picture = Picture(
      frame: Frame(columns: 1, rows: 1), headline: what,
      altText: words(subject, rivals, names), created: subject.evidence.date)
    picture.parts = [Picture.Part(title: chart.title, charts: [chart])]
    let prefix = subject.code.map { $0.lowercased() } ?? "whole"
    let range = subject.uncertainty == nil ? "" : ", with where eight runs in ten lie"
    return Illustration(
      name: "\(prefix)-\(name)", picture, alternative: picture.altText,
      caption: "\(what), \(scale(subject, rivals).unit): expected\(range)", height: height)
  }

  /// From P10 to P90; nothing without draws.
  private static func band(_ subject: Subject) -> [Chart.Series] {
    let summaries = subject.benefits.indices.map(subject.benefit(at:))
    guard summaries.contains(where: { $0?.p10 != nil }) else { return [] }
    return [
      Chart.Series(
        "p10-p90", label: "", .band, .range(0),
        zip(subject.times, summaries).map { year, summary in
          Chart.Datum(x: year, summary?.p90, from: summary?.p10)
        })
    ]
  }

  /// The same of the other scenario as two lines: two bands on one another are one without colour.
  private static func edges(_ subject: Subject, _ name: String) -> [Chart.Series] {
    let summaries = subject.benefits.indices.map(subject.benefit(at:))
    guard summaries.contains(where: { $0?.p10 != nil }) else { return [] }
    func edge(_ id: String, _ label: String, _ value: (Summary) -> Double?) -> Chart.Series {
      Chart.Series(
        id, label: label, .line, .muted,
        zip(subject.times, summaries).map { Chart.Datum(x: $0, $1.flatMap(value)) })
    }
    return [
      edge("p90-other", "8 runs in 10, \(name)", \.p90), edge("p10-other", "", \.p10),
    ]
  }

  private static func line(
    _ id: String, _ label: String, _ role: Chart.Role, _ values: [Double], _ subject: Subject,
    of name: String = "benefit"
  ) -> Chart.Series {
    Chart.Series(
      id, label: label, .line, role,
      zip(subject.projection.years, zip(subject.times, values)).map { year, datum in
        Chart.Datum(
          x: datum.0, datum.1,
          figure: name == "benefit"
            ? subject.explained(name, in: year) : subject.explainedBeside(name, in: year))
      })
  }

  /// Kind, ends, greatest and range in under 300 characters.
  static func words(_ subject: Subject) -> String {
    words(subject, subject.rival.map { subject.with($0) }, ComparisonRules.names(subject))
  }

  private static func words(
    _ subject: Subject, _ rival: Subject?, _ names: (String, String)
  ) -> String {
    let years = subject.projection.years
    func course(_ name: String, _ values: [Double]) -> String {
      guard let first = values.first, let last = values.last else { return "" }
      let moves = last > first ? "rises" : last < first ? "falls" : "stays"
      return "\(name) \(moves) from \(Numbers.billions(first)) to \(Numbers.billions(last))"
    }
    var text = "Line chart, \(years.first ?? "") to \(subject.lastYear). "
    if let rival {
      text += course("Benefit a year in \(names.0.prefix(40))", subject.benefits) + "; "
      text += course("in \(names.1.prefix(40))", rival.benefits) + "."
    } else {
      text += course("Expected benefit a year", subject.benefits)
      if let range = subject.finalBenefit, let low = range.p10, let high = range.p90 {
        text +=
          ", in eight runs of ten to between \(Numbers.billions(low)) and "
          + Numbers.billions(high)
      }
      text += "."
      if let most = subject.costs.indices.max(by: { subject.costs[$0] < subject.costs[$1] }),
        years.indices.contains(most)
      {
        text += " Cost is greatest in \(years[most]), at \(Numbers.billions(subject.costs[most]))."
      }
    }
    return Wording.full.said(text)
  }
}

extension Subject {
  /// The projection's years as places on an axis of time.
  var times: [Double] {
    projection.years.enumerated().map { Chart.Axis.time($1, .years) ?? Double($0) }
  }
}
