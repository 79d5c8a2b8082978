/// The end of a command's help: lines to try, which a test holds against the parser.
func examples(_ lines: String...) -> String {
  "\n\nEXAMPLES\n" + lines.map { "  " + $0 }.joined(separator: "\n")
}
