import ArgumentParser
import Dashboard
import Testing

@testable import Commands

/// The configuration file, and what the dashboard makes of it.
@Suite struct ConfigurationTests {
  @Test func everySettingIsRead() throws {
    let file = try Configuration(
      """
      # a remark
      theme = light
        glyphs=ascii\r
      view = lab

      mouse = no
      key.export = X ctrl+e
      key.quit = Q
      key.redraw = none
      """, path: "config")
    #expect(file.theme == .init(value: "light", number: 2))
    #expect(file.glyphs == .init(value: .ascii, number: 3))
    #expect(file.view == .init(value: .lab, number: 4))
    #expect(file.mouse == .init(value: false, number: 6))
    #expect(file.keys.keys(of: "export") == ["X", "ctrl+e"])
    #expect(file.keys.keys(of: "quit") == ["Q", "ctrl+c"])
    #expect(file.keys.keys(of: "redraw") == [])
    #expect(file.keys.keys(of: "help") == ["?", "f1"])
  }

  @Test func theDefaultFileChangesNothing() throws {
    let text = ConfigCommand.defaultFile
    #expect(try Configuration(text, path: "config") == Configuration())
    // With every setting switched on, it says what holds anyway.
    let lines = text.split(separator: "\n").map { line in
      line.contains(" = ") && line.hasPrefix("# ") ? String(line.dropFirst(2)) : String(line)
    }
    let file = try Configuration(lines.joined(separator: "\n"), path: "config")
    #expect(file.keyLines.count == KeyChoices.choosable.count)
    for action in KeyChoices.choosable { #expect(file.keys.keys(of: action.name) == action.keys) }
    #expect(file.theme?.value == "auto")
  }

  @Test(arguments: [
    ("theme light", "line 1: theme light: expected name = value, or # before a remark"),
    (
      "\ncolour = red",
      "line 2: unknown setting colour; allowed theme glyphs view mouse words key.ACTION"
    ),
    ("theme = pink", "line 1: theme = pink; allowed auto dark light contrast mono"),
    ("mouse = maybe", "line 1: mouse = maybe; allowed yes no"),
    ("words = loud", "line 1: words = loud; allowed full brief symbols"),
    ("glyphs =", "line 1: glyphs = ; allowed auto unicode ascii"),
    ("theme = dark\ntheme = light", "line 2: theme stands in line 1 already; expected it once"),
    ("key.fly = x", "line 1: key.fly: unknown action fly; allowed overview opportunity"),
    ("key.export = ctrl+m", "line 1: key.export: ctrl+m is no key; allowed a character"),
    ("key.export = ctrl+c", "line 1: key.export: ctrl+c always quits"),
    ("key.help = none", "line 1: key.help: help needs a key"),
    (
      "key.export = q",
      "line 1: key.export: q is already the key of quit, so it cannot be that of export; give key.quit another one first"
    ),
    (
      "key.sort = W\nkey.export = W",
      "line 1: key.sort: W is already the key of export"
    ),
  ]) func whatIsWrongIsSaidWithItsLine(_ text: String, _ words: String) {
    let failure = #expect(throws: CommandFailure.self) { try Configuration(text, path: "config") }
    #expect(failure?.code == 2)
    #expect(failure?.message.hasPrefix("config " + words) == true, "\(failure?.message ?? "")")
  }

  @Test func keysCanBeExchanged() throws {
    let file = try Configuration("key.export = q\nkey.quit = x", path: "config")
    #expect(file.keys.keys(of: "export") == ["q"])
  }

  @Test func valuesSayWhereTheyComeFrom() throws {
    let file = try Configuration("theme = light\nglyphs = unicode\nkey.export = X", path: "config")
    let found = ConfigCommand.effective(file, ["DIGIGOV_THEME": "mono", "DIGIGOV_WORDS": "brief"])
    #expect(
      found.map { "\($0.name)=\($0.value) \($0.from)" } == [
        "theme=mono from DIGIGOV_THEME", "glyphs=unicode from the file, line 2",
        "view=overview default", "mouse=yes default", "words=brief from DIGIGOV_WORDS",
        "key.export=X from the file, line 3",
      ])
  }

  @Test func pathsAreListedWithWhatIsThere() throws {
    let data =
      #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 } + "/data"
    let text = try PathsCommand.parse(["--data", data, "--format", "csv"]).text(width: nil)
    #expect(text.hasPrefix("what,exists,path\nprogram,yes,"))
    #expect(text.contains("\ndata,yes,\(data)\n"))
    let whats = text.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }
    #expect(whats == ["program", "data", "configuration", "scenarios", "state"])
  }

  @Test func optionsBeforeACommandAreNamedAsTheFault() {
    #expect(
      lateCommand(in: ["--data", "x", "brief", "--output", "y"])?.hasPrefix("brief ") == true)
    #expect(lateCommand(in: ["brief", "--outptu", "data"]) == nil)
    #expect(lateCommand(in: ["--theem", "light"]) == nil)
  }
}
