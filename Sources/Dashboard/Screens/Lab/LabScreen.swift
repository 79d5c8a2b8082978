import Analytics
import Figures
import Frames

/// Levers and assumptions as sliders, the fan that moves with them, what they change, and what the
/// answer hangs on.
struct LabScreen: Screen {
  func panels(_ state: State) -> [Panel] {
    [
      LeverPanel.panel(state, state.lab.scope), AssumptionsPanel.panel(state),
      ResultsPanel.panel(state), LabFan.panel(state), TornadoPanel.panel(state),
      IndicesPanel.panel(state), InformationPanel.panel(state), RequirementsPanel.panel(state),
      ReferencePanel.panel(state),
      AttributionPanel.panel(state),
      DelayPanel.panel(state), ComparisonPanel.panel(state), ComparisonPanel.fans(state),
      LabRanking.panel(state),
    ] + (state.lab.guesses.isEmpty ? [] : [GuessesPanel.panel(state)])
  }

  func layout(_ state: State, in rect: Rect) -> [String: Rect] {
    let levers = LeverPanel.specs(state, state.lab.scope).count + 2
    let results = MetricRow.count + 3
    let guesses = state.lab.guesses.isEmpty ? [] : ["guesses"]
    if rect.columns >= 140, rect.rows >= 40 {
      let parts = rect.columns([8, 8, 7])
      let left = parts[0].split(top: levers)
      let middle = parts[1].split(top: results)
      let lower = middle.1.split(top: 6)
      let right = parts[2].split(top: (rect.rows - 6) / 2)
      return [
        "levers": left.0, "assumptions": left.1, "results": middle.0, "delay": lower.0,
        "fan": right.0,
      ].merging(
        Accordion.layout(
          ["tornado", "indices", "information", "required", "reference"], state, in: lower.1)
      ) {
        first, _ in first
      }.merging(
        Accordion.layout(
          ["comparison", "fans", "attribution", "ranking"] + guesses, state, in: right.1)
      ) { first, _ in first }
    }
    if rect.columns >= 100 {
      let parts = rect.columns([1, 1])
      let left = parts[0].split(top: min(levers, rect.rows / 2))
      guard rect.rows >= 28 else {
        return Accordion.layout(["results", "assumptions", "delay"], state, in: left.1)
          .merging(["levers": left.0, "fan": parts[1]]) { first, _ in first }
      }
      let right = parts[1].split(top: rect.rows * 9 / 20)
      var places = ["levers": left.0, "fan": right.0]
      // A tall screen has room for the assumptions below the results.
      if left.1.rows >= results + 16 {
        let lower = left.1.split(top: results)
        places["results"] = lower.0
        places.merge(
          Accordion.layout(["assumptions", "delay", "ranking"], state, in: lower.1)
        ) { first, _ in first }
      } else {
        places.merge(
          Accordion.layout(["results", "assumptions", "delay", "ranking"], state, in: left.1)
        ) { first, _ in first }
      }
      return
        places
        .merging(
          Accordion.layout(
            [
              "tornado", "indices", "information", "required", "reference", "attribution",
              "comparison", "fans",
            ] + guesses,
            state, in: right.1)
        ) { first, _ in first }
    }
    let (top, bottom) = rect.split(top: min(levers, rect.rows / 2))
    let parts = bottom.columns([11, 9])
    return ["levers": top, "results": parts[0], "fan": parts[1]]
  }
}

extension State {
  /// What stands in a panel's place while its analysis is not there.
  func waiting(_ kind: AnalysisKind) -> String {
    if lab.guessing != nil { return "Hidden until the guess is made: P." }
    return lab.analysing[kind] != nil || uncertaintyIsStale || uncertainty == nil
      ? "Computing …" : "Computed when the draws are at rest."
  }

  /// A note after a title while what is shown is of earlier levers.
  func staleNote(_ kind: AnalysisKind) -> String {
    lab.analyses[kind] != nil && result(kind) == nil ? ", computing" : ""
  }
}

extension Panel {
  /// A panel with words in place of what is not there yet.
  static func waiting(_ id: String, _ title: String, _ words: String) -> Panel {
    Panel(id, title, items: []) { sheet, rect in
      sheet.note(words, in: rect.inset(columns: 1))
    }
  }
}
