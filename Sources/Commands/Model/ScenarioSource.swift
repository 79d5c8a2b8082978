import Analytics
import Frames

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Finds the scenario that a text on the command line or a line of a batch names.
struct ScenarioSource {
  let reader: ScenarioReader
  let inputs: ModelInputs
  /// Whether a line made with other data is gone on with.
  let acceptsData: Bool
  /// Folder of the scenarios that the user saved; nil where there can be none.
  let savedFolder: String?

  /// A scenario with what a line says of draws and seed.
  struct Found: Equatable {
    var scenario: Scenario
    var draws: Int?
    var seed: UInt64?
  }

  /// A value of `--scenario`: a preset's id, a scenario line, a saved scenario's id, or a path.
  func named(_ text: String) throws(CommandFailure) -> Found {
    if let found = try portable(text) { return found }
    if let path = savedFile(text) { return try file(path, waits: false) }
    if unsafe access(text, F_OK) == 0 { return try file(text) }
    if let found = try travelled(text) { return found }
    throw CommandFailure(
      code: 2,
      message: "unknown scenario \(neutralised(text)); allowed \(ids), a scenario line that begins "
        + "with \(ScenarioLine.prefix), the id of a saved scenario or the path of a scenario file"
        + hint(text))
  }

  /// A line of a batch: a preset's id, a scenario line, a saved scenario's id, or an object.
  func batchLine(_ text: String) throws(CommandFailure) -> Found {
    if text.hasPrefix("{") { return try object(Array(text.utf8), "") }
    if let found = try portable(text) { return found }
    if let path = savedFile(text) { return try file(path, waits: false) }
    let cleaned = TravelledText.cleaned(text)
    if cleaned != text { return try batchLine(cleaned) }
    throw CommandFailure(
      code: 2,
      message: "unknown scenario \(neutralised(text)); allowed \(ids), a scenario line that begins "
        + "with \(ScenarioLine.prefix) or a scenario file's object" + hint(text))
  }

  private var ids: String { inputs.presets.map(\.id).joined(separator: " ") }

  private func hint(_ text: String) -> String {
    do throws(ScenarioError) {
      _ = try reader.preset(text)
    } catch {
      if case .unknown(_, _, let nearest?, _) = error { return "; did you mean \(nearest)?" }
    }
    return ""
  }

  /// An id or a line with what mail and documents put around them; nil where it is neither.
  private func travelled(_ text: String) throws(CommandFailure) -> Found? {
    let cleaned = TravelledText.cleaned(text)
    guard cleaned != text else { return nil }
    if let found = try portable(cleaned) { return found }
    guard let path = savedFile(cleaned) else { return nil }
    return try file(path, waits: false)
  }

  /// What needs no file.
  private func portable(_ text: String) throws(CommandFailure) -> Found? {
    if let preset = inputs.presets.first(where: { $0.id == text }) {
      return Found(scenario: Scenario(preset))
    }
    guard text.hasPrefix(ScenarioLine.prefix) else { return nil }
    do throws(ScenarioError) {
      let line = try reader.line(TravelledText.cleaned(text))
      if !acceptsData { try reader.checkData(line) }
      return Found(scenario: line.scenario, draws: line.draws, seed: line.seed)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The file that a value of `--scenario` names, as the outputs of a run have it; it is nil where
  /// the value needs none.
  func inUse(_ text: String) -> (path: String?, what: String) {
    let isPortable = [text, TravelledText.cleaned(text)].contains { text in
      inputs.presets.contains { $0.id == text } || text.hasPrefix(ScenarioLine.prefix)
    }
    return (isPortable ? nil : savedFile(text) ?? text, "a scenario file in use")
  }

  /// The file of what the user saved under an id; nil where nothing is.
  private func savedFile(_ id: String) -> String? {
    guard let savedFolder, ScenarioReader.isName(id) else { return nil }
    let path = "\(savedFolder)/\(id).json"
    return unsafe access(path, F_OK) == 0 ? path : nil
  }

  private func file(_ path: String, waits: Bool = true) throws(CommandFailure) -> Found {
    let bytes: [UInt8]
    do throws(WholeFile.Failure) {
      bytes = try WholeFile.bytes(of: path, waits: waits)
    } catch {
      throw CommandFailure(code: 3, message: "\(neutralised(path)): \(error.reason)")
    }
    // A file may hold a line as well, as it was copied out of a mail.
    if !bytes.isEmpty, let text = String(validating: bytes, as: UTF8.self) {
      let cleaned = TravelledText.cleaned(text)
      if TravelledText.isLine(cleaned) {
        do throws(CommandFailure) {
          if let found = try portable(cleaned) { return found }
        } catch {
          throw CommandFailure(code: 3, message: "\(neutralised(path)): \(error.message)")
        }
      }
    }
    return try object(bytes, neutralised(path) + ": ")
  }

  private func object(_ bytes: [UInt8], _ place: String) throws(CommandFailure) -> Found {
    do throws(ScenarioJSON.Refusal) {
      return Found(scenario: try ScenarioJSON.scenario(bytes, reader))
    } catch {
      throw CommandFailure(code: 3, message: place + neutralised(error.message))
    }
  }
}

extension CommandFailure {
  init(_ error: ScenarioError) {
    self.init(code: error.isAboutData ? 3 : 2, message: neutralised(error.description))
  }
}
