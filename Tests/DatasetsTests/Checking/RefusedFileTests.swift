import Datasets
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Files that are no tables: each is refused, with place, value and what was expected.
@Suite struct RefusedFileTests {
  static let damages: [Damage] = [
    Damage(
      "missing file", "facts.csv: missing file; expected a file of this name in the data folder"
    ) { $0.files["facts.csv"] = nil },
    Damage("empty file", "facts.csv: empty file; expected a header row and rows below it") {
      $0.files["facts.csv"] = []
    },
    Damage(
      "nothing but a byte order mark",
      "levers.csv: empty file; expected a header row and rows below it"
    ) { $0.files["levers.csv"] = [0xEF, 0xBB, 0xBF] },
    Damage(
      "header only in a table of the model",
      "overlap_weights.csv: no rows; expected at least one below the header"
    ) { $0.files["overlap_weights.csv"] = Array("stream_a,stream_b,weight,mark,source\n".utf8) },
    Damage(
      "missing column", "bodies.csv", "name,kind", "title,kind",
      "bodies.csv row 1 column name: missing column; expected a column of this name"),
    Damage(
      "repeated column", "bodies.csv", "parent,note", "parent,parent",
      "bodies.csv row 1 column parent: repeated column; expected each column once"),
    Damage(
      "row with a cell less", "sources.csv", ",OGL,in the publication", ",OGL",
      "sources.csv row 2: ragged row of 6 cells; expected 7, as many as the header has"),
    Damage(
      "row with a cell more", "sources.csv", ",OGL,in the publication", ",OGL,read,",
      "sources.csv row 2: ragged row of 8 cells; expected 7, as many as the header has"),
    Damage(
      "stray quote", "sources.csv", "State of", "State \"of\"",
      "sources.csv row 2: \"State \"of\" digital government review\": stray quote; "
        + "expected quotes only around a whole cell, doubled inside it"),
    Damage(
      "text after a closing quote", "incidents.csv", "for days\"", "for days\" ",
      "incidents.csv row 2: \"Records were out, for days\": text after a closing quote; "
        + "expected a comma or the end of the line"),
    Damage(
      "quote without an end", "incidents.csv", "for days\"", "for days",
      "incidents.csv row 2: \"Records were out, for days,12.5,1000,people,paper,reported,r…\": "
        + "quote without an end; expected a closing quote"),
    Damage(
      "carriage returns alone", "sources.csv", "DSIT", "D\rSIT",
      "sources.csv row 2: \"D\\u{D}SIT\": carriage return without a line feed; "
        + "expected lines ended by LF or CRLF"),
    Damage(
      "invalid UTF-8",
      "sources.csv row 2: \"St\u{FFFD}te of digital government review\": byte FF at offset 58 "
        + "of the file is not UTF-8; expected UTF-8"
    ) { $0.damage("sources.csv", at: "State", offset: 2, byte: 0xFF) },
    Damage(
      "overlong UTF-8",
      "sources.csv row 2: \"D\u{FFFD}\u{FFFD}T\": byte C0 at offset 92 of the file is not UTF-8; "
        + "expected UTF-8"
    ) {
      $0.damage("sources.csv", at: "DSIT", offset: 1, byte: 0xC0)
      $0.damage("sources.csv", at: "IT,20", offset: 0, byte: 0xAF)
    },
    Damage(
      "NUL", "sources.csv", "DSIT", "DS\0IT",
      "sources.csv row 2: \"DS\\u{0}IT\": control character 0; "
        + "expected text without control characters"
    ),
    Damage(
      "tab", "sources.csv", "DSIT", "DS\tIT",
      "sources.csv row 2: \"DS\\u{9}IT\": control character 9; "
        + "expected text without control characters"
    ),
    Damage(
      "escape sequence", "sources.csv", "DSIT", "\u{1B}[2JDSIT",
      "sources.csv row 2: \"\\u{1B}[2JDSIT\": control character 1B; "
        + "expected text without control characters"),
    Damage(
      "escape sequence in quotes", "incidents.csv", "for days", "for \u{1B}]0;x\u{7}days",
      "incidents.csv row 2: \"Records were out, for \\u{1B}]0;x\\u{7}days\": control character 1B; "
        + "expected text without control characters"),
    Damage(
      "DEL", "sources.csv", "DSIT", "DSIT\u{7F}",
      "sources.csv row 2: \"DSIT\\u{7F}\": control character 7F; "
        + "expected text without control characters"),
    Damage(
      "C1 control", "sources.csv", "DSIT", "\u{9B}31mDSIT",
      "sources.csv row 2: \"\\u{9B}31mDSIT\": hidden character U+9B; "
        + "expected text without controls or marks that reorder it"),
    Damage(
      "text turned round", "sources.csv", "DSIT", "\u{202E}DSIT",
      "sources.csv row 2: \"\\u{202E}DSIT\": hidden character U+202E; "
        + "expected text without controls or marks that reorder it"),
    Damage(
      "a sign that nobody sees", "sources.csv", "DSIT", "DS\u{2062}IT",
      "sources.csv row 2: \"DS\\u{2062}IT\": hidden character U+2062; "
        + "expected text without controls or marks that reorder it"),
    Damage(
      "a pile of marks", "sources.csv", "DSIT", "DSI\u{301}\u{302}\u{303}\u{308}\u{30A}T",
      "sources.csv row 2: \"DSI\u{301}\u{302}\u{303}\u{308}\u{30A}T\": 5 marks on one character; "
        + "expected at most 4"),
    Damage(
      "control in the header", "bodies.csv", "parent,note", "parent,no\u{8}te",
      "bodies.csv row 1: \"no\\u{8}te\": control character 8; "
        + "expected text without control characters"),
    Damage(
      "cell over 64 KiB",
      "sources.csv row 2: cell of 65538 bytes; expected at most 65536 bytes in a cell"
    ) { $0.replace("DSIT", with: String(repeating: "é", count: 32_769), in: "sources.csv") },
    Damage(
      "cell of 10 MB",
      "sources.csv row 2: cell of 10000000 bytes; expected at most 65536 bytes in a cell"
    ) { $0.replace("DSIT", with: String(repeating: "x", count: 10_000_000), in: "sources.csv") },
    Damage(
      "over a thousand columns", "bodies.csv row 1: 1002 columns; expected at most 1000"
    ) { $0.files["bodies.csv"] = Array(repeating: UInt8(ascii: ","), count: 1001) },
    Damage(
      "over a thousand cells",
      "bodies.csv row 2: ragged row of 1002 cells; expected 5, as many as the header has"
    ) {
      $0.replace(
        "kind,parent,note\n",
        with: "kind,parent,note\n" + String(repeating: ",", count: 1001) + "\n",
        in: "bodies.csv")
    },
    Damage(
      "description that is no JSON",
      "datapackage.json: not an object of JSON with a name and a version in text; "
        + "expected a data package's description"
    ) { $0.files["datapackage.json"] = Array("{\"name\": ".utf8) },
    Damage(
      "package name with a colon", "datapackage.json", "sample", "sam:ple",
      "datapackage.json column name: \"sam:ple\": expected letters, digits, _ - and . only"),
  ]

