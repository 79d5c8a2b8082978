import Analytics
import Dashboard
import Frames
import Fuzzing

/// Bytes as a stream of events into the whole app: settings and a scenario to begin with, then
/// keys, mouse, pastes, sizes, and answers that come when they like. A frame is drawn after each.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var input = unsafe Input(start, count)
  var sitting = Sitting(&input)
  var turns = 0
  while !input.isEmpty, turns < 100 {
    sitting.take(&input)
    turns += 1
  }
  sitting.answerAll()
  return 0
}

/// The app with its open requests, without a terminal.
private struct Sitting {
  private let shipped = Shipped.data
  private let draws: Draws
  private var state: State
  private var open: [Request] = []

  init(_ input: inout Input) {
    let settings = Settings(
      theme: input.choice(of: ThemeName.allCases),
      depth: input.choice(of: ColourDepth.allCases), ascii: input.byte() & 1 == 1)
    let inputs = shipped.inputs
    let preset = input.choice(of: inputs.presets)
    // Few draws: what is looked for is a crash, not a percentile.
    draws = Self.draws
    state = State(
      inputs: inputs, evidence: shipped.evidence, scenario: Scenario(preset), settings: settings,
      columns: 100, rows: 30)
    note(state.start())
    show()
  }

  private static let draws = Shipped.data.model.draws(16, seed: 1)

  mutating func take(_ input: inout Input) {
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
    case 0xE8..<0xF4: answerOne(open.indices.first)
    default: answerOne(open.indices.last)
    }
    show()
  }

  private mutating func send(_ event: Event) {
    if let action = state.action(for: event) { note(state.update(action)) }
    switch state.layers.last {
    case .prompt(let text, _), .guess(let text, _):
      require(text.utf8.count <= 256, "a prompt of \(text.utf8.count) bytes")
    case .naming(let naming):
      require(naming.text.utf8.count <= 256, "a name of \(naming.text.utf8.count) bytes")
    default: break
    }
  }

  private mutating func note(_ effects: [Effect]) {
    for effect in effects {
      if case .project(let request) = effect { open.append(request) }
    }
  }

  /// An answer that comes, perhaps out of turn.
  private mutating func answerOne(_ index: Int?) {
    guard let index else { return }
    let request = open.remove(at: index)
    let model = shipped.model
    let sample = request.draws > 0 ? model.sample(request.scenario, draws) : nil
    if let action = answer(request, model, sample: sample) { note(state.update(action)) }
  }

  mutating func answerAll() {
    while !open.isEmpty { answerOne(0) }
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
