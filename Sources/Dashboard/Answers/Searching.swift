import Analytics
import Figures

/// Everything that can be read, held against a question: each panel and each line of it.
extension State {
  /// Something that may answer.
  private struct Candidate {
    var place: Place
    /// The words by which it is found, those of its panel aside.
    var words: [String]
    var panelWords: [String]
    /// What it says; nil for a panel as a whole.
    var text: String?
    /// What it is worth beside its words.
    var worth: Double
  }

  /// The least part of a question that its answer has to have.
  private static let least = 0.62

  /// The line or the panel that has most of the question, the rarer words counting more; nil where none
  /// has enough.
  func searched(_ question: Query) -> Asked? {
    let organisation = question.organisation(self)
    let wanted = organisation.map { question.rest(without: $0) } ?? question.content
    guard !wanted.isEmpty else { return nil }
    let found =
      organisation.map { candidates(of: $0) }.map { score($0, wanted) }
      .flatMap { $0.isEmpty ? nil : $0 } ?? score(candidates, question.content)
    guard let best = found.first else { return nil }
    guard let text = best.candidate.text else { return .place(best.candidate.place) }
    var said: Set<String> = []
    let lines = found.filter { found in
      found.candidate.text.map { said.insert($0).inserted } ?? false
    }
    let replies = lines.prefix(12).map { reply($0.candidate) }
    let close = lines.prefix { $0.score > best.score - 0.05 }.count
    if close < 2 || organisation != nil {
      return .shown([reply(best.candidate, text)], best.candidate.place)
    }
    return .told(Array(replies.prefix(1)), more: Array(replies.dropFirst()))
  }

  private func reply(_ candidate: Candidate, _ text: String? = nil) -> Reply {
    let place = candidate.place
    let panel = at(place).panels.first { $0.id == place.panel }
    let item = place.items[place.panel].flatMap {
      panel?.items.indices.contains($0) == true ? panel?.items[$0] : nil
    }
    let text = text ?? candidate.text ?? ""
    return Reply(
      text.hasSuffix(".") || text.hasSuffix("?") ? text : text + ".", item?.figures ?? [])
  }

  private func score(
    _ candidates: [Candidate], _ wanted: Set<String>
  ) -> [(candidate: Candidate, score: Double)] {
    let wanted = wanted.sorted()
    let hits = candidates.map { candidate in
      wanted.map { word -> Double in
        if candidate.words.contains(where: { Query.isSame($0, word) }) { return 1 }
        return candidate.panelWords.contains { Query.isSame($0, word) } ? 0.7 : 0
      }
    }
    // What is in few of them says more.
    let weights = wanted.indices.map { place -> Double in
      let count = hits.count { $0[place] > 0 }
      return count == 0 ? 3 : 1 / (1 + Double(count) / Double(max(candidates.count, 1)) * 40) + 0.3
    }
    let whole = weights.reduce(0, +)
    return zip(candidates, hits).compactMap { candidate, hits in
      let part = zip(hits, weights).map(*).reduce(0, +) / whole
      guard part >= Self.least else { return nil }
      // Of two that have the same, the one that says less besides.
      let length = Double(min(candidate.words.count, 40)) * 0.004
      return (candidate, part + candidate.worth - length)
    }.sorted { $0.score > $1.score }
  }

  // MARK: - What there is

  /// Of all: what people ask in their own words, then every screen.
  private var candidates: [Candidate] {
    let asked = Catalogue.asked.map { question in
      Candidate(
        place: Place(question.screen, panel: question.panel),
        words: Query.split(question.words + " " + question.also), panelWords: [], text: nil,
        worth: 0.1)
    }
    return asked
      + ScreenID.numbered.flatMap { screen in candidates(at: Place(screen)) }
  }

  private func candidates(of organisation: Organisation) -> [Candidate] {
    candidates(at: Place(.department, path: [organisation.code]))
  }

  private func candidates(at place: Place) -> [Candidate] {
    let there = at(place)
    return there.outline.parts.flatMap { part -> [Candidate] in
      var own = place
      own.panel = part.id
      let title = Query.split(part.title)
      let lines = part.lines.map { line in
        var focus = own
        focus.items[part.id] = line.item
        return Candidate(
          place: focus, words: Query.split(line.text), panelWords: title, text: line.text,
          worth: 0)
      }
      return [
        Candidate(
          place: own, words: title, panelWords: [], text: nil, worth: lines.isEmpty ? -0.1 : 0)
      ] + lines
    }
  }
}
