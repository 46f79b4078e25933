/// Which repairs may be made.
struct RepairSwitches: Sendable {
  /// The names of those that are not to be made; `all` for none.
  let disabled: Set<String>

  /// Whether the repair of that name may be made.
  func allow(_ name: String) -> Bool { disabled.isEmpty || !disabled.contains("all") && !disabled.contains(name) }
}
