// What a scenario of the data comes to, with its range: the model and the data package as libraries.
import Analytics
import Datasets

let path = CommandLine.arguments.dropFirst().first ?? "../data"
let inputs = try DataFolder(path: path).modelInputs()
let model = Model(inputs)
for preset in inputs.presets {
  let scenario = Scenario(preset)
  let sample = model.sample(scenario, model.draws(1024, seed: inputs.seed))
  guard let values = model.run(scenario, sample)?[.npsv] else { continue }
  let npsv = Summary(values)
  let range = [npsv.p10, npsv.p50, npsv.p90].map {
    $0.map { "\(($0 * 10).rounded() / 10)" } ?? "none"
  }
  print("\(preset.id): net present value, £bn, P10 P50 P90: \(range.joined(separator: " "))")
}
