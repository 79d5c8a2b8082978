import Testing

@testable import Datasets

/// The one form of a name, and the names of the table of bodies in it.
@Suite struct NormalNameTests {
  @Test(arguments: [
    ("HM Courts & Tribunals Service", "Her Majesty’s Courts and Tribunals Services"),
    ("HM Courts & Tribunals Service", "The Tribunals and Courts Service, H.M."),
    ("HM Prison and Probation Service", "His Majesty's Prison & Probation Service"),
    ("HM Land Registry", "Land Registry"), ("HM Treasury", "Her Majesty's Treasury"),
    ("Student Loans Company", "Student Loans Company Ltd."),
    ("Student Loans Company", "STUDENT LOANS COMPANY LIMITED"),
    ("Teaching Regulation Authority", "Teaching Regulation Authourity"),
    ("Attorney General's Office", "Attorney Generals Office"),
    ("Attorney General's Office", "Office of the Attorney General"),
    ("UK Intellectual Property Office", "Intellectual Property Office"),
    ("Youth Justice Board for England and Wales", "Youth Justice Board"),
    ("Companies House", "CompaniesHouse"), ("High Speed 2", "High Speed Two"),
    ("Dept. for Transport", "Department of Transport"),
    ("Royal Botanic Gardens, Kew", "Kew Royal Botanic Garden"),
    ("Defence Science and Technology Laboratory", "Defense Science & Technology Laboratories"),
    ("Great Britain - China Centre", "Great Britain–China Center"),
    ("Trade Remedies Authority", "The Trade Remedy Authority"), ("DES", "DE&S"),
    ("Courts & Tribunals", "Courts&Tribunals"),
  ])
  func spellingsOfANameAreOne(_ one: String, _ other: String) {
    let (left, right) = (NormalName(one), NormalName(other))
    #expect(left.key == right.key || left.solid == right.solid, "\(left.key) | \(right.key)")
  }

  @Test(arguments: [
    ("Legal Services Board", "Legal Services Commission"), ("NHS England", "NHS Digital"),
    ("National Army Museum", "National Navy Museum"), ("Sport England", "UK Sport"),
    ("Competition Service", "Competition Appeal Tribunal"), ("UK", "HM"),
    ("Department for Education", "Department for Transport"), ("Natural England", "Homes England"),
  ])
  func namesOfTwoBodiesAreTwo(_ one: String, _ other: String) {
    #expect(NormalName(one).key != NormalName(other).key)
  }

  /// No name and no other name of a body is another body's, so that none is counted as another.
  @Test func noTwoBodiesOfTheTableAreOne() throws {
    let tables = FolderReading(DataFolder(path: ShippedFolder.path), tables: TableSchema.all).tables
    let bodies = try #require(tables["bodies"])
    var owners: [String: String] = [:]
    for row in 0..<bodies.count where bodies.text(row, "kind") != "outside" {
      let code = bodies.text(row, "code")
      let names = [bodies.text(row, "name")] + BodyAliases.names(in: bodies.text(row, "note"))
      for name in names.map({ NormalName($0) }) {
        for key in Set([name.key, name.solid]) {
          let owner = owners[key] ?? code
          #expect(owner == code, "\(key) is \(owner) and \(code)")
          owners[key] = code
        }
      }
    }
    #expect(owners.count > 300)
  }

  @Test(arguments: [
    ("Also returned as Passenger Focus.", ["Passenger Focus"]),
    (
      "Non-ministerial; also returned as A, B and C; also spelt D in the returns. Called the E before; under F until 2023.",
      ["A, B and C", "D", "E"]
    ),
    ("Also returned under MOJ.", []), ("Under BEIS until February 2023.", []), ("", []),
    ("Also returned as ", []),
  ])
  func otherNamesAreReadFromNotes(_ note: String, _ names: [String]) {
    #expect(BodyAliases.names(in: note) == names)
  }

  @Test(arguments: [
    ("A (B) c [D]", "A c", ["B", "D"]), ("A", "A", []), ("(A)", "", ["A"]), ("A (b", "A", ["b"]),
    ("A ()", "A", []), ("A) b", "A) b", []),
  ])
  func bracketsAreTakenApart(_ name: String, _ outside: String, _ inside: [String]) {
    let name = BracketedName(name)
    #expect(name.outside == outside)
    #expect(name.inside == inside)
  }
}
