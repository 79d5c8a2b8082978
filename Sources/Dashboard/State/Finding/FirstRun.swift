/// What is said to whoever opens the program for the first time.
enum FirstRun {
  static let hint =
    "New here? : finds anything, 1-9 screens, Enter opens, s where from, ? helps"
}
