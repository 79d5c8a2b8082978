#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Where a change of several files stands while it is put in place. `FolderChange` of the commands
/// makes it; whoever reads the folder looks here first, and so sees none of it or all of it, even
/// where it was cut off and its files may not be moved by the reader.
extension DataFolder {
  /// What was done to the folder is kept here, beside its files; it is no data.
  public var journalPath: String { path + "/" + Self.ownFolder }

  /// The name of that folder inside a folder of data.
  public static let ownFolder = ".digigov"

  /// A change that counts already, whose files are being put in place. Not there at other times.
  public var stepPath: String { journalPath + "/step" }

  /// The files that the change has still to put in place. Where this is missing, the change was
  /// refused, and the files that stood there before are being put back.
  public var stepFilesPath: String { stepPath + "/put" }

  /// The files that stood there before the change.
  public var stepBeforePath: String { stepPath + "/entry/before" }

  /// Whether there is such a change. Links are not followed: a folder from elsewhere says nothing of
  /// other places.
  public var hasStep: Bool { Self.isFolder(stepPath) && Self.isFolder(journalPath) }

  /// The path at which one of the folder's files is read.
  public func place(of name: String) -> String {
    let place = path + "/" + name
    guard hasStep else { return place }
    let waiting = (Self.isFolder(stepFilesPath) ? stepFilesPath : stepBeforePath) + "/" + name
    return RegularFile.exists(waiting) ? waiting : place
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
