/// A part of a value that copies of the whole share: it is on the heap, never changed, and another
/// one takes its place when it is set. For parts of many parts, in values that are copied often.
@propertyWrapper
public struct Shared<Value: Equatable & Sendable>: Equatable, Sendable {
  private final class Box: Sendable {
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

  public static func == (left: Shared, right: Shared) -> Bool {
    left.box === right.box || left.box.value == right.box.value
  }
}

extension Shared: Hashable where Value: Hashable {
  public func hash(into hasher: inout Hasher) { hasher.combine(box.value) }
}
