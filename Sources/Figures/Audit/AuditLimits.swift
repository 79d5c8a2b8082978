/// What the auditor takes for odd. One place for all of its numbers, so that they can be argued with.
enum AuditLimits {
  /// Cost of a contingent worker in £ a year: between the minimum wage of a full-time job, and
  /// £1,500 a day for 220 days.
  static let contingentPerHead = 20_000.0...330_000.0
  /// Paybill for each full-time equivalent in £ a year, with pension and insurance.
  static let payPerHead = 30_000.0...150_000.0
  /// Less than so many £ million is not worth a verdict.
  static let leastMoney = 1.0
  /// An oddity that moves a year's sum by less than this share leaves the year as it is.
  static let leastWeight = 0.05
  /// Months in which staff were not returned, at least, to be worth a verdict.
  static let leastAbsence = 3
  /// Months before and after that a month is held against, at most, and at least.
  static let window = 12, leastMonths = 4

  /// A month is an outlier past so many times the median of the months around, or below it.
  static let contingentFactor = 3.0, consultancyFactor = 5.0, staffFactor = 3.0, payFactor = 1.5
  /// Fewer non-payroll staff than this, more or less, are no oddity.
  static let leastNonPayroll = 50.0
  /// A month's payroll that both its neighbours, themselves within `steadyStaff`, differ from by so
  /// much.
  static let staffSpike = 0.06, steadyStaff = 0.04, leastStaff = 20.0
  /// Bodies are missing where the month's payroll is below this share of the usual.
  static let missingStaff = 0.8

  /// Months before and after a step, at most and at least, and the factor of the cost for each head
  /// across it; cost or staff alone move by less than `steady`.
  static let stepMonths = 6, leastStepMonths = 4
  static let stepFactor = 2.5, steady = 1.6

  /// A step is odd for so many months on either side of it, at most.
  static let stepReach = 12

  /// Noughts in a row, after so many months with values, of at least so much a month.
  static let zeroMonths = 3, valuedMonths = 6
  static let leastMonthly = 0.1

  /// A body's year against both its neighbours.
  static let yearStaffFactor = 1.5, yearNonPayrollFactor = 4.0
  static let yearContingentFactor = 4.0, yearConsultancyFactor = 6.0
  /// Consultancy comes in lumps: less than so many £ million, more or less, is no oddity.
  static let leastConsultancy = 3.0
  /// A body whose months fall short in the midst of its years, by so much of the department's sum.
  static let leastMissing = 0.02
  /// What sums printed to three decimals may differ by, in £ million.
  static let rounding = 0.05
}
