// swift-tools-version: 6.0
import PackageDescription

// Every target speaks Swift 6 with strict concurrency. CI adds `-warnings-as-errors`
// (see the Makefile); it is no setting here because packages with unsafe flags
// cannot be depended on.
let swift: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A target of the library, with the settings all of them share.
func library(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: swift)
}

/// The tests of the target `subject`; `extra` names what they need beyond it.
func tests(
  _ subject: String, _ extra: [Target.Dependency] = [], exclude: [String] = [], resources: [Resource] = []
) -> Target {
  .testTarget(
    name: subject + "Tests",
    dependencies: [.init(stringLiteral: subject), "TestSupport"] + extra,
    exclude: exclude,
    resources: resources,
    swiftSettings: swift)
}

/// A C library of the system: only headers and a module map stand in this package.
func system(_ name: String, pkgConfig: String, apt: [String]) -> Target {
  .systemLibrary(name: name, path: "Sources/System/\(name)", pkgConfig: pkgConfig, providers: [.apt(apt)])
}

let package = Package(
  name: "Gazette",
  products: [
    .executable(name: "gazette", targets: ["GazetteTool"]),
    .library(name: "Gazette", targets: ["Gazette"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    // For `swift package generate-documentation`. No target uses it: who depends on Gazette does not fetch it.
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"),
  ],
  targets: [
    // C libraries, each imported by exactly one Swift target.
    system("CLibXML2", pkgConfig: "libxml-2.0", apt: ["libxml2-dev"]),
    system("CLibXSLT", pkgConfig: "libxslt", apt: ["libxslt1-dev"]),
    system("CLibDeflate", pkgConfig: "libdeflate", apt: ["libdeflate-dev"]),
    system("CICU", pkgConfig: "icu-i18n", apt: ["libicu-dev"]),
    system("CCmark", pkgConfig: "libcmark-gfm", apt: ["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]),
    system("CYAML", pkgConfig: "yaml-0.1", apt: ["libyaml-dev"]),
    .systemLibrary(name: "CLinux", path: "Sources/System/CLinux"),

    // ICU behind plain C functions: its types clash with those of the ICU within Swift's Foundation.
    .target(
      name: "CICUBridge", dependencies: ["CICU"], path: "Sources/System/CICUBridge",
      linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc"), .linkedLibrary("icudata")]),

    // libxslt behind plain C functions: its errors have a variable number of arguments, and its allocator is counted.
    .target(name: "CXSLTBridge", dependencies: ["CLibXSLT"], path: "Sources/System/CXSLTBridge"),

    // The bindings, and the model that knows none of them.
    library("XMLBinding", ["CLibXML2"]),
    library("XSLTBinding", ["CXSLTBridge", "XMLBinding"]),
    library("UnicodeText", ["CICUBridge"]),
    library("IssueModel", []),

    // read → model
    library("IssueReading", ["CCmark", "CYAML", "IssueModel", "UnicodeText", "XMLBinding"]),

    // The files users may want to read: schemas, house styles. Embedded, so that the program needs none beside it.
    .target(
      name: "Stylesheets", path: "Stylesheets", exclude: ["schema/issue.schema.json"],
      resources: [
        .embedInCode("schema/issue.xsd"), .embedInCode("schema/house.xsd"), .embedInCode("house/gbt9704.xml"),
        .embedInCode("house/gbt9704-gb2312.xml"), .embedInCode("house/plain.xml"),
        .embedInCode("house/newsletter-en.xml"), .embedInCode("xslt/html.xsl"),
        .embedInCode("xslt/markdown.xsl"), .embedInCode("xslt/rss.xsl"), .embedInCode("xslt/docbook.xsl"),
      ],
      swiftSettings: swift),

    library("XMLReading", ["IssueModel", "XMLBinding"]),

    // model → remarks
    library("IssueChecks", ["IssueModel", "UnicodeText"]),

    // model → transform → write
    library("HouseStyle", ["IssueModel", "Stylesheets", "XMLBinding", "XMLReading"]),
    library("ExportPipeline", ["IssueModel", "HouseStyle", "OpenPackaging"]),
    library("IssueXML", ["ExportPipeline", "IssueModel", "Stylesheets", "XMLBinding", "XMLReading"]),
    library(
      "StylesheetWriter", ["ExportPipeline", "IssueModel", "IssueXML", "Stylesheets", "XMLBinding", "XSLTBinding"]),
    library("OpenPackaging", ["CLibDeflate", "XMLBinding"]),
    library("TextLayout", ["UnicodeText"]),
    library(
      "WordWriter",
      ["ExportPipeline", "HouseStyle", "IssueModel", "OpenPackaging", "TextLayout", "XMLBinding", "XMLReading"]),
    library("TextWriter", ["ExportPipeline", "HouseStyle", "IssueModel", "TextLayout", "UnicodeText"]),

    // A Word file that carries its issue, and reading it back: where two formats meet.
    library(
      "IssueEmbedding",
      [
        "ExportPipeline", "IssueModel", "IssueReading", "IssueXML", "OpenPackaging", "WordWriter", "XMLBinding",
        "XMLReading",
      ]),

    // deliver
    library(
      "Gazette",
      [
        "ExportPipeline", "HouseStyle", "IssueChecks", "IssueEmbedding", "IssueModel", "IssueReading", "IssueXML",
        "OpenPackaging", "StylesheetWriter", "TextWriter", "UnicodeText", "WordWriter", "XMLReading",
      ]),
    library(
      "GazetteCommands",
      ["CLinux", "Gazette", "XMLBinding", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
    .executableTarget(name: "GazetteTool", dependencies: ["GazetteCommands"], swiftSettings: swift),

    .target(
      name: "TestSupport", dependencies: ["IssueModel"], path: "Tests/TestSupport", swiftSettings: swift),
    .executableTarget(
      name: "ReaderFuzz", dependencies: ["Gazette", "TestSupport"], path: "Tests/ReaderFuzz", swiftSettings: swift),
    tests("XMLBinding"),
    tests("XSLTBinding", ["XMLBinding"]),
    tests("UnicodeText"),
    tests("IssueModel"),
    tests("IssueReading", ["IssueModel"]),
    tests("IssueChecks", ["IssueModel", "IssueReading"]),
    tests("ExportPipeline", ["IssueModel", "HouseStyle"]),
    tests("HouseStyle", ["IssueModel", "Stylesheets", "XMLBinding", "XMLReading"]),
    tests(
      "IssueXML", ["ExportPipeline", "IssueModel", "Stylesheets", "XMLBinding", "XMLReading"],
      exclude: ["WrongIssueXML"]),
    tests(
      "StylesheetWriter",
      ["ExportPipeline", "HouseStyle", "IssueModel", "IssueReading", "IssueXML", "WordWriter", "XMLBinding"]),
    tests("OpenPackaging", ["XMLBinding"]),
    tests("WordWriter", ["ExportPipeline", "HouseStyle", "IssueModel", "OpenPackaging", "XMLBinding", "XMLReading"]),
    tests(
      "IssueEmbedding",
      [
        "ExportPipeline", "HouseStyle", "IssueModel", "IssueReading", "IssueXML", "OpenPackaging", "WordWriter",
        "XMLReading",
      ]),
    tests("TextLayout", ["UnicodeText"]),
    tests("TextWriter", ["ExportPipeline", "HouseStyle", "IssueModel", "TextLayout", "UnicodeText"]),
    tests("GazetteCommands", ["Gazette"], exclude: ["Help"]),
    .testTarget(
      name: "GoldenTests", dependencies: ["Gazette", "OpenPackaging", "TestSupport"],
      exclude: ["Cases"], swiftSettings: swift),
    .testTarget(
      name: "CorpusTests",
      dependencies: ["Gazette", "IssueReading", "IssueModel", "UnicodeText", "TestSupport"],
      swiftSettings: swift),
  ],
  swiftLanguageModes: [.v6]
)
