import Testing

@testable import Commands

@Suite struct DoctorTests {
  @Test("Each thing is said, what it lacks behind a mark, and how many there are") func says() {
    let doctor = Doctor(findings: [
      .init(subject: "terminal", found: "xterm"),
      .init(subject: "data", found: "none", lack: "name a folder with --data", isNeeded: true),
    ])
    let text = """
      terminal  xterm
      data      none
                ! name a folder with --data

      1 with something to do, marked with !

      """
    #expect(doctor.text(width: 60) == text)
    #expect(doctor.isBlocked)
    let well = Doctor(findings: [.init(subject: "threads", found: "2")])
    #expect(well.text(width: 60) == "threads  2\n\nNothing is lacking.\n" && !well.isBlocked)
  }

  @Test("A folder that is not there and a configuration that is wrong are said, and block")
  @MainActor func finds() throws {
    let wrong = CommandFailure(code: 2, message: "config line 2: no such setting")
    let doctor = Doctor.examined(.failure(wrong), data: "/nonexistent")
    func lack(_ subject: String) -> String? {
      doctor.findings.first { $0.subject == subject }?.lack
    }
    #expect(doctor.isBlocked)
    #expect(lack("data")?.contains("/nonexistent") == true)
    #expect(lack("configuration") == wrong.message)
    let subjects = [
      "program", "terminal", "colours", "characters", "graphics", "pictures", "fonts",
    ]
    #expect(Array(doctor.findings.map(\.subject).prefix(7)) == subjects)
  }
}
