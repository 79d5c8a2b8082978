import CTerminal
public import Frames

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The screen and the keyboard. curses is one per process, so this lives on the main actor and
/// only one can be open at a time.
///
/// While it is open, whatever ends the process (a fault, a signal, a Swift trap) first gives the
/// terminal back, and what was written to standard error is shown after that.
@MainActor public final class Terminal {
  /// The colours that are in use.
  public let depth: ColourDepth
  /// Whether the locale is UTF-8. Where it is not, frames must hold ASCII only: any other
  /// character is shown as a question mark.
  public let isUTF8: Bool
  /// Wakes `next` from any thread.
  public nonisolated let waker = Waker()

  private var pairs: ColourPairs
  /// What is on the screen; nil when that is not known.
  private var shown: Frame?
  private var last: Frame?
  /// What happened while a paste was being read.
  private var waiting: [Event] = []
  private var isOpen = true
  private var isGone = false
  /// Whether the terminal was asked for its ground, and whether its answer came late.
  private var isAsked = false
  private var hasLateGround = false

  private init(depth: ColourDepth, isUTF8: Bool, colours: Int) {
    self.depth = depth
    self.isUTF8 = isUTF8
    pairs = ColourPairs(depth: depth, colours: colours, limit: Int(cc_pair_limit()))
  }

  /// Takes over the terminal of standard input and output: the alternate screen, every key as it
  /// is typed, mouse and pasted text as events. On failure nothing has been changed.
  public static func open(
    _ options: TerminalOptions = TerminalOptions()
  ) throws(TerminalError) -> Terminal {
    cc_save_memory()
    let wanted = ColourDepth.decided(
      flag: options.colour, environment: ProcessInfo.processInfo.environment,
      terminfoColours: Int(cc_terminfo_colours()))
    if let problem = TerminalError(cc_open(options.mouse, wanted == .trueColour)) { throw problem }
    let colours = wanted == .none ? 0 : Int(cc_start_colours())
    let possible: ColourDepth =
      colours > 256 ? .trueColour : colours == 256 ? .indexed : colours >= 8 ? .basic : .none
    return Terminal(
      depth: min(wanted, possible), isUTF8: cc_locale_is_utf8(), colours: colours)
  }

  /// Columns and rows of the window, at least 1 each.
  public var size: (columns: Int, rows: Int) { unsafe size(cc_size) }

  /// The part of the window, from its top left, that can be drawn in: all of it, unless it is of a
  /// size that no screen has.
  private var room: (columns: Int, rows: Int) { unsafe size(cc_room) }

  private func size(
    _ ask: (UnsafeMutablePointer<Int32>, UnsafeMutablePointer<Int32>) -> Void
  ) -> (columns: Int, rows: Int) {
    guard isOpen else { return (1, 1) }
    var columns: Int32 = 1
    var rows: Int32 = 1
    unsafe ask(&columns, &rows)
    return (Int(max(columns, 1)), Int(max(rows, 1)))
  }

  /// Shows a frame, sending only what differs from the one shown before. A frame larger than what
  /// can be drawn in is cut, a smaller one stands at the top left of it.
  public func show(_ frame: Frame) {
    last = frame
    guard isOpen, frame != shown else { return }
    if pairs.isNearlyFull {
      pairs.forget()
      shown = nil
    }
    if shown?.columns != frame.columns || shown?.rows != frame.rows {
      shown = nil
      cc_erase()
    }
    let room = room
    let (columns, rows) = (min(frame.columns, room.columns), min(frame.rows, room.rows))
    let cursor = frame.cursor.flatMap {
      $0.column < room.columns && $0.row < room.rows && $0.column >= 0 && $0.row >= 0 ? $0 : nil
    }
    func send() { cc_show(Int32(cursor?.row ?? -1), Int32(cursor?.column ?? -1)) }
    var unsent = 0
    for row in 0..<rows {
      unsent += Self.put(
        row, of: frame, over: shown, columns: columns, width: room.columns, &pairs)
      // What clears the screen draws all of it at once.
      if shown != nil, unsent >= Self.portion {
        send()
        unsent = 0
      }
    }
    shown = frame
    send()
  }

