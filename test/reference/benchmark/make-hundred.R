# A hundred members of 1 to 40 episodes, data from an exact generator that the test repeats; answers of lme4 and lm.
# Rscript make-hundred.R
suppressMessages({ library(lme4); library(jsonlite) })
state <- 20250101
draw <- function() { state <<- (state * 16807) %% 2147483647; state / 2147483647 }
rows <- list()
for (i in 0:99) {
  level <- 6 * draw() - 3
  for (j in seq_len(1 + (i * 7) %% 40)) {
    age <- floor(18 + 60 * draw()); s <- draw(); setting <- if (s < 0.6) "home" else if (s < 0.85) "day" else "clinic"
    noise <- draw() + draw() + draw() + draw() - 2
    outcome <- floor(1000 * (5 + level - 0.04 * age + (setting == "day") + 8 * noise)) / 1000
    rows[[length(rows) + 1]] <- data.frame(member = sprintf("m%03d", i), age, setting, outcome)
  }
}
d <- do.call(rbind, rows)
d$setting <- relevel(factor(d$setting), "home")
ctl <- lmerControl(optCtrl = list(xtol_abs = 1e-12, ftol_abs = 1e-12))
mixed <- function(reml) {
  f <- lmer(outcome ~ age + setting + (1 | member), d, REML = reml, control = ctl)
  re <- ranef(f, condVar = TRUE)$member
  list(coefficients = unname(fixef(f)), se = unname(sqrt(diag(as.matrix(vcov(f))))), tau2 = as.numeric(VarCorr(f)$member),
       sigma2 = sigma(f)^2, logLik = as.numeric(logLik(f)), effect = re[[1]], variance = as.numeric(attr(re, "postVar")))
}
write_json(list(made = list(R = R.version.string, lme4 = as.character(packageVersion("lme4"))), n = nrow(d),
                sum = sum(d$outcome), reml = mixed(TRUE), ml = mixed(FALSE)), "hundred.json", digits = I(15), auto_unbox = TRUE)
