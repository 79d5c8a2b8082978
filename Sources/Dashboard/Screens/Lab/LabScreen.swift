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

  func layout(_ panels: [Panel], _ state: State, in rect: Rect) -> [String: Rect] {
    let guesses = state.lab.guesses.isEmpty ? [] : ["guesses"]
    let sums = ["tornado", "indices", "information", "required", "reference"]
    let scenarios = ["comparison", "fans", "attribution", "ranking"] + guesses
    let columns: PanelColumns
    if rect.columns >= 140 {
      columns = PanelColumns(
        [
          ["levers", "assumptions"], ["results", "delay"] + sums, ["fan"] + scenarios,
        ], weights: [9, 8, 7])
    } else if rect.columns >= 100 {
      columns = PanelColumns(
        [
          ["levers", "results", "delay", "assumptions"] + guesses,
          [
            "fan", "tornado", "comparison", "attribution", "ranking", "indices", "information",
            "required", "reference", "fans",
          ],
        ])
    } else {
      columns = PanelColumns(
        [["levers", "results", "fan"] + ["delay", "assumptions"] + sums + scenarios])
    }
    return columns.layout(panels, state, in: rect)
  }
}

extension State {
  /// What stands in a panel's place while its analysis is not there.
  func waiting(_ kind: AnalysisKind) -> String {
    if lab.guessing != nil { return "Hidden until the guess is made: P." }
    return lab.analysing[kind] != nil || uncertaintyIsStale || uncertainty == nil
      ? "Computing …" : "Computed when the draws are at rest."
  }

  /// The rows of a table with a line for each assumption.
  var rowPerAssumption: PanelNeed { PanelNeed(least: 4, rows: inputs.assumptions.count + 1) }

  /// A note after a title while what is shown is of earlier levers.
  func staleNote(_ kind: AnalysisKind) -> String {
    lab.analyses[kind] != nil && result(kind) == nil ? ", computing" : ""
  }
}

extension Panel {
  /// A panel with words in place of what is not there yet.
  ///
  /// - Parameter need: the rows that it will have use for where that is known, so that nothing moves when
  ///   it comes.
  static func waiting(
    _ id: String, _ title: String, _ words: String, need: PanelNeed? = nil
  ) -> Panel {
    var panel = Panel(id, title, items: []) { sheet, rect in
      sheet.note(words, in: rect.inset(columns: 1))
    }
    panel.needs = { columns in
      let lines = wrapped(words, width: columns - 2).count
      return need ?? PanelNeed(least: lines, rows: lines)
    }
    return panel
  }
}
