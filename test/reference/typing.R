# Reference for the typing rule: random tables (not the official coefficients), random cases, and the
# probabilities of the first 300 cases by the plain formula. Run: Rscript test/reference/typing.R
state <- 2026
draw <- function(below) {
  state <<- (state * 16807) %% 2147483647
  floor(state / 2147483647 * below)
}
types <- setdiff(1:21, 9)
coefficient <- array(NA_real_, c(19, 5, 20))
for (item in 1:19) for (severity in 1:5) for (k in 1:20) coefficient[item, severity, k] <- (draw(40001) - 20000) / 10000
constant <- numeric(20)
for (k in 1:20) constant[k] <- (draw(60001) - 30000) / 10000
red <- list()
for (rule in 1:260) {
  first <- c(draw(19) + 1, draw(5))
  second <- if (rule > 60) c(draw(19) + 1, draw(5)) else NULL
  red[[rule]] <- list(first = first, second = second, k = draw(20) + 1)
}
member <- list(which(types <= 8), which(types >= 10 & types <= 17), which(types >= 18))
rows <- character(0)
none <- 0
for (case in 1:2000) {
  group <- draw(3) + 1
  ratings <- integer(19)
  for (i in 1:19) ratings[i] <- if (draw(50) == 0) NA else draw(5)
  p <- numeric(20)
  if (sum(is.na(ratings)) <= 2) {
    score <- constant
    for (i in which(!is.na(ratings))) score <- score + coefficient[i, ratings[i] + 1, ]
    for (rule in red) {
      fires <- isTRUE(ratings[rule$first[1]] == rule$first[2]) &&
        (is.null(rule$second) || isTRUE(ratings[rule$second[1]] == rule$second[2]))
      if (fires) score[rule$k] <- -Inf
    }
    inside <- member[[group]]
    weight <- exp(score[inside])
    if (sum(weight) > 0) p[inside] <- weight / sum(weight) else none <- none + 1
  }
  if (case <= 300) rows <- c(rows, paste0("[", paste(format(p[member[[group]]], digits = 15, trim = TRUE, scientific = FALSE, drop0trailing = TRUE), collapse = ","), "]"))
}
writeLines(c("{",
  sprintf('"r": "%s",', R.version.string),
  sprintf('"noneFits": %d,', none),
  '"probabilities": [', paste(rows, collapse = ",\n"), "]", "}"), "test/reference/typing.json")
