import Frames
import Testing

@Suite struct ASCIITests {
  @Test(arguments: [
    ("┌─┐│├┼┘", "+-+|+++"), ("┏━┓┃┡╭╯", "+=+|+++"), ("█▇▆▅▄▃▂▁", "#####-__"),
    ("▉▊▋▌▍▎▏", "####|||"),
    ("░▒▓", "::#"), ("▸◂▼▲●○…–×·", "><v^*o.-x."), ("⠀⣿⠉⠤⣀⡇⢸⠁⢀", " #\"-_||'."), ("⡠⠊⢄⠑", ".'.'"),
    ("£5 é ñ", "L5 e n"), ("漢字", "? ? "), ("e\u{301}", "e"), ("≤±°", "<+o"), ("plain ~", "plain ~"),
  ])
  func everyCellBecomesOneASCIICharacter(text: String, expected: String) {
    let frame = drawn(displayWidth(text), 1) { frame, _ in
      frame.write(text, column: 0, row: 0, Style(blue))
    }
    let ascii = frame.asciified()
    #expect(ascii.lines == [expected])
    #expect(ascii[0, 0].style == Style(blue))
  }

  @Test func nothingElseIsLeft() {
    var frame = Frame(columns: 64, rows: 60)
    for value in UInt32(0x20)..<0xE00 {
      guard let scalar = Unicode.Scalar(value + (value > 0x400 ? 0x2000 : 0)) else { continue }
      frame.write(String(scalar), column: Int(value % 64), row: Int(value / 64), .plain)
    }
    let ascii = frame.asciified()
    #expect(ascii.cells.allSatisfy { $0.text.utf8.count == 1 && ($0.text.utf8.first ?? 0) < 0x7F })
  }
}
