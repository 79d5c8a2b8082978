/// A service that people ask about, as a folder lists it under `services` in `datapackage.json`:
/// where its promise, its cost and its numbers stand. The cards of the Services screen are made of
/// them, in their order.
public struct ServiceCard: Equatable, Sendable {
  /// A row of `bodies.csv`, by its code.
  public var body: String
  /// What people call it, short enough for the first column; nil takes the body's name.
  public var name: String?
  /// The measure of `adoption.csv` that says how it goes; nil takes the body's first.
  public var measure: String?
  /// What was promised: a row of `timeline.csv` or of `facts.csv`, by its id.
  public var promised: String?
  /// What it costs: a row of `facts.csv`, by its id.
  public var cost: String?
  /// Rows of `facts.csv` that stand for then and now where nothing is adopted yet.
  public var then, now: String?

  /// Its members as a folder writes them.
  public enum Member: String, CaseIterable {
    case body, name, measure, promised, cost, then, now
  }

  /// From texts by the names of members; nil without a body.
  public init?(_ texts: [String: String]) {
    func text(_ member: Member) -> String? { texts[member.rawValue] }
    guard let body = text(.body) else { return nil }
    self.init(
      body: body, name: text(.name), measure: text(.measure), promised: text(.promised),
      cost: text(.cost), then: text(.then), now: text(.now))
  }

  public init(
    body: String, name: String? = nil, measure: String? = nil, promised: String? = nil,
    cost: String? = nil, then: String? = nil, now: String? = nil
  ) {
    self.body = body
    self.name = name
    self.measure = measure
    self.promised = promised
    self.cost = cost
    self.then = then
    self.now = now
  }
}
