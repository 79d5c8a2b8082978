import Charts
import Dashboard
import Documents
import Figures

/// What is published, and where.
extension BookSheets {
  /// Facts and observations about it, and the publications that they are from.
  var published: (sheet: Book.Sheet, sources: [Source]) {
    var rows: [[Book.Cell]] = []
    var sources: [Source] = []
    var known: Set<String> = []
    func add(
      _ figure: Figure, _ label: String, _ body: String, _ period: String, _ rivals: [String]
    ) {
      let value = figure.value
      // A bound that is the number itself is said by its qualifier.
      func end(_ limit: Double?) -> Book.Cell {
        value?.qualifier != nil && limit == value?.number ? .inapplicable : perhaps(limit)
      }
      if let source = figure.source, known.insert(source.id).inserted { sources.append(source) }
      rows.append([
        .text(figure.id), .text(label), .text(subject.name(of: body)), cell(period),
        cell(value?.number), end(value?.low), end(value?.high),
        perhaps(value?.qualifier?.rawValue ?? ""), perhaps(value?.unit ?? ""), .text(figure.text),
        .text(figure.mark.rawValue), perhaps(figure.kind?.rawValue ?? ""),
        cell(figure.confidence?.rawValue ?? ""), cell(figure.asOf), cell(figure.source?.id ?? ""),
        perhaps(rivals.joined(separator: " ")), perhaps(Caution.words(figure.cautions)),
      ])
    }
    let facts = evidence.facts.filter { fact in subject.family?.contains(fact.body) ?? true }
    for fact in facts {
      let rivals =
        fact.conflict.isEmpty
        ? [] : evidence.facts.filter { $0.conflict == fact.conflict && $0.id != fact.id }.map(\.id)
      add(evidence.figure(fact), fact.measure, fact.body, fact.period, rivals)
    }
    if subject.organisation != nil {
      for table in ObservationTable.allCases {
        for row in subject.rows(table) where row.factID.isEmpty {
          add(evidence.figure(row, in: table), row.measure, row.body, row.period, [])
        }
      }
    }
    return (
      Book.Sheet(
        "Published", title: "Published figures, \(subject.name)",
        remarks: [
          Self.one,
          "Numbers are as published, in their units; none is corrected. Source: that of each row, by its id in the sheet Sources.",
        ],
        header: [
          "Id", "Measure", "Of whom", "Period", "Value", "Low", "High", "Qualifier", "Unit",
          "As printed", "Mark", "Kind", "Confidence", "As of", "Source id", "Disputed", "Audit",
        ], rows: rows), sources
    )
  }

  private var codes: [String] {
    subject.code.map { [$0] } ?? evidence.contractorDepartments
      + evidence.otherContractorDepartments
  }

  var contractors: Book.Sheet {
    var sheet = contractorTable
    // Of one department the years follow one another.
    guard subject.organisation != nil, !sheet.rows.isEmpty else { return sheet }
    sheet.charts = [
      Book.Chart(
        .columns(stacked: true), title: "Contingent labour and consultancy by year",
        alternative: "Column chart of contingent labour and consultancy, \(subject.name), by year.",
        unit: Money.millions, category: 2, rows: 0..<sheet.rows.count,
        series: [
          Book.Chart.Series(3, "Contingent labour", .bar, colour: Book.Chart.colour(.series(0))),
          Book.Chart.Series(4, "Consultancy", .bar, colour: Book.Chart.colour(.series(1))),
        ])
    ]
    return sheet
  }

  private var contractorTable: Book.Sheet {
    Book.Sheet(
      "Contractors", title: "Contingent labour and consultancy by year, \(subject.name)",
      remarks: [
        Self.one,
        Evidence.returnsNote + " Source: that of each row, by its id in the sheet Sources.",
      ],
      header: [
        "Code", "Department", "Year", "Contingent labour", "Consultancy", "Sum", "Unit",
        "Months returned", "Mark", "Source id", "Audit",
      ],
      rows: codes.flatMap { code -> [[Book.Cell]] in
        (evidence.contractorRecord(of: code)?.years ?? []).map { year in
          [
            .text(code), .text(subject.name(of: code)), .text(year.year.description),
            .number(year.contingent), .number(year.consultancy), .number(year.total),
            .text(Money.millions), .text(year.coverage), .text(year.mark.rawValue),
            cell(year.sourceID), perhaps(year.cautions.map(\.text).joined(separator: " ")),
          ]
        }
      })
  }

  func sources(_ found: [Source]) -> Book.Sheet {
    var all = [subject.model] + found
    let ids = Set(codes.flatMap { evidence.contractorRecord(of: $0)?.years.map(\.sourceID) ?? [] })
    all += ids.sorted().compactMap(evidence.source).filter { source in
      !all.contains { $0.id == source.id }
    }
    return Book.Sheet(
      "Sources", title: "Sources",
      remarks: [Self.one, "Publications that the other sheets name by their ids."],
      header: ["Source id", "Publisher", "Title", "Date", "Address", "Licence", "Seen"],
      rows: all.map { source in
        [
          .text(source.id), cell(source.publisher), .text(source.title), cell(source.date),
          source.address.isEmpty ? .none : .link(source.address, source.address),
          cell(source.licence), cell(source.seenHow),
        ]
      })
  }
}
