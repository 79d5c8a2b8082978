import Analytics
import Dashboard
import Frames

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The folder of the scenarios that the user saved: one file each, named by its id.
struct ScenarioShelf {
  let inputs: ModelInputs
  /// Nil where there is no home to have one in.
  let folder: String?
  /// What another instance of the program may change meanwhile.
  private let known = Known()

  init(inputs: ModelInputs, folder: String?) {
    self.inputs = inputs
    self.folder = folder
  }

  /// What stood in the files of some ids.
  private final class Known {
    /// When they were opened or written here last.
    var own: [String: WholeFile.Stamp] = [:]
    /// When the user was asked whether to write over them.
    var asked: [String: WholeFile.Stamp] = [:]
  }

  /// Does a task and says what came of it. Whatever fails leaves the files as they were.
  func perform(_ task: ScenarioTask) -> ScenarioNews {
    if case .openFile(let path) = task { return open(file: path) }
    guard let folder else {
      return .failed(
        "There is no folder for scenarios: set XDG_DATA_HOME or HOME to an absolute path.")
    }
    do throws(Problem) {
      switch task {
      case .list: return .listed(all())
      case .save(let scenario, let replacing):
        guard try write(scenario, replacing) else { return question(scenario.id, task) }
        return .saved(scenario, path(scenario.id, in: folder), all())
      case .open(let id):
        let stamp = WholeFile.Stamp(path(id))
        let scenario = try read(id)
        known.own[id] = stamp
        return .opened(scenario)
      case .openFile(let file): return open(file: file)
      case .rename(let old, let id, let name, let replacing):
        // Under its own id it only gets another name: what is read now is what is written.
        if id == old { known.asked[id] = WholeFile.Stamp(path(id)) }
        let scenario = try read(old).named(id, name)
        guard try write(scenario, replacing) else { return question(id, task) }
        if id != old { try remove(old) }
        return .done("\(old) is now \(id).", all())
      case .duplicate(let old, let id, let name, let replacing):
        guard try write(try read(old).named(id, name), replacing) else {
          return question(id, task)
        }
        return .done("\(id) is a copy of \(old).", all())
      case .delete(let id):
        try remove(id)
        return .done("Deleted \(id).", all())
      }
    } catch {
      return .failed(error.text)
    }
  }

  /// A file anywhere, whatever folder there is for scenarios.
  private func open(file path: String) -> ScenarioNews {
    let bytes: [UInt8]
    do throws(WholeFile.Failure) {
      bytes = try WholeFile.bytes(of: path, waits: false)
    } catch {
      return .failed("\(neutralised(path)) cannot be read: \(error.reason).")
    }
    do throws(ScenarioJSON.Refusal) {
      return .opened(try ScenarioJSON.scenario(bytes, ScenarioReader(inputs)))
    } catch {
      return .failed(
        "\(neutralised(path)) is no scenario of these data: \(neutralised(error.message)).")
    }
  }

  /// What went wrong, where, and what to do, in one line.
  private struct Problem: Error {
    let text: String
  }

  private func path(_ id: String, in folder: String) -> String { "\(folder)/\(id).json" }

  private func path(_ id: String) -> String { path(id, in: folder ?? "") }

  /// Asks whether to write over a file, as it is now.
  private func question(_ id: String, _ task: ScenarioTask) -> ScenarioNews {
    let stamp = WholeFile.Stamp(path(id))
    known.asked[id] = stamp
    if let own = known.own[id], own != stamp { return .changed(id, task) }
    return .exists(id, task)
  }

  /// Every file of the folder, by id; one that cannot be read says why.
  private func all() -> [SavedScenario] {
    guard let folder else { return [] }
    WholeFile.sweep(folder) { $0.hasSuffix(".json") }
    var ids: [String] = []
    for name in WholeFile.names(in: folder) ?? [] {
      guard name.hasSuffix(".json") else { continue }
      let id = String(name.dropLast(5))
      // Presets are found first, so a file of such an id would never be.
      guard ScenarioReader.isName(id), !inputs.presets.contains(where: { $0.id == id }) else {
        continue
      }
      ids.append(id)
    }
    // More than can be looked through are not listed; they are still found by their id.
    return ids.sorted().prefix(500).map { id in
      do throws(Problem) {
        return SavedScenario(id: id, scenario: try read(id))
      } catch {
        return SavedScenario(id: id, scenario: nil, problem: error.text)
      }
    }
  }

  private func read(_ id: String) throws(Problem) -> Scenario {
    let bytes: [UInt8]
    do throws(WholeFile.Failure) {
      bytes = try WholeFile.bytes(of: path(id), waits: false)
    } catch {
      throw Problem(text: "\(neutralised(path(id))) cannot be read: \(error.reason).")
    }
    do throws(ScenarioJSON.Refusal) {
      return try ScenarioJSON.scenario(bytes, ScenarioReader(inputs)).named(id)
    } catch {
      throw Problem(
        text: "\(neutralised(id)).json is no scenario of these data: "
          + "\(neutralised(error.message)). Mend the file, or delete it here with x.")
    }
  }

  /// Writes the file of a scenario: a new one or, with `replacing`, over what the user was asked
  /// about.
  /// - Returns: False, and nothing is written, where something else stands there.
  private func write(_ scenario: Scenario, _ replacing: Bool) throws(Problem) -> Bool {
    let path = path(scenario.id)
    do throws(WholeFile.Failure) {
      guard let folder, Surroundings.make(folder: folder) else { throw WholeFile.Failure() }
      let isWritten = try WholeFile.replace(
        path, with: Array(ScenarioFile(scenario).text.utf8),
        as: replacing ? known.asked[scenario.id] : nil)
      if isWritten { known.own[scenario.id] = WholeFile.Stamp(path) }
      return isWritten
    } catch {
      throw Problem(
        text: "\(neutralised(path)) was not written: \(error.reason). The scenario is kept here; "
          + "free the folder, then S again.")
    }
  }

  private func remove(_ id: String) throws(Problem) {
    guard unsafe unlink(path(id)) == 0 else {
      throw Problem(
        text: "\(neutralised(path(id))) was not deleted: \(WholeFile.Failure().reason).")
    }
  }
}

extension Scenario {
  /// The same under another id, and another name where one is given or it has none but its id.
  fileprivate func named(_ id: String, _ name: String? = nil) -> Scenario {
    var scenario = self
    if let name {
      scenario.name = name
    } else if scenario.name == scenario.id {
      scenario.name = id
    }
    scenario.id = id
    return scenario
  }
}
