import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Terminals and locales that a system does not know.
@Suite("On any machine", .timeLimit(.minutes(2)), .enabled(if: Tmux.isInstalled, "tmux is needed"))
struct AtHomeTests {
  @Test(
    "It opens in terminals that the system does not describe, and says what it takes them for",
    arguments: [
      ("xterm-kitty", "xterm-256color"), ("xterm-ghostty", "xterm-256color"),
      ("foot", "xterm-256color"), ("wezterm", "xterm-256color"), ("alacritty", "xterm-256color"),
      ("no-such-terminal", "xterm-256color"), ("screen.xterm-kitty", "screen-256color"),
      ("tmux-nonesuch", "tmux-256color"), ("vt999", "vt220"),
      // Without any terminfo, by what is compiled in.
      ("xterm-256color", ""), ("tmux-256color", ""), ("linux", ""),
    ])
  func opens(type: String, taken: String) async throws {
    let nowhere = taken.isEmpty ? "/nonexistent" : nil
    try await Program.inTerminal(environment: ["TERMINFO_DIRS": nowhere]) { tmux in
      let none = nowhere == nil ? "" : "TERMINFO=/nonexistent "
      try await tmux.enter("clear; \(none)TERM=\(type) digigov; echo \"[end $?]\"")
      try await tmux.wait { $0.contains("Overview") && $0.contains("£45bn") }
      try await tmux.press("q")
      try await tmux.wait { $0.contains("[end 0]") }
      let left = try await tmux.screen()
      if !taken.isEmpty {
        #expect(left.contains("'\(type)'") && left.contains(taken))
      }
      // Nothing of what was drawn is left behind the prompt, where there is a second screen or not.
      #expect(!left.contains("£45bn"))
    }
  }

  @Test("On a terminal without a second screen nothing is left behind the prompt")
  func clears() async throws {
    try await Program.inTerminal { tmux in
      try await tmux.enter("TERM=vt220 digigov")
      try await tmux.wait { $0.contains("Overview") && $0.contains("£45bn") }
      try await tmux.press("C-z")
      try await tmux.wait { $0.contains("Stopped") }
      #expect(try await !tmux.screen().contains("£45bn"))
      try await tmux.enter("fg")
      try await tmux.wait { $0.contains("£45bn") }
      try await tmux.press("q")
      #expect(try await tmux.status() == 0)
      #expect(try await !tmux.screen().contains("£45bn"))
    }
  }

  @Test(
    "A locale that is not installed is taken for one with UTF-8",
    arguments: ["LANG=xx_XX.UTF-8", "LC_CTYPE=UTF-8", "LC_ALL=xx_XX"])
  func standsIn(locale: String) async throws {
    let parts = locale.split(separator: "=").map(String.init)
    let end = try await Program.piped(
      environment: ["LC_ALL": nil, "LANG": nil].merging([parts[0]: parts[1]]) { $1 })
    #expect(end.status == 0 && end.text.contains("£45bn+"))
  }

  @Test("Without UTF-8 the screen says why it is in ASCII; glyphs = unicode forces all signs")
  func saysWhy() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "digigov-test-\(UInt64.random(in: 0 ... .max))")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "digigov"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("glyphs = unicode\n".utf8).write(to: folder.appending(path: "digigov/config"))
    try await Program.inTerminal(environment: ["LC_ALL": "C"]) { tmux in
      try await tmux.enter("digigov")
      try await tmux.wait {
        $0.contains("GBP45bn+") && $0.contains("In ASCII, since the locale is C")
      }
      try await tmux.press("q")
      #expect(try await tmux.status() == 0)
      try await tmux.enter("clear; XDG_CONFIG_HOME=\(folder.path) digigov")
      try await tmux.wait { $0.contains("£45bn+") && $0.contains("┏") }
      try await tmux.press("q")
      #expect(try await tmux.status() == 0)
    }
    let piped = try await Program.piped(
      environment: ["LC_ALL": "C", "XDG_CONFIG_HOME": folder.path])
    #expect(piped.text.contains("£45bn+") && piped.errors.isEmpty)
  }

  @Test("Digits of the number pad are digits, in either of its modes")
  func takesThePad() async throws {
    try await Program.inTerminal { tmux in
      try await tmux.openDashboard()
      for (sequence, title) in [("\u{1B}Or", "Opportunity"), ("\u{1B}[57402u", "Legacy")] {
        try await tmux.send(bytes: Array(sequence.utf8))
        try await tmux.wait { $0.hasPrefix(" \(title)") }
      }
      // A value typed at a prompt.
      try await tmux.press("8", "Enter")
      try await tmux.send(bytes: Array("\u{1B}Op\u{1B}On\u{1B}Ou".utf8))
      try await tmux.wait { $0.contains("0.5") }
    }
  }
}

/// Standard input and output in place of files, and limits.
@Suite("In a pipe", .timeLimit(.minutes(2)))
struct PipeTests {
  @Test("A picture goes to standard output in the form that is asked for")
  func writesPictures() async throws {
    let words = ["screenshot", "--panel", "tiles", "--draws", "0", "--output", "-"]
    let text = try await Program.piped(words)
    #expect(text.status == 0 && text.text.contains("£45bn+"))
    let svg = try await Program.piped(words + ["--format", "svg"])
    #expect(svg.status == 0 && svg.text.hasPrefix("<svg") || svg.text.hasPrefix("<?xml"))
    let wrong = try await Program.piped(words + ["--format", "gif"])
    #expect(wrong.status == 2 && wrong.errors.contains("unknown format gif; allowed svg"))
    let beside = try await Program.piped(words + ["--alt-text"])
    #expect(beside.status == 2 && beside.errors.contains("--alt-text"))
  }

  @Test("A return is read from standard input")
  func readsReturns() async throws {
    let input = """
      Organisation name,Parent department,Payroll staff Total FTE,Payroll staff costs Total paybill
      Home Office,Home Office,50000,262000000

      """
    let end = try await Program.piped(
      ["data", "import", "workforce", "--dry-run", "--month", "2026-07", "-"], input: input)
    #expect(end.status == 0 && end.text.contains("HO 2026-07"), "\(end.errors)")
  }

  @Test("A number of threads that is none is refused", arguments: ["abc", "-5", "0", "1.5"])
  func refusesThreads(text: String) async throws {
    let end = try await Program.piped(["paths"], environment: ["DIGIGOV_THREADS": text])
    #expect(end.status == 2 && end.errors.contains("DIGIGOV_THREADS=\(text): allowed"))
  }

  @Test("--doctor says what was found, and ends with 1 where the data are missing")
  func examines() async throws {
    let well = try await Program.piped(["--doctor"], environment: ["TERM": "xterm-256color"])
    #expect(well.status == 0 && well.text.contains("digigov 1.") && well.text.contains("UTF-8"))
    let ill = try await Program.piped(["--doctor", "--data", "/nonexistent"])
    #expect(ill.status == 1 && ill.text.contains("! no data folder found"))
  }
}
