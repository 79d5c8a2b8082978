import Analytics
import Figures

extension Name {
  /// The shape of a step on the way from the headline.
  var headlineShape: Shape {
    func shape(_ label: String, _ short: String, _ scope: Shape.Scope = .both) -> Shape {
      Shape(label, short, Money.billionsAYear, scope, 14, yearly: true)
    }
    return switch self {
    case .whyNot: shape("Benefit by steps from the headline", "benefit")
    case .beyondHeadline:
      shape("What the three levers sum to beyond the headline", "beyond the headline", .national)
    case .fullPotential: shape("Full potential of the three levers", "full potential")
    case .potentialRange:
      shape("What the range of the potential takes away", "range of the potential")
    case .notReached: shape("Not reached: coverage", "not reached")
    case .notRealised: shape("Reached but not realised", "not realised")
    case .notTakenUp: shape("Realised, but not taken up in time", "not taken up")
    case .eroded: shape("Worn off: fraud adapts", "eroded")
    case .countedTwice: shape("Counted twice among the three levers", "counted twice")
    case .likeForLike: shape("Benefit like for like with the headline", "like for like")
    case .contractorsBeside:
      shape("Beside the headline: contractor posts", "contractors beside")
    default: shape("Beside the headline: legacy upkeep", "legacy beside")
    }
  }

  /// The step of the model that a name is; nil for any other.
  var headlineStep: HeadlineStep? { HeadlineStep(rawValue: rawValue) }
}
