import Analytics

/// The answer of `project` as rows: one for each number under `central`, `organisations` and
/// `uncertainty`, in the order of the JSON.
struct ProjectionCSV {
  private let years: [String]
  private let cells: CSVText
  private(set) var text = "scope,series,stream,year,statistic,value\n"

  init(_ answer: ProjectionAnswer, _ cells: CSVText = CSVText()) {
    self.cells = cells
    years = answer.projection.years
    for member in answer.json.members {
      switch member.name {
      case "central":
        for series in member.value.members { central(series, scope: "national") }
      case "organisations":
        for organisation in member.value.members {
          for series in organisation.value.members { central(series, scope: organisation.name) }
        }
      case "uncertainty": uncertain(member.value)
      default: break
      }
    }
  }

  private mutating func central(_ series: JSONValue.Member, scope: String) {
    switch series.name {
    case "gross", "net":
      for stream in series.value.members {
        yearly(scope, series.name, stream.name, stream.value)
      }
    case "metrics":
      for metric in series.value.members {
        row(scope, metric.name, "", "", "central", metric.value)
      }
    default: yearly(scope, series.name, "", series.value)
    }
  }

  /// A series by year, or one number.
  private mutating func yearly(
    _ scope: String, _ series: String, _ stream: String, _ value: JSONValue
  ) {
    guard case .array(let values) = value else {
      row(scope, series, stream, "", "central", value)
      return
    }
    for (year, value) in zip(years, values) { row(scope, series, stream, year, "central", value) }
  }

  private mutating func uncertain(_ value: JSONValue) {
    for member in value.members {
      switch member.name {
      case "yearly":
        for series in member.value.members {
          guard case .array(let values) = series.value else { continue }
          for (year, summary) in zip(years, values) {
            statistics("national", series.name, year, summary)
          }
        }
      case "metrics":
        for metric in member.value.members { statistics("national", metric.name, "", metric.value) }
      case "organisations":
        for organisation in member.value.members {
          for series in organisation.value.members {
            statistics(organisation.name, series.name, "", series.value)
          }
        }
      case "draws", "seed": break
      default: row("national", member.name, "", "", "share", member.value)
      }
    }
  }

  private mutating func statistics(
    _ scope: String, _ series: String, _ year: String, _ summary: JSONValue
  ) {
    for statistic in summary.members {
      row(scope, series, "", year, statistic.name, statistic.value)
    }
  }

  private mutating func row(
    _ scope: String, _ series: String, _ stream: String, _ year: String, _ statistic: String,
    _ value: JSONValue
  ) {
    let number = value == .null ? "" : value.text
    text += "\(cells.cell(scope)),\(series),\(stream),\(year),\(statistic),\(number)\n"
  }
}

extension JSONValue {
  /// Of an object; none of anything else.
  var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }
}
