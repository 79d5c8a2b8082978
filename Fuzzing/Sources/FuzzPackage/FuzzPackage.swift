import Fuzzing

@testable import Datasets

/// Bytes as a folder's datapackage.json.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe Input(start, count)
  var defects: [Defect] = []
  let package = PackageName.decoded(Array(input.rest), &defects)
  for text in defects.flatMap({ [$0.description, $0.message] }) {
    require(!isDangerous(text), "not neutral: \(text.debugDescription)")
  }
  if defects.isEmpty {
    for text in [package.name, package.version].compactMap(\.self) {
      require(
        !text.isEmpty && text.utf8.allSatisfy { 0x21..<0x7F ~= $0 },
        "accepted \(text.debugDescription)")
    }
  }
  return 0
}
