import Analytics
import Figures

extension Explainer {
  /// The central case as a calculation, of the nation with all organisations, or of one of them.
  ///
  /// - Parameters:
  ///   - code: of an organisation of the inputs; nil for the nation.
  ///   - sites: where each part will stand.
  ///   - suffix: behind each name, where a workbook has several calculations.
  public func calculation(
    of code: String? = nil, at sites: [Calculation.Part: Calculation.Site], suffix: String = ""
  ) -> Calculation {
    CalculationWriter(self, organisation: code.flatMap { places[$0] }, sites, suffix).calculation
  }
}

/// Gathers all that results are computed from, finds a cell for each number, then writes what stands
/// in it.
private final class CalculationWriter {
  private typealias Part = Calculation.Part

  private let explainer: Explainer
  private let sites: [Calculation.Part: Calculation.Site]
  private let suffix: String
  private let organisation: Int?
  private let years: Int
  private let results: [Node]
  /// What is computed, with how; nil for what is put in.
  private var derivations: [Node: Derivation?] = [:]
  /// What is another number under another name.
  private var aliases: [Node: Node] = [:]
  /// The numbers without their years, in the order in which they were found.
  private var found: [Calculation.Part: [Node]] = [:]
  private var known: Set<Node> = []
  /// The places of the rows of each part, of the columns of the part `organisations`.
  private var places: [Node: Int] = [:]
  private var letters: [String] = []

  init(
    _ explainer: Explainer, organisation: Int?, _ sites: [Calculation.Part: Calculation.Site],
    _ suffix: String
  ) {
    self.explainer = explainer
    self.organisation = organisation
    self.sites = sites
    self.suffix = suffix
    years = explainer.years.count
    let names: [Name] =
      organisation == nil
      ? [
        .finalBenefit, .finalCash, .npsv, .presentValueBenefit, .presentValueCost, .bcr,
        .switchingValue, .cashNPV, .paybackYears, .totalInvestment, .outagesAvoided,
      ] : [.finalBenefit, .npsv]
    results = names.map {
      .quantity(Quantity(name: $0, organisation: organisation, stream: nil, year: nil))
    }
  }

  var calculation: Calculation {
    for node in results { gather(node) }
    let series: [Name] =
      organisation == nil
      ? [.nonCash, .netBenefit, .outages, .outagesBaseline]
      : [.nonCash, .legacyShare, .legacyShareBaseline]
    for name in series {
      for year in 0..<years {
        gather(
          .quantity(Quantity(name: name, organisation: organisation, stream: nil, year: year)))
      }
    }
    if organisation == nil {
      for place in explainer.inputs.organisations.indices {
        gather(.quantity(Quantity(name: .npsv, organisation: place, stream: nil, year: nil)))
      }
      for stream in Stream.allCases {
        for name in [Name.gross, .net] {
          for year in 0..<years {
            gather(.quantity(Quantity(name: name, organisation: nil, stream: stream, year: year)))
          }
        }
      }
    }
    place()
    var rows: [Calculation.Part: [Calculation.Row]] = [:]
    for part in [Part.whole, .years, .workings] {
      rows[part] = (found[part] ?? []).map { row($0, part) }
    }
    let columns = found[.organisations] ?? []
    rows[.organisations] = columns.isEmpty ? [] : organisations.map { row($0, columns) }
    return Calculation(
      rows: rows,
      columns: columns.map { .init(label: label($0), unit: explainer.unit($0)) },
      years: explainer.years)
  }

  private var organisations: [Int] {
    organisation.map { _ in
      explainer.inputs.organisations.indices.filter { place in
        (found[.organisations] ?? []).contains { known.contains(of($0, place)) }
      }
    } ?? Array(explainer.inputs.organisations.indices)
  }

  // MARK: What there is

  private func gather(_ node: Node) {
    guard known.insert(node).inserted else { return }
    let derivation = explainer.derivation(of: node)
    if let derivation, case .input(0) = derivation.formula, isPassedOn(node) {
      gather(derivation.inputs[0])
      aliases[node] = aliases[derivation.inputs[0]] ?? derivation.inputs[0]
      return
    }
    for input in derivation?.inputs ?? [] { gather(input) }
    if explainer.values[node] == nil {
      explainer.values[node] =
        .some(
          explainer.projected(node)
            ?? derivation.map { $0.formula.value($0.inputs.map(explainer.value)) }
            ?? explainer.readValue(node))
    }
    derivations[node] = .some(derivation)
    let row = row(of: node)
    if places[row] == nil {
      places[row] = 0
      found[part(of: node), default: []].append(row)
    }
  }

