import Frames
import Terminal
import Testing

struct DepthCase: CustomTestStringConvertible {
  var flag: ColourDepth?
  var environment: [String: String] = [:]
  var colours = 256
  var depth: ColourDepth
  var testDescription: String { "\(flag.map { "\($0)" } ?? "-") \(environment) \(colours)" }
}

private let depthCases: [DepthCase] = [
  // What terminfo says, where nothing else does.
  DepthCase(colours: -1, depth: .none), DepthCase(colours: 2, depth: .none),
  DepthCase(colours: 8, depth: .basic), DepthCase(colours: 16, depth: .basic),
  DepthCase(colours: 88, depth: .basic), DepthCase(colours: 256, depth: .indexed),
  DepthCase(colours: 16_777_216, depth: .trueColour),
  // COLORTERM.
  DepthCase(environment: ["COLORTERM": "truecolor"], colours: 8, depth: .trueColour),
  DepthCase(environment: ["COLORTERM": "24bit"], depth: .trueColour),
  DepthCase(environment: ["COLORTERM": "rxvt"], colours: 8, depth: .basic),
  DepthCase(
    environment: ["COLORTERM": "truecolor", "TERM": "screen-256color"], depth: .indexed),
  DepthCase(
    environment: ["COLORTERM": "truecolor", "TERM": "screen-256color", "TMUX": "/tmp/x"],
    depth: .trueColour),
  // NO_COLOR counts when it is not empty, whatever it says, and before the forcing ones.
  DepthCase(environment: ["NO_COLOR": ""], depth: .indexed),
  DepthCase(environment: ["NO_COLOR": "0"], depth: .none),
  DepthCase(environment: ["NO_COLOR": "1", "FORCE_COLOR": "3"], depth: .none),
  DepthCase(environment: ["NO_COLOR": "1", "COLORTERM": "truecolor"], depth: .none),
  // Forced.
  DepthCase(environment: ["CLICOLOR_FORCE": "1"], colours: 0, depth: .basic),
  DepthCase(environment: ["CLICOLOR_FORCE": "1"], depth: .indexed),
  DepthCase(environment: ["CLICOLOR_FORCE": "0"], colours: 0, depth: .none),
  DepthCase(environment: ["FORCE_COLOR": "0"], depth: .none),
  DepthCase(environment: ["FORCE_COLOR": "1"], colours: 0, depth: .basic),
  DepthCase(environment: ["FORCE_COLOR": "2"], colours: 8, depth: .indexed),
  DepthCase(environment: ["FORCE_COLOR": "3"], colours: 8, depth: .trueColour),
  DepthCase(environment: ["FORCE_COLOR": "yes"], colours: 0, depth: .basic),
  // The flag goes before everything.
  DepthCase(flag: .indexed, environment: ["NO_COLOR": "1"], depth: .indexed),
  DepthCase(flag: ColourDepth.none, environment: ["FORCE_COLOR": "3"], depth: .none),
]

@Test(
  "The colour depth follows the flag, then the environment, then terminfo", arguments: depthCases)
func decidesDepth(_ example: DepthCase) {
  #expect(
    ColourDepth.decided(
      flag: example.flag, environment: example.environment, terminfoColours: example.colours)
      == example.depth)
}
