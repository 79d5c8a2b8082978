/// How the lines around a picture look.
public struct Dress: Equatable, Sendable {
  public var ground, headline, text, muted: Style

  public init(ground: Style, headline: Style, text: Style, muted: Style) {
    self.ground = ground
    self.headline = headline
    self.text = text
    self.muted = muted
  }
}

extension Picture {
  /// The frame that is shown: bare, or dressed for a briefing with the headline and the subtitle
  /// above it, and source, dates, marks and scenario below, over as many rows as they need. A
  /// marking stands first and last, dressed or bare. What goes on for ever, as a name from a file
  /// may, ends with `…` after a few rows; the scenario line never does, since it is what makes the
  /// picture again, nor does the marking.
  public var shown: Frame {
    let width = max(frame.columns - 2, 1)
    func lines(
      _ text: String, _ style: Style, centred: Bool = false, atMost rows: Int = .max
    ) -> [Line] {
      guard !text.isEmpty else { return [] }
      var lines = wrapped(text, width: width)
      if lines.count > rows {
        let rest = lines[rows - 1] + " " + lines[rows]
        lines = lines.prefix(rows - 1) + [truncated(rest, to: width)]
      }
      return lines.map { Line(text: $0, style: style, centred: centred) }
    }
    guard let dress else {
      let marking = lines(handling, handlingStyle, centred: true)
      return marking.isEmpty
        ? frame
        : enclosed(by: marking, marking, width, ground: handlingStyle, title: frame.title)
    }
    let marking = lines(handling, dress.headline, centred: true)
    // Nothing touches the edge of the page.
    let blank = [Line(text: "", style: dress.text)]
    let above =
      blank + marking + lines(headline, dress.headline, atMost: 8)
      + lines(subtitle, dress.muted, atMost: 8) + blank
    let facts = [mark, asOf].filter { !$0.isEmpty }.joined(separator: ". ")
    let below =
      lines(source.isEmpty ? "" : "Source: " + source, dress.text, atMost: 30)
      + lines(facts, dress.text)
      + lines(scenario, dress.muted) + marking + blank
    return enclosed(
      by: above, below, width, ground: dress.ground,
      title: headline.isEmpty ? frame.title : neutralised(headline))
  }

  /// The frame with lines above and below it.
  private func enclosed(
    by above: [Line], _ below: [Line], _ width: Int, ground: Style, title: String
  ) -> Frame {
    var whole = Frame(
      columns: frame.columns, rows: above.count + frame.rows + below.count, style: ground,
      title: title)
    for (row, line) in above.enumerated() { whole.write(line, row: row, width: width) }
    whole.place(frame, column: 0, row: above.count)
    for (offset, line) in below.enumerated() {
      whole.write(line, row: above.count + frame.rows + offset, width: width)
    }
    return whole
  }
}

/// A line above or below a picture.
private struct Line {
  var text: String
  var style: Style
  var centred = false
}

extension Frame {
  fileprivate mutating func write(_ line: Line, row: Int, width: Int) {
    write(
      line.text, in: Rect(column: min(1, columns - 1), row: row, columns: width, rows: 1),
      alignment: line.centred ? .centre : .leading, line.style)
  }
}
