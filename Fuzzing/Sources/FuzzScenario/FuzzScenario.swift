import Analytics
import Fuzzing

@testable import Commands

/// Bytes as a scenario file. One that is accepted can be projected.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe Input(start, count)
  let shipped = Shipped.data
  let bytes = Array(input.rest)
  if let value = try? JSONReader.read(bytes) {
    let written = value.text
    require((try? JSONReader.read(Array(written.utf8))) == value, "\(written) reads otherwise")
  }
  do throws(ScenarioJSON.Refusal) {
    let scenario = try ScenarioJSON.scenario(bytes, ScenarioReader(shipped.inputs))
    requireFinite(shipped.model.central(scenario))
  } catch {
    require(!error.message.isEmpty, "a refusal without words")
  }
  return 0
}
