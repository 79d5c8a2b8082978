import Analytics
import Explanations
import Testing

/// Ids that name nothing.
@Suite struct NameTests {
  let world: World

  init() throws { world = try World.load() }

  @Test(arguments: [
    "", ".", "@", "npsv@2030-31", "benefit", "benefit@2099-00", "benefit@2030", "HRMC.npsv",
    "gross@2030-31", "gross.nothing@2030-31", "reach.legacy", "HMRC.bcr", "HMRC.outages@2030-31",
    "legacy_share@2030-31", "HMRC", "HMRC.", "net.automation", "lever.", "key.automation.HRMC",
    "assumption.pace", "lever.cost_overrun", "discount_rate@2025-26", "npsv.", "npsv@",
    "HMRC.npsv.automation", "legacy.", "legacy.HMRC.x.y", "NPSV", "benefit@2030-31@2030-31",
    "\u{1B}[31m", String(repeating: "a.", count: 5000),
  ])
  func namesNothing(id: String) throws {
    let explainer = try world.explainer()
    #expect(explainer.explain(id) == nil)
    #expect(explainer.suggestions(for: id).count <= 5)
  }

  @Test(arguments: [
    ("npvs", "npsv"), ("benefit", "benefit@2040-41"), ("benefit@2030", "benefit@2030-31"),
    ("benefits@2030-31", "benefit@2030-31"), ("HRMC.npsv", "HMRC.npsv"),
    ("hmrc.npsv", "HMRC.npsv"), ("HMRC.legacy_share", "HMRC.legacy_share@2040-41"),
    ("gross@2030-31", "gross.automation@2030-31"), ("oportunity.total", "opportunity.total"),
    ("NPSV", "npsv"), ("lever.pase", "lever.pace"), ("cost_overun", "assumption.cost_overrun"),
    ("benefit@2041-42", "benefit@2040-41"), ("XXXXXX.npsv", "npsv"),
    ("assumption.unheard_of", "assumption.automation_potential"),
    ("key.nothing.HMRC", "key.automation.HMRC"),
  ])
  func suggests(typed: String, near: String) throws {
    let explainer = try world.explainer()
    #expect(explainer.explain(typed) == nil)
    let found = explainer.suggestions(for: typed)
    #expect(found.contains(near), "\(found)")
    #expect(found.allSatisfy { explainer.explain($0) != nil })
  }
}
