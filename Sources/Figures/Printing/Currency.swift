private import Synchronization

/// The money of the data folder: what stands before every sum.
public struct Currency: Equatable, Sendable {
  /// One to four letters or signs without blanks: `£`, `kr`.
  public let sign: String
  /// The same in ASCII: `GBP`; the sign itself where it is ASCII and nothing else is given.
  public let letters: String
  /// The units that a sum may have, the longest first: a billion, a million, a thousand, one.
  let units: [String]
  /// Whom money belongs to that is in no organisation's budget, inside a sentence: `Exchequer`.
  public let purse: String
  /// The third of them.
  var thousands: String { units[2] }

  /// Money of which the folder does not say what it is: the sign of any currency.
  public static let unnamed = Currency(sign: "¤", letters: "money")

  public init(sign: String, letters: String? = nil, purse: String? = nil) {
    self.sign = sign
    self.purse = purse ?? "public purse"
    self.letters = letters ?? (sign.utf8.allSatisfy { $0 < 0x80 } ? sign : "money")
    units = ["bn", "m", " thousand", ""].map { sign + $0 }
  }

  /// Of a folder that names no roles at all: the contract of the model is in pounds.
  public static let pounds = Currency(sign: "£", letters: "GBP", purse: "Exchequer")
}

/// The units of money as they are printed and as tables have them. They follow the data folder that
/// is open: a run of the program has one, as it has one locale.
public enum Money {
  /// Where the currency of a run is held.
  public final class Setting: Sendable {
    private let value: Mutex<Currency>
    public init(_ currency: Currency = .pounds) { value = Mutex(currency) }

    public var currency: Currency {
      get { value.withLock { $0 } }
      set { value.withLock { $0 = newValue } }
    }
  }

  /// The one of this run; a test binds one of its own.
  @TaskLocal public static var setting = Setting()

  public static var currency: Currency { setting.currency }

  /// `£`
  public static var sign: String { currency.sign }
  /// `£bn`
  public static var billions: String { currency.units[0] }
  /// `£m`
  public static var millions: String { currency.units[1] }
  /// `£ thousand`
  public static var thousands: String { currency.thousands }
  /// `£bn a year`
  public static var billionsAYear: String { billions + " a year" }
  /// `Exchequer`
  public static var purse: String { currency.purse }
}
