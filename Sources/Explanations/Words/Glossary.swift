import Figures

/// What the terms of art on the screens mean, in a sentence each.
public enum Glossary {
  /// A term with its meaning.
  public struct Term: Hashable, Sendable {
    /// As screens print it.
    public let name: String
    /// Other words for it, by which it is found.
    public let also: [String]
    /// One sentence or two, without other terms of art where that can be.
    public let meaning: String

    fileprivate init(_ name: String, _ also: [String] = [], _ meaning: String) {
      self.name = name
      self.also = also
      self.meaning = meaning
    }
  }

  /// The term of a name or of another word for it, small and capital letters alike; nil where it is
  /// none.
  public static func term(_ word: String) -> Term? {
    let word = word.lowercased()
    return terms.first { term in
      ([term.name] + term.also).contains { $0.lowercased() == word }
    }
  }

  /// All terms, by name.
  public static var terms: [Term] {
    [
      Term(
        "adoption", ["years to half", "take-up"],
        "The part of what was built that people use by a year; it rises along an S, and the years to "
          + "half are the time until half of it is reached."),
      Term(
        "allocation key", ["key", "our split", "split"],
        "The measure by which this project shares a national sum out to organisations, since no split "
          + "is published: staff, contacts, losses or spending, by stream."),
      Term(
        "assumption", ["assumptions"],
        "A number of the model that nobody knows exactly: a range from P10 over P50 to P90 with its "
          + "reason and source."),
      Term(
        "attribution", [],
        "How much of the difference between two scenarios each changed lever or assumption accounts "
          + "for; the parts add up to the difference."),
      Term(
        "baseline", ["before", "was"],
        "The scenario that a change is measured against: the one that was opened last."),
      Term(
        "BCR", ["benefit-cost ratio"],
        "Present value of all benefit over present value of all cost: above 1 it pays for itself."),
      Term(
        "cash-releasing", ["cash"],
        "Benefit that can leave a budget, such as fewer paid posts; time that staff put to other use "
          + "is not."),
      Term(
        "central case", ["central"],
        "The model with every assumption at its P50; it is one possible case, and not the average of "
          + "all."),
      Term(
        "common draws", ["on the same draws"],
        "Scenarios compared run by run with the same luck in each, so that a difference comes from "
          + "the levers alone."),
      Term(
        "derived", ["D"],
        "Computed by this project from published figures; the card says how."),
      Term(
        "discounting", ["discount rate", "present value"],
        "What counts less the later it comes: money of a later year is worth less today, at the "
          + "rate of the schedule that is chosen."),
      Term(
        "disputed", ["!"],
        "Published figures for the same thing that do not agree; all of them are shown."),
      Term(
        "draws", ["runs", "Monte Carlo"],
        "Runs of the model, each with a value for every assumption drawn from its range; the same "
          + "draws each time, so that the picture moves because a lever did."),
      Term(
        "EVPI", ["EVPPI", "worth of knowing", "expected value of perfect information"],
        "What it would be worth to know everything, or one assumption, before choosing between "
          + "scenarios."),
      Term(
        Money.purse, ["\(Money.purse) benefit"],
        "Fraud and error prevented: money that stays with the \(Money.purse) and is in no department's "
          + "budget."),
      Term(
        "expected", ["expected value", "mean"],
        "The average over all runs. Expected values of parts add up to that of the whole."),
      Term(
        "headline", ["full potential"],
        "The yearly benefit of full digitisation as it is published; a potential, not a forecast for "
          + "any year."),
      Term(
        "legacy", ["legacy system"],
        "A system that is out of support, cannot be changed as needed or is at the end of its life."
      ),
      Term(
        "lever", ["levers"],
        "A decision that can be moved: how much is covered, how fast, when it starts, what is "
          + "remediated."),
      Term(
        "like for like", [],
        "The part of the benefit that the headline covers as well: automation, channels, and fraud; "
          + "contractors and legacy stand beside it."),
      Term(
        "modelled", ["M"],
        "Computed by this project's model for a scenario; no published figure."),
      Term(
        "net value", ["NPSV", "net present social value", "NPV"],
        "Present value of all benefit less all cost to the last year, in real prices; below nought it "
          + "does not pay for itself in that time."),
      Term(
        "old", ["~"],
        "A figure of more than eighteen months before the date of the data."),
      Term(
        "optimism bias", ["cost overrun", "reference class"],
        "Plans cost more and take longer than promised; ranges are set against what published "
          + "programmes did."),
      Term(
        "overlap", ["after overlap"],
        "Benefit that two streams would both claim; it is taken off once."),
      Term(
        "P10", ["P90", "P50", "8 in 10 runs", "median"],
        "One run in ten is below P10, half are below P50, nine in ten are below P90: from P10 to P90 "
          + "lie 8 in 10 runs."),
      Term(
        "payback", [],
        "The first year from which what was saved stays above what was spent; in some runs it never "
          + "comes."),
      Term(
        "preset", ["scenario"],
        "A set of levers with a name; those of the data are this project's, not the government's."),
      Term(
        "reach", ["coverage", "not reached"],
        "The part of the potential that a programme sets out to change."),
      Term(
        "real prices", ["real"],
        "Money of one year, so that inflation does not look like growth."),
      Term(
        "realisation", ["not realised", "realised share"],
        "The part of a planned benefit that arrives; published programmes reach about half."),
      Term(
        "red-rated", ["red list"],
        "Legacy systems in the highest of the government's risk classes."),
      Term(
        "remediation", [],
        "Replacing or repairing legacy systems, as a share of them a year."),
      Term("reported", ["R"], "Published by the source that the card names."),
      Term(
        "second hand", ["\""],
        "Read in a text that reports another; the original was not seen."),
      Term(
        "seed", [],
        "The number that fixes the draws: the same seed gives the same numbers on every machine."),
      Term(
        "Sobol' index", ["indices", "share of the spread"],
        "How much of the spread of the result comes from one assumption alone, and with all that it "
          + "acts together with."),
      Term(
        "switching value", ["what must be true"],
        "The value of one assumption at which the answer turns from no to yes, all others as they are."
      ),
      Term(
        "tornado", [],
        "Each assumption in turn at its P10 and its P90, the others at their P50: the longest bar "
          + "matters most."),
    ]
  }
}
