import CTerminal

/// The words that the program was started with, its own name first; known without `/proc`, which
/// Swift's own list needs on Linux.
public enum ProcessArguments {
  public static var words: [String] {
    let words = (0..<cc_argument_count()).compactMap { place in
      unsafe cc_argument(place).map { unsafe String(cString: $0) }
    }
    return words.isEmpty ? CommandLine.arguments : words
  }
}
