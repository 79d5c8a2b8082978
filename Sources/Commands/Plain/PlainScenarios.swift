import Analytics
import Dashboard
import Frames
import Store

/// Scenarios by their names or by their numbers in the list.
extension PlainDialogue {
  /// A scenario as it was named.
  private struct Named {
    var name: String
    var scenario: Scenario
    /// Its place in the list; nil for the present one and one in a line.
    var place: Int?
  }

  private struct Unknown: Error { var text: String }

  /// `scenario`, `scenario 2`, `scenario delayed`.
  mutating func openScenario(_ text: String) {
    take(.presetsAsked)
    guard !text.isEmpty else { return }
    do throws(Unknown) {
      let found = try named(text)
      guard found.count == 1, let place = found[0].place else {
        throw Unknown(text: "One scenario can be opened, by its name or its number in the list.")
      }
      take(.rowChosen(place), .confirmed)
    } catch {
      take(.frontLeft)
      say(error.text)
    }
  }

  /// `compare blueprint delayed`: says which is better and how surely. One name is held against the
  /// present scenario, none are those chosen before.
  mutating func compare(_ text: String) {
    perform([.scenarios(.list)])
    do throws(Unknown) {
      var found = try named(text)
      if found.isEmpty { found = state.lab.compared.map { Named(name: $0.name, scenario: $0) } }
      if found.count == 1 || text.isEmpty && !found.isEmpty { found.insert(present, at: 0) }
      guard !found.isEmpty else {
        throw Unknown(text: "Say which, by name or number: compare 1 2. " + listed)
      }
      guard found.count <= 4 else { throw Unknown(text: "Four scenarios are the most.") }
      for (place, one) in found.enumerated() {
        if let twin = found[..<place].first(where: { $0.scenario.hasSameValues(as: one.scenario) })
        {
          throw Unknown(text: "\(twin.name) and \(one.name) are the same scenario.")
        }
      }
      compare(found.map(\.scenario))
    } catch {
      say(error.text)
    }
  }

  mutating func compare(_ scenarios: [Scenario]) {
    let request = AnalysisRequest(
      number: 0, kind: .comparison, scenarios: scenarios, draws: state.lab.restedDraws)
    guard case .analysed(let analysis)? = store.answers.answer(request),
      case .comparison(let comparison, _) = analysis.result
    else { return }
    let names = scenarios.map { $0 == state.scenario ? present.name : $0.name }
    let sentences = comparison.sentences(names)
    // Which is better comes first; what each is by itself is there on request.
    for sentence in sentences.dropFirst().prefix(comparison.pairs.count) { say(sentence) }
    if let common = sentences.first { say(common) }
    pending = Array(sentences.dropFirst(1 + comparison.pairs.count))
    if !pending.isEmpty { say("Each by itself: say more.") }
  }

  private var present: Named { Named(name: state.scenarioName, scenario: state.scenario) }

  private var listed: String {
    "Here are: "
      + state.scenarioEntries.enumerated().map { "\($0 + 1) \($1.name)" }.joined(separator: ", ")
      + "."
  }

  /// Scenarios named one after the other, each by its id, its name, its number, `now`, or a
  /// scenario line.
  private func named(_ text: String) throws(Unknown) -> [Named] {
    var words = text.split { $0.isWhitespace || $0 == "," }.map(String.init)[...]
    let entries = state.scenarioEntries
    var found: [Named] = []
    while let first = words.first {
      // Names may have several words: the longest that fits.
      let fits = (1...words.count).reversed().lazy.compactMap { count -> (Int, Int)? in
        let name = words.prefix(count).joined(separator: " ").lowercased()
        return entries.firstIndex {
          [$0.id.lowercased(), $0.name.lowercased()].contains(name)
        }.map { ($0, count) }
      }.first
      let number = Int(first).map { $0 - 1 }.flatMap { entries.indices.contains($0) ? $0 : nil }
      if let (place, count) = fits ?? number.map({ ($0, 1) }) {
        guard let scenario = entries[place].scenario else {
          throw Unknown(text: "\(entries[place].id) cannot be read as a scenario of these data.")
        }
        found.append(Named(name: entries[place].name, scenario: scenario, place: place))
        words.removeFirst(count)
      } else if ["now", "present", "current", "this"].contains(first.lowercased()) {
        found.append(present)
        words.removeFirst()
      } else if !found.isEmpty, ["and", "with", "to", "against"].contains(first.lowercased()) {
        words.removeFirst()
      } else {
        found.append(try line(first))
        words.removeFirst()
      }
    }
    return found
  }

  private func line(_ text: String) throws(Unknown) -> Named {
    let text = TravelledText.cleaned(text)
    guard text.hasPrefix(ScenarioLine.prefix) else {
      throw Unknown(text: "There is no scenario \"\(text)\". \(listed)")
    }
    do throws(ScenarioError) {
      let scenario = try ScenarioReader(state.inputs).line(text).scenario
      return Named(name: scenario.name, scenario: scenario)
    } catch {
      throw Unknown(text: error.description)
    }
  }
}
