// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
]

// A package of its own, so that the program never waits for its benchmarks to build.
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "digigov", path: "..", traits: ["Cairo"])],
  targets: [
    .executableTarget(
      name: "bench",
      dependencies: ["Analytics", "Dashboard", "Datasets", "Frames", "Store"].map {
        .product(name: $0, package: "digigov")
      }, swiftSettings: strict),
    .executableTarget(
      name: "returns", dependencies: [.product(name: "Datasets", package: "digigov")],
      swiftSettings: strict),
    .executableTarget(
      name: "peers",
      dependencies: ["Analytics", "Datasets"].map { .product(name: $0, package: "digigov") },
      swiftSettings: strict),
    .executableTarget(
      name: "pictures",
      dependencies: ["Analytics", "Dashboard", "Datasets", "Screenshots", "Store"].map {
        .product(name: $0, package: "digigov")
      }, swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
