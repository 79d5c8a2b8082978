import Dashboard

/// Columns and rows as settings make them: told outright, or from pixels.
struct ScreenSize: Equatable, Sendable {
  static let columnsAllowed = 1...Largest.columns
  static let rowsAllowed = 1...Largest.rows

  private var told: (columns: Int?, rows: Int?) = (nil, nil)
  private var pixels: (width: Int?, height: Int?) = (nil, nil)
  private var fontSize = 22
  private let usual: (columns: Int, rows: Int)

  /// - Parameters: the size where nothing sets one.
  init(columns: Int, rows: Int) {
    usual = (columns, rows)
  }

  var columns: Int {
    get {
      told.columns ?? pixels.width.map { cells($0, 0.6, Self.columnsAllowed) } ?? usual.columns
    }
    set { told.columns = newValue }
  }

  var rows: Int {
    get { told.rows ?? pixels.height.map { cells($0, 1.2, Self.rowsAllowed) } ?? usual.rows }
    set { told.rows = newValue }
  }

  mutating func apply(_ setting: Setting) {
    switch setting {
    case .columns(let count): told.columns = count
    case .rows(let count): told.rows = count
    case .width(let count): pixels.width = count
    case .height(let count): pixels.height = count
    case .fontSize(let count): fontSize = count
    case .theme, .picture, .typingSpeed, .waitTimeout, .waitPattern: break
    }
  }

  private func cells(_ pixels: Int, _ ofFontSize: Double, _ allowed: ClosedRange<Int>) -> Int {
    let count = Int(Double(pixels) / (Double(fontSize) * ofFontSize))
    return min(max(count, allowed.lowerBound), allowed.upperBound)
  }

  static func == (one: ScreenSize, other: ScreenSize) -> Bool {
    (one.columns, one.rows) == (other.columns, other.rows)
  }
}
