import Analytics
import Dashboard
import Figures
import Frames
import TestSupport
import Testing

/// Predict, then reveal; and money in other units.
@Suite struct GuessTests {
  @Test func resultsStayUntilTheGuessIsMade() throws {
    let world = try World.load()
    var state = try world.state(Place(.lab), columns: 160, rows: 60)
    func results() -> [String] {
      state.sight.entries.filter { $0.panel == "results" }.map { $0.figure?.text ?? "" }
    }
    let before = results()
    world.send([.of("P"), .of("H"), .of("H")], to: &state)
    #expect(results() == before)
    #expect(state.sight.panelTitle.hasPrefix("Levers"))
    // Their cards say which scenario they are of.
    let card = state.sight.entries.first { $0.panel == "results" }?.figure
    #expect(card?.note.contains("(counterfactual), before the change") == true)
    // The levers are where they were put, and their cards say so.
    let lever = state.sight.entries.first { $0.panel == "levers" }?.figure
    #expect(lever?.note.contains("(counterfactual) with changed levers.") == true)
    #expect(lever?.note.contains("before the change") == false)
    // No other screen gives it away.
    let npsv = Numbers.billions(state.uncertainty?.metrics[.npsv]?.mean ?? 0)
    var overview = state
    world.send([.of("1")], to: &overview)
    #expect(!draw(overview).frame.lines.contains { $0.contains("NPSV \(npsv)") })

    world.send([.of("P")] + "12".map { .of($0) }, to: &state)
    #expect(draw(state).frame.lines.contains { $0.contains("> 12") })
    world.send([KeyPress(.enter)], to: &state)
    let guess = try #require(state.lab.guesses.first)
    #expect(guess.said == 12 && guess.metric == .npsv)
    #expect(guess.found == state.uncertainty?.metrics[.npsv]?.mean)
    #expect(state.layers == [.revealed])
    let off = abs(12 - (guess.found ?? 0))
    #expect(guess.words.joined().contains("\(Numbers.bareBillions(off)) too"))
    world.send([KeyPress(.enter)], to: &state)
    #expect(results() != before)
    // Kept for the end.
    #expect(draw(state).frame.lines.contains { $0.contains("Guesses") })
  }

  @Test func aGuessMayBeOfAnyMetricAndMayBeLeftOut() throws {
    let world = try World.load()
    var state = try world.state(Place(.lab, panel: "results"), columns: 120, rows: 36)
    state.go { $0.items["results"] = 9 }
    world.send([.of("P")], to: &state)
    #expect(state.lab.guessing?.metric == .switchingValue)
    state.go { $0.panel = "levers" }
    world.send([.of("H"), .of("P")] + "much".map { .of($0) } + [KeyPress(.enter)], to: &state)
    guard case .guess("much", let problem) = state.layers.last else {
      Issue.record("the guess should still be asked for")
      return
    }
    #expect(problem.contains("not a number"))
    world.send(Array(repeating: KeyPress(.backspace), count: 4), to: &state)
    world.send("30%".map { .of($0) } + [KeyPress(.enter)], to: &state)
    #expect(state.lab.guesses.last?.said == 0.3)
    world.send([KeyPress(.enter), .of("P"), .of("L"), .of("P"), KeyPress(.enter)], to: &state)
    #expect(state.lab.guesses.count == 2 && state.lab.guesses.last?.said == nil)
    #expect(state.lab.guesses.last?.words.last == "Nobody guessed.")
  }

  @Test func nothingChangedIsNothingToGuess() throws {
    let world = try World.load()
    var state = try world.state(Place(.lab))
    world.send([.of("P"), .of("P")], to: &state)
    #expect(state.lab.guessing == nil && state.lab.guesses.isEmpty && state.layers.isEmpty)
  }

  /// The divisors are those of the data, in the year of the prices.
  @Test func moneyAsAShareOfTheBudgetAndPerHead() throws {
    let world = try World.load()
    var state = try world.state(
      Place(.lab, panel: "ranking", enlarged: true), columns: 160, rows: 48)
    let benefit = try #require(state.account(of: "HMRC")).benefit
    func hmrc() -> [Figure] {
      state.sight.entries.first { $0.figure?.id.hasPrefix("HMRC.") == true }?.figures ?? []
    }
    func row(_ table: ObservationTable, _ body: String, _ measure: String, _ period: String)
      throws -> Double
    {
      try #require(
        world.evidence.rows(table, of: body).first {
          $0.measure == measure && $0.period == period
        }?.value)
    }
    #expect(hmrc().first?.text.hasPrefix(Numbers.billions(benefit)) == true)
    world.send([.of("u")], to: &state)
    state.go { $0.items["ranking"] = 0 }
    let budget = try row(.budgets, "HMRC", "Day-to-day budget (RDEL)", "2025-26")
    let share = benefit * 1000 / budget
    #expect(hmrc().first?.text.hasPrefix(Numbers.share(share)) == true, "\(hmrc())")
    #expect(hmrc().last?.source != nil && hmrc().first?.mark == .modelled)
    world.send([.of("u")], to: &state)
    let staff = try row(.workforce, "HMRC", "Payroll staff, departmental group", "2026-03")
    let each = (benefit * 1e9 / staff / 100).rounded() * 100
    #expect(hmrc().first?.text.hasPrefix("£" + Numbers.decimal(each, places: 0)) == true)
    world.send([.of("u")], to: &state)
    #expect(state.lab.unit == .billions)
  }

  @Test func whereNothingIsPublishedItIsSaid() throws {
    let world = try World.load()
    var state = try world.state(Place(.lab, panel: "ranking", enlarged: true))
    world.send([.of("u"), KeyPress(.end)], to: &state)
    #expect(draw(state).frame.lines.contains { $0.contains("in these data") })
    #expect(state.sight.figure?.text.contains("in these data") == true)
  }
}
