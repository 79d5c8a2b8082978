/// An explanation with those of its inputs.
public struct ExplanationTree: Equatable, Sendable {
  public var explanation: Explanation
  /// In the order of the formula; empty at a leaf, nil where there is more than was asked for.
  public var inputs: [ExplanationTree]?

  /// Whether inputs are left out somewhere.
  public var isCut: Bool { inputs.map { $0.contains(where: \.isCut) } ?? true }

  /// How many numbers stand in the tree.
  public var count: Int { 1 + (inputs ?? []).reduce(0) { $0 + $1.count } }
}

extension Explainer {
  /// An explanation with its inputs, theirs and so on down to a depth: 0 is the number alone.
  public func tree(of explanation: Explanation, depth: Int) -> ExplanationTree {
    guard !explanation.inputs.isEmpty else {
      return ExplanationTree(explanation: explanation, inputs: [])
    }
    guard depth > 0 else { return ExplanationTree(explanation: explanation, inputs: nil) }
    return ExplanationTree(
      explanation: explanation,
      inputs: inputs(of: explanation).map { tree(of: $0, depth: depth - 1) })
  }

  /// How deep a tree may go, down to `deepest`, so that at most so many numbers stand in it.
  public func depth(
    of explanation: Explanation, most limit: Int, downTo deepest: Int = .max
  ) -> Int {
    var level = explanation.inputs
    var (depth, count) = (0, 1)
    while !level.isEmpty, depth < deepest {
      count += level.count
      guard count <= limit else { return depth }
      depth += 1
      level = level.flatMap { explain($0)?.inputs ?? [] }
    }
    return level.isEmpty ? deepest : depth
  }
}
