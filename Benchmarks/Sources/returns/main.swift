import Datasets

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

// What share of published workforce returns is imported, by the year in their names:
//
//   swift run --package-path Benchmarks -c release returns RETURNS [DATA]
//
// RETURNS is a folder of files as departments published them, DATA a data folder, else data.

/// What became of a file.
enum State: Int, CaseIterable {
  case taken, held, asked, refused, other
}

func fail(_ words: String) -> Never {
  print("returns: \(words)")
  exit(2)
}

let arguments = CommandLine.arguments.dropFirst().map { $0 }
guard let path = arguments.first, arguments.count <= 2 else {
  fail("expected a folder of returns, and perhaps a data folder")
}
let data = DataFolder(path: arguments.count > 1 ? arguments[1] : "data")
let endings = ["csv", "tsv", "txt", "xlsx", "ods"]
let all = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
let names = all.sorted().filter { name in
  endings.contains { name.lowercased().hasSuffix(".\($0)") }
}
guard !names.isEmpty else { fail("\(path) has no files of returns") }

/// The last year in a file's name; nil for none.
func year(_ name: String) -> Int? {
  let last = name.split(separator: "/").last.map(String.init) ?? name
  let runs = last.split { !("0"..."9").contains($0) }.map(String.init)
  return runs.reversed().lazy.compactMap { run -> Int? in
    let parts = [run.prefix(4), run.suffix(4)].compactMap { Int($0) }
    return run.count >= 4 ? parts.first { (2010...2030).contains($0) } : nil
  }.first
}

/// Why a file is no return at all.
func isOther(_ defects: [Defect]) -> Bool {
  defects.contains { $0.problem?.hasPrefix("no headings of a workforce return") == true }
}

let sources = names.map { name in
  ReturnsImport.Source(name: name) { () throws(Defect) -> [UInt8] in
    guard let bytes = FileManager.default.contents(atPath: path + "/" + name) else {
      throw Defect(file: name, problem: "unreadable file", expected: "a file that may be read")
    }
    return Array(bytes)
  }
}
var options = ReturnsImport.Options()
options.skipsRefused = true
let clock = ContinuousClock()
var reports: [ReturnsImport.FileReport] = []
let time = clock.measure {
  do {
    reports = try ReturnsImport.outcome(of: sources, into: data, options).reports
  } catch ImportError.refused(let defects) {
    fail("no file is imported: \(defects.first?.description ?? "")")
  } catch {
    fail("\(error)")
  }
}

var counts: [Int: [State: Int]] = [:]
for report in reports {
  let state: State
  switch report.state {
  case .taken: state = .taken
  case .held: state = .held
  case .refused:
    state =
      isOther(report.defects)
      ? .other : report.defects.contains { !$0.answers.isEmpty } ? .asked : .refused
  }
  counts[year(report.file) ?? 0, default: [:]][state, default: 0] += 1
}

func sum(of counts: some Sequence<[State: Int]>) -> [State: Int] {
  counts.reduce(into: [:]) { $0.merge($1) { $0 + $1 } }
}

func line(_ head: String, _ counts: [State: Int]) -> String {
  let all = State.allCases.map { counts[$0] ?? 0 }
  let returns = all[0...3].reduce(0, +)
  let thousandths = returns == 0 ? 0 : 1_000 * (all[0] + all[1]) / returns
  let share = returns == 0 ? "" : "\(thousandths / 10).\(thousandths % 10)%"
  return ([head] + all.map { "\($0)" } + [share]).map { cell in
    String(repeating: " ", count: max(0, 9 - cell.count)) + cell
  }.joined()
}

print(
  ["year", "taken", "held", "asked", "refused", "no return", "imported"].map { cell in
    String(repeating: " ", count: max(1, 9 - cell.count)) + cell
  }.joined())
for (year, count) in counts.sorted(by: { $0.key < $1.key }) {
  print(line(year == 0 ? "none" : "\(year)", count))
}
print(line("all", sum(of: counts.values)))
for (head, range) in [("to 2021", 2010...2021), ("from 2022", 2022...2030)] {
  print(line(head, sum(of: counts.filter { range.contains($0.key) }.values)))
}
print("\(reports.count) files in \(time)")
