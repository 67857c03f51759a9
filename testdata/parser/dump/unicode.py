é = 1
ﬁ = ª = 2
α.β(γ=1)
K℘ = 名前
def 𝕗(𝓍): return 𝓍
class Ώ: ώ = 1
import é.à as ù
"😀"; x = "é", y
