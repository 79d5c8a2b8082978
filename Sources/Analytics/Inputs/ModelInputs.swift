public import Figures

/// An organisation that the model computes.
public struct Organisation: Hashable, Sendable {
  /// Its code, unique; its name; the sector it stands in, such as `Central`.
  public var code, name, sector: String
  /// Which of the surveyed shares of legacy systems holds for it.
  public var legacyClass: LegacyClass
  /// The share that is published of its own systems, which holds in place of the class's; nil for
  /// none.
  public var ownLegacyShare: PublishedShare?

  public init(
    code: String, name: String, sector: String, legacyClass: LegacyClass,
    ownLegacyShare: PublishedShare? = nil
  ) {
    self.ownLegacyShare = ownLegacyShare
    self.code = code
    self.name = name
    self.sector = sector
    self.legacyClass = legacyClass
  }
}

/// A share that is published of one organisation.
public struct PublishedShare: Hashable, Sendable {
  /// Above 0, below 1.
  public var value: Double
  /// Id of the fact that states it, in percent.
  public var fact: String

  public init(value: Double, fact: String) {
    self.value = value
    self.fact = fact
  }
}

/// One organisation's weight in one allocation key.
public struct KeyCell: Hashable, Sendable {
  /// At least 0, in `unit`; only its share of the key's sum matters.
  public var value: Double
  public var unit: String
  /// How the value came to be.
  public var mark: Mark
  /// Where the value comes from, and how it was made of that.
  public var source, note: String

  public init(value: Double, unit: String, mark: Mark, source: String, note: String) {
    self.value = value
    self.unit = unit
    self.mark = mark
    self.source = source
    self.note = note
  }
}

/// The scale on which an assumption's two-piece normal lives.
public enum Scale: String, CaseIterable, Hashable, Sendable {
  case identity = "id"
  case log, logit
}

/// Three quantiles of an assumption.
public struct ThreePoint: Hashable, Sendable {
  /// Rising, in the unit of the assumption.
  public var p10, p50, p90: Double
  /// Three quantiles, in the unit of the assumption; p10 ≤ p50 ≤ p90.
  public init(p10: Double, p50: Double, p90: Double) {
    self.p10 = p10
    self.p50 = p50
    self.p90 = p90
  }
  /// A fixed value: all three quantiles are the same.
  public init(fixed value: Double) { self.init(p10: value, p50: value, p90: value) }
}

/// A row of the assumptions register.
public struct AssumptionSpec: Hashable, Sendable {
  /// Which assumption it is.
  public var id: Assumption
  /// Its name for people, and the unit of all its numbers.
  public var label, unit: String
  /// What is believed, before a scenario changes it.
  public var range: ThreePoint
  /// Bounds that draws are cut to, and the step of a slider; in `unit`.
  public var minimum, maximum, step: Double
  /// On which the two halves of the distribution are normal.
  public var scale: Scale
  /// Dependence on the common delivery factor, strictly between -1 and 1.
  public var loading: Double
  /// The mark of the P50.
  public var mark: Mark
  /// How much weight the range bears.
  public var confidence: Confidence
  /// The publication of the P50, and why the range is what it is.
  public var source, rationale: String

  public init(
    id: Assumption, label: String, unit: String, range: ThreePoint, minimum: Double,
    maximum: Double, step: Double, scale: Scale, loading: Double, mark: Mark,
    confidence: Confidence, source: String, rationale: String
  ) {
    self.id = id
    self.label = label
    self.unit = unit
    self.range = range
    self.minimum = minimum
    self.maximum = maximum
    self.step = step
    self.scale = scale
    self.loading = loading
    self.mark = mark
    self.confidence = confidence
    self.source = source
    self.rationale = rationale
  }
}

/// A row of the lever table.
public struct LeverSpec: Hashable, Sendable {
  /// Which lever it is.
  public var id: Lever
  /// Its name for people, and the unit of all its numbers.
  public var label, unit: String
  /// Bounds, the step of a slider, and the value where a scenario says none; in `unit`.
  public var minimum, maximum, step, defaultValue: Double
  /// Whether one organisation may have a value of its own.
  public var perOrganisation: Bool
  /// What a decision for it means.
  public var description: String

  public init(
    id: Lever, label: String, unit: String, minimum: Double, maximum: Double, step: Double,
    defaultValue: Double, perOrganisation: Bool, description: String
  ) {
    self.id = id
    self.label = label
    self.unit = unit
    self.minimum = minimum
    self.maximum = maximum
    self.step = step
    self.defaultValue = defaultValue
    self.perOrganisation = perOrganisation
    self.description = description
  }
}

