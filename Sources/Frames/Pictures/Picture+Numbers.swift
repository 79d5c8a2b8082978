extension Picture {
  /// A number behind a picture with all that stays with it, each in a field of its own.
  public struct Number: Equatable, Sendable {
    /// The title of the panel that it stands in.
    public var table: String
    /// What `digigov explain` or the data folder calls it.
    public var id: String
    /// What it measures, of whom and when, where the picture prints it; else empty.
    public var figure: String
    /// Of a number that is drawn, or stands beside another: the name of the line, or the figure.
    public var series: String
    /// Code of the body that it is of, and the time that it covers; empty where none is meant.
    public var body, period: String
    /// `central`, `p10`, `p50` and so on; empty for what is published or counted.
    public var statistic: String
    /// In `unit`, as the shortest text that reads back as the same number; empty where there is
    /// none. `low` and `high` are its range: P10 and P90 of a `p50`, else as published.
    public var number, low, high: String
    public var unit: String
    /// `at least`, `up to` or another word that stands before the number; empty where it is exact.
    public var qualifier: String
    /// `reported`, `derived` or `modelled`, and the date that the number is of.
    public var mark, asOf: String
    /// Whether other published figures say something else, and whether it is old beside the data.
    public var isDisputed, isOld: Bool
    /// What is incomplete or odd in it, in sentences; empty where nothing is.
    public var caution: String
    /// Id of its publication; empty for what is modelled.
    public var source: String
    /// The scenario line of a modelled number.
    public var scenario: String
    /// The number as the picture prints it; empty where it does not.
    public var value: String

    public init(
      table: String, id: String, figure: String = "", series: String = "", body: String = "",
      period: String = "", statistic: String = "", number: String = "", low: String = "",
      high: String = "", unit: String = "", qualifier: String = "", mark: String = "",
      asOf: String = "", isDisputed: Bool = false, isOld: Bool = false, caution: String = "",
      source: String = "",
      scenario: String = "", value: String = ""
    ) {
      self.table = table
      self.id = id
      self.figure = figure
      self.series = series
      self.body = body
      self.period = period
      self.statistic = statistic
      self.number = number
      self.low = low
      self.high = high
      self.unit = unit
      self.qualifier = qualifier
      self.mark = mark
      self.asOf = asOf
      self.isDisputed = isDisputed
      self.isOld = isOld
      self.caution = caution
      self.source = source
      self.scenario = scenario
      self.value = value
    }
  }

  /// A publication.
  public struct Source: Equatable, Sendable {
    /// As ``Number/source`` names it.
    public var id: String
    /// Publisher, title and date in one line.
    public var citation: String
    /// Its date, address and licence, as far as they are known.
    public var date, address, licence: String

    public init(
      id: String, citation: String, date: String = "", address: String = "", licence: String = ""
    ) {
      self.id = id
      self.citation = citation
      self.date = date
      self.address = address
      self.licence = licence
    }
  }
}
