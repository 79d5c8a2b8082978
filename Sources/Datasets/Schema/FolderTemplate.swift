import Figures

/// A data folder to begin from: the model's tables of another folder, three organisations that
/// stand for all, one row to show each kind of figure, and a description of every column.
public struct FolderTemplate: Sendable {
  /// Names and bytes, in the order of the tables.
  public let files: [(name: String, bytes: [UInt8])]

  /// Tables of the model that are the same for every country until its own evidence replaces them.
  private static let carried = [
    "assumptions", "levers", "scenarios", "fixed_parameters", "overlap_weights",
    "discount_schedules", "red_list",
  ]

  /// - Parameters:
  ///   - name: the package's: letters, digits, `_`, `-` and `.`.
  ///   - folder: whose model is carried over. Its figures are not.
  ///   - today: `YYYY-MM-DD`, the date of the data.
  public init(named name: String, from folder: DataFolder, today: String) throws(DataError) {
    let tables = try folder.allTables()
    var files: [(name: String, bytes: [UInt8])] = []
    for schema in TableSchema.all {
      if Self.carried.contains(schema.name),
        let table = tables.first(where: { $0.schema == schema })
      {
        files.append((schema.file, table.sheet.bytes))
      } else if let text = Self.text(of: schema, today) {
        files.append((schema.file, Array(text.utf8)))
      }
    }
    let described = Self.descriptions(folder)
    files.append((PackageName.file, Array(Self.package(name, today).utf8)))
    files.append(("DATA.md", Array(Self.guide(described).utf8)))
    self.files = files
  }

  /// The header, with rows to begin from; nil for a table that a folder may lack.
  private static func text(of schema: TableSchema, _ today: String) -> String? {
    let header = schema.columnNames.joined(separator: ",") + "\n"
    if let rows = rows[schema.name] { return header + rows.replacing("TODAY", with: today) }
    if schema.name == "organisations" {
      return header
        + organisations.map { "\($0.code),\($0.name),\($0.sector),\($0.class)\n" }.joined()
    }
    if schema.name == "allocation_keys" {
      let keys = [
        "automation", "automation_gds2026", "channel", "fraud", "digital_spend", "contractor",
      ]
      return header
        + organisations.flatMap { organisation in
          keys.map {
            "\(organisation.code),\($0),1,equal parts,modelled,template,replace by what it is shared out by\n"
          }
        }.joined()
    }
    return schema.isOptional ? nil : header
  }

  private static let organisations = [
    (code: "HEALTH", name: "Health service", sector: "Health", class: "nhs"),
    (code: "FINANCE", name: "Ministry of Finance", sector: "Central", class: "cg"),
    (code: "INTERIOR", name: "Ministry of the Interior", sector: "Central", class: "cg"),
  ]

  private static let rows = [
    "sources": "template,Template,digigov,TODAY,,,in the publication\n",
    "bodies": """
    NATION,The whole that is covered,whole,,
    CENTRAL,Central government,sector,NATION,
    HEALTH,Health service,organisation,NATION,
    FINANCE,Ministry of Finance,organisation,CENTRAL,
    INTERIOR,Ministry of the Interior,organisation,CENTRAL,

    """,
    "facts": """
    legacy.share.example,legacy,Share of systems that are legacy,NATION,,30,%,,,modelled,estimate,template,an example to replace,TODAY,D,,

    """,
  ]

  /// Those that a folder cannot do without for long; the rest stand in DATA.md.
  private static let roles: [(role: Role, value: String)] = [
    (.currency, "¤"), (.currencyASCII, "money"), (.outages, "HEALTH"), (.whole, "NATION"),
    (.government, "CENTRAL"), (.legacyShare, "legacy.share.example"),
  ]

  private static func package(_ name: String, _ today: String) -> String {
    let resources = TableSchema.all.filter { !$0.isOptional }.map {
      "    {\"name\": \"\($0.name)\", \"path\": \"\($0.file)\", \"title\": \"\($0.summary)\"}"
    }
    return """
      {
        "name": "\(name)",
        "version": "0.1.0",
        "created": "\(today)T00:00:00Z",
        "roles": {
      \(roles.map { "    \"\($0.role.rawValue)\": \"\($0.value)\"" }.joined(separator: ",\n"))
        },
        "resources": [
      \(resources.joined(separator: ",\n"))
        ]
      }

      """
  }
}

extension FolderTemplate {
  /// What each column holds, from the folder's description: by table and column.
  private static func descriptions(_ folder: DataFolder) -> [String: [String: String]] {
    guard let bytes = try? folder.bytes(of: PackageName.file),
      let package = PackageColumns(bytes)
    else { return [:] }
    return package.descriptions
  }

  /// Every table and column in words.
  private static func guide(_ described: [String: [String: String]]) -> String {
    var lines = [
      "# These data", "",
      "Made by `digigov data new`. `digigov data check` says what is wrong, by file, row and column;",
      "`digigov --data .` opens it. The figures of organisations and keys are equal parts: replace them.",
      "The model's tables (assumptions, levers, scenarios and their like) are those of the folder that",
      "this one was made from: each row says where it is from, so replace what is of another country.",
      "",
    ]
    lines += [
      "## Roles", "",
      "`roles` in datapackage.json says which row or word plays which part on screens. Each may be",
      "left out; a panel then says what it looks for.", "", "| Role | Names | Now |",
      "|---|---|---|",
    ]
    for role in Role.allCases {
      let now = roles.first { $0.role == role }?.value ?? ""
      lines.append("| \(role.rawValue) | \(role.words) | \(now) |")
    }
    lines.append("")
    for schema in TableSchema.all {
      lines += ["## \(schema.file)", ""]
      let mayLack = schema.isOptional ? " A folder may lack it." : ""
      lines += ["A row: \(schema.summary).\(mayLack)", "", "| Column | Holds | |", "|---|---|---|"]
      for column in schema.columns {
        let text = described[schema.name]?[column.name] ?? ""
        let need = column.isRequired ? "" : column.isOptional ? "may be missing" : "may be empty"
        let words = [column.kind.words, need].filter { !$0.isEmpty }.joined(separator: "; ")
        lines.append("| \(column.name) | \(words) | \(text.replacing("|", with: "\\|")) |")
      }
      if !schema.key.isEmpty {
        lines += ["", "No two rows have the same \(schema.key.joined(separator: ", "))."]
      }
      for key in schema.foreignKeys {
        lines += ["", "`\(key.column)` names a row of \(key.table).csv by its \(key.key)."]
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }
}

extension CellKind {
  /// What a cell may hold, in words.
  fileprivate var words: String {
    switch self {
    case .text: "text"
    case .code: "a code: \(TableCheck.codeWords)"
    case .number(let bounds): bounds.words
    case .whole(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .oneOf(let words): "one of " + words.joined(separator: ", ")
    case .date: "YYYY, YYYY-MM or YYYY-MM-DD"
    case .month: "YYYY-MM"
    case .financialYear: "a year such as 2025-26"
    }
  }
}
