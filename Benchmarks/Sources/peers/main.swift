// The program's side of the comparison with its peers; Scripts/bench-peers runs both sides.
// Usage: peers DATA write DRAWS CASE ANSWER    what a peer is given, and what it has to find
//        peers DATA time DRAWS THREADS RUNS    two lines of milliseconds, one number a run: the
//                                              draws, and the draws with their quantiles

import Analytics
import Datasets
import FoundationEssentials

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count == 5, let count = Int(arguments[2]) else {
  fatalError("Give the five arguments named at the top of main.swift.")
}
let inputs = try DataFolder(path: arguments[0]).modelInputs()
guard let preset = inputs.presets.first(where: { $0.id == "blueprint" }) else {
  fatalError("The data folder has no scenario blueprint, which the comparison is about.")
}
let scenario = Scenario(preset)
let model = Model(inputs)
let sample = model.sample(scenario, model.draws(count, seed: inputs.seed))
let probabilities = [0.1, 0.5, 0.9]

func run(threads: Int) -> Run {
  guard let run = model.run(scenario, sample, detail: .national, threads: threads) else {
    fatalError("A run that nobody cancels has a result.")
  }
  return run
}

func bytes(_ numbers: [Double]) -> Data {
  var data = Data(capacity: numbers.count * 8)
  for number in numbers {
    for byte in 0..<8 {
      data.append(UInt8(truncatingIfNeeded: number.bitPattern >> UInt64(8 * byte)))
    }
  }
  return data
}

switch arguments[1] {
case "write":
  let quantiles = run(threads: 2).quantiles(at: probabilities)
  let answer = YearlySeries.allCases.flatMap { (quantiles[$0] ?? []).flatMap { $0 } }
  try bytes(Case(inputs: inputs, scenario: scenario, sample: sample).numbers)
    .write(to: URL(filePath: arguments[3]))
  try bytes(answer.map { $0 ?? .nan }).write(to: URL(filePath: arguments[4]))
default:
  let (threads, runs) = (Int(arguments[3]) ?? 1, Int(arguments[4]) ?? 1)
  let clock = ContinuousClock()
  var times: [(draws: Duration, all: Duration)] = []
  for _ in 0..<runs {
    let start = clock.now
    let run = run(threads: threads)
    let middle = clock.now
    consume(run.quantiles(at: probabilities, threads: threads))
    times.append((middle - start, clock.now - start))
  }
  print(times.map { "\($0.draws / .milliseconds(1))" }.joined(separator: " "))
  print(times.map { "\($0.all / .milliseconds(1))" }.joined(separator: " "))
}

/// Keeps the optimiser from leaving out work whose result nobody reads.
@inline(never) func consume<Value>(_ value: Value) {}
