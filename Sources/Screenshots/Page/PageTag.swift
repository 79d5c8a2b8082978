public import Charts

/// What a group of a scene is in the structure of a PDF: `P`, `H1`, `TH`, or a link.
public struct PageTag: Equatable, Sendable {
  /// As PDF names it.
  var name: String
  /// As cairo takes them; empty for none.
  var attributes: String

  private static let mark = "pdf:"
  private static let link = "pdf-link:"

  init?(_ group: String) {
    if group.hasPrefix(Self.mark) {
      (name, attributes) = (String(group.dropFirst(Self.mark.count)), "")
    } else if group.hasPrefix(Self.link) {
      let address = group.dropFirst(Self.link.count).reduce(into: "") { text, letter in
        if letter == "'" || letter == "\\" { text += "\\" }
        text.append(letter)
      }
      (name, attributes) = ("Link", "uri='\(address)'")
    } else {
      return nil
    }
  }

  /// Items as one element of a page's structure.
  public static func group(_ name: String, _ items: [Scene.Item]) -> Scene.Item {
    .group(mark + name, items)
  }

  /// Items that lead to an address of the web.
  public static func link(_ address: String, _ items: [Scene.Item]) -> Scene.Item {
    .group(link + address, items)
  }
}
