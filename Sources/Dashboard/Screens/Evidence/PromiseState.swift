import Figures

/// Where a promise stands on the date of the data, by rule from its row.
enum PromiseState: Int {
  /// Its date has passed and nothing shows that it was kept.
  case late
  /// It is still to come.
  case due
  case missed, dropped
  /// Its date has passed; whether it was kept was not found.
  case unknown
  /// Kept, if after its date.
  case metLate
  case met
  /// Something that was reached or told, without a promise.
  case reported

  /// - Parameter today: the date of the data.
  init(_ row: Milestone, on today: String) {
    let isPast = row.date < today.prefix(row.date.count)
    switch row.status {
    case .missed: self = .missed
    case .dropped: self = .dropped
    case .done: self = .met
    case .late: self = row.lastSeen >= row.date ? .metLate : .late
    case .due: self = isPast ? .late : .due
    case .reported: self = row.isOpen ? .unknown : .reported
    }
  }

  /// The state in words: how long it is over its date, or how long there is to go.
  static func words(_ row: Milestone, on today: String) -> String {
    let moved = row.isMoved ? "moved, " : ""
    let months = PromiseDate.months(from: row.date, to: today) ?? 0
    let state = PromiseState(row, on: today)
    switch state {
    case .late where months > 0: return "\(moved)late by \(PromiseDate.spoken(months))"
    case .due where months < 0: return "\(moved)due in \(PromiseDate.spoken(-months))"
    case .due: return "\(moved)due this month"
    case .late, .unknown: return moved + state.word
    case .missed, .dropped, .metLate, .met, .reported: return state.word
    }
  }

  /// The state alone.
  var word: String {
    switch self {
    case .late: "late"
    case .due: "due"
    case .missed: "missed"
    case .dropped: "dropped"
    case .unknown: "not known"
    case .metLate: "met late"
    case .met: "met"
    case .reported: "reported"
    }
  }

  var tone: Tone {
    switch self {
    case .late, .missed, .dropped: .warning
    case .due: .strong
    case .unknown, .metLate: .plain
    case .met, .reported: .muted
    }
  }
}

extension Milestone {
  /// Whether its row says that its date was moved.
  var isMoved: Bool { [note, evidence].contains { $0.hasPrefix("moved ") } }

  /// Whether its row says that nobody knows whether it was kept.
  fileprivate var isOpen: Bool {
    ["not found", "not known"].contains { evidence.contains($0) }
  }
}

/// Months between dates that name a year, a month or a day.
enum PromiseDate {
  /// How many months a date lies before another: a year alone counts to its end. Nil for what is no
  /// date.
  static func months(from date: String, to today: String) -> Int? {
    func month(_ text: String) -> Int? {
      let parts = text.split(separator: "-").compactMap { Int($0) }
      return parts.first.map { $0 * 12 + (parts.count > 1 ? parts[1] - 1 : 11) }
    }
    guard let from = month(date), let to = month(today) else { return nil }
    return to - from
  }

  /// `1 month`, `14 months`, `3 years`.
  static func spoken(_ months: Int) -> String {
    let years = months >= 24
    let count = years ? months / 12 : months
    return "\(count) \(years ? "year" : "month")\(count == 1 ? "" : "s")"
  }
}
