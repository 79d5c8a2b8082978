import Dashboard
import Frames

/// Makes the pictures that tapes ask for; nil for a kind that this program cannot make.
func exportPicture(_ kind: String, _ state: State, _ frame: Frame) throws -> [UInt8]? {
  nil
}
