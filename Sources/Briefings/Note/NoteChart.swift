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
    var chart = Chart(
      title: "Benefit and cost by year", x: Chart.Axis(.years),
      y: Chart.Axis(.money, unit: Money.billionsAYear), basis: .scenario)
    chart.series = band(subject, 0)
    if let rivals {
      chart.series += band(rivals, 1)
      chart.series.append(line("first", names.0, .series(0), subject.benefits, subject))
      chart.series.append(line("other", names.1, .beside(1), rivals.benefits, rivals))
    } else {
      chart.series.append(line("expected", "benefit", .series(0), subject.benefits, subject))
      chart.series.append(line("cost", "cost", .beside(1), subject.costs, subject, of: "cost"))
    }
    return chart
  }

  static func illustration(_ subject: Subject) -> Illustration? {
    guard let chart = chart(subject) else { return nil }
    let rivals = subject.rival.map { subject.with($0) }
    let names = ComparisonRules.names(subject)
    var picture = Picture(
      frame: Frame(columns: 1, rows: 1), headline: "Benefit and cost by year",
      altText: words(subject, rivals, names), created: subject.evidence.date)
    picture.parts = [Picture.Part(title: chart.title, charts: [chart])]
    let prefix = subject.code.map { $0.lowercased() } ?? "whole"
    let range = subject.uncertainty == nil ? "" : ", with where eight runs in ten lie"
    let what = rivals == nil ? "Benefit and cost a year" : "Benefit a year in both scenarios"
    return Illustration(
      name: "\(prefix)-note", picture, alternative: picture.altText,
      caption: "\(what), \(Money.billions): expected\(range)", height: 3.2)
  }

  /// From P10 to P90; nothing without draws.
  private static func band(_ subject: Subject, _ place: Int) -> [Chart.Series] {
    let summaries = subject.benefits.indices.map(subject.benefit(at:))
    guard summaries.contains(where: { $0?.p10 != nil }) else { return [] }
    return [
      Chart.Series(
        place == 0 ? "p10-p90" : "p10-p90-other", label: "", .band, .range(place),
        zip(subject.times, summaries).map { year, summary in
          Chart.Datum(x: year, summary?.p90, from: summary?.p10)
        })
    ]
  }

  private static func line(
    _ id: String, _ label: String, _ role: Chart.Role, _ values: [Double], _ subject: Subject,
    of name: String = "benefit"
  ) -> Chart.Series {
    Chart.Series(
      id, label: label, .line, role,
      zip(subject.projection.years, zip(subject.times, values)).map { year, datum in
        Chart.Datum(x: datum.0, datum.1, figure: subject.explained(name, in: year))
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
