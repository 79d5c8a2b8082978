public import Frames

/// The version of asciicast that is written.
public enum CastVersion: Int, CaseIterable, Sendable {
  /// Times since the start; played by asciinema 2 and later.
  case two = 2
  /// Times since the event before; played by asciinema 3 and later.
  case three = 3
}

/// A session as a terminal was sent it, with the times of a clock that its maker keeps.
public struct Cast: Equatable, Sendable {
  struct Event: Equatable, Sendable {
    enum Kind: String {
      case output = "o"
      case marker = "m"
      case resize = "r"
      case exit = "x"
    }
    var time: Duration
    var kind: Kind
    var data: String
  }

  var columns = 0
  var rows = 0
  var title = ""
  private(set) var events: [Event] = []
  private(set) var length = Duration.zero
  private var shown: Frame?
  /// Whether the header has been taken, and the time of the last event that was.
  private var hasHeader = false
  private var before = 0

  public init(title: String) {
    self.title = title
  }

  /// Shows a frame from a time on, which is never before the time of what came in last. A frame of
  /// another size than the one before it changes the terminal's size.
  public mutating func show(_ frame: Frame, at time: Duration) {
    if let shown {
      if shown.columns != frame.columns || shown.rows != frame.rows {
        append(.resize, "\(frame.columns)x\(frame.rows)", at: time)
      }
    } else {
      (columns, rows) = (frame.columns, frame.rows)
    }
    let text = paint(frame, over: shown)
    shown = frame
    if !text.isEmpty { append(.output, text, at: time) }
  }

  /// Marks a time with a few words.
  public mutating func mark(_ label: String, at time: Duration) {
    append(.marker, neutralised(label), at: time)
  }

  /// Ends the session.
  public mutating func end(at time: Duration) {
    // A terminal that the cast is played in gets its cursor back; and the second version, which has
    // no event for the end, lasts as long as the session did.
    append(.output, "\u{1B}[?25h", at: time)
    append(.exit, "0", at: time)
  }

  private mutating func append(_ kind: Event.Kind, _ data: String, at time: Duration) {
    length = max(length, time)
    events.append(Event(time: length, kind: kind, data: data))
  }

  /// The file: a header and a line an event, each ended by LF.
  ///
  /// Times have three decimals. The third version writes intervals, and each carries the rounding
  /// of those before it, so that no sum of them is ever more than half a millisecond wrong.
  public func text(_ version: CastVersion) -> String {
    var cast = self
    (cast.before, cast.hasHeader) = (0, true)
    return header(version) + cast.taken(version)
  }

  /// The lines of what has happened since they were taken last, which is then kept no longer; the
  /// header stands before the first. Put one after the other they are a file that can be played at
  /// any time, and in the end what ``text(_:)`` is, but for the header of the second version, which
  /// says how long the session lasted: that is ``header(_:)`` at the end.
  public mutating func taken(_ version: CastVersion) -> String {
    guard hasHeader || !events.isEmpty else { return "" }
    var text = hasHeader ? "" : header(version, isOpen: true)
    hasHeader = true
    for event in events {
      if event.kind == .exit, version == .two { continue }
      let time = event.time.milliseconds
      let number = version == .two ? time : time - before
      before = time
      text += "[\(Self.seconds(number)), \"\(event.kind.rawValue)\", \(quotedJSON(event.data))]\n"
    }
    events = []
    return text
  }

  /// The first line of the file.
  public func header(_ version: CastVersion) -> String { header(version, isOpen: false) }

  /// - Parameter isOpen: whether the session goes on, so that its length is not known.
  private func header(_ version: CastVersion, isOpen: Bool) -> String {
    let kind = "xterm-256color"
    let members: JSON
    switch version {
    case .two:
      let duration = ("duration", JSON.number(Self.seconds(length.milliseconds)))
      members = .object(
        [
          ("version", .number("2")), ("width", .number("\(columns)")),
          ("height", .number("\(rows)")),
        ] + (isOpen ? [] : [duration]) + [
          ("title", .text(title)), ("env", .object([("TERM", .text(kind))])),
        ])
    case .three:
      members = .object([
        ("version", .number("3")),
        (
          "term",
          .object([
            ("cols", .number("\(columns)")), ("rows", .number("\(rows)")), ("type", .text(kind)),
          ])
        ),
        ("title", .text(title)),
      ])
    }
    return members.compact + "\n"
  }

  private static func seconds(_ milliseconds: Int) -> String {
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}

extension Duration {
  /// The nearest whole number of them, halves up.
  fileprivate var milliseconds: Int {
    let (seconds, attoseconds) = components
    return Int(seconds) * 1000 + Int((attoseconds + 500_000_000_000_000) / 1_000_000_000_000_000)
  }
}
