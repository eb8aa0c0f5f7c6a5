# Makes the benchmark's test data (seeded) and the answers of lme4, lm and metafor to them.
# Run in this folder: Rscript make.R
# Writes NAME.csv and reference.json; the tests read those and need no R.
suppressMessages({ library(lme4); library(metafor); library(jsonlite) })

simulate <- function(seed, sizes, tau, tau_days, rho = 0.4) {
  set.seed(seed)
  m <- length(sizes)
  z <- matrix(rnorm(2 * m), m)
  u <- tau * z[, 1]
  w <- tau_days * (rho * z[, 1] + sqrt(1 - rho^2) * z[, 2])
  rows <- do.call(rbind, lapply(seq_len(m), function(i) {
    n <- sizes[i]
    age <- round(rnorm(n, 40 + 3 * (i %% 4), 12), 1)
    setting <- sample(c("clinic", "day", "home"), n, TRUE, c(0.2, 0.3, 0.5))
    e <- matrix(rnorm(2 * n), n)
    outcome <- 4 + u[i] - 0.05 * (age - 40) + 1.5 * (setting == "day") + 6 * e[, 1]
    duration <- 200 + w[i] + 0.8 * (age - 40) + 40 * (setting == "clinic") + 60 * (0.3 * e[, 1] + e[, 2])
    data.frame(member = sprintf("m%02d", i), age, setting,
               outcome = round(outcome, 3), duration = round(duration, 3))
  }))
  rows[sample(nrow(rows)), ]
}

data <- list(
  three  = simulate(3,  c(25, 60, 41), 2, 25),
  eight  = simulate(8,  c(1, 12, 30, 44, 21, 90, 15, 60), 2.5, 30),
  thirty = simulate(30, c(rep(c(11, 18, 35), 9), 2, 80, 24), 1.8, 25),
  null   = simulate(11, c(30, 25, 40, 35, 20, 28, 33, 26), 0, 0)
)

control <- lmerControl(optimizer = "nloptwrap",
                       optCtrl = list(xtol_abs = 1e-12, ftol_abs = 1e-12, xtol_rel = 1e-12, maxeval = 10000),
                       check.conv.singular = "ignore")

mixed <- function(d, response, reml) {
  f <- lmer(as.formula(paste(response, "~ age + setting + (1 | member)")), d, REML = reml, control = control)
  re <- ranef(f, condVar = TRUE)$member
  list(coefficients = unname(fixef(f)), se = unname(sqrt(diag(as.matrix(vcov(f))))),
       tau2 = as.numeric(VarCorr(f)$member), sigma2 = sigma(f)^2, logLik = as.numeric(logLik(f)),
       effect = re[[1]], variance = as.numeric(attr(re, "postVar")), member = rownames(re))
}

# One dummy per member: values at the network's mean case mix, about the mean of the values.
unshrunken <- function(d, response, level = 0.95) {
  f <- lm(as.formula(paste(response, "~ 0 + member + age + setting")), d)
  x <- model.matrix(~ age + setting, d)[, -1]
  members <- sort(unique(d$member)); m <- length(members); k <- ncol(x)
  at <- cbind(diag(m), matrix(colMeans(x), m, k, byrow = TRUE))
  centre <- diag(m) - 1 / m
  value <- as.vector(centre %*% at %*% coef(f)) + mean(d[[response]])
  se <- sqrt(diag(centre %*% at %*% vcov(f) %*% t(centre %*% at)))
  half <- qt((1 + level) / 2, f$df.residual) * se
  list(member = members, adjusted = value, low = value - half, high = value + half)
}

joint <- function(d) {
  f <- lm(cbind(outcome, duration) ~ 0 + member + age + setting, d)
  x <- model.matrix(~ age + setting, d)[, -1]
  members <- sort(unique(d$member)); m <- length(members); k <- ncol(x)
  s <- crossprod(residuals(f)) / f$df.residual
  at <- cbind(diag(m), matrix(colMeans(x), m, k, byrow = TRUE))
  design <- model.matrix(~ 0 + member + age + setting, d)
  g <- at %*% solve(crossprod(design)) %*% t(at)
  a <- at %*% coef(f)
  v <- kronecker(g, s)
  v <- (v + t(v)) / 2
  centre <- diag(m) - 1 / m
  list_rows <- data.frame(yi = as.vector(t(a)), id = rep(members, each = 2), o = rep(c("a", "b"), m))
  fits <- lapply(c(-0.5, 0.1, 0.6), function(start) tryCatch(
    rma.mv(yi, v, mods = ~ 0 + o, random = ~ o | id, struct = "UN", data = list_rows,
           control = list(optimizer = "optim", optmethod = "Nelder-Mead", reltol = 1e-16, maxit = 20000,
                          rho.init = start)), error = function(e) NULL))
  fits <- Filter(Negate(is.null), fits)
  best <- fits[[which.max(sapply(fits, function(f) as.numeric(logLik(f))))]]
  tau <- sqrt(best$tau2)
  cov <- best$rho * tau[1] * tau[2]
  list(tau = matrix(c(best$tau2[1], cov, cov, best$tau2[2]), 2), correlation = best$rho,
       residual = unname(s), spread = diag(centre %*% g %*% centre))
}

answers <- lapply(data, function(d) {
  d$setting <- relevel(factor(d$setting), names(which.max(table(d$setting))))
  measures <- lapply(c(outcome = "outcome", duration = "duration"), function(response) list(
    reml = mixed(d, response, TRUE), ml = mixed(d, response, FALSE), unshrunken = unshrunken(d, response)))
  c(measures, list(joint = joint(d), reference = levels(d$setting)[1]))
})

for (name in names(data)) write.csv(data[[name]], paste0(name, ".csv"), row.names = FALSE, quote = FALSE)
write_json(list(made = list(R = R.version.string, lme4 = as.character(packageVersion("lme4")),
                            metafor = as.character(packageVersion("metafor"))), answers = answers),
           "reference.json", digits = I(15), auto_unbox = TRUE, pretty = TRUE)
