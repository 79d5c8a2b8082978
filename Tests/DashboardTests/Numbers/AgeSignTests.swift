import Dashboard
import Figures
import Frames
import Testing

/// Old figures say so: a sign behind the number, its meaning in the legend and on the card.
@Suite struct AgeSignTests {
  @Test(arguments: [(80, 24), (120, 36)]) func theLegendNamesTheSign(columns: Int, rows: Int) throws
  {
    for ascii in [false, true] {
      let state = try World.load().state(
        columns: columns, rows: rows, settings: Settings(ascii: ascii))
      let line = draw(state).frame.lines[rows - 2]
      #expect(line.contains("~ old") && line.contains("! disputed") && line.contains("M model"))
    }
  }

  @Test func anOldFigureHasTheSignAndItsCardExplainsIt() throws {
    let world = try World.load()
    var state = try world.state(columns: 120, rows: 36)
    let figure = try #require(state.sight.figure)
    #expect(figure.isOld(on: world.evidence.date))
    #expect(draw(state).frame.lines.contains { $0.contains("£45bn+ R!~") })
    world.send([.of("s")], to: &state)
    #expect(
      draw(state).frame.lines.contains { $0.contains("\(figure.asOf) ~ \(Age.meaning)".prefix(40)) }
    )
  }

  @Test func whatIsNewHasNoSign() throws {
    let world = try World.load()
    let state = try world.state(
      Place(.contractors, path: ["HO", "all", "contingent"]), columns: 120, rows: 36)
    let figure = try #require(state.sight.figure)
    #expect(!figure.isOld(on: world.evidence.date))
    let line = try #require(draw(state).frame.lines.first { $0.contains(figure.asOf) })
    #expect(!line.contains("~"))
  }
}
