// swift-tools-version: 6.0
import PackageDescription

let package = Package(
  name: "GazetteBenchmarks",
  dependencies: [.package(name: "Gazette", path: "..")],
  targets: [
    .executableTarget(
      name: "gazette-benchmarks", dependencies: [.product(name: "Gazette", package: "Gazette")],
      swiftSettings: [.enableUpcomingFeature("ExistentialAny")]),
    .executableTarget(name: "make-archive", path: "Sources/MakeArchive"),
  ],
  swiftLanguageModes: [.v6]
)
