"""The version of bibwiki: the only place that says it."""

from __future__ import annotations

VERSION = "0.1.0"
"""Version of the distribution, after PEP 440. A change invalidates every cache."""
