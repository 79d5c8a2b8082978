/// A part that a row or a word of a data folder plays on screens, in packs and in the model. The raw
/// value is its name in `datapackage.json`; `docs/DATA.md` has them one by one.
public enum Role: String, CaseIterable, Hashable, Sendable {
  // Words.
  /// What stands before every sum of money: `£`, `kr`.
  case currency
  /// The same in letters, for answers in JSON and where the sign cannot be written: `GBP`.
  case currencyASCII = "currency_ascii"
  /// Whom money belongs to that is in no organisation's budget: "Exchequer".
  case purse
  /// The publication that the headline is from, by its name.
  case review
  /// The sector of `government` inside a sentence: "central government".
  case governmentWords = "government_words"
  /// A class of the estate of systems in a word or two: "NHS", "police".
  case classCentral = "class_cg"
  case classHealth = "class_nhs"
  case classPolice = "class_pol"
  /// What the other key of automation shares out, in words.
  case otherKey = "other_key"
  /// The settlement of `settlement` in a word or two.
  case fund

  // Bodies.
  /// The organisation whose critical outages are modelled.
  case outages
  /// The body that stands for all that is covered.
  case whole
  /// The body whose figures stand for the departments together.
  case government

  // Facts: the opportunity.
  case headline
  case headlineRange = "headline_range"
  case headlineShare = "headline_share"
  case headlineSplit = "headline_split"
  case headlineInvestment = "headline_investment"
  case headlineTimeframe = "headline_timeframe"
  case headlineCashable = "headline_cashable"
  case leverAutomation = "lever_automation"
  case leverChannel = "lever_channel"
  case leverFraud = "lever_fraud"
  case leverSum = "lever_sum"
  case fraudLoss = "fraud_loss"

  // Facts: legacy.
  case legacyShare = "legacy_share"
  case legacyShareBefore = "legacy_share_before"
  case legacyShareHealth = "legacy_share_nhs"
  case legacySharePolice = "legacy_share_pol"
  case legacyUnknown = "legacy_unknown"
  case legacyUpkeep = "legacy_upkeep"
  case redRated = "red_rated"
  case redRatedStatement = "red_rated_statement"

  // Facts: contractors.
  case thirdParties = "third_parties"
  case contractorMultiple = "contractor_multiple"
  case contractorCost = "contractor_cost"
  case employeeCost = "employee_cost"
  case postsToReplace = "posts_to_replace"
  case savingUpTo = "saving_up_to"
  case savingPerPost = "saving_per_post"
  case impliedMultiple = "implied_multiple"

  // Facts: outages, services, plans.
  case outageCount = "outage_count"
  case noDigitalPath = "no_digital_path"
  case settlement
  case efficiencyTarget = "efficiency_target"
  /// Facts of a year each, whose ids are this, a point and the year.
  case fundedByYear = "funded_by_year"
  case claimedByYear = "claimed_by_year"
  /// Facts of an organisation each, whose ids are this, a point and its code: the share of its own
  /// systems that is legacy, from which the model then starts.
  case ownLegacyShare = "own_legacy_share"
  /// Facts of a scheme for proving who one is, whose ids are this, a point and more.
  case digitalID = "digital_id"

  /// What a role names.
  public enum Kind: Hashable, Sendable {
    /// Nothing: its value is a word or a sign that is printed.
    case word
    /// A row of `organisations.csv`, by its code.
    case organisation
    /// A row of `bodies.csv`, by its code.
    case body
    /// A row of `facts.csv`, by its id.
    case fact
    /// Rows of `facts.csv`, by what their ids begin with.
    case facts
  }

  public var kind: Kind {
    switch self {
    case .currency, .currencyASCII, .purse, .review, .governmentWords, .classCentral, .classHealth,
      .classPolice, .otherKey, .fund:
      .word
    case .outages: .organisation
    case .whole, .government: .body
    case .fundedByYear, .claimedByYear, .ownLegacyShare, .digitalID: .facts
    default: .fact
    }
  }
}

/// What a data folder says of the roles of its rows; the program has no such names of its own.
public struct Roles: Equatable, Sendable {
  /// What stands for each role that the folder names.
  public var names: [Role: String]
  /// The services that have a card each, in their order.
  public var services: [ServiceCard]

  public init(_ names: [Role: String] = [:], services: [ServiceCard] = []) {
    self.names = names
    self.services = services
  }

  public subscript(role: Role) -> String? { names[role] }

  /// The sign of the folder's money.
  public var currency: Currency {
    guard let sign = self[.currency] else { return names.isEmpty ? .pounds : .unnamed }
    return Currency(sign: sign, letters: self[.currencyASCII], purse: self[.purse])
  }

  /// "says the review" where the folder names one, else "as published".
  public var said: String { self[.review] == nil ? "as published" : "says the review" }
}