  /// What an organisation without levers of its own has from everyone.
  private func isPassedOn(_ node: Node) -> Bool {
    switch node {
    case .lever: true
    case .quantity(let q): q.name.shape.scope == .levers
    default: false
    }
  }

  private func part(of node: Node) -> Part {
    switch node {
    case .quantity(let q):
      if results.contains(node) { return .whole }
      return q.organisation == nil
        ? (q.year == nil ? .whole : .years) : (q.year == nil ? .organisations : .workings)
    case .rate: return .years
    case .weight, .share: return .organisations
    default: return .whole
    }
  }

  /// The node whose place is that of its row, or of its column.
  private func row(of node: Node) -> Node {
    switch node {
    case .rate: .rate(1)
    case .weight(let key, _): .weight(key, 0)
    case .share(let key, _): .share(key, 0)
    case .quantity(let q):
      part(of: node) == .organisations ? .quantity(q.of(0)) : .quantity(q.at(nil))
    default: node
    }
  }

  /// The same of an organisation.
  private func of(_ node: Node, _ place: Int) -> Node {
    switch node {
    case .weight(let key, _): .weight(key, place)
    case .share(let key, _): .share(key, place)
    case .quantity(let q): .quantity(q.of(place))
    default: node
    }
  }

  /// The same in a year.
  private func at(_ node: Node, _ year: Int) -> Node {
    switch node {
    case .rate: .rate(year)
    case .quantity(let q): .quantity(q.at(year))
    default: node
    }
  }

  // MARK: Where it stands

  private func place() {
    for part in Part.allCases {
      let sorted = (found[part] ?? []).enumerated().map { (rank($1), $0, $1) }
        .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
      found[part] = sorted
      for (place, node) in sorted.enumerated() { places[node] = place }
    }
    let width = max(years, found[.organisations]?.count ?? 0) + 8
    letters = (0..<width).map { column in
      var name = ""
      var rest = column + 1
      while rest > 0 {
        name = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + name
        rest = (rest - 1) / 26
      }
      return name
    }
  }

  /// Results first, then what is put in, then what follows in the order of the names.
  private func rank(_ node: Node) -> Int {
    if let place = results.firstIndex(of: node) { return place }
    switch node {
    case .lever(_, nil): return 100
    case .lever: return 101
    case .assumption(let assumption):
      return 200 + (Assumption.allCases.firstIndex(of: assumption) ?? 0)
    case .fixed(let parameter):
      return 300 + (FixedParameter.allCases.firstIndex(of: parameter) ?? 0)
    case .weight(let key, _): return 400 + (AllocationKey.allCases.firstIndex(of: key) ?? 0)
    case .share(let key, _): return 500 + (AllocationKey.allCases.firstIndex(of: key) ?? 0)
    case .quantity(let q):
      let name = Name.allCases.firstIndex(of: q.name) ?? 0
      let stream = q.stream.flatMap { Stream.allCases.firstIndex(of: $0) } ?? 0
      return 10_000 + (name * 10 + stream) * 1000 + (q.organisation ?? -1)
    default: return 350
    }
  }

  /// The cell of a number: its part, its row and its column.
  private func spot(_ node: Node) -> (part: Part, row: Int, column: Int) {
    let part = part(of: node)
    let place = places[row(of: node)] ?? 0
    switch (part, node) {
    case (.whole, _): return (part, place, 0)
    case (.organisations, .weight(_, let organisation)),
      (.organisations, .share(_, let organisation)):
      return (part, line(organisation), place)
    case (.organisations, .quantity(let q)): return (part, line(q.organisation ?? 0), place)
    case (_, .rate(let year)): return (part, place, year)
    case (_, .quantity(let q)): return (part, place, q.year ?? 0)
    default: return (part, place, 0)
    }
  }

  private lazy var lines = Dictionary(
    zip(organisations, 0...), uniquingKeysWith: { first, _ in first })

  private func line(_ organisation: Int) -> Int { lines[organisation] ?? 0 }

