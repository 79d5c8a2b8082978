import Charts
import Testing

@Suite struct WrappingTests {
  @Test func widthsAreThoseOfTheFont() {
    // Digits of Liberation Sans are 1,139 of 2,048 wide, as Arial's are.
    #expect(TextWidths.ems("0") == 1139.0 / 2048)
    #expect(TextWidths.ems("£45bn") == TextWidths.ems("£") + TextWidths.ems("45bn"))
    #expect(TextWidths.ems("Net", bold: true) > TextWidths.ems("Net"))
    #expect(TextWidths.has(0x2212) && !TextWidths.has(0x2800))
  }

  @Test(arguments: [40.0, 90, 200])
  func linesAreNoWiderThanTheirRoom(width: Double) {
    let text = "Department for Environment, Food and Rural Affairs: incomprehensibilities"
    let found = lines(text, width: width, size: 12)
    #expect(found.allSatisfy { TextWidths.ems($0) * 12 <= width })
    #expect(
      found.joined(separator: "").filter { $0 != " " } == text.filter { $0 != " " })
  }

  @Test func nothingIsOneEmptyLine() { #expect(lines("", width: 10, size: 12) == [""]) }
}
