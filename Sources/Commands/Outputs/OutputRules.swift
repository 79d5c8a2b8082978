import ArgumentParser
import Datasets
import Frames

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// `--force`, for commands that write files.
struct ForceOption: ParsableArguments {
  @Flag(help: "Replace files that are already there; never one that the command reads.")
  var force = false
}

/// What holds for the files that a run writes where the user says: none takes the place of what the
/// run reads or stands in a folder of data, and none that of another file unasked.
struct OutputRules {
  /// A file that a run writes.
  struct Wanted {
    var path: String
    /// Whether the folders that it lacks are made.
    var makesFolders = false
  }

  private let force: Bool
  private let remedy: String
  private var dataFolder: FileIdentity?
  /// What each file is that the run reads or has open.
  private var used: [FileIdentity: String] = [:]

  /// - Parameters:
  ///   - force: whether files may be replaced that the run does not read.
  ///   - data: the data folder in use, if there is one.
  ///   - files: the other files that the run reads, with what each is; what is nil or is not there
  ///     does not count.
  ///   - remedy: what the user is told to do about a file that is there.
  init(
    force: Bool, data: String?, reading files: [(path: String?, what: String)] = [],
    remedy: String = "--force replaces it"
  ) {
    self.force = force
    self.remedy = remedy
    for (number, name) in [
      (STDIN_FILENO, "standard input reads"), (STDOUT_FILENO, "standard output writes"),
      (STDERR_FILENO, "standard error writes"),
    ] {
      guard let identity = FileIdentity(descriptor: number) else { continue }
      used[identity] = "the file that \(name)"
    }
    for (path, what) in [(Surroundings.configurationFile, "the configuration in use")] + files {
      if let identity = path.flatMap(FileIdentity.init(_:)) { used[identity] = what }
    }
    if let data {
      dataFolder = FileIdentity(data)
      for name in WholeFile.names(in: data) ?? [] where name != "." && name != ".." {
        // A file that a link of the folder leads to is read as well.
        if let identity = FileIdentity("\(data)/\(name)") {
          used[identity] = "a file of the data folder in use"
        }
      }
    }
  }

  /// The files that may be written; nothing is yet.
  /// - Parameter isSame: whether what stands at the path is what would be written, so that nothing
  ///   is lost and nothing has to be asked.
  /// - Throws: A failure with code 2 for what no run may replace and for two outputs that are one
  ///   file; with code 1 for a file that is there, and for a folder that is not.
  func outputs(
    _ wanted: [Wanted], isSame: (Wanted) -> Bool = { _ in false }
  ) throws(CommandFailure) -> [OutputFile] {
    var places: [(wanted: Wanted, place: OutputPlace)] = []
    var known: [OutputPlace.File.Key: String] = [:]
    for wanted in wanted {
      let place = try OutputPlace(wanted.path)
      if case .file(let file) = place {
        try refuseUsed(wanted.path, file)
        if let key = file.key, let other = known.updateValue(wanted.path, forKey: key) {
          throw CommandFailure(
            code: 2,
            message: "\(neutralised(other)) and \(neutralised(wanted.path)) are one file, and two "
              + "outputs; name another for one of them")
        }
      }
      places.append((wanted, place))
    }
    var outputs: [OutputFile] = []
    for (wanted, place) in places {
      var isKept = false
      if case .file(let file) = place {
        isKept = file.present != nil && isSame(wanted)
        if !isKept { try refusePresent(wanted.path, file) }
        try refuseFolder(of: file, wanted)
      }
      outputs.append(
        OutputFile(
          path: wanted.path, place: place, makesFolders: wanted.makesFolders,
          mayReplace: force || isKept))
    }
    return outputs
  }

  private func refuseUsed(_ path: String, _ file: OutputPlace.File) throws(CommandFailure) {
    if let present = file.present, let what = used[present.identity] {
      throw CommandFailure(
        code: 2,
        message: "\(neutralised(path)) is \(what), which no output replaces; name another file")
    }
    for folder in file.folders {
      guard let what = dataFolder(holding: folder) else { continue }
      throw CommandFailure(
        code: 2,
        message: "\(neutralised(path)) would stand in a folder of data, \(what), where no output "
          + "goes; name a file elsewhere")
    }
  }

  /// What makes a folder one of data; nil where it is none: the folder in use or any below it, one
  /// with a datapackage.json, or the journal of one.
  private func dataFolder(holding folder: String) -> String? {
    if FileIdentity("\(folder)/datapackage.json") != nil {
      return FileIdentity(folder) == dataFolder ? "the one in use" : "one with a datapackage.json"
    }
    // Upwards from the nearest that is there, by what stands there and not by names.
    var parts = folder.split(separator: "/", omittingEmptySubsequences: true)
    let root = folder.hasPrefix("/") ? "/" : "./"
    while !parts.isEmpty, FileIdentity(root + parts.joined(separator: "/")) == nil {
      parts.removeLast()
    }
    var above = root + parts.joined(separator: "/")
    while let here = FileIdentity(above) {
      if here == dataFolder { return "the one in use" }
      let isJournal = FileIdentity("\(above)/../\(DataFolder.ownFolder)") == here
      if isJournal, FileIdentity("\(above)/../datapackage.json") != nil { return "its journal" }
      guard FileIdentity("\(above)/..") != here else { break }
      above += "/.."
    }
    return nil
  }

  private func refusePresent(_ path: String, _ file: OutputPlace.File) throws(CommandFailure) {
    guard !force, let present = file.present else { return }
    let size = present.size == 1 ? "1 byte" : "\(present.size) bytes"
    throw CommandFailure(
      code: 1,
      message: "\(neutralised(path)) is already there, a file of \(size); \(remedy), or name "
        + "another")
  }

  private func refuseFolder(of file: OutputPlace.File, _ wanted: Wanted) throws(CommandFailure) {
    let own = WholeFile.split(file.path).folder
    let folder = wanted.makesFolders ? file.nearestFolder?.path ?? own : own
    var status = stat()
    guard unsafe stat(folder, &status) == 0, unsafe access(folder, W_OK) == 0 else {
      let reason = WholeFile.Failure().reason
      throw CommandFailure(
        code: 1,
        message: "\(neutralised(wanted.path)): \(reason); name a file in a folder that exists and "
          + "may be written to")
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw CommandFailure(
        code: 1,
        message: "\(neutralised(wanted.path)): \(neutralised(folder)) is a file and no folder")
    }
  }
}
