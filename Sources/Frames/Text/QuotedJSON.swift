/// A text in quotes, as JSON has it, of the same value. What would act on a terminal or change what
/// is shown around it is written by its number: controls, marks that reorder text or that nobody
/// sees, and more than four marks on one character.
public func quotedJSON(_ text: String) -> String {
  var quoted = "\""
  var marks = 0
  for scalar in text.unicodeScalars {
    marks = WidthTable.isMark(scalar.value) ? marks + 1 : 0
    switch scalar {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case "\n": quoted += "\\n"
    case "\r": quoted += "\\r"
    case "\t": quoted += "\\t"
    case _ where marks > 4 || acts(scalar.value):
      for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
        let digits = String(unit, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}

/// Whether a scalar is a control or changes what is shown around it.
private func acts(_ scalar: UInt32) -> Bool {
  switch scalar {
  case ..<0x20, 0x7F...0x9F, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
    0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
    true
  default: false
  }
}