  /// Shows the last frame again where the screen has lost it.
  func showAgain() {
    if shown == nil, let last { show(last) }
  }

  /// From so many cells on they are sent: the terminal draws them while the next ones are made.
  private static let portion = 400

  /// Puts what differs in a row; of an empty screen everything. The pairs are lent for the whole of
  /// it: each way to them through the terminal is guarded, and there are thousands of cells.
  /// - Returns: How many cells that is.
  private static func put(
    _ row: Int, of frame: Frame, over shown: Frame?, columns: Int, width: Int,
    _ pairs: inout ColourPairs
  ) -> Int {
    var count = 0
    let now = frame.cells.span
    let earlier = shown?.cells ?? []
    let before = earlier.span
    for column in 0..<columns {
      let place = row * frame.columns + column
      if !before.isEmpty, before[place].isSame(as: now[place]) { continue }
      let isWide = column + 1 < frame.columns && now[place + 1].text.isEmpty
      if isWide, column + 1 >= width { continue }
      put(now[place], isWide: isWide, column: column, row: row, &pairs)
      count += 1
    }
    return count
  }

  private static func put(
    _ cell: Cell, isWide: Bool, column: Int, row: Int, _ pairs: inout ColourPairs
  ) {
    let scalars = cell.text.unicodeScalars
    // The second half of a wide grapheme was drawn with the first.
    guard let first = scalars.first else { return }
    let (pair, bold) = pairs.number(for: cell.style)
    let attributes = cell.style.attributes.union(bold ? .bold : [])
    let width: Int32 = isWide ? 2 : 1
    if first.utf8.count == cell.text.utf8.count {
      cc_put_scalar(
        Int32(row), Int32(column), first.value, width, Int32(attributes.rawValue), pair)
    } else {
      let values = scalars.prefix(8).map(\.value)
      unsafe cc_put(
        Int32(row), Int32(column), values, Int32(values.count), width,
        Int32(attributes.rawValue), pair)
    }
  }

  /// Sends every cell again at the next `show`, for a screen that something else has written on.
  public func redraw() {
    guard isOpen else { return }
    shown = nil
    cc_repaint()
  }

  /// The next event. Returns nil when the time is up, when `waker` was used, or after input that
  /// means nothing.
  /// - Parameter timeout: how long to wait; nil waits for ever, without using the processor.
  public func next(timeout: Duration?) -> Event? {
    guard isOpen, !isGone else { return .closed }
    if !waiting.isEmpty { return waiting.removeFirst() }
    switch read(timeout) {
    case .event(let event): return event
    case .pasteBegins: return paste()
    case .pasteEnds, nil: return nil
    }
  }

  private func read(_ timeout: Duration?) -> ControlSequence.Meaning? {
    meaning(of: cc_next(timeout.map(\.wholeMilliseconds) ?? -1))
  }

  private func meaning(of event: cc_event) -> ControlSequence.Meaning? {
    switch event.kind {
    case CC_RESTORED:
      redraw()
      return .event(resized)
    case CC_RESIZE:
      shown = nil
      return .event(resized)
    case CC_STOP:
      suspend()
      return .event(isGone ? .closed : resized)
    case CC_CLOSED:
      isGone = true
      return .event(.closed)
    case CC_GROUND:
      hasLateGround = isAsked
      return nil
    default: return event.meaning
    }
  }

  private var resized: Event { .resize(columns: size.columns, rows: size.rows) }

