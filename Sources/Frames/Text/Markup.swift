/// Text as it may stand in XML and HTML, in an element or in a quoted attribute: neutralised, so
/// that nothing in it acts, hides or is no character of XML, and escaped.
public func markup(_ text: String) -> String {
  var escaped = ""
  escaped.reserveCapacity(text.utf8.count)
  for scalar in neutralised(text).unicodeScalars {
    switch scalar {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    case "'": escaped += "&#39;"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}

/// Text of Markdown in which nothing is taken for markup.
public func markdownText(_ text: String) -> String {
  var escaped = ""
  for scalar in neutralised(text).unicodeScalars {
    switch scalar {
    case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~":
      escaped += "\\"
      escaped.unicodeScalars.append(scalar)
    case "&": escaped += "&amp;"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}
