// swift-tools-version: 6.0
import PackageDescription

let package = Package(
  name: "watermark-stage",
  dependencies: [.package(name: "Gazette", path: "../..")],
  targets: [
    .executableTarget(
      name: "watermark",
      dependencies: [.product(name: "Gazette", package: "Gazette")],
      swiftSettings: [.enableUpcomingFeature("ExistentialAny")])
  ],
  swiftLanguageModes: [.v6]
)