/// A scenario that comes with the data.
public struct Preset: Hashable, Sendable {
  /// Its id on the command line, its name and what it stands for.
  public var id, name, description: String
  /// A value of each of the eight levers, in their units.
  public var levers: [Lever: Double]
  /// Whether it is the one that is taken where none is named.
  public var isDefault: Bool

  public init(
    id: String, name: String, description: String, levers: [Lever: Double],
    isDefault: Bool = false
  ) {
    self.id = id
    self.name = name
    self.description = description
    self.levers = levers
    self.isDefault = isDefault
  }
}

extension ModelInputs {
  /// The id of the scenario that is taken where none is named: the preset that says so of itself, else
  /// `blueprint`.
  public var defaultScenario: String { presets.first(where: \.isDefault)?.id ?? "blueprint" }
}

/// A constant with its provenance.
public struct FixedValue: Hashable, Sendable {
  /// In `unit`.
  public var value: Double
  /// The unit as people read it.
  public var unit: String
  /// How the value came to be.
  public var mark: Mark
  /// Where it comes from.
  public var source: String

  public init(value: Double, unit: String, mark: Mark, source: String) {
    self.value = value
    self.unit = unit
    self.mark = mark
    self.source = source
  }
}

/// How much of the smaller of two benefits the larger already counts, 0 to 1.
public struct OverlapWeight: Hashable, Sendable {
  /// The two streams, in no order.
  public var a, b: Stream
  /// A share, 0 to 1, before `overlap_scale`.
  public var weight: Double
  /// How the weight came to be.
  public var mark: Mark
  /// Where it comes from.
  public var source: String

  public init(a: Stream, b: Stream, weight: Double, mark: Mark, source: String) {
    self.a = a
    self.b = b
    self.weight = weight
    self.mark = mark
    self.source = source
  }
}

/// A discount rate that holds from one year to another.
public struct DiscountBand: Hashable, Sendable {
  /// First year of the band, 1 being the first year discounted.
  public var fromYear: Int
  /// Last year of the band; nil for the last band.
  public var toYear: Int?
  /// Real rate a year, 0 to 0.25.
  public var rate: Double
  /// How the rate came to be.
  public var mark: Mark
  /// Where it comes from.
  public var source: String

  public init(fromYear: Int, toYear: Int?, rate: Double, mark: Mark, source: String) {
    self.fromYear = fromYear
    self.toYear = toYear
    self.rate = rate
    self.mark = mark
    self.source = source
  }
}

/// Everything that the model reads: the eight tables of the contract, already checked.
/// Immutable; compared by identity, since a program loads it once.
public final class ModelInputs: Equatable, Sendable {
  /// Name and version of the data package; nil where the folder has none.
  public let name, version: String?
  /// In file order, which is display order.
  public let organisations: [Organisation]
  /// Each key's cells, in the order of `organisations`.
  public let keys: [AllocationKey: [KeyCell]]
  /// All 34, in register order.
  public let assumptions: [AssumptionSpec]
  /// All 8, in the order of `Lever.allCases`.
  public let levers: [LeverSpec]
  /// The scenarios that come with the data, in file order.
  public let presets: [Preset]
  /// Every fixed parameter.
  public let fixed: [FixedParameter: FixedValue]
  /// The seed exactly: it may not fit a `Double`.
  public let seed: UInt64
  /// One for each pair of streams that overlaps.
  public let overlaps: [OverlapWeight]
  /// Bands of each schedule, from year 1 on; `standard`, `health` and `reduced` are always there.
  public let discounting: [String: [DiscountBand]]
  /// Names of the schedules, in file order.
  public let schedules: [String]
  /// Which rows play which parts in the data folder.
  public let roles: Roles
  /// Code of the organisation whose critical outages are modelled: one of `organisations`. The
  /// contract's, where the folder names none.
  public var outages: String { roles[.outages] ?? "NHS" }

  /// Inputs that are already checked: every key has a cell for each organisation, every preset
  /// all levers. What reads a data folder is `DataFolder.modelInputs()`.
  public init(
    name: String?, version: String?, organisations: [Organisation],
    keys: [AllocationKey: [KeyCell]], assumptions: [AssumptionSpec], levers: [LeverSpec],
    presets: [Preset], fixed: [FixedParameter: FixedValue], seed: UInt64,
    overlaps: [OverlapWeight], discounting: [String: [DiscountBand]], schedules: [String],
    roles: Roles = Roles()
  ) {
    self.name = name
    self.version = version
    self.organisations = organisations
    self.keys = keys
    self.assumptions = assumptions
    self.levers = levers
    self.presets = presets
    self.fixed = fixed
    self.seed = seed
    self.overlaps = overlaps
    self.discounting = discounting
    self.schedules = schedules
    self.roles = roles
  }

  /// Whether both are the same object.
  public static func == (left: ModelInputs, right: ModelInputs) -> Bool { left === right }
}
