// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
]

/// Each fuzzer with what it feeds.
let fuzzers: [(name: String, modules: [String])] = [
  ("FuzzTable", ["Datasets"]),
  ("FuzzPackage", ["Datasets"]),
  ("FuzzFolder", ["Analytics", "Dashboard", "Datasets", "Frames", "Store"]),
  ("FuzzLine", ["Analytics"]),
  ("FuzzScenario", ["Analytics", "Commands"]),
  ("FuzzTape", ["Analytics", "Dashboard", "Frames", "Tapes"]),
  ("FuzzEvents", ["Analytics", "Dashboard", "Frames", "Store"]),
  ("FuzzKeys", ["Frames", "Terminal"]),
  ("FuzzPictures", ["Frames", "Screenshots"]),
  ("FuzzText", ["Frames"]),
]

func products(_ names: [String]) -> [Target.Dependency] {
  names.map { .product(name: $0, package: "digigov") }
}

// A package of its own: a fuzzer has no main, so it would break an ordinary `swift build`.
let package = Package(
  name: "Fuzzing",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "digigov", path: "..")],
  targets: [
    .target(
      name: "Fuzzing", dependencies: products(["Analytics", "Datasets", "Frames"]),
      swiftSettings: settings)
  ]
    + fuzzers.map {
      .executableTarget(
        name: $0.name, dependencies: ["Fuzzing"] + products($0.modules),
        swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
    },
  swiftLanguageModes: [.v6]
)
