import Foundation

/// A JSON answer under Expected, flattened: `central.metrics.npsv`, `central.benefit.3` and so on.
struct Answer {
  let numbers: [String: Double]

  init(_ name: String) throws {
    let address = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Expected")
      .appendingPathComponent("\(name).json")
    self.init(try JSONSerialization.jsonObject(with: Data(contentsOf: address)))
  }

  private init(_ object: Any) {
    var numbers: [String: Double] = [:]
    func walk(_ value: Any, _ path: String) {
      switch value {
      case let members as [String: Any]:
        for (name, member) in members { walk(member, path.isEmpty ? name : "\(path).\(name)") }
      case let members as [Any]:
        for (place, member) in members.enumerated() { walk(member, "\(path).\(place)") }
      case let number as NSNumber: numbers[path] = number.doubleValue
      default: break
      }
    }
    walk(object, "")
    self.numbers = numbers
  }

  func under(_ prefix: String) -> [String: Double] {
    numbers.filter { $0.key.hasPrefix(prefix + ".") }
  }
}

/// Whether two numbers agree to a relative and an absolute allowance.
func agree(_ a: Double, _ b: Double, relative: Double, absolute: Double) -> Bool {
  abs(a - b) <= absolute + relative * max(abs(a), abs(b))
}

/// The names at which `found` differs from `expected`, with both values.
func differences(
  _ found: [String: Double], _ expected: [String: Double], relative: Double, absolute: Double
) -> [String] {
  Set(found.keys).union(expected.keys).sorted().compactMap { name in
    guard let a = found[name], let b = expected[name] else { return "\(name) is only in one" }
    return agree(a, b, relative: relative, absolute: absolute) ? nil : "\(name): \(a), not \(b)"
  }
}
