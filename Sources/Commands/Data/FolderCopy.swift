import Datasets
import Frames

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A changed copy of a data folder, made beside where it is to stand and then given its name.
struct FolderCopy {
  private let path: String

  /// Copies the regular files of a folder; folders inside it are not data and stay behind.
  ///
  /// - Parameters:
  ///   - folder: nil for a folder of the given files alone.
  ///   - files: those that are to hold something else in the copy.
  ///   - target: where the copy is to stand in the end.
  init(
    of folder: DataFolder?, with files: [(name: String, bytes: [UInt8])], beside target: String
  ) throws(CommandFailure) {
    path = WholeFile.temporary(for: target)
    let (parent, name) = WholeFile.split(target)
    WholeFile.sweep(parent) { $0 == name }
    WholeFile.remove(path)
    // Past the limit of a file's size a write fails, and does not end the program.
    signal(SIGXFSZ, SIG_IGN)
    guard unsafe mkdir(path, 0o777) == 0 else {
      throw CommandFailure(
        code: 1,
        message: "\(neutralised(target)): no folder can be made (\(WholeFile.Failure().reason))")
    }
    do throws(CommandFailure) {
      let changed = Dictionary(files.map { ($0.name, $0.bytes) }) { _, last in last }
      let names = try folder.map { folder throws(CommandFailure) in
        try Self.files(of: folder.path)
      }
      for name in names ?? files.map(\.name) {
        do throws(WholeFile.Failure) {
          let copy = path + "/" + name
          if let bytes = changed[name] {
            try WholeFile.replace(copy, with: bytes)
          } else if let folder {
            try WholeFile.copy(folder.place(of: name), to: copy)
          }
        } catch {
          throw CommandFailure(
            code: 1,
            message: "\(neutralised(target)) was not made: \(neutralised(name)): \(error.reason)")
        }
      }
    } catch {
      remove()
      throw error
    }
  }

  /// Gives the copy its name.
  func move(to target: String) throws(CommandFailure) {
    guard unsafe rename(path, target) == 0 else {
      throw CommandFailure(
        code: 1, message: "\(neutralised(target)) was not made: \(WholeFile.Failure().reason)")
    }
    WholeFile.syncFolder(of: target)
  }

  /// Removes the copy, if it is still where it was made.
  func remove() { WholeFile.remove(path) }

  /// Names of the regular files, in order.
  private static func files(of folder: String) throws(CommandFailure) -> [String] {
    guard let names = WholeFile.names(in: folder) else {
      throw CommandFailure(
        code: 3, message: "\(neutralised(folder)): \(WholeFile.Failure().reason)")
    }
    return names.sorted().filter { WholeFile.isRegular(folder + "/" + $0) == true }
  }
}