  /// A cell by its name, as a formula in a part has it.
  private func reference(_ node: Node, from part: Part, to last: Node? = nil) -> String {
    let spot = spot(node)
    guard let site = sites[spot.part] else { return Formula.undefined }
    func corner(_ row: Int, _ column: Int) -> String {
      let sign = spot.part == part ? "" : "$"
      return "\(sign)\(letters[site.column + column])\(sign)\(site.row + row)"
    }
    var text = spot.part == part ? "" : "'\(site.sheet)'!"
    text += corner(spot.row, spot.column)
    if let last {
      let end = self.spot(last)
      text += ":" + corner(end.row, end.column)
    }
    return text
  }

  private func names(_ derivation: Derivation, in part: Part) -> SheetNames {
    let inputs = derivation.inputs.map { aliases[$0] ?? $0 }
    return SheetNames(
      cell: { [self] place in
        switch inputs[place] {
        case .lever, .assumption, .fixed, .overlap, .fact: name(inputs[place])
        default: reference(inputs[place], from: part)
        }
      },
      range: { [self] first, last in
        let (start, end) = (spot(inputs[first]), spot(inputs[last]))
        guard start.part == end.part, start.part != .whole, first <= last else { return nil }
        // One row, or one column, without a gap, in the order of the inputs.
        let isRow = start.row == end.row
        for place in first...last {
          let next = spot(inputs[place])
          let isNext =
            isRow
            ? next.row == start.row && next.column == start.column + place - first
            : next.column == start.column && next.row == start.row + place - first
          guard next.part == start.part, isNext else { return nil }
        }
        return reference(inputs[first], from: part, to: inputs[last])
      }, count: inputs.count)
  }

  /// What formulas call what is put in.
  private func name(_ node: Node) -> String {
    let parts = explainer.id(of: node).split(separator: ".")
    if case .fact = node { return "fact_" + parts.joined(separator: "_") + suffix }
    return parts.dropFirst().joined(separator: "_") + suffix
  }

  // MARK: What stands there

  private func cell(_ node: Node, in part: Part) -> Calculation.Cell {
    guard let derivation = derivations[node] else { return .none }
    let value = explainer.values[node].flatMap { $0 }
    guard let derivation else {
      return value.map { .input($0, limits(node)) } ?? .none
    }
    let names = names(derivation, in: part)
    var text = derivation.formula.sheet(names)
    // What has no value where it would be divided by nothing.
    if case .quantity(let q) = node, q.name == .bcr || q.name == .switchingValue {
      let place = q.name == .bcr ? Name.presentValueCost : .presentValueBenefit
      let divisor = reference(.quantity(q.with(place)), from: part)
      text = "IF(\(divisor)=0,\(Formula.undefined),\(text))"
    }
    return .formula(text, value)
  }

  private func limits(_ node: Node) -> ClosedRange<Double>? {
    switch node {
    case .lever(let lever, _): explainer.spec(lever).map { $0.minimum...$0.maximum }
    case .assumption(let assumption):
      explainer.spec(assumption).map { $0.minimum...$0.maximum }
    default: nil
    }
  }

  private func row(_ node: Node, _ part: Part) -> Calculation.Row {
    let isRate = node == .rate(1)
    var row = Calculation.Row(
      id: isRate ? "discount_rate" : explainer.id(of: node), label: label(node),
      unit: explainer.unit(node), kind: results.contains(node) ? "result" : "computed",
      mark: .modelled, source: "", name: nil,
      cells: part == .whole
        ? [cell(node, in: part)] : (0..<years).map { cell(at(node, $0), in: part) })
    switch node {
    case .quantity, .weights: break
    default:
      let read = explainer.read(node)
      row.kind =
        read.kind == .lever ? "lever" : read.kind == .assumption ? "assumption" : "constant"
      row.mark = read.mark
      row.source = read.sources.first?.title ?? ""
      row.name = isRate ? nil : name(node)
    }
    return row
  }

  /// A number without whose it is and when.
  private func label(_ node: Node) -> String {
    switch node {
    case .quantity(let q): explainer.words(of: q)
    case .rate: "Real discount rate"
    case .weight(let key, _): "Weight, key \(key.rawValue)"
    case .share(let key, _): "Share, key \(key.rawValue)"
    default: explainer.label(node)
    }
  }

  private func row(_ organisation: Int, _ columns: [Node]) -> Calculation.Row {
    Calculation.Row(
      id: explainer.code(organisation), label: explainer.name(organisation), unit: "",
      kind: "computed", mark: .modelled, source: "", name: nil,
      cells: columns.map { cell(of($0, organisation), in: .organisations) })
  }
}
