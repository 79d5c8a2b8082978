import ArgumentParser
import Charts
import Screenshots
import Testing

@testable import Commands

/// `digigov hear`: a panel as tones and in sentences.
@Suite struct HearCommandTests {
  private static let root =
    #filePath.split(separator: "/").dropLast(4).reduce(into: "") { $0 += "/" + $1 }
  private static let few = ["--draws", "16", "--data", root + "/data"]

  private func hear(_ words: [String]) throws -> HearCommand {
    try HearCommand.parse(words + Self.few)
  }

  @Test func thePanelIsSaidAndSounds() throws {
    let (melody, words, file) = try hear(["fan"]).heard()
    let lines = words.split(separator: "\n")
    #expect(lines.count == 4 && file == nil, "\(words)")
    #expect(lines[0].contains("rises from"))
    #expect(lines[3].hasPrefix("Lowest tone, A3: "), "\(words)")
    #expect(melody.notes.contains { $0.voice == .band } && melody.wav.count > 50_000)
  }

  @Test func theSameCommandGivesTheSameBytesAndALeverOthers() throws {
    let words = ["projection", "--department", "HO"]
    let first = try hear(words).heard().melody.wav
    #expect(try hear(words).heard().melody.wav == first)
    #expect(try hear(words + ["--set", "HO.start_delay=5"]).heard().melody.wav != first)
  }

  @Test func theFileIsWrittenAndNeverOverAnother() throws {
    try inFolder { folder in
      let words = ["paths", "--view", "legacy", "--output", "\(folder)/a.wav"]
      let (melody, _, file) = try hear(words).heard()
      try #require(file).write(melody.wav)
      let failure = #expect(throws: CommandFailure.self) { try hear(words).heard() }
      #expect(failure?.code == 1 && failure?.message.contains("already there") == true)
    }
  }

  @Test(arguments: [
    (["fam"], Int32(2), "unknown panel fam; overview has"),
    (["fam"], 2, "did you mean fan?"),
    (["facts", "--view", "evidence"], 2, "the panel facts has no series to be heard"),
    (["fan", "--output", "a.mp3"], 2, "a.mp3: unknown extension; allowed .wav"),
    (["fan", "--view", "evidnce"], 2, "unknown view evidnce"),
    (["levers", "--view", "lab"], 2, "those of lab with one: "),
  ])
  func badInputSaysWhatThereIs(words: [String], code: Int32, said: String) throws {
    let command = try hear(words)
    let failure = #expect(throws: CommandFailure.self) { try command.heard() }
    #expect(failure?.code == code)
    #expect(failure?.message.contains(said) == true, "\(failure?.message ?? "")")
  }
}
