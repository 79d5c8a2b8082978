public import Charts

extension Melody {
  /// Samples a second of the sound.
  public static let rate = 22_050

  /// The sound as a WAV file: one channel of 16-bit PCM at ``rate``. The same melody gives the same
  /// bytes: tones are made by arithmetic alone.
  public var wav: [UInt8] {
    let samples = samples
    let size = samples.count * 2
    var bytes: [UInt8] = []
    bytes.reserveCapacity(44 + size)
    func put(_ text: String) { bytes += text.utf8 }
    func put(_ value: Int, bytes count: Int) {
      for place in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
    }
    put("RIFF")
    put(36 + size, bytes: 4)
    put("WAVEfmt ")
    put(16, bytes: 4)
    put(1, bytes: 2)
    put(1, bytes: 2)
    put(Self.rate, bytes: 4)
    put(Self.rate * 2, bytes: 4)
    put(2, bytes: 2)
    put(16, bytes: 2)
    put("data")
    put(size, bytes: 4)
    for sample in samples { put(Int(sample), bytes: 2) }
    return bytes
  }

  /// The sum of all tones, each with a soft beginning and end.
  private var samples: [Int16] {
    let rate = Double(Self.rate)
    var sum = [Double](repeating: 0, count: Int((length + 0.2) * rate))
    let table = Self.sine
    for note in notes {
      let first = Int(note.start * rate)
      let count = min(Int(note.length * rate), sum.count - first)
      guard count > 0, first >= 0 else { continue }
      let ramp = max(min(Int(0.01 * rate), count / 4), 1)
      // The place in the table, as a fraction of 2^32 so that no rounding adds up.
      let step = UInt32(note.pitch / rate * 4_294_967_296)
      var phase: UInt32 = 0
      for place in 0..<count {
        let edge = min(place, count - 1 - place, ramp)
        let tone = table[Int(phase >> 22)]
        let octave = table[Int((phase &* 2) >> 22)]
        let value = note.voice == .line ? 0.8 * tone + 0.2 * octave : tone
        sum[first + place] += note.voice.loudness * value * Double(edge) / Double(ramp)
        phase &+= step
      }
    }
    return sum.map { Int16(max(min($0 * 32_000, 32_767), -32_768)) }
  }

  /// One turn of a sine in 1,024 steps, by its series.
  private static let sine: [Double] = (0..<1024).map { place in
    let turn = Double(place < 512 ? place : place - 1024) / 512 * Double.pi
    var (term, sum) = (turn, turn)
    for power in 1...14 {
      term *= -turn * turn / Double((2 * power) * (2 * power + 1))
      sum += term
    }
    return sum
  }
}

extension Melody.Note.Voice {
  /// Of full scale: a line with both ends of its band and a tick stay below it together.
  fileprivate var loudness: Double {
    switch self {
    case .line: 0.5
    case .band: 0.12
    case .tick: 0.25
    }
  }
}
