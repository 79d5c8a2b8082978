import ArgumentParser
import Datasets
import Frames

/// `digigov data new`: a folder to put one's own data into.
struct DataNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a data folder to fill with data of your own.",
    discussion: """
      The folder passes `digigov data check` and opens as it is. It has three organisations with \
      equal parts, a row or none of each table of evidence, the model of the data in use, and \
      DATA.md, which says what each column holds.
      """
        + examples(
          "digigov data new my-data",
          "digigov data new --data data my-data"))

  @Argument(help: ArgumentHelp("The folder to make; it must not be there yet.", valueName: "dir"))
  var directory: String

  @OptionGroup var data: DataOption

  func run() throws { try WholeFile.print(try result()) }

  /// Makes it, and gives what is printed.
  func result() throws -> String {
    let name = neutralised(directory)
    guard WholeFile.status(of: directory) == nil else {
      throw CommandFailure(code: 2, message: "\(name) is there already; name another folder")
    }
    let source = try data.located()
    let template = try DataOption.refusing { () throws(DataError) in
      try FolderTemplate(named: Self.packageName(directory), from: source, today: Self.today)
    }
    let copy = try FolderCopy(of: nil, with: template.files, beside: directory)
    defer { copy.remove() }
    try copy.move(to: directory)
    return
      "Made \(name), which `digigov data check \(name)` finds no defect in; \(name)/DATA.md says "
      + "what each column holds.\n"
  }

  /// A name that a package may have, of the last part of a path.
  static func packageName(_ path: String) -> String {
    let last = path.split(separator: "/").last.map(String.init) ?? ""
    let name = String(
      last.lowercased().map { character -> Character in
        character.isASCII && (character.isLetter || character.isNumber) ? character : "-"
      })
    return name.contains { $0 != "-" } ? name : "my-data"
  }

  private static var today: String { String(ChangeEntry.now.prefix(10)) }
}
