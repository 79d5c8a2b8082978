/// The end of a command's help: lines to try. A test holds them against the parser, and `make check`
/// runs them. What is too long for 80 columns goes on behind a backslash, as a shell reads it.
func examples(_ lines: String...) -> String {
  "\n\nEXAMPLES\n" + lines.map { "  " + broken($0) }.joined(separator: "\n")
}

private func broken(_ line: String) -> String {
  let widest = 75
  var lines = [""]
  for word in line.split(separator: " ") {
    let last = lines[lines.count - 1]
    // An option stays with its value: a line ends before a hyphen.
    let ends =
      word.hasPrefix("-") && !last.isEmpty && last.count + rest(of: line, from: word) > widest
    if ends { lines.append("") }
    lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
  }
  return lines.joined(separator: " \\\n      ")
}

/// How many characters an option and its value take.
private func rest(of line: String, from option: Substring) -> Int {
  let after = line[option.endIndex...].split(separator: " ").prefix { !$0.hasPrefix("-") }
  return after.reduce(option.count + 1) { $0 + $1.count + 1 }
}
