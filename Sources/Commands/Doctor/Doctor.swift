import Analytics
import Datasets
import Frames
import Screenshots
import Terminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// `digigov --doctor`: what the program found where it runs, and what each thing lacks.
struct Doctor {
  struct Finding: Equatable {
    var subject, found: String
    /// What is missing and what to do about it; nil where nothing is.
    var lack: String?
    /// Whether nothing works without it.
    var isNeeded = false
  }

  var findings: [Finding] = []

  /// Whether something is missing without which nothing works.
  var isBlocked: Bool { findings.contains { $0.isNeeded && $0.lack != nil } }

  /// A paragraph each; lines of at most so many columns.
  func text(width: Int) -> String {
    let indent = (findings.map { displayWidth($0.subject) }.max() ?? 0) + 2
    func block(_ first: String, _ text: String) -> String {
      wrapped(text, width: max(width - indent, 30)).enumerated().map { place, line in
        let start = place == 0 ? first : ""
        return start + String(repeating: " ", count: indent - displayWidth(start)) + line + "\n"
      }.joined()
    }
    let lacking = findings.count { $0.lack != nil }
    return findings.map { finding in
      block(finding.subject, finding.found) + (finding.lack.map { block("", "! " + $0) } ?? "")
    }.joined()
      + (lacking == 0
        ? "\nNothing is lacking.\n" : "\n\(lacking) with something to do, marked with !\n")
  }
}

extension Doctor {
  /// Looks at everything that the program would use.
  @MainActor static func examined(
    _ configuration: Result<Configuration, CommandFailure>, data: String?
  ) -> Doctor {
    var doctor = Doctor()
    doctor.findings.append(Finding(subject: "program", found: program))
    doctor.findings += terminal()
    doctor.findings.append(colours())
    let chosen = try? configuration.get()
    doctor.findings.append(characters(chosen))
    doctor.findings.append(graphics())
    doctor.findings += pictures()
    doctor.findings += folders(configuration, data: data)
    doctor.findings.append(threads())
    return doctor
  }

  private static var program: String {
    "\(ProgramVersion.text), \(RealPath.of(Surroundings.programPath))"
  }

