public import Analytics

/// A scenario that the user saved: a file in the folder of scenarios.
public struct SavedScenario: Hashable, Sendable {
  /// The file's name without its ending; what `--scenario` takes.
  public var id: String
  /// Nil where the file cannot be read as a scenario of these data.
  public var scenario: Scenario?
  /// Why not, and what to do about it.
  public var problem: String

  public init(id: String, scenario: Scenario?, problem: String = "") {
    self.id = id
    self.scenario = scenario
    self.problem = problem
  }
}

/// What is to be done in the folder of scenarios.
public enum ScenarioTask: Hashable, Sendable {
  case list
  /// Writes a scenario under its id; never over a file unless that has been agreed to.
  case save(Scenario, replacing: Bool)
  case open(String)
  /// A file anywhere, by its path.
  case openFile(String)
  /// Gives a file another id and name.
  case rename(String, id: String, name: String, replacing: Bool)
  case duplicate(String, id: String, name: String, replacing: Bool)
  case delete(String)

  /// The same task, now that a file may be written over.
  var agreed: ScenarioTask {
    switch self {
    case .save(let scenario, _): .save(scenario, replacing: true)
    case .rename(let old, let id, let name, _):
      .rename(old, id: id, name: name, replacing: true)
    case .duplicate(let old, let id, let name, _):
      .duplicate(old, id: id, name: name, replacing: true)
    case .list, .open, .openFile, .delete: self
    }
  }
}

/// What came of a task.
public enum ScenarioNews: Equatable, Sendable {
  case listed([SavedScenario])
  /// It is in a file now: with the place, in words, and all there are.
  case saved(Scenario, String, [SavedScenario])
  case opened(Scenario)
  /// Something else has been done, in one line, and all there are now.
  case done(String, [SavedScenario])
  /// There is a file of that id already.
  case exists(String, ScenarioTask)
  /// The file of that id is not what was opened or written here last: another has changed it.
  case changed(String, ScenarioTask)
  /// What went wrong, where, and what to do; the work in hand is untouched.
  case failed(String)
}

/// A question that has to be answered before something is lost.
public struct Question: Hashable, Sendable {
  /// What a yes gives up.
  public enum Loss: Hashable, Sendable {
    /// A file, by the task that goes over it.
    case file(ScenarioTask)
    /// A lost session, by its id.
    case session(String)
  }

  public var text: String
  public var loss: Loss
}

/// The name of a scenario while it is being typed.
public struct Naming: Hashable, Sendable {
  public enum Purpose: Hashable, Sendable {
    case save
    /// Of a saved scenario, by its id.
    case rename(String)
    case duplicate(String)
  }

  public var purpose: Purpose
  public var text: String
  public var problem = ""

  var title: String {
    switch purpose {
    case .save: "Save the scenario as"
    case .rename(let id): "Rename \(id) to"
    case .duplicate(let id): "Duplicate \(id) as"
    }
  }
}

/// The rule for names: what a person may call a scenario, and the id that it then has as a file and
/// for `--scenario`.
public enum ScenarioName {
  /// Characters of the longest name.
  public static let longest = 60

  /// The id of a name: letters and digits of ASCII, `_`, `-` and `.` stay, blanks become `_`.
  /// Throws what is wrong with the name, in one sentence.
  public static func id(of name: String, _ inputs: ModelInputs) throws(Refused) -> String {
    let trimmed = trimmed(name)
    guard !trimmed.isEmpty else {
      throw Refused("A name has to have at least one letter or digit.")
    }
    guard trimmed.unicodeScalars.count <= longest else {
      throw Refused("That is \(trimmed.unicodeScalars.count) characters; at most \(longest).")
    }
    for scalar in trimmed.unicodeScalars {
      if scalar == "/" || scalar == "\\" {
        throw Refused("A name cannot have a slash: it becomes the name of a file.")
      }
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator, .unassigned,
        .privateUse:
        throw Refused("A name cannot have characters that do not print.")
      default: break
      }
    }
    let id = String(
      trimmed.map { $0 == " " ? "_" : $0 })
    guard ScenarioReader.isName(id) else {
      throw Refused("Only letters A to Z, digits, blanks, _, - and . can be in a name.")
    }
    guard !id.hasPrefix("."), id.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw Refused("A name begins with a letter, a digit, _ or -, and has a letter or digit.")
    }
    guard !inputs.presets.contains(where: { $0.id == id }) else {
      throw Refused("\(id) is a scenario of the data; choose another name.")
    }
    return id
  }

  /// Without blanks at its ends.
  static func trimmed(_ name: String) -> String {
    let start = name.drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }

  public struct Refused: Error, Equatable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
  }
}

/// An entry of the list of scenarios.
public enum ScenarioEntry {
  case preset(Preset)
  case saved(SavedScenario)

  public var id: String {
    switch self {
    case .preset(let preset): preset.id
    case .saved(let saved): saved.id
    }
  }

  public var name: String {
    switch self {
    case .preset(let preset): preset.name
    case .saved(let saved): saved.scenario?.name ?? saved.id
    }
  }

  /// Nil where its file cannot be read.
  public var scenario: Scenario? {
    switch self {
    case .preset(let preset): Scenario(preset)
    case .saved(let saved): saved.scenario
    }
  }
}

extension State {
  /// The scenarios of the data, then the user's own.
  public var scenarioEntries: [ScenarioEntry] {
    inputs.presets.map(ScenarioEntry.preset) + lab.shelf.map(ScenarioEntry.saved)
  }

  /// What an entry is, in words: what the data say of it, or how it differs from the scenario of
  /// the data that is most like it.
  func description(of entry: ScenarioEntry) -> String {
    switch entry {
    case .preset(let preset): preset.description
    case .saved(let saved): saved.scenario.map { differences(of: $0) } ?? saved.problem
    }
  }

