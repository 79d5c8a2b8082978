import Analytics

extension Explainer {
  /// Contractor posts replaced by civil servants; docs/METHOD.md, sections 7 and 9.
  func contractors(_ q: Quantity) -> Derivation {
    let lever = q.of(levers(of: q.organisation))
    let everyone = q.of(nil).at(nil)
    switch q.name {
    case .posts:
      return Derivation {
        $0(self.lever(.contractorPosts, q.organisation))
          * $0(.share(.contractor, q.organisation ?? 0)) * $0(.postFillRate)
      }
    case .civilServantCost:
      return Derivation {
        let salary = $0(.digitalSalary)
        return salary * (1 + $0(.employerPensionRate)) + $0(.employerNIRate)
          * .larger(salary - $0(.employerNIThreshold), 0)
      }
    case .conversionCostPerPost:
      return Derivation {
        $0(.handoverMonths) / 12 * $0(everyone.with(.civilServantCost)) + $0(.recruitmentShare)
          * $0(.digitalSalary)
      }
    case .conversion:
      return Derivation {
        $0(q.at(nil).with(.posts))
          * ($0(lever.with(.postsConvertedClosing)) - $0(lever.with(.postsConvertedOpening)))
          * $0(everyone.with(.conversionCostPerPost)) / 1000
      }
    default:
      return Derivation {
        $0(q.at(nil).with(.posts)) * $0(lever.with(.postsConverted))
          * $0(everyone.with(.civilServantCost)) * ($0(.contractorCostMultiple) - 1) / 1000
      }
    }
  }
}