  @MainActor private static func terminal() -> [Finding] {
    let type = TerminalDescription.ofThisProcess()
    let ends = [isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1]
    var size = winsize()
    var found = type.type.isEmpty ? "TERM is not set" : "TERM is \(type.type)"
    if let used = type.usedType {
      let place = type.isCompiledIn ? ", which came with the program" : ""
      found += used == type.type ? ", which is described here" : ", taken for \(used)\(place)"
    }
    if unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      found += "; \(size.ws_col) columns, \(size.ws_row) rows"
    }
    found += "; \(TerminalAnswer.curses)"
    var lack = type.problem?.description
    if lack == nil, type.usedType != type.type {
      lack =
        "Where it is not drawn right, install a description of it (Debian: ncurses-term), or set "
        + "TERM to another type."
    }
    let piped =
      ends.allSatisfy(\.self)
      ? nil : "Not both ends are a terminal here: the dashboard would be printed as text."
    return [Finding(subject: "terminal", found: found, lack: lack ?? piped)]
  }

  @MainActor private static func colours() -> Finding {
    let environment = Surroundings.environment
    let depth = ColourDepth.decided(
      flag: nil, environment: environment,
      terminfoColours: TerminalDescription.ofThisProcess().colours)
    let words =
      switch depth {
      case .none: "none"
      case .basic: "the sixteen basic ones"
      case .indexed: "256"
      case .trueColour: "16 million"
      }
    let asked = ["NO_COLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "COLORTERM", "COLORFGBG"].compactMap {
      name in environment[name].map { "\(name)=\(neutralised($0))" }
    }
    let lack =
      depth == .none && environment["NO_COLOR", default: ""].isEmpty
      ? "The terminal's description has no colours; themes are then by attributes." : nil
    return Finding(
      subject: "colours",
      found: words + (asked.isEmpty ? "" : " (\(asked.joined(separator: ", ")))"), lack: lack)
  }

  @MainActor private static func characters(_ chosen: Configuration?) -> Finding {
    let wantsUnicode = chosen?.glyphs?.value == .unicode
    let set = CharacterSet.ofThisProcess(forcing: wantsUnicode)
    let named = set.named.map { "\($0.variable)=\($0.locale)" } ?? "no locale is set"
    let isForced = Surroundings.isSet("DIGIGOV_ASCII") || chosen?.glyphs?.value == .ascii
    var found: String
    switch set.finding {
    case .utf8: found = "UTF-8 (\(named))"
    case .standIn: found = "UTF-8, though \(named) is not installed or has none"
    case .unset, .other, .missing: found = "ASCII (\(named))"
    }
    if isForced { found += "; drawn in ASCII, as the configuration or DIGIGOV_ASCII says" }
    if set.isUTF8, !isForced {
      found += "; braille, blocks and lines should be seen here: ⣿⡇ ▌█ ┃━"
    }
    return Finding(subject: "characters", found: found, lack: set.reasonForASCII)
  }

  @MainActor private static func graphics() -> Finding {
    guard let answer = TerminalAnswer.asked() else {
      return Finding(
        subject: "graphics", found: "characters alone; the terminal says nothing of pictures")
    }
    let ways =
      (answer.drawsByKitty ? ["kitty's protocol"] : []) + (answer.drawsSixels ? ["sixels"] : [])
    return Finding(
      subject: "graphics",
      found: ways.isEmpty
        ? "the terminal draws characters alone"
        : "the terminal draws pictures by \(ways.joined(separator: " and "))")
  }

  private static func pictures() -> [Finding] {
    let lack = PictureFormat.png.lack
    let others = PictureFormat.allCases.filter { $0.lack == nil }.map(\.rawValue)
    return [
      Finding(
        subject: "pictures", found: others.joined(separator: " ") + " can be written", lack: lack),
      Finding(
        subject: "fonts",
        found: PictureFormat.png.isAvailable
          ? "DejaVu Sans Mono and Liberation Sans, inside the program, for PNG and PDF"
          : "none, since this build writes no PNG and PDF"),
    ]
  }

  private static func folders(
    _ configuration: Result<Configuration, CommandFailure>, data: String?
  ) -> [Finding] {
    var found: [Finding] = []
    do {
      let folder = try Surroundings.dataFolder(data)
      let defects = folder.check()
      let inputs = try? folder.modelInputs()
      let name = [inputs?.name, inputs?.version].compactMap { $0 }.joined(separator: " ")
      found.append(
        Finding(
          subject: "data",
          found: neutralised((name.isEmpty ? "unnamed" : name) + " in " + folder.path),
          lack: defects.first.map {
            "\(defects.count) defects, the first: \($0); digigov data check says all."
          }, isNeeded: true))
    } catch {
      let words = (error as? CommandFailure)?.message ?? "\(error)"
      found.append(Finding(subject: "data", found: "none", lack: words, isNeeded: true))
    }
    let path = Surroundings.configurationFile
    switch configuration {
    case .success:
      found.append(place("configuration", path, "no file, so that the defaults hold"))
    case .failure(let failure):
      found.append(
        Finding(
          subject: "configuration", found: path ?? "none", lack: failure.message, isNeeded: true))
    }
    found.append(
      place("scenarios", Surroundings.savedScenarios, "made with the first that is saved"))
    var state = place("state", Surroundings.stateFolder, "made when it is needed")
    if let folder = Surroundings.stateFolder, !canWrite(below: folder) {
      state.lack = "Nothing can be written there: sessions are not kept."
    }
    found.append(state)
    return found
  }

  private static func place(_ subject: String, _ path: String?, _ otherwise: String) -> Finding {
    guard let path else {
      return Finding(
        subject: subject, found: "nowhere",
        lack: "HOME is not set; set it, or XDG_STATE_HOME and its like.")
    }
    let isThere = unsafe access(path, F_OK) == 0
    return Finding(subject: subject, found: neutralised(path) + (isThere ? "" : ": \(otherwise)"))
  }

  /// Whether a folder, or the nearest above it that is there, takes files.
  private static func canWrite(below path: String) -> Bool {
    var path = path
    while unsafe access(path, F_OK) != 0, let slash = path.lastIndex(of: "/"),
      slash > path.startIndex
    {
      path = String(path[..<slash])
    }
    return unsafe access(path, W_OK) == 0
  }

  private static func threads() -> Finding {
    do throws(CommandFailure) {
      let count = try Surroundings.checkedThreads()
      return Finding(subject: "threads", found: "\(count)")
    } catch {
      return Finding(subject: "threads", found: "none", lack: error.message, isNeeded: true)
    }
  }
}
