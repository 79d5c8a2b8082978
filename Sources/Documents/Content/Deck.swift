import Figures

/// Slides as a value: one claim a slide, with what bears it out and what the presenter may be asked.
public struct Deck: Sendable {
  public enum Body: Sendable {
    /// The table of a chart, which the slide draws as its own: its numbers can be changed.
    case chart(Book.Sheet)
    case picture(Illustration)
    case points([String])
  }

  public struct Slide: Sendable {
    /// The claim, a sentence.
    public var title: String
    public var body: Body
    /// Publisher, date of the data and scenario, small below the body.
    public var source: String
    /// What the presenter has before them, a paragraph each.
    public var notes: [String]

    public init(_ title: String, _ body: Body, source: String, notes: [String]) {
      self.title = title
      self.body = body
      self.source = source
      self.notes = notes
    }
  }

  public var title: String
  public var subtitle: String
  /// A protective marking such as OFFICIAL; empty for none.
  public var marking: String
  /// The date of the newest publication, `YYYY-MM-DD`: never the clock's.
  public var created: String
  public var language = "en-GB"
  public var slides: [Slide]

  public init(
    title: String, subtitle: String, marking: String, created: String, slides: [Slide]
  ) {
    self.title = title
    self.subtitle = subtitle
    self.marking = marking
    self.created = created
    self.slides = slides
  }
}

extension Passage {
  /// Its words alone: where what stays with a figure is left out, so is the space before it.
  public var plain: String {
    var text = ""
    for span in spans {
      switch span {
      case .text(let more), .strong(let more): text += more
      case .figure(let figure): text += figure.prose
      case .citation:
        while text.hasSuffix(" ") { text.removeLast() }
      }
    }
    return text
  }
}
