/// What stands in the column of departments where there is none.
enum DepartmentWords {
  /// Whether a text names no department: "NA", "None", or a type of body that slipped into the
  /// column.
  static func sayNone(_ text: String) -> Bool { none.contains(text.words) }

  private static let none: Set<String> = [
    "na", "n a", "none", "not applicable", "nil", "tbc", "unknown", "executive agency",
    "executive agencies", "agency", "endpb", "ndpb", "executive ndpb", "crown ndpb", "alb",
    "executive non departmental public body", "non departmental public body",
    "non ministerial department", "ministerial department", "arms length body",
  ]
}
