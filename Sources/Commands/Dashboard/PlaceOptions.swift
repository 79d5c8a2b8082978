import Analytics
import ArgumentParser
import Dashboard
import Frames

/// `--view` and `--department`: where the dashboard, or a picture of it, begins.
struct PlaceOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The view to open: \(Self.views).", valueName: "view"))
  var view: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The organisation whose page to open, by its code.", valueName: "code"))
  var department: String?

  private static let views = ScreenID.allCases.map(\.rawValue).joined(separator: ", ")

  /// The place that the options name; needs no data, so that wrong usage is said first.
  func place(else start: ScreenID? = nil) throws(CommandFailure) -> Place {
    if let view {
      guard let screen = ScreenID(rawValue: view) else {
        throw .unknown("view", view, allowed: ScreenID.allCases.map(\.rawValue))
      }
      if screen == .department {
        guard let department else {
          throw CommandFailure(
            code: 2, message: "--view department needs --department CODE, such as HMRC")
        }
        return Place(.department, path: [department])
      }
      return Place(screen)
    }
    return department.map { Place(.department, path: [$0]) } ?? Place(start ?? .overview)
  }

  /// Refuses an organisation that the data do not have.
  func check(_ inputs: ModelInputs) throws(CommandFailure) {
    guard let department else { return }
    let codes = inputs.organisations.map(\.code)
    guard codes.contains(department) else {
      let meant = inputs.organisation(like: TravelledText.cleaned(department))
      throw CommandFailure(
        code: 2,
        message:
          "unknown organisation \(neutralised(department)); allowed \(codes.joined(separator: " "))"
          + (meant.map { "; did you mean \($0)?" } ?? ""))
    }
  }
}
