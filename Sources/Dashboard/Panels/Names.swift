import Analytics
import Figures
import Frames

/// Names where there is little room.
extension State {
  /// A body's name if it is short, else what is understood in its place.
  func shortName(_ code: String) -> String {
    guard let body = evidence.body(code), displayWidth(body.name) > 18 else {
      return evidence.body(code)?.name ?? code
    }
    return briefName(code, body.name)
  }

  /// What stands in place of a long name: an everyday one, the abbreviation that a code of few
  /// letters is, else the name: lists wrap it.
  func briefName(_ code: String, _ name: String) -> String {
    switch code {
    case "ACADEMIES": "Academies and schools"
    case "OTHERCG": "Other central bodies"
    case "LOCAL": "Local government"
    case "POLICE": "Police forces"
    case "PUBCORP": "Public corporations"
    case "NHS": "NHS"
    case "SCOT": "Scottish Government"
    case "WALES": "Welsh Government"
    default: code.count <= 6 ? code : name
    }
  }

  /// A class of the estate of systems in a word or two: as the folder has it, else by whose it is.
  func className(_ kind: LegacyClass) -> String {
    let role: Role =
      switch kind {
      case .central: .classCentral
      case .nhs: .classHealth
      case .police: .classPolice
      }
    if let words = evidence.roles[role] { return words }
    let members = inputs.organisations.filter { $0.legacyClass == kind }
    if members.count == 1 { return shortName(members[0].code) }
    let sectors = Set(members.map(\.sector))
    return sectors.count == 1 ? sectors.first ?? "" : "\(members.count) organisations"
  }

  /// Whose outages are counted and modelled.
  var outagesOwner: String { evidence.outagesOwner ?? evidence.name(of: inputs.outages) }
}

extension String {
  /// With a capital at its beginning.
  var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
