import CTerminal

/// Files that may grow no further, as under `ulimit -f`.
public enum FullFiles {
  /// From now on writing to one is an error like that of a full disk, so that who writes can say why
  /// and take away what is half done; without this the process would be ended by a signal.
  public static func areErrors() { cc_survive_full_files() }
}
