import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An import in place that is killed, or whose disk is full, leaves the old folder or the new one.
@Suite("An import is never half done", .timeLimit(.minutes(5)))
struct ImportSafetyTests {
  /// What a shell does in a folder with the old data in `old`, the new ones in `new`, and a return
  /// in `ho-july-2026.csv`; `state NAME` says which of them `NAME` is.
  private func shell(_ script: String) async throws -> Finished {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "digigov-test-\(UInt64.random(in: 0 ... .max))")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let heading =
      "Organisation name,Parent department,Payroll staff Total FTE,Payroll staff costs Total paybill\n"
    try Data((heading + "Home Office,Home Office,50000,262000000\n").utf8)
      .write(to: folder.appending(path: "ho-july-2026.csv"))
    let start = """
      set -u
      cd \(Tmux.quoted(folder.path))
      digigov() { \(Tmux.quoted(Program.path)) "$@"; }
      into() { digigov data import workforce --in-place --data "$1" ho-july-2026.csv; }
      state() {
        if diff -rq -x .digigov old "$1" >differs; then echo old
        elif diff -rq -x .digigov new "$1" >differs; then echo new
        else echo mixed; cat differs; fi
      }
      cp -r \(Tmux.quoted(Program.root + "/data")) old
      rm -rf old/.digigov
      cp -r old new
      into new >/dev/null || exit 90

      """
    return try await Finished.run(
      "/bin/bash", ["-c", start + script],
      environment: Program.environment.mapValues(Optional.some))
  }

  @Test("Killed at any time")
  func kills() async throws {
    // The time of one import, and kills spread over it.
    let end = try await shell(
      """
      cp -r old data
      from=$(date +%s%N); into data >/dev/null; took=$(( ($(date +%s%N) - from) / 1000000 ))
      for part in $(seq 1 24); do
        rm -rf data; cp -r old data
        \(Tmux.quoted(Program.path)) data import workforce --in-place --data data ho-july-2026.csv \
          >/dev/null & process=$!
        sleep $(awk "BEGIN { print $took * (0.4 + $part * 0.026) / 1000 }")
        kill -9 $process 2>/dev/null; wait $process 2>/dev/null
        digigov data check data >/dev/null || echo "refused"
        state data
        test -e data/.digigov/step && echo "unended"
      done
      """)
    let lines = end.text.split(separator: "\n")
    #expect(lines.count == 24 && lines.allSatisfy { $0 == "old" || $0 == "new" }, "\(end.text)")
  }

  @Test("A file that may not grow")
  func fileSizes() async throws {
    let end = try await shell(
      """
      for blocks in 1 8 32 64; do
        rm -rf data; cp -r old data
        (ulimit -f $blocks; into data) && echo "done"
        test -e data/.digigov && echo "left"
        state data
        (ulimit -f $blocks
          digigov data import workforce --data data -o copy ho-july-2026.csv) && echo "done"
        ls | grep copy
      done
      """)
    #expect(end.text == "old\nold\nold\nold\n")
    let lines = end.errors.split(separator: "\n")
    #expect(lines.count == 8)
    for line in lines {
      #expect(
        line.contains(/: (data is as it was|copy was not made): .*File too large \(ulimit -f.*\)$/))
    }
  }

  /// Whether this user may give a disk of its own to a shell.
  private static var mayMount: Bool {
    get async {
      let end = try? await Finished.run(
        "unshare", ["-m", "mount", "-t", "tmpfs", "none", "/mnt"])
      return end?.status == 0
    }
  }

  @Test("A disk that fills at any place")
  func fullDisks() async throws {
    guard await Self.mayMount else { return }
    let end = try await shell(
      """
      unshare -m bash -c '
        mkdir disk
        for free in $(seq 0 32 480); do
          mount -t tmpfs -o size=8m none disk
          cp -r old disk/data
          room=$(( $(stat -f -c "%f * %S / 1024" disk) - free ))
          test $room -gt 0 && head -c ${room}k /dev/zero >disk/filler
          "$0" data import workforce --in-place --data disk/data ho-july-2026.csv \
            >/dev/null 2>words
          code=$?
          "$0" data check disk/data >/dev/null || echo refused
          if diff -rq -x .digigov old disk/data >/dev/null; then
            test $code = 1 && grep -q "disk/data is as it was: .*No space left on device" words \
              && test ! -e disk/data/.digigov && echo old
          elif diff -rq -x .digigov new disk/data >/dev/null; then test $code = 0 && echo new
          else echo mixed; fi
          umount disk
        done' \(Tmux.quoted(Program.path))
      """)
    let lines = end.text.split(separator: "\n")
    #expect(lines.count == 16, "\(end.text)\(end.errors)")
    #expect(lines.first == "old" && lines.last == "new")
    #expect(lines.allSatisfy { $0 == "old" || $0 == "new" }, "\(end.text)")
  }

  /// Root is refused nothing by permissions, so the file is made immutable, where that can be.
  @Test("A rename that is refused")
  func refusedRenames() async throws {
    let end = try await shell(
      """
      for name in contractor_bodies.csv contractor_spend.csv datapackage.json sources.csv; do
        rm -rf data; cp -r old data
        chattr +i data/$name 2>/dev/null || { echo skipped; continue; }
        into data 2>words; code=$?
        chattr -i data/$name
        cat words >&2
        echo $code $(state data) $(ls -A data/.digigov 2>/dev/null)
        digigov data check data >/dev/null || echo refused
      done
      """)
    let lines = end.text.split(separator: "\n")
    #expect(lines.count == 4, "\(end.text)")
    #expect(lines.allSatisfy { $0 == "1 old" || $0 == "skipped" }, "\(end.text)")
    for line in end.errors.split(separator: "\n") {
      #expect(line.contains(/^digigov: data is as it was: \S+: Operation not permitted$/))
    }
  }
}
