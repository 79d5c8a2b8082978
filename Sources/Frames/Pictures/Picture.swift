/// A frame with everything that has to go with it when it leaves the terminal: what it says, of
/// what, from where, and the same in words and in a table.
///
/// All texts may be raw; what writes them neutralises them.
public struct Picture: Equatable, Sendable {
  /// A table of texts.
  public struct Table: Equatable, Sendable {
    /// What the table is of, in a line.
    public var caption: String
    public var header: [String]
    /// As many cells a row as the header has.
    public var rows: [[String]]

    public init(caption: String, header: [String], rows: [[String]]) {
      self.caption = caption
      self.header = header
      self.rows = rows
    }
  }

  public var frame: Frame
  /// The message, in words.
  public var headline: String
  /// Measure, place, period and unit.
  public var subtitle: String
  /// Where the numbers come from.
  public var source: String
  /// The dates that the numbers are of; empty where they have none.
  public var asOf: String
  /// How the numbers came to be: reported, derived, modelled.
  public var mark: String
  /// The scenario in one line with draws, seed and data; empty where nothing is modelled.
  public var scenario: String
  /// A protective marking such as OFFICIAL; empty for none.
  public var handling = ""
  /// How the marking of a bare picture looks; the dress has its own.
  public var handlingStyle = Style.plain
  /// What it shows in up to 300 characters: what a voice reads in its place.
  public var altText: String
  /// All that it shows, in as many words as it takes; empty where the alternative says it all.
  public var longDescription = ""
  /// What people read of the numbers: rounded, in their units.
  public var tables: [Table]
  /// What a page is laid out from, panel by panel; empty where there is nothing but the frame.
  public var parts: [Part] = []
  /// The look of a page.
  public var look = Look.light
  /// How the numbers came to be, in words without signs: `All figures are modelled.`
  public var marks = ""
  /// Every number, one each, for programs: what CSV and JSON hold.
  public var numbers: [Number] = []
  /// The publications that the numbers are from, each once.
  public var sources: [Source] = []
  /// The date of the data, `YYYY-MM-DD`: never the clock's, or the same picture would differ from
  /// day to day. Empty where the data have none.
  public var created: String
  /// The styles of the dress; nil leaves the frame bare.
  public var dress: Dress?

  public init(
    frame: Frame, headline: String, subtitle: String = "", source: String = "", asOf: String = "",
    mark: String = "", scenario: String = "", altText: String = "", tables: [Table] = [],
    created: String = "", dress: Dress? = nil
  ) {
    self.frame = frame
    self.headline = headline
    self.subtitle = subtitle
    self.source = source
    self.asOf = asOf
    self.mark = mark
    self.scenario = scenario
    self.altText = altText
    self.tables = tables
    self.created = created
    self.dress = dress
  }

  /// The long description, else the alternative.
  public var inFull: String { longDescription.isEmpty ? altText : longDescription }

  /// A bare frame: what a terminal would show, with its title.
  public init(_ frame: Frame) {
    self.init(frame: frame, headline: frame.title)
  }
}
