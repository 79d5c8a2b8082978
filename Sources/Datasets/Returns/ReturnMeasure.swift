/// What is taken from a monthly return, named as the quality log names it.
public enum ReturnMeasure: String, CaseIterable, Hashable, Sendable {
  case payrollHeadcount = "payroll_headcount"
  case payrollFTE = "payroll_fte"
  case payrollCost = "payroll_cost"
  case nonPayrollFTE = "nonpayroll_fte"
  case agencyFTE = "agency_fte"
  case interimFTE = "interim_manager_fte"
  case specialistFTE = "specialist_contractor_fte"
  case contingentCost = "contingent_cost"
  case consultancyCost = "consultancy_cost"

  /// Whether it is money, in pounds; else people.
  var isCost: Bool {
    switch self {
    case .payrollCost, .contingentCost, .consultancyCost: true
    default: false
    }
  }
}
