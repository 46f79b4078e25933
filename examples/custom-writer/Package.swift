// swift-tools-version: 6.0
import PackageDescription

let package = Package(
  name: "custom-writer",
  dependencies: [.package(name: "Gazette", path: "../..")],
  targets: [
    .executableTarget(
      name: "register",
      dependencies: [.product(name: "Gazette", package: "Gazette")],
      swiftSettings: [.enableUpcomingFeature("ExistentialAny")])
  ],
  swiftLanguageModes: [.v6]
)
