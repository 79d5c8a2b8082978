import Analytics
import Figures
import Frames

/// The numbers behind a picture for programs: each to the last bit, with all that stays with it in
/// a field of its own.
struct PictureNumbers {
  let state: State
  let content: PictureContent
  /// The scenario line that makes the modelled ones again.
  let scenario: String

  /// Panel by panel: what its charts draw, then its figures, each followed by the numbers that its
  /// text names beside its own.
  var rows: [Picture.Number] {
    content.panels.flatMap { panel in
      drawn(panel)
        + panel.items.flatMap(\.figures).flatMap { figure in
          [row(figure, of: panel)]
            + figure.others.map { other in
              var beside = figure
              (beside.id, beside.text, beside.value) = (other.id, "", other.value)
              return row(beside, of: panel, series: figure.label)
            }
        }
    }
  }

  /// The publications that the rows name, in the order in which they come.
  var sources: [Picture.Source] {
    var seen: Set<String> = []
    let named = content.panels.flatMap { panel in
      points(panel).map(\.figure) + panel.items.flatMap(\.figures)
    }
    return named.compactMap(\.source).filter { seen.insert($0.id).inserted }.map { source in
      Picture.Source(
        id: source.id, citation: source.citation, date: source.date, address: source.address,
        licence: source.licence)
    }
  }

  private func drawn(_ panel: Panel) -> [Picture.Number] {
    points(panel).map { series, figure in row(figure, of: panel, series: series) }
  }

  /// What the lines and bands of a panel are drawn through.
  func points(_ panel: Panel) -> [(series: String, figure: Figure)] {
    let charts = content.charts.filter { $0.panel == panel.id }.map(\.chart)
    return charts.flatMap { chart in
      let places = chart.labels.indices
      let name = chart.name.isEmpty ? "" : chart.name + ", "
      func line(
        _ series: String, _ numbers: (Int) -> Figure?
      ) -> [(series: String, figure: Figure)] {
        places.compactMap(numbers).map { figure in
          var figure = figure
          figure.text = chart.text(figure.value?.number)
          return (name + series, figure)
        }
      }
      return chart.bands.flatMap { line("P10", $0.lowNumbers) + line("P90", $0.highNumbers) }
        + chart.named.flatMap { line($0.isEmpty ? "value" : $0, $1.numbers) }
    }
  }

  /// What was made from these data is as of their date.
  private func date(_ figure: Figure) -> String {
    figure.asOf.isEmpty && figure.mark != .reported ? state.evidence.date : figure.asOf
  }

  /// - Parameter series: what the number belongs to, where the picture does not print it with its
  ///   name.
  private func row(
    _ figure: Figure, of panel: Panel, series: String = ""
  ) -> Picture.Number {
    let value = figure.value
    func text(_ number: Double?) -> String {
      // Adding 0 makes −0 plain.
      number.flatMap { $0.isFinite ? Decimal.text($0 + 0) : nil } ?? ""
    }
    return Picture.Number(
      table: panel.title, id: figure.id, figure: series.isEmpty ? figure.label : "",
      series: series, body: value?.body ?? "", period: value?.period ?? "",
      statistic: figure.statistic?.rawValue ?? "", number: text(value?.number),
      low: text(value?.low), high: text(value?.high), unit: value?.unit ?? "",
      qualifier: value?.qualifier?.rawValue ?? "", mark: figure.mark.rawValue, asOf: date(figure),
      isDisputed: !figure.contradictions.isEmpty, isOld: figure.isOld(on: state.evidence.date),
      caution: figure.cautions.map(\.text).joined(separator: " "),
      source: figure.source?.id ?? "", scenario: figure.basis == .scenario ? scenario : "",
      value: figure.text)
  }
}
