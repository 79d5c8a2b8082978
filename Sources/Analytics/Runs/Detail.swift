/// What a run keeps beside the nation's series and metrics. Each thing kept costs time and memory.
public struct Detail: Hashable, Sendable {
  /// Every organisation's last benefit and net present social value.
  public var organisations: Bool
  /// Codes of organisations whose benefit is kept by year.
  public var fans: Set<String>

  public init(organisations: Bool = true, fans: Set<String> = []) {
    self.organisations = organisations
    self.fans = fans
  }

  /// The nation only.
  public static let national = Detail(organisations: false)
}
