import Analytics
import ArgumentParser
import Figures
import Frames

/// `digigov sensitivity`: what the answer depends on.
struct Sensitivity: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "Tornado, Sobol' indices and value of information of a scenario.",
    discussion: """
      The value of information compares the scenarios of the data on 4,096 draws: assumptions, \
      key set, discounting and seed apply to them, the scenario and its levers do not. It is about \
      net present social value alone.
      """
        + examples(
          "digigov sensitivity",
          "digigov sensitivity --scenario prioritised --format table",
          "digigov sensitivity --of HO.benefit@2030-31 --format table"))

  @OptionGroup var start: ScenarioOptions

  @OptionGroup var model: ModelOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What varies: npsv (default) or another metric, benefit@2030-31, cash@2030-31, HO.npsv, "
        + "HO.benefit@2030-31 and the like.", valueName: "name"))
  var of: String?

  @Option(parsing: .unconditional, help: "json or table.")
  var format = "json"

  func run() throws { try WholeFile.print(try output(width: StandardOutput.width)) }

  /// What is printed, to a terminal of so many columns or, at nil, whole.
  func output(width: Int? = nil) throws -> String {
    let format = try AnswerFormat(typed: format, allowed: [.json, .table])
    let settings = try ModelSettings(model, levers: start.set)
    let target = try SensitivityTarget(typed: of ?? Metric.npsv.rawValue, settings.model)
    let found = try settings.source.named(start.scenario ?? settings.inputs.defaultScenario)
    let scenario = settings.applied(to: found.scenario)
    let seed = settings.seed ?? found.seed ?? settings.inputs.seed
    let answer = SensitivityAnswer(settings, scenario, target, seed)
    return format == .table ? answer.table(width: width) : answer.json.text + "\n"
  }
}

/// What a number depends on: section 5 of the contract.
struct SensitivityAnswer {
  private let scenario: Scenario
  private let target: SensitivityTarget
  private let years: [String]
  private let seed: UInt64
  private let base: Double?
  private let tornado: [TornadoBar]
  private let indices: SobolIndices?
  /// nil for another number than net present social value.
  private let value: ValueOfInformation?

  init(_ settings: ModelSettings, _ scenario: Scenario, _ target: SensitivityTarget, _ seed: UInt64)
  {
    let model = settings.model
    self.scenario = scenario
    self.target = target
    self.seed = seed
    years = model.years
    base =
      target.number == .npsv
      ? model.central(scenario).metrics[.npsv] : model.central(scenario, of: target.number)
    tornado = model.tornado(scenario, of: target.number)
    indices = model.sobolIndices(
      scenario, of: target.number, seed: seed, threads: settings.threads)
    value =
      target.number == .npsv
      ? model.valueOfInformation(
        scenario, model.draws(4096, seed: seed), threads: settings.threads) : nil
  }

  /// The indices by name, the delivery factor's first.
  private var named: [(name: String, index: SobolIndex)] {
    let none = SobolIndex(first: nil, total: nil)
    return [("delivery_factor", indices?.deliveryFactor ?? none)]
      + zip(Assumption.allCases, indices?.assumptions ?? []).map { ($0.id, $1) }
  }

  var json: JSONValue {
    let bars = tornado.map { bar -> JSONValue in
      .object([
        .init("id", .string(bar.assumption.id)), .init("at_p10", JSONValue(bar.atP10)),
        .init("at_p90", JSONValue(bar.atP90)),
      ])
    }
    let indexed = named.map { name, index in
      JSONValue.Member(
        name,
        .object([.init("first", JSONValue(index.first)), .init("total", JSONValue(index.total))]))
    }
    let worth = zip(Assumption.allCases, value?.assumptions ?? []).map {
      JSONValue.Member($0.id, .number($1))
    }
    let isNPSV = target.number == .npsv
    let of: [JSONValue.Member] = isNPSV ? [] : [.init("of", .string(target.name))]
    return .object(
      [.init("schema", .string("digigov.sensitivity/1"))] + of + [
        .init("base", JSONValue(base)),
        .init("tornado", .array(bars)),
        .init(
          "sobol",
          .object([
            .init("n", .integer(UInt64(indices?.count ?? 0))), .init("indices", .object(indexed)),
          ])),
        .init("evpi", JSONValue(value?.perfect)),
        .init("evppi", isNPSV ? .object(worth) : .null),
      ])
  }

  /// For people.
  func table(width: Int?) -> String {
    func text(_ value: Double?) -> String {
      value.flatMap { $0.isNaN ? nil : printed($0) } ?? ""
    }
    func share(_ value: Double?) -> String { value.map { Numbers.decimal($0, places: 2) } ?? "" }
    let indexOf = Dictionary(uniqueKeysWithValues: named.map { ($0.name, $0.index) })
    let worthOf = Dictionary(
      uniqueKeysWithValues: zip(Assumption.allCases, value?.assumptions ?? []))
    func row(_ id: String, _ numbers: [String], _ worth: String) -> [String] {
      let index = indexOf[id]
      return [id] + numbers + [share(index?.first), share(index?.total)] + [worth]
    }
    let bars = tornado.map { bar in
      row(
        bar.assumption.id, [text(bar.atP10), text(bar.atP90), text(bar.swing)],
        text(worthOf[bar.assumption]))
    }
    let listing = Listing(
      columns: ["what", "at P10", "at P90", "swing", "first", "total", "worth of knowing"]
        .enumerated().map { .init(name: $1, isNumeric: $0 > 0) },
      rows: bars + [row("delivery_factor", ["", "", ""], "")])
    let worth = value.map { ", worth of knowing all of it \(text($0.perfect))" } ?? ""
    return "What \(target.name) of scenario \(scenario.id) depends on, \(unit); central "
      + "\(base.map(printed) ?? "undefined")\(worth)\n\n" + listing.text(.table, width: width)
      + "\nAt P10 and P90 of one assumption, others at their P50. First and total: Sobol' indices on "
      + "\(indices?.count ?? 0) points, seed \(seed).\n"
      + "Modelled; not an official estimate.\n"
  }

  private var unit: String {
    guard case .metric(let metric) = target.number else { return Money.billions }
    switch metric {
    case .bcr: return "a ratio"
    case .switchingValue: return "a share"
    case .paybackYears: return "years"
    case .outagesAvoided: return "outages"
    default: return Money.billions
    }
  }

  private func printed(_ value: Double) -> String {
    guard unit == Money.billions else { return Numbers.decimal(value, places: 2) }
    // Of one organisation it may be a few million.
    return Numbers.decimal(value, places: abs(base ?? 1) < 1 ? 3 : 1)
  }
}
