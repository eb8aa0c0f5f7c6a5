# Limits and signals of XmR charts by R's own functions: diff, rle, embed. Run in this folder: Rscript make-xmr.R
suppressMessages(library(jsonlite))
set.seed(5)
series <- list(
  steady  = round(rnorm(20, 6, 1), 2),
  jump    = round(c(rnorm(10, 6, 0.8), 14, rnorm(9, 6, 0.8)), 2),
  shift   = round(c(rnorm(9, 5, 0.6), rnorm(9, 7, 0.6)), 2),
  rising  = c(4.1, 4.9, 4.0, 4.2, 4.5, 4.6, 4.9, 5.1, 5.6, 5.2, 4.4, 4.7),
  centred = c(1, 3, 2, 2, 1, 3, 2, 3, 1, 2))

signals <- function(x, centre, low, high) {
  n <- length(x)
  out <- x < low | x > high
  runs <- function(v, least) { r <- rle(v); rep(r$lengths >= least & r$values != 0, r$lengths) }
  side <- runs(sign(x - centre), 7)
  steps <- runs(sign(diff(x)), 6)
  # Seven values hang on six steps.
  trend <- c(steps, FALSE) | c(FALSE, steps)
  near <- rep(FALSE, n)
  for (s in c(1, -1)) {
    far <- s * (x - centre) > (2 / 3) * (high - centre)
    three <- embed(far, 3)
    for (i in which(rowSums(three) >= 2)) { at <- i:(i + 2); near[at[far[at]]] <- TRUE }
  }
  lapply(seq_len(n), function(i) I(c("beyond-limit", "seven-on-one-side", "seven-in-a-row", "two-of-three-near-limit")[
    c(out[i], side[i], trend[i], near[i])]))
}

answer <- function(x, screen) {
  range <- abs(diff(x)); centre <- mean(x)
  kept <- if (screen) range[range <= 3.267 * mean(range)] else range
  low <- centre - 2.66 * mean(kept); high <- centre + 2.66 * mean(kept)
  list(centre = centre, meanMovingRange = mean(kept), low = low, high = high,
       rangesLeftOut = length(range) - length(kept), signals = signals(x, centre, low, high))
}

write_json(list(made = list(R = R.version.string), answers = lapply(series, function(x)
  list(values = x, all = answer(x, FALSE), screened = answer(x, TRUE)))), "xmr.json", digits = I(15), auto_unbox = TRUE)
