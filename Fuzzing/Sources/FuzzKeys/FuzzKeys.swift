import Frames
import Fuzzing

@testable import Terminal

/// Bytes as what a terminal sends: escape sequences, characters and pastes, on the way to events.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var input = unsafe Input(start, count)
  while !input.isEmpty {
    switch input.byte() % 4 {
    case 0: paste(&input)
    case 1:
      let modifiers = Modifiers(rawValue: input.byte())
      if let scalar = scalar(&input) { require(KeyPress(scalar: scalar, modifiers)) }
    default: sequence(&input)
    }
  }
  return 0
}

private func scalar(_ input: inout Input) -> Unicode.Scalar? {
  Unicode.Scalar(UInt32(input.byte()) << 16 | UInt32(input.byte()) << 8 | UInt32(input.byte()))
}

/// A sequence as the C border hands it over: at most four parameters, each below a million or so.
private func sequence(_ input: inout Input) {
  let prefixes: [Unicode.Scalar] = ["[", "O", "<", "=", ">", "?"]
  let sequence = ControlSequence(
    prefix: input.choice(of: prefixes), final: Unicode.Scalar(input.byte() & 0x7F),
    parameters: (0..<input.number(below: 5)).map { _ in
      Int(input.byte()) << (input.byte() & 15) % 1_000_010
    })
  switch sequence.meaning {
  case .event(.key(let press)): require(press)
  case .event(.mouse(_, let position)):
    require(position.column >= 0 && position.row >= 0, "a mouse outside: \(position)")
  case .event(let event): require(false, "a sequence that is \(event)")
  case .pasteBegins, .pasteEnds, nil: break
  }
}

/// No control character is taken for text.
private func require(_ press: KeyPress?) {
  guard case .character(let character)? = press?.key else { return }
  require(
    character.unicodeScalars.allSatisfy { $0.value >= 32 && !(127..<160).contains($0.value) },
    "a control for a key: \(character.debugDescription)")
}

private func paste(_ input: inout Input) {
  var paste = Paste()
  let bytes = input.part(endedBy: 0xFF)
  let text = String(decoding: bytes, as: UTF8.self)
  for scalar in text.unicodeScalars { paste.append(scalar) }
  require(paste.text.unicodeScalars.count <= Paste.limit, "a paste past its limit")
  require(
    paste.text.unicodeScalars.allSatisfy {
      ($0.value >= 32 && !(127..<160).contains($0.value)) || $0 == "\n" || $0 == "\t"
    }, "a control in a paste: \(paste.text.debugDescription)")
}
