import Analytics
public import Figures
import Frames

/// What to ask an organisation: questions made by rule from gaps, old figures, disputes, targets
/// beside the model and breaks in the returns, each tied to the figure that raises it.
enum DepartmentQuestions {
  /// A question, and what raises it.
  struct Question {
    var text: String
    var figures: [Figure]
  }

  static func panel(_ state: State, _ organisation: Organisation) -> Panel {
    Panel(
      "ask", "What to ask",
      table: Table(
        [Column("", flexible: true, least: 20)],
        all(state, organisation).map { question in
          Table.Row([Text(question.text, number: 0)], Item(figures: question.figures))
        }, header: .never))
  }

  /// In the order that an adviser would put them.
  static func all(_ state: State, _ organisation: Organisation) -> [Question] {
    [redRated, target, contractors, worth, overdue, disputed, old].flatMap { rule in
      rule(state, organisation)
    }
  }

  private static func redRated(_ state: State, _ organisation: Organisation) -> [Question] {
    let evidence = state.evidence
    guard
      let row = evidence.latest(.legacy, "Red-rated legacy systems", of: organisation.code),
      let count = row.value
    else {
      guard let fact = evidence.fact(.redRatedStatement),
        evidence.body(organisation.code)?.parent == evidence.roles[.government]
      else { return [] }
      return [
        Question(
          text: "How many of its systems are red-rated? No count is in these data.",
          figures: [evidence.figure(fact)])
      ]
    }
    let figure = evidence.figure(row, in: .legacy)
    let funded = evidence.latest(
      .legacy, "Red-rated legacy systems with fully funded remediation", of: organisation.code)
    if let funded, let number = funded.value, number < count {
      return [
        Question(
          text: "\(funded.number) of \(row.number) red-rated systems were fully funded in "
            + "\(funded.asOf): what of the others?",
          figures: [figure, evidence.figure(funded, in: .legacy)])
      ]
    }
    return [
      Question(
        text: "Of \(row.printed) (red-rated, \(row.asOf)), how many are funded?",
        figures: [figure])
    ]
  }

  private static func target(_ state: State, _ organisation: Organisation) -> [Question] {
    guard let target = state.evidence.efficiencyTarget(of: organisation.code) else {
      return state.evidence.body(organisation.code)?.parent == state.evidence.roles[.government]
        ? [Question(text: "What has it promised to save? No target is in these data.", figures: [])]
        : []
    }
    let published = target.published.map { state.evidence.figure($0, in: .efficiencyPlans) }
    guard let money = target.money, let figure = published ?? state.evidence.derivedFigure(target)
    else { return [] }
    return [
      Question(
        text: "\(money) to save by \(target.year): how much of it is digital?", figures: [figure])
    ]
  }

  private static func contractors(_ state: State, _ organisation: Organisation) -> [Question] {
    let code = organisation.code
    let evidence = state.evidence
    guard let year = evidence.contractorYear(of: code),
      let change = evidence.contractorChange(of: code, in: year.year)
    else { return [] }
    let figures = [evidence.changeFigure(of: code, in: year.year), evidence.figure(year, of: code)]
      .compactMap { $0 }
    let text: String
    switch change {
    case .share(let share):
      let percent = (change.text ?? "").filter { !"+\u{2212}".contains($0) }
      if share <= -0.1 {
        text = "Contractors and consultancy fell \(percent) in \(year.year): what took their place?"
      } else if share >= 0.1 {
        text = "Contractors and consultancy rose \(percent) in \(year.year): what for?"
      } else {
        return []
      }
    case .withheld(let short, _, _):
      text = "Contractors in \(year.year): no change can be given (\(short)). Why?"
    }
    return [Question(text: text, figures: figures)]
  }

  private static func worth(_ state: State, _ organisation: Organisation) -> [Question] {
    guard let account = state.account(of: organisation.code), account.npsv < 0 else { return [] }
    let draws = state.uncertainty?.organisations.first { $0.code == organisation.code }
    let figure = state.modelled(
      "\(organisation.code).npsv",
      "Net present social value to \(state.lastYear), \(organisation.name)",
      draws?.npsv.range ?? "\(Numbers.billions(account.npsv)), \(state.basisWords)",
      formula: "Present value of its own benefit less cost.",
      value: draws?.npsv.value(Money.billions, of: organisation.code)
        ?? state.accounted(account.npsv, Money.billions, of: organisation.code))
    return [
      Question(
        text:
          "In the model it costs \(Numbers.billions(-account.npsv)) more than it brings to "
          + "\(state.lastYear): which part would it do first?", figures: [figure])
    ]
  }

  private static func overdue(_ state: State, _ organisation: Organisation) -> [Question] {
    let family = state.family(of: organisation.code)
    let date = state.evidence.date
    return state.evidence.milestones
      .filter { row in
        family.contains(row.body) && [.late, .missed].contains(PromiseState(row, on: date))
      }
      .sorted { $0.date < $1.date }.prefix(2).map { row in
        Question(
          text: "\(row.title), \(row.date): where does it stand?",
          figures: [state.evidence.figure(row)])
      }
  }

  private static func disputed(_ state: State, _ organisation: Organisation) -> [Question] {
    let family = state.family(of: organisation.code)
    return state.evidence.facts
      .first { family.contains($0.body) && !$0.conflict.isEmpty && state.evidence.isDisputed($0) }
      .map { fact in
        Question(
          text: "\(fact.measure): \(state.number(fact)) is disputed. Which figure holds?",
          figures: [state.evidence.figure(fact)])
      }.map { [$0] } ?? []
  }

  /// The oldest of what says how digital it is.
  private static func old(_ state: State, _ organisation: Organisation) -> [Question] {
    guard let row = DepartmentIdentity.digitalShare(state, organisation.code),
      Age.isOld(row.asOf, on: state.evidence.date)
    else { return [] }
    return [
      Question(
        text: "Digital staff were \(row.number) of all in "
          + "\(row.asOf.prefix(4)): and today?",
        figures: [state.evidence.figure(row, in: .workforce)])
    ]
  }
}

extension State {
  /// What to ask an organisation, made by rule, each question with the figures that raise it; none for
  /// a code that the inputs do not have.
  public func questions(to code: String) -> [(text: String, figures: [Figure])] {
    guard let organisation = inputs.organisations.first(where: { $0.code == code }) else {
      return []
    }
    return DepartmentQuestions.all(self, organisation).map { ($0.text, $0.figures) }
  }
}
