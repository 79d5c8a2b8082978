import Documents

extension ExcelParts {
  /// The first style of numbers: one for each format follows, then one for each of shaded numbers.
  private static let firstOfNumbers = 9

  /// The style of a number that is shown so.
  static func style(_ format: Book.Format?) -> Int {
    firstOfNumbers + (format.flatMap { Book.Format.all.firstIndex(of: $0) } ?? 0)
  }

  /// How a format is written in spreadsheets: `#,##0.00`, `0%`.
  private static func code(_ format: Book.Format) -> String {
    let places = format.places == 0 ? "" : "." + String(repeating: "0", count: format.places)
    return format.isYear ? "0" : format.isShare ? "0\(places)%" : "#,##0\(places)"
  }

  /// 0 words of a remark, 1 the title, 2 a heading, 3 words, 5 a link, 7 a heading above numbers, 8
  /// shorthand among numbers.
  static let styles: String = {
    let formats = Book.Format.all
    func align(_ side: String, _ place: String, wraps: Bool = true) -> String {
      " applyAlignment=\"1\"><alignment\(side.isEmpty ? "" : " horizontal=\"\(side)\" indent=\"1\"")"
        + "\(wraps ? " wrapText=\"1\"" : "") vertical=\"\(place)\"/></xf>"
    }
    let fixed = [
      "<xf fontId=\"0\"/>", "<xf fontId=\"1\" xfId=\"1\" applyFont=\"1\"/>",
      "<xf fontId=\"2\" applyFont=\"1\"" + align("", "bottom"),
      "<xf fontId=\"0\"" + align("", "top"), "<xf fontId=\"0\"" + align("", "top", wraps: false),
      "<xf fontId=\"3\" applyFont=\"1\"" + align("", "top"),
      "<xf fontId=\"0\" fillId=\"2\" applyFill=\"1\"" + align("", "top", wraps: false),
      "<xf fontId=\"2\" applyFont=\"1\"" + align("right", "bottom"),
      "<xf fontId=\"0\"" + align("right", "top"),
    ]
    func numbers(_ more: String) -> [String] {
      formats.indices.map { place in
        "<xf numFmtId=\"\(164 + place)\" fontId=\"0\"\(more) applyNumberFormat=\"1\""
          + align("right", "top", wraps: false)
      }
    }
    let all = fixed + numbers("") + numbers(" fillId=\"2\" applyFill=\"1\"")
    let codes = formats.enumerated().map { place, format in
      "<numFmt numFmtId=\"\(164 + place)\" formatCode=\"\(code(format))\"/>"
    }
    return xmlHead
      + "<styleSheet \(names)><numFmts count=\"\(codes.count)\">\(codes.joined())</numFmts>"
      + "<fonts count=\"4\"><font><sz val=\"11\"/><name val=\"Arial\"/></font>"
      + "<font><b/><sz val=\"15\"/><name val=\"Arial\"/></font><font><b/><sz val=\"11\"/><name val=\"Arial\"/></font>"
      + "<font><u/><sz val=\"11\"/><color rgb=\"FF12436D\"/><name val=\"Arial\"/></font></fonts>"
      + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/>"
      + "</fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFF2CC\"/></patternFill></fill></fills>"
      + "<borders count=\"1\"><border/></borders>"
      + "<cellStyleXfs count=\"2\"><xf/><xf fontId=\"1\" applyFont=\"1\"/></cellStyleXfs>"
      + "<cellXfs count=\"\(all.count)\">\(all.joined())</cellXfs>"
      + "<cellStyles count=\"2\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"
      + "<cellStyle name=\"Heading 1\" xfId=\"1\" builtinId=\"16\"/></cellStyles></styleSheet>"
  }()
}
