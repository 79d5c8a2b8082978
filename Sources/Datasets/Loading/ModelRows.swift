import Analytics
import Figures

extension FolderReading {
  /// The model's inputs; only of a folder without defects.
  func modelInputs() -> ModelInputs {
    var organisations = RowCursor.rows(of: tables["organisations"]) {
      Organisation(code: $0.text(), name: $0.text(), sector: $0.text(), legacyClass: $0.choice())
    }
    for place in organisations.indices {
      organisations[place].ownLegacyShare = ownShares.byCode[organisations[place].code]
    }
    let fixed = fixedValues()
    let schedules = discounting()
    return ModelInputs(
      name: package.name, version: package.version, organisations: organisations,
      keys: keys(of: organisations), assumptions: assumptions(), levers: levers(),
      presets: presets(), fixed: fixed, seed: seed(), overlaps: overlaps(),
      discounting: schedules.bands, schedules: schedules.names,
      roles: package.roles)
  }

  /// Each key's cells, in the order of the organisations.
  private func keys(of organisations: [Organisation]) -> [AllocationKey: [KeyCell]] {
    struct Place: Hashable {
      var code: String
      var key: AllocationKey
    }
    let rows = RowCursor.rows(of: tables["allocation_keys"]) { cells -> (Place, KeyCell) in
      let place = Place(code: cells.text(), key: cells.choice())
      return (
        place,
        KeyCell(
          value: cells.number(), unit: cells.text(), mark: cells.choice(), source: cells.text(),
          note: cells.text())
      )
    }
    let cells = Dictionary(rows, uniquingKeysWith: { first, _ in first })
    return Dictionary(
      uniqueKeysWithValues: AllocationKey.allCases.map { key in
        (key, organisations.compactMap { cells[Place(code: $0.code, key: key)] })
      })
  }

  private func assumptions() -> [AssumptionSpec] {
    RowCursor.rows(of: tables["assumptions"]) {
      AssumptionSpec(
        id: $0.choice(), label: $0.text(), unit: $0.text(),
        range: ThreePoint(p10: $0.number(), p50: $0.number(), p90: $0.number()),
        minimum: $0.number(), maximum: $0.number(), step: $0.number(), scale: $0.choice(),
        loading: $0.number(), mark: $0.choice(), confidence: $0.choice(), source: $0.text(),
        rationale: $0.text())
    }
  }

  private func levers() -> [LeverSpec] {
    let rows = RowCursor.rows(of: tables["levers"]) {
      LeverSpec(
        id: $0.choice(), label: $0.text(), unit: $0.text(), minimum: $0.number(),
        maximum: $0.number(), step: $0.number(), defaultValue: $0.number(),
        perOrganisation: $0.place() == 0, description: $0.text())
    }
    return Lever.allCases.compactMap { lever in rows.first { $0.id == lever } }
  }

  private func presets() -> [Preset] {
    let defaults = tables["scenarios"].map { table in
      (0..<table.count).map { table.text($0, "default") == "true" }
    }
    var row = 0
    return RowCursor.rows(of: tables["scenarios"]) { cells in
      defer { row += 1 }
      var preset = Preset(
        id: cells.text(), name: cells.text(), description: cells.text(), levers: [:])
      for lever in Lever.allCases { preset.levers[lever] = cells.number() }
      preset.isDefault = defaults?[row] == true
      return preset
    }
  }

  private func fixedValues() -> [FixedParameter: FixedValue] {
    let rows = RowCursor.rows(of: tables["fixed_parameters"]) {
      cells -> (FixedParameter, FixedValue) in
      let id: FixedParameter = cells.choice()
      return (
        id,
        FixedValue(
          value: cells.number(), unit: cells.text(), mark: cells.choice(), source: cells.text())
      )
    }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  private func seed() -> UInt64 {
    guard let table = tables["fixed_parameters"], let value = table.schema.place(of: "value"),
      let row = (0..<table.count).first(where: {
        table.text($0, "id") == FixedParameter.seed.rawValue
      })
    else { return 0 }
    return Numeral.digits(table.cell(row, value).span) ?? 0
  }

  private func overlaps() -> [OverlapWeight] {
    RowCursor.rows(of: tables["overlap_weights"]) {
      OverlapWeight(
        a: $0.choice(), b: $0.choice(), weight: $0.number(), mark: $0.choice(), source: $0.text())
    }
  }

  /// Each schedule's bands by year, and the schedules in file order.
  private func discounting() -> (bands: [String: [DiscountBand]], names: [String]) {
    var names: [String] = []
    var bands: [String: [DiscountBand]] = [:]
    let rows = RowCursor.rows(of: tables["discount_schedules"]) { cells -> (String, DiscountBand) in
      let name = cells.text()
      return (
        name,
        DiscountBand(
          fromYear: cells.whole() ?? 0, toYear: cells.whole(), rate: cells.number(),
          mark: cells.choice(), source: cells.text())
      )
    }
    for (name, band) in rows {
      if bands[name] == nil { names.append(name) }
      bands[name, default: []].append(band)
    }
    return (bands.mapValues { $0.sorted { $0.fromYear < $1.fromYear } }, names)
  }
}
