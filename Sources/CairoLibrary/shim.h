// The libraries that CCairo is written against; it includes their headers itself.
