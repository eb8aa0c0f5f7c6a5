# Kappa and its standard error by the delta method with a numerical gradient: kappa as a function of the
# cell shares, their multinomial covariance (diag(p) - p p') / n. It shares no formula with the program,
# which uses the closed form. Rscript make.R
library(jsonlite)
kappa <- function(p) {
  po <- sum(diag(p))
  pe <- sum(rowSums(p) * colSums(p))
  (po - pe) / (1 - pe)
}
gradient <- function(p, h = 1e-5) {
  sapply(seq_along(p), function(i) {
    up <- p; up[i] <- up[i] + h
    down <- p; down[i] <- down[i] - h
    (kappa(up) - kappa(down)) / (2 * h)
  })
}
# Lehmer's generator, exact in R and elsewhere.
state <- 7
draw <- function(below) {
  state <<- (state * 16807) %% 2147483647
  floor(state / 2147483647 * below)
}
tables <- list(
  list(size = 2, counts = c(20, 5, 10, 15)),
  list(size = 3, counts = c(44, 5, 1, 7, 20, 3, 9, 5, 6)),
  list(size = 2, counts = c(0, 10, 10, 0)),
  list(size = 4, counts = c(12, 0, 0, 0, 3, 0, 0, 0, 0, 0, 9, 1, 0, 0, 0, 0))
)
for (size in c(5, 8, 20)) {
  counts <- sapply(1:(size * size), function(i) draw(6))
  for (k in 1:size) counts[(k - 1) * size + k] <- draw(60)
  tables[[length(tables) + 1]] <- list(size = size, counts = counts)
}
result <- lapply(tables, function(table) {
  counts <- matrix(table$counts, table$size, byrow = TRUE)
  n <- sum(counts)
  p <- counts / n
  g <- gradient(p)
  v <- as.vector(p)
  covariance <- (diag(v) - v %*% t(v)) / n
  list(size = table$size, counts = table$counts, kappa = kappa(p), se = sqrt(as.numeric(t(g) %*% covariance %*% g)))
})
write(toJSON(list(made = R.version.string, tables = result), auto_unbox = TRUE, digits = 12), "kappa.json")
