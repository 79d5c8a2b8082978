/// The places of labels at the ends of lines.
public enum EndLabels {
  /// Places for labels so that none covers another, each as near to its own as that allows, in the
  /// order of what they name.
  ///
  /// - Parameters:
  ///   - wanted: where the middle of each label would stand best.
  ///   - heights: of the labels, as many.
  ///   - room: what they should keep within, where it is enough.
  /// - Returns: the middles, in the order given. Of two with one place the first stands first.
  public static func spread(
    _ wanted: [Double], heights: [Double], in room: ClosedRange<Double>
  ) -> [Double] {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    // Labels that touch make a block, which stands where they would on average.
    var blocks: [Block] = []
    for index in order {
      var block = Block(wanted: wanted[index], height: heights[index], members: [index])
      while let above = blocks.last, above.end > block.start {
        block = above.joined(block)
        blocks.removeLast()
      }
      blocks.append(block)
    }
    var places = wanted
    var free = room.lowerBound
    let needed = heights.reduce(0, +)
    var left = max(room.upperBound - room.lowerBound, needed) + room.lowerBound
    var starts = blocks.map(\.start)
    // Upwards from the end of the room, then downwards from its beginning.
    for index in blocks.indices.reversed() {
      starts[index] = min(starts[index], left - blocks[index].height)
      left = starts[index]
    }
    for index in blocks.indices {
      starts[index] = max(starts[index], free)
      free = starts[index] + blocks[index].height
      var at = starts[index]
      for member in blocks[index].members {
        places[member] = at + heights[member] / 2
        at += heights[member]
      }
    }
    return places
  }

  private struct Block {
    var members: [Int]
    var height: Double
    /// Of each member where the block would begin for it to stand where it wants, summed.
    var sum: Double

    init(wanted: Double, height: Double, members: [Int]) {
      self.members = members
      self.height = height
      sum = wanted - height / 2
    }

    var start: Double { sum / Double(members.count) }
    var end: Double { start + height }

    func joined(_ below: Block) -> Block {
      var block = self
      block.members += below.members
      block.sum += below.sum - height * Double(below.members.count)
      block.height += below.height
      return block
    }
  }
}
