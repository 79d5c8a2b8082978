import Frames
import Testing

@Suite struct DressTests {
  private var picture: Picture {
    var frame = Frame(columns: 20, rows: 1)
    frame.write("body", column: 0, row: 0, .plain)
    var picture = Picture(
      frame: frame, headline: "A message of many words", subtitle: "£bn", source: "The review",
      asOf: "As of 2025.", mark: "Marks: R", scenario: "digigov1:a:b:c:d:e:f:g:h",
      dress: Dress(ground: .plain, headline: .plain, text: .plain, muted: .plain))
    picture.handling = "OFFICIAL"
    return picture
  }

  @Test func linesStandAroundTheFrame() {
    #expect(
      picture.shown.lines.map { String($0.reversed().drop { $0 == " " }.reversed()) } == [
        "", "      OFFICIAL", " A message of many", " words", " £bn", "", "body",
        " Source: The review", " Marks: R. As of", " 2025.", " digigov1:a:b:c:d:e", " :f:g:h",
        "      OFFICIAL", "",
      ])
  }

  @Test func bareIsTheFrameItself() {
    var bare = picture
    (bare.dress, bare.handling) = (nil, "")
    #expect(bare.shown == bare.frame)
  }

  @Test func aBarePictureHasItsMarking() {
    var bare = picture
    bare.dress = nil
    bare.handlingStyle = Style(Colour(0xFFFFFF, indexed: 15, basic: 15), on: nil, .bold)
    bare.handling = "OFFICIAL-SENSITIVE ALL OF IT"
    let shown = bare.shown
    let marking = [" OFFICIAL-SENSITIVE", "     ALL OF IT"]
    #expect(
      shown.lines.map { String($0.reversed().drop { $0 == " " }.reversed()) }
        == marking + ["body"] + marking)
    #expect(shown[6, 1].style == bare.handlingStyle)
    #expect(shown.title == bare.frame.title)
  }

  @Test func aLineThatIsMissingTakesNoRoom() {
    var picture = picture
    (picture.subtitle, picture.source, picture.asOf) = ("", "", "")
    (picture.mark, picture.scenario, picture.handling) = ("", "", "")
    #expect(picture.shown.rows == 6)
  }

  /// A name of ten thousand letters does not make a picture of a thousand rows; what makes the
  /// picture again is never cut.
  @Test func whatGoesOnForEverIsCut() {
    var picture = picture
    let long = String(repeating: "word ", count: 2_000)
    (picture.headline, picture.subtitle) = (long, long)
    let shown = picture.shown
    // A blank row, marking, headline, subtitle and a blank row; the frame; what stands below.
    #expect(shown.rows == (1 + 1 + 8 + 8 + 1) + 1 + (1 + 2 + 2 + 1 + 1))
    #expect(shown.lines.count { $0.contains("…") } == 2)
    picture.handling = String(repeating: "x", count: 180)
    #expect(picture.shown.rows == shown.rows + 2 * (10 - 1))
    picture.handling = "OFFICIAL"
    picture.scenario = String(repeating: "x", count: 180)
    #expect(picture.shown.rows == shown.rows + 10 - 2)
  }

  @Test(arguments: [0, 1, 2, 3]) func tinyFramesAreDressedWithoutHarm(columns: Int) {
    var picture = picture
    picture.frame = Frame(columns: columns, rows: 0)
    #expect(picture.shown.columns == columns)
  }
}
