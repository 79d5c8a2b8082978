public import Analytics
public import Figures

/// What of the model's own tables is somebody's published figure: they name it in their words.
extension Evidence {
  /// The published figure that an assumption of the register is; nil for what is derived from
  /// figures, or judged: a judgement is nobody's figure, whatever number it names.
  public func published(_ spec: AssumptionSpec) -> Fact? {
    let range = spec.range.p10 < spec.range.p90 ? spec.range.p10...spec.range.p90 : nil
    return spec.mark == .modelled
      ? nil
      : fact(
        stating: spec.range.p50, between: range, namedIn: spec.rationale + " " + spec.source)
  }

  /// The published figure that a weight of a key is; nil for what is derived or judged.
  public func published(_ cell: KeyCell) -> Fact? {
    cell.mark == .reported ? facts(named: cell.note).first : nil
  }

  /// The published figure that a rate of a schedule is; nil where these data have none.
  public func published(_ band: DiscountBand) -> Fact? {
    facts(named: band.source).first
  }
}
