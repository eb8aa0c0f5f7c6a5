# Cost as a third response on the data of make.R: the mixed model by lme4, cost per outcome by Fieller from R's own
# means, covariances and lm. Cost is 500 + 11 duration + 40 (row mod 7), rows counted from 0. Rscript make-cost.R
suppressMessages({ library(lme4); library(jsonlite) })
control <- lmerControl(optCtrl = list(xtol_abs = 1e-12, ftol_abs = 1e-12))

fieller <- function(d, t, vd, vt, cov, q) {
  if (t - q * sqrt(vt) <= 0) return(list(ok = FALSE))
  # Roots of (d - R t)^2 = q^2 (vd - 2 R cov + R^2 vt) by R's polynomial solver.
  roots <- sort(Re(polyroot(c(d^2 - q^2 * vd, -2 * (d * t - q^2 * cov), t^2 - q^2 * vt))))
  list(ok = TRUE, value = d / t, low = roots[1], high = roots[2])
}

answer <- function(name) {
  d <- read.csv(paste0(name, ".csv"))
  d$cost <- 500 + 11 * d$duration + 40 * ((seq_len(nrow(d)) - 1) %% 7)
  fit <- lmer(cost ~ age + relevel(factor(setting), names(sort(-table(setting)))[1]) + (1 | member), d, control = control)
  members <- sort(unique(d$member))
  plain <- lapply(members, function(who) {
    own <- d[d$member == who, ]; n <- nrow(own)
    if (n < 2) return(list(ok = FALSE))
    s <- cov(own[c("outcome", "cost")]) / n
    fieller(mean(own$cost), mean(own$outcome), s[2, 2], s[1, 1], s[1, 2], qt(0.975, n - 1))
  })
  # At equal case mix: predictions of lm with a dummy per member, at the network's mean case mix.
  f <- lm(cbind(outcome, cost) ~ 0 + member + age + setting, d)
  x <- model.matrix(~ age + setting, d)[, -1]
  L <- cbind(diag(length(members)), matrix(colMeans(x), length(members), ncol(x), byrow = TRUE))
  a <- L %*% coef(f)
  value <- sweep(sweep(a, 2, colMeans(a)), 2, colMeans(d[c("outcome", "cost")]), "+")
  S <- crossprod(resid(f)) / f$df.residual
  G <- diag(L %*% solve(crossprod(model.matrix(~ 0 + member + age + setting, d))) %*% t(L))
  adjusted <- lapply(seq_along(members), function(i) fieller(value[i, 2], value[i, 1], G[i] * S[2, 2], G[i] * S[1, 1],
                                                             G[i] * S[1, 2], qt(0.975, f$df.residual)))
  list(member = members, coefficients = unname(fixef(fit)), tau2 = as.numeric(VarCorr(fit)$member),
       sigma2 = sigma(fit)^2, logLik = as.numeric(logLik(fit)), plain = plain, adjusted = adjusted)
}

write_json(list(made = list(R = R.version.string), answers = list(three = answer("three"), eight = answer("eight"))),
           "cost.json", digits = I(15), auto_unbox = TRUE)
