/// What a run keeps beside the nation's series and metrics. Each thing kept costs time and memory.
public struct Detail: Hashable, Sendable {
  /// Every organisation's last benefit and net present social value.
  public var organisations: Bool
  /// Codes of organisations whose benefit is kept by year.
  public var fans: Set<String>
  /// A year by organisation, both by name (`HO`: `2028-29`), whose expected cash is kept.
  public var cash: [String: String]

  public init(
    organisations: Bool = true, fans: Set<String> = [], cash: [String: String] = [:]
  ) {
    self.organisations = organisations
    self.fans = fans
    self.cash = cash
  }

  /// The nation only.
  public static let national = Detail(organisations: false)
}
