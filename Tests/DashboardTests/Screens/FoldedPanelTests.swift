import Analytics
import Dashboard
import Figures
import Frames
import Testing

/// Panels that are one line say how much is in them without making it.
@Suite struct FoldedPanelTests {
  @Test func aFoldedPanelCountsWhatItHasWhenOpen() throws {
    let world = try World.load().withoutDraws
    var state = try world.state(Place(.evidence), columns: 80, rows: 24)
    let ids = ["timeline", "facts", "disputes", "sources", "assumptions", "quality", "limits"]
    var said: [String: Int] = [:]
    for open in ids {
      state.look { $0.panel = open }
      let drawing = draw(state)
      for id in ids where id != open {
        // Those near the one in front are lines, where not all have room.
        guard let area = drawing.areas.first(where: { $0.panel == id && $0.rect.rows == 1 })
        else { continue }
        let words = drawing.frame.lines[area.rect.row].split(separator: " ")
        said[id] = words.dropLast().last.flatMap { Int($0) }
      }
    }
    let evidence = world.evidence
    let disputed = evidence.facts.count { !$0.conflict.isEmpty }
    #expect(
      said == [
        "timeline": evidence.milestones.count, "facts": evidence.facts.count,
        "disputes": disputed, "sources": evidence.sources.count,
        "assumptions": world.inputs.assumptions.count, "quality": evidence.quality.count,
        "limits": 9,
      ])
    // The last row of each can be walked to, and no further one.
    for (id, count) in said {
      state.look { $0.panel = id }
      state.look { $0.items[id] = count + 5 }
      #expect(state.sight.item == count - 1, "\(id)")
    }
  }

  @Test func whatWasLeftOutSaysWhereItIsFrom() throws {
    let world = try World.load().withoutDraws
    var state = try world.state(Place(.evidence, panel: "quality"), columns: 100, rows: 30)
    state.look { $0.enlarged = true }
    let figures = state.sight.entries.filter { $0.panel == "quality" }.compactMap(\.figure)
    #expect(figures.count > 10)
    #expect(figures.allSatisfy { $0.source?.id == "workforce-returns-2026" })
  }

  /// A sum of returns leads on to its two parts, which are figures of their own.
  @Test func aSumOfReturnsNamesItsParts() throws {
    let world = try World.load().withoutDraws
    let state = try world.state(Place(.departments), columns: 120, rows: 40)
    let sums = state.sight.entries.flatMap(\.figures).filter {
      $0.id.hasPrefix("contractor_spend.HMRC.")
    }
    let sum = try #require(sums.first)
    let parts = sum.inputs.compactMap { id in
      world.evidence.rows(.workforce, of: "HMRC").first {
        world.evidence.figure($0, in: .workforce).id == id
      }
    }
    #expect(parts.count == 2 && sum.inputs.count == 2)
    let year = try #require(world.evidence.contractorYear(of: "HMRC"))
    let total = parts.compactMap(\.value).reduce(0, +)
    // Each part is rounded to a tenth.
    #expect(abs(total - year.total) < 0.1 && sum.formula.contains(year.coverage))
  }

  /// The page's numbers of a fan are of one kind: both of the draws where there are any.
  @Test func theCaptionsOfAFanAreOfTheDraws() throws {
    let world = try World.load()
    let state = try world.state(Place(.department, path: ["HMRC"]), columns: 160, rows: 48)
    let draws = try #require(state.uncertainty?.organisations.first { $0.code == "HMRC" })
    let lines = draw(state).frame.lines
    #expect(
      lines.contains { $0.contains("net value \(Numbers.billions(draws.npsv.mean ?? .nan)), ") })
    let central = try world.withoutDraws.state(
      Place(.department, path: ["HMRC"]), columns: 160, rows: 48)
    let npsv = try #require(central.series(of: "HMRC")?.npsv)
    #expect(
      draw(central).frame.lines.contains { $0.contains("net value \(Numbers.billions(npsv)) M") })
  }
}
