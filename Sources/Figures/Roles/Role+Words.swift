extension Role {
  /// What it names, for those who fill a folder.
  public var words: String {
    switch kind {
    case .word: wording
    case .organisation: "code of an organisation: the one whose critical outages the model has"
    case .body:
      self == .whole
        ? "code of a body: all that is covered" : "code of a body: that of all departments together"
    case .fact: "id of a fact: \(part)"
    case .facts:
      "what ids of facts begin with, before a point\(afterPoint): \(part)"
    }
  }

  private var afterPoint: String {
    switch self {
    case .ownLegacyShare: " and the organisation's code"
    case .fundedByYear, .claimedByYear: " and the year"
    default: ""
    }
  }

  private var wording: String {
    switch self {
    case .currency:
      "one to four letters or signs before every sum, in the units of all tables as well"
    case .currencyASCII: "the same in one to five letters of ASCII"
    case .purse: "whom money belongs to that is in no organisation's budget, inside a sentence"
    case .review: "name of the publication that the headline is from"
    case .governmentWords: "the departments inside a sentence, before a noun"
    case .classCentral, .classHealth, .classPolice:
      "the class \(rawValue.dropFirst("class_".count)) of organisations.csv in a word or two"
    case .otherKey: "what the key automation_gds2026 shares out, in words"
    default: "the name of what is given year by year beside the settlement"
    }
  }

  private var part: String {
    switch self {
    case .headline: "the yearly potential; equals headline_potential of fixed_parameters.csv"
    case .headlineRange: "another reading of the headline"
    case .headlineShare: "the headline as a share of spending"
    case .headlineSplit: "who holds which part of the headline, or that it is not published"
    case .headlineInvestment: "what the headline costs, or that it is not published"
    case .headlineTimeframe: "when the headline is reached, or that it is not published"
    case .headlineCashable: "what of the headline is cash, or that it is not published"
    case .leverAutomation: "the published potential of automation"
    case .leverChannel: "the published potential of online channels"
    case .leverFraud: "the published potential of less fraud and error"
    case .leverSum: "what the three levers add up to"
    case .fraudLoss: "what fraud and error cost"
    case .legacyShare: "the newest share of systems that are legacy"
    case .legacyShareBefore: "that share a year before"
    case .legacyShareHealth: "that share of the class nhs"
    case .legacySharePolice: "that share of the class pol"
    case .legacyUnknown: "who could not say"
    case .legacyUpkeep: "upkeep of legacy as a multiple of that of modern systems"
    case .redRated: "how many red-rated systems there are"
    case .redRatedStatement: "that no newer counts by department are published"
    case .thirdParties: "spend on contractors, services and consultants"
    case .contractorMultiple: "what a contractor costs as a multiple of an employee"
    case .contractorCost: "what a contractor costs"
    case .employeeCost: "what an employee costs"
    case .postsToReplace: "contractor posts to be replaced"
    case .savingUpTo: "what that is to save"
    case .savingPerPost: "what it saves a post"
    case .impliedMultiple: "the multiple that the saving implies"
    case .outageCount: "critical outages of one body in a year"
    case .noDigitalPath: "services without a digital pathway"
    case .settlement: "money given for digital over several years"
    case .efficiencyTarget: "savings that are to be made by a year"
    case .fundedByYear: "money given"
    case .claimedByYear: "savings claimed"
    case .ownLegacyShare: "the legacy share of its own systems in %, from which the model starts"
    case .digitalID: "what is published of a scheme for proving who one is"
    default: ""
    }
  }
}
