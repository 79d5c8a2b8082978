import Analytics
import Dashboard
import Datasets
import Explanations
import Figures
import Frames
import Store

/// The values that may stand on a line, from the program and the data that it would read.
struct CompletionValues {
  typealias Candidate = Completion.Candidate

  private let line: Completion.Line

  init(_ line: Completion.Line) { self.line = line }

  /// What a kind of value may be, of what begins as typed; `given` stands on the line already.
  func candidates(_ kind: ValueKind, _ typed: String, given: [String]) -> [Candidate] {
    let all: [Candidate] =
      switch kind {
      case .view:
        ScreenID.allCases.map { Candidate(value: $0.rawValue, note: $0.title) }
      case .theme:
        (line.shape.path.first == "screenshot" || line.shape.path.first == "play" ? [] : ["auto"])
          .map { Candidate(value: $0) } + ThemeName.allCases.map { Candidate(value: $0.rawValue) }
      case .schema: AnswerSchema.allCases.map { Candidate(value: $0.rawValue, note: $0.what) }
      case .choice(let choices): choices.map { Candidate(value: $0) }
      case .organisation:
        (inputs?.organisations ?? []).map { Candidate(value: $0.code, note: $0.name) }
      case .scenario: scenarios
      case .lever: levers(typed, given)
      case .assumption: assumptions(typed)
      case .keySet: KeySet.allCases.map { Candidate(value: $0.rawValue) }
      case .schedule:
        (inputs?.schedules ?? []).map { Candidate(value: $0) }
          + [Candidate(value: "0.035", note: "a flat real rate")]
      case .panel: panels
      case .table: tables
      case .figure: figures(typed)
      case .number: numbers(typed)
      case .sensitivityTarget: targets(typed)
      case .command, .file, .folder, .free: []
      }
    let repeated = kind == .lever || kind == .assumption ? [] : Set(given)
    return all.filter { $0.value.hasPrefix(typed) && !repeated.contains($0.value) }
  }

  // MARK: - Data

  /// The folder that the line names, or else the one that the program would read. What is wrong with
  /// it is said when the line is run.
  private var folder: DataFolder? {
    try? Surroundings.dataFolder(line.value("--data").map(Self.expanded))
  }

  private var inputs: ModelInputs? { try? folder?.modelInputs() }

