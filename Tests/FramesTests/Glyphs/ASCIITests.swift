import Frames
import Testing

@Suite struct ASCIITests {
  @Test(arguments: [
    ("┌─┐│├┼┘", "+-+|+++"), ("┏━┓┃┡╭╯", "+=+|+++"), ("█▇▆▅▄▃▂▁", "#####-__"),
    ("▉▊▋▌▍▎▏", "####|||"),
    ("░▒▓", "::#"), ("▸◂▼▲●○…–×·", "><v^*o.-x."), ("⠀⣿⠉⠤⣀⡇⢸⠁⢀", " #\"-_||'."), ("⡠⠊⢄⠑", ".'.'"),
    ("£5 é ñ", " 5 e n"), ("漢字", "? ? "), ("e\u{301}", "e"), ("≤±°", "<+o"), ("plain ~", "plain ~"),
  ])
  func everyCellBecomesOneASCIICharacter(text: String, expected: String) {
    let frame = drawn(displayWidth(text), 1) { frame, _ in
      frame.write(text, column: 0, row: 0, Style(blue))
    }
    let ascii = frame.asciified()
    #expect(ascii.lines == [expected])
    #expect(ascii[0, 0].style == Style(blue))
  }

  @Test(
    "Pounds are GBP, and what is beside them stays in its column",
    arguments: [
      // Set from the right, from the left, in a title, between others, beside a box.
      ("HO        £45bn R |", "HO      GBP45bn R |"),
      ("│ £45bn+ a year   │", "| GBP45bn+ a year |"),
      ("┌ Benefit, £bn ────┐", "+ Benefit, GBPbn --+"),
      ("£1bn    £2bn     x", "GBP1bn  GBP2bn   x"),
      ("│  A sum of £4bn, B │", "|A sum of GBP4bn, B |"), ("−£3.4m   at P10", "-GBP3.4m at P10"),
      ("£1bn of £2bn      ", "GBP1bn of GBP2bn  "),
      // Where nothing gives way no other letter says what it is not.
      ("│a sum of £4bn, b│", "|a sum of  4bn, b|"),
    ])
  func poundsAreSpelt(text: String, expected: String) {
    let frame = drawn(displayWidth(text), 1) { frame, _ in
      frame.write(text, column: 0, row: 0, .plain)
    }
    #expect(frame.asciified().lines == [expected])
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
