import Analytics
import Dashboard
import Frames
import Fuzzing
import Store

/// Bytes as a stream of events into the whole app: settings and a scenario to begin with, then
/// keys, mouse, pastes, sizes, and answers that come when they like. A frame is drawn after each.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var input = unsafe Input(start, count)
  let sitting = Sitting(&input)
  var turns = 0
  while !input.isEmpty, turns < 100 {
    sitting.take(&input)
    turns += 1
  }
  sitting.answerAll()
  return 0
}

/// The app with its open work, without a terminal.
private struct Sitting {
  private let store: Store
  /// Draws and analyses that are done when the input says so, and gathered later still.
  private let work = WorkInHand()

  private var state: State { store.state }

  init(_ input: inout Input) {
    let settings = Settings(
      theme: input.choice(of: ThemeName.allCases),
      depth: input.choice(of: ColourDepth.allCases), ascii: input.byte() & 1 == 1)
    let shipped = Shipped.data
    let preset = input.choice(of: shipped.inputs.presets)
    // Few draws: what is looked for is a crash, not a percentile.
    let start = State(
      inputs: shipped.inputs, evidence: shipped.evidence, scenario: Scenario(preset),
      settings: settings, columns: 100, rows: 30, draws: 16, points: 16)
    store = Store(
      start, Answers(shipped.model, seed: 1),
      clock: .live(LiveClock(draws: work, analyses: work) {}))
    store.take(.began)
    show()
  }

  func take(_ input: inout Input) {
    let byte = input.byte()
    switch byte {
    case 0x20..<0x7F: send(.key(KeyPress(.character(Character(Unicode.Scalar(byte))))))
    case 0..<0x20: send(.key(KeyPress(Self.keys[Int(byte) % Self.keys.count])))
    case 0x7F..<0x90:
      let modifiers = Modifiers(rawValue: byte & 7)
      send(.key(KeyPress(input.choice(of: Self.keys), modifiers)))
    case 0x90..<0x98:
      let letter = Character(Unicode.Scalar(0x61 + UInt8(input.number(below: 26))))
      send(.key(KeyPress(.character(letter), .control)))
    case 0x98..<0xB0:
      let action = Self.buttons[Int(byte) % Self.buttons.count]
      let position = Position(
        column: input.number(below: 257), row: input.number(below: 200))
      send(.mouse(action, position))
    case 0xB0..<0xC0: send(.paste(String(decoding: input.part(endedBy: 0), as: UTF8.self)))
    case 0xC0..<0xD0:
      send(.resize(columns: input.number(below: 256), rows: input.number(below: 80)))
    case 0xD0..<0xD4:
      send(.resize(columns: input.number(below: 501), rows: input.number(below: 201)))
    case 0xD4..<0xD8: send(.closed)
    case 0xD8..<0xE8: answerAll()
    case 0xE8..<0xEE: work.do()
    case 0xEE..<0xF4: work.do(work.count - 1)
    default: store.gather()
    }
    show()
  }

  private func send(_ event: Event) {
    store.send(event)
    switch state.layers.last {
    case .prompt(let text, _), .guess(let text, _):
      require(text.utf8.count <= 256, "a prompt of \(text.utf8.count) bytes")
    case .naming(let naming):
      require(naming.text.utf8.count <= 256, "a name of \(naming.text.utf8.count) bytes")
    default: break
    }
  }

  func answerAll() {
    while work.count > 0 {
      work.doAll()
      store.gather()
    }
    show()
  }

  private func show() {
    let drawing = draw(state)
    require(
      drawing.frame.columns == state.columns && drawing.frame.rows == state.rows,
      "a frame of another size")
    requireSound(drawing.frame)
    for area in drawing.areas {
      require(
        area.rect.clipped(to: drawing.frame.bounds) == area.rect, "an area outside: \(area)")
    }
    require(!isDangerous(drawing.frame.title), "title \(drawing.frame.title.debugDescription)")
    guard state.settings.ascii else { return }
    require(
      drawing.frame.cells.allSatisfy { $0.text.utf8.allSatisfy { $0 < 0x7F } }, "not ASCII")
  }

  private static let keys: [Key] = [
    .enter, .escape, .tab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
    .pageUp, .pageDown, .function(1), .function(12), .character("é"), .character("\u{301}"),
    .character("漢"),
  ]
  private static let buttons: [MouseAction] = [
    .press, .press, .drag, .release, .wheelUp, .wheelDown,
  ]
}
