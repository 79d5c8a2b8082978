public import Analytics
import Datasets
public import Figures

/// The data that comes with the program, read once from `data/` in the working directory.
public struct Shipped: Sendable {
  public let inputs: ModelInputs
  public let evidence: Evidence
  public let model: Model

  public static let data = Shipped()

  private init() {
    do {
      (inputs, evidence) = try DataFolder(path: "data").load()
    } catch {
      fatalError("The fuzzers run in the project's root, where data/ is: \(error)")
    }
    model = Model(inputs)
  }
}