  /// What a scenario changes of the preset that is most like it.
  func differences(of scenario: Scenario) -> String {
    let line = ScenarioLine(scenario, inputs)
    let parts = line.text(inputs).dropFirst(ScenarioLine.prefix.count)
      .split(separator: ":").map(String.init).filter { !$0.hasPrefix("data=") }
    let base = inputs.presets.first { $0.id == line.base }?.name ?? line.base
    let changes = parts.dropFirst()
    return changes.isEmpty ? "As \(base)." : base + " with " + changes.joined(separator: ", ")
  }

  /// Something is wanted of the scenario that is chosen in the list.
  mutating func changeShelf(_ wish: ShelfWish, chosen: Int) -> [Effect] {
    let entries = scenarioEntries
    guard entries.indices.contains(chosen) else { return [] }
    let entry = entries[chosen]
    if wish == .compare {
      compare(entry)
      return []
    }
    guard case .saved(let saved) = entry else {
      message = "\(entry.name) comes with the data: it can be saved under another name with S."
      return []
    }
    switch wish {
    case .compare: break
    case .rename:
      layers.append(.naming(Naming(purpose: .rename(saved.id), text: entry.name)))
    case .duplicate:
      layers.append(.naming(Naming(purpose: .duplicate(saved.id), text: entry.name + " copy")))
    case .delete:
      layers.append(
        .asking(
          Question(
            text: "Delete \(saved.id)? It cannot be brought back.", loss: .file(.delete(saved.id))))
      )
    }
    return []
  }

  /// Takes a scenario into the comparison, or out of it.
  private mutating func compare(_ entry: ScenarioEntry) {
    guard let scenario = entry.scenario else {
      message = "\(entry.id) cannot be compared: it cannot be read."
      return
    }
    if let place = lab.compared.firstIndex(of: scenario) {
      lab.compared.remove(at: place)
      message = "\(entry.name) is out of the comparison."
    } else if scenario.hasSameValues(as: self.scenario) {
      message = "\(entry.name) is the present scenario; choose another one to compare it with."
    } else if lab.compared.count >= 3 {
      message = "Four scenarios are the most: take one out first."
    } else {
      lab.compared.append(scenario)
      message = "\(entry.name) is compared with the present scenario, in the Lab."
    }
  }

  /// Opens the scenario that is chosen in the list.
  mutating func openEntry(_ chosen: Int) -> [Effect] {
    let entries = scenarioEntries
    guard entries.indices.contains(chosen) else { return [] }
    switch entries[chosen] {
    case .preset(let preset): return opened(preset)
    case .saved(let saved): return [.scenarios(.open(saved.id))]
    }
  }

  /// Opens a scenario of the data, and says where it is open already.
  mutating func opened(_ preset: Preset) -> [Effect] {
    let before = standing
    let effects = open(preset)
    message =
      standing == before ? "\(preset.name) is open already." : "Started from \(preset.name)."
    return effects
  }

  /// Takes the name that was typed. Returns what is wrong with it, or nil and the effects.
  mutating func take(_ naming: Naming) -> (String?, [Effect]) {
    let id: String
    do throws(ScenarioName.Refused) {
      id = try ScenarioName.id(of: naming.text, inputs)
    } catch {
      return (error.description, [])
    }
    let name = ScenarioName.trimmed(naming.text)
    switch naming.purpose {
    case .save:
      var saved = scenario
      (saved.id, saved.name) = (id, name)
      return (nil, [.scenarios(.save(saved, replacing: false))])
    case .rename(let old):
      // The same file under the same id only gets another name.
      return (nil, [.scenarios(.rename(old, id: id, name: name, replacing: id == old))])
    case .duplicate(let old):
      return (nil, [.scenarios(.duplicate(old, id: id, name: name, replacing: false))])
    }
  }

  /// Asks for the name to save under: the one that it has, if it is the user's own.
  mutating func askForName() {
    let own = lab.shelf.contains { $0.id == scenario.id } ? scenario.name : ""
    layers.append(.naming(Naming(purpose: .save, text: own)))
  }

  mutating func take(_ news: ScenarioNews) -> [Effect] {
    switch news {
    case .listed(let all): list(all)
    case .saved(let saved, let place, let all):
      lab.shelf = all
      // It is the same scenario, under a name now; undo still leads to what was before.
      if scenario.hasSameValues(as: saved) {
        undo.anchor(to: standing)
        redo.anchor(to: standing)
        (scenario.id, scenario.name) = (saved.id, saved.name)
      }
      lab.kept.insert(saved)
      message = "Saved: --scenario \(saved.id) takes it, from \(place)."
    case .opened(let opened):
      let effects = open(opened)
      message = "Opened \(opened.name); z goes back to what was before."
      return effects
    case .done(let words, let all):
      lab.shelf = all
      message = words
    case .exists(let id, let task):
      layers.append(
        .asking(
          Question(
            text: "There is a scenario \(id). Write over it?", loss: .file(task.agreed))))
    case .changed(let id, let task):
      layers.append(
        .asking(
          Question(
            text: "\(id) was changed by another program meanwhile. Write over it?",
            loss: .file(task.agreed))))
    case .failed(let words): layers.append(.notice(words))
    }
    return []
  }
}

extension Scenario {
  /// Whether everything but id and name is the same.
  public func hasSameValues(as other: Scenario) -> Bool {
    var other = other
    (other.id, other.name) = (id, name)
    return self == other
  }
}

/// What can be wanted of an entry of the list of scenarios, beside opening it.
public enum ShelfWish: Hashable, Sendable { case compare, rename, duplicate, delete }
