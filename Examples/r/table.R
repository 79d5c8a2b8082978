# Scenarios in, a table out: digigov from R in ten lines. usage: Rscript Examples/r/table.R
scenarios <- sprintf("digigov1:from_now:pace=%s", c(0.8, 1, 1.2))
names <- c("central.metrics.npsv", "uncertainty.metrics.npsv.mean", "uncertainty.metrics.npsv.p10")
answer <- system2(
  "digigov", c("project", "--batch", "--draws", "1024", "--select", paste(names, collapse = ",")),
  input = scenarios, stdout = TRUE)
table <- read.csv(text = answer, check.names = FALSE)
table$scenario <- scenarios
print(table[c("scenario", names)], digits = 3)
