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
        guard replacing || !exists(scenario.id) else { return .exists(scenario.id, task) }
        try write(scenario)
        return .saved(scenario, path(scenario.id, in: folder), all())
      case .open(let id): return .opened(try read(id))
      case .openFile(let path): return open(file: path)
      case .rename(let old, let id, let name, let replacing):
        guard replacing || !exists(id) else { return .exists(id, task) }
        try write(try read(old).named(id, name))
        if id != old { try remove(old) }
        return .done("\(old) is now \(id).", all())
      case .duplicate(let old, let id, let name, let replacing):
        guard replacing || !exists(id) else { return .exists(id, task) }
        try write(try read(old).named(id, name))
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
      bytes = try WholeFile.bytes(of: path)
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

  private func exists(_ id: String) -> Bool { unsafe access(path(id), F_OK) == 0 }

  /// Every file of the folder, by id; one that cannot be read says why.
  private func all() -> [SavedScenario] {
    guard let folder, let listing = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(listing) }
    var ids: [String] = []
    while let entry = unsafe readdir(listing) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
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
      bytes = try WholeFile.bytes(of: path(id))
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

  private func write(_ scenario: Scenario) throws(Problem) {
    let path = path(scenario.id)
    do throws(WholeFile.Failure) {
      try makeFolder()
      try WholeFile.replace(path, with: Array(ScenarioFile(scenario).text.utf8))
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

  /// Makes the folder and those above it.
  private func makeFolder() throws(WholeFile.Failure) {
    guard let folder else { return }
    for end in folder.indices.dropFirst() where folder[end] == "/" {
      unsafe mkdir(String(folder[..<end]), 0o777)
    }
    guard unsafe mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw WholeFile.Failure() }
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
