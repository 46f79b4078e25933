// The package layer of Office files (ECMA-376 Part 2, Open Packaging Conventions): parts, relationships,
// content types, properties, and the ZIP container. It knows nothing of Word.
