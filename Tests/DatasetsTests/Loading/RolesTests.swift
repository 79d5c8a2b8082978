import Analytics
import Figures
import Testing

@testable import Datasets

/// What `datapackage.json` declares of a folder of one's own.
@Suite struct RolesTests {
  /// The sample folder with another code for its health service.
  private func folder(roles: String) -> SampleFolder {
    var folder = SampleFolder()
    for file in folder.files.keys { folder.replace("NHS", with: "HEALTH", in: file) }
    folder.replace("\"resources\"", with: "\(roles)\"resources\"", in: "datapackage.json")
    return folder
  }

  @Test func theOrganisationOfTheOutagesIsDeclared() throws {
    try folder(roles: "\"roles\": {\"outages\": \"HEALTH\"}, ").written { folder in
      let inputs = try folder.modelInputs()
      #expect(inputs.outages == "HEALTH")
      let model = Model(inputs)
      let central = model.central(Scenario(inputs.presets[0]))
      #expect(!central.national.outages.contains { !$0.isFinite })
    }
    let inputs = try SampleFolder().written { folder in try folder.modelInputs() }
    #expect(inputs.outages == "NHS")
  }

  @Test func withoutTheRoleTheCodeIsAskedFor() throws {
    let found = try folder(roles: "").defects()
    #expect(found.contains { $0.hasPrefix("organisations.csv: \"NHS\"") }, "\(found)")
  }

  @Test func aRoleThatIsUnknownIsRefused() throws {
    let found = try folder(roles: "\"roles\": {\"outages\": \"HEALTH\", \"pot\": \"X\"}, ")
      .defects()
    #expect(
      found == [
        "datapackage.json column roles: \"pot: X\": unknown role; expected one of "
          + Role.allCases.map(\.rawValue).joined(separator: ", ")
      ])
  }
}
