/// What is said to whoever opens the program for the first time.
enum FirstRun {
  static let hint =
    "New here? : finds anything by name, 1-9 change the screen, Enter opens, s shows the source, ? helps."
}
