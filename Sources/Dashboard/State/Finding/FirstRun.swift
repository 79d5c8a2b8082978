/// What is said to whoever opens the program for the first time.
enum FirstRun {
  static let hint =
    "New here? : finds anything (ho, 14.5bn), Enter opens, s where from, ? helps"
}
