/// What a picture is laid out for, in pixels of CSS: 96 of them are an inch.
public enum PageSize: String, CaseIterable, Equatable, Sendable {
  /// As wide as the text of a page of A4: 16 cm.
  case page
  /// Half of that: 8 cm.
  case half
  /// A slide of 16:9, 13.33 inches wide.
  case slide

  /// The least size of letters anywhere: 9 points.
  public static let leastType = 12.0

  var width: Double {
    switch self {
    case .page: 16 / 2.54 * 96
    case .half: 8 / 2.54 * 96
    case .slide: 1280
    }
  }

  /// Nil where it is as high as what is on it.
  var height: Double? { self == .slide ? 720 : nil }

  var margin: Double {
    switch self {
    case .page: 12
    case .half: 8
    case .slide: 48
    }
  }

  /// Sizes of letters: of the headline, what is measured, charts and tables, and what stands below.
  var headline: Double { self == .slide ? 36 : self == .page ? 18 : 15 }
  var subtitle: Double { self == .slide ? 20 : self == .page ? 13 : 12 }
  var heading: Double { self == .slide ? 22 : self == .page ? 14.5 : 13 }
  var text: Double { self == .slide ? 19 : self == .page ? 12.5 : 12 }
  var caption: Double { self == .slide ? 13 : 12 }

  /// How many pixels of a PNG stand for one of the page, where nothing else is asked for.
  public var scale: Int { self == .slide ? 2 : 3 }
}
