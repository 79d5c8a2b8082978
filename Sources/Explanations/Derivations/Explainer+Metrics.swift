import Analytics
import Figures

extension Explainer {
  /// Metrics and discounting; docs/METHOD.md, sections 4 and 12.
  func metric(_ q: Quantity) -> Derivation {
    let last = years.count - 1
    switch q.name {
    case .presentValueBenefit: return overYears(q, .discountedBenefit, "present values of benefit")
    case .presentValueCost: return overYears(q, .discountedCost, "present values of cost")
    case .npsv:
      if q.organisation != nil {
        return overYears(q, .discountedNetBenefit, "present values of benefit less cost")
      }
      return Derivation { $0(q.with(.presentValueBenefit)) - $0(q.with(.presentValueCost)) }
    case .bcr:
      return Derivation(note: "None where there is no cost.") {
        $0(q.with(.presentValueBenefit)) / $0(q.with(.presentValueCost))
      }
    case .switchingValue:
      return Derivation(note: "None where there is no benefit.") {
        1 - $0(q.with(.presentValueCost)) / $0(q.with(.presentValueBenefit))
      }
    case .cashNPV:
      return overYears(q, .discountedCash, "present values of cash and \(Money.purse) less cost")
    case .paybackYears:
      let nodes = years.indices.map { Node.quantity(q.with(.netBenefit).at($0)) }
      return Derivation(payback: nodes, of: "benefit less cost, undiscounted,")
    case .finalBenefit: return Derivation { $0(q.with(.benefit).at(last)) }
    case .finalCash:
      return Derivation { $0(q.with(.cash).at(last)) + $0(q.with(.exchequer).at(last)) }
    case .totalInvestment: return overYears(q, .investment, "investment")
    case .totalConversion: return overYears(q, .conversion, "costs of conversion")
    case .totalRemediation: return overYears(q, .remediation, "costs of remediation")
    case .outagesAvoided: return overYears(q, .outagesAvoidedInYear, "outages avoided")
    case .outagesAvoidedInYear:
      return Derivation { $0(q.with(.outagesBaseline)) - $0(q.with(.outages)) }
    case .discountedBenefit: return discounted(q) { $0(q.with(.benefit)) }
    case .discountedCost: return discounted(q) { $0(q.with(.cost)) }
    case .discountedCash:
      return discounted(q) {
        $0(q.with(.cash)) + $0(q.with(.exchequer)) - $0(q.with(.cost))
      }
    case .discountedNetBenefit: return discounted(q) { $0(q.with(.netBenefit)) }
    default:
      guard let year = q.year, year > 0 else {
        return Derivation(note: "The first year is not discounted.") { _ in 1 }
      }
      return Derivation { $0(q.at(year - 1)) / (1 + $0(.rate(year))) }
    }
  }

  private func overYears(_ q: Quantity, _ name: Name, _ words: String) -> Derivation {
    Derivation(
      total: years.indices.map { .quantity(q.with(name).at($0)) },
      of: "the \(words) of \(years.count) years")
  }

  private func discounted(
    _ q: Quantity, _ amount: (Derivation.Uses) -> Formula
  ) -> Derivation {
    Derivation { amount($0) * $0(q.with(.discountFactor).of(nil)) }
  }
}
