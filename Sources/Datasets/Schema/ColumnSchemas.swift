extension ColumnSchema {
  /// Text that every row has.
  static func text(_ name: String) -> ColumnSchema { ColumnSchema(name, .text, isRequired: true) }

  /// Text that may be empty.
  static func anyText(_ name: String) -> ColumnSchema {
    ColumnSchema(name, .text, isRequired: false)
  }

  /// The same column, of text that may be empty, in tables that may lack it.
  var orAbsent: ColumnSchema {
    var column = self
    (column.isRequired, column.isOptional) = (false, true)
    return column
  }

  static func code(_ name: String) -> ColumnSchema { ColumnSchema(name, .code, isRequired: true) }

  static func optionalCode(_ name: String) -> ColumnSchema {
    ColumnSchema(name, .code, isRequired: false)
  }

  static func date(_ name: String) -> ColumnSchema { ColumnSchema(name, .date, isRequired: true) }

  static func number(_ name: String, _ bounds: Bounds = .any) -> ColumnSchema {
    ColumnSchema(name, .number(bounds), isRequired: true)
  }

  static func optionalNumber(_ name: String, _ bounds: Bounds = .any) -> ColumnSchema {
    ColumnSchema(name, .number(bounds), isRequired: false)
  }

  static func whole(_ name: String, _ range: ClosedRange<Int>) -> ColumnSchema {
    ColumnSchema(name, .whole(range), isRequired: true)
  }

  static func optionalWhole(_ name: String, _ range: ClosedRange<Int>) -> ColumnSchema {
    ColumnSchema(name, .whole(range), isRequired: false)
  }

  /// One of the raw values of an enumeration, in its order.
  static func list<Value: CaseIterable & RawRepresentable<String>>(
    _ name: String, _: Value.Type
  ) -> ColumnSchema {
    ColumnSchema(name, .oneOf(Value.allCases.map(\.rawValue)), isRequired: true)
  }
}
