import CTerminal
import Frames

extension cc_event {
  /// What the key, character or sequence stands for.
  var meaning: ControlSequence.Meaning? {
    switch kind {
    case CC_TEXT:
      Unicode.Scalar(code).flatMap { KeyPress(scalar: $0, held) }.map { .event(.key($0)) }
    case CC_KEY: key.map { .event(.key(KeyPress($0, held))) }
    case CC_SEQUENCE: sequence.meaning
    default: nil
    }
  }

  private var held: Modifiers { Modifiers(rawValue: UInt8(truncatingIfNeeded: modifiers)) }

  private var sequence: ControlSequence {
    let all = [parameters.0, parameters.1, parameters.2, parameters.3]
    return ControlSequence(
      prefix: Unicode.Scalar(prefix), final: Unicode.Scalar(final),
      parameters: all.prefix(Int(parameter_count)).map(Int.init))
  }

  private var key: Key? {
    switch code {
    case CC_KEY_UP.rawValue: .up
    case CC_KEY_DOWN.rawValue: .down
    case CC_KEY_LEFT.rawValue: .left
    case CC_KEY_RIGHT.rawValue: .right
    case CC_KEY_HOME.rawValue: .home
    case CC_KEY_END.rawValue: .end
    case CC_KEY_INSERT.rawValue: .insert
    case CC_KEY_DELETE.rawValue: .delete
    case CC_KEY_PAGE_UP.rawValue: .pageUp
    case CC_KEY_PAGE_DOWN.rawValue: .pageDown
    case CC_KEY_BACKSPACE.rawValue: .backspace
    case CC_KEY_ENTER.rawValue: .enter
    case CC_KEY_TAB.rawValue: .tab
    case (CC_KEY_F0.rawValue + 1)...(CC_KEY_F0.rawValue + 12):
      .function(Int(code - CC_KEY_F0.rawValue))
    default: nil
    }
  }
}
