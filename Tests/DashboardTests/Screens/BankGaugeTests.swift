import Dashboard
import Figures
import Frames
import TestSupport
import Testing

/// What digital reform could bank of each published target.
@Suite struct BankGaugeTests {
  @Test func thereAreRowsOnceTheDrawsAreThere() throws {
    var state = try World.load().state(
      Place(.departments, panel: "gauge"), columns: 120, rows: 36)
    state.look { $0.enlarged = true }
    let rows = state.sight.entries.filter { $0.panel == "gauge" && $0.figures.count > 1 }
    #expect(rows.count >= 5)
    for figure in rows.flatMap(\.figures) where figure.mark == .modelled {
      #expect(figure.text.contains("central case"), "\(figure.id)")
    }
  }
}
