import Analytics
import ArgumentParser
import Datasets
import Frames

/// `digigov scenarios`: scenario lines over the ranges of levers, for `project --batch`.
struct ScenariosCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenarios", abstract: "Write scenario lines over ranges of levers.",
    discussion: """
      --grid gives every combination of the values named, the last lever varying fastest. --sample \
      gives so many points, spread evenly over the ranges of --range, or over those of all levers \
      (Sobol' sequence with a shift by the seed). `project --batch` answers them.
      """
        + examples(
          "digigov scenarios --grid pace=0.5:2:0.5 --grid HO.start_delay=0:4:1",
          "digigov scenarios --sample 1000 --range pace=0.5:1.5 --range start_delay=0:3",
          "digigov scenarios --sample 100 | digigov project --batch --select central.metrics.npsv"))

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Values of a lever, from, to and step; repeats.", valueName: "lever=from:to:step"))
  var grid: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("So many points between the ranges.", valueName: "number"))
  var sample: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "With --sample, the range of a lever (default: all levers over their own); repeats.",
      valueName: "lever=from:to"))
  var range: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The scenario that lines begin with, one of the data (default: the one that the data name).",
      valueName: "id"))
  var scenario: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The seed of the points.", valueName: "number"))
  var seed: String?

  @OptionGroup var data: DataOption

  func run() throws { try write { text throws(CommandFailure) in try WholeFile.print(text) } }

  /// Gives `print` the lines, many at once.
  func write(_ print: (String) throws(CommandFailure) -> Void) throws {
    let inputs = try {
      let folder = try data.located()
      return try DataOption.inputs(of: folder)
    }()
    let reader = ScenarioReader(inputs)
    let base = scenario ?? inputs.defaultScenario
    do throws(ScenarioError) { _ = try reader.preset(base) } catch { throw CommandFailure(error) }
    let start = ScenarioLine.prefix + base
    switch (grid.isEmpty, sample) {
    case (false, nil):
      guard range.isEmpty else { throw Self.usage("--range", "only with --sample") }
      try Self.writeGrid(start, try grid.map { try Axis($0, reader, parts: 3) }, print)
    case (true, let count?):
      let axes =
        range.isEmpty
        ? inputs.levers.map(Axis.init) : try range.map { try Axis($0, reader, parts: 2) }
      let number = try Self.count(count)
      let seed: UInt64
      do throws(ScenarioError) {
        seed = if let typed = self.seed { try reader.seed(typed) } else { inputs.seed }
      } catch {
        throw CommandFailure(error)
      }
      try Self.writeSample(start, axes, number, seed, print)
    default: throw Self.usage("scenarios", "needs either --grid or --sample")
    }
  }

  private static func usage(_ what: String, _ words: String) -> CommandFailure {
    CommandFailure(code: 2, message: "\(what): \(words)")
  }

  private static func count(_ typed: String) throws(CommandFailure) -> Int {
    guard typed.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(typed),
      (1...100_000_000).contains(count)
    else {
      throw CommandFailure(
        code: 2,
        message: "--sample \(neutralised(typed)): allowed a whole number, 1 to 100000000")
    }
    return count
  }

  private static func writeGrid(
    _ start: String, _ axes: [Axis], _ print: (String) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    try refuseTwice(axes)
    let values = axes.map { axis in axis.values.map { ":\(axis.name)=\($0)" } }
    var places = Array(repeating: 0, count: axes.count)
    var buffer = Buffer()
    while true {
      try buffer.add(start + zip(values, places).map { $0[$1] }.joined(), print)
      var axis = axes.count - 1
      while axis >= 0 {
        places[axis] += 1
        if places[axis] < values[axis].count { break }
        places[axis] = 0
        axis -= 1
      }
      if axis < 0 { break }
    }
    try buffer.end(print)
  }

  private static func writeSample(
    _ start: String, _ axes: [Axis], _ count: Int, _ seed: UInt64,
    _ print: (String) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    try refuseTwice(axes)
    guard axes.count <= SobolSequence.dimensions else {
      throw usage("--range", "\(axes.count) levers; allowed up to \(SobolSequence.dimensions)")
    }
    var points = SobolPoints(dimensions: axes.count, seed: seed)
    var buffer = Buffer()
    for _ in 0..<count {
      let point = points.next()
      try buffer.add(
        start + zip(axes, point).map { ":\($0.name)=\($0.value(at: $1))" }.joined(), print)
    }
    try buffer.end(print)
  }

  private static func refuseTwice(_ axes: [Axis]) throws(CommandFailure) {
    var seen: Set<String> = []
    for axis in axes where !seen.insert(axis.name).inserted {
      throw usage(axis.name, "named twice; allowed once")
    }
  }

  /// Lines that go out together.
  private struct Buffer {
    private var text = ""

    mutating func add(
      _ line: String, _ print: (String) throws(CommandFailure) -> Void
    ) throws(CommandFailure) {
      text += line + "\n"
      if text.utf8.count > 1 << 16 { try end(print) }
    }

    mutating func end(
      _ print: (String) throws(CommandFailure) -> Void
    ) throws(CommandFailure) {
      try print(text)
      text = ""
    }
  }

  /// A lever, of all or of one organisation, and where it goes.
  private struct Axis {
    let name: String
    let from, to: Double
    var step = 0.0

    /// A lever over its whole range.
    init(_ spec: LeverSpec) {
      name = spec.id.id
      from = spec.minimum
      to = spec.maximum
    }

    /// `LEVER=FROM:TO:STEP`, or without the step.
    init(_ typed: String, _ reader: ScenarioReader, parts: Int) throws(CommandFailure) {
      let form = parts == 3 ? "LEVER=FROM:TO:STEP" : "LEVER=FROM:TO"
      let halves = typed.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let texts =
        halves.count == 2 ? halves[1].split(separator: ":", omittingEmptySubsequences: false) : []
      guard texts.count == parts else {
        throw ScenariosCommand.usage(neutralised(typed), "expected \(form)")
      }
      do throws(ScenarioError) {
        // Both ends have to be values that the lever may have.
        from = try reader.leverSetting("\(halves[0])=\(texts[0])").value
        to = try reader.leverSetting("\(halves[0])=\(texts[1])").value
      } catch {
        throw CommandFailure(error)
      }
      name = String(halves[0])
      guard from <= to else {
        throw ScenariosCommand.usage(neutralised(typed), "from is above to")
      }
      guard parts == 3 else { return }
      guard let step = Decimal.value(texts[2]), step > 0, (to - from) / step < 1_000_000
      else {
        throw ScenariosCommand.usage(
          neutralised(typed), "the step has to be above 0, and give less than 1000000 values")
      }
      self.step = step
    }

    /// From the first on by steps; the last is not passed.
    var values: [String] {
      // A billionth of a step is the error of adding decimal fractions.
      let count = Int((to - from) / step + 1e-9)
      return (0...count).map { Self.text(min(from + Double($0) * step, to)) }
    }

    /// Between the ends at a share of the way.
    func value(at share: Double) -> String { Self.text(from + share * (to - from)) }

    /// To a millionth: no lever is decided on more closely.
    private static func text(_ value: Double) -> String {
      Decimal.text((value * 1e6).rounded() / 1e6)
    }
  }
}
