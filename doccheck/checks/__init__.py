"""Rules and the engine that applies them: documents and links in, findings out."""

from .registry import Lewati, Temuan
from .rules import Rule, RuleError, load_rule, load_rules
from .run import Hasil, run

__all__ = ["Hasil", "Lewati", "Rule", "RuleError", "Temuan", "load_rule", "load_rules", "run"]
