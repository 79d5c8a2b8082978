import Analytics
import Dashboard
import Frames
import Fuzzing

@testable import Tapes

/// Bytes as a tape. One that is accepted and short is played.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe Input(start, count)
  // A tape that takes in others finds one, which is not itself.
  let rules = TapeRules(folder: "/tapes") { path throws(Unreadable) in
    guard path.hasSuffix("other.tape") else { throw Unreadable(reason: "not there") }
    return Array("Type 'a'\nSet Columns 90\n".utf8)
  }
  do throws(TapeError) {
    let tape = try Tape(Array(input.rest), file: "fuzz.tape", rules: rules)
    tape.warnings.forEach(requireHarmless)
    if tape.commands.reduce(0, { $0 + cost(of: $1.step) }) <= 60 { try play(tape) }
  } catch {
    switch error {
    case .malformed(let defects):
      require(!defects.isEmpty, "refused without a defect")
      defects.forEach(requireHarmless)
    case .unmet(let remark, _), .unmade(let remark): requireHarmless(remark)
    }
  }
  return 0
}

private func play(_ tape: Tape) throws(TapeError) {
  let shipped = Shipped.data
  guard let preset = shipped.inputs.presets.first else { return }
  let state = State(
    inputs: shipped.inputs, evidence: shipped.evidence, scenario: Scenario(preset),
    draws: 8)
  var player = Player(tape, from: state, model: shipped.model, records: true) {
    _, _, frame, _ in
    requireSound(frame)
    return []
  }
  let played = try player.play()
  requireSound(draw(played.state).frame)
}

/// About how many frames a step takes.
private func cost(of step: Step) -> Int {
  switch step {
  case .press(let keys, _, let count): keys.count.multipliedReportingOverflow(by: count).0
  case .wheel(_, _, let count): count
  default: 1
  }
}

private func requireHarmless(_ remark: Remark) {
  require(!isDangerous(remark.text), "not neutral: \(remark.text.debugDescription)")
}
