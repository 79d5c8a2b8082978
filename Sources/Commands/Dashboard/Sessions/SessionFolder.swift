#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The folder of sessions that are not over. Each has two files: `NAME.json`, replaced whole, and
/// `NAME.lock`, which its process holds locked for as long as it lives. The system lets go of a
/// lock however a process ends, so a session without a holder is a lost one.
struct SessionFolder: Sendable {
  let path: String

  /// A session that this process holds.
  struct Claim: Sendable {
    let name: String
    fileprivate let lock: Int32
  }

  func file(_ claim: Claim) -> String { "\(path)/\(claim.name).json" }

  /// A new name of this process; makes the folder where it is missing.
  func new() throws(WholeFile.Failure) -> Claim {
    guard Surroundings.make(folder: path) else { throw WholeFile.Failure() }
    for number in 1...1000 {
      let name = "\(getpid())" + (number > 1 ? "-\(number)" : "")
      // A process of the same number may have died here.
      guard unsafe access("\(path)/\(name).json", F_OK) != 0 else { continue }
      if let claim = try hold(name) { return claim }
    }
    throw WholeFile.Failure(reason: "no name is free")
  }

  /// Takes the lock of a name; nil where a living process has it.
  private func hold(_ name: String) throws(WholeFile.Failure) -> Claim? {
    let file = "\(path)/\(name).lock"
    while true {
      let lock = unsafe open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard lock >= 0 else { throw WholeFile.Failure() }
      guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
        let failure = errno == EWOULDBLOCK ? nil : WholeFile.Failure()
        close(lock)
        if let failure { throw failure }
        return nil
      }
      // Whoever held it before may have removed the file between opening and locking.
      var held = stat()
      var present = stat()
      if unsafe fstat(lock, &held) == 0, unsafe stat(file, &present) == 0,
        held.st_ino == present.st_ino, held.st_dev == present.st_dev
      {
        return Claim(name: name, lock: lock)
      }
      close(lock)
    }
  }

  /// Removes a session's files and lets go of it.
  func end(_ claim: Claim) {
    unsafe unlink(file(claim))
    unsafe unlink("\(path)/\(claim.name).lock")
    close(claim.lock)
  }

  /// Lets go of a session that stays for a later start.
  func leave(_ claim: Claim) { close(claim.lock) }

  /// The sessions of dead processes, the newest first, each held so that no other instance offers
  /// it as well. What a process left that died before its first session was whole is removed.
  func lost() -> [(claim: Claim, changed: Int)] {
    let files = WholeFile.names(in: path) ?? []
    var names: Set<String> = []
    for file in files {
      guard let dot = file.firstIndex(of: "."), dot != file.startIndex else { continue }
      let name = String(file[..<dot])
      if name.allSatisfy({ ("0"..."9").contains($0) || $0 == "-" }) { names.insert(name) }
    }
    var found: [(claim: Claim, changed: Int)] = []
    for name in names.sorted() {
      guard let claim = try? hold(name) else { continue }
      for file in files
      where file.hasPrefix(name + ".json.") && file.hasSuffix(".part") {
        unsafe unlink("\(path)/\(file)")
      }
      var status = stat()
      if unsafe stat(self.file(claim), &status) == 0, status.st_mode & S_IFMT == S_IFREG {
        found.append((claim, WholeFile.changed(status)))
      } else {
        end(claim)
      }
    }
    return found.sorted { $0.changed > $1.changed }
  }
}
