// Measures what the program does inside one process: loading, the model, drawing, and a key from
// its event to its frame. Scripts/bench-terminal measures it from outside.
// Usage: bench [DATA], DATA being the data folder (data).

import Analytics
import Dashboard
import Datasets
import Figures
import Frames
import Store

let folder = DataFolder(path: CommandLine.arguments.dropFirst().first ?? "data")
let (inputs, evidence) = try folder.load()
guard let preset = inputs.presets.first(where: { $0.id == "blueprint" }) else {
  fatalError("The data folder has no scenario blueprint, which the benchmark starts from.")
}
let scenario = Scenario(preset)
let model = Model(inputs)
let counts = [1_024, 4_096]
let samples = Dictionary(
  uniqueKeysWithValues: counts.map { count in
    (count, model.sample(scenario, model.draws(count, seed: inputs.seed)))
  })
let start = State(inputs: inputs, evidence: evidence, scenario: scenario)
let sizes = [(80, 24), (120, 40), (160, 48)]
let page = Place(.department, path: [inputs.organisations[0].code])
let ofPage = Detail(organisations: true, fans: Set(page.path))
let answers = Answers(model, seed: inputs.seed, threads: 2)

Report.heading("Loading")
Report.line("data/: every table, checked", Measurement { consume(try? folder.load()) }, budget: 10)
Report.line("data/: the model's eight tables", Measurement { consume(try? folder.modelInputs()) })

// The months are kept with the verdicts on them: each run begins with none.
Report.line(
  "data/: the audit of the returns",
  Measurement { consume(Evidence(evidence, months: evidence.monthly).verdicts) }, budget: 50)

Report.heading("The model, \(inputs.organisations.count) organisations")
Report.line("central case", Measurement { consume(model.central(scenario)) }, budget: 5)
for threads in [1, 2] {
  for count in counts {
    let name = threads == 1 ? "one thread" : "\(threads) threads"
    // What the dashboard asks for while a key is held is the lesser count, with a page open.
    Report.line(
      "\(count) draws, every quantile, a department, \(name)",
      Measurement(threads == 1 ? .work : .wall) {
        consume(
          samples[count].flatMap {
            model.run(scenario, $0, detail: ofPage, threads: threads)
          }.flatMap { model.uncertainty($0, threads: threads) })
      }, budget: count == counts[0] && threads == 1 ? 8 : nil)
  }
}

measureCost(inputs, scenario)

Report.heading("A lever key at rest: event, update, central case, frame")
for (columns, rows) in sizes {
  for (name, place) in [("Scenario lab", Place(.lab)), ("department page", page)] {
    var sitting = Sitting(start, model, answers, at: place, columns: columns, rows: rows)
    var turn = 0
    let keys: [KeyPress] = [KeyPress(.left), KeyPress(.right)]
    Report.line(
      "\(name), \(columns)x\(rows)",
      Measurement {
        consume(sitting.press(keys[turn % 2]))
        turn += 1
      }, budget: 5)
  }
}

Report.heading("Another key: down and up, to its frame")
for screen in ScreenID.allCases {
  var sitting = Sitting(
    start, model, answers, at: screen == .department ? page : Place(screen), columns: 120, rows: 40)
  var turn = 0
  let keys: [KeyPress] = [KeyPress(.down), KeyPress(.up)]
  Report.line(
    "\(screen.rawValue), 120x40",
    Measurement {
      consume(sitting.press(keys[turn % 2]))
      turn += 1
    }, budget: 5)
}

Report.heading("Finding: a letter typed and taken back, to its frame")
for (name, text) in [("palette, nothing typed", ""), ("palette", "home offic"), ("filter", "")] {
  var sitting = Sitting(start, model, answers, at: Place(.departments), columns: 120, rows: 40)
  consume(sitting.press(KeyPress(.character(name == "filter" ? "/" : ":"))))
  for letter in text { consume(sitting.press(KeyPress(.character(letter)))) }
  let keys: [KeyPress] = [KeyPress(.character("e")), KeyPress(.backspace)]
  var turn = 0
  Report.line(
    "\(name), 120x40",
    Measurement {
      consume(sitting.press(keys[turn % 2]))
      turn += 1
    }, budget: 5)
}

Report.heading("Drawing alone")
for screen in ScreenID.allCases {
  for (columns, rows) in [(80, 24), (160, 48)] {
    let state = Sitting(
      start, model, answers, at: screen == .department ? page : Place(screen), columns: columns,
      rows: rows
    ).state
    Report.line(
      "\(screen.rawValue), \(columns)x\(rows)", Measurement { consume(draw(state).frame) })
  }
}
