import Analytics
import Figures

extension FolderReading {
  /// The model's inputs and the evidence; only of a folder without defects.
  func contents() -> (inputs: ModelInputs, evidence: Evidence) {
    // Half of the work each.
    let (first, rest) = both(threads: threads) {
      (observations: ObservationTable.allCases.map(observations), inputs: modelInputs())
    } and: {
      (
        sources: sources(), bodies: bodies(), facts: facts(), months: months(),
        bodyYears: bodyYears(), quality: quality(), incidents: incidents(),
        milestones: milestones(), redListRates: redListRates(), businessCases: businessCases()
      )
    }
    let named = Dictionary(
      uniqueKeysWithValues: zip(ObservationTable.allCases, first.observations))
    let evidence = Evidence(
      name: package.name, version: package.version, sources: rest.sources, bodies: rest.bodies,
      facts: rest.facts, observations: named, months: rest.months, bodyYears: rest.bodyYears,
      quality: rest.quality, incidents: rest.incidents, milestones: rest.milestones,
      redListRates: rest.redListRates, businessCases: rest.businessCases,
      created: package.created, roles: package.roles)
    return (first.inputs, evidence)
  }

  private func sources() -> [Source] {
    RowCursor.rows(of: tables["sources"]) {
      Source(
        id: $0.text(), title: $0.text(), publisher: $0.text(), date: $0.text(),
        address: $0.text(), licence: $0.text(), seenHow: $0.text())
    }
  }

  private func bodies() -> [Body] {
    RowCursor.rows(of: tables["bodies"]) {
      Body(
        code: $0.text(), name: $0.text(), kind: $0.choice(), parent: $0.text(), note: $0.text())
    }
  }

  private func facts() -> [Fact] {
    RowCursor.rows(of: tables["facts"]) {
      Fact(
        id: $0.text(), theme: $0.choice(), measure: $0.text(), body: $0.text(),
        period: $0.text(), value: $0.optional(), unit: $0.text(), low: $0.optional(),
        high: $0.optional(), mark: $0.choice(), kind: $0.choice(), sourceID: $0.text(),
        locator: $0.text(), asOf: $0.text(), confidence: $0.choice(), conflict: $0.text(),
        note: $0.text())
    }
  }

  private func observations(_ table: ObservationTable) -> [Observation] {
    RowCursor.rows(of: tables[table.rawValue]) {
      Observation(
        body: $0.text(), measure: $0.text(), period: $0.text(), value: $0.optional(),
        low: $0.optional(), high: $0.optional(), unit: $0.text(), mark: $0.choice(),
        kind: $0.choice(), sourceID: $0.text(), locator: $0.text(), asOf: $0.text(),
        confidence: $0.choice(), factID: $0.text(), note: $0.text())
    }
  }

  private func months() -> MonthlyReturns {
    var months = MonthlyReturns.Builder()
    tables["contractor_spend"]?.append(to: &months)
    return months.finish().returns
  }

  private func bodyYears() -> [WorkforceReturn] {
    RowCursor.rows(of: tables["contractor_bodies"]) { cells in
      let (body, department) = (cells.text(), cells.text())
      let (year, months) = (cells.text(), cells.whole())
      let (payrollFTE, nonPayrollFTE) = (cells.optional(), cells.optional())
      return WorkforceReturn(
        body: body, department: department, period: year, returns: months,
        payrollFTE: payrollFTE, payrollCost: cells.optional(), nonPayrollFTE: nonPayrollFTE,
        agencyFTE: nil, interimFTE: nil, specialistFTE: nil, contingentCost: cells.optional(),
        consultancyCost: cells.optional(), mark: cells.choice(), sourceID: cells.text(),
        isYear: true)
    }
  }

  /// Values that were left out; what was decided in reading files is none.
  private func quality() -> [QualityEntry] {
    RowCursor.rows(of: tables["contractor_quality_log"]) {
      QualityEntry(
        department: $0.text(), body: $0.text(), month: $0.text(), measure: $0.text(),
        value: $0.optional(), rule: $0.text(), why: $0.text())
    }.filter { $0.rule != ReturnRule.decision.rawValue }
  }

  private func incidents() -> [Incident] {
    RowCursor.rows(of: tables["incidents"]) {
      Incident(
        id: $0.text(), date: $0.text(), body: $0.text(), title: $0.text(),
        hours: $0.optional(), affected: $0.optional(), affectedUnit: $0.text(),
        fallback: $0.text(), mark: $0.choice(), kind: $0.choice(), sourceID: $0.text(),
        locator: $0.text(), confidence: $0.choice(), note: $0.text(), factID: $0.text())
    }
  }

  private func milestones() -> [Milestone] {
    RowCursor.rows(of: tables["timeline"]) {
      Milestone(
        id: $0.text(), date: $0.text(), body: $0.text(), title: $0.text(),
        status: $0.choice(), evidence: $0.text(), lastSeen: $0.text(), value: $0.optional(),
        unit: $0.text(), sourceID: $0.text(), locator: $0.text(), factID: $0.text(),
        note: $0.text())
    }
  }

  private func redListRates() -> [RedListRate] {
    RowCursor.rows(of: tables["red_list"]) {
      RedListRate(
        flow: $0.choice(), label: $0.text(), unit: $0.text(), p10: $0.number(), p50: $0.number(),
        p90: $0.number(), minimum: $0.number(), maximum: $0.number(), mark: $0.choice(),
        source: $0.text(), rationale: $0.text())
    }
  }

  private func businessCases() -> [BusinessCase] {
    RowCursor.rows(of: tables["business_cases"]) {
      BusinessCase(
        programme: $0.text(), body: $0.text(), country: $0.text(), measure: $0.choice(),
        value: $0.number(), low: $0.optional(), high: $0.optional(), unit: $0.text(),
        priceBase: $0.text(), cashable: $0.choice(), mark: $0.choice(), kind: $0.choice(),
        sourceID: $0.text(), locator: $0.text(), asOf: $0.text(), confidence: $0.choice(),
        leftOut: $0.text().split(separator: " ").compactMap { .init(rawValue: String($0)) },
        note: $0.text())
    }
  }
}

extension Table {
  /// Adds the rows of `contractor_spend`, or of a piece of it, to the months.
  func append(to months: inout MonthlyReturns.Builder) {
    // Rows of one body stand together, and name one source.
    var (body, source) = (Repeated(column: 0), Repeated(column: 12))
    for row in 0..<count {
      months.append(
        body: body.text(row, of: self), month: CalendarText.months(cell(row, 1).span),
        returns: number(row, 2).map { Int($0) }, mark: Mark.allCases[Int(choices[11][row])],
        sourceID: source.text(row, of: self))
    }
    months.append(numbers: Array(numbers[3..<11]))
  }
}
