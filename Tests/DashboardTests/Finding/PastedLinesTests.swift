import Dashboard
import Frames
import Testing

@Test(
  "Pasted lines are joined by a blank; a scenario line, which is one word, by nothing",
  arguments: [
    ("home\noffice", "home office"), ("home\n\n office\n", "home office"), ("home\n", "home"),
    ("digigov1:from_now:\npace=1.2\n", "digigov1:from_now:pace=1.2"),
  ])
func joinsPastedLines(_ pasted: String, _ line: String) throws {
  let world = try World.load()
  var state = try world.state(columns: 120, rows: 36)
  world.send([.of(":")], to: &state)
  if let action = state.action(for: .paste(pasted)) { _ = state.update(action) }
  guard case .palette(let text, _)? = state.layers.last else {
    Issue.record("no palette")
    return
  }
  #expect(text == line)
}
