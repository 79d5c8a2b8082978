import Datasets
import Frames

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What was done to a data folder, in `.digigov/journal` inside it: a folder for each change, named
/// by its number, with `entry.json` and, until it is taken back, the files as they were `before`.
struct ChangeJournal {
  /// A change with its number, which never comes again.
  struct Item {
    let number: Int
    let entry: ChangeEntry
  }

  /// Changes that are kept, and the bytes of the files before them; the newest is always kept.
  static let mostItems = 20
  static let mostBytes = 64 << 20

  let path: String

  init(_ folder: DataFolder) { path = folder.journalPath + "/journal" }

  func folder(_ number: Int) -> String {
    let digits = "\(number)"
    return path + "/" + String(repeating: "0", count: max(4 - digits.count, 0)) + digits
  }

  /// The changes, oldest first. One that was cut off while it was thrown away has no entry any more.
  func items() throws(CommandFailure) -> [Item] {
    var items: [Item] = []
    for number in numbers {
      let file = folder(number) + "/entry.json"
      guard WholeFile.status(of: file) != nil else { continue }
      guard let bytes = try? WholeFile.bytes(of: file, waits: false),
        let entry = ChangeEntry(bytes)
      else {
        throw CommandFailure(code: 3, message: "\(neutralised(file)): no entry of a journal")
      }
      items.append(Item(number: number, entry: entry))
    }
    return items
  }

  /// The numbers that are taken, in order; none where the journal is no folder of its own.
  private var numbers: [Int] {
    guard WholeFile.isFolder(path) else { return [] }
    let names = WholeFile.names(in: path) ?? []
    // Int takes a sign, which no folder of ours has.
    return names.filter { $0.first?.isNumber == true }.compactMap { Int($0) }
      .filter { WholeFile.isFolder(folder($0)) }.sorted()
  }

  /// Puts the folder of an entry behind the others.
  /// - Returns: its number; nil where it could not be put there.
  func file(_ entry: String) -> Int? {
    let number = (numbers.last ?? 0) + 1
    guard unsafe rename(entry, folder(number)) == 0 else { return nil }
    return number
  }

  /// Throws away files that nothing goes back to any more, then what is too old or too much.
  func tidy() {
    guard let items = try? items() else { return }
    for case let number? in items.map(\.entry.reverses) where numbers.contains(number) {
      WholeFile.remove(folder(number) + "/before")
    }
    var sizes = items.map { ($0.number, bytes(before: $0.number)) }
    while sizes.count > 1,
      sizes.count > Self.mostItems || sizes.reduce(0, { $0 + $1.1 }) > Self.mostBytes
    {
      let (number, _) = sizes.removeFirst()
      // Without an entry the rest is nothing, wherever this is cut off.
      unsafe unlink(folder(number) + "/entry.json")
      WholeFile.remove(folder(number))
    }
  }

  private func bytes(before number: Int) -> Int {
    let before = folder(number) + "/before"
    return (WholeFile.names(in: before) ?? []).reduce(0) {
      $0 + Int(WholeFile.status(of: before + "/" + $1)?.st_size ?? 0)
    }
  }

  /// What an undo takes back next, and what a redo does: the newest last.
  static func stacks(_ items: [Item]) -> (done: [Item], undone: [Item]) {
    var (done, undone): ([Item], [Item]) = ([], [])
    for item in items {
      switch item.entry.kind {
      case .import:
        done.append(item)
        undone = []
      case .undo:
        done.removeAll { $0.number == item.entry.reverses }
        undone.append(item)
      case .redo:
        undone.removeAll { $0.number == item.entry.reverses }
        done.append(item)
      }
    }
    return (done, undone)
  }
}
