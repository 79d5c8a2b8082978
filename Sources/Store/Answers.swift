public import Analytics
public import Dashboard
import Synchronization

/// Answers what a dashboard asks to have computed, on any thread. The same request always has the same
/// answer; what is kept from earlier ones only makes it come sooner.
public final class Answers: Sendable {
  private let model: Model
  private let seed: UInt64
  private let threads: Int
  /// By their count, the draws with the sample last made of them: draws are made once and are common to
  /// every scenario, and a new sample maps anew only what an assumption touches.
  private let samples = Mutex<[Int: (draws: Draws, last: Sample?)]>([:])
  /// The newest answers of draws, so that undo, redo and a lever moved back are answered at once.
  private let known = Mutex<[Known]>([])

  /// What the newest analyses found of the scenario before.
  private let befores = Mutex<[AnalysisKind: Analysis]>([:])

  /// One answer is some 30 kB; more than these are seldom gone back to.
  private static let mostKnown = 32

  /// - Parameters:
  ///   - model: of the inputs that requests are about.
  ///   - seed: of the draws.
  ///   - threads: how many may compute; no number depends on it.
  public init(_ model: Model, seed: UInt64, threads: Int = 1) {
    self.model = model
    self.seed = seed
    self.threads = threads
  }

  /// The answer to a request that asks for nothing new, in the order of a look: the central case is
  /// computed, draws are only known or not; nil where they are not.
  func atOnce(_ request: Request) -> Action? {
    guard request.draws > 0 else {
      return .answered(.central(model.central(request.scenario), request))
    }
    return known.withLock { list in
      list.last {
        $0.request.scenario == request.scenario && $0.request.draws == request.draws
          && $0.request.organisation == request.organisation && $0.request.cash == request.cash
      }
    }.map { .answered(.uncertain($0.uncertainty, request)) }
  }

  /// The answer to a request.
  /// - Parameters:
  ///   - request: what the state asked for.
  ///   - isCancelled: asked between blocks of draws; when it says yes the work is dropped.
  /// - Returns: the action to take in; nil when the work was dropped.
  public func answer(
    _ request: Request, isCancelled: @Sendable () -> Bool = { false }
  ) -> Action? {
    if isCancelled() { return nil }
    if let action = atOnce(request) { return action }
    let detail = Detail(fans: Set([request.organisation].compactMap { $0 }), cash: request.cash)
    guard
      let run = model.run(
        request.scenario, sample(request), detail: detail, threads: threads,
        isCancelled: isCancelled),
      let uncertainty = model.uncertainty(run, threads: threads)
    else { return nil }
    known.withLock { list in
      list.append(Known(request: request, uncertainty: uncertainty))
      if list.count > Self.mostKnown { list.removeFirst(list.count - Self.mostKnown) }
    }
    return .answered(.uncertain(uncertainty, request))
  }

  /// The answer to an analysis.
  /// - Parameters:
  ///   - request: what the state asked for.
  ///   - isCancelled: asked between parts; when it says yes the work is dropped.
  /// - Returns: the action to take in; nil when the work was dropped.
  public func answer(
    _ request: AnalysisRequest, isCancelled: @Sendable () -> Bool = { false }
  ) -> Action? {
    if isCancelled() { return nil }
    let draws = draws(request.draws)
    guard
      let result = model.result(request, draws, threads: threads, isCancelled: isCancelled)
    else { return nil }
    guard let asked = request.ofBefore else {
      return .analysed(Analysis(request: request, result: result))
    }
    // What was before stays while a lever moves.
    let known = befores.withLock { $0[asked.kind] }
    if let known, known.request.asksTheSame(as: asked) {
      return .analysed(Analysis(request: request, result: result, before: known.result))
    }
    guard let before = model.result(asked, draws, threads: threads, isCancelled: isCancelled)
    else { return nil }
    befores.withLock { $0[asked.kind] = Analysis(request: asked, result: before) }
    return .analysed(Analysis(request: request, result: result, before: before))
  }

  /// What was asked and what came of it.
  private struct Known {
    var request: Request
    var uncertainty: Uncertainty
  }

  private func draws(_ count: Int) -> Draws {
    if let known = samples.withLock({ $0[count]?.draws }) { return known }
    let made = model.draws(count, seed: seed)
    samples.withLock { if $0[count] == nil { $0[count] = (made, nil) } }
    return made
  }

  private func sample(_ request: Request) -> Sample {
    let draws = draws(request.draws)
    let last = samples.withLock { $0[request.draws]?.last }
    let sample = model.sample(request.scenario, draws, reusing: last)
    samples.withLock { $0[request.draws] = (draws, sample) }
    return sample
  }
}