  @Test(arguments: damages) func isRefused(_ damage: Damage) throws {
    let first = try damage.firstDefect()
    #expect(first == damage.defect)
  }

  @Test func cellOfExactlyTheBoundIsAccepted() throws {
    var folder = SampleFolder()
    folder.replace("DSIT", with: String(repeating: "x", count: 64 << 10), in: "sources.csv")
    #expect(try folder.defects() == [])
  }

  @Test func moreThanAMillionRowsAreRefused() throws {
    var folder = SampleFolder()
    var bytes = Array("note\n".utf8)
    bytes.append(contentsOf: repeatElement(0x0A, count: 1_000_000))
    folder.files["bodies.csv"] = bytes
    let defects = try folder.defects().filter { $0.contains("too many rows") }
    #expect(
      defects == [
        "bodies.csv row 1000001: too many rows; expected at most 1000000 with the header"
      ])
  }

  @Test func folderInPlaceOfAFileIsRefused() throws {
    var folder = SampleFolder()
    folder.files["facts.csv"] = nil
    folder.folders = ["facts.csv"]
    #expect(
      try folder.defects().first
        == "facts.csv: not a regular file; expected a file of this name in the data folder")
  }

  @Test(.timeLimit(.minutes(1))) func pipeInPlaceOfAFileIsRefusedAndNotWaitedFor() throws {
    var folder = SampleFolder()
    folder.files["facts.csv"] = nil
    let first = try folder.written { written in
      #expect(unsafe mkfifo(written.path + "/facts.csv", 0o600) == 0)
      return written.check().first?.description
    }
    #expect(
      first == "facts.csv: not a regular file; expected a file of this name in the data folder")
  }
}
