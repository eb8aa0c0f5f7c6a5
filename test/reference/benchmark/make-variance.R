# Variance between members, case mix and ratios, by lm, lme4 and R's own quantiles, on the data of make.R.
# Run in this folder: Rscript make-variance.R
suppressMessages({ library(lme4); library(jsonlite) })

control <- lmerControl(optCtrl = list(xtol_abs = 1e-12, ftol_abs = 1e-12))

# Unshrunken values per member and their covariance in units of sigma^2, from dummies.
dummies <- function(d, y) {
  fit <- lm(reformulate(c("0", "member", "age", "setting"), y), d)
  k <- grep("^member", names(coef(fit)))
  list(a = coef(fit)[k], G = summary(fit)$cov.unscaled[k, k], s2 = sigma(fit)^2, df = df.residual(fit), fit = fit)
}

interval <- function(d, y, level = 0.95) {
  u <- dummies(d, y)
  m <- length(u$a); one <- rep(1, m)
  Q <- function(lambda) {
    V <- solve(u$G + lambda * diag(m))
    P <- V - V %*% one %*% t(one) %*% V / sum(V)
    drop(t(u$a) %*% P %*% u$a) / ((m - 1) * u$s2)
  }
  root <- function(p) {
    want <- qf(p, m - 1, u$df)
    if (Q(0) <= want) 0 else uniroot(function(l) Q(l) - want, c(0, 1e4), tol = 1e-15, maxiter = 1e4)$root * u$s2
  }
  list(low = root((1 + level) / 2), high = root((1 - level) / 2))
}

explained <- function(d, y) {
  fit <- lmer(reformulate(c("age", "setting", "(1 | member)"), y), d, control = control)
  none <- lmer(reformulate("(1 | member)", y), d, control = control)
  fixed <- drop(model.matrix(fit) %*% fixef(fit))
  spread <- mean((fixed - mean(fixed))^2)
  v <- as.data.frame(VarCorr(fit))$vcov; v0 <- as.data.frame(VarCorr(none))$vcov
  list(share = spread / (spread + sum(v)), tau2Unadjusted = v0[1], sigma2Unadjusted = v0[2])
}

# Fieller by hand on the adjusted values: mean of the network + deviation less the mean of the deviations.
ratios <- function(d) {
  o <- dummies(d, "outcome"); w <- dummies(d, "duration")
  # Deviations at the network's mean case mix.
  x <- model.matrix(~ age + setting, d)[, -1]; centre <- colMeans(x)
  at <- function(u) { b <- coef(u$fit)[-seq_along(u$a)]; u$a + sum(b * centre) }
  dev <- function(v, y) mean(d[[y]]) + v - mean(v)
  T <- dev(at(o), "outcome"); D <- dev(at(w), "duration")
  S <- crossprod(cbind(resid(o$fit), resid(w$fit))) / o$df
  # Covariance of a value at the mean case mix, not at x = 0.
  k <- seq_along(o$a)
  C <- summary(o$fit)$cov.unscaled
  L <- cbind(diag(length(k)), matrix(centre, length(k), length(centre), byrow = TRUE))
  G <- diag(L %*% C %*% t(L))
  q <- qt(0.975, o$df)^2
  a <- T^2 - q * G * S[1, 1]; b <- D * T - q * G * S[1, 2]; cc <- D^2 - q * G * S[2, 2]
  ok <- T - sqrt(q * G * S[1, 1]) > 0
  list(member = sub("^member", "", names(o$a)), ok = ok, value = D / T,
       low = (b - sqrt(pmax(0, b^2 - a * cc))) / a, high = (b + sqrt(pmax(0, b^2 - a * cc))) / a)
}

# Variance between members given: everything else by generalised least squares, from the whole matrix V.
given <- function(d, y, tau2) {
  s2 <- dummies(d, y)$s2
  X <- model.matrix(~ age + relevel(factor(setting), names(sort(-table(setting)))[1]), d); n <- nrow(d); p <- ncol(X)
  Z <- model.matrix(~ 0 + member, d)
  V <- s2 * diag(n) + tau2 * Z %*% t(Z); W <- solve(V)
  A <- t(X) %*% W %*% X; b <- solve(A, t(X) %*% W %*% d[[y]]); r <- d[[y]] - X %*% b
  list(tau2 = tau2, coefficients = drop(b), se = sqrt(diag(solve(A))), sigma2 = s2,
       member = sub("^member", "", colnames(Z)), effect = drop(tau2 * t(Z) %*% W %*% r),
       logLik = -0.5 * drop((n - p) * log(2 * pi) + determinant(V)$modulus + determinant(A)$modulus + t(r) %*% W %*% r))
}

names <- c("three", "eight", "thirty", "null")
answers <- lapply(setNames(names, names), function(name) {
  d <- read.csv(paste0(name, ".csv"))
  list(outcome = list(interval = interval(d, "outcome"), explained = explained(d, "outcome")),
       duration = list(interval = interval(d, "duration"), explained = explained(d, "duration")),
       ratios = ratios(d), given = given(d, "outcome", 2.25))
})
write_json(list(made = list(R = R.version.string, lme4 = as.character(packageVersion("lme4"))), answers = answers),
           "variance.json", digits = I(15), auto_unbox = TRUE)