  /// The text up to the mark at its end; a terminal that forgets the mark does not hold us up.
  private func paste() -> Event {
    var paste = Paste()
    while true {
      let event = cc_next(500)
      switch event.kind {
      case CC_TEXT:
        if let scalar = Unicode.Scalar(event.code), event.modifiers == 0 { paste.append(scalar) }
      case CC_SEQUENCE where event.meaning == .pasteEnds: return .paste(paste.text)
      case CC_NONE: return .paste(paste.text)
      case CC_CLOSED, CC_STOP, CC_RESTORED, CC_RESIZE:
        if case .event(let other) = meaning(of: event) { waiting.append(other) }
        if isGone { return .paste(paste.text) }
      default: continue
      }
    }
  }

  /// Gives text to the clipboard of whoever looks at the terminal, if the terminal takes it; longer
  /// text than terminals take is left alone.
  public func copy(_ text: String) {
    guard isOpen, !isGone,
      let sequence = TerminalClipboard.sequence(
        for: text, environment: ProcessInfo.processInfo.environment)
    else { return }
    let bytes = Array(sequence.utf8CString)
    unsafe bytes.withUnsafeBufferPointer { unsafe cc_send($0.baseAddress) }
  }

  /// Asks the terminal for the colour of its ground, where it is of a type that can be asked.
  public func askGround() {
    guard isOpen, !isGone,
      GroundColour.isToBeAsked(type: ProcessInfo.processInfo.environment["TERM"] ?? "")
    else { return }
    isAsked = true
    cc_ask_ground()
  }

  /// What the terminal has answered to `askGround`, waiting at most until then. What else comes in
  /// meanwhile is kept for `next`. One that comes later is `lateGround`.
  /// - Returns: Red, green and blue, 0 to 1; nil where the terminal has not said.
  public func ground(by end: ContinuousClock.Instant) -> GroundColour? {
    guard isAsked, isOpen, !isGone else { return nil }
    // Rounded down: whoever waits for the screen waits no longer than was said.
    let left = Int32(max(ContinuousClock.now.duration(to: end) / .milliseconds(1), 0))
    return unsafe groundColour { unsafe cc_await_ground(left, $0.baseAddress, Int32($0.count)) }
  }

  /// The answer to `askGround` that came after `ground(by:)` had stopped waiting; once.
  public func lateGround() -> GroundColour? {
    guard hasLateGround else { return nil }
    hasLateGround = false
    return unsafe groundColour {
      unsafe cc_late_ground($0.baseAddress, Int32($0.count)) > 0
    }
  }

  private func groundColour(
    _ read: (UnsafeMutableBufferPointer<CChar>) -> Bool
  ) -> GroundColour? {
    var answer = [CChar](repeating: 0, count: 64)
    guard unsafe answer.withUnsafeMutableBufferPointer({ unsafe read($0) }) else { return nil }
    let text = answer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return GroundColour(answer: String(decoding: text, as: UTF8.self))
  }

  /// Gives the terminal back and stops the process, as ctrl+z does in a shell; returns when it is
  /// in the foreground again. The next `show` sends the whole frame.
  public func suspend() {
    guard isOpen, !isGone else { return }
    isGone = !cc_suspend()
    redraw()
  }

  /// Whether the terminal refuses what is sent to it: nothing that was drawn lately can be seen.
  public var isUnwritable: Bool { cc_output_is_gone() }

  /// Gives the terminal back as it was found. Closing twice does nothing.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    cc_close()
  }
}

extension Duration {
  /// Milliseconds, rounded up so that a loop does not spin through the last one.
  fileprivate var wholeMilliseconds: Int32 {
    let (seconds, attoseconds) = components
    if seconds >= 1_000_000 { return 1_000_000_000 }
    if seconds < 0 || attoseconds < 0 { return 0 }
    return Int32(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}

extension Cell {
  /// Whether it is certainly the same: by the bytes of its text, where `==` asks of each pair that
  /// differs whether Unicode takes them for one. A long text that is elsewhere counts as another.
  @inline(__always)
  fileprivate func isSame(as other: Cell) -> Bool {
    unsafe unsafeBitCast(text, to: SIMD2<UInt64>.self)
      == unsafeBitCast(other.text, to: SIMD2<UInt64>.self) && style == other.style
  }
}
