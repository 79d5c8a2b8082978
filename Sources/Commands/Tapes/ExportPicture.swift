import Dashboard
import Frames
import Screenshots

/// Makes the pictures that tapes ask for: what a terminal shows, tabs and keys and all, with its
/// words for those who do not see it. Nil for a kind that is no picture.
///
/// A page of HTML has the tape's theme, not its reader's.
func exportPicture(_ kind: String, _ state: State, _ frame: Frame) throws -> [UInt8]? {
  guard let format = PictureFormat(rawValue: kind) else { return nil }
  var picture = state.picture(bare: true)
  picture.frame = frame
  return try format.written(picture).bytes
}
