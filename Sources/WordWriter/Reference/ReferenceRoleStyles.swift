internal import HouseStyle

/// Makes the looks of a Word file's styles into those of a house style.
struct ReferenceRoleStyles {
  /// The style that says what the file does not.
  let base: HouseStyle
  let styles: ReferenceStyles
  /// Whether the file's indents are counted in characters as wide as the type, or half that.
  let isChinese: Bool
  let gridPitch: Int?
  /// What the file's grid of characters adds to each, in 4096ths of a point; nil for no such grid.
  let gridCharacterSpace: Int?
  /// The names under which other programs know a font, by its name.
  let alternates: [String: String]

  /// `base` with the type and the looks of the styles that are found.
  /// - Returns: Also the roles for which there is no style, in the order of all.
  func applied(to page: PageStyle) -> (style: HouseStyle, missing: [Role]) {
    var style = base
    style.page = page
    var ids: [Role: String] = [:]
    for role in Role.allCases {
      ids[role] = ReferenceRoles.names(role).lazy.compactMap(styles.id(named:)).first
    }
    let missing = Role.allCases.filter { ids[$0] == nil }
    let bodyIsNamed = ids[.body] != nil
    guard let bodyID = ids[.body] ?? styles.defaultID else { return (style, missing) }
    let body = styles.look(bodyID)
    let oldBody = base.style(of: .body)
    style.fonts[.fangsong] = fonts(body, .fangsong)
    if let id = ids[.mastheadName] ?? ids[.articleTitle] {
      style.fonts[.xiaobiaosong] = fonts(styles.look(id), .xiaobiaosong)
    }
    if let id = ids[.sectionName] { style.fonts[.heiti] = fonts(styles.look(id), .heiti) }
    style.page.linePitch = pitch(of: body, size: body.size ?? 20)
    style.page.characterSpacing = body.characterSpacing + gridSpacing(of: body, on: page)
    for role in Role.allCases {
      let old = base.style(of: role)
      if let id = ids[role] ?? (role == .body ? bodyID : nil) {
        var look = roleStyle(styles.look(id), old, style)
        // Who types in Word's own style indents paragraph by paragraph.
        if role == .body, !bodyIsNamed, look.firstLineIndent == 0 { look.firstLineIndent = old.firstLineIndent }
        if role == .pageNumber, ReferenceRoles.isOfWord(.pageNumber, id, styles) { keepPlace(of: old, in: &look) }
        style.roles[role] = look
      } else {
        style.roles[role] = scaled(old, by: (body.size ?? 20, oldBody.size))
      }
    }
    return (style, missing)
  }

  /// Word's own style of footers stands at the left and has tab stops for what stands elsewhere; a page number in it would be at the
  /// inner edge of odd pages. Where a file has a footer to go by, that is taken as it is.
  private func keepPlace(of old: RoleStyle, in look: inout RoleStyle) {
    guard look.alignment != .center, look.alignment != .right else { return }
    look.alignment = old.alignment
    (look.leftIndent, look.rightIndent, look.firstLineIndent) = (old.leftIndent, old.rightIndent, old.firstLineIndent)
  }

  /// What the file's grid adds to each character of the text, in twips: so much that a line of ours, set without a grid,
  /// holds as many as one of the file.
  private func gridSpacing(of body: ReferenceLook, on page: PageStyle) -> Int {
    guard let gridCharacterSpace, body.snapsToGrid else { return 0 }
    let size = (body.size ?? 20) * 10
    let cell = size * 4_096 + gridCharacterSpace * 20
    guard cell > 0 else { return 0 }
    // Word rounds the space down, so the last character of a line may stick out a little.
    let count = (page.textWidth * 4_096 + cell / 50) / cell
    guard count > 0 else { return 0 }
    return min(page.textWidth / count - size, (gridCharacterSpace * 20 + 2_048) >> 12)
  }

  /// The look of a role without a style: as it was, its type as much larger or smaller as that of the body.
  private func scaled(_ look: RoleStyle, by ratio: (new: Int, old: Int)) -> RoleStyle {
    var look = look
    look.size = max(2, look.size * ratio.new / max(ratio.old, 1))
    if let pitch = look.linePitch { look.linePitch = pitch * ratio.new / max(ratio.old, 1) }
    return look
  }

  private func fonts(_ look: ReferenceLook, _ fontClass: FontClass) -> FontChoice {
    let old = base.fonts[fontClass] ?? FontChoice(han: "SimSun", latin: "Times New Roman")
    let han = look.fonts["eastAsia"] ?? old.han
    let latin = look.fonts["ascii"] ?? look.fonts["hAnsi"] ?? old.latin
    if han == old.han { return FontChoice(han: han, latin: latin, alternates: old.alternates) }
    return FontChoice(han: han, latin: latin, alternates: alternates[han].map { [$0] } ?? [])
  }

  /// The pitch of lines in `look`, as exact as a file tells it: in a grid, or with lines as high as the type
  /// needs, it is what the type usually comes to.
  private func pitch(of look: ReferenceLook, size: Int) -> Int {
    let line = min(max(look.spacing["line"] ?? 240, 60), 31_680)
    if look.lineRule == "exact" || look.lineRule == "atLeast" { return line }
    let natural = size * 13
    guard look.snapsToGrid, let gridPitch else { return natural * line / 240 }
    return (natural + gridPitch - 1) / gridPitch * gridPitch * line / 240
  }

  private func roleStyle(_ look: ReferenceLook, _ old: RoleStyle, _ style: HouseStyle) -> RoleStyle {
    var role = old
    role.size = look.size ?? 20
    role.bold = look.bold
    role.italic = look.italic
    role.color = look.color
    let own = fonts(look, old.font)
    let ofClass = style.fonts[old.font]
    role.fonts = own.han == ofClass?.han && own.latin == ofClass?.latin ? nil : own
    switch look.alignment {
    case "center": role.alignment = .center
    case "right", "end": role.alignment = .right
    case "both", "distribute": role.alignment = .justified
    default: role.alignment = .left
    }
    func hundredths(_ name: String) -> Int {
      let characters = look.indents[name + "Chars"] ?? 0
      let em = max(role.size * (isChinese ? 10 : 5), 1)
      let twips = look.indents[name] ?? 0
      let value = characters != 0 && isChinese ? characters : (twips * 100 + (twips < 0 ? -em : em) / 2) / em
      return min(max(value, -10_000), 10_000)
    }
    role.leftIndent = hundredths("left")
    role.rightIndent = hundredths("right")
    role.firstLineIndent = hundredths("firstLine") - hundredths("hanging")
    let pitch = max(style.page.linePitch, 1)
    func space(_ name: String) -> Int {
      if let lines = look.spacing[name + "Lines"], lines > 0 { return min(lines, 10_000) }
      return min(max((look.spacing[name] ?? 0) * 100 + pitch / 2, 0) / pitch, 10_000)
    }
    role.spaceBefore = space("before")
    role.spaceAfter = space("after")
    let line = look.spacing["line"] ?? 240
    if look.lineRule == "auto", !look.snapsToGrid || gridPitch == nil {
      role.linePitch = 0
      role.lineStretch = min(max(line * 100 / 240, 50), 500)
    } else {
      let own = self.pitch(of: look, size: role.size)
      role.linePitch = own == style.page.linePitch ? nil : own
      role.lineStretch = 100
    }
    role.keepWithNext = look.keepsWithNext
    role.outlineLevel = look.outlineLevel
    return role
  }
}
