// The program's side of the comparison of pictures; Scripts/bench-pictures runs both sides.
// Usage: pictures DATA FORM SCALE RUNS    milliseconds of each run of a frame into FORM, one line
//
// The frame is the overview of 120 x 40, bare, as Textual's is: drawn once, then written each time.

import Analytics
import Dashboard
import Datasets
import Screenshots
import Store

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count == 4, let form = PictureFormat(rawValue: arguments[1]),
  let scale = Int(arguments[2]), let runs = Int(arguments[3])
else { fatalError("Give the four arguments named at the top of main.swift.") }
let (inputs, evidence) = try DataFolder(path: arguments[0]).load()
guard let preset = inputs.presets.first(where: { $0.id == "blueprint" }) else {
  fatalError("The data folder has no scenario blueprint, which the picture is of.")
}
let start = State(
  inputs: inputs, evidence: evidence, scenario: Scenario(preset), settings: Settings(theme: .light),
  columns: 120, rows: 40)
let state = start.settled(by: Answers(Model(inputs), seed: inputs.seed))
let picture = state.picture(bare: true)

let clock = ContinuousClock()
var times: [Duration] = []
for run in 0..<runs + 3 {
  let start = clock.now
  consume(try form.written(picture, scale: scale))
  // The first ones warm up.
  if run >= 3 { times.append(clock.now - start) }
}
print(times.map { "\($0 / .milliseconds(1))" }.joined(separator: " "))

/// Keeps the optimiser from leaving out work whose result nobody reads.
@inline(never) func consume<Value>(_ value: Value) {}
