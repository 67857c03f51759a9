package random

// The distributions of the hidden generator.

// Uniform is random.uniform.
func Uniform(a, b float64) float64 { return shared.Uniform(a, b) }

// Triangular is random.triangular.
func Triangular(low, high float64, mode *float64) float64 { return shared.Triangular(low, high, mode) }

// NormalVariate is random.normalvariate.
func NormalVariate(mu, sigma float64) float64 { return shared.NormalVariate(mu, sigma) }

// Gauss is random.gauss.
func Gauss(mu, sigma float64) float64 { return shared.Gauss(mu, sigma) }

// LogNormVariate is random.lognormvariate.
func LogNormVariate(mu, sigma float64) float64 { return shared.LogNormVariate(mu, sigma) }

// ExpoVariate is random.expovariate.
func ExpoVariate(lambd float64) float64 { return shared.ExpoVariate(lambd) }

// VonMisesVariate is random.vonmisesvariate.
func VonMisesVariate(mu, kappa float64) float64 { return shared.VonMisesVariate(mu, kappa) }

// GammaVariate is random.gammavariate.
func GammaVariate(alpha, beta float64) float64 { return shared.GammaVariate(alpha, beta) }

// BetaVariate is random.betavariate.
func BetaVariate(alpha, beta float64) float64 { return shared.BetaVariate(alpha, beta) }

// ParetoVariate is random.paretovariate.
func ParetoVariate(alpha float64) float64 { return shared.ParetoVariate(alpha) }

// WeibullVariate is random.weibullvariate.
func WeibullVariate(alpha, beta float64) float64 { return shared.WeibullVariate(alpha, beta) }

// BinomialVariate is random.binomialvariate.
func BinomialVariate(n int, p float64) int { return shared.BinomialVariate(n, p) }
