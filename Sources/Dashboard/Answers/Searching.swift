import Analytics
import Figures

/// Everything that can be read, held against a question: what screens answer, each panel, and each line
/// of it.
extension State {
  /// Something that may answer.
  private struct Candidate {
    var place: Place
    /// The words by which it is found, those of its panel aside.
    var words: [String]
    var panelWords: [String] = []
    /// What a line says; nil for a panel as a whole.
    var text: String?
    /// What a screen answers.
    var reply: Reply?
    /// What it is worth beside its words.
    var worth = 0.0
  }

  private typealias Found = (candidate: Candidate, score: Double)

  /// Panels of many things by their names: what is asked for is one of them.
  private static let lists: Set = [
    ServiceCards.id, PromiseTracker.id, LegacyTable.id, "incidents", "departments", "digitalid",
    "published",
  ]

  /// Panels whose lines stand elsewhere as well, or are about the data, are asked last.
  private static let repeated = ["published": -0.06, "sources": -0.3, "quality": -0.3]

  /// The least part of a question that its answer has to have.
  private static let least = 0.62

  /// The answer, line or panel that has most of the question, the rarer words counting more; nil where
  /// none has enough.
  func searched(_ query: Query) -> Asked? {
    var found: [Found] = []
    var wanted = query.content
    let named = query.organisation(self)
    // Without a name it is of whose page is open.
    if let organisation = named ?? organisation {
      wanted = named.map { query.rest(without: $0) } ?? query.content
      let page = Place(.department, path: [organisation.code])
      // Of one organisation little is asked that is not meant: half of the words will do.
      found = score(
        answers(at: page) + candidates(at: page), wanted, least: named == nil ? Self.least : 0.4)
    }
    // What Evidence answers is how much there is of everything.
    let screens = ScreenID.numbered.filter { $0 != .evidence }
    found += score(screens.flatMap { answers(at: Place($0)) }, query.content)
    if found.isEmpty {
      wanted = query.content
      found = score(candidates, wanted)
    }
    found.sort { $0.score > $1.score }
    guard let best = found.first?.candidate else { return nil }
    if let reply = best.reply { return .shown([reply], best.place) }
    guard let text = best.text else {
      return Self.lists.contains(best.place.panel)
        ? inside(best.place, wanted) ?? .place(best.place) : .place(best.place)
    }
    let close = found.filter { $0.candidate.text != nil && $0.score > found[0].score - 0.05 }
    guard close.count > 1, query.organisation(self) == nil else {
      return .shown([reply(best, text, wanted)], best.place)
    }
    var replies: [Reply] = []
    for found in close.prefix(24) {
      let reply = reply(found.candidate, found.candidate.text ?? "", wanted)
      if !replies.contains(where: { $0.text == reply.text }) { replies.append(reply) }
    }
    return .told(Array(replies.prefix(2)), more: Array(replies.dropFirst(2)))
  }

  /// The lines of a panel that have what is wanted, at most two; nil where it is the panel that has it.
  private func inside(_ place: Place, _ wanted: Set<String>) -> Asked? {
    let lines = candidates(at: Place(place.screen, path: place.path))
      .filter { $0.place.panel == place.panel && $0.text != nil }
      .map { line in
        var line = line
        line.panelWords = []
        return line
      }
    let found = score(lines, wanted).sorted { $0.score > $1.score }
    guard let best = found.first else { return nil }
    return .shown(
      found.prefix(2).map { reply($0.candidate, $0.candidate.text ?? "", wanted) },
      best.candidate.place)
  }

  /// A line as an answer: with the number of it that has most of what is wanted, whole.
  private func reply(_ candidate: Candidate, _ text: String, _ wanted: Set<String>) -> Reply {
    let place = candidate.place
    let items = at(place).panels.first { $0.id == place.panel }?.items ?? []
    let index = place.items[place.panel] ?? 0
    let figures = items.indices.contains(index) ? items[index].figures : []
    let sentence = Reply(text.hasSuffix(".") || text.hasSuffix("?") ? text : text + ".", figures)
    // What stands and what is asked are sentences already.
    guard !["timeline", "ask"].contains(place.panel) else { return sentence }
    let numbers = figures.filter { $0.value != nil }
    func share(_ figure: Figure) -> Int {
      let words = Query.split(figure.label)
      return wanted.count { word in words.contains { Query.isSame($0, word) } }
    }
    guard let most = numbers.map(share).max(),
      let figure = numbers.first(where: { share($0) == most })
    else { return sentence }
    return reply(figure)
  }

  private func score(
    _ candidates: [Candidate], _ wanted: Set<String>, least: Double = State.least
  ) -> [Found] {
    guard !wanted.isEmpty else { return [] }
    let wanted = wanted.sorted()
    let hits = candidates.map { candidate in
      wanted.map { word -> Double in
        if candidate.words.contains(where: { Query.isSame($0, word) }) { return 1 }
        return candidate.panelWords.contains { Query.isSame($0, word) } ? 0.7 : 0
      }
    }
    // What is in few of them says more.
    let weights = wanted.indices.map { place -> Double in
      let count = Double(hits.count { $0[place] > 0 })
      return count == 0
        ? (least < Self.least ? 1.3 : 3)
        : 0.3 + 1 / (1 + count / Double(max(candidates.count, 1)) * 40)
    }
    let whole = weights.reduce(0, +)
    return zip(candidates, hits).compactMap { candidate, hits in
      let part = zip(hits, weights).map(*).reduce(0, +) / whole
      guard part >= least else { return nil }
      // Of two that have the same, the one that says less besides.
      let length = Double(min(candidate.words.count, 40)) * 0.004
      return (candidate, part + candidate.worth - length)
    }
  }

  // MARK: - What there is

  /// What people ask in their own words, then every screen.
  private var candidates: [Candidate] {
    let asked = Catalogue.asked.map { question in
      Candidate(
        place: Place(question.screen, panel: question.panel),
        words: Query.split(question.words + " " + question.also), worth: 0.2)
    }
    return asked + ScreenID.numbered.flatMap { candidates(at: Place($0)) }
  }

  /// What a place answers.
  private func answers(at place: Place) -> [Candidate] {
    at(place).replies.map { reply in
      Candidate(
        place: place, words: Query.split(reply.text + " " + place.screen.title), reply: reply,
        worth: 0.1)
    }
  }

  private func candidates(at place: Place) -> [Candidate] {
    at(place).outline.parts.flatMap { part -> [Candidate] in
      var own = place
      own.panel = part.id
      let title = Query.split(part.title)
      let lines = part.lines.map { line in
        var focus = own
        focus.items[part.id] = line.item
        return Candidate(
          place: focus, words: Query.split(line.text), panelWords: title, text: line.text,
          worth: Self.repeated[part.id] ?? 0)
      }
      return [Candidate(place: own, words: title, worth: lines.isEmpty ? -0.1 : 0)] + lines
    }
  }
}
