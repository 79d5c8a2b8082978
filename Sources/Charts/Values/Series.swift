extension Chart {
  /// Numbers that belong together, drawn by one kind of mark.
  public struct Series: Equatable, Sendable {
    /// What it is called by programs: `p10-p90`, `expected`, `central`.
    public var id: String
    /// What it is called where it is drawn; empty for nothing.
    public var label: String
    public var mark: Mark
    public var role: Role
    public var data: [Datum]
    /// What the lower and the upper edge of a band are called: `P10`, `P90`.
    public var edges: [String]

    public init(
      _ id: String, label: String = "", _ mark: Mark, _ role: Role, _ data: [Datum],
      edges: [String] = []
    ) {
      self.id = id
      self.label = label
      self.mark = mark
      self.role = role
      self.data = data
      self.edges = edges
    }

    /// A name for programs out of any text: small letters and digits with hyphens.
    public static func id(of text: String) -> String {
      var id = ""
      for letter in text.lowercased() {
        if letter.isASCII, letter.isLetter || letter.isNumber {
          id.append(letter)
        } else if !id.isEmpty, id.last != "-" {
          id.append("-")
        }
      }
      return id.last == "-" ? String(id.dropLast()) : id
    }
  }
}
