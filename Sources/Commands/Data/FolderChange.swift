import Datasets
import Frames

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Files of a data folder put in place as one: wherever it is cut off, whoever reads the folder
/// finds it as it was or as it is to be, and the next command that may write there ends it.
///
/// All is written beside first, in `.digigov/draft`, which means nothing. From the moment when that
/// is named `.digigov/step` the new files count: those that are still in `step/put` are read there,
/// while one after the other is renamed into its place. Then `step/entry`, with the files as they
/// were, is filed in the journal. Where a file may not be renamed, `put` loses its name, which turns
/// the step round: then the files in `step/entry/before` count, and are put back.
struct FolderChange {
  private let folder: DataFolder
  private let draft: String

  private init(_ folder: DataFolder) {
    self.folder = folder
    draft = folder.journalPath + "/draft"
  }

  /// Changes the folder.
  ///
  /// - Parameters:
  ///   - read: its files when what is to be written was made of them.
  ///   - files: their names and what they are to hold; each is there already.
  ///   - entry: what the journal is to say; the files are added to it.
  /// - Returns: the number in the journal; nil where the journal could not take it yet.
  /// - Throws: what stood in the way, 1, and how the folder is: as it was, but for a disk that takes
  ///   a step neither forward nor back.
  @discardableResult static func make(
    in folder: DataFolder, since read: FolderStamps,
    _ files: [(name: String, bytes: [UInt8])], _ entry: ChangeEntry
  ) throws(CommandFailure) -> Int? {
    let change = FolderChange(folder)
    // Past the limit of a file's size a write fails, and does not end the program.
    signal(SIGXFSZ, SIG_IGN)
    guard let hold = FolderHold.changing(folder.path, within: .seconds(10)) else {
      throw change.asItWas("other programs keep reading or changing it; try again")
    }
    defer { hold.release() }
    let isNew = WholeFile.status(of: folder.journalPath) == nil
    do throws(WholeFile.Failure) {
      try change.end()
      guard FolderStamps(folder) == read else {
        throw WholeFile.Failure(
          reason: "another program changed it while its files were read; try again")
      }
      try change.write(files, entry)
      try change.named(DataFolder.ownFolder) { () throws(WholeFile.Failure) in
        guard unsafe rename(change.draft, folder.stepPath) == 0 else { throw WholeFile.Failure() }
      }
    } catch {
      WholeFile.remove(isNew ? folder.journalPath : change.draft)
      throw change.asItWas(error.reason)
    }
    WholeFile.syncFolder(of: folder.stepPath)
    do throws(WholeFile.Failure) {
      return try change.end()
    } catch {
      guard folder.hasStep else {
        if isNew { WholeFile.remove(folder.journalPath) }
        throw change.asItWas(error.reason)
      }
      let (how, what) =
        WholeFile.isFolder(folder.stepFilesPath)
        ? ("changed", "put in their places") : ("as it was", "put back in their places")
      throw CommandFailure(
        code: 1,
        message: "\(neutralised(folder.path)) is \(how), though not all of its files could be "
          + "\(what) yet (\(neutralised(error.reason))); the next command tries again")
    }
  }

  /// Ends a change that was cut off, where there is one and this user may; else its files are read
  /// where they are.
  static func settle(_ folder: DataFolder) {
    guard folder.hasStep,
      let hold = FolderHold.changing(folder.path, within: .zero)
    else { return }
    defer { hold.release() }
    _ = try? FolderChange(folder).end(turns: false)
  }

  private func asItWas(_ reason: String) -> CommandFailure {
    CommandFailure(
      code: 1, message: "\(neutralised(folder.path)) is as it was: \(neutralised(reason))")
  }

  // MARK: Beside

