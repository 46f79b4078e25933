// All of the library under one name: `import Gazette`.
@_exported public import ExportPipeline
@_exported public import HouseStyle
@_exported public import IssueChecks
@_exported public import IssueEmbedding
@_exported public import IssueModel
@_exported public import IssueReading
@_exported public import IssueXML
@_exported public import OpenPackaging
@_exported public import StylesheetWriter
@_exported public import TextWriter
@_exported public import UnicodeText
@_exported public import WordWriter
@_exported public import XMLReading
