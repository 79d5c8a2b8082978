import Analytics
import Datasets
import Figures

/// The repository's own `data/`, found from this file.
enum ShippedFolder {
  static let path =
    #filePath.split(separator: "/").dropLast(4).reduce(into: "") { $0 += "/" + $1 } + "/data"
  static let folder = DataFolder(path: path)

  /// What is loaded from it, once for all tests.
  static let loaded = Result { try folder.load() }
}