  private func write(
    _ files: [(name: String, bytes: [UInt8])], _ entry: ChangeEntry
  ) throws(WholeFile.Failure) {
    guard let model = WholeFile.status(of: folder.path + "/.") else { throw WholeFile.Failure() }
    let journal = ChangeJournal(folder).path
    try named(DataFolder.ownFolder) { () throws(WholeFile.Failure) in
      try WholeFile.makeFolder(folder.journalPath, like: model)
      let ignored = folder.journalPath + "/.gitignore"
      if WholeFile.status(of: ignored) == nil {
        try WholeFile.makeFile(ignored, with: Array("*\n".utf8), like: Self.plain(model))
      }
      WholeFile.remove(draft)
      for path in [journal, draft, draft + "/put", draft + "/entry", draft + "/entry/before"] {
        try WholeFile.makeFolder(path, like: model)
      }
    }
    var entry = entry
    for (name, bytes) in files {
      try named(name) { () throws(WholeFile.Failure) in
        let place = folder.path + "/" + name
        guard let status = WholeFile.status(of: place) else { throw WholeFile.Failure() }
        guard status.st_mode & S_IFMT == S_IFREG else {
          throw WholeFile.Failure(
            reason: "is a link or no file; put a file in its place, or import into a copy")
        }
        let old = try WholeFile.bytes(of: place, waits: false, most: 64)
        try WholeFile.makeFile("\(draft)/put/\(name)", with: bytes, like: status)
        // A second name of the same bytes takes no room; not every file system has those.
        let kept = "\(draft)/entry/before/\(name)"
        if unsafe link(place, kept) != 0 {
          try WholeFile.makeFile(kept, with: old, like: status)
        }
        entry.files.append(
          .init(name: name, before: SHA256.text(old), after: SHA256.text(bytes)))
      }
    }
    try named(DataFolder.ownFolder) { () throws(WholeFile.Failure) in
      try WholeFile.makeFile(
        draft + "/entry/entry.json", with: Array((entry.json().text + "\n").utf8),
        like: Self.plain(model))
    }
    for path in ["/put/", "/entry/before/", "/entry/", "/"] {
      WholeFile.syncFolder(of: draft + path)
    }
  }

  /// Who may read a file, where that is who may read the folder.
  private static func plain(_ folder: stat) -> stat {
    var model = folder
    model.st_mode = folder.st_mode & 0o666
    return model
  }

  private func named(
    _ name: String, _ body: () throws(WholeFile.Failure) -> Void
  ) throws(WholeFile.Failure) {
    do throws(WholeFile.Failure) {
      try body()
    } catch {
      throw WholeFile.Failure(reason: "\(name): \(error.reason)")
    }
  }

  // MARK: In place

  /// Puts in place what the step has still to put there, and files it. Does nothing where there is
  /// no step.
  ///
  /// - Parameter turns: whether a step that is refused is taken back; else it stays as it is.
  /// - Returns: the number in the journal.
  /// - Throws: what stood in the way. The folder is as it was before the step.
  @discardableResult private func end(turns: Bool = true) throws(WholeFile.Failure) -> Int? {
    let step = folder.stepPath
    guard folder.hasStep else { return nil }
    var refusal: WholeFile.Failure?
    if WholeFile.isFolder(folder.stepFilesPath) {
      do throws(WholeFile.Failure) {
        try move(from: folder.stepFilesPath)
        let number = ChangeJournal(folder).file(step + "/entry")
        // A process may have died when it had filed it.
        if WholeFile.status(of: step + "/entry") == nil { WholeFile.remove(step) }
        ChangeJournal(folder).tidy()
        return number
      } catch {
        guard turns, unsafe rename(folder.stepFilesPath, step + "/refused") == 0 else {
          throw error
        }
        refusal = error
      }
    }
    // What never came to its place has nothing to give way to; it may be what cannot be renamed.
    try move(from: folder.stepBeforePath, except: WholeFile.names(in: step + "/refused") ?? [])
    WholeFile.remove(step)
    if let refusal { throw refusal }
    return nil
  }

  /// Renames the files of a folder into the data folder.
  private func move(
    from path: String, except others: [String] = []
  ) throws(WholeFile.Failure) {
    guard WholeFile.isFolder(path) else { return }
    let names = (WholeFile.names(in: path) ?? []).filter {
      $0 != "." && $0 != ".." && !others.contains($0)
    }.sorted()
    // One right after the other: programs that know nothing of steps see the files as they stand.
    for name in names {
      guard unsafe rename("\(path)/\(name)", "\(folder.path)/\(name)") == 0 else {
        throw WholeFile.Failure(reason: "\(name): \(WholeFile.Failure().reason)")
      }
    }
    // Of two names of one file a rename leaves both, and this one would be put there again.
    for name in names { unsafe unlink("\(path)/\(name)") }
    WholeFile.syncFolder(of: folder.path + "/")
  }
}

/// The files of a data folder as they stood at one moment, to be held against a later one.
struct FolderStamps: Equatable {
  private let stamps: [WholeFile.Stamp?]

  init(_ folder: DataFolder) {
    let names = DataFolder.tables.map(\.file) + ["datapackage.json"]
    stamps = names.map { WholeFile.Stamp(folder.path + "/" + $0) }
  }
}
