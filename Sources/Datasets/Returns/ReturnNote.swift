/// A sentence on how a file was read.
struct ReturnNote: Hashable {
  let words: String
  /// Whether something was chosen that the file does not say by itself: that goes into the log.
  var isDecision = true
}
