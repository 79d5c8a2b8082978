/// A part of a value that copies of the whole share: it is on the heap, never changed, and another
/// one takes its place when it is set. For parts of many parts, in values that are copied often.
///
/// What it holds is free, and what it can do follows from that: with a bound here the runtime would look
/// through every conformance of the program, once for each type that is shared, before the first frame.
@propertyWrapper
public struct Shared<Value> {
  fileprivate final class Box {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  private var box: Box

  public init(wrappedValue: Value) { box = Box(wrappedValue) }

  public var wrappedValue: Value {
    // Lends the value; `get` would copy it.
    _read { yield box.value }
    set { box = Box(newValue) }
  }
}

extension Shared.Box: Sendable where Value: Sendable {}

extension Shared: Sendable where Value: Sendable {}

extension Shared: Equatable where Value: Equatable {
  public static func == (left: Shared, right: Shared) -> Bool {
    left.box === right.box || left.box.value == right.box.value
  }
}

extension Shared: Hashable where Value: Hashable {
  public func hash(into hasher: inout Hasher) { hasher.combine(box.value) }
}
