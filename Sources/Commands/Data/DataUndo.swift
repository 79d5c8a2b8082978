import ArgumentParser
import Datasets
import Frames
import Terminal

/// `digigov data undo`: back over imports made in place, one at a time.
struct DataUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Go back over an import made in place, the newest first.",
    discussion: """
      Puts back, byte for byte, the files that `digigov data import --in-place` changed; given \
      again, it goes back over the import before. What was done stands in a journal in the data \
      folder, .digigov, which says who, when, by what command, and which months. A file that was \
      changed since is left alone, and the command refused. Exit code 1 where there is nothing to \
      go back over.
      """
        + examples(
          "digigov data undo my-data",
          "digigov data undo --list my-data",
          "digigov data undo --list --format json my-data",
          "digigov data undo --redo my-data"))

  @Argument(help: ArgumentHelp("The data folder.", valueName: "dir"))
  var directory: String?

  @OptionGroup var data: DataOption

  @Flag(help: "Bring back what the last undo took away.") var redo = false

  @Flag(help: "Go back over files that were changed since as well; the journal keeps a copy.")
  var force = false

  @Flag(help: "Print the journal, the newest change first, and change nothing.") var list = false

  @Option(parsing: .unconditional, help: "table or json, and csv for --list.") var format: String?

  func run() throws { try WholeFile.print(try result(width: StandardOutput.width)) }

  /// Does it, and gives what is printed, to a terminal of so many columns or, at nil, whole.
  func result(width: Int?) throws -> String {
    if list, redo || force {
      throw CommandFailure(
        code: 2, message: "--list changes nothing; leave out \(redo ? "--redo" : "--force")")
    }
    let form = try Listing.Form(typed: format ?? "table")
    if !list { _ = try DataReport.Form(typed: form.rawValue) }
    let folder = try data.located(directory)
    let items = try ChangeJournal(folder).items()
    return list
      ? Self.listing(items, form, width, folder) : try back(folder, items, isJSON: form == .json)
  }

  private func back(
    _ folder: DataFolder, _ items: [ChangeJournal.Item], isJSON: Bool
  ) throws -> String {
    let stamps = FolderStamps(folder)
    let name = neutralised(folder.path)
    let (done, undone) = ChangeJournal.stacks(items)
    guard let item = redo ? undone.last : done.last else {
      let what = redo ? "undo to take back" : "import in place to go back over"
      throw CommandFailure(code: 1, message: "\(name) has no \(what)")
    }
    let before = ChangeJournal(folder).folder(item.number) + "/before/"
    var files: [(name: String, bytes: [UInt8])] = []
    var edited: [String] = []
    for file in item.entry.files {
      let kept = try? WholeFile.bytes(of: before + file.name, waits: false, most: 64)
      guard let kept, SHA256.text(kept) == file.before else {
        throw CommandFailure(
          code: 1,
          message: "\(name) is as it was: \(neutralised(before + file.name)) is not what stood "
            + "there before \(item.words(in: items))")
      }
      files.append((file.name, kept))
      let present = try? WholeFile.bytes(
        of: folder.place(of: file.name), waits: false, most: 64)
      if present.map({ SHA256.text($0) }) != file.after { edited.append(file.name) }
    }
    if !edited.isEmpty, !force {
      let names = neutralised(edited.joined(separator: " and "))
      let verb = edited.count == 1 ? "was" : "were"
      throw CommandFailure(
        code: 1,
        message: "\(name) is as it was: \(names) \(verb) changed after \(item.words(in: items)); "
          + "--force goes back all the same, and keeps a copy")
    }
    if let first = folder.replacing(files).check().first {
      throw CommandFailure(
        code: 3,
        message: "\(name) is as it was: going back would leave a defect: "
          + neutralised(first.description))
    }
    let number = try FolderChange.make(
      in: folder, since: stamps, files,
      ChangeEntry(
        redo ? .redo : .undo, reverses: item.number, command: ProcessArguments.words,
        months: item.entry.months))
    if isJSON {
      return DataReport.json(
        "undo", of: folder,
        [
          .init(redo ? "redone" : "undone", item.entry.json(number: item.number)),
          .init("kept", .array(edited.map { .string($0) })),
        ])
    }
    return words(of: item, items, name)
      + (edited.isEmpty ? "" : kept(edited, number, folder))
  }

  private func words(
    of item: ChangeJournal.Item, _ items: [ChangeJournal.Item], _ name: String
  ) -> String {
    let words = item.words(in: items)
    return redo
      ? "\(name) is as it was after \(words); `digigov data undo \(name)` goes back.\n"
      : "\(name) is as it was before \(words); `digigov data undo --redo \(name)` brings it back.\n"
  }

  private func kept(_ files: [String], _ number: Int?, _ folder: DataFolder) -> String {
    let names = neutralised(files.joined(separator: " and "))
    let place = number.map { ChangeJournal(folder).folder($0) + "/before" } ?? folder.journalPath
    return "What \(names) held meanwhile is kept in \(neutralised(place)).\n"
  }

  // MARK: The journal

  private static func listing(
    _ items: [ChangeJournal.Item], _ form: Listing.Form, _ width: Int?, _ folder: DataFolder
  ) -> String {
    let newest = Array(items.reversed())
    if form == .json {
      let changes = newest.map { $0.entry.json(number: $0.number) }
      return DataReport.json("undo", of: folder, [.init("changes", .array(changes))])
    }
    return Listing(
      columns: [
        .init(name: "number", isNumeric: true), .init(name: "when"), .init(name: "who"),
        .init(name: "change"), .init(name: "months"), .init(name: "command"),
      ],
      rows: newest.map { item in
        let entry = item.entry
        return [
          "\(item.number)", entry.when, entry.who,
          entry.kind.rawValue + (entry.reverses.map { " of \($0)" } ?? ""),
          shortened(entry.months, "; ", to: 3), shortened(entry.command, " ", to: 12),
        ]
      }
    ).text(form, width: width)
  }

  private static func shortened(_ texts: [String], _ mark: String, to count: Int) -> String {
    texts.prefix(count).joined(separator: mark)
      + (texts.count > count ? "\(mark)and \(texts.count - count) more" : "")
  }
}

extension ChangeJournal.Item {
  /// The import that the change is about, for a sentence.
  fileprivate func words(in items: [ChangeJournal.Item]) -> String {
    var item = self
    while let number = item.entry.reverses,
      let reversed = items.first(where: { $0.number == number && number < item.number })
    {
      item = reversed
    }
    let entry = item.entry
    let months = entry.months.isEmpty ? "" : ", " + entry.months.prefix(3).joined(separator: ", ")
    let rest = entry.months.count > 3 ? " and \(entry.months.count - 3) more" : ""
    let moment = entry.when.prefix(16).replacing("T", with: " ")
    return neutralised("the import of \(moment) UTC by \(entry.who)\(months)\(rest)")
  }
}
