import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Why nothing can be written in braille.
public enum BrailleError: Error, Equatable, CustomStringConvertible {
  /// liblouis is not there, or is none that this program can use.
  case noLibrary
  /// liblouis is there without the table of Unified English Braille.
  case noTable

  public var description: String {
    switch self {
    case .noLibrary:
      "braille is made by liblouis, which is not installed; install it (Debian: liblouis20 and "
        + "liblouis-data; Homebrew: liblouis)"
    case .noTable:
      "liblouis has no table \(Liblouis.table); install its tables (Debian: liblouis-data)"
    }
  }
}

/// The library that turns print into braille, opened when it is needed.
@safe struct Liblouis {
  /// Unified English Braille, contracted.
  static let table = "en-ueb-g2.ctb"

  private typealias CharacterSize = @convention(c) () -> Int32
  private typealias Translate =
    @convention(c) (
      UnsafePointer<CChar>?, UnsafeRawPointer?, UnsafeMutablePointer<Int32>?,
      UnsafeMutableRawPointer?, UnsafeMutablePointer<Int32>?, UnsafeMutableRawPointer?,
      UnsafeMutableRawPointer?, Int32
    ) -> Int32

  /// The library keeps its tables and its work in globals: one translates at a time.
  private static let turn = Mutex(())

  private let translateString: Translate
  /// Bytes of a character: 2 or 4, as the library was built.
  private let size: Int

  /// - Throws: ``BrailleError/noLibrary``.
  init() throws(BrailleError) {
    let names = ["liblouis.so.20", "liblouis.so", "liblouis.20.dylib", "liblouis.dylib"]
    var library: UnsafeMutableRawPointer?
    for name in names where unsafe library == nil {
      unsafe library = dlopen(name, RTLD_NOW | RTLD_LOCAL)
    }
    guard let library = unsafe library, let size = unsafe dlsym(library, "lou_charSize"),
      let translate = unsafe dlsym(library, "lou_translateString")
    else { throw .noLibrary }
    unsafe translateString = unsafeBitCast(translate, to: Translate.self)
    self.size = Int(unsafe unsafeBitCast(size, to: CharacterSize.self)())
    guard self.size == 2 || self.size == 4 else { throw .noLibrary }
  }

  /// Text in braille, a letter of Braille ASCII each cell.
  /// - Throws: ``BrailleError/noTable``.
  func cells(_ text: String) throws(BrailleError) -> String {
    guard !text.isEmpty else { return "" }
    let codes =
      size == 4 ? text.unicodeScalars.map(\.value) : text.utf16.map { UInt32($0) }
    let room = codes.count * 8 + 64
    var (count, length) = (Int32(codes.count), Int32(room))
    var written: [UInt32] = []
    // dotsIO and ucBrl: the cells as Unicode's braille patterns, whatever table of display there is.
    let mode: Int32 = 4 | 64
    let isDone: Int32
    if size == 4 {
      var output = [UInt32](repeating: 0, count: room)
      isDone = Self.turn.withLock { _ in
        unsafe translateString(Self.table, codes, &count, &output, &length, nil, nil, mode)
      }
      written = Array(output.prefix(Int(max(length, 0))))
    } else {
      let narrow = codes.map { UInt16(truncatingIfNeeded: $0) }
      var output = [UInt16](repeating: 0, count: room)
      isDone = Self.turn.withLock { _ in
        unsafe translateString(Self.table, narrow, &count, &output, &length, nil, nil, mode)
      }
      written = output.prefix(Int(max(length, 0))).map(UInt32.init)
    }
    guard isDone != 0 else { throw .noTable }
    return String(written.map(Self.letter))
  }

  /// The letter of Braille ASCII that stands for a pattern of six dots.
  private static func letter(_ pattern: UInt32) -> Character {
    letters[Int(pattern & 0x3F)]
  }

  /// In the order of the patterns, dot 1 the least bit.
  private static let letters = Array(
    " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)=")
}
