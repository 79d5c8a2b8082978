import Analytics

/// A number as arithmetic on others. The inputs stand in the order in which the formula first
/// names them, each once.
struct Derivation {
  let formula: Formula
  let inputs: [Node]
  /// What has to be known beside the formula; empty for nothing.
  let note: String

  /// Makes the formula: the closure asks for each input where it uses it.
  init(note: String = "", _ formula: (Uses) -> Formula) {
    let uses = Uses()
    let written = formula(uses)
    let order = written.inputs
    self.formula = written.renumbered { order.firstIndex(of: $0) ?? $0 }
    inputs = order.map { uses.nodes[$0] }
    self.note = note
  }

  /// The sum of many inputs of one kind, called by what they have in common.
  init(total nodes: [Node], of name: String) {
    formula = .total(of: name)
    inputs = nodes
    note = ""
  }

  /// When the running sum of inputs, one a year, turns positive for good.
  init(payback nodes: [Node], of name: String) {
    formula = .payback(of: name)
    inputs = nodes
    note = "None where it never does, or where nothing happens."
  }

  /// Gathers the inputs of a formula while it is made.
  final class Uses {
    private(set) var nodes: [Node] = []

    func callAsFunction(_ node: Node) -> Formula {
      if let place = nodes.firstIndex(of: node) { return .input(place) }
      nodes.append(node)
      return .input(nodes.count - 1)
    }

    func callAsFunction(_ quantity: Quantity) -> Formula { self(.quantity(quantity)) }
    func callAsFunction(_ assumption: Assumption) -> Formula { self(.assumption(assumption)) }
    func callAsFunction(_ parameter: FixedParameter) -> Formula { self(.fixed(parameter)) }
  }
}