  /// A path as the shell would give it to the program.
  private static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = Surroundings.home else { return path }
    return home + path.dropFirst()
  }

  private var scenarios: [Candidate] {
    guard let inputs else { return [] }
    let shelf = ScenarioShelf(inputs: inputs, folder: Surroundings.savedScenarios)
    var saved: [SavedScenario] = []
    if case .listed(let all) = shelf.perform(.list) { saved = all }
    return inputs.presets.map { Candidate(value: $0.id, note: $0.name) }
      + saved.map { Candidate(value: $0.id, note: $0.scenario?.name ?? "saved") }
  }

  /// `LEVER=` with its range, or `CODE.` for one organisation's; behind `=` the values that it has names
  /// for.
  private func levers(_ typed: String, _ given: [String]) -> [Candidate] {
    guard let inputs else { return [] }
    let target = typed.prefix { $0 != "=" }
    let dot = target.firstIndex(of: ".")
    let owner = dot.map { String(target[...$0]) } ?? ""
    if typed.contains("=") {
      let id = target.dropFirst(owner.count)
      guard let spec = inputs.levers.first(where: { $0.id.id == id }) else { return [] }
      if line.shape.path.first == "scenarios" {
        let ends = "\(target)=\(number(spec.minimum)):\(number(spec.maximum))"
        return [
          Candidate(value: ends, note: "from and to, for --range"),
          Candidate(value: "\(ends):\(number(spec.step))", note: "from, to and step, for --grid"),
        ]
      }
      return [
        (spec.minimum, "least"), (spec.defaultValue, "where no scenario says another"),
        (spec.maximum, "most"),
      ].map { Candidate(value: "\(target)=\(number($0.0))", note: $0.1) }
    }
    let named = Set(given.map { $0.prefix { $0 != "=" } })
    let specs = inputs.levers.filter { owner.isEmpty || $0.perOrganisation }
    let levers = specs.filter { !named.contains(Substring(owner + $0.id.id)) }.map { spec in
      Candidate(
        value: "\(owner)\(spec.id.id)=",
        note: "\(spec.label), \(number(spec.minimum)) to \(number(spec.maximum)), \(spec.unit)")
    }
    let codes = inputs.organisations.map {
      Candidate(value: $0.code + ".", note: "of \($0.name) alone")
    }
    return levers + (owner.isEmpty ? codes : [])
  }

  private func assumptions(_ typed: String) -> [Candidate] {
    guard let inputs else { return [] }
    let id = typed.prefix { $0 != "=" }
    return inputs.assumptions.flatMap { spec -> [Candidate] in
      let range = spec.range
      let three = [range.p10, range.p50, range.p90].map(number)
      guard typed.contains("=") else {
        return [
          Candidate(
            value: "\(spec.id.id)=", note: "\(spec.label): \(three.joined(separator: ", "))")
        ]
      }
      guard spec.id.id == id else { return [] }
      return [
        Candidate(value: "\(id)=\(three[1])", note: "its P50, fixed"),
        Candidate(value: "\(id)=\(three.joined(separator: ","))", note: "its P10, P50 and P90"),
      ]
    }
  }

  private func number(_ value: Double) -> String { Decimal.text(value) }

  /// The panels of the view that the line names.
  private var panels: [Candidate] {
    let department = line.value("--department")
    let view = line.value("--view").flatMap(ScreenID.init(rawValue:))
    let screen = view ?? (department == nil ? .overview : .department)
    guard let folder, let (inputs, evidence, _) = try? folder.load(deferring: 0) else { return [] }
    let code = department ?? inputs.organisations.first?.code ?? ""
    let place = screen == .department ? Place(.department, path: [code]) : Place(screen)
    let scenario = inputs.presets.first { $0.isDefault } ?? inputs.presets.first
    guard let scenario else { return [] }
    var state = State(
      inputs: inputs, evidence: evidence, scenario: Scenario(scenario), place: place,
      columns: 120, rows: 36)
    // Titles name numbers of the central case.
    let answers = Answers(Model(inputs), seed: state.seed)
    for effect in state.update(.began) {
      if case .project(let request) = effect, request.draws == 0,
        let action = answers.answer(request)
      {
        _ = state.update(action)
      }
    }
    return state.panelTitles.map { Candidate(value: $0.name, note: $0.title) }
  }

  private var tables: [Candidate] {
    TableSchema.all.map { Candidate(value: $0.name, note: $0.summary) }
  }

  /// Every figure that `explain` knows; where there are many, only to the end of the next word of an
  /// id.
  private func figures(_ typed: String) -> [Candidate] {
    guard let folder, let (inputs, evidence, _) = try? folder.load(deferring: 0),
      let preset = inputs.presets.first(where: { $0.isDefault }) ?? inputs.presets.first
    else { return [] }
    let explainer = Explainer(
      inputs: inputs, evidence: evidence, scenario: Scenario(preset))
    var seen: Set<String> = []
    return Self.shortened(explainer.ids(beginning: typed), typed, most: 60).compactMap { id in
      let note = explainer.label(of: id) ?? ""
      // Which year comes after the sign.
      guard !typed.contains("@"), let mark = id.firstIndex(of: "@") else {
        return Candidate(value: id, note: note)
      }
      let value = String(id[...mark])
      let year = ", " + id[id.index(after: mark)...]
      guard seen.insert(value).inserted else { return nil }
      return Candidate(
        value: value, note: note.hasSuffix(year) ? String(note.dropLast(year.count)) : note)
    }
  }

  /// Behind the last comma.
  private func numbers(_ typed: String) -> [Candidate] {
    guard let inputs else { return [] }
    let done = typed.lastIndex(of: ",").map { String(typed[...$0]) } ?? ""
    let names =
      line.given.contains("--each-draw")
      ? DrawSelection.all(Model(inputs)) : AnswerSelection.names(Model(inputs))
    let begun = names.filter { $0.hasPrefix(typed.dropFirst(done.count)) }
    return Self.shortened(begun, String(typed.dropFirst(done.count)), most: 40)
      .map { Candidate(value: done + $0) }
  }

  private func targets(_ typed: String) -> [Candidate] {
    guard let inputs else { return [] }
    let names = SensitivityTarget.names(Model(inputs)).filter { $0.hasPrefix(typed) }
    return Self.shortened(names, typed, most: 20).map { Candidate(value: $0) }
  }

  /// Where there are more than so many, only what they have up to the next dot or `@`.
  static func shortened(_ ids: [String], _ typed: String, most: Int) -> [String] {
    guard ids.count > most else { return ids }
    var seen: Set<String> = []
    return ids.compactMap { id in
      let rest = id.dropFirst(typed.count)
      let end = rest.firstIndex { $0 == "." || $0 == "@" }
      let part = end.map { String(id[...$0]) } ?? id
      return seen.insert(part).inserted ? part : nil
    }
  }
}
