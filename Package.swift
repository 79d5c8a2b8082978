// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
]

/// What `make` asks for by the environment: another package may not depend on one with unsafe flags.
let isTuned = Context.environment["DIGIGOV_TUNED"] != nil

/// Modules that wait for people and files, or for the kernels of the hot ones: small in the release
/// is worth more than fast.
let small: Set = [
  "Briefings", "Commands", "Dashboard", "Datasets", "Documents", "Explanations", "Office", "Store",
  "Tapes", "Terminal",
]

/// Modules whose work fills the tests: 4,096 draws in each of a thousand take a quarter of the time
/// where they are optimised, their assertions kept, and each is compiled as a whole, which is less
/// work than file by file.
let hot: Set = [
  "Analytics", "Charts", "Dashboard", "Datasets", "Explanations", "Figures", "Frames",
  "Screenshots",
]

func tuned(_ module: String) -> [SwiftSetting] {
  guard isTuned else { return [] }
  let quick: [SwiftSetting] = [
    .unsafeFlags(
      ["-O", "-assert-config", "Debug", "-whole-module-optimization", "-num-threads", "2"],
      .when(configuration: .debug))
  ]
  return (hot.contains(module) ? quick : [])
    + (small.contains(module) ? [.unsafeFlags(["-Osize"], .when(configuration: .release))] : [])
}

let argumentParser: Target.Dependency =
  .product(name: "ArgumentParser", package: "swift-argument-parser")

/// Each module with everything it may import: the drawing in ARCHITECTURE.md, kept by the
/// compiler (`make check` builds with the explicit import check).
let modules: [(name: String, dependencies: [Target.Dependency])] = [
  ("Figures", []),
  ("Analytics", ["Figures"]),
  ("Datasets", ["Figures", "Analytics"]),
  ("Explanations", ["Figures", "Analytics"]),
  ("Charts", ["Figures"]),
  ("Frames", ["Figures", "Charts"]),
  ("Dashboard", ["Figures", "Analytics", "Explanations", "Charts", "Frames"]),
  ("Store", ["Analytics", "Frames", "Dashboard"]),
  (
    "Screenshots",
    ["Charts", "Frames", .target(name: "CCairo", condition: .when(traits: ["Cairo"]))]
  ),
  ("Tapes", ["Figures", "Analytics", "Frames", "Dashboard", "Store", "Screenshots"]),
  ("Documents", ["Figures", "Charts", "Frames"]),
  ("Office", ["Figures", "Charts", "Datasets", "Frames", "Documents", "CCairo"]),
  (
    "Briefings",
    [
      "Figures", "Analytics", "Explanations", "Charts", "Frames", "Dashboard", "Screenshots",
      "Documents", "Office",
    ]
  ),
  ("Terminal", ["Frames", "CTerminal"]),
  (
    "Commands",
    [
      "Figures", "Analytics", "Datasets", "Explanations", "Frames", "Dashboard", "Store",
      "Screenshots", "Tapes", "Documents", "Office", "Briefings", "Terminal", argumentParser,
    ]
  ),
]

/// Each test target with what it imports beside the module that it tests.
let tests: [(name: String, dependencies: [Target.Dependency])] = [
  ("Figures", []),
  ("Analytics", ["Figures", "Datasets"]),
  ("Datasets", ["Figures", "Analytics"]),
  ("Explanations", ["Figures", "Analytics", "Datasets"]),
  ("Charts", []),
  ("Frames", ["Charts"]),
  (
    "Dashboard",
    [
      "Figures", "Analytics", "Datasets", "Explanations", "Charts", "Frames", "Store",
      "Screenshots",
    ]
  ),
  ("Store", ["Analytics", "Datasets", "Frames", "Dashboard"]),
  ("Screenshots", ["Figures", "Charts", "Frames"]),
  ("Tapes", ["Analytics", "Datasets", "Frames", "Dashboard", "Screenshots"]),
  ("Documents", ["Figures", "Frames"]),
  ("Office", ["Figures", "Charts", "Frames", "Datasets", "Documents"]),
  (
    "Briefings",
    [
      "Figures", "Analytics", "Charts", "Datasets", "Frames", "Dashboard", "Store", "Screenshots",
      "Documents", "Office",
    ]
  ),
  ("Terminal", ["Frames"]),
  (
    "Commands",
    [
      "Figures", "Analytics", "Datasets", "Documents", "Explanations", "Frames", "Dashboard", "Store",
      "Tapes", "Terminal", argumentParser,
    ]
  ),
]

/// Folders of tests that hold data.
let excluded = [
  "Commands": ["Nation/Data"],
  "Analytics": ["Fixtures", "Expected", "Validation"],
  "Dashboard": ["Lab/Snapshots", "Layers/Snapshots", "Screens/Snapshots"],
]

let package = Package(
  name: "digigov",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "digigov", targets: ["digigov"]),
    .library(name: "Analytics", targets: ["Figures", "Analytics"]),
  ]
    + ["Datasets", "Frames", "Dashboard", "Store", "Screenshots", "Tapes", "Terminal", "Commands"]
    .map {
      .library(name: $0, targets: [$0])
    },
  traits: [
    .trait(name: "Cairo", description: "Pictures as PNG and PDF; needs cairo and FreeType.")
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: modules.map {
    .target(
      name: $0.name, dependencies: $0.dependencies, swiftSettings: strict + tuned($0.name),
      plugins: $0.name == "Commands" ? ["StampVersion"] : [])
  } + [
    .plugin(name: "StampVersion", capability: .buildTool()),
    .executableTarget(
      name: "digigov", dependencies: ["Commands", argumentParser], swiftSettings: strict),
    .target(
      name: "CTerminal",
      cSettings: [
        .define("NCURSES_WIDECHAR", to: "1"), .define("_XOPEN_SOURCE_EXTENDED", to: "1"),
      ],
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    .target(
      name: "CFont",
      exclude: [
        "DejaVuSansMono.ttf", "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf",
        "LICENSE.DejaVu.txt", "LICENSE.Liberation.txt",
      ],
      cSettings: [.define("DIGIGOV_CAIRO", .when(traits: ["Cairo"]))]),
    .target(
      name: "CCairo",
      dependencies: ["CFont"],
      cSettings: [.define("DIGIGOV_CAIRO", .when(traits: ["Cairo"]))],
      linkerSettings: [.linkedLibrary("z", .when(traits: ["Cairo"]))]),
    .target(
      name: "TestSupport",
      dependencies: [.product(name: "Subprocess", package: "swift-subprocess")],
      path: "Tests/TestSupport", swiftSettings: strict),
  ]
    + tests.map {
      .testTarget(
        name: "\($0.name)Tests",
        dependencies: [.target(name: $0.name), "TestSupport"] + $0.dependencies,
        exclude: excluded[$0.name] ?? [], swiftSettings: strict)
    }
    + [
      .testTarget(
        name: "EndToEndTests",
        dependencies: ["TestSupport", "digigov"], swiftSettings: strict)
    ],
  swiftLanguageModes: [.v6]
)
