// swift-tools-version: 6.2
import PackageDescription

let digigov: (String) -> Target.Dependency = { .product(name: $0, package: "digigov") }

let package = Package(
  name: "projection-example",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "digigov", path: "..")],
  targets: [
    .executableTarget(
      name: "Projection", dependencies: [digigov("Analytics"), digigov("Datasets")])
  ])
