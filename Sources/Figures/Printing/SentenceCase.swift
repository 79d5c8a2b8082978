extension String {
  /// With a capital at its beginning, as a sentence or a row starts.
  public var capitalised: String { prefix(1).uppercased() + dropFirst() }

  /// With a small letter in front, as inside a sentence; a name in capitals, such as `IT cost` or
  /// `A.I.`, stays.
  public var uncapitalised: String {
    let isName = dropFirst().first.map { $0.isUppercase || $0 == "." } ?? false
    return isName ? self : prefix(1).lowercased() + dropFirst()
  }
}
