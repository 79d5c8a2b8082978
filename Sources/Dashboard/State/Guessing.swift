public import Analytics
import Figures

/// A guess in the making: what was shown before the levers moved stays on the screen until it is
/// revealed.
public struct Guessing: Equatable, Sendable {
  /// What is to be guessed.
  public var metric: Metric
  var projection: Projection?
  var uncertainty: Uncertainty?
  /// The scenario of what is shown.
  var scenario: Scenario
  /// Its name, as cards say it meanwhile.
  var name: String
}

/// What somebody thought a result would be, and what it was.
public struct Guess: Equatable, Sendable {
  public var metric: Metric
  /// Label of the metric with its unit.
  public var label: String
  /// In the metric's own unit; nil where nobody said a number.
  public var said: Double?
  /// The expected value, or the central case where there were no draws.
  public var found: Double?
  /// P10 and P90 of the draws.
  public var low, high: Double?
  /// The scenario in words.
  public var scenario: String
}

extension State {
  /// The state whose results are shown: as they were, while a guess is being made.
  var asShown: State {
    guard let guessing = lab.guessing else { return self }
    var state = self
    (state.projection, state.uncertainty) = (guessing.projection, guessing.uncertainty)
    return state
  }

  /// Hides the results of the next change; asked again, asks for the guess.
  mutating func guess() {
    guard let guessing = lab.guessing else {
      let metric = MetricRow.metric(focusedFigure?.id) ?? .npsv
      lab.guessing = Guessing(
        metric: metric, projection: projection, uncertainty: uncertainty, scenario: scenario,
        name: scenarioName + ", before the change")
      message =
        "\(MetricRow.label(metric)): results stay as they are. Change levers, then P to guess."
      return
    }
    guard scenario != guessing.scenario else {
      lab.guessing = nil
      message = "Nothing was changed, so there is nothing to guess."
      return
    }
    layers.append(.guess(text: "", problem: ""))
  }

  /// Takes the guess that was typed and reveals the results. Returns what is wrong with the text.
  mutating func reveal(_ text: String) -> String? {
    guard let guessing = lab.guessing else { return nil }
    var said: Double?
    let typed = text.replacing(Money.sign, with: "").filter { $0 != " " && $0 != "%" }
    if !typed.isEmpty {
      guard let number = Decimal.value(typed) else {
        return "\"\(text)\" is not a number; type one such as 12, or nothing"
      }
      said = MetricRow.isShare(guessing.metric) ? number / 100 : number
    }
    let summary = uncertaintyIsStale ? nil : uncertainty?.metrics[guessing.metric]
    // From here on the results are those of the scenario in force.
    lab.guessing = nil
    lab.guesses.append(
      Guess(
        metric: guessing.metric, label: MetricRow.label(guessing.metric), said: said,
        found: summary?.mean ?? projection?.metrics[guessing.metric], low: summary?.p10,
        high: summary?.p90, scenario: scenarioName))
    layers.append(.revealed)
    return nil
  }
}

extension Guess {
  /// What was said and what it is, and how far the one is from the other.
  public var words: [String] {
    guard let found else { return ["It is undefined in this scenario."] }
    let what = low == nil ? "The central case" : "The expected value"
    var range = ""
    if let low, let high { range = ", 8 in 10 runs between \(print(low)) and \(print(high))" }
    let printed = printed
    let answer = "\(what) is \(printed.found)\(range)."
    guard let said else { return [answer, "Nobody guessed."] }
    let off = said - found
    let size = printed.off.drop { "-\(Numbers.minus)".contains($0) }
    var verdict =
      abs(off) < 1e-9
      ? "Spot on." : "You said \(printed.said): \(size) too \(off > 0 ? "high" : "low")."
    if let low, let high {
      verdict +=
        (low...max(low, high)).contains(said)
        ? " Inside the range of the runs." : " Outside the range of the runs."
    }
    return [answer, verdict]
  }

  /// What was said, what it is and how far off that is, printed so that they subtract.
  var printed: (said: String, found: String, off: String) {
    guard let said, let found else {
      return (said.map(print) ?? "-", found.map(print) ?? "none", "-")
    }
    guard MetricRow.isMoney(metric) else { return (print(said), print(found), print(said - found)) }
    let texts = MoneyColumn([1]).subtracting(said, found, hasUnits: false)
    return (texts.first, texts.second, texts.difference)
  }

  func print(_ value: Double) -> String { MetricRow.print(value, metric) }
}
