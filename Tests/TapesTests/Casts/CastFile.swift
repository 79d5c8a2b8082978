import Tapes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A cast as its file has it.
struct CastFile {
  struct Header: Decodable {
    struct Terminal: Decodable {
      var cols, rows: Int
      var type: String?
    }
    var version: Int
    var width, height: Int?
    var term: Terminal?
    var duration: Double?
  }

  struct Event: Decodable {
    var time: Double
    var code, data: String

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      time = try values.decode(Double.self)
      code = try values.decode(String.self)
      data = try values.decode(String.self)
    }
  }

  var header: Header
  var events: [Event]

  init(_ cast: Cast, _ version: CastVersion) throws {
    var lines = cast.text(version).split(separator: "\n", omittingEmptySubsequences: false)
    let decoder = JSONDecoder()
    header = try decoder.decode(Header.self, from: Data(lines.removeFirst().utf8))
    // The last line is ended, too.
    lines.removeLast()
    events = try lines.map { try decoder.decode(Event.self, from: Data($0.utf8)) }
  }

  var columns: Int { header.term?.cols ?? header.width ?? 0 }
  var rows: Int { header.term?.rows ?? header.height ?? 0 }

  /// Milliseconds since the start, by event.
  var times: [Int] {
    var sum = 0
    return events.map { event in
      let milliseconds = Int((event.time * 1000).rounded())
      sum = header.version == 3 ? sum + milliseconds : milliseconds
      return sum
    }
  }
}
