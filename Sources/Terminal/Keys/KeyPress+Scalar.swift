import Frames

extension KeyPress {
  /// A key from the character that it sends; nil for a control character that no key has.
  init?(scalar: Unicode.Scalar, _ modifiers: Modifiers = []) {
    switch scalar.value {
    case 0: self.init(.character(" "), modifiers.union(.control))
    case 8, 127: self.init(.backspace, modifiers)
    case 9: self.init(.tab, modifiers)
    // Enter sends 13; programs that type into a terminal send 10.
    case 10, 13: self.init(.enter, modifiers)
    case 27: self.init(.escape, modifiers)
    case 1...26, 28...31:
      let letter = Unicode.Scalar(UInt8(scalar.value) + (scalar.value < 27 ? 96 : 64))
      self.init(.character(Character(letter)), modifiers.union(.control))
    case 128..<160: return nil
    default: self.init(.character(Character(scalar)), modifiers)
    }
  }
}
