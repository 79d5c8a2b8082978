import Datasets
import TestSupport
import Testing

/// Whatever happens to the bytes of a folder, reading it ends in values or in defects.
@Suite struct MutationTests {
  @Test(arguments: UInt64(1)...4) func damagedBytesAreReadOrRefused(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let sound = SampleFolder()
    let names = sound.files.keys.sorted()
    for _ in 0..<10 {
      var folder = sound
      guard let name = names.randomElement(using: &generator) else { return }
      var bytes = folder.files[name] ?? []
      for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
        let place = bytes.indices.randomElement(using: &generator) ?? 0
        let byte =
          [0x22, 0x2C, 0x0A, 0x0D, 0x00, 0xE2, 0xFF].randomElement(using: &generator)
          ?? UInt8.random(in: 0...255, using: &generator)
        switch Int.random(in: 0...3, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes[place] = byte
        case 2: bytes.insert(byte, at: place)
        default: bytes.remove(at: place)
        }
      }
      folder.files[name] = bytes
      try folder.written { written in
        let defects = written.check()
        if defects.isEmpty {
          _ = try written.load()
        } else {
          let shown = defects.map(\.description).joined() + defects.map(\.message).joined()
          let isSafe = shown.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
          #expect(isSafe, "a defect prints a control character")
          #expect(throws: DataError.self) { try written.load() }
        }
      }
    }
  }

  @Test(arguments: ["facts.csv", "incidents.csv", "assumptions.csv", "bodies.csv"])
  func cutFilesAreReadOrRefused(_ name: String) throws {
    let sound = SampleFolder()
    let bytes = sound.files[name] ?? []
    for length in stride(from: 0, to: bytes.count, by: 191) {
      var folder = sound
      folder.files[name] = Array(bytes.prefix(length))
      let defects = try folder.defects()
      // A file that ends inside a row lacks cells or rows that others point to.
      if defects.isEmpty { Issue.record("\(name) cut at \(length) is accepted") }
    }
  }
}
