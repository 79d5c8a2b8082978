import Analytics
import Fuzzing

/// Text as a scenario line. A line that is accepted can be written, read again as the same, and
/// projected.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = unsafe Input(start, count).text
  let shipped = Shipped.data
  let reader = ScenarioReader(shipped.inputs)
  // Most of what a fuzzer makes up does not begin as a line does.
  for text in [text, ScenarioLine.prefix + text] {
    do throws(ScenarioError) {
      let line = try reader.line(text)
      let written = line.text(shipped.inputs)
      let again = try? reader.line(written)
      require(again == line, "\(text.debugDescription) became \(written.debugDescription)")
      requireFinite(shipped.model.central(line.scenario))
    } catch {
      require(!error.description.isEmpty, "an error without words")
    }
  }
  for read in [reader.leverSettingText, reader.assumptionText] { read(text) }
  return 0
}

extension ScenarioReader {
  fileprivate func leverSettingText(_ text: String) { _ = try? leverSetting(text) }
  fileprivate func assumptionText(_ text: String) { _ = try? assumption(text) }
}
