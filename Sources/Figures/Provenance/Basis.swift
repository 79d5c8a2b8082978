/// What a number, a chart or a panel rests on.
public enum Basis: Hashable, Sendable {
  /// Published figures and what follows from them, whatever the levers are.
  case data
  /// A scenario of the model: another scenario, another number.
  case scenario
}
