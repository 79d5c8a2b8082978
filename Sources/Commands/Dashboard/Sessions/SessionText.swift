import Analytics
import Dashboard

/// A session as a file: an object of JSON in which each scenario stands once, as a scenario line.
struct SessionText {
  let inputs: ModelInputs

  static let schema = "digigov.session/1"

  // MARK: Writing

  func bytes(_ session: Session) -> [UInt8] {
    var book = Book(inputs: inputs)
    let standing = book.entry(session.standing)
    let steps = History.steps
    let undo = session.back.standings(from: session.standing, last: steps).map { book.entry($0) }
    let redo = session.forward.standings(from: session.standing, last: steps)
      .map { book.entry($0) }
    let place = session.place
    let value = JSONValue.object([
      .init("schema", .string(Self.schema)),
      .init("data", inputs.package.map { .string($0) } ?? .null),
      .init("scenarios", .array(book.scenarios)),
      .init("standing", standing),
      .init("undo", .array(undo)),
      .init("redo", .array(redo)),
      .init(
        "place",
        .object([
          .init("screen", .string(place.screen.rawValue)),
          .init("path", .array(place.path.map { .string($0) })),
          .init("panel", .string(place.panel)),
          .init(
            "items",
            .object(
              place.items.sorted { $0.key < $1.key }
                .map { .init($0.key, .number(Double($0.value))) })),
          .init("enlarged", .bool(place.enlarged)),
        ])),
    ])
    return Array((value.text + "\n").utf8)
  }

  /// The scenarios of a session, each of them once.
  private struct Book {
    let inputs: ModelInputs
    var scenarios: [JSONValue] = []
    private var places: [Scenario: Int] = [:]

    init(inputs: ModelInputs) { self.inputs = inputs }

    mutating func entry(_ standing: Standing) -> JSONValue {
      .array([
        .number(Double(place(of: standing.scenario))),
        .number(Double(place(of: standing.baseline))),
      ])
    }

    private mutating func place(of scenario: Scenario) -> Int {
      if let known = places[scenario] { return known }
      places[scenario] = scenarios.count
      scenarios.append(
        .object([
          .init("line", .string(ScenarioLine(scenario, inputs).text(inputs))),
          .init("id", .string(scenario.id)),
          .init("name", .string(scenario.name)),
        ]))
      return scenarios.count - 1
    }
  }

  // MARK: Reading

  /// Why a file is no session of these data.
  struct Refusal: Error {
    let reason: String
  }

  func session(_ bytes: [UInt8]) throws(Refusal) -> Session {
    let value: JSONValue
    do throws(JSONReader.Malformed) {
      value = try JSONReader.read(bytes)
    } catch {
      throw Refusal(reason: "malformed JSON, \(error.problem) at byte \(error.place + 1)")
    }
    guard value["schema"] == .string(Self.schema) else {
      throw Refusal(reason: "its schema is not \(Self.schema)")
    }
    let data = inputs.package.map { JSONValue.string($0) } ?? .null
    guard value["data"] == data else {
      throw Refusal(
        reason: "it was made with other data (\(value["data"]?.text ?? "unnamed")), these are "
          + (inputs.package ?? "without a version"))
    }
    let scenarios = try list(value["scenarios"], "scenarios").map { entry throws(Refusal) in
      try scenario(entry)
    }
    let now = try standing(value["standing"], scenarios)
    return Session(
      standing: now, back: Trail(try standings(value["undo"], "undo", scenarios), to: now),
      forward: Trail(try standings(value["redo"], "redo", scenarios), to: now),
      place: try place(value["place"]))
  }

  private func scenario(_ value: JSONValue) throws(Refusal) -> Scenario {
    guard case .string(let line)? = value["line"], case .string(let id)? = value["id"],
      case .string(let name)? = value["name"], ScenarioReader.isName(id)
    else { throw Refusal(reason: "a scenario without line, id or name") }
    do throws(ScenarioError) {
      var scenario = try ScenarioReader(inputs).line(line).scenario
      (scenario.id, scenario.name) = (id, name)
      return scenario
    } catch {
      throw Refusal(reason: error.description)
    }
  }

  private func standings(
    _ value: JSONValue?, _ name: String, _ scenarios: [Scenario]
  ) throws(Refusal) -> [Standing] {
    let entries = try list(value, name)
    guard entries.count <= History.steps else {
      throw Refusal(reason: "\(name) has \(entries.count) steps; at most \(History.steps)")
    }
    return try entries.map { entry throws(Refusal) in try standing(entry, scenarios) }
  }

  private func standing(_ value: JSONValue?, _ scenarios: [Scenario]) throws(Refusal) -> Standing {
    guard case .array(let pair)? = value, pair.count == 2,
      let scenario = pair[0].whole, let baseline = pair[1].whole,
      scenarios.indices.contains(scenario), scenarios.indices.contains(baseline)
    else { throw Refusal(reason: "a standing that names no scenario") }
    return Standing(scenario: scenarios[scenario], baseline: scenarios[baseline])
  }

  private func place(_ value: JSONValue?) throws(Refusal) -> Place {
    guard case .string(let name)? = value?["screen"], let screen = ScreenID(rawValue: name),
      case .string(let panel)? = value?["panel"], case .object(let items)? = value?["items"]
    else { throw Refusal(reason: "a place without screen, panel or items") }
    var path: [String] = []
    for part in try list(value?["path"], "path") {
      guard case .string(let text) = part else { throw Refusal(reason: "a path not of text") }
      path.append(text)
    }
    if screen == .department, !inputs.organisations.contains(where: { $0.code == path.first }) {
      throw Refusal(reason: "the page of an organisation that the data do not have")
    }
    var chosen: [String: Int] = [:]
    for item in items { chosen[item.name] = item.value.whole }
    return Place(
      screen, path: path, panel: panel, items: chosen,
      enlarged: value?["enlarged"] == .bool(true))
  }

  private func list(_ value: JSONValue?, _ name: String) throws(Refusal) -> [JSONValue] {
    guard case .array(let values)? = value else { throw Refusal(reason: "\(name) is no array") }
    return values
  }
}

extension JSONValue {
  /// A number that counts something: from 0 to a million.
  fileprivate var whole: Int? {
    guard case .number(let number) = self, (0...1e6).contains(number) else { return nil }
    return Int(exactly: number)
  }
}
