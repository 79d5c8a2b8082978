import Dashboard
import Frames
import Screenshots

/// Makes the pictures that tapes ask for: what a terminal shows, tabs and keys and all, with its
/// words for those who do not see it, or where the tape has set it the page that `screenshot` would
/// make of the screen, or of the panel that is large. Nil for a kind that is no picture.
///
/// A page of HTML has the tape's theme, not its reader's.
func exportPicture(
  _ kind: String, _ state: State, _ frame: Frame, _ page: PageSize?
) throws -> [UInt8]? {
  guard let format = PictureFormat(rawValue: kind) else { return nil }
  guard let page else {
    var picture = state.picture(bare: true)
    picture.frame = frame
    return try format.written(picture).bytes
  }
  // A slide has room for one panel.
  let isSingle = state.place.enlarged || page == .slide
  let picture = state.picture(panel: isSingle ? state.shownPanel : nil)
  return try format.written(picture, for: page).bytes
}
