# Funnel answers from R's own distributions and quantile(); run in this folder: Rscript make-funnel.R
suppressMessages(library(jsonlite))
set.seed(42)
m <- 40
n <- round(exp(runif(m, log(20), log(800))))
p <- plogis(qlogis(0.3) + rnorm(m, 0, 0.35))
o <- rbinom(m, n, p)
e <- round(exp(runif(m, log(3), log(150))), 2)
obs <- rpois(m, e * exp(rnorm(m, 0, 0.25)))
obs[which.min(e)] <- 0
mu <- rnorm(m, 5, 1.2); sdv <- runif(m, 5, 9); size <- round(runif(m, 12, 300))
mean_value <- round(rnorm(m, mu, sdv / sqrt(size)), 3); sdv <- round(sdv, 3)

spread <- function(y, s, target, q = 0.1) {
  z <- (y - target) / s
  lim <- quantile(z, c(q, 1 - q), type = 7)
  zw <- pmin(pmax(z, lim[1]), lim[2])
  w <- 1 / s^2; I <- length(y)
  tau2 <- function(phi) max(0, (I * phi - (I - 1)) / (sum(w) - sum(w^2) / sum(w)))
  Q <- function(t) { w <- 1 / (s^2 + t); sum(w * (y - sum(w * y) / sum(w))^2) }
  root <- function(pr) { want <- qchisq(pr, I - 1)
    if (Q(0) <= want) 0 else uniroot(function(t) Q(t) - want, c(0, 100 * var(y)), tol = 1e-14)$root }
  list(phi = mean(zw^2), tau2 = tau2(mean(zw^2)), tau2Unwinsorised = tau2(mean(z^2)),
       tau2Interval = list(low = root(0.975), high = root(0.025)), z = z)
}
reach <- function(s, tau2, level) qnorm((1 + level) / 2) * sqrt(s^2 + tau2)
levels <- c(0.95, 0.998)

target_p <- sum(o) / sum(n); y <- asin(sqrt(o / n)); s <- 1 / (2 * sqrt(n))
f <- spread(y, s, asin(sqrt(target_p)))
back <- function(a) sin(pmin(pi / 2, pmax(0, a)))^2
proportion <- c(f, list(target = target_p, low = lapply(levels, function(l) back(asin(sqrt(target_p)) - reach(s, f$tau2, l))),
                        high = lapply(levels, function(l) back(asin(sqrt(target_p)) + reach(s, f$tau2, l)))))
h <- ifelse(obs == 0, 0.5, 0); y <- log((obs + h) / (e + h)); s <- 1 / sqrt(e + h)
f <- spread(y, s, 0)
ratio <- c(f, list(target = 1, low = lapply(levels, function(l) exp(-reach(s, f$tau2, l))),
                   high = lapply(levels, function(l) exp(reach(s, f$tau2, l)))))
target_m <- sum(size * mean_value) / sum(size); s <- sdv / sqrt(size)
f <- spread(mean_value, s, target_m)
average <- c(f, list(target = target_m, low = lapply(levels, function(l) target_m - reach(s, f$tau2, l)),
                     high = lapply(levels, function(l) target_m + reach(s, f$tau2, l))))

exact_ratio <- function(p, E) { r <- qpois(p, E); max(0, r - (ppois(r, E) - p) / dpois(r, E)) / E }
exact_share <- function(p, n) { r <- qbinom(p, n, target_p)
  min(1, max(0, r - (pbinom(r, n, target_p) - p) / dbinom(r, n, target_p)) / n) }
ends <- function(f, x) lapply(levels, function(l) list(low = sapply(x, f, p = (1 - l) / 2), high = sapply(x, f, p = (1 + l) / 2)))

write_json(list(made = list(R = R.version.string),
                input = list(o = o, n = n, obs = obs, e = e, mean = mean_value, sd = sdv, size = size),
                proportion = c(proportion, list(exact = ends(exact_share, n))),
                ratio = c(ratio, list(exact = ends(exact_ratio, e))), mean = average),
           "funnel.json", digits = I(15), auto_unbox = TRUE)
